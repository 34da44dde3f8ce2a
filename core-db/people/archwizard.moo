object ARCHWIZARD [
  import_export_id -> "archwizard",
  import_export_hierarchy -> {"people"}
]
  name: "Wizard"
  parent: WIZARD
  owner: ARCHWIZARD
  player: true
  wizard: true
  programmer: true
  readable: true

  override aliases = {"Wizard"};
  override description = "A figure in a cloak full of pockets, each with a half-finished spell in it.";
  override home = ARRIVAL;
endobject
