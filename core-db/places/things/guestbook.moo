object GUESTBOOK [
  import_export_id -> "guestbook",
  import_export_hierarchy -> {"places", "things"}
]
  name: "guests' book"
  parent: NOTE
  location: ARRIVAL
  owner: ARCHWIZARD
  readable: true

  override aliases = {"book", "guest book", "guestbook"};
  override description = "Bound in oilcloth, on a string, with a pencil.";
  override fixed = true;
  override text = {"Here for the first time. Where is everybody?", "On the plaza! Go north."};

  method is_writable_by owner: ARCHWIZARD
    // :is_writable_by(who) => everybody may
    return is_player(args[1]);
  endmethod

  verb "sign" (this none none) owner: ARCHWIZARD flags: "rxd"
    // sign book
    // Writes your name into the guests' book.
    lines = {@this.text, tostr(player.name, ", ", ctime()[5..10])};
    this.text = lines[max(1, $ - 49)..$];
    $events:emit("action", player.location, "%N %<signs> %<the t>.", ["this" -> this]);
  endverb
endobject
