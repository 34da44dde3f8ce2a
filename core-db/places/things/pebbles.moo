object PEBBLES [
  import_export_id -> "pebbles",
  import_export_hierarchy -> {"places", "things"}
]
  name: "heap of pebbles"
  parent: THING
  location: TUTORIAL_2
  owner: ARCHWIZARD
  readable: true

  override aliases = {"heap", "pebbles", "pebble"};
  override description = "Grey, white, and one that is nearly blue.";
  override fixed = true;

  verb "g*et t*ake" (this none none) owner: ARCHWIZARD flags: "rxd"
    // get pebble
    // Takes a pebble from the heap.
    for thing in (player.contents)
      parent(thing) == $pebble && return player:tell("You have a pebble already.");
    endfor
    pebble = create($pebble, #2);
    pebble.name = "pebble";
    move(pebble, player);
    $events:emit("action", player.location, "%N %<takes> a pebble from %<the t>.", ["this" -> this]);
  endverb
endobject
