object TUTORIAL_1 [
  import_export_id -> "tutorial_1",
  import_export_hierarchy -> {"places"}
]
  name: "A Quiet Room"
  parent: ROOM
  owner: ARCHWIZARD
  readable: true

  override aliases = {"quiet room"};
  override area = "Tutorial";
  override description = {
    "White walls, a window, and a door to the north. Nothing here can go wrong.",
    "[bold]1 of 5.[/] You are reading the description of a place. Most of what it mentions can be looked at. Type this line, and press Enter:",
    "    [bold]look window[/]"
  };
  override details = {
    {
      "window",
      {
        "Behind the glass there is a small town: a landing by a river, a plaza, roofs. That is where you are going.",
        "Good. `look' alone shows the room again. You leave a room by typing the name of a way out. The next part is to the north:",
        "    [bold]north[/]"
      }
    },
    {"walls|wall", "White. They have been waiting for somebody to look at them."},
    {"door", "It stands open."}
  };
  override entrances = {TUTORIAL_2_SOUTH};
  override exits = {TUTORIAL_1_NORTH, TUTORIAL_1_OUT};
  override free_home = false;
endobject
