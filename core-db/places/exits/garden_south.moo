object GARDEN_SOUTH [
  import_export_id -> "garden_south",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "south"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"south", "s"};
  override dest = LIBRARY;
  override source = GARDEN;
endobject
