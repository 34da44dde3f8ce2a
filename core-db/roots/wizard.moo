object WIZARD [
  import_export_id -> "wizard",
  import_export_hierarchy -> {"roots"}
]
  name: "generic wizard"
  parent: PROGRAMMER
  owner: ARCHWIZARD
  readable: true

  override aliases = {"wizard"};
  override ownership_quota = 100000;

  verb "@shutdown" (any any any) owner: ARCHWIZARD flags: "rd"
    // @shutdown [in <minutes>] [<reason>]
    // Stops the server. Everybody is told before.
    this:_shutdown();
  endverb

  method _shutdown owner: ARCHWIZARD
    // :_shutdown() asks, and stops the server as the command line says
    caller == this && this.wizard || raise(E_PERM);
    minutes = 0;
    reason = argstr;
    if ((found = match(argstr, "^in %([0-9]+%) *%(m%|min%|minutes?%)? *%(.*%)$")))
      minutes = toint(substitute("%1", found));
      reason = substitute("%3", found);
    endif
    answer = $command_utils:yes_or_no(tostr("Really shut the server down", minutes ? tostr(" in ", minutes, " minutes") | " now", "?"));
    answer == true || return this:tell("The server stays up.");
    text = tostr(this.name, reason ? ": " + reason | "");
    $audit:note(this, "shutdown", reason);
    for who in ($list_utils:remove_duplicates(connected_players()))
      who:tell("*** The server shuts down ", minutes ? tostr("in ", minutes, minutes == 1 ? " minute" | " minutes") | "now", " (", text, ") ***");
    endfor
    fork (minutes * 60)
      shutdown(text);
    endfork
  endmethod

  verb "@dump-database @checkpoint" (none none none) owner: ARCHWIZARD flags: "rd"
    // @dump-database
    // Writes the whole world to disk. Every change is on disk at once in any case; this makes the store smaller.
    caller == this && this.wizard || raise(E_PERM);
    dump_database();
    this:tell("The world is being written to disk.");
  endverb

  verb "@chown" (any any any) owner: ARCHWIZARD flags: "rd"
    // @chown <object> [to] <owner>    or    @chown <object>.<property> …    or    @chown <object>:<verb> …
    // Gives something to somebody. With an object go its verbs and properties that its owner had.
    caller == this && this.wizard || raise(E_PERM);
    set_task_perms(this);
    found = match(argstr, "^%(.+%) +to +%([^ ]+%)$") || match(argstr, "^%(.+%) +%([^ ]+%)$");
    found || return this:tell("Usage: @chown <object> to <owner>");
    spec = $string_utils:trim(substitute("%1", found));
    name = substitute("%2", found);
    owner = $string_utils:match_player(name);
    !valid(owner) && name[1] in {"#", "$"} && (owner = $string_utils:literal_object(name));
    $command_utils:player_match_failed(owner, name) && return;
    what = this:my_match_object(spec);
    try
      if (!valid(what) && (ref = $code_utils:parse_verbref(spec)))
        ref = this:_verb_of(spec);
        ref || return;
        info = verb_info(@ref);
        set_verb_info(@ref, {owner, info[2], info[3]});
      elseif (!valid(what) && (ref = $code_utils:parse_propref(spec)))
        what = $command_utils:need_object($failed_match, ref[1]);
        valid(what) || return;
        info = property_info(what, ref[2]);
        set_property_info(what, ref[2], {owner, info[2]});
      else
        what = $command_utils:need_object(what, spec);
        valid(what) || return;
        old = what.owner;
        $wiz_utils:set_owner(what, owner);
        $audit:note(this, "chown", tostr($string_utils:nn(what), " to ", $string_utils:nn(owner)));
        $history:record(what, this, "chown", {"owner", old});
      endif
      this:tell(spec, " belongs to ", owner.name, " now.");
    except e (ANY)
      this:tell("That did not work: ", e[2], ".");
    endtry
  endverb

  verb "@boot" (any any any) owner: ARCHWIZARD flags: "rd"
    // @boot <player> [<reason>]
    // Disconnects somebody, who is told why.
    caller == this && this.wizard || raise(E_PERM);
    args || return this:tell("Usage: @boot <player> [<reason>]");
    {name, reason} = $string_utils:first_word(argstr);
    who = $string_utils:match_player(name);
    $command_utils:player_match_failed(who, name) && return;
    who in connected_players() || return this:tell(who.name, " is not connected.");
    $wiz_utils:boot(who, reason);
    $audit:note(this, "boot", $string_utils:nn(who));
    this:tell(who.name, " is disconnected.");
  endverb

  verb "@newplayer @make-player" (any any any) owner: ARCHWIZARD flags: "rd"
    // @newplayer <name> [<password>]
    // Makes a player. Without a password one is made up, and shown once.
    caller == this && this.wizard || raise(E_PERM);
    args || return this:tell("Usage: @newplayer <name> [<password>]");
    {name, @rest} = args;
    secret = rest ? $string_utils:from_list(rest, " ") | $login:made_up_secret();
    reason = $login:why_bad_password(secret, name);
    reason && return this:tell(reason);
    who = $wiz_utils:make_player(name, argon2(secret, salt()), $player_class);
    typeof(who) == STR && return this:tell(who);
    $audit:note(this, "newplayer", $string_utils:nn(who));
    this:tell($string_utils:nn(who), " is made", rest ? "." | tostr(", with the password ", secret, "   (it is not shown again)"));
  endverb

  verb "@programmer" (any none none) owner: ARCHWIZARD flags: "rd"
    // @programmer <player>
    // Lets somebody program.
    caller == this && this.wizard || raise(E_PERM);
    who = $string_utils:match_player(argstr);
    $command_utils:player_match_failed(who, argstr) && return;
    who.programmer && isa(who, $programmer) && return this:tell(who.name, " is a programmer already.");
    $wiz_utils:set_programmer(who);
    $audit:note(this, "programmer", $string_utils:nn(who));
    this:tell(who.name, " is a programmer now.");
    who != this && who:tell("You are a programmer now. `help @verb', `help @program' and `help eval' tell how to begin.");
  endverb

  // ---- who may do what
  verb "@deprogrammer" (any none none) owner: ARCHWIZARD flags: "rd"
    // @deprogrammer <player>
    // Takes the programmer's bit away. Programs stay, but run no more with that player's permissions than a player's.
    caller == this && this.wizard || raise(E_PERM);
    who = $string_utils:match_player(argstr);
    $command_utils:player_match_failed(who, argstr) && return;
    who.programmer || return this:tell(who.name, " is no programmer.");
    who.wizard && return this:tell(who.name, " is a wizard. `@revoke ", who.name, " wizard' comes first.");
    who.programmer = false;
    isa(who, $programmer) && chparent(who, $builder);
    $audit:note(this, "deprogrammer", $string_utils:nn(who));
    this:tell(who.name, " is no programmer any more.");
  endverb

  verb "@wizard" (any none none) owner: ARCHWIZARD flags: "rd"
    // @wizard <player>
    // Makes somebody a wizard, who can do everything. Asks first.
    caller == this && this.wizard || raise(E_PERM);
    who = $string_utils:match_player(argstr);
    $command_utils:player_match_failed(who, argstr) && return;
    this:_make_wizard(who);
  endverb

  method _make_wizard owner: ARCHWIZARD
    // :_make_wizard(player) asks, and makes somebody a wizard
    caller == this && this.wizard || raise(E_PERM);
    {who} = args;
    who.wizard && return this:tell(who.name, " is a wizard already.");
    $command_utils:yes_or_no(tostr("A wizard can read, change and destroy everything here. Make ", who.name, " one?")) == true || return this:tell("Nothing has changed.");
    isa(who, $wizard) || chparent(who, $wizard);
    who.programmer = true;
    who.wizard = true;
    $audit:note(this, "wizard", $string_utils:nn(who));
    this:tell(who.name, " is a wizard now.");
    who:tell(this.name, " has made you a wizard.");
  endmethod

  verb "@grant" (any any any) owner: ARCHWIZARD flags: "rd"
    // @grant <player> builder, programmer, wizard    or    @grant <player> quota <how many>
    // Lets somebody do more, or make more objects.
    this:_grant(args, true);
  endverb

  verb "@revoke" (any any any) owner: ARCHWIZARD flags: "rd"
    // @revoke <player> builder, programmer, wizard    or    @revoke <player> quota <how many>
    // Lets somebody do less.
    this:_grant(args, false);
  endverb

  method _grant owner: ARCHWIZARD
    // :_grant(words, whether to give) gives a player a role or quota, or takes it
    caller == this && this.wizard || raise(E_PERM);
    {words, gives} = args;
    length(words) >= 2 || return this:tell("Usage: @", gives ? "grant" | "revoke", " <player> builder, programmer, wizard or quota <how many>");
    {name, what, @rest} = words;
    who = $string_utils:match_player(name);
    $command_utils:player_match_failed(who, name) && return;
    if (what == "quota")
      count = toint(rest ? rest[1] | "");
      count > 0 || return this:tell("How many objects?");
      who.ownership_quota = max(0, who.ownership_quota + (gives ? count | -count));
      this:tell(who.name, " can make ", who.ownership_quota, " more objects now.");
    elseif (what == "wizard")
      gives && return this:_make_wizard(who);
      who == this && return this:tell("You can't take that from yourself.");
      who.wizard = false;
      isa(who, $wizard) && chparent(who, $programmer);
      this:tell(who.name, " is no wizard any more.");
    elseif (what == "programmer")
      gives ? $wiz_utils:set_programmer(who) | (who.programmer = false);
      !gives && isa(who, $programmer) && !who.wizard && chparent(who, $builder);
      this:tell(who.name, gives ? " is a programmer now." | " is no programmer any more.");
    elseif (what == "builder")
      gives && !isa(who, $builder) && chparent(who, $builder);
      !gives && isa(who, $builder) && !who.programmer && chparent(who, $player);
      this:tell(who.name, isa(who, $builder) ? " is a builder now." | " is no builder any more.");
    else
      return this:tell("There is no role \"", what, "\": builder, programmer, wizard or quota.");
    endif
    $audit:note(this, gives ? "grant" | "revoke", tostr($string_utils:nn(who), " ", $string_utils:from_list({what, @rest}, " ")));
  endmethod

  verb "@make-guest" (any none none) owner: ARCHWIZARD flags: "rd"
    // @make-guest <name>
    // Makes another guest, with a name of your choice.
    caller == this && this.wizard || raise(E_PERM);
    dobjstr || return this:tell("Usage: @make-guest <name>");
    who = $wiz_utils:make_player(dobjstr, "", $guest);
    typeof(who) == STR && return this:tell(who);
    $audit:note(this, "make-guest", $string_utils:nn(who));
    this:tell($string_utils:nn(who), " is made.");
  endverb

  verb "@newpassword" (any any any) owner: ARCHWIZARD flags: "rd"
    // @newpassword <player> [<password>]
    // Gives somebody who forgot it a new password. Without one it is made up, and shown once.
    caller == this && this.wizard || raise(E_PERM);
    args || return this:tell("Usage: @newpassword <player> [<password>]");
    {name, @rest} = args;
    who = $string_utils:match_player(name);
    $command_utils:player_match_failed(who, name) && return;
    secret = rest ? $string_utils:from_list(rest, " ") | $login:made_up_secret();
    reason = $login:why_bad_password(secret, who.name);
    reason && return this:tell(reason);
    who.password = argon2(secret, salt());
    $audit:note(this, "newpassword", $string_utils:nn(who));
    this:tell("The password of ", who.name, " is changed", rest ? "." | tostr(": ", secret, "   (it is not shown again)"));
  endverb

  verb "@toad" (any none none) owner: ARCHWIZARD flags: "rd"
    // @toad <player>
    // Removes a player for good. What the player owned becomes yours. Asks first.
    caller == this && this.wizard || raise(E_PERM);
    who = $string_utils:match_player(argstr);
    $command_utils:player_match_failed(who, argstr) && return;
    who == this && return this:tell("That would be you.");
    who.wizard && return this:tell(who.name, " is a wizard.");
    things = setremove(owned_objects(who), who);
    $command_utils:yes_or_no(tostr("Remove ", $string_utils:nn(who), " for good", things ? tostr(", who owns ", $string_utils:pluralize(length(things), "object")) | "", "?")) == true || return this:tell("Nothing has changed.");
    name = $string_utils:nn(who);
    $wiz_utils:boot(who, "you are removed from this world");
    for word in ({who.name, @who.aliases})
      $player_db:delete(word);
    endfor
    for thing in (who.contents)
      move(thing, valid(thing.owner) && thing.owner != who ? thing.owner | this);
    endfor
    for thing in (things)
      $wiz_utils:set_owner(thing, this);
      suspend_if_needed();
    endfor
    set_player_flag(who, 0);
    recycle(who);
    $audit:note(this, "toad", name);
    this:tell(name, " is gone.");
  endverb

  // ---- keeping people out
  method _until_because owner: ARCHWIZARD
    // :_until_because(line) => {name, time until which or 0, reason} of "<name> for <time> because <reason>"
    {line} = args;
    reason = "";
    until = 0;
    if ((at = index(line, " because ")))
      reason = $string_utils:trim(line[at + 9..$]);
      line = line[1..at - 1];
    endif
    if ((at = index(line, " for ")))
      seconds = $time_utils:parse_english_time_interval(line[at + 5..$]);
      typeof(seconds) == INT && seconds > 0 && (until = time() + seconds);
      typeof(seconds) == INT || (until = -1);
      line = line[1..at - 1];
    endif
    return {$string_utils:trim(line), until, reason};
  endmethod

  verb "@suspend" (any any any) owner: ARCHWIZARD flags: "rd"
    // @suspend <player> [for <time>] [because <reason>]
    // Keeps somebody out for a time, or until @unsuspend: `@suspend Bob for 2 days because of the paint'. The player is told why.
    caller == this && this.wizard || raise(E_PERM);
    {name, until, reason} = this:_until_because(argstr);
    name || return this:tell("Usage: @suspend <player> [for <time>] [because <reason>]");
    until < 0 && return this:tell("I don't understand that time. Write `2 days', `3 hours'.");
    who = $string_utils:match_player(name);
    $command_utils:player_match_failed(who, name) && return;
    who.wizard && return this:tell(who.name, " is a wizard.");
    who.suspended = {until, reason, this, time()};
    who in connected_players() && $wiz_utils:boot(who, $registration:suspension_text(who.suspended));
    $audit:note(this, "suspend", tostr($string_utils:nn(who), until ? " until " + ctime(until) | "", reason ? " because " + reason | ""));
    this:tell(who.name, " is suspended ", until ? "until " + ctime(until) | "until you @unsuspend", ".");
  endverb

  verb "@unsuspend" (any none none) owner: ARCHWIZARD flags: "rd"
    // @unsuspend <player>
    // Lets somebody in again.
    caller == this && this.wizard || raise(E_PERM);
    who = $string_utils:match_player(argstr);
    $command_utils:player_match_failed(who, argstr) && return;
    who.suspended || return this:tell(who.name, " is not suspended.");
    who.suspended = {};
    $audit:note(this, "unsuspend", $string_utils:nn(who));
    this:tell(who.name, " may come in again.");
  endverb

  verb "@ban @sitelock" (any any any) owner: ARCHWIZARD flags: "rd"
    // @ban <address> [for <time>] [because <reason>]    or    @sitelock <address> …
    // Keeps an address out: @ban altogether, @sitelock only guests and new characters. `203.0.113.*' means all that begin so. With a player's name, @ban suspends that player and bans the address. Alone, it lists what is kept out.
    caller == this && this.wizard || raise(E_PERM);
    {name, until, reason} = this:_until_because(argstr);
    if (!name)
      bans = $registration:site_lines();
      return this:tell_lines(bans || {"No address is kept out."});
    endif
    until < 0 && return this:tell("I don't understand that time. Write `2 days', `3 hours'.");
    kind = verb == "@ban" ? "all" | "new";
    if (!match(name, "^[0-9a-f.:*]+$") || !match(name, "[.:*]"))
      who = $string_utils:match_player(name);
      $command_utils:player_match_failed(who, name) && return;
      who.wizard && return this:tell(who.name, " is a wizard.");
      who.suspended = {until, reason, this, time()};
      this:tell(who.name, " is suspended.");
      name = who.last_connect_place;
      $wiz_utils:boot(who, $registration:suspension_text(who.suspended));
      name || return;
    endif
    match(name, "^[*.:]*$") && return this:tell("That would be everybody.");
    $registration:add_site(name, kind, until, reason, this);
    $audit:note(this, verb[2..$], tostr(name, until ? " until " + ctime(until) | "", reason ? " because " + reason | ""));
    this:tell(name, kind == "all" ? " is kept out" | " gets no guests and no new characters", until ? " until " + ctime(until) | "", ".");
  endverb

  verb "@unban @unsitelock" (any any any) owner: ARCHWIZARD flags: "rd"
    // @unban <address or player>
    // Lets an address, or somebody, in again.
    caller == this && this.wizard || raise(E_PERM);
    argstr || return this:tell("Unban what? `@ban' alone lists what is kept out.");
    if ($registration:remove_site(argstr))
      this:tell(argstr, " may connect again.");
    elseif (valid(who = $string_utils:match_player(argstr)) && who.suspended)
      who.suspended = {};
      this:tell(who.name, " may come in again.");
    else
      return this:tell("\"", argstr, "\" is not kept out.");
    endif
    $audit:note(this, "unban", argstr);
  endverb

  verb "@registration" (any any any) owner: ARCHWIZARD flags: "rd"
    // @registration [open | invite | closed]    or    @registration invitation [<how many>]
    // Says who may make a character: everybody, those with an invitation, nobody. `@registration invitation' makes an invitation for one, or several.
    caller == this && this.wizard || raise(E_PERM);
    if (argstr in {"open", "invite", "closed"})
      $registration.mode = argstr;
      $audit:note(this, "registration", argstr);
    elseif (args && index("invitation", args[1]) == 1)
      uses = max(1, length(args) > 1 ? toint(args[2]) | 1);
      code = $registration:invite(this, uses);
      $audit:note(this, "invitation", tostr("for ", uses));
      return this:tell("Invitation for ", uses == 1 ? "one" | uses, ": ", code);
    elseif (argstr)
      return this:tell("Usage: @registration open, invite or closed, or @registration invitation [<how many>]");
    endif
    left = length(mapkeys($registration.invitations));
    this:tell("Registration is ", $registration.mode, ".", left ? tostr(" ", $string_utils:pluralize(left, "invitation"), " not used up.") | "");
  endverb

  // ---- telling everybody
  verb "@shout @wall" (any any any) owner: ARCHWIZARD flags: "rd"
    // @shout <text>
    // Tells everybody who is connected.
    caller == this && this.wizard || raise(E_PERM);
    argstr || return this:tell("Shout what?");
    who = $list_utils:remove_duplicates(connected_players());
    $events:emit("shout", who, ["actor" -> "You shout to everybody, \"%m\"", "others" -> "[bold]%N %<shouts>, \"%m\"[/]"], ["actor" -> this], ["message" -> argstr]);
  endverb

  // ---- the server
  verb "@restart" (any any any) owner: ARCHWIZARD flags: "rd"
    // @restart [in <minutes>] [<reason>]
    // Ends the server, so that what started it starts it again (a service manager, a container). Where nothing does, this is @shutdown.
    this:_shutdown();
  endverb

  verb "@backup" (none none none) owner: ARCHWIZARD flags: "rd"
    // @backup
    // Makes a backup of the store. The world itself is on disk at all times.
    caller == this && this.wizard || raise(E_PERM);
    dump_database();
    $audit:note(this, "backup");
    this:tell("The server makes a backup; its log says when it is done.");
  endverb

  verb "@memory" (none none none) owner: ARCHWIZARD flags: "rd"
    // @memory
    // Tells how much memory and disk the server takes.
    caller == this && this.wizard || raise(E_PERM);
    {all, resident, @rest} = {toint(pages) for pages in (`memory_usage() ! ANY => {0, 0}')};
    rows = {{"Memory in use", this:_size(resident * 4096)}, {"Address space", this:_size(all * 4096)}, {"Store on disk", this:_size(`db_disk_size() ! ANY => 0')}, {"Objects", tostr(length(objects()))}, {"Players", tostr(length(players()))}};
    this:show($layout:form(rows));
  endverb

  method _size owner: ARCHWIZARD
    // :_size(bytes) => "12 MB"
    {bytes} = args;
    bytes < 1048576 && return tostr(bytes / 1024, " KB");
    return tostr(bytes / 1048576, " MB");
  endmethod

  verb "@ps @tasks" (any none none) owner: ARCHWIZARD flags: "rd"
    // @ps
    // Lists all tasks that run or wait, with their owners and where they stand.
    caller == this && this.wizard || raise(E_PERM);
    rows = {};
    for t in (active_tasks())
      t[1] == task_id() || (rows = {@rows, {tostr(t[1]), "running", valid(t[2]) ? t[2].name | tostr(t[2]), toliteral(t[3])}});
    endfor
    for t in (queued_tasks())
      when = typeof(t[2]) == STR ? t[2] | t[2] < 0 ? "reads" | t[2] == 2147483647 ? "resumed" | tostr("in ", $login:short_time(max(0, t[2] - time())));
      rows = {@rows, {tostr(t[1]), when, valid(t[5]) ? t[5].name | tostr(t[5]), tostr(t[6], ":", t[7], " line ", t[8])}};
    endfor
    rows || return this:tell("No tasks run or wait.");
    this:show($layout:table({{"Task"}, {"State"}, {"Owner"}, {"Where"}}, {{$markup:escape(cell) for cell in (row)} for row in (rows)}));
  endverb

  verb "@connections @net-who @netwho" (any none none) owner: ARCHWIZARD flags: "rd"
    // @connections
    // Lists all connections: who, from where, with which client.
    caller == this && this.wizard || raise(E_PERM);
    rows = {};
    for who in ($list_utils:remove_duplicates(connected_players(1)))
      for entry in (`connections(who) ! ANY => {}')
        number = entry[1];
        info = `client_info(number) ! ANY => []';
        client = tostr(`info["client"] ! E_RANGE => ""', " ", `info["terminal"] ! E_RANGE => ""');
        rows = {@rows, {number, is_player(who) ? who.name | "(logging in)", `connection_info(number)["destination_ip"] ! ANY => "?"', `info["transport"] ! E_RANGE => "?"', client == " " ? "" | $string_utils:trim(client), $login:short_time(toint(entry[3]))}};
      endfor
    endfor
    this:show($layout:table({{"Number"}, {"Player"}, {"Address"}, {"By"}, {"Client"}, {"Idle"}}, rows));
  endverb

  verb "@auditlog" (any any any) owner: ARCHWIZARD flags: "rd"
    // @auditlog [<word>]
    // Shows what administrators did lately, or the entries with a word.
    caller == this && this.wizard || raise(E_PERM);
    lines = $audit:lines(argstr, 40);
    $pager:show({$markup:escape(line) for line in (lines)} || {"There is nothing of the kind."});
  endverb

  verb "@log" (any any any) owner: ARCHWIZARD flags: "rd"
    // @log <text>
    // Writes a line to the server's log.
    caller == this && this.wizard || raise(E_PERM);
    argstr || return this:tell("Log what?");
    server_log(tostr(this.name, ": ", argstr));
    this:tell("Logged.");
  endverb

  verb "@server-options @serveroptions" (any any any) owner: ARCHWIZARD flags: "rd"
    // @server-options [<name> [= <value>]]
    // Shows or sets what the server goes by: limits of tasks, connections and values.
    caller == this && this.wizard || raise(E_PERM);
    if (!argstr)
      return this:show($layout:table({{"Option"}, {"Now"}, {"Meaning"}}, $server_options:rows()));
    endif
    found = match(argstr, "^%([^ =]+%) *=? *%(.*%)$");
    name = substitute("%1", found);
    text = substitute("%2", found);
    if (!text)
      text = $server_options:describe(name);
      return this:tell(text || tostr("There is no server option \"", name, "\"."));
    endif
    problem = $server_options:set(name, text);
    problem && return this:tell(problem);
    load_server_options();
    $audit:note(this, "server-options", tostr(name, " = ", text));
    this:tell("Server option ", name, " is ", toliteral($server_options.(name)), " now.");
  endverb

  verb "@listen" (any any any) owner: ARCHWIZARD flags: "rd"
    // @listen [<port>]
    // Accepts connections on another port, too. Alone it lists the ports.
    caller == this && this.wizard || raise(E_PERM);
    if (!argstr)
      for entry in (listeners())
        this:tell("  port ", typeof(entry) == MAP ? entry["port"] | entry[2], " for ", $string_utils:nn(typeof(entry) == MAP ? entry["object"] | entry[1]));
      endfor
      return;
    endif
    try
      listen(#0, toint(argstr), 1);
      $audit:note(this, "listen", argstr);
      this:tell("Connections are accepted on port ", argstr, ".");
    except e (ANY)
      this:tell("That did not work: ", e[2], ".");
    endtry
  endverb

  verb "@unlisten" (any none none) owner: ARCHWIZARD flags: "rd"
    // @unlisten <port>
    // Accepts no more connections on a port.
    caller == this && this.wizard || raise(E_PERM);
    try
      unlisten(toint(argstr));
      $audit:note(this, "unlisten", argstr);
      this:tell("No more connections are accepted on port ", argstr, ".");
    except e (ANY)
      this:tell("That did not work: ", e[2], ".");
    endtry
  endverb

  verb "@version" (none none none) owner: ARCHWIZARD flags: "rd"
    // @version
    // Tells which server this is, and since when it runs.
    this:tell("Moo ", server_version(), ", up for ", $time_utils:english_time(time() - $system.started_at), ".");
  endverb
endobject
