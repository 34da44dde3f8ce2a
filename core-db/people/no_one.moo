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
  override gender = "neuter";
  override po = "it";
  override poc = "It";
  override pp = "its";
  override ppc = "Its";
  override pq = "its";
  override pqc = "Its";
  override pr = "itself";
  override prc = "Itself";
  override ps = "it";
  override psc = "It";
endobject
