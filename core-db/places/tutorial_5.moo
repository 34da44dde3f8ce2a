object TUTORIAL_5 [
  import_export_id -> "tutorial_5",
  import_export_hierarchy -> {"places"}
]
  name: "A Room with a Workbench"
  parent: ROOM
  owner: ARCHWIZARD
  readable: true

  override aliases = {"workbench room"};
  override area = "Tutorial";
  override description = {
    "A workbench, a good lamp, and the smell of new wood.",
    "[bold]5 of 5.[/] Everything in this world was made by somebody, with words. Make something, say what it looks like, and look at it. It may be this kite, or anything you like better:",
    "    [bold]@create $thing named small kite,kite[/]",
    "    [bold]@describe kite as It is red, and wants to be elsewhere.[/]",
    "    [bold]look kite[/]",
    "When you have made and described something, the way north lets you through, into the town:",
    "    [bold]north[/]"
  };
  override details = {
    {"workbench|bench", "Nothing on it yet. That is your part."},
    {"lamp|light", "Good enough to make small things by."}
  };
  override entrances = {TUTORIAL_4_NORTH};
  override exits = {TUTORIAL_5_SOUTH, TUTORIAL_5_NORTH, TUTORIAL_5_OUT};
  override free_home = false;
endobject
