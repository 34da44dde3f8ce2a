object OBSERVATORY [
  import_export_id -> "observatory",
  import_export_hierarchy -> {"places"}
]
  name: "The Observatory"
  parent: ROOM
  owner: ARCHWIZARD
  readable: true

  override aliases = {"observatory"};
  override area = "Town";
  override coordinates = {0, 1, 1};
  override description = {
    "A dome of dark wood with a slot in it, and in the slot, whatever the hour, the night. A brass telescope stands on three clawed feet. On the wall hangs a chart of the town as it is seen from above: type `@map'.",
    "The stair goes down."
  };
  override details = {
    {
      "telescope",
      "You see a small light, and then that it is a window, and then that somebody in it has a telescope, too."
    },
    {"slot|night|stars", "More of them than you remember."},
    {
      "chart|wall",
      "It is drawn from the ways that lead from place to place. `@map' shows it to you anywhere."
    },
    {
      "feet|claws",
      "Lion, probably. One toe is worn bright from being rubbed for luck."
    }
  };
  override entrances = {GALLERY_UP};
  override exits = {OBSERVATORY_DOWN};
  override free_home = true;
endobject
