object BOATHOUSE [
  import_export_id -> "boathouse",
  import_export_hierarchy -> {"places"}
]
  name: "The Boathouse"
  parent: ROOM
  owner: ARCHWIZARD
  readable: true

  override aliases = {"boathouse"};
  override area = "Town";
  override coordinates = {0, -1, -1};
  override description = {
    "Green light comes up through the floor, which is mostly river. A boat hangs from the beams, keel up, half of it varnished. Whoever was doing it has gone to find another brush.",
    "The ladder goes up to the landing."
  };
  override details = {
    {"boat|keel", "Her name is on the bow, upside down: PATIENCE."},
    {"light|river|water", "A fish looks up, and is not impressed."},
    {"beams|varnish", "It smells good enough to stay for a while."},
    {"brush", "There is none. That is the trouble."}
  };
  override entrances = {ARRIVAL_DOWN};
  override exits = {BOATHOUSE_UP};
  override free_home = true;
endobject
