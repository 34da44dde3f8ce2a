object TUTORIAL_3 [
  import_export_id -> "tutorial_3",
  import_export_hierarchy -> {"places"}
]
  name: "A Room with a Parrot"
  parent: ROOM
  owner: ARCHWIZARD
  readable: true

  override aliases = {"parrot room"};
  override area = "Tutorial";
  override description = {
    "A parrot sits on a brass stand and looks at you with one eye, then with the other.",
    "[bold]3 of 5.[/] Talking is what this is for. Everybody in the room hears what you say, and sees what you do when you begin with a colon:",
    "    [bold]say hello[/]",
    "    [bold]:smiles[/]",
    "In the town, `who' tells who is there, and `page NAME hello' reaches somebody wherever they are. Now go on:",
    "    [bold]north[/]"
  };
  override details = {{"stand", "Brass, polished where a parrot sits."}};
  override entrances = {TUTORIAL_2_NORTH, TUTORIAL_4_SOUTH};
  override exits = {TUTORIAL_3_SOUTH, TUTORIAL_3_NORTH, TUTORIAL_3_OUT};
  override free_home = false;
endobject
