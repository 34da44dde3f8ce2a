object PLAZA_WEST [
  import_export_id -> "plaza_west",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "west"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"west", "w"};
  override dest = WORKSHOP;
  override source = PLAZA;
endobject
