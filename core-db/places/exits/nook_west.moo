object NOOK_WEST [
  import_export_id -> "nook_west",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "west"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"west", "w"};
  override dest = LIBRARY;
  override source = NOOK;
endobject
