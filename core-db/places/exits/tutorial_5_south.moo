object TUTORIAL_5_SOUTH [
  import_export_id -> "tutorial_5_south",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "south"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"south", "s"};
  override dest = TUTORIAL_4;
  override source = TUTORIAL_5;
endobject
