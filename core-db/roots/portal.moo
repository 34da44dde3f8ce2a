object PORTAL [
  import_export_id -> "portal",
  import_export_hierarchy -> {"roots"}
]
  name: "generic portal"
  parent: THING
  owner: ARCHWIZARD
  fertile: true
  readable: true

  property dest (owner: ARCHWIZARD, flags: "rc") = #-1;
  property leave_msg (owner: ARCHWIZARD, flags: "rc") = "";
  property oarrive_msg (owner: ARCHWIZARD, flags: "rc") = "%N %<arrives>.";
  property oleave_msg (owner: ARCHWIZARD, flags: "rc") = "%N %<goes> into %<the t>.";
  override aliases = {"portal"};
  override fixed = true;

  verb "enter" (this none none) owner: ARCHWIZARD flags: "rxd"
    // enter <portal>
    // Goes through something that leads elsewhere.
    this:invoke();
  endverb

  method invoke owner: ARCHWIZARD
    // :invoke() takes the player through the portal
    dest = this.dest;
    from = player.location;
    if (this.location == player)
      return player:tell("You hold ", this:the(), ". Put it down first.");
    elseif (this.location != from)
      return player:tell("You can't reach ", this:the(), " from here.");
    elseif (!this:is_unlocked_for(player))
      return player:tell($string_utils:capitalize(this:the()), " does not let you in: only for ", $lock_utils:words(this.key), ".");
    elseif (!valid(dest))
      return player:tell($string_utils:capitalize(this:the()), " leads nowhere.");
    endif
    dest:bless_for_entry(player, this);
    dest:acceptable(player) || return player:tell(dest.name, " does not let you in.");
    this.leave_msg && $events:emit("movement", {player}, this.leave_msg, ["this" -> this]);
    player:moveto(dest);
    player.location == dest || return player:tell("You can't go there.");
    this.oleave_msg && $events:emit("movement", from, ["others" -> this.oleave_msg], ["this" -> this, "where" -> from]);
    this.oarrive_msg && $events:emit("movement", dest, ["actor" -> "", "others" -> this.oarrive_msg], ["this" -> this]);
  endmethod

  method is_unlocked_for owner: ARCHWIZARD
    // :is_unlocked_for(what) => whether somebody may pass; things may always be moved
    return !is_player(args[1]) || pass(@args);
  endmethod
endobject
