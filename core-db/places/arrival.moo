object ARRIVAL [
  import_export_id -> "arrival",
  import_export_hierarchy -> {"places"}
]
  name: "The Landing"
  parent: ROOM
  owner: ARCHWIZARD
  readable: true

  override aliases = {"landing"};
  override area = "Town";
  override coordinates = {0, -1, 0};
  override description = {
    "A wooden landing on a slow green river, where everybody arrives who comes here for the first time. Ropes creak, a lantern swings from a crooked post, and somebody has painted WELCOME on the planks, one letter to each.",
    "A flight of steps leads up north to the plaza, from where you hear voices. East along the bank there is a light in the windows of a teahouse; a ladder goes down to the boathouse."
  };
  override details = {
    {
      "river|water",
      "Slow, green, and wider than it looks. Nobody has come back from the other bank to say that there is one."
    },
    {"lantern|post", "The flame stands quite still, though the lantern swings."},
    {
      "planks|welcome|letters",
      "W, E, L, C, O, M, and an E that has been painted twice because the first one got wet."
    },
    {"ropes|rope", "Thick as a wrist. They hold no boat at the moment."},
    {
      "steps|flight",
      "Worn in the middle, by many feet going up and few coming down."
    },
    {"ladder", "Six rungs. The fourth is new."},
    {"teahouse|light|windows", "Warm, yellow, and steamed up from inside."}
  };
  override entrances = {PLAZA_SOUTH, TEAHOUSE_WEST, BOATHOUSE_UP};
  override exits = {ARRIVAL_NORTH, ARRIVAL_EAST, ARRIVAL_DOWN};
  override free_home = true;
endobject
