object SIGN [
  import_export_id -> "sign",
  import_export_hierarchy -> {"places", "things"}
]
  name: "sign"
  parent: NOTE
  location: WORKSHOP
  owner: ARCHWIZARD
  readable: true

  override aliases = {"sign"};
  override description = "Painted on a board, and screwed to the wall with eight screws.";
  override fixed = true;
  override text = {
    "[bold]How to make something[/]",
    "@create $thing named brass lamp,lamp      makes it; you hold it",
    "@describe lamp as It has seen better cellars.",
    "drop lamp                                 puts it down",
    "@create $container named wooden box,box   for things that hold things; also $note, $furniture, $garment, $portal",
    "@recycle lamp                             takes it back; @undo and @restore bring it back again",
    "@dig north to My House                    on Lantern Street: a place of your own",
    "help building has the rest."
  };
endobject
