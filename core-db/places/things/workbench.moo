object WORKBENCH [
  import_export_id -> "workbench",
  import_export_hierarchy -> {"places", "things"}
]
  name: "long bench"
  parent: FURNITURE
  location: WORKSHOP
  owner: ARCHWIZARD
  readable: true

  override aliases = {"bench"};
  override description = "One plank, thirty years of initials.";
  override seats = 6;
endobject
