object HACKER [
  import_export_id -> "hacker",
  import_export_hierarchy -> {"people"}
]
  name: "Hacker"
  parent: PROGRAMMER
  owner: ARCHWIZARD
  programmer: true
  readable: true

  override aliases = {"Hacker"};
  override description = "Nobody you could meet: the owner of programs that need no wizard's power.";
endobject
