object WORKSHOP_EAST [
  import_export_id -> "workshop_east",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "east"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"east", "e"};
  override dest = PLAZA;
  override source = WORKSHOP;
endobject
