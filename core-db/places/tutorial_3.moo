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
    "[bold]3.[/] Talking is what this is for. Type [bold]say hello[/]: everybody in the room hears it. Then type [bold]:smiles[/] to show what you do. In the town, [bold]who[/] tells who is there, and [bold]page NAME hello[/] reaches them. Then go [bold]north[/]."
  };
  override details = {{"stand", "Brass, polished where a parrot sits."}};
  override entrances = {TUTORIAL_2_NORTH, TUTORIAL_4_SOUTH};
  override exits = {TUTORIAL_3_SOUTH, TUTORIAL_3_NORTH, TUTORIAL_3_OUT};
  override free_home = false;
endobject
