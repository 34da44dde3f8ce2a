object GALLERY_SOUTH [
  import_export_id -> "gallery_south",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "south"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"south", "s"};
  override dest = PLAZA;
  override source = GALLERY;
endobject
