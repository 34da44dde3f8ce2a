object TUTORIAL_4_NORTH [
  import_export_id -> "tutorial_4_north",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "north"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"north", "n"};
  override dest = TUTORIAL_5;
  override source = TUTORIAL_4;
endobject
