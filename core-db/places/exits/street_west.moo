object STREET_WEST [
  import_export_id -> "street_west",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "west"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"west", "w"};
  override dest = STREET_END;
  override source = STREET;
endobject
