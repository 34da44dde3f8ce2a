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
endobject
