object GARDEN [
  import_export_id -> "garden",
  import_export_hierarchy -> {"places"}
]
  name: "The Garden"
  parent: ROOM
  owner: ARCHWIZARD
  readable: true

  override aliases = {"garden"};
  override area = "Town";
  override coordinates = {1, 1, 0};
  override description = {
    "Beds of herbs and one of nothing but thistles, a pond with a bridge that is only for looking at, and a pear tree that somebody has taught to grow along the wall. Bees go about their business.",
    "The gallery is west, the library south."
  };
  override details = {
    {
      "herbs|beds|bed",
      "Sage, thyme, something blue. Each has a label, and each label has been corrected."
    },
    {"thistles|thistle", "Taller than you. The gardener is proud of them."},
    {
      "pond|bridge",
      "The bridge leads to the middle of the pond, and ends there in a railing."
    },
    {"tree|pear|wall", "Six arms to each side, like a drawing of patience."},
    {"bees|bee", "They have no time."}
  };
  override entrances = {GALLERY_EAST, LIBRARY_NORTH};
  override exits = {GARDEN_WEST, GARDEN_SOUTH};
  override free_home = true;
endobject
