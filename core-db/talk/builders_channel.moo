object BUILDERS_CHANNEL [
  import_export_id -> "builders_channel",
  import_export_hierarchy -> {"talk"}
]
  name: "build"
  parent: CHANNEL
  owner: ARCHWIZARD
  readable: true

  override aliases = {"build"};
  override colour = "yellow";
  override description = "About building and programming.";
endobject
