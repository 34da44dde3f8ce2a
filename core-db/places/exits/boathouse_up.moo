object BOATHOUSE_UP [
  import_export_id -> "boathouse_up",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "up"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"up", "u"};
  override dest = ARRIVAL;
  override source = BOATHOUSE;
endobject
