object PLAZA [
  import_export_id -> "plaza",
  import_export_hierarchy -> {"places"}
]
  name: "The Plaza"
  parent: ROOM
  owner: ARCHWIZARD
  readable: true

  override aliases = {"plaza", "square"};
  override area = "Town";
  override coordinates = {0, 0, 0};
  override description = {
    "A square of warm stone around a fountain that murmurs to itself. This is where people meet: there are steps to sit on, shade in the afternoon, and always somebody who knows where something is.",
    "The gallery is north, the library east, the workshop west; the landing lies down south by the river."
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
    {"coins|basin", "Wishes, mostly small ones."},
    {"shade|tree", "A plane tree, patched like an old map."},
    {
      "steps",
      "Three of them, all the way round. The south side gets the evening sun."
    }
  };
  override entrances = {
    ARRIVAL_NORTH,
    LIBRARY_WEST,
    WORKSHOP_EAST,
    GALLERY_SOUTH,
    TUTORIAL_5_NORTH,
    TUTORIAL_1_OUT,
    TUTORIAL_2_OUT,
    TUTORIAL_3_OUT,
    TUTORIAL_4_OUT,
    TUTORIAL_5_OUT
  };
  override exits = {PLAZA_SOUTH, PLAZA_EAST, PLAZA_WEST, PLAZA_NORTH};
  override free_home = true;
endobject
