object FOUNTAIN_STEPS [
  import_export_id -> "fountain_steps",
  import_export_hierarchy -> {"places", "things"}
]
  name: "steps"
  parent: FURNITURE
  location: PLAZA
  owner: ARCHWIZARD
  readable: true

  property gender (owner: ARCHWIZARD, flags: "rc") = "plural";
  override aliases = {"steps", "stone steps"};
  override article = "some";
  override description = "Three of them, all the way round the fountain, warm from the day.";
  override seats = 20;
endobject
