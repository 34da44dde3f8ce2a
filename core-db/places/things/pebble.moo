object PEBBLE [
  import_export_id -> "pebble",
  import_export_hierarchy -> {"places", "things"}
]
  name: "pebble"
  parent: THING
  owner: ARCHWIZARD
  readable: true

  override aliases = {"pebble"};
  override description = "Smooth, and exactly as heavy as it looks.";

  verb "d*rop th*row" (this none none) owner: ARCHWIZARD flags: "rxd"
    // drop pebble
    // Puts the pebble back.
    this.location == player || return player:tell("You don't have a pebble.");
    $events:emit("action", player.location, "%N %<drops> %<the t>. It rolls back to where it came from.", ["this" -> this]);
    recycle(this);
  endverb
endobject
