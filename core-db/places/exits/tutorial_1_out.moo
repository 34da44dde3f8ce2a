object TUTORIAL_1_OUT [
  import_export_id -> "tutorial_1_out",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "out"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"out", "o"};
  override dest = PLAZA;
  override source = TUTORIAL_1;
endobject
