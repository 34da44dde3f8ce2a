object WORKSHOP [
  import_export_id -> "workshop",
  import_export_hierarchy -> {"places"}
]
  name: "The Workshop"
  parent: ROOM
  owner: ARCHWIZARD
  readable: true

  override aliases = {"workshop"};
  override area = "Town";
  override coordinates = {-1, 0, 0};
  override description = {
    "Sawdust, pegs with every tool you can name and some you can't, and a long bench under a north light. Half of the things in this world began here as an idea and a few words.",
    "A sign on the wall says how: type `read sign'. The plaza is east; west a gate opens on Lantern Street, where you can build."
  };
  override details = {
    {
      "tools|pegs|tool",
      "Each peg has an outline painted behind it. One outline has no tool, and no tool would fit it."
    },
    {"sawdust", "It has settled into the shape of a small dune."},
    {"light|window", "From the north, cool and even."},
    {"gate", "It stands open. It has never been seen shut."}
  };
  override entrances = {PLAZA_WEST, STREET_EAST};
  override exits = {WORKSHOP_EAST, WORKSHOP_WEST};
  override free_home = true;
endobject
