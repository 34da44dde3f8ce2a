object WIZARD [
  import_export_id -> "wizard",
  import_export_hierarchy -> {"roots"}
]
  name: "generic wizard"
  parent: PROGRAMMER
  owner: ARCHWIZARD
  readable: true

  // the text that @reload was given last, until it is taken over: {object, lines, time}
  property reload_text (owner: ARCHWIZARD, flags: "") = {};
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
    // Lists all tasks that run or wait, with their owners and where they stand, tells how much work the server has done, and which verbs lost time because others changed what they had read.
    caller == this && this.wizard || raise(E_PERM);
    rows = {};
    for t in (active_tasks())
      t[1] == task_id() || (rows = {@rows, {tostr(t[1]), "running", valid(t[2]) ? t[2].name | tostr(t[2]), toliteral(t[3])}});
    endfor
    for t in (queued_tasks())
      when = typeof(t[2]) == STR ? t[2] | t[2] < 0 ? "reads" | t[2] == 2147483647 ? "resumed" | tostr("in ", $login:short_time(max(0, t[2] - time())));
      rows = {@rows, {tostr(t[1]), when, valid(t[5]) ? t[5].name | tostr(t[5]), tostr(t[6], ":", t[7], " line ", t[8])}};
    endfor
    rows || this:tell("No tasks run or wait.");
    rows && this:show($layout:table({{"Task"}, {"State"}, {"Owner"}, {"Where"}}, {{$markup:escape(cell) for cell in (row)} for row in (rows)}));
    done = sched_counters();
    this:tell("Since the server started: ", $string_utils:group_number(done["slices"]), " tasks or parts of tasks, ", $string_utils:group_number(done["ticks"]), " ticks in ", floatstr(done["seconds"], 1), " seconds", "; ", $string_utils:pluralize(done["conflicts"], "conflict"), ", ", $string_utils:pluralize(done["failures"] + done["aborts"], "failure"), ".");
    stats = conflict_stats();
    for verb in (stats[1..min(5, $)])
      this:tell("  ", verb[1], " ran again ", $string_utils:pluralize(verb[2], "time"), verb[3] ? tostr(", ", $string_utils:pluralize(verb[3], "time"), " alone") | "", ", and lost ", floatstr(verb[4] * 1000.0, 1), " ms.");
    endfor
    recent = {t for t in (finished_tasks()) if t["time"] >= 0.001};
    for t in (recent[max(1, $ - 4)..$])
      this:tell("  ", floatstr(t["time"] * 1000.0, 1), " ms  ", maphaskey(t, "ticks") ? tostr(t["ticks"], " ticks  ") | "", t["object"], ":", t["verb"], "  ", valid(t["player"]) ? t["player"].name | tostr(t["player"]));
    endfor
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
        client = $string_utils:trim(tostr(`info["client_name"] ! E_RANGE => ""', " ", `info["client_version"] ! E_RANGE => ""')) || tostr(`info["terminal_type"] ! E_RANGE => ""');
        rows = {@rows, {tostr(number), is_player(who) ? who.name | "(logging in)", `connection_info(number)["destination_ip"] ! ANY => "?"', tostr(`info["transport"] ! E_RANGE => "?"'), $string_utils:trim(client), $login:short_time(toint(entry[3]))}};
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
    // @log [<how many lines> | on | off]    or    @log <text>
    // Shows the newest lines of the server's log. After `@log on' you see each line as it is written, until `@log off' or until you leave. Any other text is written to the log.
    caller == this && this.wizard || raise(E_PERM);
    if (!argstr || $string_utils:is_integer(argstr))
      $pager:show($log:lines(max(1, toint(argstr || "20"))));
      $log:is_watched_by(this) || this:tell("`@log on' shows each line as it is written.");
      return;
    elseif (argstr == "on")
      $log:watch(this);
      return this:tell("You see each line of the server's log from here on. `@log off' ends that.");
    elseif (argstr == "off")
      $log:unwatch(this);
      return this:tell("You see no more lines of the server's log.");
    endif
    server_log(tostr(this.name, ": ", argstr));
    this:tell("Logged.");
  endverb

  verb "@server-options @serveroptions" (any any any) owner: ARCHWIZARD flags: "rd"
    // @server-options [<name> [= <value>]]
    // Shows or sets what the server goes by: limits of tasks, connections and values.
    caller == this && this.wizard || raise(E_PERM);
    if (!argstr)
      return this:show($layout:table({{"Option"}, {"Now"}, {"Meaning", "wrap"}}, $server_options:rows()));
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
    this:tell("Server option ", name, " is ", `toliteral($server_options.(name)) ! E_PROPNF => "as the server has it by default"', " now.");
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

  // ---- objects as files
  verb "@export" (any any any) owner: ARCHWIZARD flags: "rd"
    // @export <object> [to <file>]
    // Shows an object as the text of a core file, which @import and @reload read: all of its properties and programs. With a file, the text is written into the folder files/ of the server's data, if the server may write there.
    caller == this && this.wizard || raise(E_PERM);
    set_task_perms(this);
    found = match(argstr, "^%(.+%) +to +%([^ ]+%)$");
    spec = found ? $string_utils:trim(substitute("%1", found)) | argstr;
    what = $command_utils:need_object($failed_match, spec, "Export what?");
    valid(what) || return;
    lines = this:_export_lines(what);
    if (found)
      file = substitute("%2", found);
      this:_write_file(file, lines) && this:tell($string_utils:nn(what), " is written to ", file, ", ", $string_utils:pluralize(length(lines), "line"), ".");
      $audit:note(this, "export", tostr($string_utils:nn(what), " to ", file));
      return;
    endif
    // lines that are broken or marked could not be read again
    for line in (lines)
      notify(this, line);
    endfor
  endverb

  method _export_lines owner: ARCHWIZARD
    // :_export_lines(object) => the text of an object, with the stable names of others, without what is remembered of its changes
    caller == this && this.wizard || raise(E_PERM);
    return this:_without_changes(dump_object(args[1], ["constants" -> true]));
  endmethod

  method _without_changes owner: ARCHWIZARD
    // :_without_changes(lines) => a core file's text without the value of .changes
    {lines} = args;
    first = 0;
    for line, i in (lines)
      if (index(line, "  override changes ") == 1)
        first = i;
        break;
      endif
    endfor
    first || return lines;
    last = first;
    if (lines[first][$] == "{")
      last = "  };" in lines[first..$];
      last = last ? first + last - 1 | first;
    endif
    return {@lines[1..first - 1], @lines[last + 1..$]};
  endmethod

  method _file_problem owner: ARCHWIZARD
    // :_file_problem({code, message, …}) => why a file cannot be had
    {code, message, @rest} = args[1];
    return code == E_PERM ? "programs may not reach files here, unless the server's setting Outside:Files allows it" | code == E_FILE ? "there is none, or the system refuses" | code == E_INVARG ? "it must lie in the folder files/" | message;
  endmethod

  method _write_file owner: ARCHWIZARD
    // :_write_file(name, lines) => whether a file in files/ has those lines now; the player is told if not
    caller == this && this.wizard || raise(E_PERM);
    {name, lines} = args;
    try
      handle = file_open(name, "w-tn");
      try
        for line in (lines)
          file_writeline(handle, line);
        endfor
      finally
        file_close(handle);
      endtry
    except e (ANY)
      this:tell("The file ", name, " could not be written: ", this:_file_problem(e), ".");
      return false;
    endtry
    return true;
  endmethod

  method _file_lines owner: ARCHWIZARD
    // :_file_lines(name) => the lines of a file in files/; an error after the player has been told why not
    caller == this && this.wizard || raise(E_PERM);
    {name} = args;
    lines = {};
    try
      handle = file_open(name, "r-tn");
      try
        while (!file_eof(handle))
          lines = {@lines, file_readline(handle)};
        endwhile
      finally
        file_close(handle);
      endtry
    except e (ANY)
      this:tell("The file ", name, " could not be read: ", this:_file_problem(e), ".");
      return e[1];
    endtry
    return lines;
  endmethod

  method _core_text owner: ARCHWIZARD
    // :_core_text(file) => the lines of a file, or those that the player types if there is none; an error or {} after the player has been told why
    caller == this && this.wizard || raise(E_PERM);
    {file} = args;
    file && return this:_file_lines(file);
    lines = $command_utils:read_lines();
    lines || this:tell("Nothing has changed.");
    return lines;
  endmethod

  method _tell_text_problems owner: ARCHWIZARD
    // :_tell_text_problems({code, message, value, …}) tells what is wrong with a core file's text
    caller == this || raise(E_PERM);
    {code, message, value, @rest} = args[1];
    typeof(value) == LIST && value ? this:tell_lines({tostr(line) for line in (value)}) | this:tell($string_utils:capitalize(message), ".");
    this:tell("Nothing has changed.");
  endmethod

  verb "@import" (any any any) owner: ARCHWIZARD flags: "rd"
    // @import [<file>]
    // Makes a new object from the text of a core file, as @export shows it: from a file in the folder files/ of the server's data, or from the lines that you type or paste next, up to a line with a period. What is there already is changed by @reload.
    caller == this && this.wizard || raise(E_PERM);
    lines = this:_core_text(argstr);
    typeof(lines) == LIST && lines || return;
    try
      what = load_object(lines, ["constants" -> true], 0);
    except e (ANY)
      return this:_tell_text_problems(e);
    endtry
    isa(what, $root) && $history:record(what, this, "import", {"create"});
    $audit:note(this, "import", $string_utils:nn(what));
    this:tell($string_utils:nn(what), " is made: ", $string_utils:pluralize(length(properties(what)), "property", "properties"), " and ", $string_utils:pluralize(length(verbs(what)), "verb"), " of its own, ", valid(what.location) ? "in " + $string_utils:nn(what.location) | "nowhere as yet", ".");
  endverb

  verb "@reload" (any any any) owner: ARCHWIZARD flags: "rd"
    // @reload <object> [from <file>]    or    @reload <object> yes
    // Makes an object what the text of a core file says: from a file in the folder files/ of the server's data, or from the lines that you type or paste next, up to a line with a period. First you are shown what would change; `yes' then takes it over, all of it or, if anything is wrong with it, nothing. `@undo' takes it back.
    caller == this && this.wizard || raise(E_PERM);
    argstr || return this:tell("Usage: @reload <object> [from <file>]");
    if ((found = match(argstr, "^%(.+%) +%(yes%|no%)$")))
      what = $command_utils:need_object($failed_match, $string_utils:trim(substitute("%1", found)));
      valid(what) && this:_take_over(what, substitute("%2", found) == "yes");
      return;
    endif
    found = match(argstr, "^%(.+%) +from +%([^ ]+%)$");
    what = $command_utils:need_object($failed_match, found ? $string_utils:trim(substitute("%1", found)) | argstr);
    valid(what) || return;
    lines = this:_core_text(found ? substitute("%2", found) | "");
    typeof(lines) == LIST && lines || return;
    this.reload_text = {what, lines, time()};
    this.question = {tostr("@reload ", what, " %s"), {"yes", "no"}, time()};
    // what follows is only tried
    commit();
    try
      before = this:_export_lines(what);
      reload_object(lines, true, what);
      changed = $history:diff(before, this:_export_lines(what));
    except e (ANY)
      this.reload_text = this.question = {};
      return this:_tell_text_problems(e);
    endtry
    if (!changed)
      this:tell("The text says just what ", $string_utils:nn(what), " is.");
    else
      this:tell("This would change in ", $string_utils:nn(what), ":");
      this:_show_diff(changed);
      this:tell("Is that to be so? Type `yes' or `no'.");
    endif
    rollback(1);
  endverb

  method _take_over owner: ARCHWIZARD
    // :_take_over(object, whether to) changes an object as its text says that was shown last
    caller == this && this.wizard || raise(E_PERM);
    {what, really} = args;
    this.reload_text && this.reload_text[1] == what || return this:tell("There is no text for ", $string_utils:nn(what), ". `@reload ", what, "' takes one.");
    {what, lines, when} = this.reload_text;
    this.reload_text = {};
    really || return this:tell("Nothing has changed.");
    try
      changes = `what.changes ! E_PROPNF => {}';
      before = this:_export_lines(what);
      reload_object(lines, true, what);
      isa(what, $root) && (what.changes = changes);
    except e (ANY)
      return this:_tell_text_problems(e);
    endtry
    isa(what, $root) && $history:record(what, this, "reload", {"text", before});
    $audit:note(this, "reload", $string_utils:nn(what));
    this:tell($string_utils:nn(what), " is what the text says now. `@undo' takes it back.");
  endmethod

  method test_export owner: ARCHWIZARD
    $test:equal(this:_without_changes({"object #9", "  override changes = {1};", "endobject"}), {"object #9", "endobject"});
    $test:equal(this:_without_changes({"  override changes = {", "    {1, 2},", "    3", "  };", "endobject"}), {"endobject"});
    $test:equal(this:_without_changes({"endobject"}), {"endobject"});
  endmethod

  method test_reload owner: ARCHWIZARD
    thing = create($thing, this.owner);
    try
      thing.name = "lamp";
      add_property(thing, "fuel", 40, {this.owner, "rc"});
      add_verb(thing, {this.owner, "rxd", "light"}, {"this", "none", "none"});
      id = $history:record(thing, this.owner, "create", {"create"});
      text = this:_without_changes(dump_object(thing, ["constants" -> true]));
      $test:true("  parent: THING" in text, "stable names");
      $test:equal({line for line in (text) if index(line, "override changes")}, {});
      thing.fuel = 1;
      delete_verb(thing, 1);
      id = $history:record(thing, this.owner, "reload", {"text", text});
      $test:equal($history:undo(thing, id, this.owner), "");
      $test:equal({thing.fuel, verbs(thing)}, {40, {"light"}});
      $test:true(thing.changes, "its history is still there");
    finally
      recycle(thing);
    endtry
  endmethod

  verb "@version" (none none none) owner: ARCHWIZARD flags: "rd"
    // @version
    // Tells which server this is, and since when it runs.
    this:tell("Moo ", server_version(), ", up for ", $time_utils:english_time(time() - $system.started_at), ".");
  endverb
endobject
