object LIBRARY_WEST [
  import_export_id -> "library_west",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "west"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"west", "w"};
  override dest = PLAZA;
  override source = LIBRARY;
endobject
