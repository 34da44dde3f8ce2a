object STREET [
  import_export_id -> "street",
  import_export_hierarchy -> {"places"}
]
  name: "Lantern Street"
  parent: ROOM
  owner: ARCHWIZARD
  readable: true

  override aliases = {"street", "lantern street"};
  override area = "Street";
  override coordinates = {-2, 0, 0};
  override description = {
    "Paper lanterns on strings, cobbles, and between them empty plots with the grass still on. This is where people build: `@dig north to My House' makes a house with a door to the street, and from then on it is yours.",
    "The workshop is east; the street goes on west."
  };
  override details = {
    {
      "lanterns|lantern|strings",
      "Red, yellow, and one that is blue because the shop had run out."
    },
    {"cobbles", "Laid by somebody who was paid by the stone."},
    {"plots|plot|grass", "Each has a peg in every corner, and a string around."}
  };
  override entrances = {WORKSHOP_WEST, STREET_END_EAST};
  override exits = {STREET_EAST, STREET_WEST};
  override free_entrance = true;
  override free_exit = true;
  override free_home = true;
endobject
