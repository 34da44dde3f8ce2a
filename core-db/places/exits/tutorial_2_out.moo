object TUTORIAL_2_OUT [
  import_export_id -> "tutorial_2_out",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "out"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"out", "o"};
  override dest = PLAZA;
  override source = TUTORIAL_2;
endobject
