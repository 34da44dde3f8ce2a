object EXIT [
  import_export_id -> "exit",
  import_export_hierarchy -> {"roots"}
]
  name: "generic exit"
  parent: ROOT
  owner: ARCHWIZARD
  fertile: true
  readable: true

  property arrive_msg (owner: ARCHWIZARD, flags: "rc") = "";
  property dest (owner: ARCHWIZARD, flags: "rc") = #-1;
  // whether there is a door in it that can be closed
  property door (owner: ARCHWIZARD, flags: "rc") = false;
  // the thing that turns its lock, and whether it is turned
  property keyhole (owner: ARCHWIZARD, flags: "rc") = #-1;
  property leave_msg (owner: ARCHWIZARD, flags: "rc") = "";
  property locked (owner: ARCHWIZARD, flags: "rc") = false;
  property nogo_msg (owner: ARCHWIZARD, flags: "rc") = "";
  property oarrive_msg (owner: ARCHWIZARD, flags: "rc") = "";
  // whether it is left out when exits are listed
  property obvious (owner: ARCHWIZARD, flags: "rc") = true;
  property oleave_msg (owner: ARCHWIZARD, flags: "rc") = "";
  property onogo_msg (owner: ARCHWIZARD, flags: "rc") = "";
  // whether its door stands open
  property opened (owner: ARCHWIZARD, flags: "rc") = true;
  property source (owner: ARCHWIZARD, flags: "rc") = #-1;
  override aliases = {"exit"};

  method invoke owner: ARCHWIZARD
    // :invoke() takes the player through this exit.
    return this:move(player);
  endmethod

  method why_not owner: ARCHWIZARD
    // :why_not(what) => why something cannot pass, in markup; "" if nothing is in the way
    {what} = args;
    name = $markup:escape(this.name);
    if (this.door && !this.opened)
      return tostr("The way ", name, " is closed. [dim](open ", name, ")[/]");
    elseif (!this:is_unlocked_for(what))
      return this.nogo_msg || tostr("The way ", name, " is locked: only for ", $markup:escape($lock_utils:words(this.key)), ".");
    elseif (!valid(this.dest))
      return tostr("The way ", name, " leads nowhere", valid(this.owner) ? tostr("; ", $markup:escape(this.owner.name), " owns it") | "", ".");
    endif
    return "";
  endmethod

  method move owner: ARCHWIZARD
    // :move(what) => whether something has been taken through this exit; those on both sides are told
    {what} = args;
    what == player || $perm_utils:controls(caller_perms(), what) || raise(E_PERM);
    reason = this:why_not(what);
    from = what.location;
    dest = this.dest;
    if (!reason)
      dest:bless_for_entry(what, this);
      dest:acceptable(what) || (reason = this.nogo_msg || tostr($markup:escape(dest.name), " does not let you in: it is ", $markup:escape(valid(dest.owner) ? dest.owner.name + "'s" | "nobody's"), "."));
    endif
    if (reason)
      $events:emit("movement", from, ["actor" -> reason, "others" -> this.onogo_msg], this:_roles(what));
      return false;
    endif
    leaving = this:oleave_msg(what);
    arriving = this:oarrive_msg(what);
    this.leave_msg && $events:emit("movement", {what}, this.leave_msg, this:_roles(what));
    what:moveto(dest);
    if (what.location != dest)
      what.location == from && what:tell("You can't go that way.");
      return false;
    endif
    roles = this:_roles(what);
    roles["where"] = from;
    leaving && $events:emit("movement", from, ["others" -> leaving], roles);
    roles["where"] = dest;
    arriving && $events:emit("movement", dest, ["actor" -> "", "others" -> arriving], roles);
    this.arrive_msg && $events:emit("movement", {what}, this.arrive_msg, roles);
    return true;
  endmethod

  method _roles owner: ARCHWIZARD
    // :_roles(what) => the roles of somebody who passes
    return ["actor" -> args[1], "this" -> this];
  endmethod

  method direction owner: ARCHWIZARD
    // :direction() => the direction that the exit leads to, as in $building_utils.directions, or {}
    places = $building_utils.direction_places;
    for name in ({this.name, @this.aliases})
      maphaskey(places, name) && return $building_utils.directions[places[name]];
    endfor
    return {};
  endmethod

  method oleave_msg owner: ARCHWIZARD
    // :oleave_msg(what) => what those see who stay behind, as a template for $events
    this.oleave_msg && return index(this.oleave_msg, "%N", 1) || index(this.oleave_msg, "%n") ? this.oleave_msg | "%N " + this.oleave_msg;
    direction = this:direction();
    return direction ? tostr("%N %<goes> ", direction[1], ".") | "%N %<leaves> through %<the t>.";
  endmethod

  method oarrive_msg owner: ARCHWIZARD
    // :oarrive_msg(what) => what those see on the other side, as a template for $events
    this.oarrive_msg && return index(this.oarrive_msg, "%N", 1) || index(this.oarrive_msg, "%n") ? this.oarrive_msg | "%N " + this.oarrive_msg;
    direction = this:direction();
    back = direction ? direction[3] | "";
    back || return "%N %<arrives>.";
    return tostr("%N %<arrives> from ", back in {"up", "down"} ? back == "up" ? "above" | "below" | back in {"in", "out"} ? back == "in" ? "inside" | "outside" | "the " + back, ".");
  endmethod

  method look_self owner: ARCHWIZARD
    // :look_self() shows the exit: its description, or where it leads
    if (this.description)
      pass(@args);
    else
      player:show(tostr("The way ", $markup:escape(this.name), " leads to ", valid(this.dest) ? $markup:escape(this.dest:the()) | "nowhere", "."));
    endif
    this.door && player:tell(this.opened ? "It is open." | "It is closed.");
  endmethod

  method the owner: ARCHWIZARD
    // :the() => the name with an article, unless it is a direction
    return this:direction() ? this.name | pass();
  endmethod

  method _set_opened owner: ARCHWIZARD
    // :_set_opened(opened) opens or closes the door, with the same door of the way back
    caller == this || raise(E_PERM);
    {opened} = args;
    this.opened = opened;
    for back in (valid(this.dest) ? `this.dest.exits ! ANY => {}' | {})
      valid(back) && back.dest == this.source && back.door && back.owner == this.owner && (back.opened = opened);
    endfor
  endmethod

  verb "open close shut" (this none none) owner: ARCHWIZARD flags: "rxd"
    // open <exit>
    // close <exit>
    // Opens or closes a door.
    want = verb == "open";
    if (!this.door)
      return player:tell("There is no door that way.");
    elseif (this.opened == want)
      return player:tell("It is ", want ? "open" | "closed", " already.");
    elseif (want && this.locked)
      return player:tell("It is locked. `unlock ", this.name, " with <key>' opens the lock.");
    elseif (!this:is_unlocked_for(player))
      return player:tell("It is locked: only for ", $lock_utils:words(this.key), ".");
    endif
    this:_set_opened(want);
    way = $markup:escape(this:direction() ? "the door " + this.name | this:the());
    $events:emit("action", player.location, tostr("%N ", want ? "%<opens> " | "%<closes> ", way, "."), ["this" -> this]);
    if (valid(this.dest) && this.dest != player.location)
      this.dest:announce_all("A door is ", want ? "opened" | "closed", " from the other side.");
    endif
  endverb

  method recycle owner: ARCHWIZARD
    // :recycle() takes the exit out of its rooms.
    pass(@args);
    valid(this.source) && `this.source:remove_exit(this) ! ANY';
    valid(this.dest) && `this.dest:remove_entrance(this) ! ANY';
  endmethod

  method moveto owner: ARCHWIZARD
    // :moveto(where) does nothing: exits are nowhere themselves.
    return false;
  endmethod

  method examine_contents owner: ARCHWIZARD
    // :examine_contents(who) => a line for `examine': where it leads from and to
    return {tostr("Leads from ", $string_utils:nn(this.source), " to ", $string_utils:nn(this.dest), ".")};
  endmethod

  method test_messages owner: ARCHWIZARD
    exit = create($exit, #2);
    try
      exit.name = "north";
      $test:equal(exit:oleave_msg(#2), "%N %<goes> north.");
      $test:equal(exit:oarrive_msg(#2), "%N %<arrives> from the south.");
      exit.name = "oak door";
      $test:equal(exit:oarrive_msg(#2), "%N %<arrives>.");
      exit.oleave_msg = "climbs out.";
      $test:equal(exit:oleave_msg(#2), "%N climbs out.");
      $test:contains(exit:why_not(#2), "nowhere");
    finally
      recycle(exit);
    endtry
  endmethod

  verb "lock unlock" (this with any) owner: ARCHWIZARD flags: "rxd"
    // lock <something> with <key>    or    unlock <something> with <key>
    // Turns the lock of a door or a container with its key, which you carry.
    want = verb == "lock";
    tool = $command_utils:need_object(iobj, iobjstr);
    valid(tool) || return;
    if (!valid(this.keyhole))
      player:tell("There is no keyhole in ", this:the(), ".");
    elseif (tool.location != player)
      player:tell("You don't have ", tool:the(), ".");
    elseif (tool != this.keyhole)
      player:tell($string_utils:capitalize(tool:the()), " does not fit.");
    elseif (this.locked == want)
      player:tell($string_utils:capitalize(this:the()), " is ", want ? "locked" | "unlocked", " already.");
    elseif (want && this.opened)
      player:tell($string_utils:capitalize(this:the()), " is open. Close it first.");
    else
      this.locked = want;
      $events:emit("action", player.location, want ? "%N %<locks> %<the t> with %<the i>." | "%N %<unlocks> %<the t> with %<the i>.", ["this" -> this, "iobj" -> tool]);
    endif
  endverb
endobject
