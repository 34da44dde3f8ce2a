object MENUS [
  import_export_id -> "menus",
  import_export_hierarchy -> {"utilities"}
]
  name: "menus"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  override aliases = {"menus"};
  override description = "Asks a player to choose from a list, or to fill in the fields of a form.";

  method help_msg owner: ARCHWIZARD
    // $menus:choose("Which colour?", {"red", "green"}) shows a numbered list and waits for an answer: a number or the start of a word. It returns the place of what was chosen, 0 if nothing was.
    // $menus:fill({{"name", "Your name"}, {"age", "Your age", fn (text) return toint(text) > 0 ? "" | "A number, please."; endfn}}) asks for one field after another and returns a map; a function says what is wrong with an answer, "" if nothing is. It returns 0 if the player types @abort.
  endmethod

  method lines owner: ARCHWIZARD
    // :lines(title, choices [, who]) => the menu as lines of markup
    {title, choices, ?who = player} = args;
    lines = title ? $layout:heading(title, who) | {};
    for choice, i in (choices)
      lines = {@lines, tostr($string_utils:right(tostr(i), 3), ". ", $markup:link(tostr(i), tostr(choice)))};
    endfor
    return lines;
  endmethod

  method parse owner: ARCHWIZARD
    // :parse(answer, choices) => the place of the choice that an answer means, 0 if it means none, $ambiguous_match if several
    {answer, choices} = args;
    answer = $string_utils:trim(answer);
    answer || return 0;
    if (match(answer, "^[0-9]+$"))
      n = toint(answer);
      return n >= 1 && n <= length(choices) ? n | 0;
    endif
    return $string_utils:find_prefix(answer, {tostr(choice) for choice in (choices)});
  endmethod

  method choose owner: ARCHWIZARD
    // :choose(title, choices) => the place of what the player chooses, 0 if nothing
    // Asks again after an answer that means nothing; an empty line or @abort chooses nothing.
    {title, choices} = args;
    player:show(this:lines(title, choices));
    while (1)
      answer = $string_utils:trim($command_utils:prompt(tostr("Number (1-", length(choices), ") or Enter for none: ")));
      if (answer == "" || answer == "@abort")
        return 0;
      endif
      n = this:parse(answer, choices);
      typeof(n) == INT && n && return n;
      player:tell(n == $ambiguous_match ? "That could be several. Please type the number." | tostr("There is no \"", answer, "\" here."));
    endwhile
  endmethod

  method fill owner: ARCHWIZARD
    // :fill({{key, question [, check [, default]]}, …}) => a map with the player's answers, 0 if the player types @abort
    {fields} = args;
    answers = [];
    for field in (fields)
      {key, question, ?check = 0, ?default = ""} = field;
      while (1)
        answer = $string_utils:trim($command_utils:prompt(tostr($markup:escape(question), default ? tostr(" [[", $markup:escape(default), "]") | "", ": ")));
        answer == "@abort" && return 0;
        answer || (answer = default);
        problem = check ? check(answer) | "";
        if (!problem)
          answers[key] = answer;
          break;
        endif
        player:tell(problem);
      endwhile
    endfor
    return answers;
  endmethod

  method test_menus owner: ARCHWIZARD
    choices = {"red", "green", "grey"};
    $test:equal(this:parse("2", choices), 2);
    $test:equal(this:parse(" 4 ", choices), 0);
    $test:equal(this:parse("0", choices), 0);
    $test:equal(this:parse("r", choices), 1);
    $test:equal(this:parse("gr", choices), $ambiguous_match);
    $test:equal(this:parse("", choices), 0);
    $test:equal(this:parse("blue", choices), 0);
    $test:equal(strip_markup(this:lines("", choices, $nothing)[2]), "  2. green");
  endmethod
endobject
