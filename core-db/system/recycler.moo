object RECYCLER [
  import_export_id -> "recycler",
  import_export_hierarchy -> {"system"}
]
  name: "recycling bin"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  // {object, who, when, where it was, {room, "exits" or "entrances"}, …}
  property bin (owner: ARCHWIZARD, flags: "") = {};
  property days (owner: ARCHWIZARD, flags: "rc") = 30;
  override aliases = {"recycler", "bin"};
  override description = "Keeps what was recycled for some weeks, in case it is wanted back.";

  method put owner: ARCHWIZARD
    // :put(object [, noted]) takes an object out of the world, with the caller's permissions; :restore brings it back
    {what, ?noted = true} = args;
    $perm_utils:controls(caller_perms(), what) || raise(E_PERM);
    is_player(what) && raise(E_INVARG, "That is a player.");
    who = caller_perms();
    from = what.location;
    for thing in (what.contents)
      if (is_player(thing))
        thing:tell(what.name, " dissolves around you.");
        thing:moveto(valid(thing.home) && thing.home != what ? thing.home | $player_start);
      else
        thing:moveto(valid(from) ? from | thing.owner);
        thing.location == what && move(thing, $nothing);
      endif
    endfor
    places = {};
    if (isa(what, $exit))
      for pair in ({{what.source, "exits"}, {what.dest, "entrances"}})
        if (valid(pair[1]) && what in pair[1].(pair[2]))
          pair[1].(pair[2]) = setremove(pair[1].(pair[2]), what);
          places = {@places, pair};
        endif
      endfor
    elseif (isa(what, $room))
      // the ways in and out go with it and come back with it
      for exit in ($list_utils:remove_duplicates({@what.exits, @what.entrances}))
        valid(exit) && exit.owner == what.owner && this:put(exit, false);
      endfor
    endif
    this.bin = {@this.bin, {what, who, time(), from, places}};
    move(what, this);
    noted && $history:record(what, is_player(who) ? who | what.owner, "recycle", {"restore"});
  endmethod

  method acceptable owner: ARCHWIZARD
    // :acceptable(object) => whether this bin puts something away now
    return caller == this || callers()[1][1] == this;
  endmethod

  method restore owner: ARCHWIZARD
    // :restore(object) => whether an object came back from the bin, with the caller's permissions
    {what} = args;
    $perm_utils:controls(caller_perms(), what) || raise(E_PERM);
    i = $list_utils:iassoc(what, this.bin);
    i || return false;
    {what, who, when, from, places} = this.bin[i];
    this.bin = listdelete(this.bin, i);
    for pair in (places)
      valid(pair[1]) && (pair[1].(pair[2]) = setadd(pair[1].(pair[2]), what));
    endfor
    if (isa(what, $room))
      for exit in ({entry[1] for entry in (this.bin)})
        valid(exit) && isa(exit, $exit) && (exit.source == what || exit.dest == what) && $perm_utils:controls(caller_perms(), exit) && this:restore(exit);
      endfor
    endif
    move(what, valid(from) ? from | isa(what, $room) || isa(what, $exit) ? $nothing | what.owner);
    return true;
  endmethod

  method contents_of owner: ARCHWIZARD
    // :contents_of(who) => {{object, when it is gone for good}, …} of what somebody can restore
    {who} = args;
    return {{entry[1], entry[3] + this.days * 86400} for entry in (this.bin) if valid(entry[1]) && entry[1].owner == who};
  endmethod

  method empty owner: ARCHWIZARD
    // :empty([seconds]) => how many objects are gone for good that have lain here longer
    {?age = this.days * 86400} = args;
    caller_perms().wizard || raise(E_PERM);
    old = {entry for entry in (this.bin) if time() - entry[3] >= age};
    this.bin = $set_utils:difference(this.bin, old);
    for entry in (old)
      valid(entry[1]) && recycle(entry[1]);
    endfor
    return length(old);
  endmethod

  method test_bin owner: ARCHWIZARD
    thing = create($thing, #2);
    try
      move(thing, #2);
      this:put(thing);
      $test:equal(thing.location, this);
      $test:true($list_utils:assoc(thing, this.bin));
      $test:true(this:restore(thing));
      $test:equal(thing.location, #2);
      $test:false(this:restore(thing));
    finally
      valid(thing) && recycle(thing);
    endtry
  endmethod
endobject
