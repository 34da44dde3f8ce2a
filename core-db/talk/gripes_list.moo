object GRIPES_LIST [
  import_export_id -> "gripes_list",
  import_export_hierarchy -> {"talk"}
]
  name: "gripes"
  parent: MAIL_RECIPIENT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"gripes", "reports"};
  override description = "Complaints and reports. Everybody may write, the wizards read.";
  override readers = {};
endobject
