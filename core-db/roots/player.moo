object PLAYER [
  import_export_id -> "player",
  import_export_hierarchy -> {"roots"}
]
  name: "generic player"
  parents: {TALKER, MAIL_USER, EDITOR_USER, READER}
  owner: ARCHWIZARD
  fertile: true
  readable: true

  // what was asked last: {command line, the words that were not clear, candidates, time}
  property asked (owner: ARCHWIZARD, flags: "") = {};
  // how much somebody knew of worlds like this one: 1 nothing, 2 little, 3 all about it
  property experience (owner: ARCHWIZARD, flags: "r") = 0;
  // commands of features, and of the server's own making
  property features (owner: ARCHWIZARD, flags: "r") = {};
  // whether lines for this player take the long way, as they do with gags and paranoia: time stamps
  property filters (owner: ARCHWIZARD, flags: "r") = false;
  property first_connect_time (owner: ARCHWIZARD, flags: "r") = 0;
  property gender (owner: ARCHWIZARD, flags: "rc") = "they";
  // what this player has been told once: names of $hints
  property hints_seen (owner: ARCHWIZARD, flags: "") = {};
  property home (owner: ARCHWIZARD, flags: "rc") = #-1;
  // what "it" means
  property it (owner: ARCHWIZARD, flags: "") = #-1;
  property last_connect_place (owner: ARCHWIZARD, flags: "") = "";
  property last_connect_time (owner: ARCHWIZARD, flags: "r") = 0;
  property last_disconnect_time (owner: ARCHWIZARD, flags: "r") = 0;
  // whom this player paged last
  property last_paged (owner: ARCHWIZARD, flags: "") = #-1;
  // who paged last, for `reply'
  property last_pager (owner: ARCHWIZARD, flags: "") = #-1;
  // commands of one's own: word -> command line
  property nicknames (owner: ARCHWIZARD, flags: "") = [];
  // what is set away from its default; see $options
  property option_values (owner: ARCHWIZARD, flags: "") = [];
  property ownership_quota (owner: ARCHWIZARD, flags: "r") = 50;
  property page_echo_msg (owner: ARCHWIZARD, flags: "rc") = "";
  property page_origin_msg (owner: ARCHWIZARD, flags: "rc") = "";
  // the hash of the password; only wizards and the login look at it
  property password (owner: ARCHWIZARD, flags: "") = "";
  property po (owner: ARCHWIZARD, flags: "rc") = "them";
  property poc (owner: ARCHWIZARD, flags: "rc") = "Them";
  // how somebody sits, stands or lies, as it is shown behind the name
  property posture (owner: ARCHWIZARD, flags: "rc") = "";
  property pp (owner: ARCHWIZARD, flags: "rc") = "their";
  property ppc (owner: ARCHWIZARD, flags: "rc") = "Their";
  property pq (owner: ARCHWIZARD, flags: "rc") = "theirs";
  property pqc (owner: ARCHWIZARD, flags: "rc") = "Theirs";
  property pr (owner: ARCHWIZARD, flags: "rc") = "themself";
  property prc (owner: ARCHWIZARD, flags: "rc") = "Themself";
  property previous_connect_time (owner: ARCHWIZARD, flags: "") = 0;
  property ps (owner: ARCHWIZARD, flags: "rc") = "they";
  property psc (owner: ARCHWIZARD, flags: "rc") = "They";
  property question (owner: ARCHWIZARD, flags: "") = {};
  // a question with a few answers: {command with %s for the answer, answers, time}
  // tasks of this player that may wait; below 0, as $server_options says
  property queued_task_limit (owner: ARCHWIZARD, flags: "r") = -1;
  // the furniture that somebody sits on
  property seat (owner: ARCHWIZARD, flags: "rc") = #-1;
  // public keys for SSH: maps as $login:read_ssh_key gives them, with the time of each
  property ssh_keys (owner: ARCHWIZARD, flags: "") = {};
  // {time until which or 0, reason, by whom, when} while this player is kept out
  property suspended (owner: ARCHWIZARD, flags: "") = {};
  // what this player changed lately: {object, number of the change}, newest last
  property undo_stack (owner: ARCHWIZARD, flags: "") = {};
  // class -> {names of its verbs, the words of its commands}, on this object alone
  property words_cache (owner: ARCHWIZARD, flags: "") = [];
  override aliases = {"player"};
  override description = "";

  // ---- being told things
  method notify owner: ARCHWIZARD
    // :notify(text [, form]) shows a line: "plain" text or "markup".
    {text, ?form = "plain"} = args;
    if (this.filters || this.gags || this.paranoid)
      text = this:_filter(text, form);
      typeof(text) == INT && return;
    endif
    notify(this, text, 0, 0, form);
  endmethod

  method tell owner: ARCHWIZARD
    // :tell(text, …) shows a line of plain text.
    if (this.filters || this.gags || this.paranoid)
      return this:notify(tostr(@args));
    endif
    notify(this, tostr(@args), 0, 0, "plain");
  endmethod

  method show owner: ARCHWIZARD
    // :show(markup) shows text with colours: a string or a list of strings, one for each paragraph.
    {text} = args;
    long = this.filters || this.gags || this.paranoid;
    for line in (typeof(text) == LIST ? text | {text})
      long ? this:notify(tostr(line), "markup") | notify(this, tostr(line), 0, 0, "markup");
    endfor
  endmethod

  method tell_lines owner: ARCHWIZARD
    // :tell_lines(list) shows several lines of plain text.
    {lines} = args;
    long = this.filters || this.gags || this.paranoid;
    for line in (typeof(lines) == LIST ? lines | {lines})
      long ? this:notify(tostr(line)) | notify(this, tostr(line), 0, 0, "plain");
    endfor
  endmethod

  method _filter owner: ARCHWIZARD
    // :_filter(text, form [, event]) => the text as this player wants to see it, 0 for not at all; it is noted, if the player wants that
    caller == this || raise(E_PERM);
    {text, form, ?event = 0} = args;
    if (this.gags && event == 0)
      for frame in (callers())
        frame[1] != this && this:is_gagged(["actor" -> frame[1]]) && return 0;
      endfor
    elseif (event != 0 && this:is_gagged(event))
      return 0;
    endif
    this.paranoid && this:record(event, text);
    if (this:option("timestamps"))
      now = ctime(time() + 3600 * this:option("timezone"))[12..16];
      text = form == "plain" ? tostr("[", now, "] ", text) | tostr("[dim][[", now, "][/] ", text);
    endif
    return text;
  endmethod

  method hear owner: ARCHWIZARD
    // :hear(event, text) is called by $events when something happens near this player.
    {event, text} = args;
    caller == $events || raise(E_PERM);
    kind = event["kind"];
    if (kind in {"page", "whisper"} && !this.paranoid)
      this:record(event, text);
    endif
    if (this.filters || this.gags || this.paranoid)
      text = this:_filter(text, "markup", event);
      typeof(text) == INT && return;
    endif
    notify(this, text, 0, 0, "markup");
    if (kind in {"say", "page", "whisper", "channel"})
      gmcp_send(this, "Comm.Channel.Text", ["channel" -> kind, "talker" -> event["actor"].name, "text" -> strip_markup(text)]);
    endif
  endmethod

  method is_listening owner: ARCHWIZARD
    // :is_listening() => whether this player is connected
    return this in connected_players() && true || false;
  endmethod

  method screenreader owner: ARCHWIZARD
    // :screenreader() => whether this player uses a screen reader: lists one item per line, no drawings
    value = this:option("screenreader");
    return value < 0 ? `client_info(this)["screen_reader"] ! ANY => 0' | value;
  endmethod

  method option owner: ARCHWIZARD
    // :option(name) => what this player has chosen, or the default
    {name} = args;
    values = this.option_values;
    return maphaskey(values, name) ? values[name] | $options:default(name);
  endmethod

  method linelen owner: ARCHWIZARD
    // :linelen() => how many columns this player sees
    return this:option("width") || `client_info(this)["width"] ! ANY => 80' || 80;
  endmethod

  method set_option owner: ARCHWIZARD
    // :set_option(name, value) => true, or a string that says what is wrong
    $perm_utils:controls(caller_perms(), this) || caller == this || return E_PERM;
    {name, value} = args;
    problem = $options:check(name, value);
    problem && return problem;
    values = this.option_values;
    if (value == $options:default(name))
      maphaskey(values, name) && (values = mapdelete(values, name));
    else
      values[name] = value;
    endif
    this.option_values = values;
    this:update_filters();
    this:apply_options();
    return true;
  endmethod

  method update_filters owner: ARCHWIZARD
    // :update_filters() finds out whether lines for this player take the long way
    this.filters = this:option("timestamps") && true || false;
  endmethod

  method apply_options owner: ARCHWIZARD
    // :apply_options([all]) tells the connections of this player what it has chosen; those things, too, that go by the client, if all is true
    {?all = true} = args;
    for connection in (`connections(this) ! ANY => {}')
      for pair in ({{"width", "width"}, {"screenreader", "screen-reader"}, {"colors", "colors"}})
        all || maphaskey(this.option_values, pair[1]) ? set_connection_option(connection[1], pair[2], this:option(pair[1])) | 0;
      endfor
      set_connection_option(connection[1], "prompt", this:option("prompts") ? "> " | "");
      set_connection_option(connection[1], "show-commands", this:option("echo"));
    endfor
  endmethod

  // ---- coming and going
  method confunc owner: ARCHWIZARD
    // :confunc(how) is called when this player has connected.
    caller == $login || caller_perms() == this || caller_perms().wizard || raise(E_PERM);
    {?how = "connected"} = args;
    if (this:option("screenreader") < 0 && `connection_option(this, "screen-reader") ! ANY => 0' == 1)
      // typed before the login
      this:set_option("screenreader", 1);
    endif
    this:apply_options(false);
    this:gmcp_self();
    if (how == "created")
      $hints:welcome(this);
    elseif (this.previous_connect_time)
      this:tell("Last connected ", $time_utils:ago(this.previous_connect_time), ".");
    endif
    this:mixin_confunc();
  endmethod

  method reconfunc owner: ARCHWIZARD
    // :reconfunc() is called when this player has connected once more.
    caller == $login || caller_perms() == this || caller_perms().wizard || raise(E_PERM);
    this:apply_options(false);
    this:gmcp_self();
    others = length(`connections(this) ! ANY => {}') - 1;
    this:tell("You are connected ", others > 1 ? tostr(others + 1, " times") | "twice", " now.");
    this:see_room();
  endmethod

  method disfunc owner: ARCHWIZARD
    // :disfunc() is called when the last connection of this player has ended.
    caller == $login || caller_perms() == this || caller_perms().wizard || raise(E_PERM);
    this:mixin_disfunc();
  endmethod

  method see_room owner: ARCHWIZARD
    // :see_room() shows the player its surroundings, whoever the task's player is.
    $perm_utils:controls(caller_perms(), this) || isa(caller, $room) || raise(E_PERM);
    fork (0)
      this:_see_room();
    endfork
  endmethod

  method _see_room owner: ARCHWIZARD
    // Runs with this player as the player.
    caller == this || raise(E_PERM);
    player = this;
    valid(this.location) && this.location:look_self(0);
    this:gmcp_room();
  endmethod

  // ---- what clients show beside the text
  method gmcp_self owner: ARCHWIZARD
    // :gmcp_self() tells the player's clients who this is, and what there is beside rooms and things.
    gmcp_send(this, "Char.Name", ["name" -> this.name, "fullname" -> this:title()]);
    gmcp_send(this, "Char.StatusVars", ["name" -> "Name", "fullname" -> "Full name", "place" -> "Where you are"]);
    gmcp_send(this, "Comm.Channel.List", {["name" -> channel.name, "caption" -> channel:title(), "command" -> channel.name] for channel in ($channels:all_for(this))});
    gui = `$server_options.client_gui ! E_PROPNF => 0';
    typeof(gui) == MAP && gmcp_send(this, "Client.GUI", gui);
    this:gmcp_items("inv");
  endmethod

  method gmcp_room owner: ARCHWIZARD
    // :gmcp_room() tells the player's clients where it is.
    where = this.location;
    valid(where) && isa(where, $room) || return;
    gmcp_send(this, "Room.Info", where:gmcp_info());
    gmcp_send(this, "Room.Players", {["name" -> who.name, "fullname" -> who:title()] for who in (where.contents) if is_player(who) && who in connected_players()});
    gmcp_send(this, "Char.Status", ["name" -> this.name, "fullname" -> this:title(), "place" -> where.name]);
    this:gmcp_discord();
    this:gmcp_items("room");
  endmethod

  method gmcp_discord owner: ARCHWIZARD
    // :gmcp_discord() tells what Discord may show of the game, if the world wants that ($server_options.discord: inviteurl, applicationid).
    about = `$server_options.discord ! E_PROPNF => 0';
    typeof(about) == MAP || return;
    gmcp_send(this, "External.Discord.Info", about);
    gmcp_send(this, "External.Discord.Status", ["game" -> $server_name, "details" -> valid(this.location) ? this.location.name | ""]);
  endmethod

  method gmcp_item owner: ARCHWIZARD
    // :gmcp_item(what) => a thing in the words of GMCP: c is a container, t what can be taken
    {what} = args;
    attributes = tostr(isa(what, $container) ? "c" | "", isa(what, $thing) ? "t" | "");
    return ["id" -> tostr(what), "name" -> what.name, "attrib" -> attributes];
  endmethod

  method gmcp_items owner: ARCHWIZARD
    // :gmcp_items(place) lists what is carried ("inv"), lies here ("room"), or is in the thing of that number, for clients that show such lists.
    {place} = args;
    this:wants_gmcp("Char.Items") || return;
    where = place == "inv" ? this | (place == "room" ? this.location | toobj(place));
    valid(where) || return;
    if (where != this && where != this.location)
      isa(where, $container) && where.opened && where.location in {this, this.location} || return;
    endif
    items = {this:gmcp_item(what) for what in (where.contents) if !is_player(what) && !isa(what, $exit)};
    gmcp_send(this, "Char.Items.List", ["location" -> place, "items" -> items]);
  endmethod

  method gmcp_moved owner: ARCHWIZARD
    // :gmcp_moved(package, place, what) tells of one thing that came ("Char.Items.Add") or went ("Char.Items.Remove").
    {package, place, what} = args;
    caller == this || caller == this.location || raise(E_PERM);
    this:wants_gmcp("Char.Items") && gmcp_send(this, package, ["location" -> place, "item" -> this:gmcp_item(what)]);
  endmethod

  method wants_gmcp owner: ARCHWIZARD
    // :wants_gmcp(module) => whether a client of this player has asked for a GMCP module, or for one that it is part of
    {module} = args;
    modules = `client_info(this)["gmcp"] ! ANY => []';
    typeof(modules) == MAP || return false;
    return maphaskey(modules, module) || maphaskey(modules, module[1..index(module + ".", ".") - 1]);
  endmethod

  method gmcp owner: ARCHWIZARD
    // :gmcp(package, value) answers what a client has asked for by GMCP => whether it was for this
    {package, ?value = 0} = args;
    caller == #0 || raise(E_PERM);
    if (package == "Char.Items.Inv")
      this:gmcp_items("inv");
    elseif (package == "Char.Items.Room")
      this:gmcp_items("room");
    elseif (package == "Char.Items.Contents")
      this:gmcp_items(tostr(value));
    elseif (package == "Comm.Channel.Players")
      heard = [];
      for channel in ($channels:all_for(this))
        for who in (channel:listeners())
          heard[who.name] = {@`heard[who.name] ! E_RANGE => {}', channel.name};
        endfor
      endfor
      gmcp_send(this, "Comm.Channel.Players", {["name" -> name, "channels" -> names] for names, name in (heard)});
    elseif (package in {"External.Discord.Hello", "External.Discord.Get"})
      this:gmcp_discord();
    else
      return false;
    endif
    return true;
  endmethod

  method enterfunc owner: ARCHWIZARD
    // :enterfunc(what) is called when this player has got something
    this:gmcp_moved("Char.Items.Add", "inv", args[1]);
  endmethod

  method exitfunc owner: ARCHWIZARD
    // :exitfunc(what) is called when this player has something no longer
    this:gmcp_moved("Char.Items.Remove", "inv", args[1]);
  endmethod

  method moveto owner: ARCHWIZARD
    // :moveto(where) takes the player there.
    caller == this || $perm_utils:controls(caller_perms(), this) || raise(E_PERM);
    this.posture && (this.posture = "");
    valid(this.seat) && (this.seat = $nothing);
    set_task_perms(caller_perms().wizard ? caller_perms() | this);
    return `move(this, args[1]) ! ANY';
  endmethod

  method acceptable owner: ARCHWIZARD
    // :acceptable(what) => whether this player takes something that is given or picked up
    {what} = args;
    return !is_player(what) && !isa(what, $room) && !isa(what, $exit);
  endmethod

  method whereis_text owner: ARCHWIZARD
    // :whereis_text(reader) => where this player is, as others may know it
    return valid(this.location) ? this.location:title() | "nowhere";
  endmethod

  // ---- what words mean
  method refer owner: ARCHWIZARD
    // :refer(object) makes "it" mean the object for this player
    {what} = args;
    this.it == what || is_player(what) || (this.it = what);
  endmethod

  method my_match_object owner: ARCHWIZARD
    // :my_match_object(string) => the object that the string means to this player
    return $match_utils:find(args[1], this)[1];
  endmethod

  method ask owner: ARCHWIZARD
    // :ask(line, words, candidates) remembers a question: the answer runs the line with the words replaced
    $perm_utils:controls(caller_perms(), this) || raise(E_PERM);
    {line, words, candidates} = args;
    this.asked = {line, words, candidates, time()};
  endmethod

  method _explain_usage owner: ARCHWIZARD
    // :_explain_usage(verb) => whether things have such a command; the player has been told how it is typed
    {word} = args;
    usages = {};
    for class in ({$thing, $container, $note, $letter, $garment, $furniture, $portal, $npc, $board, $exit})
      for place in ($code_utils:verbs_named(class, word))
        verb_args(class, place) == {"this", "none", "this"} || (usages = setadd(usages, $code_utils:usage(class, place, word)));
      endfor
    endfor
    usages || return false;
    // it was typed as it should be, but with the wrong things
    first = explode(usages[1])[1];
    {direct, others} = dobjstr ? $match_utils:find(dobjstr, this) | {$nothing, {}};
    {indirect, others} = iobjstr ? $match_utils:find(iobjstr, this) | {$nothing, {}};
    for usage in (valid(direct) && (!iobjstr || valid(indirect)) ? usages | {})
      if ((prepstr != "") == (match(usage, "> [a-z]+ <") != {}))
        this:tell("You can't ", first, " ", direct == this ? "yourself" | direct:the(), prepstr ? tostr(" ", prepstr, " ", indirect == this ? "yourself" | indirect:the()) | "", ".");
        return true;
      endif
    endfor
    for usage, i in (usages[1..min(3, $)])
      this:tell(i == 1 ? "Usage: " | "       ", usage);
    endfor
    return true;
  endmethod

  method _answer owner: ARCHWIZARD
    // :_answer(text) => whether the text answers the question that was asked last; the command is run then
    caller == this || raise(E_PERM);
    if (this.question && !(this.asked && this.asked[4] >= this.question[3]))
      {template, choices, when} = this.question;
      this.question = {};
      if (args[1] in choices && time() - when < 600)
        force_input(connection(), strsub(template, "%s", args[1]), 1);
        return true;
      endif
    endif
    this.asked || return false;
    {line, words, candidates, when} = this.asked;
    this.asked = {};
    time() - when > 120 && return false;
    {text} = args;
    n = toint(text) || ($match_utils:parse_ordinal_reference(text + " x") || {0})[1];
    if (n)
      what = n >= 1 && n <= length(candidates) ? candidates[n] | n == -1 ? candidates[$] | $failed_match;
    else
      what = $match_utils:match(text, {o for o in (candidates) if valid(o)});
    endif
    valid(what) || return false;
    force_input(connection(), strsub(line, words, tostr(what)), 1);
    return true;
  endmethod

  method my_huh owner: ARCHWIZARD
    // :my_huh(verb, args) deals with a line that no command fits: it finds what the words mean, the commands of features, what may have been meant
    caller == this || caller == this.location || $perm_utils:controls(caller_perms(), this) || raise(E_PERM);
    {word, words} = args;
    line = argstr ? tostr(word, " ", argstr) | word;
    this:_answer(line) && return;
    this:_directed(word, line) && return;
    this:_nickname(word) && return;
    this:mixin_huh(word, words) && return;
    this:_feature(word, words) && return;
    if (this:_many(word, words) || this:_find_and_run(word, words))
      return;
    endif
    this:_set_message_command(word, argstr) && return;
    this:_cannot(word) && return;
    $command_utils:explain_syntax(this.location, word, words) && return;
    this:_explain_usage(word) && return;
    this:_not_for_you(word) && return;
    this:_unknown(word, line);
  endmethod

  method _cannot owner: ARCHWIZARD
    // :_cannot(verb) => whether it is a command for other things than the one that was named; the player has been told so
    caller == this || raise(E_PERM);
    {word} = args;
    valid(dobj) || valid(iobj) || return false;
    for class in ({$thing, $container, $note, $letter, $garment, $furniture, $portal, $board})
      for place in ($code_utils:verbs_named(class, word))
        {direct, preps, indirect} = verb_args(class, place);
        if (prepstr ? preps != "any" && !(prepstr in explode(preps, "/")) | preps != "none")
          continue;
        elseif (direct == "this" && valid(dobj) && (indirect != "none" || !iobjstr))
          this:tell("You can't ", word, " ", dobj == this ? "yourself" | dobj:the(), ".");
          return true;
        elseif (indirect == "this" && valid(iobj) && (direct != "none" || !dobjstr))
          this:tell("You can't ", word, " ", dobjstr ? tostr(valid(dobj) ? dobj:the() | dobjstr, " ") | "", prepstr, " ", iobj == this ? "yourself" | iobj:the(), ".");
          return true;
        endif
      endfor
    endfor
    return false;
  endmethod

  method _not_for_you owner: ARCHWIZARD
    // :_not_for_you(verb) => whether others than this player have such a command; the player has been told who, and how to become one
    caller == this || raise(E_PERM);
    {word} = args;
    for pair in ({{$builder, "builders"}, {$programmer, "programmers"}, {$wizard, "administrators"}})
      {class, who} = pair;
      if (!isa(this, class) && {place for place in ($code_utils:verbs_named(class, word)) if verb_args(class, place) != {"this", "none", "this"}})
        this:tell("`", word, "' is for ", who, ". ", isa(this, $guest) ? class == $builder ? "You become one with a character of your own: `@register <name> <password>' makes you one." | "You are a guest." | class == $wizard ? "`@wizards' lists them." | "An administrator can make you one; `@wizards' lists them.");
        return true;
      endif
    endfor
    return false;
  endmethod

  method _feature owner: ARCHWIZARD
    // :_feature(verb, args) => whether one of the player's features has such a command; it has been run then
    caller == this || raise(E_PERM);
    {word, words} = args;
    for feature in (this.features)
      if (valid(feature) && $code_utils:find_command(feature, word, dobj, prepstr, iobj))
        set_task_perms(this);
        feature:(word)(@words);
        return true;
      endif
    endfor
    return false;
  endmethod

  method _many owner: ARCHWIZARD
    // :_many(verb, args) => whether the line means several things, as in "get all"; the command has been run for each then
    caller == this || raise(E_PERM);
    {word, words} = args;
    index(dobjstr, "all") == 1 || dobjstr == "everything" || return false;
    here = valid(this.location) ? setremove(this.location.contents, this) | {};
    things = $match_utils:all(dobjstr, {@this.contents, @here});
    typeof(things) == LIST || return false;
    targets = {};
    known = [];
    taking = word in {"get", "g", "take", "t"};
    giving = word in {"drop", "d", "throw", "give", "hand"};
    for what in (things)
      // of all things those are meant for which it makes sense
      if (is_player(what) || (taking && what.location == this) || (giving && what.location != this))
        continue;
      elseif (taking && dobjstr in {"all", "everything"} && `what.fixed ! E_PROPNF => false')
        continue;
      endif
      // things of the same class have the same commands
      key = `verbs(what) ! E_PERM => {}' ? tostr(what) | toliteral(parents(what));
      if (!maphaskey(known, key))
        found = $code_utils:find_command(what, word, what, prepstr, iobj);
        known[key] = found ? {found, this:_is_callable(what, word, found)} | {};
      endif
      known[key] && (targets = {@targets, {what, @known[key]}});
    endfor
    if (!targets)
      $code_utils:find_command($thing, word, $thing, prepstr, iobj) || return false;
      this:tell("There is nothing here to ", word, ".");
      return true;
    endif
    for target, i in (targets)
      {what, found, callable} = target;
      if (i > 500)
        this:tell("That is enough for now: ", i - 1, " of ", length(targets), ".");
        return true;
      elseif (ticks_left() < 8000)
        // many things take several turns
        suspend(0);
      endif
      dobj = what;
      dobjstr = what.name;
      this:_run(what, word, words, found, callable);
    endfor
    return true;
  endmethod

  method _is_callable owner: ARCHWIZARD
    // :_is_callable(object, verb, {definer, place}) => whether calling the object by the name gets that verb, and not another of the name
    {what, word, found} = args;
    for definer in (ancestors(what, 1))
      for place in ($code_utils:verbs_named(definer, word))
        index(verb_info(definer, place)[2], "x") && return {definer, place} == found;
      endfor
    endfor
    return false;
  endmethod

  method _run owner: ARCHWIZARD
    // :_run(object, verb, args, {definer, place} [, callable]) runs a command of an object with this player's permissions
    caller == this || raise(E_PERM);
    {what, word, words, found, ?callable = this:_is_callable(what, word, found)} = args;
    if (callable)
      set_task_perms(this);
      return what:(word)(@words);
    endif
    direct = valid(dobj) ? tostr(dobj) | dobjstr;
    indirect = valid(iobj) ? tostr(iobj) | iobjstr;
    force_input(connection(), tostr(word, direct ? " " + direct | "", prepstr ? " " + prepstr | "", indirect ? " " + indirect | ""), 1);
  endmethod

  method _find_and_run owner: ARCHWIZARD
    // :_find_and_run(verb, args) => whether the words mean objects that have such a command; it has been run then, or the player has been told what is not clear
    caller == this || raise(E_PERM);
    {word, words} = args;
    direct = dobj;
    indirect = iobj;
    unclear = {};
    if (dobjstr && !valid(dobj))
      {direct, candidates} = $match_utils:find(dobjstr, this);
      if (direct == $ambiguous_match)
        candidates = this:_sensible(word, candidates);
        length(candidates) == 1 && (direct = candidates[1]);
      endif
      valid(direct) || (unclear = {direct, dobjstr, candidates});
    endif
    if (iobjstr && !valid(iobj))
      {indirect, candidates} = $match_utils:find(iobjstr, this);
      valid(indirect) || unclear || (unclear = {indirect, iobjstr, candidates});
    endif
    changed = direct != dobj || indirect != iobj;
    for what in ({direct, indirect})
      if (!(valid(what) && changed))
        continue;
      endif
      found = $code_utils:find_command(what, word, direct, prepstr, indirect);
      if (!found)
        continue;
      endif
      dobj = direct;
      iobj = indirect;
      valid(direct) && this:refer(direct);
      this:_run(what, word, words, found);
      return true;
    endfor
    if (unclear)
      known = false;
      for class in ({$thing, $container, $note, $furniture, $portal, $exit, $player, $garment, $letter, $npc, $board})
        known = known || $code_utils:verbs_named(class, word);
      endfor
      // what several things could be is asked if one of them has such a command
      for what in (unclear[3])
        known = known || $object_utils:has_verb(what, word);
      endfor
      known || return false;
      this:explain_failure(word, @unclear);
      return true;
    endif
    return false;
  endmethod

  method _sensible owner: ARCHWIZARD
    // :_sensible(verb, objects) => those of the objects that the verb makes sense for, all if there are none
    {word, objects} = args;
    fitting = length(objects) > 10 ? objects | {what for what in (objects) if $code_utils:find_command(what, word, what, prepstr, iobj)} || objects;
    if (word in {"drop", "d", "throw", "give", "hand", "wear", "burn"})
      fitting = {what for what in (fitting) if what.location == this} || fitting;
    elseif (word in {"get", "g", "take", "t"})
      fitting = {what for what in (fitting) if what.location != this} || fitting;
    endif
    return fitting;
  endmethod

  method explain_failure owner: ARCHWIZARD
    // :explain_failure(verb, match, words, candidates) tells the player why words mean nothing, or asks which is meant
    {word, what, words, candidates} = args;
    if (what == $ambiguous_match && length(candidates) > 10)
      return this:tell("There are ", length(candidates), " things called \"", words, "\". Say more of its name, `first ", words, "', `2.", words, "' or `all ", words, "'.");
    elseif (what == $ambiguous_match)
      $command_utils:ask_which(words, candidates);
      this.asked && (this.asked = {argstr ? tostr(word, " ", argstr) | word, words, candidates, time()});
      return;
    elseif (what == $failed_match && valid(this.location))
      bare = $match_utils:_bare(words);
      for place in (word[1] == "@" || word == "look" ? {} | {this.location, @this.location.contents})
        if (place:detail(bare))
          return this:tell(word in {"get", "g", "take", "t"} ? tostr("You can't take the ", bare, ".") | tostr("You can look at the ", bare, ", but that is all."));
        endif
      endfor
      for who in (this.location.contents)
        if (is_player(who) && who != this && who.contents && valid(held = $match_utils:match(bare, who.contents)))
          return this:tell($string_utils:capitalize(who:title()), " has ", held:the(), ".");
        endif
      endfor
      near = this:near_names(bare);
      if (near)
        return this:tell("I see no \"", words, "\" here. Did you mean ", $string_utils:english_list(near, "", " or "), "?");
      endif
    endif
    $command_utils:object_match_failed(what, words, candidates);
  endmethod

  method near_names owner: ARCHWIZARD
    // :near_names(words) => names of what is around that are nearly so, three at most
    {words} = args;
    length(words) < 3 && return {};
    things = {@this.contents, @valid(this.location) ? this.location.contents | {}};
    things = things[1..min(100, $)];
    found = complex_matches(words, things, {{thing.name, @thing.aliases} for thing in (things)}, 0.34);
    typeof(found) == LIST || return {};
    // short words are like too many others
    length(words) < 6 && (found = {what for what in (found) if index(tostr("|", $string_utils:from_list({what.name, @what.aliases}, "|"), " ", strsub(what.name, " ", "|")), "|" + words[1])});
    return $list_utils:remove_duplicates({what:the() for what in (found[1..min(3, $)])});
  endmethod

  method command_words owner: ARCHWIZARD
    // :command_words() => the first words of the commands that this player can type here, some of them twice
    found = {};
    cache = $player.words_cache;
    changed = false;
    for definer in ({@ancestors(this, 1), @valid(this.location) ? ancestors(this.location, 1) | {}, $thing, $container, $note, @this.features})
      names = `verbs(definer) ! E_PERM => {}';
      if (names)
        if (!(maphaskey(cache, definer) && cache[definer][1] == names))
          cache[definer] = {names, this:_words_of(definer, names)};
          // what a single object defines is not worth keeping
          changed = changed || children(definer) != {};
        endif
        found = {@found, @cache[definer][2]};
      endif
    endfor
    changed && ($player.words_cache = cache);
    return found;
  endmethod

  method _words_of owner: ARCHWIZARD
    // :_words_of(object, names of its verbs) => the words of those that are commands
    caller == this || raise(E_PERM);
    {definer, names} = args;
    found = {};
    for name, i in (names)
      verb_args(definer, i) == {"this", "none", "this"} || (found = {@found, @explode(strsub(name, "*", ""))});
    endfor
    return found;
  endmethod

  method _unknown owner: ARCHWIZARD
    // :_unknown(verb, line) tells the player that a line is no command, and what may have been meant
    caller == this || raise(E_PERM);
    {word, line} = args;
    near = {};
    if (length(word) > 1 && length(word) < 20)
      words = this:command_words();
      near = complex_matches(word, words, words, length(word) < 5 ? 0.3 | 0.34);
      near = typeof(near) == LIST ? $list_utils:remove_duplicates(near[1..min(9, $)]) | {};
    endif
    if (length(line) > 2 && $editors:active(this))
      return this:tell("I don't understand \"", line[1..min(60, $)], length(line) > 60 ? "…" | "", "\". If it belongs to what you are editing, begin the line with `.i' and a blank.");
    endif
    class = this:_class_of_command(word);
    if (valid(class))
      who = class == $wizard ? "administrators" | class == $programmer ? "programmers" | "builders";
      return this:tell("`", word, "' is for ", who, ".", isa(this, $guest) ? " Guests look around; `@register <name> <password>' makes you somebody who can build." | class == $wizard ? "" | " An administrator can make you one.");
    endif
    suggestion = near ? tostr(" Did you mean ", $string_utils:english_list({tostr("`", n, "'") for n in (near[1..min(3, $)])}, "", " or "), "?") | " Type `help' to see what you can do.";
    this:tell("I don't understand \"", line[1..min(60, $)], length(line) > 60 ? "…" | "", "\".", suggestion);
    $hints:show("unknown");
  endmethod

  method _class_of_command owner: ARCHWIZARD
    // :_class_of_command(word) => the class that a player must be of to type such a command, if it is one; $nothing for all other words
    caller == this || raise(E_PERM);
    {word} = args;
    word[1] in {"@", "."} || word == "eval" || return $nothing;
    for class in ({$builder, $programmer, $wizard})
      for place in (isa(this, class) ? {} | $code_utils:verbs_named(class, word))
        verb_args(class, place) == {"this", "none", "this"} || return class;
      endfor
    endfor
    return $nothing;
  endmethod

  method _set_message_command owner: ARCHWIZARD
    // :_set_message_command(verb, line) => whether the line sets a message; only builders have messages to set
    return false;
  endmethod

  method _directed owner: ARCHWIZARD
    // :_directed(word, line) => whether the line says something, as in "'hello", or to somebody here, as in "-ann hello" and "`ann hello"; it has been said then
    caller == this || raise(E_PERM);
    {word, line} = args;
    if (word[1] == "'" && valid(this.location) && $object_utils:has_callable_verb(this.location, "say_template"))
      text = $string_utils:triml(line[2..$]);
      text ? $events:emit("say", this.location, this.location:say_template(text), ["actor" -> this], ["message" -> text]) | this:tell("Say what? Type `say hello', or just `\"hello'.");
      return true;
    endif
    length(word) > 1 && word[1] in {"-", "`"} || return false;
    maphaskey(this.nicknames, word) && return false;
    who = $match_utils:match(word[2..$], valid(this.location) ? this.location.contents | {});
    if (!valid(who))
      match(word, "^-%w+$") && !$string_utils:is_integer(word) || return false;
      this:tell(who == $ambiguous_match ? "There are several here" | "There is nobody here", " called \"", word[2..$], "\" whom you could say that to.");
      return true;
    endif
    text = $string_utils:triml(line[length(word) + 1..$]);
    if (!text)
      this:tell("Say what to ", who:the(), "?");
      return true;
    endif
    $events:emit("say", this.location, ["actor" -> "You [[to %d], \"%m\"", "others" -> "%N [[to %d], \"%m\""], ["actor" -> this, "dobj" -> who], ["message" -> text]);
    return true;
  endmethod

  verb "think" (any any any) owner: ARCHWIZARD flags: "rd"
    // think <text>    or    think to <somebody> <text>
    // Shows a thought: to everybody here, or to one person only.
    argstr || return this:tell("Think what?");
    found = match(argstr, "^to +%([^ ]+%) +%(.+%)$");
    who = found && valid(this.location) ? $match_utils:match(substitute("%1", found), this.location.contents) | $nothing;
    if (valid(who))
      $events:emit("whisper", setadd({this}, who), ["actor" -> "You let %d know your thought: %m", "others" -> "%N %<thinks> to you: %m"], ["actor" -> this, "dobj" -> who], ["message" -> substitute("%2", found)]);
    else
      $events:emit("think", this.location, "%N %<thinks> . o O ( %m )", ["actor" -> this], ["message" -> argstr]);
    endif
  endverb

  method _nickname owner: ARCHWIZARD
    // :_nickname(word) => whether the word is a command of the player's own; what it stands for is run
    caller == this || raise(E_PERM);
    {word} = args;
    maphaskey(this.nicknames, word) || return false;
    line = this.nicknames[word];
    force_input(connection(), index(line, "%") ? strsub(line, "%", argstr) | argstr ? tostr(line, " ", argstr) | line, 1);
    return true;
  endmethod

  method _create owner: ARCHWIZARD
    // :_create(parent) => a new object of this player's, or an error
    caller_perms() == this || caller_perms().wizard || caller == this || return E_PERM;
    $quota_utils:creation_permitted(this) || return E_QUOTA;
    set_task_perms(this);
    return `create(@args) ! ANY';
  endmethod

  // ---- looking
  verb "l*ook" (any any any) owner: ARCHWIZARD flags: "rd"
    // look    or    look [at] <something>    or    look in <container>
    // Shows where you are, or something that is here: a thing, a person, an exit, or anything that the description mentions. `l' does, too; `look here' shows the whole description in brief mode.
    where = this.location;
    if (!argstr)
      valid(where) || return this:tell("You are nowhere. Type `home'.");
      return where:look_self();
    endif
    if (prepstr && !dobjstr && prepstr in {"at", "to"})
      this:_look_at(iobj, iobjstr);
    elseif (prepstr && !dobjstr && prepstr in {"in", "inside", "into"})
      what = $command_utils:need_object(iobj, iobjstr);
      valid(what) || return;
      if (respond_to(what, "tell_contents") && (!respond_to(what, "shows_contents") || what:shows_contents() || what == where))
        isa(what, $room) ? what:tell_contents(setremove(what:contents(), this)) | what:tell_contents();
      elseif (respond_to(what, "shows_contents"))
        this:tell($string_utils:capitalize(what:the()), what.opened ? " does not show what is in it." | " is closed.");
      else
        this:tell("You can't look into ", what:the(), ".");
      endif
    elseif (!prepstr)
      this:_look_at(dobj, dobjstr);
    else
      this:_look_at($failed_match, argstr);
    endif
  endverb

  method _look_at owner: ARCHWIZARD
    // :_look_at(object, words) shows the player what the words mean
    caller == this || raise(E_PERM);
    {what, words} = args;
    where = this.location;
    candidates = {};
    valid(what) || ({what, candidates} = $match_utils:find(words, this));
    if (valid(what))
      this:refer(what);
      return what:look_self();
    endif
    if (valid(where) && what == $failed_match)
      bare = $match_utils:_bare(words);
      for place in ({where, @where.contents, @this.contents})
        text = place:detail(bare);
        if (text)
          return this:show($markup:tame(text));
        endif
      endfor
      if (isa(where, $room) && valid(exit = where:match_exit(words)))
        return exit:look_self();
      endif
    endif
    this:explain_failure("look", what, words, candidates);
  endmethod

  method look_self owner: ARCHWIZARD
    // :look_self() shows this player to the player
    player:show(tostr("[bold]", $markup:escape(this:title()), "[/]"));
    text = this:description();
    player:show(text ? $markup:tame(text) | tostr("You see nothing special about ", $markup:escape(this == player ? "yourself" | this.name), "."));
    idle = `idle_seconds(this) ! E_INVARG => -1';
    name = this == player ? "You are" | $string_utils:capitalize(this.ps) + ($gender_utils:is_plural_of(this) ? " are" | " is");
    player:tell(name, " ", this.posture ? tostr(this.posture, ", ") | "", idle < 0 ? "asleep." | idle < 60 ? "awake." | tostr("awake, but has done nothing for ", $time_utils:english_time(idle / 60 * 60), "."));
    worn = {thing for thing in (this:contents()) if isa(thing, $garment) && thing.worn};
    worn && player:tell(this == player ? "You wear " | $string_utils:capitalize(this.ps) + ($gender_utils:is_plural_of(this) ? " wear " | " wears "), $string_utils:english_list({thing:a() for thing in (worn)}), ".");
    carried = {thing:a() for thing in (this:contents()) if !(thing in worn)};
    carried && player:tell(this == player ? "You carry " | $string_utils:capitalize(this.ps) + ($gender_utils:is_plural_of(this) ? " carry " | " carries "), $string_utils:english_list(carried), ".");
  endmethod

  verb "exa*mine x @exa*mine" (any any any) owner: ARCHWIZARD flags: "rd"
    // examine <something>
    // Shows all that you may know about something: its names and number, whose it is, and what you can do with it.
    argstr || return this:tell("Examine what? `examine here' examines this place.");
    what = $command_utils:need_object(prepstr ? $failed_match | dobj, argstr);
    valid(what) && what:do_examine(this);
  endverb

  verb "i inv*entory" (none none none) owner: ARCHWIZARD flags: "rd"
    // inventory    or    i
    // Lists what you carry.
    carried = this:contents();
    names = {isa(thing, $garment) && thing.worn ? thing:a() + " (worn)" | thing:a() for thing in (carried)};
    if (!names)
      this:tell("You carry nothing.");
    elseif (this:screenreader() || length(names) > 8)
      this:tell_lines({"You carry:", @{"  " + name for name in (names)}});
    else
      this:tell("You carry ", $string_utils:english_list(names), ".");
    endif
  endverb

  // ---- talking to one
  verb "wh*isper" (any at any) owner: ARCHWIZARD flags: "rd"
    // whisper <text> to <somebody>
    // Says something that only one person here hears. Put quotes around the text if it has a word like `to' in it.
    who = $command_utils:need_object(iobj, iobjstr);
    valid(who) || return;
    if (!dobjstr)
      return this:tell("Whisper what? Type `whisper \"hello\" to ", who.name, "'.");
    elseif (who.location != this.location)
      return this:tell($string_utils:capitalize(who:the()), " is not here. `page ", who.name, " hello' reaches people who are elsewhere.");
    elseif (is_player(who) && !who:is_listening())
      return this:tell(who.name, " is asleep.");
    endif
    $events:emit("whisper", setadd({this}, who), ["actor" -> "You whisper, \"%m\" to %<the i>.", "others" -> "%N %<whispers>, \"%m\""], ["actor" -> this, "iobj" -> who], ["message" -> dobjstr]);
  endverb

  verb "page tell" (any any any) owner: ARCHWIZARD flags: "rd"
    // page <somebody> <text>    or    page <somebody> with <text>
    // Says something to somebody who is elsewhere. `page last <text>' pages whom you paged last; `reply <text>' answers whoever paged you.
    args || return this:tell("Page whom? Type `page <name> <text>'.");
    {name, text} = this:_page_words(argstr);
    this:_page(name, text);
  endverb

  verb "reply rep" (any any any) owner: ARCHWIZARD flags: "rd"
    // reply <text>
    // Answers whoever paged you last.
    valid(this.last_pager) || return this:tell("Nobody has paged you.");
    argstr || return this:tell("Reply what? ", this.last_pager.name, " paged you last.");
    this:_page(this.last_pager.name, argstr);
  endverb

  method _page_words owner: ARCHWIZARD
    // :_page_words(line) => {name, text} of what stands behind `page'
    {line} = args;
    {name, rest} = $string_utils:first_word(line);
    if ((found = match(rest, "^%(with%|=%) *%(.*%)$")))
      rest = substitute("%2", found);
      length(rest) > 1 && rest[1] == "\"" && rest[$] == "\"" && (rest = rest[2..$ - 1]);
    elseif ((at = index(name, "=")))
      rest = tostr(name[at + 1..$], rest ? " " | "", rest);
      name = name[1..at - 1];
    endif
    return {name, rest};
  endmethod

  method _page owner: ARCHWIZARD
    // :_page(name, text) pages somebody
    caller == this || raise(E_PERM);
    {name, text} = args;
    if (name == "last")
      who = this.last_paged;
      valid(who) || return this:tell("You have paged nobody.");
    else
      who = $string_utils:match_player(name);
      $command_utils:player_match_failed(who, name) && return;
    endif
    this.last_paged = who;
    if (!who:is_listening())
      return this:tell(who.name, " is not connected", who.last_disconnect_time ? tostr("; last seen ", $time_utils:ago(who.last_disconnect_time)) | "", ".");
    elseif (who:ignores(this))
      return this:tell(who.name, " does not want to hear you.");
    endif
    who.last_pager = this;
    origin = who.location == this.location ? "" | valid(this.location) ? " from " + $markup:escape(this.location:title()) | "";
    $events:emit("page", {who}, tostr("[bold]%N %<pages>", strsub(origin, "%", "%%"), "[/]", text ? ", \"%m\"" | "."), ["actor" -> this, "dobj" -> who], ["message" -> text]);
    $events:emit("page", {this}, ["actor" -> text ? "You page %d, \"%m\"" | "You page %d.", "others" -> ""], ["actor" -> this, "dobj" -> who], ["message" -> text]);
    idle = idle_seconds(who);
    idle >= 600 && this:tell(who.name, " has done nothing for ", $time_utils:english_time(idle / 60 * 60), ".");
    who.page_echo_msg && this:tell($string_utils:pronoun_sub(who.page_echo_msg, who));
  endmethod

  // ---- finding one's way
  verb "home" (none none none) owner: ARCHWIZARD flags: "rd"
    // home
    // Takes you home. `@sethome' makes the place where you are your home.
    home = valid(this.home) ? this.home | $player_start;
    if (this.location == home)
      return this:tell("You are at home already.");
    endif
    from = this.location;
    valid(from) && $events:emit("movement", from, ["actor" -> "You click your heels together, three times.", "others" -> "%N %<goes> home."], ["actor" -> this]);
    this:moveto(home);
    this.location == home || this:moveto($player_start);
    $events:emit("movement", this.location, ["actor" -> "", "others" -> "%N %<comes> home."], ["actor" -> this]);
  endverb

  verb "@sethome" (none none none) owner: ARCHWIZARD flags: "rd"
    // @sethome
    // Makes the place where you are your home, if its owner allows that.
    where = this.location;
    if (!valid(where) || !isa(where, $room))
      this:tell("This is no place to live in.");
    elseif (!where:accept_for_abode(this))
      this:tell("You can't live here: ", valid(where.owner) ? where.owner.name + " would have to allow it, with `@set here.free_home to 1' or by making you a resident." | "nobody could allow it.");
    else
      $history:record(this, this, "sethome", {"prop", "home", this.home});
      this.home = where;
      this:tell(where.name, " is your home now.");
    endif
  endverb

  verb "who @who" (any any any) owner: ARCHWIZARD flags: "rd"
    // who    or    who <somebody> …
    // Shows who is connected, for how long, and where.
    if (!args)
      players = connected_players();
    else
      players = {};
      for name in (args)
        found = $string_utils:match_player(name);
        $command_utils:player_match_failed(found, name) || (players = setadd(players, found));
      endfor
      players || return;
    endif
    this:tell_lines($login:who_lines(players, this));
  endverb

  verb "where wh*ereis" (any none none) owner: ARCHWIZARD flags: "rd"
    // where <somebody>
    // Tells where somebody is.
    dobjstr || return this:tell("You are in ", valid(this.location) ? this.location:the() | "nowhere", ". `where <name>' tells where somebody else is.");
    who = $string_utils:match_player(dobjstr);
    $command_utils:player_match_failed(who, dobjstr) && return;
    this:tell(who.name, " is in ", who:whereis_text(this), who:is_listening() ? "" | ", asleep", ".");
  endverb

  // ---- oneself
  verb "@desc*ribe" (any as any) owner: ARCHWIZARD flags: "rd"
    // @describe <something> as <text>
    // Describes yourself (`@describe me as …') or something of yours. Colours are written as in `help markup'; `@edit <something>.description' is better for long texts.
    set_task_perms(this);
    at = index(argstr, " as ");
    text = at ? $string_utils:trim(argstr[at + 4..$]) | iobjstr;
    what = $command_utils:need_object(dobj, dobjstr, "Describe what?");
    valid(what) || return;
    length(text) > 1 && text[1] == "\"" && text[$] == "\"" && !index(text[2..$ - 1], "\"") && (text = text[2..$ - 1]);
    old = what.description;
    result = what:set_description(text);
    if (result == true)
      $history:record(what, this, "describe", {"prop", "description", old});
      this:tell(text ? tostr(what == this ? "Your" | $string_utils:capitalize(what:the()) + "'s", " description is set.") | tostr("The description of ", what:the(), " is gone."));
    else
      this:tell_refusal(result, what, "describe");
    endif
  endverb

  method tell_refusal owner: ARCHWIZARD
    // :tell_refusal(error, object, what was tried) tells the player why it failed
    {error, what, doing} = args;
    if (error == E_PERM)
      this:tell("You can't ", doing, " ", valid(what) ? what:the() | tostr(what), ": it is ", valid(what) && valid(what.owner) ? what.owner == this ? "yours, but that part of it is not" | what.owner.name + "'s" | "nobody's", ".");
    elseif (typeof(error) == ERR)
      this:tell("You can't ", doing, " ", valid(what) ? what:the() | tostr(what), ": ", error_message(error), ".");
    else
      this:tell(tostr(error));
    endif
  endmethod

  verb "@rename" (any at any) owner: ARCHWIZARD flags: "rd"
    // @rename <something> to <name>[,<alias>,…]    or    @rename <object>:<verb> to <names>    or    @rename <object>.<property> to <name>
    // Gives something of yours another name, and other names by which it is known.
    set_task_perms(this);
    at = rindex(argstr, " to ");
    at || return this:tell("Usage: @rename <something> to <name>[,<alias>,…]");
    spec = $string_utils:trim(argstr[1..at - 1]);
    name = $string_utils:trim(argstr[at + 4..$]);
    name || return this:tell("Rename it to what?");
    if (index(spec, ":") || (index(spec, ".") && !valid(this:my_match_object(spec))))
      return this:_rename_member(spec, name);
    endif
    what = $command_utils:need_object(dobj, spec);
    valid(what) || return;
    old = {what.name, what.aliases};
    if (is_player(what))
      problem = $wiz_utils:rename_player(what, name);
      problem && return typeof(problem) == STR ? this:tell(problem) | this:tell_refusal(problem, what, "rename");
    else
      result = $building_utils:set_names(what, name);
      typeof(result) == ERR && return this:tell_refusal(result, what, "rename");
    endif
    $history:record(what, this, "rename", {"names", @old});
    others = setremove(what.aliases, what.name);
    this:tell(what == this ? "You are" | tostr(what, " is"), " called \"", what.name, "\" now", others ? tostr(", and also ", $string_utils:english_list({toliteral(a) for a in (others)})) | "", ".");
  endverb

  method _rename_member owner: ARCHWIZARD
    // :_rename_member(spec, name) renames a verb or a property
    set_task_perms(this);
    {spec, name} = args;
    if ((ref = $code_utils:parse_verbref(spec)))
      what = $command_utils:need_object($failed_match, ref[1]);
      valid(what) || return;
      try
        info = verb_info(what, ref[2]);
        set_verb_info(what, ref[2], {info[1], info[2], name});
        $history:record(what, this, "rename verb", {"verbinfo", explode(strsub(name, "*", ""))[1], info});
        this:tell("The verb ", what, ":", info[3], " is called \"", name, "\" now.");
      except e (E_VERBNF)
        this:tell($string_utils:capitalize(what:the()), " does not itself define a verb \"", ref[2], "\".");
      except e (ANY)
        this:tell_refusal(e[1], what, "rename verbs of");
      endtry
    else
      {owner, old} = $code_utils:parse_propref(spec);
      what = $command_utils:need_object($failed_match, owner);
      valid(what) || return;
      try
        info = property_info(what, old);
        set_property_info(what, old, {info[1], info[2], name});
        this:tell("The property ", what, ".", old, " is called \"", name, "\" now.");
      except e (E_PROPNF)
        this:tell($string_utils:capitalize(what:the()), " has no property \"", old, "\".");
      except e (ANY)
        this:tell_refusal(e[1], what, "rename properties of");
      endtry
    endif
  endmethod

  verb "@gender @pronouns" (any any any) owner: ARCHWIZARD flags: "rd"
    // @pronouns [<pronouns>]
    // Shows or sets your pronouns: `@pronouns she/her', `@pronouns they', `@gender male', or five of your own: `@pronouns xe/xem/xyr/xyrs/xemself'.
    if (!argstr)
      this:tell("Your pronouns: ", $string_utils:from_list($gender_utils:pronouns_of(this), "/"), " (", this.gender, ").");
      this:tell("You can choose ", $string_utils:english_list($gender_utils.genders, "", " or "), ", or give five pronouns of your own.");
      return;
    endif
    result = $gender_utils:set(this, argstr);
    if (typeof(result) == STR)
      this:tell("Your pronouns are ", $string_utils:from_list($gender_utils:pronouns_of(this), "/"), " now.");
    else
      this:tell("I don't know \"", argstr, "\". Choose ", $string_utils:english_list($gender_utils.genders, "", " or "), ", write she/her, he/him or they/them, or five pronouns with slashes between them: xe/xem/xyr/xyrs/xemself.");
    endif
  endverb

  verb "@password" (any any any) owner: ARCHWIZARD flags: "rd"
    // @password    or    @password <old> <new>
    // Changes your password. Without words, both are asked for and not shown.
    caller == this || raise(E_PERM);
    old = new = "";
    if (length(args) == 2)
      {old, new} = args;
    elseif (args)
      return this:tell("Usage: @password, or @password <old> <new>.");
    else
      old = this:ask_secret("Old password: ");
      new = this:ask_secret("New password: ");
      equal(new, this:ask_secret("The same again: ")) || return this:tell("Those were two different passwords. Nothing has changed.");
    endif
    this.password && !argon2_verify(this.password, old) && return this:tell("That is not your old password. Nothing has changed.");
    reason = $login:why_bad_password(new, this.name);
    reason && return this:tell(reason, " Nothing has changed.");
    this.password = argon2(new, salt());
    this:tell("Your password has been changed.");
  endverb

  method has_ssh_key owner: ARCHWIZARD
    // :has_ssh_key(type, key in base 64) => whether the owner of that key may log in with it
    caller in {this, $login} || caller_perms().wizard || raise(E_PERM);
    {type, key} = args;
    for entry in (this.ssh_keys)
      entry["type"] == type && equal(entry["key"], key) && return true;
    endfor
    return false;
  endmethod

  verb "@keys" (none none none) owner: ARCHWIZARD flags: "rd"
    // @keys
    // Shows the public keys with which you can log in by SSH, without your password.
    caller == this || raise(E_PERM);
    this.ssh_keys || return this:tell("You have no keys. @add-key takes one, from a file such as ~/.ssh/id_ed25519.pub.");
    for entry, i in (this.ssh_keys)
      this:tell(i, ". ", entry["type"], " ", entry["fingerprint"], entry["comment"] ? " " + entry["comment"] | "", ", since ", $time_utils:ago(entry["time"]));
    endfor
    this:tell("@remove-key <number> takes one away.");
  endverb

  verb "@add-key" (any any any) owner: ARCHWIZARD flags: "rd"
    // @add-key    or    @add-key <public key>
    // Lets you log in by SSH with a key in place of your password: the line of a file such as ~/.ssh/id_ed25519.pub. Never the file without .pub.
    caller == this || raise(E_PERM);
    isa(this, $guest) && return this:tell("Guests come and go without keys: `@register <name> <password>' makes you a character of your own.");
    line = argstr;
    if (!line)
      this:tell("Paste the line of your .pub file.");
      line = read(connection());
    endif
    index(line, "PRIVATE KEY") && return this:tell("That is the secret half of a key. It belongs to nobody but you: show it to no one, and make a new pair now. The public half ends in .pub.");
    key = $login:read_ssh_key($string_utils:trim(line));
    typeof(key) == STR && return this:tell(key);
    this:has_ssh_key(key["type"], key["key"]) && return this:tell("You have that key already.");
    length(this.ssh_keys) >= 10 && return this:tell("You have ten keys, and that is enough. @remove-key takes one away.");
    key["time"] = time();
    this.ssh_keys = {@this.ssh_keys, key};
    this:tell("Whoever has the key ", key["fingerprint"], " can log in as you by SSH from now on.");
  endverb

  verb "@remove-key" (any none none) owner: ARCHWIZARD flags: "rd"
    // @remove-key <number>
    // Takes a key for SSH away; @keys shows the numbers.
    caller == this || raise(E_PERM);
    number = toint(argstr);
    number >= 1 && number <= length(this.ssh_keys) || return this:tell("Usage: @remove-key <number>, as @keys shows them.");
    key = this.ssh_keys[number];
    this.ssh_keys = listdelete(this.ssh_keys, number);
    this:tell("The key ", key["fingerprint"], " is gone. Whoever is logged in with it stays.");
  endverb

  method ask_secret owner: ARCHWIZARD
    // :ask_secret(prompt) => a line that the player types, which the client does not show
    caller == this || raise(E_PERM);
    connection = connection();
    set_connection_option(connection, "client-echo", 0);
    notify(connection, args[1], 0, 0, "prompt");
    try
      line = read(connection);
    finally
      set_connection_option(connection, "client-echo", 1);
    endtry
    return line;
  endmethod

  verb "quit @quit" (none none none) owner: ARCHWIZARD flags: "rd"
    // quit
    // Leaves. You are asleep until you connect again.
    caller == this || $perm_utils:controls(caller_perms(), this) || raise(E_PERM);
    this:tell($login.goodbye_message);
    boot_player(length(`connections(this) ! ANY => {}') > 1 ? connection() | this);
  endverb

  verb "help ?" (any any any) owner: ARCHWIZARD flags: "rd"
    // help [<topic>]
    // Explains a command, a topic, an object ($string_utils) or a built-in function. Without a topic, shows what you can do.
    $help:show(argstr);
  endverb

  // ---- the rest of examining
  method examine_owner owner: ARCHWIZARD
    // :examine_owner(who) => nothing: players are their own
    return this.owner == this ? {} | pass(@args);
  endmethod

  method examine_verbs owner: ARCHWIZARD
    // :examine_verbs(who) => nothing: what can be done with players is the same for all
    return {};
  endmethod

  method set_name owner: ARCHWIZARD
    // :set_name(name) => true, an error, or a string that says why a player cannot be called so
    is_player(this) || return pass(@args);
    $perm_utils:controls(caller_perms(), this) || return E_PERM;
    return $wiz_utils:rename_player(this, args[1]) || true;
  endmethod

  method recycle owner: ARCHWIZARD
    // :recycle() forgets the names.
    pass(@args);
    for name in ({this.name, @this.aliases})
      $player_db:find_exact(name) == this && $player_db:delete(name);
    endfor
  endmethod

  method test_page_words owner: ARCHWIZARD
    $test:equal(this:_page_words("ann hello there"), {"ann", "hello there"});
    $test:equal(this:_page_words("ann with \"hello\""), {"ann", "hello"});
    $test:equal(this:_page_words("ann=hello there"), {"ann", "hello there"});
    $test:equal(this:_page_words("ann"), {"ann", ""});
  endmethod

  // ---- choosing
  verb "@opt*ions" (any any any) owner: ARCHWIZARD flags: "rd"
    // @options [<name> = <value>]
    // Shows or sets how the world is shown to you: `@options brief = on', `@options width = 72', `@options +timestamps', `@options -timestamps'.
    this:_options_command("display", argstr);
  endverb

  method _options_command owner: ARCHWIZARD
    // :_options_command(group, line) shows options, or sets one
    caller == this || raise(E_PERM);
    {group, line} = args;
    line = $string_utils:trim(line);
    line || return this:show($options:lines(this, group));
    if (line[1] in {"+", "-", "!"})
      name = $string_utils:trim(line[2..$]);
      text = line[1] == "+" ? "on" | "off";
    else
      found = match(line, "^%([^ =]+%) *%(=%| is %| %)? *%(.*%)$");
      name = substitute("%1", found);
      text = $string_utils:trim(substitute("%3", found));
    endif
    if (!maphaskey($options.known, name))
      near = {other for other in (mapkeys($options.known)) if index(other, name) == 1};
      length(near) == 1 && (name = near[1]);
    endif
    {problem, value} = $options:parse(name, text);
    problem || (problem = this:set_option(name, value));
    typeof(problem) == STR && return this:tell(problem);
    shown = this:option(name);
    this:tell("Option ", name, ": ", $options.known[name][1] == "flag" ? shown ? "on" | "off" | shown, ". (", $options.known[name][3], ")");
  endmethod

  verb "@a11y @accessibility" (any any any) owner: ARCHWIZARD flags: "rd"
    // @a11y [on | off]
    // Screen-reader mode: plain lines, lists one thing per line, no drawings, no time stamps. Without a word it shows what is set.
    if (argstr in {"on", "yes"})
      this:set_option("screenreader", 1);
      this:set_option("colors", 0);
      this:set_option("timestamps", 0);
    elseif (argstr in {"off", "no"})
      this:set_option("screenreader", 0);
      this:option("colors") == 0 && this:set_option("colors", -1);
    elseif (argstr)
      return this:tell("Usage: @a11y on, or @a11y off.");
    endif
    this:tell("Screen-reader mode is ", this:screenreader() ? "on" | "off", ".");
    argstr || this:tell("`@a11y on' and `@a11y off' change it. `@options' has more.");
  endverb

  verb "nick @nick*name alias" (any any any) owner: ARCHWIZARD flags: "rd"
    // nick [<word> [= <command>]]
    // Makes a word of your own for a command: `nick gs = get sword'. A % in it stands for what you type behind the word. `nick gs =' removes it; `nick' alone lists yours.
    line = $string_utils:trim(argstr);
    if (!line)
      this.nicknames || return this:tell("You have no words of your own. `nick <word> = <command>' makes one.");
      for text, word in (this.nicknames)
        this:tell("  ", word, " = ", text);
      endfor
      return;
    endif
    found = match(line, "^%([^ =]+%) *=? *%(.*%)$");
    word = substitute("%1", found);
    text = substitute("%2", found);
    words = this.nicknames;
    if (!text)
      maphaskey(words, word) || return this:tell("You have no word \"", word, "\".");
      this.nicknames = mapdelete(words, word);
      return this:tell("\"", word, "\" means nothing special any more.");
    elseif (length(words) >= 100)
      return this:tell("You have a hundred words already.");
    elseif (explode(text)[1] == word)
      return this:tell("It can't stand for itself.");
    endif
    known = word in this:command_words();
    words[word] = text;
    this.nicknames = words;
    this:tell("\"", word, "\" stands for \"", text, "\" now", known ? ", where it is no other command; it is one at the moment" | "", ".");
  endverb

  verb "@aliases" (any none none) owner: ARCHWIZARD flags: "rd"
    // @aliases [<something>]
    // Tells by which names you are known, or something is.
    what = dobjstr ? $command_utils:need_object(dobj, dobjstr) | this;
    valid(what) && this:tell(what == this ? "You are" | $string_utils:capitalize(what:the()) + " is", " known as ", $string_utils:english_list({toliteral(n) for n in ($list_utils:remove_duplicates({what.name, @what.aliases}))}), ".");
  endverb

  verb "finger @finger" (any none none) owner: ARCHWIZARD flags: "rd"
    // finger <somebody>
    // Tells what there is to know about a player: since when, last seen, what kind of player.
    who = dobjstr ? $string_utils:match_player(dobjstr) | this;
    $command_utils:player_match_failed(who, dobjstr) && return;
    kind = who.wizard ? "administrator" | isa(who, $guest) ? "guest" | who.programmer ? "programmer" | isa(who, $builder) ? "builder" | "player";
    rows = {{"Name", who:title()}, {"Aliases", $string_utils:english_list(setremove(who.aliases, who.name), "none")}, {"Pronouns", $string_utils:from_list($gender_utils:pronouns_of(who)[1..3], "/")}, {"Kind", kind}};
    who.first_connect_time && (rows = {@rows, {"Here since", ctime(who.first_connect_time)[5..10] + ctime(who.first_connect_time)[20..24]}});
    if (who:is_listening())
      rows = {@rows, {"Connected", $time_utils:english_time(connected_seconds(who))}, {"Idle", $time_utils:english_time(toint(idle_seconds(who)))}, {"Place", who:whereis_text(this)}};
    else
      rows = {@rows, {"Last seen", who.last_disconnect_time ? $time_utils:ago(who.last_disconnect_time) | "never"}};
    endif
    this:show($layout:form({{row[1], $markup:escape(row[2])} for row in (rows)}));
  endverb

  verb "@age" (any none none) owner: ARCHWIZARD flags: "rd"
    // @age [<somebody>]
    // Tells since when somebody has been coming here.
    who = dobjstr ? $string_utils:match_player(dobjstr) | this;
    $command_utils:player_match_failed(who, dobjstr) && return;
    who.first_connect_time || return this:tell(who.name, " has never been here.");
    this:tell(who == this ? "You first came" | who.name + " first came", " here on ", ctime(who.first_connect_time)[1..10], ctime(who.first_connect_time)[20..24], ", ", $time_utils:ago(who.first_connect_time), ".");
  endverb

  verb "@experience" (any any any) owner: ARCHWIZARD flags: "rd"
    // @experience 1, 2 or 3
    // Tells how much you know of worlds like this one: 1 nothing, 2 a little, 3 all about it. You get hints accordingly.
    dobjstr in {"1", "2", "3"} || return this:tell("Usage: @experience 1 (new to text worlds), 2 (new here) or 3 (I know MOOs)");
    this.experience = toint(dobjstr);
    this:set_option("hints", this.experience < 3 && 1);
    $hints:experienced(this);
  endverb

  verb "hint hints" (any any any) owner: ARCHWIZARD flags: "rd"
    // hint [on | off | again]
    // Hints appear once each, when something is new to you. `hint off' stops them, `hint again' shows them all once more as you go.
    if (argstr in {"off", "on"})
      this:set_option("hints", argstr == "on" && 1);
      this:tell("Hints are ", argstr, ".");
    elseif (argstr == "again")
      this.hints_seen = {};
      this:set_option("hints", 1);
      this:tell("You will see all hints once more.");
    else
      $hints:next(this);
    endif
  endverb

  verb "tutorial" (none none none) owner: ARCHWIZARD flags: "rd"
    // tutorial
    // Takes you to the tutorial, ten minutes that teach you all you need. `home' leaves it at any time.
    start = `#0.tutorial_start ! E_PROPNF => $nothing';
    valid(start) || return this:tell("There is no tutorial in this world.");
    this.location == start && return this:tell("You are at its beginning already.");
    valid(this.location) && $events:emit("movement", this.location, ["actor" -> "", "others" -> "%N %<leaves> for the tutorial."], ["actor" -> this]);
    this:moveto(start);
  endverb

  // ---- one's body
  verb "stand" (none none none) owner: ARCHWIZARD flags: "rd"
    // stand
    // Gets up.
    if (!this.posture && !valid(this.seat))
      return this:tell("You are standing already.");
    endif
    seat = this.seat;
    this.seat = $nothing;
    this.posture = "";
    $events:emit("action", this.location, valid(seat) ? "%N %<gets> up from %<the t>." | "%N %<gets> up.", valid(seat) ? ["actor" -> this, "this" -> seat] | ["actor" -> this]);
  endverb

  verb "sit lie kneel" (none none none) owner: ARCHWIZARD flags: "rd"
    // sit    lie    kneel
    // Sits down on the ground, or lies down, or kneels. `sit on <something>' sits there; `stand' gets up.
    how = verb == "sit" ? "sitting" | verb == "lie" ? "lying" | "kneeling";
    this.posture == how && return this:tell("You are ", how, " already.");
    this.seat = $nothing;
    this.posture = how;
    $events:emit("action", this.location, tostr("%N %<", verb, "s> down."), ["actor" -> this]);
  endverb

  verb "enter" (none none none) owner: ARCHWIZARD flags: "rd"
    // enter <something>
    // Goes into something that can be entered, or through a way of that name.
    this:tell("Enter what?");
  endverb

  verb "leave" (none none none) owner: ARCHWIZARD flags: "rd"
    // leave
    // Goes out, if there is one clear way out.
    where = this.location;
    valid(where) && isa(where, $room) || return this:tell("You can't leave ", valid(where) ? where:the() | "nowhere", " so. Try `home'.");
    exit = where:match_exit("out");
    ways = where:obvious_exits();
    valid(exit) || (length(ways) == 1 && (exit = ways[1]));
    valid(exit) ? exit:invoke() | this:tell("Which way? ", where:exits_sentence());
  endverb

  // ---- maps
  verb "@map map" (any none none) owner: ARCHWIZARD flags: "rd"
    // @map [<how far>]
    // Draws the rooms around you, as far as directions lead. In screen-reader mode it tells the way to each.
    where = this.location;
    valid(where) && isa(where, $room) || return this:tell("There is no map of where you are.");
    far = min(8, toint(dobjstr) || 4);
    {spots, ways} = this:_survey(where, far);
    this:screenreader() ? this:tell_lines(this:_spoken_map(ways)) | this:show(this:_drawn_map(spots, far));
  endverb

  method _survey owner: ARCHWIZARD
    // :_survey(room, how far) => {{{x, y, room, its exits}, …}, {{room, words of the way}, …}} of what can be walked to by directions
    caller == this || raise(E_PERM);
    {where, far} = args;
    spots = {};
    taken = ["0 0" -> 1];
    seen = {where};
    ways = {};
    queue = {{where, 0, 0, {}}};
    while (queue && length(seen) < 60)
      {room, x, y, path} = queue[1];
      queue = listdelete(queue, 1);
      exits = {{exit.dest, exit:direction()} for exit in (room:obvious_exits())};
      abs(x) < 400 && (spots = {@spots, {x, y, room, exits}});
      if (length(path) < far)
        for pair in (exits)
          {next, direction} = pair;
          if (direction && valid(next) && !(next in seen) && isa(next, $room))
            seen = {@seen, next};
            step = direction[4];
            way = {@path, direction[1]};
            ways = {@ways, {next, way}};
            key = tostr(x + step[1], " ", y + step[2]);
            // what lies above, below or in the same spot is told of, not drawn
            if (step[3] == 0 && step != {0, 0, 0} && !maphaskey(taken, key))
              taken[key] = 1;
              queue = {@queue, {next, x + step[1], y + step[2], way}};
            else
              queue = {@queue, {next, x * 1000 + 500, y * 1000 + 500, way}};
            endif
          endif
        endfor
      endif
    endwhile
    return {spots, ways};
  endmethod

  method _spoken_map owner: ARCHWIZARD
    // :_spoken_map(ways) => lines that tell the way to each place
    {ways} = args;
    ways || return {"No direction leads anywhere from here."};
    return {tostr("You are in ", this.location.name, "."), @{tostr(way[1].name, ": ", $string_utils:from_list(way[2], ", ")) for way in (ways)}};
  endmethod

  method _drawn_map owner: ARCHWIZARD
    // :_drawn_map(spots, how far) => lines of markup
    {spots, far} = args;
    width = max(1, min(far, (this:linelen() - 2) / 12));
    spots = {spot for spot in (spots) if abs(spot[1]) <= width};
    // no more paper than the rooms need
    {left, right} = {min(@slice(spots, 1)), max(@slice(spots, 1))};
    {bottom, top} = {min(@slice(spots, 2)), max(@slice(spots, 2))};
    at = [];
    for spot, i in (spots)
      at[tostr(spot[1], " ", spot[2])] = i;
    endfor
    lines = names = {};
    for row in [0..top - bottom]
      y = top - row;
      line = below = "";
      for x in [left..right]
        key = tostr(x, " ", y);
        if (!maphaskey(at, key))
          line = line + "     ";
          below = below + "     ";
          continue;
        endif
        {px, py, room, exits} = spots[at[key]];
        across = down = " ";
        for pair in (exits)
          pair[2] && (pair[2][1] == "east" ? across = "-" | (pair[2][1] == "south" && (down = "|")));
        endfor
        if (key == "0 0")
          line = tostr(line, "[bold yellow][[ @][/]", across);
        else
          names = {@names, tostr($string_utils:right(length(names) + 1, 2), " ", $markup:escape(room.name))};
          line = tostr(line, "[[", $string_utils:right(length(names), 2), "]", across);
        endif
        below = tostr(below, "  ", down, "  ");
      endfor
      lines = {@lines, $string_utils:trimr(line), @index(below, "|") ? {$string_utils:trimr(below)} | {}};
    endfor
    return {@lines, "", "[bold yellow] @[/] " + $markup:escape(this.location.name), @names};
  endmethod

  method test_huh_parts owner: ARCHWIZARD
    $test:equal(this:near_names("xx"), {});
    $test:true("look" in this:command_words());
    $test:equal(this:_set_message_command("@foo", "bar is baz"), false);
  endmethod
endobject
