object GALLERY_EAST [
  import_export_id -> "gallery_east",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "east"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"east", "e"};
  override dest = GARDEN;
  override source = GALLERY;
endobject
