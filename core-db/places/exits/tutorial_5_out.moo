object TUTORIAL_5_OUT [
  import_export_id -> "tutorial_5_out",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "out"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"out", "o"};
  override dest = PLAZA;
  override source = TUTORIAL_5;
endobject
