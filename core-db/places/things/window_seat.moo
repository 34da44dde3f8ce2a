object WINDOW_SEAT [
  import_export_id -> "window_seat",
  import_export_hierarchy -> {"places", "things"}
]
  name: "window seat"
  parent: FURNITURE
  location: NOOK
  owner: ARCHWIZARD
  readable: true

  override aliases = {"seat", "window seat"};
  override description = "A cushion with a dent for one, or for two who like each other.";
  override preposition = "in";
  override seats = 2;
endobject
