object OBSERVATORY_DOWN [
  import_export_id -> "observatory_down",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "down"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"down", "d"};
  override dest = GALLERY;
  override source = OBSERVATORY;
endobject
