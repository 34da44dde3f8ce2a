object MATCH_UTILS [
  import_export_id -> "match_utils",
  import_export_hierarchy -> {"utilities"}
]
  name: "matching utilities"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  property ordn (owner: ARCHWIZARD, flags: "rc") = {"1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th"};
  property ordw (owner: ARCHWIZARD, flags: "rc") = {
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth"
  };
  override aliases = {"match_utils"};
  override description = "Finds the objects that people mean by words.";

  method help_msg owner: ARCHWIZARD
    // What a player may call an object, in :find():
    //   lamp, brass, brass lamp      a name or alias, its start, or the start of a word in it
    //   the lamp, my lamp, Ann's hat, hat of Ann
    //   second lamp, 2nd lamp, 2.lamp, last lamp
    //   me, here, it (what was last looked at or used), #12, $thing, ~Ann (a player anywhere), *list
    // An exact name comes before the start of a name, and that before the start of a word.
  endmethod

  method find owner: ARCHWIZARD
    // :find(string [, who [, where]]) => {object, candidates}: what the string means to somebody in a place
    // The object is $nothing for an empty string, $failed_match, or $ambiguous_match; then the candidates are those that it may mean.
    {string, ?who = player, ?where = who.location} = args;
    string = $string_utils:trim(string);
    string || return {$nothing, {}};
    what = $string_utils:literal_object(string);
    what == $failed_match || return {what, {}};
    string in {"me", "myself"} && return {who, {}};
    string == "here" && return {where, {}};
    if (string in {"it", "them"})
      it = `who.it ! E_PROPNF => $nothing';
      // what lies in something here, or is held by somebody here, is near enough
      near = valid(it) && (it == where || it.location in {who, where} || (valid(where) && valid(it.location) && it.location.location == where));
      return {near ? it | $failed_match, {}};
    endif
    places = {@who.contents, @valid(where) ? where.contents | {}, @valid(where) && $object_utils:isa(where, $room) ? where:exits() | {}};
    return this:_find(string, places, who);
  endmethod

  method _find owner: ARCHWIZARD
    // :_find(string, candidates, who) => {object, candidates}, as :find(), among some objects
    {string, places, who} = args;
    matches = this:ranked(string, places);
    if (!matches && (blank = index(string, " ")))
      first = string[1..blank - 1];
      rest = $string_utils:triml(string[blank + 1..$]);
      if (first in {"the", "a", "an", "some"})
        return this:_find(rest, places, who);
      elseif (first == "my")
        return this:_find(rest, who.contents, who);
      elseif (index(string, "'") && (whose = this:parse_possessive_reference(string)) && whose[2])
        {owner, others} = this:_find(whose[1], places, who);
        return valid(owner) ? this:_find(whose[2], owner.contents, who) | {owner, others};
      elseif ((of = index(string, " of ")))
        {owner, others} = this:_find(string[of + 4..$], places, who);
        return valid(owner) ? this:_find(string[1..of - 1], owner.contents, who) | {$failed_match, {}};
      endif
    endif
    if (!matches && (ordinal = this:parse_ordinal_reference(string)))
      {n, rest} = ordinal;
      rest = this:_bare(rest);
      all = this:match_list(rest, places);
      n < 0 && (n = length(all) + 1 + n);
      return {n >= 1 && n <= length(all) ? all[n] | $failed_match, {}};
    endif
    return {length(matches) == 1 ? matches[1] | matches ? $ambiguous_match | $failed_match, matches};
  endmethod

  method _bare owner: ARCHWIZARD
    // :_bare(string) => the string without an article in front
    {string} = args;
    blank = index(string, " ");
    return blank && string[1..blank - 1] in {"the", "a", "an", "some"} ? $string_utils:triml(string[blank + 1..$]) | string;
  endmethod

  method ranked owner: ARCHWIZARD
    // :ranked(string, objects) => those of the objects that the string means best: by a whole name, else by the start of one, else by the start of a word in one
    {string, objects} = args;
    size = length(string);
    exact = start = word = {};
    for object in (objects)
      if (!(valid(object) && index(tostr(object.name, "|", @object.aliases), string)))
        continue;
      endif
      rank = 0;
      for name in ({object.name, @object.aliases})
        at = index(name, string);
        if (at == 1)
          rank = max(rank, length(name) == size ? 3 | 2);
        elseif (at)
          name[at - 1] in {" ", "-"} || index(name, " " + string) ? rank = max(rank, 1) | 0;
        endif
      endfor
      if (rank == 3)
        exact = setadd(exact, object);
      elseif (rank == 2)
        start = setadd(start, object);
      elseif (rank)
        word = setadd(word, object);
      endif
    endfor
    return exact || start || word;
  endmethod

  method match owner: ARCHWIZARD
    // :match(string, objects) => the object that the string means, with ordinals and possessives; $nothing, $failed_match or $ambiguous_match
    {string, objects} = args;
    string || return $nothing;
    return this:_find(string, objects, player)[1];
  endmethod

  method match_list owner: ARCHWIZARD
    // :match_list(string, objects) => all objects that the string could mean
    {string, objects} = args;
    string || return {};
    found = {};
    inner = " " + string;
    for object in (objects)
      if (valid(object) && index(tostr(object.name, "|", @object.aliases), string))
        for name in ({object.name, @object.aliases})
          at = index(name, string);
          if (at == 1 || (at && (name[at - 1] in {" ", "-"} || index(name, inner))))
            found = setadd(found, object);
            break;
          endif
        endfor
      endif
    endfor
    return found;
  endmethod

  method match_nth owner: ARCHWIZARD
    // :match_nth(string, objects, n) => the nth object that the string could mean, or $failed_match
    {string, objects, n} = args;
    return `this:match_list(string, objects)[n] ! E_RANGE => $failed_match';
  endmethod

  method "parse_ordinal_reference parse_ordref" owner: ARCHWIZARD
    // :parse_ordinal_reference(string) => {n, rest} for "second rest", "2nd rest", "2.rest" or "last rest" (n is -1); 0 for anything else
    {string} = args;
    if ((found = match(string, "^%([0-9]+%)[.]%([^ .].*%)$")))
      n = toint(substitute("%1", found));
      return n ? {n, substitute("%2", found)} | 0;
    endif
    blank = index(string, " ");
    blank || return 0;
    first = string[1..blank - 1];
    rest = $string_utils:triml(string[blank + 1..$]);
    rest || return 0;
    first == "last" && return {-1, rest};
    n = first in this.ordw || first in this.ordn;
    if (!n && (found = match(first, "^%([0-9]+%)%(st%|nd%|rd%|th%)$")))
      n = toint(substitute("%1", found));
    endif
    return n ? {n, rest} | 0;
  endmethod

  method parse_possessive_reference owner: ARCHWIZARD
    // :parse_possessive_reference(string) => {whose, what} for "Ann's hat", "my hat" (whose is "me") or "Ann's" (what is ""); 0 for anything else
    {string} = args;
    string == "my" && return {"me", ""};
    index(string, "my ") == 1 && return {"me", $string_utils:triml(string[4..$])};
    if ((found = match(string, "^%(.*[^ ]%)'s%( +.*%|$%)")))
      return {substitute("%1", found), $string_utils:trim(substitute("%2", found))};
    elseif ((found = match(string, "^%(.*s%)'%( +.*%|$%)")))
      return {substitute("%1", found), $string_utils:trim(substitute("%2", found))};
    endif
    return 0;
  endmethod

  method match_verb owner: ARCHWIZARD
    // :match_verb(verb, object, arguments) => true if the object has a command verb of that name that fits the line that was typed; it has been called then
    {name, what, arguments} = args;
    found = $code_utils:find_command(what, name, dobj, prepstr, iobj);
    found || return false;
    set_task_perms(caller_perms());
    what:(name)(@arguments);
    return true;
  endmethod

  method object_match_failed owner: ARCHWIZARD
    // :object_match_failed(match, string [, candidates]) is $command_utils:object_match_failed.
    return $command_utils:object_match_failed(@args);
  endmethod

  method all owner: ARCHWIZARD
    // :all(string, objects) => the objects for "all", "everything", "all boxes", "all but the lamp"; 0 if the string does not begin so
    {string, objects} = args;
    string in {"all", "everything"} && return objects;
    if ((found = match(string, "^all%( but %| except %|[. ]%)%(.*%)$")))
      {how, rest} = {substitute("%1", found), this:_bare($string_utils:trim(substitute("%2", found)))};
      meant = {};
      for part in (explode(strsub(rest, " and ", ","), ","))
        part = this:_bare($string_utils:trim(part));
        some = this:match_list(part, objects);
        !some && length(part) > 3 && part[$] == "s" && (some = this:match_list(part[$ - 1..$] == "es" && part[$ - 2] in {"x", "h", "s"} ? part[1..$ - 2] | part[1..$ - 1], objects));
        meant = {@meant, @some};
      endfor
      return how in {" but ", " except "} ? $set_utils:difference(objects, meant) | {o for o in (objects) if o in meant};
    endif
    return 0;
  endmethod

  method test_references owner: ARCHWIZARD
    $test:equal(this:parse_ordinal_reference("second broadsword"), {2, "broadsword"});
    $test:equal(this:parse_ordinal_reference("21st box"), {21, "box"});
    $test:equal(this:parse_ordinal_reference("2.box"), {2, "box"});
    $test:equal(this:parse_ordinal_reference("last red box"), {-1, "red box"});
    $test:equal(this:parse_ordinal_reference("second"), 0);
    $test:equal(this:parse_ordinal_reference("box"), 0);
    $test:equal(this:parse_possessive_reference("Joe's cat"), {"Joe", "cat"});
    $test:equal(this:parse_possessive_reference("sis' fish"), {"sis", "fish"});
    $test:equal(this:parse_possessive_reference("my dog"), {"me", "dog"});
    $test:equal(this:parse_possessive_reference("Ann's"), {"Ann", ""});
    $test:equal(this:parse_possessive_reference("dog"), 0);
  endmethod

  method test_match owner: ARCHWIZARD
    things = {$string_utils, $list_utils, $map_utils};
    $test:equal(this:match("list utilities", things), $list_utils);
    $test:equal(this:match("str", things), $string_utils);
    $test:equal(this:match("the list", things), $list_utils);
    $test:equal(this:match("utilities", things), $ambiguous_match);
    $test:equal(this:match("second utilities", things), $list_utils);
    $test:equal(this:match("2.utilities", things), $list_utils);
    $test:equal(this:match("last utilities", things), $map_utils);
    $test:equal(this:match("fourth utilities", things), $failed_match);
    $test:equal(this:match("tilities", things), $failed_match);
    $test:equal(this:match("", things), $nothing);
    $test:equal(this:match_list("utilities", things), things);
    $test:equal(this:all("all but list utilities", things), {$string_utils, $map_utils});
    $test:equal(this:all("all list_utils", things), {$list_utils});
    $test:equal(this:all("everything", things), things);
    $test:equal(this:all("list", things), 0);
    $test:equal(this:find("me")[1], player);
    $test:equal(this:find("#1")[1], #1);
  endmethod
endobject
