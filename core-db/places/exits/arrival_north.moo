object ARRIVAL_NORTH [
  import_export_id -> "arrival_north",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "north"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"north", "n"};
  override dest = PLAZA;
  override source = ARRIVAL;
endobject
