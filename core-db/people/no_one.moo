object NO_ONE [
  import_export_id -> "no_one",
  import_export_hierarchy -> {"people"}
]
  name: "no one"
  parent: PLAYER
  owner: ARCHWIZARD
  readable: true

  override aliases = {"no one"};
  override description = "Nobody you could meet: a programmer who may do only what everybody may.";
endobject
