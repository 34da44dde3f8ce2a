object GALLERY [
  import_export_id -> "gallery",
  import_export_hierarchy -> {"places"}
]
  name: "The Gallery"
  parent: ROOM
  owner: ARCHWIZARD
  readable: true

  override aliases = {"gallery"};
  override area = "Town";
  override coordinates = {0, 1, 0};
  override description = {
    "A long white room with light from above. What hangs here was made by people who live here, and there is always a nail free for one thing more.",
    "A spiral stair goes up. The plaza is south, the garden east."
  };
  override details = {
    {"nail", "Number 42. It is waiting for yours."},
    {"stair|spiral", "Iron, and a little giddy."},
    {"light", "It has no window that you could find, but it is daylight."}
  };
  override entrances = {PLAZA_NORTH, GARDEN_WEST, OBSERVATORY_DOWN};
  override exits = {GALLERY_SOUTH, GALLERY_EAST, GALLERY_UP};
  override free_home = true;
endobject
