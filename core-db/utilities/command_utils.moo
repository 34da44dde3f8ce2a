object COMMAND_UTILS [
  import_export_id -> "command_utils",
  import_export_hierarchy -> {"utilities"}
]
  name: "command utilities"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  override aliases = {"command_utils"};
  override description = "Verbs that commands are made with: what was meant, questions to the player, long work.";

  method need_object owner: ARCHWIZARD
    // :need_object(object, string [, empty]) => the object, or what else the string means; something invalid after the player has been told why
    // For command verbs: what = $command_utils:need_object(dobj, dobjstr). The third argument is what to say when no object was named.
    {what, string, ?empty = ""} = args;
    if (valid(what))
      player:refer(what);
      return what;
    endif
    if (!string && empty)
      player:tell(empty);
      return $nothing;
    endif
    {what, candidates} = $match_utils:find(string, player);
    if (valid(what))
      player:refer(what);
      return what;
    endif
    this:object_match_failed(what, string, candidates);
    return what;
  endmethod

  method object_match_failed owner: ARCHWIZARD
    // :object_match_failed(match, string [, candidates]) => whether the match failed; the player has been told why
    // When several things are meant, the player is asked which, and the answer runs the command again.
    {what, string, ?candidates = {}} = args;
    if (what == $nothing)
      player:tell("You must name something.");
    elseif (what == $failed_match)
      if (string[1] == "#")
        player:tell("There is no object ", string, ".");
      elseif (string in {"it", "them"})
        player:tell("I don't know what you mean by \"", string, "\": look at something first.");
      else
        player:tell("I see no \"", string, "\" here.");
      endif
    elseif (what == $ambiguous_match)
      candidates || (candidates = $match_utils:find(string, player)[2]);
      this:ask_which(string, candidates);
    elseif (!valid(what))
      player:tell(what, " does not exist.");
    else
      return false;
    endif
    return true;
  endmethod

  method ask_which owner: ARCHWIZARD
    // :ask_which(string, candidates) asks the player which of several things a string in the command means. The next line that is no command is taken as the answer.
    {string, candidates} = args;
    if (!candidates)
      player:tell("I don't know which \"", string, "\" you mean.");
      return;
    endif
    same = length($list_utils:remove_duplicates({o.name for o in (candidates)})) < length(candidates);
    names = {};
    for object, i in (candidates)
      where = object.location == player ? " you hold" | object.location == player.location ? "" | valid(object.location) ? " in " + object.location:the() | "";
      names = {@names, tostr("(", i, ") ", same ? object:a() + where | object:the())};
    endfor
    words = $match_utils:_bare(string);
    index(words, "my ") == 1 && (words = words[4..$]);
    player:tell("Which ", words, " do you mean: ", $string_utils:english_list(names, "", " or "), "?");
    stack = callers();
    line = tostr(stack ? stack[$][2] | verb, " ", argstr);
    player:ask(line, string, candidates);
  endmethod

  method player_match_failed owner: ARCHWIZARD
    // :player_match_failed(match, string [, prefix]) => whether the match with a player's name failed; the player has been told why
    {who, string, ?prefix = ""} = args;
    typeof(who) == LIST && return this:player_match_result(@args)[1];
    if (who == $nothing)
      player:tell(prefix, "You must name a player.");
    elseif (who == $failed_match)
      player:tell(prefix, "There is nobody called \"", string, "\".", this:_near(string));
    elseif (who == $ambiguous_match)
      players = $wiz_utils:players_like(string);
      player:tell(prefix, "\"", string, "\" may mean ", $string_utils:english_list({p.name for p in (players[1..min(5, $)])}, "several people", " or "), length(players) > 5 ? " …" | "", ".");
    elseif (!valid(who))
      player:tell(prefix, who, " does not exist.");
    else
      return false;
    endif
    return true;
  endmethod

  method _near owner: ARCHWIZARD
    // :_near(name) => " Did you mean …?" with players whose names are nearly the same, or ""
    {name} = args;
    names = {p.name for p in (connected_players())};
    least = length(name) < 5 ? 1 | 2;
    near = {other for other in (complex_matches("all " + name, names, names, 0.34)) if $string_utils:distance(name, other, least) <= least};
    return near ? tostr(" Did you mean ", $string_utils:english_list(near[1..min(3, $)], "", " or "), "?") | "";
  endmethod

  method player_match_result owner: ARCHWIZARD
    // :player_match_result(matches, strings [, prefix]) => {whether any failed, player, …}; the player has been told about each that failed
    {matches, strings, ?prefix = ""} = args;
    failed = false;
    found = {};
    for who, i in (typeof(matches) == LIST ? matches | {matches})
      if (this:player_match_failed(who, typeof(strings) == LIST ? strings[i] | strings, prefix))
        failed = true;
      else
        found = {@found, who};
      endif
    endfor
    return {failed, @found};
  endmethod

  method read owner: ARCHWIZARD
    // :read([what]) => a line that the player types
    // The prompt says what is wanted; "a line of input" if it is not said. @abort ends the command.
    {?what = "a line of input"} = args;
    player:tell("[Type ", what, " or `@abort' to abort the command.]");
    line = this:_read();
    if (line == "@abort")
      player:tell(">> Command Aborted <<");
      kill_task(task_id());
    endif
    return line;
  endmethod

  method _read owner: ARCHWIZARD
    // :_read() => the next line of the connection whose command this is
    caller == this || caller_perms().wizard || raise(E_PERM);
    return read(player);
  endmethod

  method prompt owner: ARCHWIZARD
    // :prompt(text) => the line that the player types after a prompt, which is markup and stays on its line
    {text} = args;
    notify(player, text, 0, 0, "prompt");
    return this:_read();
  endmethod

  method read_lines owner: ARCHWIZARD
    // :read_lines([most]) => the lines that the player types, up to a line with a period
    // A line that starts with a period and goes on is taken without it; @abort ends the command.
    {?most = 0} = args;
    player:tell(most ? tostr("[Type up to ", most, " lines of input; use `.' to end or `@abort' to abort the command.]") | "[Type lines of input; use `.' to end or `@abort' to abort the command.]");
    lines = {};
    while (!most || length(lines) < most)
      line = this:_read();
      if (line == "@abort")
        player:tell(">> Command Aborted <<");
        kill_task(task_id());
      elseif (line == ".")
        break;
      endif
      lines = {@lines, line && line[1] == "." && $string_utils:trim(line[2..$]) ? line[2..$] | line};
    endwhile
    return lines;
  endmethod

  method read_lines_escape owner: ARCHWIZARD
    // :read_lines_escape(escapes [, help]) => {the line that ended the input or 0 for a period, lines}
    // As :read_lines, but each of the escapes ends the input, too, and `?' shows the help.
    {escapes, ?help = "You are in the middle of typing lines of text."} = args;
    typeof(escapes) == LIST || (escapes = {escapes});
    player:tell("[Type lines of input; `?' for help; end with `", $string_utils:english_list({".", @escapes}, "", "' or `", "', `", "',"), "'.]");
    lines = {};
    while (1)
      line = this:_read();
      if (line == "@abort")
        player:tell(">> Command Aborted <<");
        kill_task(task_id());
      elseif (line == "?")
        player:tell_lines(typeof(help) == LIST ? help | {help});
      elseif (line == ".")
        return {0, lines};
      elseif (line in escapes)
        return {line, lines};
      else
        lines = {@lines, line && line[1] == "." && $string_utils:trim(line[2..$]) ? line[2..$] | line};
      endif
    endwhile
  endmethod

  method yes_or_no owner: ARCHWIZARD
    // :yes_or_no([question]) => whether the player answers yes; E_NONE for an empty line, E_INVARG for anything else
    {?question = ""} = args;
    player:tell(question ? question + " " | "", "[Enter `yes' or `no']");
    answer = $string_utils:trim(this:_read());
    answer || return E_NONE;
    index("yes", answer) == 1 && return true;
    index("no", answer) == 1 && return false;
    if (answer == "@abort")
      player:tell(">> Command Aborted <<");
      kill_task(task_id());
    endif
    return E_INVARG;
  endmethod

  method dump_lines owner: ARCHWIZARD
    // :dump_lines(lines) => the lines as they must be typed to :read_lines(), with the period at the end
    return {@{line && line[1] == "." ? "." + line | line for line in (args[1])}, "."};
  endmethod

  method suspend owner: ARCHWIZARD
    // :suspend(seconds [, …]) => suspend(seconds), with the caller's permissions
    set_task_perms(caller_perms());
    return suspend(args[1]);
  endmethod

  method running_out_of_time owner: ARCHWIZARD
    // :running_out_of_time() => whether few ticks or seconds are left
    return ticks_left() < 4000 || seconds_left() < 2;
  endmethod

  method suspend_if_needed owner: ARCHWIZARD
    // :suspend_if_needed([seconds [, text, …]]) => whether few ticks or seconds were left, so that the task has slept; then the player is told the text first
    {?seconds = 0, @text} = args;
    ticks_left() < 4000 || seconds_left() < 2 || return false;
    text && player:tell(@text);
    set_task_perms(caller_perms());
    suspend(seconds);
    return true;
  endmethod

  method kill_if_laggy owner: ARCHWIZARD
    // :kill_if_laggy(seconds [, text, …]) does nothing: tasks here do not hold each other up.
  endmethod

  method task_info owner: ARCHWIZARD
    // :task_info(task) => what queued_tasks() tells of one task, or E_INVARG
    {id} = args;
    set_task_perms(caller_perms());
    return $list_utils:assoc(id, queued_tasks()) || E_INVARG;
  endmethod

  method do_huh owner: ARCHWIZARD
    // :do_huh(verb, args) does what happens with a line that no command fits; see $player:my_huh.
    return player:my_huh(@args);
  endmethod

  method validate_feature owner: ARCHWIZARD
    // :validate_feature(verb, args) => true; it is for features that ask.
    return true;
  endmethod

  method explain_syntax owner: ARCHWIZARD
    // :explain_syntax(place, verb, args) => whether there is such a command, though used otherwise; the player has been told how
    {where, name, arguments} = args;
    usages = {};
    for what in ({player, where, @valid(dobj) ? {dobj} | {}, @valid(iobj) ? {iobj} | {}})
      if (!valid(what))
        continue;
      endif
      for definer in (ancestors(what, 1))
        for place in ($code_utils:verbs_named(definer, name))
          if (verb_args(definer, place) == {"this", "none", "this"})
            continue;
          endif
          usage = $code_utils:usage(definer, place, name, what);
          usage && (usages = setadd(usages, usage));
        endfor
      endfor
    endfor
    usages || return false;
    for usage, i in (usages[1..min(5, $)])
      player:tell(i == 1 ? "Usage: " | "       ", usage);
    endfor
    return true;
  endmethod

  method test_dump owner: ARCHWIZARD
    $test:equal(this:dump_lines({"a", ".b", "."}), {"a", "..b", "..", "."});
    $test:false(this:running_out_of_time());
    $test:equal(this:task_info(-5), E_INVARG);
  endmethod
endobject
