object GARDEN_WEST [
  import_export_id -> "garden_west",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "west"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"west", "w"};
  override dest = GALLERY;
  override source = GARDEN;
endobject
