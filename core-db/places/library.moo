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
    "What you want to know, the book knows: type [bold]help[/]. The plaza is west."
  };
  override details = {
    {
      "book|lectern|pages",
      "It lies open at whatever you would have looked up. Type [bold]help[/] to read in it."
    },
    {
      "shelves|shelf|books",
      "Histories of places that were never built, next to those of places that were."
    },
    {"ladder|rails", "It rolls a hand's breadth towards you, hopefully."}
  };
  override entrances = {PLAZA_EAST};
  override exits = {LIBRARY_WEST};
  override free_home = true;
endobject
