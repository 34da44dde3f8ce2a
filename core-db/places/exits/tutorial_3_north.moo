object TUTORIAL_3_NORTH [
  import_export_id -> "tutorial_3_north",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "north"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"north", "n"};
  override dest = TUTORIAL_4;
  override source = TUTORIAL_3;
endobject
