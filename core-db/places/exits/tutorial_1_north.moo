object TUTORIAL_1_NORTH [
  import_export_id -> "tutorial_1_north",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "north"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"north", "n"};
  override dest = TUTORIAL_2;
  override source = TUTORIAL_1;
endobject
