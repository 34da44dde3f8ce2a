object GARDEN_BENCH [
  import_export_id -> "garden_bench",
  import_export_hierarchy -> {"places", "things"}
]
  name: "green bench"
  parent: FURNITURE
  location: GARDEN
  owner: ARCHWIZARD
  readable: true

  override aliases = {"bench", "green bench"};
  override description = "Iron, painted green more than once.";
  override seats = 3;
endobject
