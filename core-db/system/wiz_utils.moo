object WIZ_UTILS [
  import_export_id -> "wiz_utils",
  import_export_hierarchy -> {"system"}
]
  name: "wizard utilities"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  override aliases = {"wiz_utils"};
  override description = "Verbs that wizards' commands and the login are made with.";

  method make_player owner: ARCHWIZARD
    // :make_player(name, password hash [, class]) => a new player, or a string that says why there is none
    caller_perms().wizard || raise(E_PERM);
    {name, hash, ?class = $player_class} = args;
    free = $player_db:available(name);
    typeof(free) == STR && return free;
    typeof(free) == OBJ && return tostr("The name ", name, " is taken.");
    who = create(class, $nothing);
    set_player_flag(who, 1);
    who.name = name;
    who.aliases = {name};
    who.password = hash;
    who.programmer = isa(class, $programmer) && true || false;
    who.home = $player_start;
    who.r = 1;
    $player_db:insert(name, who);
    move(who, $player_start);
    return who;
  endmethod

  method match_player owner: ARCHWIZARD
    // :match_player(name [, me]) => the player of that name, number or the only one whose name begins so; $nothing, $failed_match or $ambiguous_match
    {name, ?me = player} = args;
    name = $string_utils:trim(name);
    name || return $nothing;
    name in {"me", "myself"} && return me;
    if (name[1] == "#")
      who = toobj(name);
      return valid(who) && is_player(who) ? who | $failed_match;
    endif
    name[1] == "~" && length(name) > 1 && (name = name[2..$]);
    who = $player_db:find(name);
    if (who == $ambiguous_match)
      // of several whose names begin so, somebody who is here is meant
      near = {p for p in ($player_db:find_all(name)) if p in connected_players()};
      length(near) == 1 && return near[1];
    endif
    return who;
  endmethod

  method players_like owner: ARCHWIZARD
    // :players_like(name) => the players who have a name that begins so
    return $player_db:find_all(args[1]);
  endmethod

  method rename_player owner: ARCHWIZARD
    // :rename_player(player, spec) => "" when the player has the name and aliases now, else what is wrong: a string or an error
    {who, spec} = args;
    perms = caller_perms();
    $perm_utils:controls(perms, who) || return E_PERM;
    {name, aliases} = $building_utils:parse_names(spec);
    for word in (setadd(aliases, name))
      free = $player_db:available(word, who);
      typeof(free) == STR && return free;
      typeof(free) == OBJ && return tostr("The name ", word, " is taken.");
    endfor
    for old in ({who.name, @who.aliases})
      $player_db:delete(old);
    endfor
    who.name = name;
    who.aliases = setadd(aliases, name);
    for word in (who.aliases)
      $player_db:insert(word, who);
    endfor
    return "";
  endmethod

  method set_programmer owner: ARCHWIZARD
    // :set_programmer(player) => whether the player is a programmer now
    caller_perms().wizard || raise(E_PERM);
    {who} = args;
    isa(who, $programmer) || chparent(who, $programmer);
    who.programmer = true;
    return who.programmer;
  endmethod

  method set_owner owner: ARCHWIZARD
    // :set_owner(object, new owner) gives an object away, with its verbs and those of its properties that the old owner had
    caller_perms().wizard || raise(E_PERM);
    {what, who} = args;
    old = what.owner;
    what.owner = who;
    for object in (ancestors(what, 1))
      for name in (properties(object))
        info = property_info(what, name);
        if (object == what ? info[1] == old | index(property_info(object, name)[2], "c"))
          set_property_info(what, name, {who, info[2]});
        endif
      endfor
    endfor
    for i in [1..length(verbs(what))]
      info = verb_info(what, i);
      info[1] == old && set_verb_info(what, i, {who, info[2], info[3]});
    endfor
    return true;
  endmethod

  method boot owner: ARCHWIZARD
    // :boot(player, reason) ends the connections of a player, who is told why.
    caller_perms().wizard || raise(E_PERM);
    {who, ?reason = ""} = args;
    notify(who, tostr("You are disconnected", reason ? ": " + reason | ".") , 0, 0, "plain");
    boot_player(who);
  endmethod

  method test_match_player owner: ARCHWIZARD
    $test:equal(this:match_player("Wizard"), #2);
    $test:equal(this:match_player("~wizard"), #2);
    $test:equal(this:match_player("#2"), #2);
    $test:equal(this:match_player("#1"), $failed_match);
    $test:equal(this:match_player(""), $nothing);
    $test:equal(this:match_player("me", #2), #2);
  endmethod

  // ---- what LambdaCore's programs ask for
  method unset_programmer owner: ARCHWIZARD
    // :unset_programmer(player [, reason]) => true after taking the right to program away, or an error
    {who, ?reason = "", @rest} = args;
    caller_perms().wizard || return E_PERM;
    valid(who) && is_player(who) || return E_INVARG;
    who.programmer || return E_NONE;
    who.programmer = 0;
    $audit:note(player, "unset_programmer", tostr($string_utils:nn(who), " ", reason));
    return true;
  endmethod

  method set_player owner: ARCHWIZARD
    // :set_player(object [, keep owner]) => true after making an object a player that owns itself, or an error: E_NONE if it is one, E_NACC if names are frozen, E_RECMOVE if its name is taken
    {who, ?keep = 0} = args;
    caller_perms().wizard || return E_PERM;
    valid(who) && isa(who, $player) || return E_INVARG;
    is_player(who) && return E_NONE;
    $player_db.open || return E_NACC;
    other = $player_db:find_exact(who.name);
    valid(other) && other != who && return E_RECMOVE;
    set_player_flag(who, 1);
    keep || this:set_owner(who, who);
    for name in ({who.name, @who.aliases})
      $player_db:insert(name, who);
    endfor
    return true;
  endmethod

  method unset_player owner: ARCHWIZARD
    // :unset_player(player [, new owner]) => true after making a player an ordinary object, or an error
    {who, ?new = $nothing} = args;
    caller_perms().wizard || return E_PERM;
    valid(who) || return E_INVARG;
    is_player(who) || return E_NONE;
    set_player_flag(who, 0);
    for name in ({who.name, @who.aliases})
      $player_db:delete(name);
    endfor
    valid(new) && this:set_owner(who, new);
    return true;
  endmethod

  method set_property_owner owner: ARCHWIZARD
    // :set_property_owner(object, name, new owner) => true, or an error
    // Without the c bit the property changes hands on all descendants, too.
    {what, name, who, @rest} = args;
    caller_perms().wizard || return E_PERM;
    info = `property_info(what, name) ! ANY';
    typeof(info) == LIST || return info;
    set_property_info(what, name, {who, info[2]});
    if (!index(info[2], "c"))
      for child in (descendants(what))
        set_property_info(child, name, {who, property_info(child, name)[2]});
        suspend_if_needed();
      endfor
    endif
    return true;
  endmethod

  method set_property_flags owner: ARCHWIZARD
    // :set_property_flags(object, name, flags) => true, or an error
    // Changes the permissions on all descendants, too. When the c bit comes, each descendant's copy goes to its owner; when it goes, all are the owner's of the object.
    {what, name, flags, @rest} = args;
    match(flags, "^[rwc]*$") || return E_INVARG;
    info = `property_info(what, name) ! ANY';
    typeof(info) == LIST || return info;
    $perm_utils:controls_property(caller_perms(), what, name) || return E_PERM;
    set_property_info(what, name, {info[1], flags});
    for child in (descendants(what))
      set_property_info(child, name, {index(flags, "c") ? child.owner | info[1], flags});
      suspend_if_needed();
    endfor
    return true;
  endmethod

  method rename_all_instances owner: ARCHWIZARD
    // :rename_all_instances(object, name, new name) => how many verbs of that name the object itself defined; they are called by the new one now
    {what, name, new} = args;
    caller_perms().wizard || return E_PERM;
    count = 0;
    for i in ($code_utils:verbs_named(what, name))
      info = verb_info(what, i);
      set_verb_info(what, i, {info[1], info[2], new});
      count = count + 1;
    endfor
    return count;
  endmethod

  method grant_object owner: ARCHWIZARD
    // :grant_object(object, new owner) => true, or an error
    // As :set_owner, and the verbs and properties that the old owner had on it go along.
    {what, who} = args;
    caller_perms().wizard || return E_PERM;
    valid(what) || return E_INVIND;
    is_player(what) && return E_INVARG;
    old = what.owner;
    this:set_owner(what, who);
    for name in (properties(what))
      property_info(what, name)[1] == old && this:set_property_owner(what, name, who);
    endfor
    return true;
  endmethod

  method random_password owner: ARCHWIZARD
    // :random_password(length) => a word of that length that can be pronounced, without letters that look alike
    {size} = args;
    consonants = "bdghjmnprstvwz";
    vowels = "aeiou";
    out = "";
    first = random(2);
    for i in [1..size]
      from = (i + first) % 2 ? vowels | consonants;
      out = out + from[random(length(from))];
    endfor
    return out;
  endmethod

  method queued_tasks owner: ARCHWIZARD
    // :queued_tasks(player) => the waiting tasks of a player, as queued_tasks() tells them
    {who} = args;
    caller_perms().wizard || caller_perms() == who || return E_PERM;
    return {task for task in (queued_tasks()) if task[5] == who};
  endmethod

  method initialize_owned owner: ARCHWIZARD
    // :initialize_owned() does nothing: the server itself knows what everybody owns, see owned_objects().
  endmethod

  method verify_owned_objects owner: ARCHWIZARD
    // :verify_owned_objects() does nothing: the server itself knows what everybody owns, see owned_objects().
  endmethod

  method "all_wizards all_wizards_advertised all_wizards_unadvertised" owner: ARCHWIZARD
    // :all_wizards() => all players who are wizards
    return {who for who in (players()) if who.wizard};
  endmethod

  method "connected_wizards connected_wizards_unadvertised" owner: ARCHWIZARD
    // :connected_wizards() => the wizards who are connected
    return {who for who in (connected_players()) if who.wizard};
  endmethod

  method is_wizard owner: ARCHWIZARD
    // :is_wizard(who) => whether somebody is a wizard
    return valid(args[1]) && args[1].wizard && true || false;
  endmethod

  method random_wizard owner: ARCHWIZARD
    // :random_wizard() => some wizard
    wizards = this:all_wizards();
    return wizards[random(length(wizards))];
  endmethod

  method isnewt owner: ARCHWIZARD
    // :isnewt(player) => whether the player may not log in at present
    state = `args[1].suspended ! ANY => {}';
    return typeof(state) == LIST && state && (state[1] == 0 || state[1] > time()) && true || false;
  endmethod

  method newt_player owner: ARCHWIZARD
    // :newt_player(player [, reason [, seconds]]) => true after keeping a player out, for good or for a time; or an error
    {who, ?reason = "", ?seconds = 0} = args;
    caller_perms().wizard || return E_PERM;
    valid(who) && is_player(who) || return E_INVARG;
    who.suspended = {seconds ? time() + seconds | 0, reason, player, time()};
    who in connected_players() && this:boot(who, reason);
    $audit:note(player, "suspend", tostr($string_utils:nn(who), " ", reason));
    return true;
  endmethod

  method check_player_request owner: ARCHWIZARD
    // :check_player_request(name [, address]) => "" if a player may have the name, else why not
    {name, @rest} = args;
    free = $player_db:available(name);
    typeof(free) == STR && return free;
    return typeof(free) == OBJ ? tostr("There is a player called ", name, " already.") | "";
  endmethod

  method test_lambdacore owner: ARCHWIZARD
    $test:equal(length(this:random_password(8)), 8);
    $test:false(match(this:random_password(40), "[^a-z]"));
    $test:true(this.owner in this:all_wizards());
    $test:true(this:is_wizard(this:random_wizard()));
    $test:false(this:is_wizard($no_one));
    $test:equal(this:check_player_request("Nobody-yet"), "");
    $test:contains(this:check_player_request("Wizard"), "already");
    $test:false(this:isnewt($no_one));
    thing = create($thing, this.owner);
    try
      add_property(thing, "p", 1, {this.owner, "r"});
      add_verb(thing, {this.owner, "rxd", "f"}, {"this", "none", "this"});
      $test:equal(this:rename_all_instances(thing, "f", "g"), 1);
      $test:equal(verbs(thing), {"g"});
      $test:equal(this:set_property_flags(thing, "p", "rc"), true);
      $test:equal(property_info(thing, "p")[2], "rc");
      $test:equal(this:set_property_owner(thing, "p", $no_one), true);
      $test:equal(property_info(thing, "p")[1], $no_one);
      $test:equal(this:grant_object(thing, $no_one), true);
      $test:equal(thing.owner, $no_one);
      $test:equal(verb_info(thing, "g")[1], $no_one);
      $test:equal(this:set_property_flags(thing, "p", "x"), E_INVARG);
      $test:equal(this:unset_player(thing), E_NONE);
    finally
      recycle(thing);
    endtry
  endmethod
endobject
