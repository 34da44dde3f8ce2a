object PICTURE_2 [
  import_export_id -> "picture_2",
  import_export_hierarchy -> {"places", "things"}
]
  name: "picture of the town"
  parent: THING
  location: GALLERY
  owner: ARCHWIZARD
  readable: true

  override aliases = {"picture", "town", "picture of the town"};
  override description = "The plaza by evening light. If you look long enough, one of the people in it is looking back from a gallery.";
  override fixed = true;
endobject
