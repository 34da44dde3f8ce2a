object BUILDER [
  import_export_id -> "builder",
  import_export_hierarchy -> {"roots"}
]
  name: "generic builder"
  parent: PLAYER
  owner: ARCHWIZARD
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

  verb "@create" (any any any) owner: ARCHWIZARD flags: "rd"
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
    isa(what, $room) || isa(what, $exit) || move(what, this:option("createhere") && valid(this.location) ? this.location | this);
    $history:record(what, this, "create", {"create"});
    this:tell("You have made ", what.name, " (", what, "), ", $string_utils:a_or_an(class.name), " ", class.name, what.location == this ? "; you are holding it." | ".");
    this:refer(what);
    $hints:show("build");
  endverb

  method tell_refusal_to_create owner: ARCHWIZARD
    // :tell_refusal_to_create(error) tells the player why nothing was made
    {error} = args;
    this:tell(error == E_QUOTA ? $quota_utils:why_not(this) || "Your quota is used up." | tostr("Nothing was made: ", error_message(error), "."));
  endmethod

  verb "@recycle" (any none none) owner: ARCHWIZARD flags: "rd"
    // @recycle <something>
    // Destroys something of yours. For 30 days `@restore' brings it back.
    set_task_perms(this);
    what = $command_utils:need_object(dobj, dobjstr, "Recycle what?");
    valid(what) || return;
    if (is_player(what))
      return this:tell("Players can't be recycled so. An administrator can remove one with @toad.");
    elseif (!$perm_utils:controls(this, what))
      return this:tell_refusal(E_PERM, what, "recycle");
    elseif ((kids = children(what)))
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

  verb "@dig" (any any any) owner: ARCHWIZARD flags: "rd"
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
      here = bar ? $string_utils:trim(ways[bar + 1..$]) | this:option("autoback") ? $building_utils:opposite(explode(there || "x", ",")[1]) | "";
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

  verb "@move @teleport" (any at any) owner: ARCHWIZARD flags: "rd"
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

  verb "@go" (any none none) owner: ARCHWIZARD flags: "rd"
    // @go <place>
    // Takes you to a place, by its number or name.
    dobjstr || return this:tell("Go where? Type `@go <number or name of a place>'.");
    where = valid(dobj) ? dobj | this:my_match_object(dobjstr);
    valid(where) || (where = this:_match_room(dobjstr));
    valid(where) || return $command_utils:object_match_failed(where, dobjstr);
    this:_teleport(this, where);
  endverb

  verb "@join" (any none none) owner: ARCHWIZARD flags: "rd"
    // @join <somebody>
    // Takes you to where somebody is.
    who = $string_utils:match_player(dobjstr);
    $command_utils:player_match_failed(who, dobjstr) && return;
    valid(who.location) || return this:tell(who.name, " is nowhere.");
    this:_teleport(this, who.location);
  endverb

  // ---- taking back
  verb "@undo" (any none none) owner: ARCHWIZARD flags: "rd"
    // @undo [<how many>]    or    @undo list
    // Takes back what your last command changed: names, descriptions, properties, programs, things made, moved and recycled. `@undo 3' takes back what the last three did, `@undo list' shows what can be taken back.
    stack = this.undo_stack;
    stack || return this:tell("There is nothing to undo.");
    if (dobjstr == "list")
      for pair in (reverse(stack[max(1, $ - 19)..$]))
        entry = valid(pair[1]) ? $list_utils:assoc(pair[2], pair[1].changes) | {};
        entry && this:tell("  ", $time_utils:ago(entry[2]), ": ", entry[4], " ", $string_utils:nn(pair[1]));
      endfor
      return;
    endif
    count = dobjstr ? toint(dobjstr) | 1;
    count > 0 || return this:tell("Usage: @undo [<how many>]");
    command = 0;
    while (this.undo_stack)
      {what, id, ?task = id} = last = this.undo_stack[$];
      // what one command changed goes together
      if (task != command)
        count == 0 && return;
        count = count - 1;
        command = task;
      endif
      entry = valid(what) ? $list_utils:assoc(id, what.changes) | {};
      problem = $history:undo(what, id, this);
      if (problem)
        this.undo_stack = setremove(this.undo_stack, last);
        this:tell("Not undone: ", entry ? entry[4] + " " | "", $string_utils:nn(what), ". ", problem);
      else
        this:tell("Undone: ", entry[4], " ", $string_utils:nn(what), ".");
      endif
    endwhile
  endverb

  verb "@history" (any any any) owner: ARCHWIZARD flags: "rd"
    // @history <object>[:<verb> | .<property>]
    // Shows who changed something of yours, when, and what.
    spec = argstr || "here";
    what = this:my_match_object(spec);
    name = "";
    if (!valid(what) && (ref = $code_utils:parse_verbref(spec) || $code_utils:parse_propref(spec)))
      what = this:my_match_object(ref[1]);
      name = ref[2];
    endif
    what = $command_utils:need_object(what, spec);
    valid(what) || return;
    $perm_utils:controls(this, what) || return this:tell_refusal(E_PERM, what, "see the history of");
    entries = {entry for entry in (reverse($history:of(what))) if !name || (length(entry[5]) > 1 && entry[5][2] == name)};
    entries || return this:tell("Nothing is known of changes to ", what:the(), ".");
    for entry in (entries)
      this:tell($time_utils:time_sub("$Y-$1-$3 $H:$M", entry[2]), "  ", text_fit(valid(entry[3]) ? entry[3].name | tostr(entry[3]), 14), "  ", entry[4], this:_old_value(entry[5]));
    endfor
  endverb

  method _old_value owner: ARCHWIZARD
    // :_old_value(how to undo) => " (was …)" for a change of a text or a name
    {how} = args;
    how && how[1] in {"prop", "names"} || return "";
    old = how[1] == "names" ? how[2] | how[3];
    typeof(old) == LIST && old && typeof(old[1]) == STR && (old = old[1]);
    text = typeof(old) == STR ? tostr("\"", strip_markup(old), "\"") | toliteral(old);
    return old == "" || old == {} ? " (was empty)" | tostr(" (was ", text_fit(text, min(40, text_width(text)), "left", "…\""), ")");
  endmethod

  verb "@restore" (any none none) owner: ARCHWIZARD flags: "rd"
    // @restore [<number>]
    // Brings something back that was recycled. Alone it lists what can be brought back.
    if (!dobjstr)
      things = $recycler:contents_of(this);
      things || return this:tell("Nothing of yours is in the bin.");
      for pair in (things)
        this:tell("  ", $string_utils:nn(pair[1]), ", until ", ctime(pair[2])[5..10]);
      endfor
      return this:tell("`@restore <number>' brings one back.");
    endif
    what = valid(dobj) ? dobj | $match_utils:match(dobjstr, {pair[1] for pair in ($recycler:contents_of(this))});
    valid(what) || return this:tell("There is no \"", dobjstr, "\" in the bin. `@restore' alone lists what is.");
    set_task_perms(this);
    result = `$recycler:restore(what) ! ANY';
    if (result == true)
      this:tell($string_utils:nn(what), " is back", valid(what.location) ? tostr(", in ", what.location:the()) | "", ".");
    elseif (typeof(result) == ERR)
      this:tell_refusal(result, what, "restore");
    else
      this:tell($string_utils:nn(what), " is not in the bin.");
    endif
  endverb

  // ---- names, messages, locks
  verb "@addalias @add-alias" (any at any) owner: ARCHWIZARD flags: "rd"
    // @addalias <alias>[,<alias>,…] to <something>
    // Gives something of yours other names by which it is known.
    this:_change_aliases(dobjstr, iobj, iobjstr, true);
  endverb

  verb "@rmalias" (any out of any) owner: ARCHWIZARD flags: "rd"
    // @rmalias <alias>[,<alias>,…] from <something>
    // Takes names away from something of yours.
    this:_change_aliases(dobjstr, iobj, iobjstr, false);
  endverb

  method _change_aliases owner: ARCHWIZARD
    // :_change_aliases(names, object, words, whether to add) changes the aliases of something
    caller == this || raise(E_PERM);
    {spec, what, words, adds} = args;
    what = $command_utils:need_object(what, words);
    valid(what) && spec || return;
    names = {$string_utils:trim(name) for name in (explode(spec, ",")) if $string_utils:trim(name)};
    old = {what.name, what.aliases};
    new = what.aliases;
    for name in (names)
      new = adds ? setadd(new, name) | setremove(new, name);
    endfor
    if (is_player(what))
      problem = $perm_utils:controls(this, what) ? $wiz_utils:rename_player(what, $string_utils:from_list({what.name, @setremove(new, what.name)}, ",")) | E_PERM;
      problem && return typeof(problem) == STR ? this:tell(problem) | this:tell_refusal(problem, what, "rename");
    else
      set_task_perms(this);
      result = what:set_aliases(new);
      typeof(result) == ERR && return this:tell_refusal(result, what, "rename");
    endif
    $history:record(what, this, "aliases of", {"names", @old});
    this:tell($string_utils:nn(what), " is known as ", $string_utils:english_list({toliteral(n) for n in ($list_utils:remove_duplicates({what.name, @what.aliases}))}), " now.");
  endmethod

  verb "@mess*ages" (any none none) owner: ARCHWIZARD flags: "rd"
    // @messages <something>
    // Lists the messages of something, which you can change: `@take_succeeded lamp is You pick up %<the t>.'
    set_task_perms(this);
    what = $command_utils:need_object(dobj, dobjstr, "The messages of what?");
    valid(what) || return;
    found = false;
    for name in (sort($object_utils:findable_properties(what)))
      if (length(name) > 4 && name[$ - 3..$] == "_msg" && name != "help_msg")
        value = `what.(name) ! ANY => 0';
        if (typeof(value) == STR)
          found = true;
          this:tell("@", name[1..$ - 4], " ", argstr, " is ", toliteral(value));
        endif
      endif
    endfor
    found || this:tell($string_utils:capitalize(what:the()), " has no messages.");
  endverb

  method _set_message_command owner: ARCHWIZARD
    // :_set_message_command(verb, line) => whether the line sets a message, as in "@take_failed lamp is It is too hot."
    caller == this || raise(E_PERM);
    {word, rest} = args;
    word && word[1] == "@" && rest || return false;
    found = match(rest, "^%(.+%) +%(is%|to%|=%) ?%(.*%)$");
    found || return false;
    name = word[2..$] + "_msg";
    {start, stop} = found[3][1];
    // the first "is", not the last: messages have such words in them
    for sep in ({" is ", " to ", " = "})
      if ((at = index(rest + " ", sep)))
        at - 1 < stop && (stop = at - 1);
      endif
    endfor
    words = $string_utils:trim(rest[1..stop]);
    text = rest[stop + 1..$];
    text = $string_utils:triml(text[index(text[2..$] + " ", " ") + 2..$]);
    what = this:my_match_object(words);
    valid(what) && $object_utils:has_property(what, name) || return false;
    length(text) > 1 && text[1] == "\"" && text[$] == "\"" && (text = text[2..$ - 1]);
    set_task_perms(this);
    old = `what.(name) ! ANY';
    result = what:set_message(name[1..$ - 4], text);
    if (typeof(result) == ERR)
      this:tell_refusal(result, what, "set messages of");
    else
      $history:record(what, this, "message " + name, {"prop", name, old});
      this:tell("The ", name[1..$ - 4], " message of ", what:the(), " is ", text ? toliteral(text) | "empty", " now.");
    endif
    return true;
  endmethod

  verb "@lock" (any with any) owner: ARCHWIZARD flags: "rd"
    // @lock <something> with <key>
    // Locks something of yours: a thing can be taken, an exit passed, a room entered only by whom the key lets: `@lock gate with brass key', `@lock gate with me || Ann', `@lock gate with !Bob'. `help $lock_utils' tells about keys.
    this:_lock("key", dobj, dobjstr, iobjstr);
  endverb

  verb "@unlock" (any none none) owner: ARCHWIZARD flags: "rd"
    // @unlock <something>
    // Takes the lock off something of yours.
    this:_lock("key", dobj, dobjstr, "");
  endverb

  verb "@lock-open @lock_for_open" (any with any) owner: ARCHWIZARD flags: "rd"
    // @lock-open <container> with <key>
    // Locks a container of yours, so that only those open it whom the key lets.
    this:_lock("open_key", dobj, dobjstr, iobjstr);
  endverb

  verb "@unlock-open @unlock_for_open" (any none none) owner: ARCHWIZARD flags: "rd"
    // @unlock-open <container>
    // Lets everybody open a container of yours.
    this:_lock("open_key", dobj, dobjstr, "");
  endverb

  method _lock owner: ARCHWIZARD
    // :_lock(property, object, words, key words) sets a key of something, or takes it off
    caller == this || raise(E_PERM);
    {name, what, words, keywords} = args;
    what = $command_utils:need_object(what, words, "Lock what?");
    valid(what) || return;
    key = 0;
    if (keywords)
      key = $lock_utils:parse_keyexp(keywords, this);
      typeof(key) == STR && return this:tell(key);
    endif
    $object_utils:has_property(what, name) || return this:tell($string_utils:capitalize(what:the()), " can't be locked so.");
    set_task_perms(this);
    try
      old = what.(name);
      what.(name) = key;
      $history:record(what, this, keywords ? "lock" | "unlock", {"prop", name, old});
      this:tell($string_utils:capitalize(what:the()), keywords ? tostr(" is locked now: only for ", $lock_utils:words(key), ".") | " is not locked any more.");
    except e (ANY)
      this:tell_refusal(e[1], what, keywords ? "lock" | "unlock");
    endtry
  endmethod

  verb "@set @setprop*erty" (any any any) owner: ARCHWIZARD flags: "rd"
    // @set <object>.<property> to <value>
    // Sets a property to a value: a number, a "text", a list {1, 2}, an object.
    set_task_perms(this);
    found = match(argstr, "^%([^ ]+%) *%( to %|=%) *%(.+%)$") || match(argstr, "^%(.+[.][^ ]+%) *%( to %|=%| %) *%(.+%)$");
    found || return this:tell("Usage: @set <object>.<property> to <value>");
    spec = $string_utils:trim(substitute("%1", found));
    text = $string_utils:trim(substitute("%3", found));
    ref = $code_utils:parse_propref(spec);
    ref || return this:tell("Write the property as <object>.<property>.");
    what = $command_utils:need_object($failed_match, ref[1]);
    valid(what) || return;
    parsed = $string_utils:to_value(text);
    if (!parsed[1])
      other = this:my_match_object(text);
      valid(other) || return this:tell("That is no value: ", parsed[2], ". A text stands in quotes.");
      parsed[2] = other;
    endif
    try
      old = what.(ref[2]);
      result = $code_utils:set_property_value(what, ref[2], parsed[2]);
      typeof(result) == ERR && typeof(parsed[2]) != ERR && raise(result);
    except e (E_PROPNF)
      return this:tell($string_utils:nn(what), " has no property \"", ref[2], "\". `@property ", spec, " ", text, "' adds one.");
    except e (ANY)
      return this:tell_refusal(e[1], what, "set that of");
    endtry
    $history:record(what, this, "set " + ref[2], {"prop", ref[2], old});
    this:tell(what, ".", ref[2], " is ", $string_utils:abbreviated_value(`what.(ref[2]) ! ANY => 0', 500), " now.");
  endverb

  // ---- rooms and exits
  verb "@tunnel" (any at any) owner: ARCHWIZARD flags: "rd"
    // @tunnel <exit> to <room>
    // Makes an exit from here to a room that is there already, and none back.
    set_task_perms(this);
    dobjstr || return this:tell("Usage: @tunnel <exit> to <room>");
    room = iobj;
    valid(room) || (room = this:my_match_object(iobjstr));
    valid(room) || (room = this:_match_room(iobjstr));
    valid(room) && isa(room, $room) || return this:tell("There is no room \"", iobjstr, "\". Give its number.");
    made = $building_utils:make_exit(dobjstr, this.location, room);
    made && $history:record(made[1], this, "tunnel", {"create"});
  endverb

  verb "@add-exit" (any none none) owner: ARCHWIZARD flags: "rd"
    // @add-exit <exit>
    // Lets an exit that somebody made start in this room of yours.
    this:_add_way("add_exit", "source");
  endverb

  verb "@add-entrance" (any none none) owner: ARCHWIZARD flags: "rd"
    // @add-entrance <exit>
    // Lets an exit that somebody made lead into this room of yours.
    this:_add_way("add_entrance", "dest");
  endverb

  method _add_way owner: ARCHWIZARD
    // :_add_way(verb, property) adds an exit to the room where the player is
    caller == this || raise(E_PERM);
    {name, end} = args;
    set_task_perms(this);
    exit = $command_utils:need_object(dobj, dobjstr, "Which exit? Give its number.");
    valid(exit) || return;
    isa(exit, $exit) || return this:tell($string_utils:nn(exit), " is no exit.");
    exit.(end) == this.location || return this:tell("The ", end, " of ", $string_utils:nn(exit), " is ", $string_utils:nn(exit.(end)), ", not here.");
    this.location:(name)(exit) ? this:tell("Done: ", $string_utils:nn(exit), ".") | this:tell_refusal(E_PERM, this.location, "add exits to");
  endmethod

  verb "@exits @ways" (any none none) owner: ARCHWIZARD flags: "rd"
    // @exits
    // Lists the exits of the room where you are, with their numbers and where they lead.
    this:_list_ways("exits", "dest", "to");
  endverb

  verb "@entrances" (any none none) owner: ARCHWIZARD flags: "rd"
    // @entrances
    // Lists the exits that lead into the room where you are.
    this:_list_ways("entrances", "source", "from");
  endverb

  method _list_ways owner: ARCHWIZARD
    // :_list_ways(verb, property, word) lists exits or entrances
    caller == this || raise(E_PERM);
    {name, end, word} = args;
    where = dobjstr ? $command_utils:need_object(dobj, dobjstr) | this.location;
    valid(where) || return;
    isa(where, $room) || return this:tell($string_utils:capitalize(where:the()), " is no room.");
    exits = where:(name)();
    exits || return this:tell($string_utils:nn(where), " has no ", name, ".");
    for exit in (exits)
      valid(exit) ? this:tell("  ", $string_utils:nn(exit), " ", word, " ", $string_utils:nn(exit.(end)), setremove(exit.aliases, exit.name) ? tostr(", also ", $string_utils:english_list(setremove(exit.aliases, exit.name))) | "", exit.key == 0 ? "" | ", locked", exit.door ? exit.opened ? ", open door" | ", closed door" | "", exit.obvious ? "" | ", hidden") | this:tell("  ", exit, " (does not exist)");
    endfor
  endmethod

  verb "@eject" (any any any) owner: ARCHWIZARD flags: "rd"
    // @eject <something> [from <place>]
    // Throws something, or somebody, out of a place of yours.
    where = iobjstr ? $command_utils:need_object(iobj, iobjstr) | this.location;
    valid(where) || return;
    what = valid(dobj) ? dobj | $match_utils:match(dobjstr, where.contents);
    valid(what) || return $command_utils:object_match_failed(what, dobjstr);
    $perm_utils:controls(this, where) || return this:tell_refusal(E_PERM, where, "throw anything out of");
    what in where.contents || return this:tell($string_utils:capitalize(what:the()), " is not in ", where:the(), ".");
    roles = ["actor" -> this, "dobj" -> what, "this" -> where];
    set_task_perms(this);
    try
      where:eject_nice(what);
    except e (ANY)
      return this:tell("That did not work: ", e[2], ".");
    endtry
    $events:emit("action", {this}, `where.ejection_msg ! ANY => "You throw %<the d> out of %<the t>."', roles);
    $events:emit("action", where, `where.oejection_msg ! ANY => "%N %<throws> %<the d> out."', roles, ["except" -> {this}]);
    is_player(what) && $events:emit("action", {what}, `where.victim_ejection_msg ! ANY => "You are thrown out of %<the t> by %n."', roles);
  endverb

  verb "@opacity" (any is any) owner: ARCHWIZARD flags: "rd"
    // @opacity <container> is 0, 1 or 2
    // Says when others see what is in a container: 0 always, 1 while it is open, 2 never.
    what = $command_utils:need_object(dobj, dobjstr);
    valid(what) || return;
    iobjstr in {"0", "1", "2"} || return this:tell("Usage: @opacity <container> is 0 (one sees what is in it), 1 (only if it is open) or 2 (never)");
    set_task_perms(this);
    try
      old = what.opaque;
      what.opaque = toint(iobjstr);
      $history:record(what, this, "opacity", {"prop", "opaque", old});
      this:tell("The opacity of ", what:the(), " is ", iobjstr, " now.");
    except e (E_PROPNF)
      this:tell($string_utils:capitalize(what:the()), " is no container.");
    except e (ANY)
      this:tell_refusal(e[1], what, "change");
    endtry
  endverb

  // ---- families
  verb "@chparent" (any at any) owner: ARCHWIZARD flags: "rd"
    // @chparent <something> to <class>[, <class>, …]
    // Makes something of yours a child of another class.
    set_task_perms(this);
    what = $command_utils:need_object(dobj, dobjstr, "Change the parent of what?");
    valid(what) || return;
    classes = {};
    for word in (explode(iobjstr, ","))
      class = this:_class($string_utils:trim(word));
      valid(class) || return;
      classes = {@classes, class};
    endfor
    old = parents(what);
    try
      length(classes) == 1 ? chparent(what, classes[1]) | chparents(what, classes);
      $history:record(what, this, "chparent", {"parents", old});
      this:tell($string_utils:nn(what), " is a child of ", $string_utils:english_list({$string_utils:nn(p) for p in (parents(what))}), " now.");
    except e (E_PERM)
      $perm_utils:controls(this, what) ? this:tell("Nobody but its owner may make children of ", $string_utils:english_list({$string_utils:nn(c) for c in (classes) if !c.f}), ": it is not fertile.") | this:tell_refusal(E_PERM, what, "change the parent of");
    except e (ANY)
      this:tell("That did not work: ", e[2], ".");
    endtry
  endverb

  verb "@kids @children" (any none none) owner: ARCHWIZARD flags: "rd"
    // @kids <something>
    // Lists the children of a class.
    what = $command_utils:need_object(dobj, dobjstr, "The children of what?");
    valid(what) || return;
    kids = children(what);
    this:tell($string_utils:nn(what), kids ? tostr(" has ", length(kids) == 1 ? "one child" | tostr(length(kids), " children"), ": ", $string_utils:english_list({$string_utils:nn(kid) for kid in (kids[1..min(100, $)])}), length(kids) > 100 ? " …" | "", ".") | " has no children.");
  endverb

  verb "@parents @ancestors" (any none none) owner: ARCHWIZARD flags: "rd"
    // @parents <something>
    // Lists the classes that something comes from, nearest first.
    what = $command_utils:need_object(dobj, dobjstr, "The parents of what?");
    valid(what) || return;
    this:tell($string_utils:from_list({$string_utils:nn(o) for o in (ancestors(what, 1))}, "  "));
  endverb

  verb "@contents" (any none none) owner: ARCHWIZARD flags: "rd"
    // @contents <something>
    // Lists what is in something, with numbers.
    what = $command_utils:need_object(dobj, dobjstr || "here");
    valid(what) || return;
    this:tell(what.contents ? tostr($string_utils:nn(what), " contains ", $string_utils:english_list({$string_utils:nn(o) for o in (what.contents)}), ".") | tostr($string_utils:nn(what), " contains nothing."));
  endverb

  verb "@owner" (any none none) owner: ARCHWIZARD flags: "rd"
    // @owner <something>
    // Tells whose something is.
    what = $command_utils:need_object(dobj, dobjstr, "The owner of what?");
    valid(what) && this:tell($string_utils:nn(what), " is ", valid(what.owner) ? $string_utils:nn(what.owner) + "'s" | "nobody's", ".");
  endverb

  verb "@classes" (any none none) owner: ARCHWIZARD flags: "rd"
    // @classes [<word>]
    // Lists the classes of which you can make things with @create.
    rows = {};
    for name in (sort(properties(#0)))
      what = `#0.(name) ! ANY => 0';
      if (typeof(what) == OBJ && valid(what) && what.f && !isa(what, $player) && (!dobjstr || index(name, dobjstr) || index(what.name, dobjstr)))
        rows = {@rows, {"$" + name, what, what.name}};
      endif
    endfor
    shown = slice(rows, 2);
    rows = {@rows, @{{"", o, o.name} for o in (owned_objects(this)) if o.f && !(o in shown) && !isa(o, $player)}};
    this:show($layout:table({{"Name"}, {"Number"}, {"What it is"}}, rows));
  endverb

  verb "@copy" (any at any) owner: ARCHWIZARD flags: "rd"
    // @copy <something> to <name>[,<alias>,…]
    // Makes another thing like one of yours: the same class, the same properties and verbs.
    set_task_perms(this);
    what = $command_utils:need_object(dobj, dobjstr, "Copy what?");
    valid(what) || return;
    $perm_utils:controls(this, what) || return this:tell_refusal(E_PERM, what, "copy");
    is_player(what) && return this:tell("People can't be copied.");
    new = this:_create(parents(what));
    typeof(new) == ERR && return this:tell_refusal_to_create(new);
    for name in (properties(what))
      info = property_info(what, name);
      add_property(new, name, what.(name), {this, info[2]});
    endfor
    for definer in (ancestors(what))
      for name in (properties(definer))
        `is_clear_property(what, name) ! ANY => 1' || `new.(name) = what.(name) ! ANY';
      endfor
    endfor
    for i in [1..length(verbs(what))]
      info = verb_info(what, i);
      spec = verb_args(what, i);
      add_verb(new, {this, info[2], info[3]}, listset(spec, explode(spec[2], "/")[1], 2));
      set_verb_code(new, length(verbs(new)), verb_code(what, i));
    endfor
    $building_utils:set_names(new, iobjstr || what.name);
    isa(new, $room) || isa(new, $exit) || move(new, this);
    $history:record(new, this, "copy", {"create"});
    this:tell("You have made ", $string_utils:nn(new), ".");
  endverb

  // ---- what one has
  verb "@audit" (any none none) owner: ARCHWIZARD flags: "rd"
    // @audit [<player>]
    // Lists what you own, or what somebody owns.
    who = dobjstr ? $string_utils:match_player(dobjstr) | this;
    $command_utils:player_match_failed(who, dobjstr) && return;
    things = setremove(owned_objects(who), who);
    things || return this:tell(who == this ? "You own nothing." | who.name + " owns nothing.");
    rows = {$building_utils:audit_row(what) for what in (things) if what.location != $recycler};
    $pager:show({@$layout:table({{"Number"}, {"Name", "left", 12}, {"Kind"}, {"Where", "left", 12}, {"Bytes", "right"}}, rows), tostr($string_utils:pluralize(length(rows), "object"), ".")});
  endverb

  verb "@count" (any none none) owner: ARCHWIZARD flags: "rd"
    // @count [<player>]
    // Tells how many objects you own, or somebody owns.
    who = dobjstr ? $string_utils:match_player(dobjstr) | this;
    $command_utils:player_match_failed(who, dobjstr) && return;
    this:tell(who == this ? "You own " | who.name + " owns ", $string_utils:pluralize(length(setremove(owned_objects(who), who)), "object"), ".");
  endverb

  verb "@quota" (any none none) owner: ARCHWIZARD flags: "rd"
    // @quota [<player>]
    // Tells how much you can still build.
    who = dobjstr ? $string_utils:match_player(dobjstr) | this;
    $command_utils:player_match_failed(who, dobjstr) && return;
    who == this || this.wizard || return this:tell("That is between ", who.name, " and the administrators.");
    things = {what for what in (setremove(owned_objects(who), who)) if what.location != $recycler};
    binned = length(owned_objects(who)) - length(things) - (who.owner == who ? 1 | 0);
    bytes = $math_utils:sum({`object_bytes(o) ! ANY => 0' for o in (things)});
    this:tell(who == this ? "You own " | who.name + " owns ", $string_utils:pluralize(length(things), "object"), " (", $building_utils:size_string(bytes), " of ", $building_utils:size_string($quota_utils:get_size_quota(who)), " bytes) and can make ", who.ownership_quota, " more.", binned > 0 ? tostr(" ", binned, binned == 1 ? " more waits" | " more wait", " in the bin (@restore).") | "");
  endverb

  verb "@find" (any none none) owner: ARCHWIZARD flags: "rd"
    // @find <name>
    // Finds objects by name: yours, and those in rooms that are open to all.
    dobjstr || return this:tell("Find what?");
    found = {};
    for what in ({@owned_objects(this), @descendants($room), @players()})
      if (valid(what) && (index(what.name, dobjstr) || dobjstr in what.aliases) && (what.owner == this || is_player(what) || (isa(what, $room) && what.free_entry) || this.wizard))
        found = setadd(found, what);
      endif
    endfor
    if (this.wizard)
      for what in (objects())
        index(what.name, dobjstr) && (found = setadd(found, what));
      endfor
    endif
    found || return this:tell("There is nothing called \"", dobjstr, "\" that you could know of.");
    $pager:show({$markup:escape(tostr("  ", $string_utils:nn(what), valid(what.location) ? tostr(" in ", $string_utils:nn(what.location)) | "")) for what in (found[1..min(200, $)])});
  endverb

  verb "@loc*ations" (any none none) owner: ARCHWIZARD flags: "rd"
    // @locations <something>
    // Tells where something is, and where that is, and so on.
    what = $command_utils:need_object(dobj, dobjstr || "me");
    valid(what) && this:tell($string_utils:from_list({$string_utils:nn(o) for o in ({what, @locations(what)})}, " in "), ".");
  endverb

  verb "@build-o*ptions @buildoptions" (any any any) owner: ARCHWIZARD flags: "rd"
    // @build-options [<name> <value>]
    // Shows or sets what @dig and @create do by themselves.
    this:_options_command("build", argstr);
  endverb
endobject
