object THING [
  import_export_id -> "thing",
  import_export_hierarchy -> {"roots"}
]
  name: "generic thing"
  parent: ROOT
  owner: ARCHWIZARD
  fertile: true
  readable: true

  property drop_failed_msg (owner: ARCHWIZARD, flags: "rc") = "You can't drop %<the t> here.";
  property drop_succeeded_msg (owner: ARCHWIZARD, flags: "rc") = "You drop %<the t>.";
  // whether it stays where it is: nobody but its owner can take it
  property fixed (owner: ARCHWIZARD, flags: "rc") = false;
  property odrop_failed_msg (owner: ARCHWIZARD, flags: "rc") = "";
  property odrop_succeeded_msg (owner: ARCHWIZARD, flags: "rc") = "%N %<drops> %<the t>.";
  property otake_failed_msg (owner: ARCHWIZARD, flags: "rc") = "";
  property otake_succeeded_msg (owner: ARCHWIZARD, flags: "rc") = "%N %<takes> %<the t>.";
  property take_failed_msg (owner: ARCHWIZARD, flags: "rc") = "";
  property take_succeeded_msg (owner: ARCHWIZARD, flags: "rc") = "You take %<the t>.";
  override aliases = {"thing"};
  override description = "";

  verb "g*et t*ake" (this none none) owner: ARCHWIZARD flags: "rxd"
    // get <thing>
    // Picks something up that lies here. `get all' picks up everything; `get <thing> from <container>' takes it out of something.
    reason = this:why_not_take(player);
    if (!reason)
      this:moveto(player);
      this.location == player || (reason = this.take_failed_msg || tostr("You can't take ", this:the(), "."));
    endif
    if (reason)
      $events:emit("action", player.location, ["actor" -> reason, "others" -> this.otake_failed_msg], ["this" -> this]);
      return false;
    endif
    player:refer(this);
    this:_say_message("action", "take_succeeded");
    $hints:show("carry");
    return true;
  endverb

  verb "d*rop th*row" (this none none) owner: ARCHWIZARD flags: "rxd"
    // drop <thing>
    // Puts something down that you carry. `drop all' puts down everything.
    if (this.location != player)
      player:tell(this.location == player.location ? tostr("You don't have ", this:the(), "; it is here.") | tostr("You don't have ", this:the(), "."));
      return false;
    endif
    where = player.location;
    if (!valid(where) || !where:acceptable(this))
      this:_say_message("action", "drop_failed");
      return false;
    endif
    this:moveto(where);
    this.location == where ? this:_say_message("action", "drop_succeeded") | this:_say_message("action", "drop_failed");
    return this.location == where;
  endverb

  verb "gi*ve ha*nd" (this at any) owner: ARCHWIZARD flags: "rxd"
    // give <thing> to <somebody>
    // Hands something that you carry to somebody who is here.
    if (this.location != player)
      player:tell("You don't have ", this:the(), ".");
      return false;
    endif
    who = $command_utils:need_object(iobj, iobjstr);
    valid(who) || return false;
    if (who == player)
      player:tell("You have ", this:the(), " already.");
      return false;
    elseif (who.location != player.location)
      player:tell($string_utils:capitalize(who:the()), " is not here.");
      return false;
    elseif (!who:acceptable(this))
      player:tell($string_utils:capitalize(who:the()), " does not want ", this:the(), ".");
      return false;
    endif
    this:moveto(who);
    if (this.location != who)
      player:tell("You can't give ", this:the(), " away.");
      return false;
    endif
    $events:emit("action", player.location, ["others" -> "%N %<gives> %<the t> to %<the i>."], ["this" -> this, "iobj" -> who]);
    return true;
  endverb

  method why_not_take owner: ARCHWIZARD
    // :why_not_take(who) => why somebody cannot take it, as a template for $events; "" if nothing is in the way
    {who} = args;
    where = this.location;
    if (where == who)
      return "You have %<the t> already.";
    elseif (where == this || who in $object_utils:all_contents(this))
      return "You are in %<the t>.";
    elseif (is_player(where))
      return tostr($string_utils:capitalize($markup:escape(where:the())), " has %<the t>.");
    elseif (where != who.location && !(valid(where) && where.location in {who, who.location} && `where.opened ! E_PROPNF => false'))
      return "You can't reach %<the t> from here.";
    elseif (this.fixed)
      return tostr(this.take_failed_msg || "%<The t> %<t:is> fixed in place.", $perm_utils:controls(who, this) ? tostr(" [dim](@set ", this, ".fixed to 0)[/]") | "");
    elseif (!this:is_unlocked_for(who))
      return this.take_failed_msg || tostr("%<The t> %<t:is> locked: only for ", $markup:escape($lock_utils:words(this.key)), ".");
    elseif (!who:acceptable(this))
      return "You can't carry %<the t>.";
    endif
    return "";
  endmethod

  method moveto owner: ARCHWIZARD
    // :moveto(where) moves it there if its lock allows that place.
    {where} = args;
    valid(where) && !this:is_unlocked_for(where) && return false;
    return pass(@args);
  endmethod

  method examine_key owner: ARCHWIZARD
    // :examine_key(who) => lines for `examine': the lock, and whether it can be taken
    return {@pass(@args), @this.fixed ? {"It is fixed in place."} | {}};
  endmethod

  method test_take owner: ARCHWIZARD
    before = #2.location;
    move(#2, $player_start);
    thing = create($thing, #2);
    thing.name = "test thing";
    try
      move(thing, #2.location);
      $test:equal(thing:why_not_take(#2), "");
      thing.fixed = true;
      $test:contains(thing:why_not_take(#2), "fixed");
      $test:contains(thing:why_not_take($no_one), "reach");
      thing.fixed = false;
      thing.key = #1;
      $test:contains(thing:why_not_take(#2), "locked");
      move(thing, #2);
      $test:contains(thing:why_not_take(#2), "already");
    finally
      recycle(thing);
      move(#2, before);
    endtry
  endmethod
endobject
