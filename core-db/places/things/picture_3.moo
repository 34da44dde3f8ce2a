object PICTURE_3 [
  import_export_id -> "picture_3",
  import_export_hierarchy -> {"places", "things"}
]
  name: "empty frame"
  parent: THING
  location: GALLERY
  owner: ARCHWIZARD
  readable: true

  override aliases = {"frame", "empty frame", "picture"};
  override description = "The label says: Untitled, by you.";
  override fixed = true;
endobject
