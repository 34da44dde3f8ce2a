object ARRIVAL_EAST [
  import_export_id -> "arrival_east",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "east"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"east", "e"};
  override dest = TEAHOUSE;
  override source = ARRIVAL;
endobject
