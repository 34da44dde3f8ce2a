object TAPE [
  import_export_id -> "tape",
  import_export_hierarchy -> {"places", "things"}
]
  name: "folding rule"
  parent: THING
  location: TOOLBOX
  owner: ARCHWIZARD
  readable: true

  override aliases = {"rule", "folding rule"};
  override description = "Two metres of yellow wood. It is a little optimistic near the end.";
endobject
