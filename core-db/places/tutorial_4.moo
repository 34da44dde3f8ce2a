object TUTORIAL_4 [
  import_export_id -> "tutorial_4",
  import_export_hierarchy -> {"places"}
]
  name: "A Room with a Book"
  parent: ROOM
  owner: ARCHWIZARD
  readable: true

  override aliases = {"book room"};
  override area = "Tutorial";
  override description = {
    "A single book on a single shelf.",
    "[bold]4 of 5.[/] You need not remember any of this. `help' shows what there is to know, and `help' with a word behind it explains that word. If you mistype something, you are told what you may have meant.",
    "    [bold]help[/]",
    "    [bold]help look[/]",
    "    [bold]north[/]"
  };
  override details = {{"book|shelf", "It is called What To Type. It is the one that `help' opens."}};
  override entrances = {TUTORIAL_3_NORTH, TUTORIAL_5_SOUTH};
  override exits = {TUTORIAL_4_SOUTH, TUTORIAL_4_NORTH, TUTORIAL_4_OUT};
  override free_home = false;
endobject
