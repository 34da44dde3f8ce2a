object PICTURE_1 [
  import_export_id -> "picture_1",
  import_export_hierarchy -> {"places", "things"}
]
  name: "picture of a door"
  parent: THING
  location: GALLERY
  owner: ARCHWIZARD
  readable: true

  override aliases = {"picture", "door", "picture of a door"};
  override description = "A door, painted so well that there is a worn spot on the handle.";
  override fixed = true;
endobject
