object BUILDING_UTILS [
  import_export_id -> "building_utils",
  import_export_hierarchy -> {"utilities"}
]
  name: "building utilities"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  // names of directions, each with its short form, opposite and step {east, north, up}
  property directions (owner: ARCHWIZARD, flags: "rc") = {
    {"north", "n", "south", {0, 1, 0}},
    {"northeast", "ne", "southwest", {1, 1, 0}},
    {"east", "e", "west", {1, 0, 0}},
    {"southeast", "se", "northwest", {1, -1, 0}},
    {"south", "s", "north", {0, -1, 0}},
    {"southwest", "sw", "northeast", {-1, -1, 0}},
    {"west", "w", "east", {-1, 0, 0}},
    {"northwest", "nw", "southeast", {-1, 1, 0}},
    {"up", "u", "down", {0, 0, 1}},
    {"down", "d", "up", {0, 0, -1}},
    {"in", "in", "out", {0, 0, 0}},
    {"out", "o", "in", {0, 0, 0}}
  };
  // the place of each in the list, by long and short name
  property direction_places (owner: ARCHWIZARD, flags: "rc") = [
    "d" -> 10,
    "down" -> 10,
    "e" -> 3,
    "east" -> 3,
    "in" -> 11,
    "n" -> 1,
    "ne" -> 2,
    "north" -> 1,
    "northeast" -> 2,
    "northwest" -> 8,
    "nw" -> 8,
    "o" -> 12,
    "out" -> 12,
    "s" -> 5,
    "se" -> 4,
    "south" -> 5,
    "southeast" -> 4,
    "southwest" -> 6,
    "sw" -> 6,
    "u" -> 9,
    "up" -> 9,
    "w" -> 7,
    "west" -> 7
  ];
  override aliases = {"building_utils"};
  override description = "Verbs that builders' commands are made with.";

  method parse_names owner: ARCHWIZARD
    // :parse_names(spec) => {name, {alias, …}} for "name,alias,alias" (the name counts as an alias, too) or "name:alias,alias"
    {spec} = args;
    spec = $string_utils:trim(spec);
    if (spec && spec[1] == "\"" && (quote = index(spec[2..$], "\"")))
      name = spec[2..quote];
      rest = $string_utils:triml(spec[quote + 2..$]);
      colon = rest && rest[1] == ":";
      rest && rest[1] in {",", ":"} && (rest = rest[2..$]);
    elseif ((colon = index(spec, ":")))
      name = spec[1..colon - 1];
      rest = spec[colon + 1..$];
    else
      comma = index(spec, ",");
      name = comma ? spec[1..comma - 1] | spec;
      rest = comma ? spec[comma + 1..$] | "";
    endif
    name = $string_utils:trim(name);
    aliases = colon ? {} | {name};
    for alias in (explode(rest, ","))
      alias = $string_utils:trim(alias);
      alias && (aliases = setadd(aliases, alias));
    endfor
    return {name, aliases};
  endmethod

  method set_names owner: ARCHWIZARD
    // :set_names(object, spec) => true, or an error
    // Names an object, with the caller's permissions, from a specification as in :parse_names.
    {what, spec} = args;
    set_task_perms(caller_perms());
    {name, aliases} = this:parse_names(spec);
    result = what:set_name(name);
    typeof(result) == ERR && return result;
    return what:set_aliases(aliases);
  endmethod

  method make_exit owner: ARCHWIZARD
    // :make_exit(spec, source, dest [, recycler [, kind]]) => {exit}, or 0
    // Makes an exit with the caller's permissions; the player is told what works and what does not. Spec is as in :parse_names, kind the exit's parent.
    {spec, source, dest, ?recycler = 0, ?kind = $exit} = args;
    set_task_perms(caller_perms());
    spec = this:direction_names(spec);
    exit = player:_create(kind);
    if (typeof(exit) == ERR)
      player:tell("The exit cannot be made: ", error_message(exit), ".");
      return 0;
    endif
    this:set_names(exit, spec);
    exit.source = source;
    exit.dest = dest;
    problem = !source:add_exit(exit);
    others = setremove(exit.aliases, exit.name);
    player:tell(source == player.location ? "From here" | tostr("From ", source.name), " the way ", exit.name, others ? tostr(" (", $string_utils:from_list(others, ", "), ")") | "", " leads to ", dest.name, " now: ", exit, ".");
    problem && player:tell("You do not own ", source.name, ", so its owner (", source.owner.name, ") has to type \"@add-exit ", exit, "\" there before the exit can be used.");
    dest:add_entrance(exit) || player:tell("You do not own ", dest.name, ", so its owner (", dest.owner.name, ") has to type \"@add-entrance ", exit, "\" there for it to be listed.");
    return {exit};
  endmethod

  method direction_names owner: ARCHWIZARD
    // :direction_names(spec) => the spec with the short or long form of a direction added: "north" => "north,n"
    {spec} = args;
    {name, aliases} = this:parse_names(spec);
    for direction in (this.directions)
      if (name in direction[1..2])
        aliases = {direction[1], direction[2], @setremove(setremove(aliases, direction[1]), direction[2])};
        return $string_utils:from_list($list_utils:remove_duplicates(aliases), ",");
      endif
    endfor
    return spec;
  endmethod

  method opposite owner: ARCHWIZARD
    // :opposite(direction) => the direction back, or ""
    for direction in (this.directions)
      args[1] in direction[1..2] && return direction[3];
    endfor
    return "";
  endmethod

  method recreate owner: ARCHWIZARD
    // :recreate(object, parent) => true, or an error
    // Makes an object as if it had just been created from the parent: its own properties, verbs and values go.
    {what, papa} = args;
    set_task_perms(caller_perms());
    $perm_utils:controls(caller_perms(), what) || return E_PERM;
    papa.f || $perm_utils:controls(caller_perms(), papa) || return E_PERM;
    try
      for name in (properties(what))
        delete_property(what, name);
      endfor
      for i in [1..length(verbs(what))]
        delete_verb(what, 1);
      endfor
      chparent(what, papa);
      for name in ($object_utils:findable_properties(papa))
        `clear_property(what, name) ! ANY';
      endfor
      what.name = "";
      what:initialize();
      return true;
    except e (ANY)
      return e[1];
    endtry
  endmethod

  method audit_object_category owner: ARCHWIZARD
    // :audit_object_category(object) => a letter for what it is: P player, R room, E exit, C container, N note, T thing, "" other
    {what} = args;
    is_player(what) && return "P";
    for pair in ({{$room, "R"}, {$exit, "E"}, {$container, "C"}, {$note, "N"}, {$thing, "T"}})
      isa(what, pair[1]) && return pair[2];
    endfor
    return "";
  endmethod

  method object_audit_string owner: ARCHWIZARD
    // :object_audit_string(object) => a line that tells its number, kind, name and where it is
    {what} = args;
    valid(what) || return tostr(what, "  (does not exist)");
    size = this:size_string(`object_bytes(what) ! ANY => 0');
    place = isa(what, $exit) ? tostr(valid(what.source) ? what.source.name | "nowhere", " -> ", valid(what.dest) ? what.dest.name | "nowhere") | valid(what.location) ? "[" + what.location.name + "]" | "[nowhere]";
    return tostr($string_utils:right(size, 6), " ", $string_utils:left(tostr(what), 7), " ", $string_utils:left(this:audit_object_category(what), 2), " ", text_fit(what.name, 32), " ", place);
  endmethod

  method audit_row owner: ARCHWIZARD
    // :audit_row(object) => {number, name, kind, place, bytes} for a table
    {what} = args;
    place = isa(what, $exit) ? tostr(valid(what.source) ? what.source.name | "nowhere", " to ", valid(what.dest) ? what.dest.name | "nowhere") | valid(what.location) ? what.location.name | "";
    kind = ["P" -> "player", "R" -> "room", "E" -> "exit", "C" -> "container", "N" -> "note", "T" -> "thing", "" -> "object"][this:audit_object_category(what)];
    return {what, what.name, kind, place, this:size_string(`object_bytes(what) ! ANY => 0')};
  endmethod

  method "do_audit do_prospectus" owner: ARCHWIZARD
    // :do_audit(who, first, last, text) shows the player what somebody owns between two numbers, with a name that begins with a text; :do_prospectus counts the verbs, too
    {who, first, last, text} = args;
    count = bytes = 0;
    for what in (owned_objects(who))
      if (what < first || what > last || (text && !$string_utils:starts_with(what.name, text)))
        continue;
      endif
      this:do_audit_item(what, text, verb == "do_prospectus");
      count = count + 1;
      bytes = bytes + object_bytes(what);
      suspend_if_needed();
    endfor
    player:tell($string_utils:pluralize(count, "object"), ", ", this:size_string(bytes), " together.");
  endmethod

  method do_audit_item owner: ARCHWIZARD
    // :do_audit_item(object, text, with verbs) shows the player the line for one object.
    {what, text, with} = args;
    verbs = with ? tostr("  ", $string_utils:pluralize(length(verbs(what)), "verb")) | "";
    player:tell(this:object_audit_string(what), verbs);
  endmethod

  method size_string owner: ARCHWIZARD
    // :size_string(bytes) => "12K", "3M"
    {size} = args;
    size < 1024 && return tostr(size);
    size < 1048576 && return tostr(size / 1024, "K");
    return tostr(size / 1048576, "M");
  endmethod

  method test_names owner: ARCHWIZARD
    $test:equal(this:parse_names("brass lamp, lamp"), {"brass lamp", {"brass lamp", "lamp"}});
    $test:equal(this:parse_names("lamp:light,torch"), {"lamp", {"light", "torch"}});
    $test:equal(this:parse_names("\"red, big lamp\",lamp"), {"red, big lamp", {"red, big lamp", "lamp"}});
    $test:equal(this:parse_names("lamp"), {"lamp", {"lamp"}});
    $test:equal(this:direction_names("n"), "north,n");
    $test:equal(this:direction_names("north,gate"), "north,n,gate");
    $test:equal(this:direction_names("gate"), "gate");
    for direction, i in (this.directions)
      $test:equal(this.direction_places[direction[1]], i);
      $test:equal(this.direction_places[direction[2]], i);
    endfor
    $test:equal(this:opposite("ne"), "southwest");
    $test:equal(this:opposite("gate"), "");
    $test:equal(this:size_string(2048), "2K");
    $test:equal(this:audit_object_category($room), "R");
  endmethod
endobject
