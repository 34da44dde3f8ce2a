object STREET_END_EAST [
  import_export_id -> "street_end_east",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "east"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"east", "e"};
  override dest = STREET;
  override source = STREET_END;
endobject
