object STREET_END [
  import_export_id -> "street_end",
  import_export_hierarchy -> {"places"}
]
  name: "The Far End of Lantern Street"
  parent: ROOM
  owner: ARCHWIZARD
  readable: true

  override aliases = {"far end", "street end"};
  override area = "Street";
  override coordinates = {-3, 0, 0};
  override description = {
    "Here the lanterns are fewer and the plots are wider. The cobbles stop at a white line; behind it begins what nobody has thought of yet.",
    "The street leads back east. There is room to build: `help @dig'."
  };
  override details = {
    {"line", "Chalk. You can step over it by typing @dig."},
    {"lanterns|lantern", "The last one has a moth, who lives here."},
    {"moth", "It looks at you as if you were late."}
  };
  override entrances = {STREET_WEST};
  override exits = {STREET_END_EAST};
  override free_entrance = true;
  override free_exit = true;
  override free_home = true;
endobject
