object BUILDER [
  import_export_id -> "builder",
  import_export_hierarchy -> {"roots"}
]
  name: "generic builder"
  parent: PLAYER
  owner: ARCHWIZARD
  fertile: true
  readable: true

  override aliases = {"builder"};

  method _class owner: ARCHWIZARD
    // :_class(words) => the object that words name as a parent, or something invalid after the player has been told
    {words} = args;
    what = $string_utils:literal_object(words);
    valid(what) || (what = this:my_match_object(words));
    if (!valid(what) && !index(words, " "))
      // "thing" for $thing
      word = $match_utils:_bare(words);
      other = `#0.(word) ! ANY => $nothing';
      typeof(other) == OBJ && valid(other) && (what = other);
    endif
    valid(what) || $command_utils:object_match_failed(what, words);
    return what;
  endmethod

  verb "@create" (any any any) owner: ARCHWIZARD flags: "rxd"
    // @create <class> named <name>[,<alias>,…]
    // Makes a thing, which you hold then: `@create $thing named brass lamp,lamp'. Classes: $thing $container $note $letter $furniture $portal $exit $room, and everything fertile; `@classes' lists them.
    set_task_perms(this);
    found = match(argstr, "^%(.+%) +%(named%|called%) +%(.+%)$");
    if (!found)
      return this:tell("Usage: @create <class> named <name>[,<alias>,…]    as in: @create $thing named brass lamp,lamp");
    endif
    class = this:_class($string_utils:trim(substitute("%1", found)));
    valid(class) || return;
    spec = substitute("%3", found);
    if (!class.f && !$perm_utils:controls(this, class))
      return this:tell($string_utils:nn(class), " is not fertile: nobody but ", valid(class.owner) ? class.owner.name | "its owner", " can make children of it.");
    endif
    what = this:_create(class);
    typeof(what) == ERR && return this:tell_refusal_to_create(what);
    result = $building_utils:set_names(what, spec);
    typeof(result) == ERR && this:tell("It could not be named: ", error_message(result), ".");
    isa(what, $room) || isa(what, $exit) || move(what, this);
    $history:record(what, this, "create", {"create"});
    this:tell("You have made ", what.name, " (", what, "), ", $string_utils:a_or_an(class.name), " ", class.name, what.location == this ? "; you are holding it." | ".");
    this:refer(what);
  endverb

  method tell_refusal_to_create owner: ARCHWIZARD
    // :tell_refusal_to_create(error) tells the player why nothing was made
    {error} = args;
    this:tell(error == E_QUOTA ? tostr("Your quota is used up: you own ", length(owned_objects(this)), " objects. Recycle what you don't need (`@audit' lists it), or ask an administrator for more.") | tostr("Nothing was made: ", error_message(error), "."));
  endmethod

  verb "@recycle" (any none none) owner: ARCHWIZARD flags: "rxd"
    // @recycle <something>
    // Destroys something of yours. For 30 days `@restore' brings it back.
    set_task_perms(this);
    what = $command_utils:need_object(dobj, dobjstr, "Recycle what?");
    valid(what) || return;
    if (is_player(what))
      return this:tell("Players can't be recycled so. An administrator can remove one with @toad.");
    elseif (!$perm_utils:controls(this, what))
      return this:tell_refusal(E_PERM, what, "recycle");
    elseif (kids = children(what))
      return this:tell($string_utils:capitalize(what:the()), " has children (", $string_utils:english_list({$string_utils:nn(kid) for kid in (kids[1..min(5, $)])}), length(kids) > 5 ? " …" | "", "); `@chparent' them first.");
    endif
    for name in (properties(#0))
      if (`#0.(name) ! ANY' == what)
        return this:tell($string_utils:nn(what), " is $", name, "; the world needs it.");
      endif
    endfor
    name = $string_utils:nn(what);
    result = `$recycler:put(what) ! ANY';
    if (typeof(result) == ERR)
      this:tell_refusal(result, what, "recycle");
    else
      this:tell(name, " is recycled. `@restore ", what, "' brings it back, for ", $recycler.days, " days.");
    endif
  endverb

  verb "@dig" (any any any) owner: ARCHWIZARD flags: "rxd"
    // @dig <exit>[|<way back>] to <room>    or    @dig <room>
    // Makes a new room, with exits to it and back: `@dig north,n|south,s to Cellar'. The room may be one that is there already, by number: `@dig up to #123'. Directions get their short form and their opposite by themselves: `@dig north to Cellar' leads back south.
    set_task_perms(this);
    argstr || return this:tell("Usage: @dig <exit>[|<way back>] to <room>    as in: @dig north to Cellar");
    at = index(argstr, " to ");
    there = here = "";
    name = $string_utils:trim(argstr);
    if (at)
      ways = $string_utils:trim(argstr[1..at - 1]);
      name = $string_utils:trim(argstr[at + 4..$]);
      bar = index(ways, "|");
      there = $string_utils:trim(bar ? ways[1..bar - 1] | ways);
      here = bar ? $string_utils:trim(ways[bar + 1..$]) | $building_utils:opposite(explode(there || "x", ",")[1]);
    endif
    length(name) > 1 && name[1] == "\"" && name[$] == "\"" && (name = name[2..$ - 1]);
    name || return this:tell("What is the room to be called?");
    from = this.location;
    if (there && (!valid(from) || !isa(from, $room)))
      return this:tell("There can be no exit from where you are.");
    endif
    if (name[1] == "#" && valid(room = toobj(name)))
      isa(room, $room) || return this:tell($string_utils:nn(room), " is no room.");
    else
      room = this:_create($room);
      typeof(room) == ERR && return this:tell_refusal_to_create(room);
      $building_utils:set_names(room, name);
      $history:record(room, this, "dig", {"create"});
      this:tell("You have dug ", $string_utils:nn(room), ".");
    endif
    if (there)
      made = $building_utils:make_exit(there, from, room);
      made && $history:record(made[1], this, "dig", {"create"});
      if (here && made)
        back = $building_utils:make_exit(here, room, from);
        back && $history:record(back[1], this, "dig", {"create"});
      endif
      if (from.coordinates && !room.coordinates && $perm_utils:controls(this, room))
        for direction in ($building_utils.directions)
          if (explode(there, ",")[1] in direction[1..2])
            step = direction[4];
            room.coordinates = {from.coordinates[1] + step[1], from.coordinates[2] + step[2], from.coordinates[3] + step[3]};
          endif
        endfor
      endif
    else
      this:tell("No way leads there yet: go with `@go ", room, "', connect it with `@dig <exit> to ", room, "'.");
    endif
  endverb

  verb "@move @teleport" (any at any) owner: ARCHWIZARD flags: "rxd"
    // @move <something> to <place>
    // Moves something of yours, or yourself (`@move me to #123'), to a place, a player or a container.
    set_task_perms(this);
    what = dobjstr in {"", "me"} ? this | $command_utils:need_object(dobj, dobjstr);
    valid(what) || return;
    if (iobjstr in {"nowhere", "#-1"})
      where = $nothing;
    else
      where = iobj;
      valid(where) || (where = this:my_match_object(iobjstr));
      valid(where) || (where = $string_utils:match_player(iobjstr));
      valid(where) || (where = this:_match_room(iobjstr));
      if (!valid(where))
        $command_utils:object_match_failed(where, iobjstr);
        return;
      endif
    endif
    this:_teleport(what, where);
  endverb

  method _match_room owner: ARCHWIZARD
    // :_match_room(name) => the room of that name among those that the player owns or that are public
    {name} = args;
    found = {room for room in (descendants($room)) if (room.free_entry || room.owner == this) && (room.name == name || name in room.aliases)};
    return length(found) == 1 ? found[1] | found ? $ambiguous_match | $failed_match;
  endmethod

  method _teleport owner: ARCHWIZARD
    // :_teleport(what, where) moves something, and tells those on both sides
    {what, where} = args;
    caller == this || $perm_utils:controls(caller_perms(), this) || raise(E_PERM);
    set_task_perms(this);
    from = what.location;
    if (!$perm_utils:controls(this, what))
      return this:tell_refusal(E_PERM, what, "move");
    elseif (from == where)
      return this:tell($string_utils:capitalize(what == this ? "you are" | what:the() + " is"), " there already.");
    elseif (valid(where) && !where:acceptable(what) && !this.wizard)
      return this:tell($string_utils:nn(where), " does not let ", what == this ? "you" | what:the(), " in", valid(where.owner) ? tostr("; it is ", where.owner.name, "'s.") | ".");
    endif
    if (is_player(what))
      valid(from) && $events:emit("movement", from, ["actor" -> "", "others" -> "%N %<disappears>."], ["actor" -> what]);
    endif
    result = what:moveto(where);
    if (what.location != where)
      return this:tell($string_utils:capitalize(what == this ? "you" | what:the()), " can't be moved there", typeof(result) == ERR ? ": " + error_message(result) | "", ".");
    endif
    if (is_player(what))
      valid(where) && $events:emit("movement", where, ["actor" -> "", "others" -> "%N %<appears>."], ["actor" -> what]);
    endif
    if (what != this)
      $history:record(what, this, "move", {"move", from});
      this:tell("You move ", what:the(), " to ", valid(where) ? $string_utils:nn(where) | "nowhere", ".");
    endif
  endmethod

  verb "@go" (any none none) owner: ARCHWIZARD flags: "rxd"
    // @go <place>
    // Takes you to a place, by its number or name.
    dobjstr || return this:tell("Go where? Type `@go <number or name of a place>'.");
    where = valid(dobj) ? dobj | this:my_match_object(dobjstr);
    valid(where) || (where = this:_match_room(dobjstr));
    valid(where) || return $command_utils:object_match_failed(where, dobjstr);
    this:_teleport(this, where);
  endverb

  verb "@join" (any none none) owner: ARCHWIZARD flags: "rxd"
    // @join <somebody>
    // Takes you to where somebody is.
    who = $string_utils:match_player(dobjstr);
    $command_utils:player_match_failed(who, dobjstr) && return;
    valid(who.location) || return this:tell(who.name, " is nowhere.");
    this:_teleport(this, who.location);
  endverb
endobject
