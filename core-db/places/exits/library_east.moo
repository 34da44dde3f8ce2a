object LIBRARY_EAST [
  import_export_id -> "library_east",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "east"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"east", "e"};
  override dest = NOOK;
  override source = LIBRARY;
endobject
