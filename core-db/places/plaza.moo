object PLAZA [
  import_export_id -> "plaza",
  import_export_hierarchy -> {"places"}
]
  name: "The Plaza"
  parent: ROOM
  owner: ARCHWIZARD
  readable: true

  override aliases = {"plaza"};
  override area = "Town";
  override coordinates = {0, 0, 0};
  override description = {
    "A square of warm stone around a fountain that murmurs to itself. This is where people meet: there are steps to sit on, shade in the afternoon, and always somebody who knows where something is.",
    "The library stands to the east; the landing lies down south by the river."
  };
  override details = {
    {
      "fountain",
      "Four stone fish spit water at a fifth, who has stopped minding. Coins glitter on the ground of the basin."
    },
    {
      "fish",
      "Carp, by the look of them. The fifth wears an expression of great patience."
    },
    {"coins|basin", "Wishes, mostly small ones."}
  };
  override entrances = {ARRIVAL_NORTH, LIBRARY_WEST};
  override exits = {PLAZA_SOUTH, PLAZA_EAST};
  override free_home = true;
endobject
