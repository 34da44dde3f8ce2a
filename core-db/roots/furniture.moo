object FURNITURE [
  import_export_id -> "furniture",
  import_export_hierarchy -> {"roots"}
]
  name: "generic furniture"
  parent: THING
  owner: ARCHWIZARD
  fertile: true
  readable: true

  // how one sits there: "on the bench"
  property preposition (owner: ARCHWIZARD, flags: "rc") = "on";
  // how many have room
  property seats (owner: ARCHWIZARD, flags: "rc") = 4;
  property sitters (owner: ARCHWIZARD, flags: "r") = {};
  override aliases = {"furniture"};
  override fixed = true;

  verb "sit" (none on top of this) owner: ARCHWIZARD flags: "rxd"
    // sit on <furniture>
    // Sits down on something. `stand' gets up again.
    this:sit_down();
  endverb

  verb "sit" (this none none) owner: ARCHWIZARD flags: "rxd"
    // sit <furniture>
    // Sits down on something. `stand' gets up again.
    this:sit_down();
  endverb

  verb "sit" (none in this) owner: ARCHWIZARD flags: "rxd"
    // sit in <furniture>
    // Sits down in something. `stand' gets up again.
    this:sit_down();
  endverb

  method sit_down owner: ARCHWIZARD
    // :sit_down() lets the player sit here
    sitters = {who for who in (this.sitters) if valid(who) && who.location == this.location && who.seat == this};
    if (player.seat == this && player in sitters)
      return player:tell("You are sitting there already.");
    elseif (this.location != player.location)
      return player:tell("You can't reach ", this:the(), " from here.");
    elseif (length(sitters) >= this.seats)
      return player:tell("There is no room left ", this.preposition, " ", this:the(), ": ", $string_utils:english_list({who.name for who in (sitters)}), length(sitters) == 1 ? " sits" | " sit", " there.");
    endif
    this.sitters = setadd(sitters, player);
    player.seat = this;
    player.posture = tostr("sitting ", this.preposition, " ", this:the());
    $events:emit("action", player.location, tostr("%N %<sits> down ", this.preposition, " %<the t>."), ["this" -> this]);
  endmethod

  method look_self owner: ARCHWIZARD
    // :look_self() shows the furniture and who sits there
    pass(@args);
    sitters = {who for who in (this.sitters) if valid(who) && who.location == this.location && who.seat == this};
    sitters && player:tell($string_utils:english_list({who == player ? "You" | who.name for who in (sitters)}), length(sitters) == 1 && sitters[1] != player ? " sits " | " sit ", this.preposition, " ", this:the(), ".");
  endmethod
endobject
