object NOOK [
  import_export_id -> "nook",
  import_export_hierarchy -> {"places"}
]
  name: "The Reading Nook"
  parent: ROOM
  owner: ARCHWIZARD
  readable: true

  override aliases = {"nook"};
  override area = "Town";
  override coordinates = {2, 0, 0};
  override description = {
    "A window seat, a lamp with a green shade, and just enough room to pull up your knees. Rain runs down the outside of the glass, whatever the weather is elsewhere. Voices from the library come in as a murmur.",
    "The library is west."
  };
  override details = {
    {
      "window|glass|rain",
      "Behind the rain there is a garden, and behind the garden more rain."
    },
    {"lamp|shade", "It gives exactly as much light as one page needs."}
  };
  override entrances = {LIBRARY_EAST};
  override exits = {NOOK_WEST};
  override free_home = true;
endobject
