object TUTORIAL_4_SOUTH [
  import_export_id -> "tutorial_4_south",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "south"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"south", "s"};
  override dest = TUTORIAL_3;
  override source = TUTORIAL_4;
endobject
