object TEAHOUSE_WEST [
  import_export_id -> "teahouse_west",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "west"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"west", "w"};
  override dest = ARRIVAL;
  override source = TEAHOUSE;
endobject
