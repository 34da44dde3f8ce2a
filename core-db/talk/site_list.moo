object SITE_LIST [
  import_export_id -> "site_list",
  import_export_hierarchy -> {"talk"}
]
  name: "general"
  parent: MAIL_RECIPIENT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"general", "g"};
  override description = "Letters to everybody who likes to read them, about this world and everything in it.";
endobject
