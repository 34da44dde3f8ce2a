object PLAYER_DB [
  import_export_id -> "player_db",
  import_export_hierarchy -> {"system"}
]
  name: "player names"
  parent: ROOT
  owner: ARCHWIZARD
  readable: true

  // name or alias -> player
  property names (owner: ARCHWIZARD, flags: "r") = ["Wizard" -> ARCHWIZARD];
  // while false no name can be changed
  property open (owner: ARCHWIZARD, flags: "rc") = true;
  // names that nobody may have
  property reserved (owner: ARCHWIZARD, flags: "rc") = {
    "me",
    "here",
    "it",
    "them",
    "all",
    "everyone",
    "everybody",
    "nobody",
    "no one",
    "someone",
    "you",
    "I",
    "admin",
    "administrator",
    "root",
    "system",
    "server",
    "guest",
    "wizards"
  };
  override aliases = {"player_db"};
  override description = "Knows which name belongs to which player.";

  method find owner: ARCHWIZARD
    // :find(name) => the player of that name or alias, or the only one whose begins so; $failed_match, $ambiguous_match, $nothing for an empty string
    {name} = args;
    name || return $nothing;
    valid(who = this:find_exact(name)) && return who;
    found = this:find_all(name);
    return length(found) == 1 ? found[1] | found ? $ambiguous_match | $failed_match;
  endmethod

  method find_exact owner: ARCHWIZARD
    // :find_exact(name) => the player of just that name or alias, or $failed_match
    {name} = args;
    who = `this.names[name] ! E_RANGE => $nothing';
    valid(who) && is_player(who) && (name == who.name || name in who.aliases) && return who;
    // somebody may have been renamed behind our back
    for other in (players())
      other.name == name && return other;
    endfor
    return $failed_match;
  endmethod

  method find_all owner: ARCHWIZARD
    // :find_all(start) => all players who have a name or alias that begins so
    {start} = args;
    found = {};
    for who, name in (this.names)
      index(name, start) == 1 && valid(who) && is_player(who) && (found = setadd(found, who));
    endfor
    return found;
  endmethod

  method insert owner: ARCHWIZARD
    // :insert(name, player) notes that a name belongs to a player.
    caller_perms().wizard || raise(E_PERM);
    {name, who} = args;
    names = this.names;
    names[name] = who;
    this.names = names;
  endmethod

  method delete owner: ARCHWIZARD
    // :delete(name) forgets a name.
    caller_perms().wizard || raise(E_PERM);
    maphaskey(this.names, args[1]) && (this.names = mapdelete(this.names, args[1]));
  endmethod

  method available owner: ARCHWIZARD
    // :available(name [, player]) => true if a player may have the name, a string that says why not, or the player who has it
    {name, ?who = $nothing} = args;
    this.open || return "No names can be changed at the moment.";
    reason = this:why_bad_name(name);
    reason && return reason;
    other = this:find_exact(name);
    return valid(other) && other != who ? other | true;
  endmethod

  method why_bad_name owner: ARCHWIZARD
    // :why_bad_name(name) => what is wrong with a name for a player, "" if nothing is
    {name} = args;
    length(name) < 2 && return "A name needs at least two characters.";
    length(name) > 25 && return "A name may be 25 characters long.";
    name in this.reserved && return tostr("The name \"", name, "\" is reserved.");
    bad = match(name, "[][ \\\"*#$~`%%{}()<>|;:,/@]");
    bad && return name[bad[1]] == " " ? "A name is one word." | tostr("A name may not contain ", toliteral(name[bad[1]]), ".");
    match(name, "^[-'._!?0-9]") && return "A name starts with a letter.";
    return "";
  endmethod

  method load owner: ARCHWIZARD
    // :load() makes the table of names anew from all players.
    caller_perms().wizard || raise(E_PERM);
    names = [];
    for who in (players())
      for name in ({@who.aliases, who.name})
        names[name] = who;
      endfor
    endfor
    this.names = names;
  endmethod

  method test_names owner: ARCHWIZARD
    $test:equal(this:why_bad_name("Ann"), "");
    $test:equal(this:why_bad_name("Žofie-2"), "");
    $test:true(this:why_bad_name("A"));
    $test:true(this:why_bad_name("two words"));
    $test:true(this:why_bad_name("a[b"));
    $test:true(this:why_bad_name("#12"));
    $test:true(this:why_bad_name("me"));
    $test:true(this:why_bad_name("9lives"));
    $test:true(this:why_bad_name("abcdefghijklmnopqrstuvwxyz"));
    $test:equal(this:find("Wizar"), this:find_exact("Wizard"));
    $test:equal(this:find("nobody-has-this-name"), $failed_match);
    $test:equal(this:find(""), $nothing);
    $test:equal(typeof(this:available("Wizard")), OBJ);
    $test:equal(this:available("Nobody-yet"), true);
  endmethod
endobject
