object GALLERY_UP [
  import_export_id -> "gallery_up",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "up"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"up", "u"};
  override dest = OBSERVATORY;
  override source = GALLERY;
endobject
