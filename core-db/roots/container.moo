object CONTAINER [
  import_export_id -> "container",
  import_export_hierarchy -> {"roots"}
]
  name: "generic container"
  parent: THING
  owner: ARCHWIZARD
  fertile: true
  readable: true

  // whether it can be opened and closed at all
  property closable (owner: ARCHWIZARD, flags: "rc") = true;
  property close_msg (owner: ARCHWIZARD, flags: "rc") = "You close %<the t>.";
  property dark (owner: ARCHWIZARD, flags: "rc") = true;
  property empty_msg (owner: ARCHWIZARD, flags: "rc") = "It is empty.";
  // the thing that turns its lock, and whether it is turned
  property keyhole (owner: ARCHWIZARD, flags: "rc") = #-1;
  property locked (owner: ARCHWIZARD, flags: "rc") = false;
  property oclose_msg (owner: ARCHWIZARD, flags: "rc") = "%N %<closes> %<the t>.";
  property oopen_msg (owner: ARCHWIZARD, flags: "rc") = "%N %<opens> %<the t>.";
  // 0: one sees what is in it even if it is closed; 1: only if it is open; 2: never
  property opaque (owner: ARCHWIZARD, flags: "rc") = 1;
  property opened (owner: ARCHWIZARD, flags: "rc") = false;
  // who may open it: a key of $lock_utils
  property open_key (owner: ARCHWIZARD, flags: "c") = 0;
  property open_msg (owner: ARCHWIZARD, flags: "rc") = "You open %<the t>.";
  property oput_msg (owner: ARCHWIZARD, flags: "rc") = "%N %<puts> %<the d> into %<the t>.";
  property oremove_msg (owner: ARCHWIZARD, flags: "rc") = "%N %<takes> %<the d> out of %<the t>.";
  property put_msg (owner: ARCHWIZARD, flags: "rc") = "You put %<the d> into %<the t>.";
  property remove_msg (owner: ARCHWIZARD, flags: "rc") = "You take %<the d> out of %<the t>.";
  override aliases = {"container"};

  verb "p*ut in*sert d*rop" (any in this) owner: ARCHWIZARD flags: "rxd"
    // put <thing> in <container>
    // Puts something that you carry into something that stands open. `put all in <container>' puts in everything.
    things = $match_utils:all(dobjstr, setremove(player.contents, this));
    if (typeof(things) != LIST)
      what = $command_utils:need_object(dobj, dobjstr);
      valid(what) || return;
      things = {what};
    elseif (!things)
      return player:tell("You have nothing to put in.");
    endif
    for what in (things)
      this:put_in(what);
    endfor
  endverb

  method put_in owner: ARCHWIZARD
    // :put_in(what) => whether the player has put something in; the player is told why not
    {what} = args;
    name = what:the();
    if (this.location != player && this.location != player.location)
      player:tell("You can't reach ", this:the(), " from here.");
    elseif (what == this || this in $object_utils:all_contents(what))
      player:tell("You can't put ", name, " into itself.");
    elseif (!(what.location in {player, player.location}))
      player:tell("You don't have ", name, ".");
    elseif (what.location != player && (reason = `what:why_not_take(player) ! E_VERBNF => "You don't have %<the t>."'))
      $events:emit("action", {player}, reason, ["this" -> what]);
    elseif (!this.opened)
      player:tell($string_utils:capitalize(this:the()), " is closed.");
    elseif (!this:acceptable(what))
      player:tell($string_utils:capitalize(name), " does not fit into ", this:the(), ".");
    else
      what:moveto(this);
      if (what.location == this)
        this:_say_message("action", "put", ["dobj" -> what]);
        return true;
      endif
      player:tell("You can't put ", name, " there.");
    endif
    return false;
  endmethod

  verb "rem*ove ta*ke g*et" (any out of this) owner: ARCHWIZARD flags: "rxd"
    // get <thing> from <container>
    // Takes something out of something that stands open. `get all from <container>' takes out everything.
    if (!(this.location in {player, player.location}))
      return player:tell("You can't reach ", this:the(), " from here.");
    elseif (!this.opened)
      return player:tell($string_utils:capitalize(this:the()), " is closed.");
    endif
    things = $match_utils:all(dobjstr, this.contents);
    if (typeof(things) != LIST)
      what = $match_utils:match(dobjstr, this.contents);
      if (what == $ambiguous_match)
        return player:tell("Which ", dobjstr, " do you mean? There are several in ", this:the(), "; try `first ", dobjstr, "' or `all ", dobjstr, "'.");
      elseif (!valid(what))
        return player:tell("There is no \"", dobjstr, "\" in ", this:the(), ".");
      endif
      things = {what};
    elseif (!things)
      return player:tell("There is nothing in ", this:the(), ".");
    endif
    for what in (things)
      this:take_out(what);
    endfor
  endverb

  method take_out owner: ARCHWIZARD
    // :take_out(what) => whether the player has taken something out; the player is told why not
    {what} = args;
    reason = `what:why_not_take(player) ! E_VERBNF => "You can't take %<the t>."';
    if (!reason)
      what:moveto(player);
      what.location == player || (reason = "You can't take %<the t> out.");
    endif
    if (reason)
      $events:emit("action", {player}, reason, ["this" -> what]);
      return false;
    endif
    player:refer(what);
    this:_say_message("action", "remove", ["dobj" -> what]);
    return true;
  endmethod

  verb "open" (this none none) owner: ARCHWIZARD flags: "rxd"
    // open <container>
    // Opens something.
    if (this.opened)
      player:tell($string_utils:capitalize(this:the()), " is open already.");
    elseif (this.locked)
      player:tell($string_utils:capitalize(this:the()), " is locked. `unlock ", this.name, " with <key>' opens the lock.");
    elseif (!this:is_openable_by(player))
      player:tell($string_utils:capitalize(this:the()), " is locked: only for ", $lock_utils:words(this.open_key), ".");
    else
      this.opened = true;
      this:_say_message("action", "open");
    endif
  endverb

  verb "close shut" (this none none) owner: ARCHWIZARD flags: "rxd"
    // close <container>
    // Closes something.
    if (!this.opened)
      player:tell($string_utils:capitalize(this:the()), " is closed already.");
    elseif (!this.closable)
      player:tell($string_utils:capitalize(this:the()), " can't be closed.");
    else
      this.opened = false;
      this:_say_message("action", "close");
    endif
  endverb

  method is_openable_by owner: ARCHWIZARD
    // :is_openable_by(who) => whether somebody may open it
    return this.open_key == 0 || $lock_utils:eval_key(this.open_key, args[1]);
  endmethod

  method acceptable owner: ARCHWIZARD
    // :acceptable(what) => whether it fits: no players, no rooms, not itself
    {what} = args;
    return what != this && !is_player(what) && !isa(what, $room) && !isa(what, $exit);
  endmethod

  method shows_contents owner: ARCHWIZARD
    // :shows_contents() => whether one sees what is in it
    return this.opaque == 0 || (this.opaque == 1 && this.opened) || false;
  endmethod

  method look_self owner: ARCHWIZARD
    // :look_self() shows the container, and what is in it if that can be seen
    pass(@args);
    if (this:shows_contents())
      this:tell_contents();
    elseif (!this.opened && this.closable)
      player:tell("It is closed.");
    endif
  endmethod

  method tell_contents owner: ARCHWIZARD
    // :tell_contents() shows the player what is in it.
    contents = this:contents();
    if (!contents)
      this.empty_msg && player:show(this.empty_msg);
    elseif (player:screenreader() || length(contents) > 8)
      player:tell_lines({"Contents:", @{"  " + thing:a() for thing in (contents)}});
    else
      player:tell("In it you see ", $string_utils:english_list({thing:a() for thing in (contents)}), ".");
    endif
  endmethod

  method test_opaque owner: ARCHWIZARD
    box = create($container, #2);
    try
      $test:false(box:shows_contents());
      box.opened = true;
      $test:true(box:shows_contents());
      box.opaque = 2;
      $test:false(box:shows_contents());
      $test:false(box:acceptable(box));
      $test:false(box:acceptable(#2));
      $test:true(box:is_openable_by(#2));
      box.open_key = #1;
      $test:false(box:is_openable_by(#2));
    finally
      recycle(box);
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
