object STREET_EAST [
  import_export_id -> "street_east",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "east"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"east", "e"};
  override dest = WORKSHOP;
  override source = STREET;
endobject
