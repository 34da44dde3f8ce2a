object TOOLBOX [
  import_export_id -> "toolbox",
  import_export_hierarchy -> {"places", "things"}
]
  name: "toolbox"
  parent: CONTAINER
  location: WORKSHOP
  owner: ARCHWIZARD
  readable: true

  override aliases = {"toolbox", "box"};
  override description = "A long box of tin, dented on all corners but one.";
  override fixed = true;
endobject
