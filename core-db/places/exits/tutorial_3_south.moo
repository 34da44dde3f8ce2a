object TUTORIAL_3_SOUTH [
  import_export_id -> "tutorial_3_south",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "south"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"south", "s"};
  override dest = TUTORIAL_2;
  override source = TUTORIAL_3;
endobject
