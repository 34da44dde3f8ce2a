object CODE_UTILS [
  import_export_id -> "code_utils",
  import_export_hierarchy -> {"utilities"}
]
  name: "code utilities"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  property builtin_props (owner: ARCHWIZARD, flags: "r") = {"name", "r", "w", "f", "programmer", "wizard", "owner", "location", "contents"};
  override aliases = {"code_utils"};
  override description = "Verbs about verbs and properties: references to them, their documentation, listings.";

  method "toint tonum" owner: ARCHWIZARD
    // :toint(string) => the integer in it, or E_TYPE
    return match(args[1], "^ *[-+]?[0-9]+ *$") ? toint(args[1]) | E_TYPE;
  endmethod

  method toobj owner: ARCHWIZARD
    // :toobj(string) => the object whose number is in it, or E_TYPE
    return match(args[1], "^ *#[-+]?[0-9]+ *$") ? toobj($string_utils:trim(args[1])) | E_TYPE;
  endmethod

  method toerr owner: ARCHWIZARD
    // :toerr(name or number) => the error: toerr("E_PERM"), toerr("perm") and toerr(3) are E_PERM; E_INVARG if there is none
    {what} = args;
    errors = {E_NONE, E_TYPE, E_DIV, E_PERM, E_PROPNF, E_VERBNF, E_VARNF, E_INVIND, E_RECMOVE, E_MAXREC, E_RANGE, E_ARGS, E_NACC, E_INVARG, E_QUOTA, E_FLOAT};
    if (typeof(what) == STR)
      for error in (errors)
        toliteral(error) in {what, "E_" + what} && return error;
      endfor
      return E_INVARG;
    endif
    return `errors[toint(what) + 1] ! E_RANGE => E_INVARG';
  endmethod

  method error_name owner: ARCHWIZARD
    // :error_name(error) => its name: "E_PERM"
    return toliteral(error_code(args[1]));
  endmethod

  method type_str owner: ARCHWIZARD
    // :type_str(value) => the name of the value's kind: "INT", "STR", …
    kinds = [INT -> "INT", OBJ -> "OBJ", STR -> "STR", ERR -> "ERR", LIST -> "LIST", FLOAT -> "FLOAT", MAP -> "MAP", ANON -> "ANON", WAIF -> "WAIF", BOOL -> "BOOL"];
    return `kinds[typeof(args[1])] ! E_RANGE => {"FLYWEIGHT", "SYMBOL", "BINARY", "LAMBDA"}[typeof(args[1]) - 14]';
  endmethod

  method parse_propref owner: ARCHWIZARD
    // :parse_propref(string) => {object string, property name} for "object.property", "$name" or "$name.property"; 0 for anything else
    {string} = args;
    dot = rindex(string, ".");
    if (!dot)
      return length(string) > 1 && string[1] == "$" ? {"#0", string[2..$]} | 0;
    endif
    object = string[1..dot - 1];
    name = string[dot + 1..$];
    return object && name ? {object, name} | 0;
  endmethod

  method parse_verbref owner: ARCHWIZARD
    // :parse_verbref(string) => {object string, verb name} for "object:verb" or "$verb"; 0 for anything else
    {string} = args;
    colon = index(string, ":");
    if (!colon)
      return 0;
    endif
    object = string[1..colon - 1];
    name = string[colon + 1..$];
    return object && name ? {object, name} | 0;
  endmethod

  method parse_argspec owner: ARCHWIZARD
    // :parse_argspec(word, …) => {{direct, preposition, indirect}, other words}, or a string that says what is wrong
    // The specification may be shortened: "tnt" is this none this; what is missing at the end is "none".
    args || return {{}, {}};
    first = args[1];
    if (first == "tnt")
      return {{"this", "none", "this"}, listdelete(args, 1)};
    endif
    first in {"this", "any", "none"} || return tostr("\"", first, "\" is not a valid direct object specifier: this, any or none.");
    length(args) < 2 && return {{first}, {}};
    if (args[2] in {"none", "any"})
      prep = args[2];
      rest = args[3..$];
    else
      {prep, @rest} = this:get_prep(@listdelete(args, 1));
      prep || return tostr("\"", args[2], "\" is not a valid preposition.");
    endif
    rest || return {{first, prep}, {}};
    rest[1] in {"this", "any", "none"} || return tostr("\"", rest[1], "\" is not a valid indirect object specifier: this, any or none.");
    return {{first, prep, rest[1]}, listdelete(rest, 1)};
  endmethod

  method prepositions owner: ARCHWIZARD
    // :prepositions() => the prepositions that the command parser knows
    found = {};
    for group in (prepositions())
      found = {@found, @group[3]};
    endfor
    return found;
  endmethod

  method short_prep owner: ARCHWIZARD
    // :short_prep(preposition) => the shortest preposition that means the same: "in" for "inside" or "in/inside/into"; "" if it is none
    word = explode(args[1] || " ", "/")[1..min(1, $)];
    for group in (word ? prepositions() | {})
      if (word[1] in group[3])
        return $list_utils:shortest(group[3]);
      endif
    endfor
    return word && word[1] in {"any", "none"} ? word[1] | "";
  endmethod

  method full_prep owner: ARCHWIZARD
    // :full_prep(preposition) => all that mean the same: "in/inside/into" for "inside"; "" if it is none
    word = explode(args[1] || " ", "/")[1..min(1, $)];
    for group in (word ? prepositions() | {})
      word[1] in group[3] && return $string_utils:from_list(group[3], "/");
    endfor
    return "";
  endmethod

  method get_prep owner: ARCHWIZARD
    // :get_prep(word, …) => {preposition, other words}, with "" if the words do not start with one
    best = 0;
    for group in (prepositions())
      for prep in (group[3])
        words = explode(prep);
        size = length(words);
        size > best && length(args) >= size && args[1..size] == words && (best = size);
      endfor
    endfor
    return best ? {$string_utils:from_list(args[1..best], " "), @args[best + 1..$]} | {"", @args};
  endmethod

  method split_command owner: ARCHWIZARD
    // :split_command(words) => {direct object string, full preposition or "", preposition as typed, indirect object string}
    {words} = args;
    for i in [1..length(words)]
      {prep, @rest} = this:get_prep(@words[i..$]);
      prep && return {$string_utils:from_list(words[1..i - 1], " "), this:full_prep(prep), prep, $string_utils:from_list(rest, " ")};
    endfor
    return {$string_utils:from_list(words, " "), "", "", ""};
  endmethod

  method verbname_match owner: ARCHWIZARD
    // :verbname_match(names, name) => whether a verb with those names ("g*et take") may be called by that name
    {names, name} = args;
    for pattern in (explode(names))
      star = index(pattern, "*");
      if (!star)
        pattern == name && return true;
      else
        full = strsub(pattern, "*", "");
        size = length(name);
        if (size >= star - 1 && name[1..star - 1] == pattern[1..star - 1])
          star == length(pattern) && return true;
          size <= length(full) && full[1..size] == name && return true;
        endif
      endif
    endfor
    return false;
  endmethod

  method verbs_named owner: ARCHWIZARD
    // :verbs_named(object, name) => the places of the verbs that the object itself defines by that name
    {what, name} = args;
    `verb_info(what, name) ! E_VERBNF => 0' || return {};
    // most do not even begin so
    first = name ? " " + name[1] | " ";
    return {i for names, i in (verbs(what)) if (index(" " + names, first) || index(" " + names, " *")) && this:verbname_match(names, name)};
  endmethod

  method find_verb_named owner: ARCHWIZARD
    // :find_verb_named(object, name [, first]) => the place of the first verb of that name that the object itself defines, from a place on; 0 if there is none
    {what, name, ?first = 1} = args;
    for i in (this:verbs_named(what, name))
      i >= first && return i;
    endfor
    return 0;
  endmethod

  method find_last_verb_named owner: ARCHWIZARD
    // :find_last_verb_named(object, name [, last]) => the place of the last verb of that name that the object itself defines, before a place; -1 if there is none
    {what, name, ?last = -1} = args;
    for i in (reverse(this:verbs_named(what, name)))
      (last < 0 || i < last) && return i;
    endfor
    return -1;
  endmethod

  method find_callable_verb_named owner: ARCHWIZARD
    // :find_callable_verb_named(object, name [, first]) => as :find_verb_named, among verbs that can be called from programs
    {what, name, ?first = 1} = args;
    for i in (this:verbs_named(what, name))
      i >= first && index(verb_info(what, i)[2], "x") && return i;
    endfor
    return 0;
  endmethod

  method find_command owner: ARCHWIZARD
    // :find_command(object, name, dobj, prepstr, iobj) => {defining object, place} of the verb of that name that fits such a command line; 0 if there is none
    {what, name, direct, prep, indirect} = args;
    for definer in (valid(what) ? ancestors(what, 1) | {})
      for i in (this:verbs_named(definer, name))
        {d, p, io} = verb_args(definer, i);
        if (this:_fits(d, direct, what) && this:_fits(io, indirect, what) && (p == "any" || (p == "none" ? prep == "" | prep in explode(p, "/"))))
          return {definer, i};
        endif
      endfor
    endfor
    return 0;
  endmethod

  method _fits owner: ARCHWIZARD
    // :_fits(specifier, object, this) => whether the object may stand there
    {specifier, object, what} = args;
    return specifier == "any" || (specifier == "this" ? object == what | object == $nothing);
  endmethod

  method usage owner: ARCHWIZARD
    // :usage(object, verb, name [, what]) => how a command is typed: the first line of its documentation, else made from its arguments; "" for a method
    {definer, place, name, ?what = definer} = args;
    doc = this:verb_documentation(definer, place);
    doc && doc[1] && doc[1][1] != ":" && return doc[1];
    {d, p, io} = verb_args(definer, place);
    {d, p, io} == {"this", "none", "this"} && return "";
    thing = valid(what) && !$object_utils:isa(what, $room) && !is_player(what) ? what.name | "<this>";
    words = {name, @d == "this" ? {thing} | d == "any" ? {"<anything>"} | {}};
    p == "none" || (words = {@words, p == "any" ? "<preposition>" | explode(p, "/")[1]});
    words = {@words, @io == "this" ? {thing} | io == "any" ? {"<anything>"} | {}};
    return $string_utils:from_list(words, " ");
  endmethod

  method commands_with owner: ARCHWIZARD
    // :commands_with(object) => how the commands that belong to an object are typed, those of the basic classes left out
    {what} = args;
    found = {};
    for definer in (ancestors(what, 1))
      if (definer in {$root, $thing, $room, $player, $builder, $programmer, $wizard})
        continue;
      endif
      if (!(definer.r || $perm_utils:controls(player, definer)))
        continue;
      endif
      for names, i in (verbs(definer))
        if (verb_args(definer, i) == {"this", "none", "this"})
          continue;
        endif
        name = strsub(explode(names)[1], "*", "");
        usage = this:usage(definer, i, name, what);
        for word in ({"<thing>", "<container>", "<note>", "<letter>", "<furniture>", "<garment>", "<portal>", "<board>"})
          usage = strsub(usage, word, what.name);
        endfor
        found = setadd(found, usage);
      endfor
    endfor
    return found;
  endmethod

  method verb_documentation owner: ARCHWIZARD
    // :verb_documentation([object, verb]) => the lines of comment at the start of a verb, the caller's own if none is named
    caller_at = callers()[1];
    {?what = caller_at[4], ?name = caller_at[2]} = args;
    set_task_perms(caller_perms());
    lines = {};
    for line in (`verb_code(what, name) ! E_PERM, E_VERBNF => {}')
      line = $string_utils:triml(line);
      if (index(line, "//") == 1)
        lines = {@lines, line[3..$] && line[3] == " " ? line[4..$] | line[3..$]};
      elseif (match(line, "^\".*\";$"))
        lines = {@lines, `fromliteral(line[1..$ - 1]) ! ANY => line'};
      else
        break;
      endif
    endfor
    return lines;
  endmethod

  method first_lines owner: ARCHWIZARD
    // :first_lines(object) => the first line of the comment of each verb that the object defines; "" where there is none, or the caller may not read it
    {what} = args;
    set_task_perms(caller_perms());
    return {line && index(line, "// ") == 1 ? line[4..$] | "" for line in ({`verb_code(what, i)[1] ! ANY => ""' for i in [1..length(verbs(what))]})};
  endmethod

  method set_verb_documentation owner: ARCHWIZARD
    // :set_verb_documentation(object, verb, lines) => true, or what is wrong
    // Replaces the lines of comment at the start of a verb.
    {what, name, text} = args;
    set_task_perms(caller_perms());
    code = `verb_code(what, name) ! ANY';
    typeof(code) == ERR && return code;
    while (code && (index(code[1], "//") == 1 || match(code[1], "^\".*\";$")))
      code = listdelete(code, 1);
    endwhile
    problems = set_verb_code(what, name, {@{"// " + line for line in (typeof(text) == LIST ? text | {text})}, @code});
    return problems || true;
  endmethod

  method verb_usage owner: ARCHWIZARD
    // :verb_usage([object, verb]) => the first line of a verb's documentation, the caller's own if none is named
    caller_at = callers()[1];
    {?what = caller_at[4], ?name = caller_at[2]} = args;
    return `this:verb_documentation(what, name)[1] ! E_RANGE => ""';
  endmethod

  method "verb_perms verb_permissions" owner: ARCHWIZARD
    // :verb_perms() => the permissions with which the calling verb runs
    return caller_perms();
  endmethod

  method "verb_location verb_loc" owner: ARCHWIZARD
    // :verb_location() => the object that defines the calling verb
    return callers()[1][4];
  endmethod

  method verb_frame owner: ARCHWIZARD
    // :verb_frame() => what callers() would tell of the calling verb
    return callers()[1];
  endmethod

  method verb_all_frames owner: ARCHWIZARD
    // :verb_all_frames() => what callers() would tell of the calling verb and all below it
    return callers();
  endmethod

  method verb_or_property owner: ARCHWIZARD
    // :verb_or_property(object, name, arguments …) => what the verb of that name returns, else the property's value; E_PROPNF if there is neither
    {what, name, @rest} = args;
    set_task_perms(caller_perms());
    return `what:(name)(@rest) ! E_VERBNF, E_INVIND => `what.(name) ! ANY'';
  endmethod

  method "set_property_value set_verb_or_property" owner: ARCHWIZARD
    // :set_property_value(object, name, value) => what object:set_<name>(value) returns if there is such a verb, else the value after setting the property
    {what, name, value} = args;
    set_task_perms(caller_perms());
    typeof(what) == OBJ || return E_TYPE;
    $object_utils:has_callable_verb(what, "set_" + name) && return what:("set_" + name)(value);
    return `what.(name) = value ! ANY';
  endmethod

  method task_valid owner: ARCHWIZARD
    // :task_valid(number) => whether there is a task of this number
    return valid_task(args[1]);
  endmethod

  method task_owner owner: ARCHWIZARD
    // :task_owner(number) => who owns a waiting task, or E_INVARG
    task = $list_utils:assoc(args[1], queued_tasks());
    return task ? task[5] | E_INVARG;
  endmethod

  method owns_task owner: ARCHWIZARD
    // :owns_task(number, who) => whether somebody owns a waiting task
    return this:task_owner(args[1]) == args[2];
  endmethod

  method callers_text owner: ARCHWIZARD
    // :callers_text([stack]) => lines that show what callers() tells
    {?stack = callers(1)} = args;
    lines = {};
    for frame in (stack)
      lines = {@lines, tostr(frame[4], ":", frame[2], length(frame) > 5 ? tostr(", line ", frame[6]) | "", frame[1] == frame[4] ? "" | tostr(" (this == ", frame[1], ")"), ", with the permissions of ", frame[3])};
    endfor
    return lines;
  endmethod

  method display_callers owner: ARCHWIZARD
    // :display_callers([stack]) shows the player what callers() tells.
    player:tell_lines(this:callers_text(@args || {callers(1)}));
  endmethod

  method inside_quotes owner: ARCHWIZARD
    // :inside_quotes(string) => whether the end of the string lies between double quotes
    return $string_utils:inside_quotes(@args);
  endmethod

  method substitute owner: ARCHWIZARD
    // :substitute(code, {{old, new}, …}) => the code with whole words replaced, but not in strings or as names of verbs and properties
    {code, subs} = args;
    out = "";
    word = "";
    before = "";
    at = 1;
    while (at <= length(code) + 1)
      c = at <= length(code) ? code[at] | " ";
      if (match(c, "^[a-z0-9_]$"))
        word = word + c;
      else
        if (word)
          for pair in (subs)
            if (pair[1] == word && !(before in {".", ":", "$"}))
              word = pair[2];
              break;
            endif
          endfor
          out = out + word;
          before = word[$];
          word = "";
        endif
        if (c == "\"")
          stop = at + 1;
          while (stop <= length(code) && code[stop] != "\"")
            stop = stop + (code[stop] == "\\" ? 2 | 1);
          endwhile
          out = out + code[at..min(stop, $)];
          at = stop;
        elseif (at <= length(code))
          out = out + c;
        endif
        c == " " || (before = c);
      endif
      at = at + 1;
    endwhile
    return out;
  endmethod

  method argstr owner: ARCHWIZARD
    // :argstr(verb, args [, argstr]) => what stands behind the verb on the command line
    {vrb, words, ?string = argstr} = args;
    return string;
  endmethod

  method move_verb owner: ARCHWIZARD
    // :move_verb(from, name, to [, new name]) => {object, names} of the verb after moving it, or an error
    {from, name, to, ?newname = name} = args;
    set_task_perms(caller_perms());
    try
      info = verb_info(from, name);
      add_verb(to, newname == name ? info | listset(info, newname, 3), verb_args(from, name));
      place = length(verbs(to));
      set_verb_code(to, place, verb_code(from, name));
      delete_verb(from, name);
      return {to, verb_info(to, place)[3]};
    except e (ANY)
      return e[1];
    endtry
  endmethod

  method "move_property move_prop" owner: ARCHWIZARD
    // :move_property(from, name, to [, new name]) => {object, name} of the property after moving it, or an error
    {from, name, to, ?newname = name} = args;
    set_task_perms(caller_perms());
    try
      add_property(to, newname, from.(name), property_info(from, name));
      delete_property(from, name);
      return {to, newname};
    except e (ANY)
      return e[1];
    endtry
  endmethod

  method eval_d owner: ARCHWIZARD flags: "rx"
    // :eval_d(code, …) => eval(code, …), with errors given back rather than raised
    caller_perms().programmer || return E_PERM;
    set_task_perms(caller_perms());
    return `eval(@args) ! ANY => {1, error_code(E_NONE)}';
  endmethod

  method "find_verbs_containing find_verbs_matching" owner: ARCHWIZARD
    // :find_verbs_containing(pattern [, objects [, case matters]]) => {{object, place, names, line number, line}, …}: the first line of each verb that holds the text, as far as the caller may read verbs
    // :find_verbs_matching looks for a regular expression. Without objects all are searched.
    {pattern, ?where = 0, ?case = 0} = args;
    set_task_perms(caller_perms());
    objects = typeof(where) == LIST ? where | typeof(where) == OBJ ? {where} | objects();
    matching = verb[$ - 7..$] == "matching";
    found = {};
    for object in (objects)
      if (!valid(object))
        continue;
      endif
      for i in [1..length(`verbs(object) ! ANY => {}')]
        for line, number in (`verb_code(object, i) ! ANY => {}')
          if (matching ? match(line, pattern, case) | index(line, pattern, case))
            found = {@found, {object, i, verb_info(object, i)[3], number, line}};
            break;
          endif
        endfor
      endfor
      ticks_left() < 4000 || seconds_left() < 2 ? suspend(0) | 0;
    endfor
    return found;
  endmethod

  method "find_verb_lines_containing find_verb_lines_matching" owner: ARCHWIZARD
    // :find_verb_lines_containing(pattern [, objects [, case matters]]) => {{object, place, names, line number, line}, …}: every line that holds the text, as far as the caller may read verbs
    // :find_verb_lines_matching looks for a regular expression. Without objects all are searched.
    {pattern, ?where = 0, ?case = 0} = args;
    set_task_perms(caller_perms());
    objects = typeof(where) == LIST ? where | typeof(where) == OBJ ? {where} | objects();
    matching = verb[$ - 7..$] == "matching";
    found = {};
    for object in (objects)
      for i in [1..length(`verbs(object) ! ANY => {}')]
        for line, number in (`verb_code(object, i) ! ANY => {}')
          if (matching ? match(line, pattern, case) | index(line, pattern, case))
            found = {@found, {object, i, verb_info(object, i)[3], number, line}};
          endif
        endfor
      endfor
      ticks_left() < 4000 || seconds_left() < 2 ? suspend(0) | 0;
    endfor
    return found;
  endmethod

  method corify_object owner: ARCHWIZARD
    // :corify_object(object) => "$name" if #0 has a property of that value, else its number as text
    {what} = args;
    for name in (properties(#0))
      typeof(#0.(name)) == OBJ && #0.(name) == what && return "$" + name;
    endfor
    return tostr(what);
  endmethod

  method explain_verb_syntax owner: ARCHWIZARD
    // :explain_verb_syntax(this, verb, direct object, preposition, indirect object) => the words that such a command is typed with, or 0 for a method
    {what, name, d, prep, io} = args;
    {d, prep, io} == {"this", "none", "this"} && return 0;
    words = {strsub(explode(name)[1], "*", "")};
    d == "none" || (words = {@words, d == "this" ? tostr(what) | "<anything>"});
    prep == "none" || (words = {@words, prep == "any" ? "<preposition>" | explode(prep, "/")[1]});
    io == "none" || (words = {@words, io == "this" ? tostr(what) | "<anything>"});
    return $string_utils:from_list(words, " ");
  endmethod

  method show_object owner: ARCHWIZARD
    // :show_object(object [, parts]) shows the player an object: of "props" and "verbs" the parts that are wanted, as far as the player may see them
    {what, ?parts = {"props", "verbs"}} = args;
    set_task_perms(caller_perms());
    player:show($layout:form({{"Object", $string_utils:nn(what)}, {"Owner", $string_utils:nn(what.owner)}, {"Parents", $string_utils:nn(parents(what))}, {"Location", $string_utils:nn(what.location)}, {"Flags", tostr(is_player(what) ? "player " | "", what.wizard ? "wizard " | "", what.programmer ? "programmer " | "", what.r ? "r" | "", what.w ? "w" | "", what.f ? "f" | "")}}));
    for part in (parts)
      if (part == "verbs")
        for names, i in (`verbs(what) ! E_PERM => {}')
          this:show_verbdef(what, i);
        endfor
      elseif (part in {"props", "properties"})
        for name in (`properties(what) ! E_PERM => {}')
          this:show_property(what, name);
        endfor
      endif
    endfor
  endmethod

  method show_property owner: ARCHWIZARD
    // :show_property(object, name) shows the player a property: its owner, permissions and value
    {what, name, @rest} = args;
    set_task_perms(caller_perms());
    info = `property_info(what, name) ! ANY';
    if (typeof(info) != LIST)
      player:tell(what, ".", name, ": ", error_message(info));
      return;
    endif
    try
      value = $string_utils:abbreviated_value(what.(name), 200);
    except (E_PERM)
      value = "(may not be read)";
    endtry
    player:tell(what, ".", name, "  ", $string_utils:nn(info[1]), "  ", info[2], "  = ", value);
  endmethod

  method show_verbdef owner: ARCHWIZARD
    // :show_verbdef(object, name or place) shows the player a verb: its names, owner, permissions and arguments
    {what, name, @rest} = args;
    set_task_perms(caller_perms());
    info = `verb_info(what, name) ! ANY';
    if (typeof(info) != LIST)
      player:tell(what, ":", name, ": ", error_message(info));
      return;
    endif
    player:tell(what, ":", toliteral(info[3]), "  ", $string_utils:nn(info[1]), "  ", info[2], "  ", $string_utils:from_list(verb_args(what, name), " "));
  endmethod

  method dump_preamble owner: ARCHWIZARD
    // :dump_preamble(object) => the @create command that makes such an object
    {what} = args;
    aliases = setremove(what.aliases, what.name);
    return {tostr("@create ", this:corify_object(parent(what)), " named ", what.name, aliases ? ":" + $string_utils:from_list({what.name, @aliases}, ",") | "")};
  endmethod

  method dump_properties owner: ARCHWIZARD
    // :dump_properties(object [, create]) => lines that, typed, give another object the properties of this one; with the @property commands that make them if wanted
    {what, ?make = 1, ?target = tostr(what)} = args;
    set_task_perms(caller_perms());
    lines = {};
    for name in (`properties(what) ! E_PERM => {}')
      value = `toliteral(what.(name)) ! E_PERM => 0';
      if (value)
        flags = property_info(what, name)[2];
        lines = {@lines, make ? tostr("@property ", target, ".", name, " ", value, " ", toliteral(flags)) | tostr(";;", target, ".(", toliteral(name), ") = ", value)};
      endif
    endfor
    for definer in (ancestors(what))
      for name in (`properties(definer) ! E_PERM => {}')
        if (`!is_clear_property(what, name) ! ANY => 0')
          value = `toliteral(what.(name)) ! E_PERM => 0';
          value && (lines = {@lines, tostr(";;", target, ".(", toliteral(name), ") = ", value)});
        endif
      endfor
    endfor
    return lines;
  endmethod

  method dump_verbs owner: ARCHWIZARD
    // :dump_verbs(object [, create]) => lines that, typed, give another object the verbs of this one; with the @verb commands that make them if wanted
    {what, ?make = 1, ?target = tostr(what)} = args;
    set_task_perms(caller_perms());
    lines = {};
    for i in [1..length(`verbs(what) ! E_PERM => {}')]
      info = `verb_info(what, i) ! ANY => 0';
      code = `verb_code(what, i) ! ANY => 0';
      if (typeof(code) == LIST)
        spec = verb_args(what, i);
        spec[2] in {"none", "any"} || (spec[2] = explode(spec[2], "/")[1]);
        make && (lines = {@lines, tostr("@verb ", target, ":", toliteral(info[3]), " ", $string_utils:from_list(spec, " "), " ", info[2])});
        lines = {@lines, tostr("@program ", target, ":", strsub(explode(info[3])[1], "*", "")), @$command_utils:dump_lines(code)};
      endif
      suspend_if_needed();
    endfor
    return lines;
  endmethod

  method dflag_on owner: ARCHWIZARD
    // :dflag_on() => whether the verb that called the caller has its d bit set, so that errors may be raised to it
    stack = callers();
    length(stack) < 2 && return false;
    return index(`verb_info(stack[2][4], stack[2][2])[2] ! ANY => ""', "d") > 0;
  endmethod

  method help_db_search owner: ARCHWIZARD
    // :help_db_search(text, databases) => {database, text} if one of them has help on it, {$ambiguous_match, {topic, …}} if several may be meant, or {}
    {text, databases} = args;
    for db in (databases)
      `db:find(text) ! ANY => {}' && return {db, text};
      near = `db:near(text) ! ANY => {}';
      near && return {$ambiguous_match, near};
    endfor
    return {};
  endmethod

  method show_who_listing owner: ARCHWIZARD
    // :show_who_listing(players [, more players]) shows who is connected, for how long and where.
    {players, ?more = {}} = args;
    player:tell_lines($login:who_lines({@players, @more}, player));
  endmethod

  method help_db_list owner: ARCHWIZARD
    // :help_db_list([who]) => the objects that are asked for help
    return {$help};
  endmethod

  method test_references owner: ARCHWIZARD
    $test:equal(this:parse_propref("lamp.fuel"), {"lamp", "fuel"});
    $test:equal(this:parse_propref("$thing"), {"#0", "thing"});
    $test:equal(this:parse_propref("$thing.name"), {"$thing", "name"});
    $test:equal(this:parse_propref("lamp"), 0);
    $test:equal(this:parse_verbref("lamp:light"), {"lamp", "light"});
    $test:equal(this:parse_verbref("lamp"), 0);
    $test:equal(this:parse_argspec("this", "none", "this", "rxd"), {{"this", "none", "this"}, {"rxd"}});
    $test:equal(this:parse_argspec("tnt"), {{"this", "none", "this"}, {}});
    $test:equal(this:parse_argspec("any", "in", "front", "of", "this"), {{"any", "in front of", "this"}, {}});
    $test:equal(typeof(this:parse_argspec("some")), STR);
    $test:equal(this:toint(" 12 "), 12);
    $test:equal(this:toint("x"), E_TYPE);
    $test:equal(this:toobj("#12"), #12);
    $test:equal(this:toerr("perm"), E_PERM);
    $test:equal(this:toerr(3), E_PERM);
    $test:equal(this:error_name(E_PERM), "E_PERM");
    $test:equal(this:type_str({}), "LIST");
    $test:equal(this:type_str('a), "SYMBOL");
  endmethod

  method test_prepositions owner: ARCHWIZARD
    $test:equal(this:short_prep("inside"), "in");
    $test:equal(this:short_prep("in/inside/into"), "in");
    $test:equal(this:full_prep("into"), "in/inside/into");
    $test:equal(this:full_prep("frab"), "");
    $test:equal(this:get_prep("in", "front", "of", "box"), {"in front of", "box"});
    $test:equal(this:get_prep("frab", "x"), {"", "frab", "x"});
    $test:equal(this:split_command({"red", "box", "into", "bag"}), {"red box", "in/inside/into", "into", "bag"});
    $test:equal(this:split_command({"box"}), {"box", "", "", ""});
  endmethod

  method test_verbs owner: ARCHWIZARD
    $test:true(this:verbname_match("g*et take", "ge"));
    $test:true(this:verbname_match("g*et take", "g"));
    $test:true(this:verbname_match("foo*", "foobar"));
    $test:true(this:verbname_match("*", "x"));
    $test:false(this:verbname_match("g*et take", "gets"));
    $test:false(this:verbname_match("g*et take", "tak"));
    $test:equal(this:find_verb_named($code_utils, "toint"), this:find_verb_named($code_utils, "tonum"));
    $test:equal(this:find_verb_named($code_utils, "no_such"), 0);
    $test:contains(this:verb_documentation($code_utils, "toint")[1], ":toint(string)");
    $test:equal(this:substitute("x = foo.x + \"x\" + xy;", {{"x", "z"}}), "z = foo.x + \"x\" + xy;");
    $test:equal(length(this:find_verbs_containing("a text that stands here once", {$code_utils})), 1);
    $test:equal(length(this:find_verb_lines_containing("a text that stands here " + "once", {$code_utils})), 1);
    $test:equal(this:find_verb_lines_matching("no such text [0-9] anywhere$", {$list_utils}), {});
    $test:equal(this:corify_object($code_utils), "$code_utils");
    $test:equal(this:corify_object($nothing), "$nothing");
    $test:equal(this:explain_verb_syntax(#1, "g*et take", "this", "none", "none"), "get #1");
    $test:equal(this:explain_verb_syntax(#1, "put", "any", "in/inside/into", "this"), "put <anything> in #1");
    $test:equal(this:explain_verb_syntax(#1, "f", "this", "none", "this"), 0);
    $test:contains(this:dump_preamble($test)[1], "@create $generic_utils named test utilities");
    $test:contains(this:dump_verbs($test)[1], "@verb ");
    $test:true(this:dump_properties($math_utils));
    $test:equal(this:help_db_search("getting started", {$help}), {$help, "getting started"});
    $test:equal(this:help_db_search("xqzwv", {$help}), {});
  endmethod
endobject
