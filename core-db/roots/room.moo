object ROOM [
  import_export_id -> "room",
  import_export_hierarchy -> {"roots"}
]
  name: "generic room"
  parent: ROOT
  owner: ARCHWIZARD
  fertile: true
  readable: true

  // the part of the world that it belongs to
  property area (owner: ARCHWIZARD, flags: "rc") = "";
  property blessed_object (owner: ARCHWIZARD, flags: "") = #-1;
  property blessed_task_id (owner: ARCHWIZARD, flags: "") = 0;
  // where it is drawn on maps: {east, north, up}, or {}
  property coordinates (owner: ARCHWIZARD, flags: "rc") = {};
  // how the contents are listed: 0 one per line, 3 in sentences
  property ctype (owner: ARCHWIZARD, flags: "rc") = 3;
  property dark (owner: ARCHWIZARD, flags: "rc") = false;
  property ejection_msg (owner: ARCHWIZARD, flags: "rc") = "You throw %<the d> out of %<the t>.";
  property entrances (owner: ARCHWIZARD, flags: "r") = {};
  property exits (owner: ARCHWIZARD, flags: "r") = {};
  // whether anybody may add exits that lead in or out of here
  property free_entrance (owner: ARCHWIZARD, flags: "rc") = false;
  // whether everybody may come in by whatever way
  property free_entry (owner: ARCHWIZARD, flags: "rc") = true;
  property free_exit (owner: ARCHWIZARD, flags: "rc") = false;
  // whether anybody may make this their home
  property free_home (owner: ARCHWIZARD, flags: "rc") = false;
  property oejection_msg (owner: ARCHWIZARD, flags: "rc") = "%N %<throws> %<the d> out of %<the t>.";
  // what was said here lately: {time, speaker, programmer, text}
  property recent_speech (owner: ARCHWIZARD, flags: "") = {};
  property residents (owner: ARCHWIZARD, flags: "rc") = {};
  property victim_ejection_msg (owner: ARCHWIZARD, flags: "rc") = "You are thrown out of %<the t> by %n.";
  override aliases = {"room"};
  override description = "";

  verb "say" (any any any) owner: ARCHWIZARD flags: "rxd"
    // say <text>    or    "<text>    or    '<text>
    // Says something to everybody who is where you are. `-ann hello' says it to somebody in particular, whom the others see you turn to.
    callers() && !$perm_utils:controls(caller_perms(), player) && raise(E_PERM, "Nobody may do that for somebody else.");
    argstr || return player:tell("Say what? Type `say hello', or just `\"hello'.");
    $events:emit("say", this, this:say_template(argstr), ["actor" -> player], ["message" -> argstr]);
  endverb

  method say_template owner: ARCHWIZARD
    // :say_template(text) => how the text is told: asked, exclaimed or said
    text = $string_utils:trimr(args[1]);
    last = text ? text[$] | "";
    how = last == "?" ? "asks" | last == "!" ? "exclaims" | "says";
    return ["actor" -> tostr("You ", how[1..$ - 1], ", \"%m\""), "others" -> tostr("%N %<", how, ">, \"%m\"")];
  endmethod

  verb "emote" (any any any) owner: ARCHWIZARD flags: "rxd"
    // emote <text>    or    :<text>    or    ::<text>
    // Shows what you do: `:waves' shows "Ann waves". `::'s hat falls' leaves out the blank after your name.
    callers() && !$perm_utils:controls(caller_perms(), player) && raise(E_PERM, "Nobody may do that for somebody else.");
    argstr || return player:tell("Emote what? Type `emote waves', or just `:waves'.");
    glue = argstr[1] == ":";
    text = glue ? argstr[2..$] | argstr;
    // the actor reads the same words as everybody else
    template = tostr($markup:escape(strsub(player:titlec(), "%", "%%")), glue ? "" | " ", "%m");
    $events:emit("emote", this, template, ["actor" -> player], ["message" -> text]);
  endverb

  method huh owner: ARCHWIZARD
    // :huh(verb, args) is called for a line that no command fits: it may be the name of an exit.
    {word, words} = {verb, args};
    if (!argstr || !prepstr)
      exit = this:match_exit(argstr ? tostr(word, " ", argstr) | word);
      valid(exit) && return exit:invoke();
      if (word == "enter" && argstr)
        exit = this:match_exit($match_utils:_bare(argstr));
        valid(exit) && return exit:invoke();
      endif
    endif
    player:my_huh(word, words);
  endmethod

  verb "n north ne northe*ast e east se southe*ast s south sw southw*est w west nw northw*est u up d down out" (none none none) owner: ARCHWIZARD flags: "rxd"
    // north    south    east    west    northeast    northwest    southeast    southwest    up    down    out    (or n s e w ne nw se sw u d)
    // Goes that way. `exits' lists the ways out of here.
    exit = this:match_exit(verb);
    if (valid(exit))
      exit:invoke();
    else
      way = $building_utils:direction_names(verb);
      gmcp_send(player, "Room.WrongDir", verb);
      player:tell("There is no way ", explode(way, ",")[1], " from here. ", this:exits_sentence());
    endif
  endverb

  verb "go" (any any any) owner: ARCHWIZARD flags: "rxd"
    // go <exit>
    // Goes through an exit. Several may follow one another: `go north east'.
    argstr || return player:tell("Go where? ", this:exits_sentence());
    exit = this:match_exit(argstr);
    if (valid(exit))
      exit:invoke();
      return;
    endif
    for word in (args)
      where = player.location;
      exit = `where:match_exit(word) ! E_VERBNF, E_INVIND => $failed_match';
      if (!valid(exit))
        player:tell("There is no way ", exit == $ambiguous_match ? "that is clearly " | "", "\"", word, "\" from here. ", where:exits_sentence());
        return;
      endif
      exit:invoke() || return;
    endfor
  endverb

  verb "exits ways" (none none none) owner: ARCHWIZARD flags: "rd"
    // exits
    // Lists the ways out of here and where they lead.
    exits = {exit for exit in (this:exits()) if exit.obvious || $perm_utils:controls(player, this)};
    exits || return player:tell("There is no way out that you can see.");
    spoken = player:screenreader();
    for exit in (exits)
      player:show(spoken ? tostr($markup:link(exit.name, exit.name), ": ", valid(exit.dest) ? $markup:escape(exit.dest.name) | "nowhere", exit.door && !exit.opened ? " (closed)" | "") | tostr("  ", $markup:link(exit.name, exit.name), $string_utils:space(12 - text_width(exit.name)), " ", valid(exit.dest) ? $markup:escape(exit.dest.name) | "nowhere", exit.door && !exit.opened ? " (closed)" | ""));
    endfor
  endverb

  method exits owner: ARCHWIZARD
    // :exits() => the exits of this room
    return this.exits;
  endmethod

  method entrances owner: ARCHWIZARD
    // :entrances() => the exits that lead here
    return this.entrances;
  endmethod

  method obvious_exits owner: ARCHWIZARD
    // :obvious_exits() => those that everybody sees
    return {exit for exit in (this.exits) if valid(exit) && exit.obvious};
  endmethod

  method exits_sentence owner: ARCHWIZARD
    // :exits_sentence() => "Ways out: north, up."
    names = {exit.name for exit in (this:obvious_exits())};
    return names ? tostr("Ways out: ", $string_utils:english_list(names), ".") | "There is no way out that you can see.";
  endmethod

  method match_exit owner: ARCHWIZARD
    // :match_exit(name) => the exit of that name; $failed_match, $ambiguous_match, $nothing for an empty string
    {name} = args;
    name || return $nothing;
    partial = {};
    for exit in (this:exits())
      if (!valid(exit))
        continue;
      endif
      (exit.name == name || name in exit.aliases) && return exit;
      if (length(name) > 2 && index(exit.name, name) == 1)
        partial = {@partial, exit};
      endif
    endfor
    if (!partial)
      // "library" for the way that leads there
      partial = {exit for exit in (this:obvious_exits()) if valid(exit.dest) && (exit.dest.name == name || name in exit.dest.aliases)};
    endif
    return length(partial) == 1 ? partial[1] | partial ? $ambiguous_match | $failed_match;
  endmethod

  method "add_exit add_entrance" owner: ARCHWIZARD
    // :add_exit(exit), :add_entrance(exit) => whether it has been added; only the owner of the room may
    {exit} = args;
    $perm_utils:controls(caller_perms(), this) || `this.("free_" + verb[5..$]) ! E_PROPNF => false' || return false;
    name = verb == "add_exit" ? "exits" | "entrances";
    this.(name) = setadd(this.(name), exit);
    return true;
  endmethod

  method "remove_exit remove_entrance" owner: ARCHWIZARD
    // :remove_exit(exit), :remove_entrance(exit) => whether it has been removed
    {exit} = args;
    $perm_utils:controls(caller_perms(), this) || caller == exit || $perm_utils:controls(caller_perms(), exit) || return false;
    name = verb == "remove_exit" ? "exits" | "entrances";
    this.(name) = setremove(this.(name), exit);
    return true;
  endmethod

  method acceptable owner: ARCHWIZARD
    // :acceptable(what) => whether something may come in here
    {what} = args;
    isa(what, $exit) && return false;
    isa(what, $room) && return false;
    this:is_unlocked_for(what) || return false;
    this.free_entry && return true;
    what == this.blessed_object && task_id() == this.blessed_task_id && return true;
    return what == this.owner || what in this.residents || what.owner == this.owner || what.wizard || false;
  endmethod

  method bless_for_entry owner: ARCHWIZARD
    // :bless_for_entry(what, exit) lets something in that comes by a real way
    {what, exit} = args;
    this.free_entry && return;
    if (exit in this.entrances || exit.owner == this.owner)
      this.blessed_object = what;
      this.blessed_task_id = task_id();
    endif
  endmethod

  method accept_for_abode owner: ARCHWIZARD
    // :accept_for_abode(who) => whether somebody may make this their home
    {who} = args;
    return this.free_home || who in this.residents || $perm_utils:controls(who, this) || false;
  endmethod

  method enterfunc owner: ARCHWIZARD
    // :enterfunc(what) is called when something has come in: a player sees the room
    {what} = args;
    what == this.blessed_object && (this.blessed_object = $nothing);
    if (is_player(what))
      this:_tell_clients("Room.AddPlayer", what, ["name" -> what.name, "fullname" -> what:title()]);
      if (what.location == this && what == player)
        this:look_self(what:option("brief"));
        what:gmcp_room();
        $hints:show("move");
      elseif (what.location == this && what in connected_players())
        what:see_room();
      endif
    else
      this:_tell_items("Char.Items.Add", what);
    endif
  endmethod

  method exitfunc owner: ARCHWIZARD
    // :exitfunc(what) is called when something has gone
    {what} = args;
    is_player(what) ? this:_tell_clients("Room.RemovePlayer", what, what.name) | this:_tell_items("Char.Items.Remove", what);
  endmethod

  method _tell_items owner: ARCHWIZARD
    // :_tell_items(package, what) tells the clients of all here that a thing has come or gone
    caller == this || raise(E_PERM);
    {package, what} = args;
    for other in (occupants(this.contents))
      other:gmcp_moved(package, "room", what);
    endfor
  endmethod

  method _tell_clients owner: ARCHWIZARD
    // :_tell_clients(package, who, value) tells the clients of all others here that somebody has come or gone
    caller == this || raise(E_PERM);
    {package, who, value} = args;
    for other in (occupants(this.contents))
      other != who && gmcp_send(other, package, value);
    endfor
  endmethod

  method confunc owner: ARCHWIZARD
    // :confunc(who, how) is called when somebody has connected here
    {who, ?how = "connected"} = args;
    caller == $login || caller_perms().wizard || caller_perms() == who || raise(E_PERM);
    if (how != "moved")
      this:look_self(0);
      who:gmcp_room();
    endif
    text = how == "created" ? "%N %<appears> for the first time, and %<looks> about." | "%N %<has/have> connected.";
    $events:emit("presence", this, ["actor" -> "", "others" -> text], ["actor" -> who]);
  endmethod

  method disfunc owner: ARCHWIZARD
    // :disfunc(who) is called when somebody has disconnected here
    {who} = args;
    caller == $login || caller_perms().wizard || caller_perms() == who || raise(E_PERM);
    $events:emit("presence", this, ["actor" -> "", "others" -> "%N %<has/have> disconnected."], ["actor" -> who]);
  endmethod

  method look_self owner: ARCHWIZARD
    // :look_self([brief]) shows the room to the player: name, description, contents, ways out.
    {?brief = 0} = args;
    player:show(tostr("[bold]", $markup:escape(this:title()), "[/]"));
    if (!brief)
      text = this:description();
      text && player:show($markup:tame(text));
    endif
    this:tell_contents(setremove(this:contents(), player));
    exits = this:obvious_exits();
    exits && player:show(tostr("[dim]Ways out:[/] ", $string_utils:english_list({tostr("[link=", exit.name, "]", exit.name, "[/]") for exit in (exits)}), "."));
  endmethod

  method tell_contents owner: ARCHWIZARD
    // :tell_contents(objects [, style]) shows the player who and what is here
    {contents, ?ctype = this.ctype} = args;
    if (this.dark)
      return;
    endif
    things = {what:a() for what in (contents) if !is_player(what)};
    awake = asleep = {};
    connected = connected_players();
    for what in (length(things) < length(contents) ? occupants(contents) | {})
      name = what:title();
      if (what in connected)
        awake = {@awake, what.posture ? tostr(name, " (", what.posture, ")") | name};
      else
        asleep = {@asleep, name};
      endif
    endfor
    if (ctype == 0 || player:screenreader() || length(things) > 60)
      if (length(things) > 60 && !player:screenreader())
        player:tell("There are ", length(things), " things here:");
        player:show($layout:columns(things));
      else
        things && player:tell_lines({"Things here:", @{"  " + thing for thing in (things)}});
      endif
      people = {@awake, @{name + " (asleep)" for name in (asleep)}};
      people && player:tell_lines({"People here:", @{"  " + name for name in (people)}});
    else
      things && player:tell("You see ", $string_utils:english_list(things), " here.");
      awake && player:tell($string_utils:english_list(awake), length(awake) == 1 ? " is" | " are", " here.");
      if (length(asleep) > 6)
        player:tell(length(asleep), " people are asleep here.");
      elseif (asleep)
        player:tell($string_utils:english_list(asleep), length(asleep) == 1 ? " is" | " are", " asleep.");
      endif
    endif
  endmethod

  method announce owner: ARCHWIZARD
    // :announce(text, …) tells everybody here but the player.
    for what in (setremove(this:contents(), player))
      `what:tell(@args) ! ANY';
    endfor
  endmethod

  method announce_all owner: ARCHWIZARD
    // :announce_all(text, …) tells everybody here.
    for what in (this:contents())
      `what:tell(@args) ! ANY';
    endfor
  endmethod

  method announce_all_but owner: ARCHWIZARD
    // :announce_all_but(objects, text, …) tells everybody here but some.
    {but, @text} = args;
    typeof(but) == LIST || (but = {but});
    for what in (this:contents())
      what in but || `what:tell(@text) ! ANY';
    endfor
  endmethod

  method "eject eject_nice eject_basic" owner: ARCHWIZARD
    // :eject(object) throws an object out of this room.
    return pass(@args);
  endmethod

  method gmcp_info owner: ARCHWIZARD
    // :gmcp_info() => what Room.Info tells clients
    exits = [];
    for exit in (this:obvious_exits())
      if (!valid(exit.dest))
        continue;
      endif
      short = exit:direction();
      exits[short ? short[2] | exit.name] = toint(exit.dest);
    endfor
    info = ["num" -> toint(this), "name" -> this:title(), "area" -> this.area, "environment" -> "", "exits" -> exits, "details" -> {}];
    this.coordinates && (info["coord"] = ["id" -> 0, "cont" -> 0, "x" -> this.coordinates[1], "y" -> this.coordinates[2], "z" -> this.coordinates[3]]);
    return info;
  endmethod

  method examine_contents owner: ARCHWIZARD
    // :examine_contents(who) => lines for `examine': contents and ways out
    exits = this:exits();
    return {@pass(@args), @exits ? {"Ways out:", @{tostr("  ", exit.name, " (", exit, ") to ", $string_utils:nn(exit.dest)) for exit in (exits)}} | {}};
  endmethod

  method recycle owner: ARCHWIZARD
    // :recycle() sends everybody home and removes the exits.
    pass(@args);
    for what in (this.contents)
      if (is_player(what))
        what:tell(this.name, " dissolves around you.");
        home = what.home;
        move(what, valid(home) && home != this ? home | $player_start);
      endif
    endfor
    for exit in ({@this.exits, @this.entrances})
      valid(exit) && $perm_utils:controls(this.owner, exit) && recycle(exit);
    endfor
  endmethod

  method test_exits owner: ARCHWIZARD
    room = create($room, #2);
    exit = create($exit, #2);
    try
      exit.name = "north";
      exit.aliases = {"north", "n"};
      exit.source = room;
      exit.dest = $player_start;
      $test:true(room:add_exit(exit));
      $test:equal(room:match_exit("n"), exit);
      $test:equal(room:match_exit("nor"), exit);
      $test:equal(room:match_exit("south"), $failed_match);
      $test:equal(room:match_exit(""), $nothing);
      $test:contains(room:exits_sentence(), "north");
      $test:equal(room:gmcp_info()["exits"], ["n" -> toint($player_start)]);
      $test:true(room:remove_exit(exit));
      $test:equal(room:match_exit("n"), $failed_match);
    finally
      recycle(exit);
      recycle(room);
    endtry
  endmethod

  method test_entry owner: ARCHWIZARD
    room = create($room, #2);
    try
      $test:true(room:acceptable($no_one));
      room.free_entry = false;
      thing = create($thing, $no_one);
      $test:false(room:acceptable(thing));
      recycle(thing);
      $test:true(room:acceptable(#2));
      room.residents = {$no_one};
      $test:true(room:acceptable($no_one));
      $test:true(room:accept_for_abode($no_one));
      $test:false(room:acceptable($exit));
    finally
      recycle(room);
    endtry
  endmethod

  method test_say owner: ARCHWIZARD
    $test:contains(this:say_template("why?")["others"], "asks");
    $test:contains(this:say_template("oh!")["actor"], "exclaim,");
    $test:contains(this:say_template("well")["actor"], "You say,");
  endmethod
endobject
