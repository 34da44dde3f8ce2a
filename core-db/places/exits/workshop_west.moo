object WORKSHOP_WEST [
  import_export_id -> "workshop_west",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "west"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"west", "w"};
  override dest = STREET;
  override source = WORKSHOP;
endobject
