object TUTORIAL_2_NORTH [
  import_export_id -> "tutorial_2_north",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "north"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"north", "n"};
  override dest = TUTORIAL_3;
  override source = TUTORIAL_2;
endobject
