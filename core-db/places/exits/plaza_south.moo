object PLAZA_SOUTH [
  import_export_id -> "plaza_south",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "south"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"south", "s"};
  override dest = ARRIVAL;
  override source = PLAZA;
endobject
