object TUTORIAL_2_SOUTH [
  import_export_id -> "tutorial_2_south",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "south"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"south", "s"};
  override dest = TUTORIAL_1;
  override source = TUTORIAL_2;
endobject
