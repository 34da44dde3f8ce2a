object WIZARDS_CHANNEL [
  import_export_id -> "wizards_channel",
  import_export_hierarchy -> {"talk"}
]
  name: "wiz"
  parent: CHANNEL
  owner: ARCHWIZARD
  readable: true

  override aliases = {"wiz"};
  override colour = "magenta";
  override description = "The wizards among themselves.";
  override only = WIZARD;
endobject
