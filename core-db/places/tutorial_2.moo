object TUTORIAL_2 [
  import_export_id -> "tutorial_2",
  import_export_hierarchy -> {"places"}
]
  name: "A Room with a Heap"
  parent: ROOM
  owner: ARCHWIZARD
  readable: true

  override aliases = {"heap room"};
  override area = "Tutorial";
  override description = {
    "There is a heap of pebbles in the middle of the floor.",
    "[bold]2 of 5.[/] Things can be taken, carried about, and put down. Type these lines, one after the other:",
    "    [bold]get pebble[/]",
    "    [bold]inventory[/]",
    "    [bold]drop pebble[/]",
    "    [bold]north[/]"
  };
  override details = {{"floor", "Swept."}};
  override entrances = {TUTORIAL_1_NORTH, TUTORIAL_3_SOUTH};
  override exits = {TUTORIAL_2_SOUTH, TUTORIAL_2_NORTH, TUTORIAL_2_OUT};
  override free_home = false;
endobject
