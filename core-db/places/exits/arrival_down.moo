object ARRIVAL_DOWN [
  import_export_id -> "arrival_down",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "down"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"down", "d"};
  override dest = BOATHOUSE;
  override source = ARRIVAL;
endobject
