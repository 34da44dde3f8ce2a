object PLAZA_NORTH [
  import_export_id -> "plaza_north",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "north"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"north", "n"};
  override dest = GALLERY;
  override source = PLAZA;
endobject
