object WIZARD [
  import_export_id -> "wizard",
  import_export_hierarchy -> {"roots"}
]
  name: "generic wizard"
  parent: PROGRAMMER
  owner: ARCHWIZARD
  fertile: true
  readable: true

  override aliases = {"wizard"};
  override ownership_quota = 100000;

  method _wizardly owner: ARCHWIZARD
    // :_wizardly() => whether the player may administrate; told if not
    this.wizard && return true;
    this:tell("That is for wizards.");
    return false;
  endmethod

  verb "@shutdown" (any any any) owner: ARCHWIZARD flags: "rxd"
    // @shutdown [in <minutes>] [<reason>]
    // Stops the server. Everybody is told before.
    caller == this && this:_wizardly() || return;
    minutes = 0;
    reason = argstr;
    if (found = match(argstr, "^in %([0-9]+%) *%(m%|min%|minutes?%)? *%(.*%)$"))
      minutes = toint(substitute("%1", found));
      reason = substitute("%3", found);
    endif
    answer = $command_utils:yes_or_no(tostr("Really shut the server down", minutes ? tostr(" in ", minutes, " minutes") | " now", "?"));
    answer == true || return this:tell("The server stays up.");
    text = tostr(this.name, reason ? ": " + reason | "");
    for who in ($list_utils:remove_duplicates(connected_players()))
      who:tell("*** The server shuts down ", minutes ? tostr("in ", minutes, minutes == 1 ? " minute" | " minutes") | "now", " (", text, ") ***");
    endfor
    fork (minutes * 60)
      shutdown(text);
    endfork
  endverb

  verb "@dump-database @checkpoint" (none none none) owner: ARCHWIZARD flags: "rxd"
    // @dump-database
    // Writes the whole world to disk. Every change is on disk at once in any case; this makes the store smaller.
    caller == this && this:_wizardly() || return;
    dump_database();
    this:tell("The world is being written to disk.");
  endverb

  verb "@chown" (any any any) owner: ARCHWIZARD flags: "rxd"
    // @chown <object> [to] <owner>    or    @chown <object>.<property> …    or    @chown <object>:<verb> …
    // Gives something to somebody. With an object go its verbs and properties that its owner had.
    caller == this && this:_wizardly() || return;
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
        $history:record(what, this, "chown", {"owner", old});
      endif
      this:tell(spec, " belongs to ", owner.name, " now.");
    except e (ANY)
      this:tell("That did not work: ", e[2], ".");
    endtry
  endverb

  verb "@boot" (any any any) owner: ARCHWIZARD flags: "rxd"
    // @boot <player> [<reason>]
    // Disconnects somebody, who is told why.
    caller == this && this:_wizardly() || return;
    args || return this:tell("Usage: @boot <player> [<reason>]");
    {name, reason} = $string_utils:first_word(argstr);
    who = $string_utils:match_player(name);
    $command_utils:player_match_failed(who, name) && return;
    who in connected_players() || return this:tell(who.name, " is not connected.");
    $wiz_utils:boot(who, reason);
    this:tell(who.name, " is disconnected.");
  endverb

  verb "@newplayer @make-player" (any any any) owner: ARCHWIZARD flags: "rxd"
    // @newplayer <name> [<password>]
    // Makes a player. Without a password one is made up, and shown once.
    caller == this && this:_wizardly() || return;
    args || return this:tell("Usage: @newplayer <name> [<password>]");
    {name, @rest} = args;
    secret = rest ? $string_utils:from_list(rest, " ") | uuid()[1..8] + uuid()[1..8];
    reason = $login:why_bad_password(secret, name);
    reason && return this:tell(reason);
    who = $wiz_utils:make_player(name, argon2(secret, salt()), $player_class);
    typeof(who) == STR && return this:tell(who);
    this:tell($string_utils:nn(who), " is made", rest ? "." | tostr(", with the password ", secret, "   (it is not shown again)"));
  endverb

  verb "@programmer" (any none none) owner: ARCHWIZARD flags: "rxd"
    // @programmer <player>
    // Lets somebody program.
    caller == this && this:_wizardly() || return;
    who = $string_utils:match_player(argstr);
    $command_utils:player_match_failed(who, argstr) && return;
    who.programmer && isa(who, $programmer) && return this:tell(who.name, " is a programmer already.");
    $wiz_utils:set_programmer(who);
    this:tell(who.name, " is a programmer now.");
    who != this && who:tell("You are a programmer now. `help @verb', `help @program' and `help eval' tell how to begin.");
  endverb
endobject
