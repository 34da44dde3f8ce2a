object TEAHOUSE [
  import_export_id -> "teahouse",
  import_export_hierarchy -> {"places"}
]
  name: "The Teahouse"
  parent: ROOM
  owner: ARCHWIZARD
  readable: true

  override aliases = {"teahouse"};
  override area = "Town";
  override coordinates = {1, -1, 0};
  override description = {
    "Low tables, cushions, and a stove on which a kettle is always about to boil. The windows look on the river. People come here to talk where it is not as loud as on the plaza.",
    "The landing is west."
  };
  override details = {
    {"kettle|stove", "Any moment now."},
    {"windows|river", "The river goes by, at the speed of a good conversation."},
    {
      "cushions|tables|cushion",
      "Faded to the colours that everything comes to in the end."
    }
  };
  override entrances = {ARRIVAL_EAST};
  override exits = {TEAHOUSE_WEST};
  override free_home = true;
endobject
