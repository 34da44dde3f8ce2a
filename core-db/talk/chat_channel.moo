object CHAT_CHANNEL [
  import_export_id -> "chat_channel",
  import_export_hierarchy -> {"talk"}
]
  name: "chat"
  parent: CHANNEL
  owner: ARCHWIZARD
  readable: true

  override aliases = {"chat", "ch"};
  override description = "Talk about anything, for everybody.";
endobject
