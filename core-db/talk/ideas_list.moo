object IDEAS_LIST [
  import_export_id -> "ideas_list",
  import_export_hierarchy -> {"talk"}
]
  name: "ideas"
  parent: MAIL_RECIPIENT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"ideas", "bugs", "typos"};
  override description = "Ideas for this world, and what is wrong with it.";
endobject
