object CUSHIONS [
  import_export_id -> "cushions",
  import_export_hierarchy -> {"places", "things"}
]
  name: "heap of cushions"
  parent: FURNITURE
  location: TEAHOUSE
  owner: ARCHWIZARD
  readable: true

  override aliases = {"cushions", "cushion", "heap"};
  override description = "Faded to the colours that everything comes to in the end.";
  override seats = 12;
endobject
