object PLAZA_EAST [
  import_export_id -> "plaza_east",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "east"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"east", "e"};
  override dest = LIBRARY;
  override source = PLAZA;
endobject
