object LIBRARY [
  import_export_id -> "library",
  import_export_hierarchy -> {"places"}
]
  name: "The Library"
  parent: ROOM
  owner: ARCHWIZARD
  readable: true

  override aliases = {"library"};
  override area = "Town";
  override coordinates = {1, 0, 0};
  override description = {
    "Shelves up to the ceiling, and a ladder on rails that leads to the last of them. It smells of paper and rain. On a lectern in the middle lies an open book, its pages turning when nobody looks.",
    "What you want to know, the book knows: type `help'. What is new stands on a board by the door: `news'. The plaza is west, the garden north; a low door leads east into a nook."
  };
  override details = {
    {
      "book|lectern|pages",
      "It lies open at whatever you would have looked up. Type `help' to read in it, and `help index' for all there is."
    },
    {
      "shelves|shelf|books",
      "Histories of places that were never built, next to those of places that were."
    },
    {"ladder|rails", "It rolls a hand's breadth towards you, hopefully."},
    {"board", "Pinned full, in several hands. Type `news' to read it."},
    {"door", "Made for somebody shorter, or more modest."}
  };
  override entrances = {PLAZA_EAST, GARDEN_SOUTH, NOOK_WEST};
  override exits = {LIBRARY_WEST, LIBRARY_NORTH, LIBRARY_EAST};
  override free_home = true;
endobject
