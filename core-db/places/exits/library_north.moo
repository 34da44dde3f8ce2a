object LIBRARY_NORTH [
  import_export_id -> "library_north",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "north"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"north", "n"};
  override dest = GARDEN;
  override source = LIBRARY;
endobject
