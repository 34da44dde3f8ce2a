object ARRIVAL [
  import_export_id -> "arrival",
  import_export_hierarchy -> {"places"}
]
  name: "The Landing"
  parent: ROOM
  owner: ARCHWIZARD
  readable: true

  override aliases = {"landing"};
  override description = {
    "A wooden landing on a slow green river, where everybody arrives who comes here for the first time. Ropes creak, a lantern swings from a crooked post, and somebody has painted WELCOME on the planks, one letter to each.",
    "A flight of steps leads up north to the plaza, from where you hear voices."
  };
  override details = {
    {"river|water", "Slow, green, and wider than it looks. Nobody has come back from the other bank to say that there is one."},
    {"lantern|post", "The flame stands quite still, though the lantern swings."},
    {"planks|welcome|letters", "W, E, L, C, O, M, and an E that has been painted twice because the first one got wet."},
    {"ropes|rope", "Thick as a wrist. They hold no boat at the moment."},
    {"steps|flight", "Worn in the middle, by many feet going up and few coming down."}
  };
  override area = "Town";
  override coordinates = {0, -1, 0};
  override exits = {#130};
  override entrances = {#131};
  override free_home = true;
endobject

object PLAZA [
  import_export_id -> "plaza",
  import_export_hierarchy -> {"places"}
]
  name: "The Plaza"
  parent: ROOM
  owner: ARCHWIZARD
  readable: true

  override aliases = {"plaza"};
  override description = {
    "A square of warm stone around a fountain that murmurs to itself. This is where people meet: there are steps to sit on, shade in the afternoon, and always somebody who knows where something is.",
    "The library stands to the east; the landing lies down south by the river."
  };
  override details = {
    {"fountain", "Four stone fish spit water at a fifth, who has stopped minding. Coins glitter on the ground of the basin."},
    {"fish", "Carp, by the look of them. The fifth wears an expression of great patience."},
    {"coins|basin", "Wishes, mostly small ones."}
  };
  override area = "Town";
  override coordinates = {0, 0, 0};
  override exits = {#131, #132};
  override entrances = {#130, #133};
  override free_home = true;
endobject

object LIBRARY [
  import_export_id -> "library",
  import_export_hierarchy -> {"places"}
]
  name: "The Library"
  parent: ROOM
  owner: ARCHWIZARD
  readable: true

  override aliases = {"library"};
  override description = {
    "Shelves up to the ceiling, and a ladder on rails that leads to the last of them. It smells of paper and rain. On a lectern in the middle lies an open book, its pages turning when nobody looks.",
    "What you want to know, the book knows: type [bold]help[/]. The plaza is west."
  };
  override details = {
    {"book|lectern|pages", "It lies open at whatever you would have looked up. Type [bold]help[/] to read in it."},
    {"shelves|shelf|books", "Histories of places that were never built, next to those of places that were."},
    {"ladder|rails", "It rolls a hand's breadth towards you, hopefully."}
  };
  override area = "Town";
  override coordinates = {1, 0, 0};
  override exits = {#133};
  override entrances = {#132};
  override free_home = true;
endobject
