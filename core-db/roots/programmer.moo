object PROGRAMMER [
  import_export_id -> "programmer",
  import_export_hierarchy -> {"roots"}
]
  name: "generic programmer"
  parent: BUILDER
  owner: ARCHWIZARD
  readable: true

  // variables that `;' knows, as a program
  property eval_env (owner: ARCHWIZARD, flags: "rc") = "me = player; here = player.location;";
  // the last value that `;' showed
  property last_value (owner: ARCHWIZARD, flags: "c") = 0;
  override aliases = {"programmer"};
  override ownership_quota = 500;

  // ---- evaluating
  verb "eval" (any any any) owner: ARCHWIZARD flags: "rd"
    // eval <expression>    or    ;<expression>    or    ;;<statements>
    // Shows the value of an expression: `;1 + 1', `;me.name', `;$string_utils:reverse("abc")'. After two semicolons stand statements; what they return is shown. `me' and `here' mean you and your place.
    caller == this || raise(E_PERM);
    set_task_perms(this);
    code = $string_utils:triml(argstr);
    code || return this:tell("Evaluate what? Type `;1 + 1'.");
    if (code[1] == ";")
      code = $string_utils:trim(code[2..$]);
      program = tostr(code, !code || code[$] == ";" || match(code, "%<end[a-z]+ *$") ? "" | ";");
    elseif (this:_is_statements(code))
      program = tostr(code, code[$] == ";" || match(code, "%<end[a-z]+$") ? "" | ";");
    elseif (match(code, "^%(if%|for%|while%|fork%|try%|return%|begin%|let%|const%)%W"))
      program = code;
    else
      program = tostr("return ", code, match(code, ";[ ]*$") ? "" | ";");
    endif
    env = match(code, "%<%(me%|here%)%>") ? this.eval_env | "";
    ticks = ticks_left();
    result = env ? eval(env, program) | eval(program);
    if (env && !result[1])
      // the first line is not the player's
      result[2] = {match(line, "^Line [0-9]+:") ? tostr("Line ", toint(line[6..index(line, ":") - 1]) - 1, line[index(line, ":")..$]) | line for line in (result[2])};
    endif
    used = ticks - ticks_left();
    if (result[1])
      this:tell("=> ", this:value_text(result[2]));
      this:option("evalticks") && this:tell("[", used, " ticks]");
    else
      this:tell_lines(result[2]);
    endif
  endverb

  method _has_room owner: ARCHWIZARD
    // :_has_room() => whether the player's quota of bytes is not used up yet; the player has been told if it is
    caller == this || raise(E_PERM);
    $quota_utils:property_addition_permitted(this) && return true;
    this:tell($quota_utils:why_not(this));
    return false;
  endmethod

  method _is_statements owner: ARCHWIZARD
    // :_is_statements(code) => whether there is a semicolon in it that ends a statement, and more behind it
    code = $string_utils:trim(args[1]);
    index(code, ";") && !index(code, "endfn") || return false;
    // every other piece between quotes is text
    pieces = explode(strsub(strsub(code, "\\\\", ""), "\\\"", ""), "\"", 1);
    bare = tostr(@{piece for piece, i in (pieces) if i % 2});
    return index(bare[1..max(0, $ - 1)], ";") && true || false;
  endmethod

  method test_statements owner: ARCHWIZARD
    $test:false(this:_is_statements("1 + 1"));
    $test:false(this:_is_statements("1 + 1;"));
    $test:false(this:_is_statements("\"a; b\""));
    $test:true(this:_is_statements("x = 1; return x"));
    $test:true(this:_is_statements("x = \"a\"; y = 2;"));
  endmethod

  method value_text owner: ARCHWIZARD
    // :value_text(value) => the value as `;' shows it: objects with their names
    {value} = args;
    text = `toliteral(value) ! ANY => tostr(value)';
    if (typeof(value) == OBJ)
      return tostr(text, "  (", valid(value) ? value.name | "does not exist", ")");
    elseif (typeof(value) == ERR)
      return tostr(text, "  (", error_message(value), ")");
    endif
    return length(text) > 20000 ? text[1..20000] + " …" | text;
  endmethod

  // ---- verbs
  method _verb_of owner: ARCHWIZARD
    // :_verb_of(spec) => {object, place or name} of a verb, {} after the player has been told what is wrong
    set_task_perms(this);
    {spec} = args;
    ref = $code_utils:parse_verbref(spec);
    if (!ref)
      this:tell("Write the verb as <object>:<verb>, not \"", spec, "\".");
      return {};
    endif
    {words, name} = ref;
    what = $command_utils:need_object($failed_match, words);
    valid(what) || return {};
    $code_utils:toint(name) == E_TYPE || (name = toint(name));
    info = `verb_info(what, name) ! E_VERBNF, E_PERM, E_TYPE, E_INVARG';
    if (info == E_PERM)
      return {what, name};
    elseif (typeof(info) == ERR)
      definer = typeof(name) == STR ? $object_utils:has_verb(what, name) | 0;
      this:tell($string_utils:nn(what), " does not define a verb \"", name, "\"", definer ? tostr("; it has it from ", $string_utils:nn(definer[1])) | "", ".");
      return {};
    endif
    return {what, name};
  endmethod

  verb "@verb" (any any any) owner: ARCHWIZARD flags: "rd"
    // @verb <object>:<names> [<dobj> [<prep> [<iobj> [<permissions> [<owner>]]]]]
    // Adds a verb to something of yours: `@verb lamp:"l*ight ignite" this none none'. Without arguments it is a command without objects; `this none this' (or `tnt') is for verbs that programs call. Then `@program lamp:light'.
    set_task_perms(this);
    args || return this:tell("Usage: @verb <object>:<names> [<dobj> <prep> <iobj> [<permissions>]]");
    ref = $code_utils:parse_verbref(args[1]);
    ref || return this:tell("Write the verb as <object>:<names>.");
    what = $command_utils:need_object($failed_match, ref[1]);
    valid(what) || return;
    spec = $code_utils:parse_argspec(@args[2..$]);
    typeof(spec) == STR && return this:tell(spec);
    {arguments, rest} = spec;
    arguments = {@arguments, @{"none", "none", "none"}[length(arguments) + 1..$]};
    perms = rest ? rest[1] | arguments == {"this", "none", "this"} ? "rxd" | "rd";
    owner = length(rest) > 1 ? $string_utils:match_player(rest[2]) | this;
    valid(owner) || return $command_utils:player_match_failed(owner, rest[2]);
    this:_has_room() || return;
    try
      add_verb(what, {owner, perms, ref[2]}, arguments);
    except e (E_PERM)
      return this:tell_refusal(E_PERM, what, "add verbs to");
    except e (ANY)
      return this:tell("The verb could not be added: ", e[2], ".");
    endtry
    $history:record(what, this, "add verb " + ref[2], {"delverb", explode(strsub(ref[2], "*", ""))[1]});
    this:tell("Verb added: ", what, ":", ref[2], " (", $string_utils:from_list(arguments, " "), ") ", perms, ".");
  endverb

  verb "@rmverb" (any none none) owner: ARCHWIZARD flags: "rd"
    // @rmverb <object>:<verb>
    // Removes a verb. `@undo' brings it back.
    set_task_perms(this);
    ref = this:_verb_of(argstr);
    ref || return;
    try
      info = verb_info(@ref);
      old = {info, verb_args(@ref), verb_code(@ref)};
      delete_verb(@ref);
      $history:record(ref[1], this, "remove verb " + info[3], {"addverb", @old});
      this:tell("Verb removed: ", ref[1], ":", info[3], ".");
    except e (ANY)
      this:tell_refusal(e[1], ref[1], "remove verbs of");
    endtry
  endverb

  verb "@args" (any any any) owner: ARCHWIZARD flags: "rd"
    // @args <object>:<verb> [<dobj> [<prep> [<iobj>]]]
    // Shows or sets with which objects a command is typed.
    set_task_perms(this);
    args || return this:tell("Usage: @args <object>:<verb> [<dobj> <prep> <iobj>]");
    ref = this:_verb_of(args[1]);
    ref || return;
    try
      old = verb_args(@ref);
      if (length(args) == 1)
        return this:tell(ref[1], ":", ref[2], " ", $string_utils:from_list(old, " "));
      endif
      spec = $code_utils:parse_argspec(@args[2..$]);
      typeof(spec) == STR && return this:tell(spec);
      new = {@spec[1], @old[length(spec[1]) + 1..$]};
      index(new[2], "/") && (new[2] = explode(new[2], "/")[1]);
      set_verb_args(@ref, new);
      $history:record(ref[1], this, tostr("args of verb ", ref[2]), {"verbargs", ref[2], old});
      this:tell(ref[1], ":", ref[2], " ", $string_utils:from_list(verb_args(@ref), " "), " now.");
    except e (ANY)
      this:tell_refusal(e[1], ref[1], "change verbs of");
    endtry
  endverb

  verb "@chmod" (any any any) owner: ARCHWIZARD flags: "rd"
    // @chmod <object> <permissions>    or    @chmod <object>.<property> …    or    @chmod <object>:<verb> …
    // Changes permissions: `rw', `+r', `-w', `!x'. Objects have r w f, properties r w c, verbs r w x d.
    set_task_perms(this);
    length(args) == 2 || return this:tell("Usage: @chmod <object>, <object>.<property> or <object>:<verb> <permissions>");
    {spec, perms} = args;
    try
      if (index(spec, ":"))
        ref = this:_verb_of(spec);
        ref || return;
        what = ref[1];
        info = verb_info(@ref);
        set_verb_info(@ref, {info[1], $perm_utils:apply(info[2], perms), info[3]});
        $history:record(what, this, "chmod", {"verbinfo", ref[2], info});
        return this:tell("Permissions of ", what, ":", ref[2], ": \"", verb_info(@ref)[2], "\".");
      endif
      what = this:my_match_object(spec);
      if (!valid(what) && (ref = $code_utils:parse_propref(spec)))
        what = $command_utils:need_object($failed_match, ref[1]);
        valid(what) || return;
        info = property_info(what, ref[2]);
        set_property_info(what, ref[2], {info[1], $perm_utils:apply(info[2], perms)});
        return this:tell("Permissions of ", what, ".", ref[2], ": \"", property_info(what, ref[2])[2], "\".");
      endif
      what = $command_utils:need_object(what, spec);
      valid(what) || return;
      old = tostr(what.r ? "r" | "", what.w ? "w" | "", what.f ? "f" | "");
      new = $perm_utils:apply(old, perms);
      what.r = index(new, "r") && 1;
      what.w = index(new, "w") && 1;
      what.f = index(new, "f") && 1;
      this:tell("Permissions of ", what, ": \"", new, "\".");
    except e (ANY)
      this:tell_refusal(e[1], valid(what) ? what | $nothing, "change permissions of");
    endtry
  endverb

  verb "@program" (any any any) owner: ARCHWIZARD flags: "rd"
    // @program <object>:<verb> [<dobj> <prep> <iobj>]
    // Replaces the program of a verb by the lines that you type next, up to a line with a period. Errors are shown with line and column, and leave the old program in force.
    set_task_perms(this);
    args || return this:tell("Usage: @program <object>:<verb>");
    ref = this:_verb_of(args[1]);
    ref || return;
    {what, name} = ref;
    try
      info = verb_info(what, name);
      verb_code(what, name);
    except e (ANY)
      return this:tell_refusal(e[1], what, "program verbs of");
    endtry
    $perm_utils:controls(this, what) || info[1] == this || index(info[2], "w") || return this:tell_refusal(E_PERM, what, "program verbs of");
    this:tell("Now programming ", what.name, ":", info[3], ".");
    lines = $command_utils:read_lines();
    this:_set_code(what, name, lines);
  endverb

  method _set_code owner: ARCHWIZARD
    // :_set_code(object, verb, lines) => whether the verb has this program now; the player is told
    caller == this || $perm_utils:controls(caller_perms(), this) || raise(E_PERM);
    set_task_perms(this);
    {what, name, lines} = args;
    this:_has_room() || return false;
    try
      old = verb_code(what, name);
      problems = set_verb_code(what, name, lines);
    except e (ANY)
      this:tell_refusal(e[1], what, "program verbs of");
      return false;
    endtry
    if (problems)
      this:tell_lines(problems);
      this:tell("Verb not programmed.");
      return false;
    endif
    $history:record(what, this, tostr("program ", name), {"verb", name, old});
    this:tell("Verb programmed: ", what, ":", name, ", ", length(lines), length(lines) == 1 ? " line." | " lines.");
    return true;
  endmethod

  verb "@list @list#" (any any any) owner: ARCHWIZARD flags: "rd"
    // @list <object>:<verb> [<first>[..<last>]]
    // Shows the program of a verb, as it was typed, with line numbers. `@list# …' leaves the numbers out.
    set_task_perms(this);
    args || return this:tell("Usage: @list <object>:<verb>");
    ref = $code_utils:parse_verbref(args[1]);
    ref || return this:tell("Write the verb as <object>:<verb>.");
    what = $command_utils:need_object($failed_match, ref[1]);
    valid(what) || return;
    name = ref[2];
    $code_utils:toint(name) == E_TYPE || (name = toint(name));
    definer = what;
    if (typeof(name) == STR)
      found = $object_utils:has_verb(what, name);
      found || return this:tell($string_utils:nn(what), " has no verb \"", name, "\".");
      definer = found[1];
    endif
    try
      info = verb_info(definer, name);
      code = verb_code(definer, name);
      spec = verb_args(definer, name);
    except e (ANY)
      return this:tell_refusal(e[1], definer, "read verbs of");
    endtry
    first = 1;
    last = length(code);
    if (length(args) > 1 && (found = match(args[2], "^%([0-9]+%)%(%.%.%|-%)?%([0-9]*%)$")))
      first = max(1, toint(substitute("%1", found)));
      last = min(last, toint(substitute("%3", found)) || (substitute("%2", found) ? last | first));
    endif
    this:tell(definer, ":", toliteral(info[3])[2..$ - 1], "   ", $string_utils:from_list(spec, " "), "   ", info[2], "   ", valid(info[1]) ? info[1].name | tostr(info[1]), definer == what ? "" | tostr("   (inherited from ", definer.name, ")"));
    code || this:tell("(This verb has no program yet.)");
    plain = index(verb, "#");
    for i in [first..last]
      this:tell(plain ? "" | tostr($string_utils:right(i, 3), ":  "), code[i]);
    endfor
  endverb

  // ---- properties
  verb "@property @prop" (any any any) owner: ARCHWIZARD flags: "rd"
    // @property <object>.<name> [<value> [<permissions> [<owner>]]]
    // Adds a property to something of yours: `@property lamp.fuel 40'. Without a value it is 0; without permissions `rc'.
    set_task_perms(this);
    {spec, rest} = {@$string_utils:first_word(argstr), "", ""}[1..2];
    ref = spec ? $code_utils:parse_propref(spec) | 0;
    ref || return this:tell("Usage: @property <object>.<name> [<value> [<permissions> [<owner>]]]");
    what = $command_utils:need_object($failed_match, ref[1]);
    valid(what) || return;
    value = 0;
    if (rest)
      parsed = $string_utils:prefix_to_value(rest);
      if (typeof(parsed[1]) == INT && parsed[1] == 0)
        return this:tell("That is no value: ", parsed[2], ".");
      endif
      {rest, value} = parsed;
    endif
    words = $string_utils:words(rest);
    owner = length(words) > 1 ? $string_utils:match_player(words[2]) | this;
    valid(owner) || return $command_utils:player_match_failed(owner, words[2]);
    this:_has_room() || return;
    try
      add_property(what, ref[2], value, {owner, words ? words[1] | "rc"});
    except e (E_PERM)
      return this:tell_refusal(E_PERM, what, "add properties to");
    except e (E_INVARG)
      return this:tell("The property could not be added: ", $object_utils:has_property(what, ref[2]) ? "there is one of that name already" | e[2], ".");
    endtry
    $history:record(what, this, "add property " + ref[2], {"delprop", ref[2]});
    this:tell("Property added: ", what, ".", ref[2], " = ", $string_utils:abbreviated_value(value, 200), ".");
  endverb

  verb "@rmprop*erty" (any none none) owner: ARCHWIZARD flags: "rd"
    // @rmproperty <object>.<name>
    // Removes a property that the object itself defines. `@undo' brings it back, with its value here.
    set_task_perms(this);
    ref = $code_utils:parse_propref(argstr);
    ref || return this:tell("Usage: @rmproperty <object>.<name>");
    what = $command_utils:need_object($failed_match, ref[1]);
    valid(what) || return;
    try
      old = {`what.(ref[2]) ! E_PERM => 0', property_info(what, ref[2])};
      delete_property(what, ref[2]);
      $history:record(what, this, "remove property " + ref[2], {"addprop", ref[2], @old});
      this:tell("Property removed: ", what, ".", ref[2], ".");
    except e (E_PROPNF)
      this:tell($string_utils:nn(what), " does not itself define a property \"", ref[2], "\".");
    except e (ANY)
      this:tell_refusal(e[1], what, "remove properties of");
    endtry
  endverb

  verb "@show @display @d" (any any any) owner: ARCHWIZARD flags: "rd"
    // @show <object>    or    @show <object>.<property>    or    @show <object>:<verb>
    // Shows what an object is made of, or all about one of its properties or verbs. `@show lamp.' lists its properties, `@show lamp:' its verbs.
    set_task_perms(this);
    argstr || return this:tell("Usage: @show <object>, <object>.<property> or <object>:<verb>");
    what = this:my_match_object(argstr);
    if (!valid(what) && length(argstr) > 1 && argstr[$] in {".", ":"})
      what = $command_utils:need_object($failed_match, $string_utils:trimr(argstr[1..$ - 1]));
      valid(what) || return;
      return argstr[$] == "." ? this:_list_properties(what) | this:_list_verbs(what);
    endif
    if (!valid(what) && (ref = $code_utils:parse_verbref(argstr)))
      return this:_show_verb(@ref);
    elseif (!valid(what) && (ref = $code_utils:parse_propref(argstr)))
      return this:_show_property(@ref);
    endif
    what = $command_utils:need_object(what, argstr);
    valid(what) || return;
    lines = {tostr("Object:    ", $string_utils:nn(what)), tostr("Owner:     ", $string_utils:nn(what.owner)), tostr("Parents:   ", parents(what) ? $string_utils:english_list({$string_utils:nn(p) for p in (parents(what))}) | "none"), tostr("Location:  ", valid(what.location) ? $string_utils:nn(what.location) | "nowhere"), tostr("Flags:     ", $string_utils:english_list({@is_player(what) ? {"player"} | {}, @what.wizard ? {"wizard"} | {}, @what.programmer ? {"programmer"} | {}, @what.r ? {"readable"} | {}, @what.w ? {"writable"} | {}, @what.f ? {"fertile"} | {}}, "none"))};
    what.contents && (lines = {@lines, tostr("Contents:  ", $string_utils:english_list({$string_utils:nn(o) for o in (what.contents[1..min(20, $)])}), length(what.contents) > 20 ? " …" | "")});
    names = `verbs(what) ! E_PERM => {}';
    names && (lines = {@lines, "Verbs:", @{tostr("  ", $string_utils:right(i, 2), " ", names[i]) for i in [1..length(names)]}});
    shown = {};
    for definer in (ancestors(what, 1))
      if (definer == $root && length(shown) > 0)
        break;
      endif
      for name in (`properties(definer) ! E_PERM => {}')
        if (`is_clear_property(what, name) ! ANY => 0' && definer != what)
          continue;
        endif
        name in {"changes", "password"} || (shown = {@shown, tostr("  .", name, " = ", `$string_utils:abbreviated_value(what.(name), 100) ! E_PERM => "(not readable)"')});
      endfor
    endfor
    shown && (lines = {@lines, "Properties:", @shown});
    this:tell_lines(lines);
  endverb

  method _show_verb owner: ARCHWIZARD
    // :_show_verb(object words, name) shows all about a verb
    set_task_perms(this);
    ref = this:_verb_of(tostr(@{args[1], ":", args[2]}));
    ref || return;
    info = `verb_info(@ref) ! ANY';
    typeof(info) == ERR && return this:tell_refusal(info, ref[1], "read verbs of");
    this:tell_lines({tostr("Verb:         ", ref[1], ":", info[3]), tostr("Owner:        ", $string_utils:nn(info[1])), tostr("Permissions:  ", info[2]), tostr("Arguments:    ", $string_utils:from_list(verb_args(@ref), " ")), tostr("Lines:        ", length(`verb_code(@ref) ! ANY => {}'))});
  endmethod

  method _show_property owner: ARCHWIZARD
    // :_show_property(object words, name) shows all about a property
    set_task_perms(this);
    {words, name} = args;
    what = $command_utils:need_object($failed_match, words);
    valid(what) || return;
    try
      info = property_info(what, name);
      this:tell_lines({tostr("Property:     ", what, ".", name), tostr("Owner:        ", $string_utils:nn(info[1])), tostr("Permissions:  ", info[2]), tostr("Value:        ", is_clear_property(what, name) ? "(inherited) " | "", $string_utils:abbreviated_value(what.(name), 5000))});
    except e (E_PROPNF)
      name in {"name", "owner", "location", "contents", "programmer", "wizard", "r", "w", "f"} ? this:tell(what, ".", name, " = ", toliteral(what.(name))) | this:tell($string_utils:nn(what), " has no property \"", name, "\".");
    except e (ANY)
      this:tell_refusal(e[1], what, "read that of");
    endtry
  endmethod

  // ---- tasks
  verb "@forked @tasks" (any none none) owner: ARCHWIZARD flags: "rd"
    // @forked
    // Lists your tasks that wait. Administrators see everybody's with `@forked all'.
    set_task_perms(this);
    tasks = {t for t in (queued_tasks()) if argstr == "all" || t[5] == this};
    tasks || return this:tell("No tasks wait.");
    rows = {};
    for t in (tasks)
      when = typeof(t[2]) == STR ? t[2] | t[2] < 0 ? "reads" | t[2] == 2147483647 ? "until woken" | "in " + $login:short_time(max(0, t[2] - time()));
      rows = {@rows, {tostr(t[1]), when, valid(t[5]) ? t[5].name | tostr(t[5]), tostr(t[6], ":", t[7], " line ", t[8])}};
    endfor
    this:show($layout:table({{"Task"}, {"Waits"}, {"Owner"}, {"Verb"}}, rows));
  endverb

  verb "@kill" (any any any) owner: ARCHWIZARD flags: "rd"
    // @kill <task number> …    or    @kill all
    // Ends tasks of yours that wait.
    set_task_perms(this);
    args || return this:tell("Kill which task? `@forked' lists them.");
    ids = args == {"all"} ? {t[1] for t in (queued_tasks()) if t[5] == this} | {toint(word) for word in (args)};
    for id in (ids)
      try
        kill_task(id);
        this:tell("Task ", id, " is killed.");
      except e (ANY)
        this:tell("Task ", id, ": ", e[1] == E_INVARG ? "there is no such task" | error_message(e[1]), ".");
      endtry
    endfor
    ids || this:tell("No tasks of yours wait.");
  endverb

  // ---- looking around in code
  verb "@grep @egrep" (any any any) owner: ARCHWIZARD flags: "rd"
    // @grep <text> [in <object>]    or    @egrep <regular expression> [in <object>]
    // Finds the verbs whose programs hold a text: in the whole world, or in one object and its children.
    set_task_perms(this);
    argstr || return this:tell("Grep for what?");
    text = argstr;
    where = 0;
    if ((at = rindex(argstr, " in ")))
      what = this:my_match_object($string_utils:trim(argstr[at + 4..$]));
      if (valid(what))
        where = descendants(what, 1);
        text = argstr[1..at - 1];
      endif
    endif
    length(text) > 1 && text[1] == "\"" && text[$] == "\"" && (text = text[2..$ - 1]);
    this:tell("Searching …");
    found = verb[1..2] == "@e" ? $code_utils:find_verbs_matching(text, where) | $code_utils:find_verbs_containing(text, where);
    lines = {$markup:escape(tostr(hit[1], ":", hit[3], " line ", hit[4], ":  ", $string_utils:trim(hit[5]))) for hit in (found)};
    $pager:show({@lines, tostr(length(lines) == 1 ? "One verb." | tostr(length(lines), " verbs."))});
  endverb

  verb "@who-calls @whocalls" (any any any) owner: ARCHWIZARD flags: "rd"
    // @who-calls <verb>
    // Finds the programs that call a verb of that name, on whatever object.
    set_task_perms(this);
    argstr || return this:tell("Who calls what?");
    name = argstr[(rindex(argstr, ":") || 0) + 1..$];
    found = $code_utils:find_verbs_containing(":" + name);
    lines = {$markup:escape(tostr(hit[1], ":", hit[3], " line ", hit[4], ":  ", $string_utils:trim(hit[5]))) for hit in (found) if !match(hit[5], "^ *//") && match(hit[5], ":" + $string_utils:regexp_quote(name) + "%([^a-z0-9_]%|$%)")};
    $pager:show({@lines, tostr(length(lines) == 1 ? "One verb." | tostr(length(lines), " verbs."))});
  endverb

  verb "@verbs" (any none none) owner: ARCHWIZARD flags: "rd"
    // @verbs <object>
    // Lists the verbs that an object itself defines, with their arguments and what they are for.
    set_task_perms(this);
    what = $command_utils:need_object(dobj, dobjstr, "The verbs of what?");
    valid(what) && this:_list_verbs(what);
  endverb

  method _list_verbs owner: ARCHWIZARD
    // :_list_verbs(object) lists the verbs that an object itself defines
    caller == this || raise(E_PERM);
    set_task_perms(this);
    {what} = args;
    names = `verbs(what) ! ANY';
    typeof(names) == ERR && return this:tell_refusal(names, what, "read");
    names || return this:tell($string_utils:nn(what), " defines no verbs.");
    docs = $code_utils:first_lines(what);
    rows = {};
    for i in [1..length(names)]
      {direct, prep, indirect} = `verb_args(what, i) ! ANY => {"", "", ""}';
      (slash = index(prep, "/")) && (prep = prep[1..slash - 1]);
      rows = {@rows, {names[i], tostr(direct, " ", prep, " ", indirect), `verb_info(what, i)[2] ! ANY => ""', docs[i]}};
    endfor
    this:show($layout:table({{"Verb"}, {"Arguments"}, {"Perms"}, {"What it does"}}, rows));
  endmethod

  verb "@properties @props" (any none none) owner: ARCHWIZARD flags: "rd"
    // @props <object>
    // Lists the properties that an object itself defines, and their values. `@show' shows inherited ones, too.
    set_task_perms(this);
    what = $command_utils:need_object(dobj, dobjstr, "The properties of what?");
    valid(what) && this:_list_properties(what);
  endverb

  method _list_properties owner: ARCHWIZARD
    // :_list_properties(object) lists the properties that an object itself defines
    caller == this || raise(E_PERM);
    set_task_perms(this);
    {what} = args;
    names = `properties(what) ! ANY';
    typeof(names) == ERR && return this:tell_refusal(names, what, "read");
    names || return this:tell($string_utils:nn(what), " defines no properties.");
    rows = {{name, `property_info(what, name)[2] ! ANY => ""', `valid(property_info(what, name)[1]) ! ANY => false' ? property_info(what, name)[1].name | "", `$string_utils:abbreviated_value(what.(name), 100) ! ANY => "(not readable)"'} for name in (sort(names))};
    this:show($layout:table({{"Property"}, {"Perms"}, {"Owner"}, {"Value"}}, {{$markup:escape(cell) for cell in (row)} for row in (rows)}));
  endmethod

  verb "@check-p*roperty" (any none none) owner: ARCHWIZARD flags: "rd"
    // @check-property <object>.<name>
    // Tells which children of an object have a value of their own for a property, or define one of that name, which keeps you from adding it.
    set_task_perms(this);
    ref = $code_utils:parse_propref(argstr);
    ref || return this:tell("Usage: @check-property <object>.<name>");
    what = $command_utils:need_object($failed_match, ref[1]);
    valid(what) || return;
    defining = {o for o in (descendants(what)) if ref[2] in `properties(o) ! ANY => {}'};
    setting = $object_utils:has_property(what, ref[2]) ? {o for o in (descendants(what)) if !`is_clear_property(o, ref[2]) ! ANY => 1'} | {};
    this:tell(defining ? tostr("Defined by ", $string_utils:english_list({$string_utils:nn(o) for o in (defining)}), ".") | "No child defines one of that name.");
    setting && this:tell("A value of their own: ", $string_utils:english_list({$string_utils:nn(o) for o in (setting[1..min(50, $)])}), ".");
  endverb

  verb "@clearp*roperty @clprop*erty" (any none none) owner: ARCHWIZARD flags: "rd"
    // @clearproperty <object>.<name>
    // Lets a property have its parent's value again.
    set_task_perms(this);
    ref = $code_utils:parse_propref(argstr);
    ref || return this:tell("Usage: @clearproperty <object>.<name>");
    what = $command_utils:need_object($failed_match, ref[1]);
    valid(what) || return;
    try
      old = what.(ref[2]);
      clear_property(what, ref[2]);
      $history:record(what, this, "clear " + ref[2], {"prop", ref[2], old});
      this:tell(what, ".", ref[2], " is ", $string_utils:abbreviated_value(what.(ref[2]), 200), " now, as it is for its parent.");
    except e (E_INVARG)
      this:tell($string_utils:nn(what), " defines that property itself; there is no other value.");
    except e (E_PROPNF)
      this:tell($string_utils:nn(what), " has no property \"", ref[2], "\".");
    except e (ANY)
      this:tell_refusal(e[1], what, "change");
    endtry
  endverb

  verb "@diff" (any any any) owner: ARCHWIZARD flags: "rd"
    // @diff <object>:<verb> [<how many versions back>]    or    @diff <object>.<property> …
    // Shows what has been changed in a program or a text since an earlier version, the last one if you don't say which.
    {what, kind, name, back} = this:_version_spec(args);
    valid(what) || return;
    versions = $history:versions(what, kind, name);
    back > length(versions) && return this:tell(versions ? tostr("There are only ", length(versions), " earlier versions.") | "There is no earlier version.");
    old = versions[back][5][3];
    set_task_perms(this);
    new = `kind == "verb" ? verb_code(what, name) | what.(name) ! ANY => {}';
    typeof(old) == LIST || (old = {toliteral(old)});
    typeof(new) == LIST || (new = {toliteral(new)});
    lines = $history:diff({tostr(line) for line in (old)}, {tostr(line) for line in (new)});
    lines || return this:tell("Nothing differs.");
    this:tell("Since ", ctime(versions[back][2]), ", changed by ", valid(versions[back][3]) ? versions[back][3].name | "somebody", ":");
    this:_show_diff(lines);
  endverb

  method _show_diff owner: ARCHWIZARD
    // :_show_diff(lines) shows lines that begin with + or - or neither, as $history:diff() gives them
    caller == this || raise(E_PERM);
    for line in (args[1])
      look = line[1] == "+" ? "green" | line[1] == "-" ? "red" | "";
      this:show(look ? $markup:tag(look, line) | $markup:escape(line));
    endfor
  endmethod

  verb "@revert" (any any any) owner: ARCHWIZARD flags: "rd"
    // @revert <object>:<verb> [<how many versions back>]    or    @revert <object>.<property> …
    // Brings an earlier version of a program or a property back. `@undo' takes that back, too.
    {what, kind, name, back} = this:_version_spec(args);
    valid(what) || return;
    versions = $history:versions(what, kind, name);
    back > length(versions) && return this:tell(versions ? tostr("There are only ", length(versions), " earlier versions.") | "There is no earlier version.");
    old = versions[back][5][3];
    set_task_perms(this);
    if (kind == "verb")
      this:_set_code(what, name, old);
    else
      try
        now = what.(name);
        what.(name) = old;
        $history:record(what, this, "revert " + name, {"prop", name, now});
        this:tell("Reverted: ", what, ".", name, ".");
      except e (ANY)
        this:tell_refusal(e[1], what, "change");
      endtry
    endif
  endverb

  method _version_spec owner: ARCHWIZARD
    // :_version_spec(words) => {object, "verb" or "prop", name, how many versions back}; $nothing after the player has been told what is wrong
    caller == this || raise(E_PERM);
    {words} = args;
    back = length(words) > 1 ? max(1, toint(words[$])) | 1;
    spec = words ? words[1] | "";
    ref = $code_utils:parse_verbref(spec);
    kind = ref ? "verb" | "prop";
    ref || (ref = $code_utils:parse_propref(spec));
    if (!ref)
      this:tell("Which version of what? Write <object>:<verb> or <object>.<property>.");
      return {$nothing, "", "", 0};
    endif
    what = $command_utils:need_object($failed_match, ref[1]);
    if (valid(what) && !$perm_utils:controls(this, what))
      this:tell_refusal(E_PERM, what, "see the history of");
      what = $nothing;
    endif
    return {what, kind, ref[2], back};
  endmethod

  verb "@dump" (any any any) owner: ARCHWIZARD flags: "rd"
    // @dump <object>
    // Shows an object as the commands that would make it.
    set_task_perms(this);
    what = $command_utils:need_object(dobj, dobjstr, "Dump what?");
    valid(what) || return;
    $perm_utils:controls(this, what) || what.r || return this:tell_refusal(E_PERM, what, "read");
    spec = tostr(what);
    lines = {tostr("@create ", parent(what), " named ", what.name, @{"," + alias for alias in (setremove(what.aliases, what.name))})};
    for name in (`properties(what) ! ANY => {}')
      info = `property_info(what, name) ! ANY => {#-1, ""}';
      lines = {@lines, tostr("@property ", spec, ".", name, " ", `toliteral(what.(name)) ! ANY => 0', " ", info[2])};
    endfor
    for definer in (ancestors(what))
      for name in (`properties(definer) ! ANY => {}')
        `is_clear_property(what, name) ! ANY => 1' || name in {"changes", "aliases", "password"} || (lines = {@lines, `tostr("@set ", spec, ".", name, " to ", toliteral(what.(name))) ! ANY => ""'});
      endfor
    endfor
    for names, i in (`verbs(what) ! ANY => {}')
      lines = {@lines, tostr("@verb ", spec, ":", index(names, " ") ? toliteral(names) | names, " ", $string_utils:from_list({explode(word, "/")[1] for word in (verb_args(what, i))}, " "), " ", verb_info(what, i)[2]), tostr("@program ", spec, ":", strsub(explode(names)[1], "*", "")), @$command_utils:dump_lines(verb_code(what, i))};
    endfor
    $pager:show({$markup:escape(line) for line in (lines) if line});
  endverb

  verb "@test" (any none none) owner: ARCHWIZARD flags: "rd"
    // @test [<object>]
    // Runs the test_ verbs of an object of yours and tells which fail. Administrators run those of all objects with `@test all'.
    if (dobjstr == "all" && this.wizard)
      objects = objects();
    else
      what = $command_utils:need_object(dobj, dobjstr, "Test what?");
      valid(what) || return;
      $perm_utils:controls(this, what) || return this:tell_refusal(E_PERM, what, "test");
      objects = {what};
    endif
    {tests, checks, failures} = $test:run(objects);
    for failure in (failures)
      this:tell(failure[1], ":", failure[2], "  ", failure[3]);
    endfor
    this:tell(tests == 1 ? "One test" | tostr(tests, " tests"), ", ", checks, " checks, ", failures ? tostr(length(failures), " failed.") | "all good.");
  endverb

  verb "@profile" (any any any) owner: ARCHWIZARD flags: "rd"
    // @profile <expression>
    // Evaluates an expression and tells how many ticks and how much time it took, once and on average over some runs.
    set_task_perms(this);
    argstr || return this:tell("Profile what? Write an expression.");
    program = tostr("return ", argstr, ";");
    ticks = ticks_left();
    started = ftime(1);
    result = eval(program);
    seconds = ftime(1) - started;
    used = ticks - ticks_left();
    result[1] || return this:tell_lines(result[2]);
    this:tell("=> ", $string_utils:abbreviated_value(result[2], 200));
    runs = 0;
    started = ftime(1);
    while (runs < 50 && ticks_left() > used * 2 + 5000 && ftime(1) - started < 0.5)
      eval(program);
      runs = runs + 1;
    endwhile
    average = runs ? (ftime(1) - started) / tofloat(runs) | seconds;
    this:tell(used, " ticks, ", floatstr(seconds * 1000000.0, 0), " µs the first time, ", floatstr(average * 1000000.0, 0), " µs on average of ", runs, " more runs.");
  endverb

  verb "@trace" (any any any) owner: ARCHWIZARD flags: "rd"
    // @trace <expression>
    // Evaluates an expression and shows which verbs are called meanwhile: `@trace here:look_self()'. Each line has the call, what it returned and how many ticks it took with all that it called. Of calls between other people's verbs you see the names alone.
    set_task_perms(this);
    argstr || return this:tell("Trace what? Write an expression.");
    failure = "";
    result = {};
    call_trace(1);
    try
      result = eval(this.eval_env, tostr("return ", argstr, match(argstr, ";[ ]*$") ? "" | ";"));
    except e (ANY)
      failure = e[2];
    endtry
    calls = call_trace(0);
    result && !result[1] && return this:tell_lines(result[2]);
    $pager:show({$markup:escape(line) for line in (this:_trace_lines(calls, this:screenreader()))});
    this:tell(failure ? tostr("It ended with an error: ", failure, ".") | tostr("=> ", $string_utils:abbreviated_value(result[2], 200)), "  ", length(calls) == 1 ? "One call." | tostr(length(calls), length(calls) >= 1000 ? " calls were noted; there may have been more." | " calls."));
  endverb

  method _trace_lines owner: ARCHWIZARD
    // :_trace_lines(calls, spoken) => a line for each call of call_trace(), set in by how deep it was; spoken, with the depth in front
    {calls, spoken} = args;
    calls || return {};
    top = min(@{call["depth"] for call in (calls)});
    lines = {};
    for call in (calls)
      depth = call["depth"] - top;
      what = call["this"];
      shown = maphaskey(call, "args") ? tostr("(", toliteral(call["args"])[2..$ - 1], ")") | "(…)";
      length(shown) > 60 && (shown = shown[1..57] + "…)");
      value = maphaskey(call, "value") ? " => " + $string_utils:abbreviated_value(call["value"], 40) | "";
      definer = call["definer"] == what ? "" | tostr(", from ", $string_utils:nn(call["definer"]));
      ticks = maphaskey(call, "ticks") ? tostr("  [", $string_utils:pluralize(call["ticks"], "tick"), "]") | "  [did not return]";
      lines = {@lines, tostr(spoken ? tostr(depth + 1, ": ") | $string_utils:space(2 * min(depth, 15)), typeof(what) == OBJ ? what | toliteral(what), ":", call["verb"], shown, value, definer, ticks)};
    endfor
    return lines;
  endmethod

  method test_trace_lines owner: ARCHWIZARD
    $test:equal(this:_trace_lines({}, false), {});
    calls = {["depth" -> 3, "this" -> #2, "verb" -> "f", "definer" -> #2, "args" -> {1, "a"}, "value" -> 5, "ticks" -> 1], ["depth" -> 4, "this" -> #2, "verb" -> "g", "definer" -> #2]};
    $test:equal(this:_trace_lines(calls, false), {"#2:f(1, \"a\") => 5  [1 tick]", "  #2:g(…)  [did not return]"});
    $test:equal(this:_trace_lines(calls, true)[2], "2: #2:g(…)  [did not return]");
  endmethod

  // ---- jobs
  verb "@every" (any any any) owner: ARCHWIZARD flags: "rd"
    // @every <time> <object>:<verb> [once]
    // Calls a verb again and again: `@every 10 minutes fountain:splash'. Runs missed while the server was down are skipped; with `once' they are made up for once. `@schedule' lists your jobs.
    {line, missed} = this:_job_line(argstr);
    found = match(line, "^%(.+%) +%([^ ]+:[^ ]+%)$");
    found || return this:tell("Usage: @every <time> <object>:<verb>    as in: @every 10 minutes fountain:splash");
    seconds = $time_utils:parse_english_time_interval(substitute("%1", found));
    typeof(seconds) == INT && seconds > 0 || return this:tell("I don't understand the time \"", substitute("%1", found), "\". Write `10 minutes', `2 hours'.");
    this:_add_job("every", seconds, substitute("%2", found), missed);
  endverb

  verb "@cron" (any any any) owner: ARCHWIZARD flags: "rd"
    // @cron <minute> <hour> <day> <month> <day of the week> <object>:<verb> [once]
    // Calls a verb at certain times, which are written as for cron and meant in UTC: `@cron 0 12 * * * bell:ring' at noon, `@cron */10 * * * * …' every ten minutes.
    {line, missed} = this:_job_line(argstr);
    words = explode(line);
    length(words) == 6 || return this:tell("Usage: @cron <minute> <hour> <day> <month> <day of the week> <object>:<verb>");
    this:_add_job("cron", $string_utils:from_list(words[1..5], " "), words[6], missed);
  endverb

  method _job_line owner: ARCHWIZARD
    // :_job_line(line) => {line without the word at its end, what to do about missed runs}
    line = $string_utils:trim(args[1]);
    return length(line) > 5 && line[$ - 4..$] == " once" ? {$string_utils:trim(line[1..$ - 5]), "once"} | {line, "skip"};
  endmethod

  method _add_job owner: ARCHWIZARD
    // :_add_job(kind, spec, verb reference, missed) makes a job
    caller == this || raise(E_PERM);
    {kind, spec, ref, missed} = args;
    {words, name} = $code_utils:parse_verbref(ref) || {"", ""};
    what = $command_utils:need_object($failed_match, words);
    valid(what) || return;
    set_task_perms(this);
    id = $scheduler:add(this, kind, spec, what, name, missed);
    typeof(id) == STR ? this:tell(id) | this:tell("Job ", id, ": ", what, ":", name, ", first ", $scheduler:when_text($list_utils:assoc(id, $scheduler:jobs_of(this))[7]), ". `@schedule stop ", id, "' ends it.");
  endmethod

  verb "@schedule" (any any any) owner: ARCHWIZARD flags: "rd"
    // @schedule [stop <number> | all]
    // Lists your jobs, which @every and @cron made, or ends one. Administrators see everybody's with `@schedule all'.
    set_task_perms(this);
    if (length(args) == 2 && args[1] in {"stop", "remove"})
      return this:tell($scheduler:remove(toint(args[2])) ? "The job is ended." | "You have no such job.");
    endif
    jobs = $scheduler:jobs_of(argstr == "all" && this.wizard ? $nothing | this);
    jobs || return this:tell("You have no jobs. `help @every' and `help @cron' tell how to make one.");
    rows = {{tostr(j[1]), valid(j[2]) ? j[2].name | "", tostr(j[5], ":", j[6]), j[3] == "every" ? "every " + $time_utils:english_time(j[4]) | "cron " + j[4], $scheduler:when_text(j[7]), tostr(j[9])} for j in (jobs)};
    this:show($layout:table({{"Job"}, {"Owner"}, {"Verb"}, {"When"}, {"Next"}, {"Runs"}}, {{$markup:escape(cell) for cell in (row)} for row in (rows)}));
  endverb
endobject
