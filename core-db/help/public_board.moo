object PUBLIC_BOARD [
  import_export_id -> "public_board",
  import_export_hierarchy -> {"help"}
]
  name: "cork board"
  parent: BOARD
  location: LIBRARY
  owner: ARCHWIZARD
  readable: true

  override aliases = {"cork board", "board"};
  override description = "Cork in a wooden frame, with more holes than cork. Whoever has something to say to whoever comes by pins it here.";
endobject
