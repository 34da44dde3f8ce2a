object NEWBIE_CHANNEL [
  import_export_id -> "newbie_channel",
  import_export_hierarchy -> {"talk"}
]
  name: "newbie"
  parent: CHANNEL
  owner: ARCHWIZARD
  readable: true

  override aliases = {"newbie", "ask"};
  override colour = "green";
  override description = "Questions of any kind, and answers. Nobody laughs.";
endobject
