object HELP [
  import_export_id -> "help",
  import_export_hierarchy -> {"help"}
]
  name: "help"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  // {classes, role, heading}: whose commands are listed under which heading, for which role
  property chapters (owner: ARCHWIZARD, flags: "r") = {
    {{LOGIN}, "visitor", "Before you log in"},
    {{PLAYER}, "player", "You, others, and what is around"},
    {{TALKER}, "player", "Channels, socials, and being left alone"},
    {{MAIL_USER}, "player", "Mail"},
    {{READER}, "player", "Help, news and boards"},
    {{EDITOR_USER}, "player", "Editing"},
    {{ROOM, EXIT, PORTAL}, "player", "Places and ways"},
    {
      {THING, CONTAINER, NOTE, LETTER, GARMENT, FURNITURE, BOARD, NPC},
      "player",
      "Things"
    },
    {{GUEST}, "guest", "Guests"},
    {{BUILDER}, "builder", "Building"},
    {{PROGRAMMER}, "programmer", "Programming"},
    {{WIZARD}, "wizard", "Administration"}
  };
  // the index, which :_build() makes from the verbs and topics as they were at some time not long ago
  // names of all built-in functions, sorted
  property functions (owner: ARCHWIZARD, flags: "r") = {};
  // the words without an at sign in front
  property keys (owner: ARCHWIZARD, flags: "r") = {};
  // {role, heading, {name, …}} of the chapters
  property lists (owner: ARCHWIZARD, flags: "r") = {};
  // the name of each command -> the first name of its verb
  property names (owner: ARCHWIZARD, flags: "r") = [];
  // what the index was made from: it is right as long as :_stamp() is the same
  property stamp (owner: ARCHWIZARD, flags: "") = {};
  // names of topics and commands, each behind a line feed
  property starts (owner: ARCHWIZARD, flags: "r") = "";
  // names of everything but functions, to compare with what was nearly typed
  property words (owner: ARCHWIZARD, flags: "r") = {};
  override aliases = {"help"};
  override description = "Explains commands, topics, objects and functions.";

  method help_msg owner: ARCHWIZARD
    // What `help' finds, in this order: topics ($topics), commands (from the comments at the start of their verbs), built-in functions, objects such as $string_utils, and their verbs; then what begins like that, then what is spelled nearly so.
  endmethod

  method show owner: ARCHWIZARD
    // :show(words) shows the player what there is to say about something.
    {words} = args;
    words = $string_utils:trim(words);
    if (!words)
      $pager:show(this:summary_lines(player), player);
      return;
    endif
    found = this:find(words);
    if (found)
      $pager:show(found, player);
      return;
    endif
    near = this:near(words);
    if (length(near) == 1 && (index(near[1], words) || $string_utils:distance(near[1], words, 2) <= 2))
      player:show(tostr("[dim]There is no help on \"", $markup:escape(words[1..min(60, $)]), "\"; this is on \"", $markup:escape(near[1]), "\".[/]"));
      $pager:show(this:find(near[1]), player);
    elseif (near)
      player:show(tostr("There is no help on \"", $markup:escape(words[1..min(60, $)]), "\". Do you mean ", $string_utils:english_list({$markup:link("help " + name, name) for name in (near[1..min(8, $)])}, "", " or "), "?"));
    else
      about = $topics:search(words);
      player:show(tostr("There is no help on \"", $markup:escape(words[1..min(60, $)]), "\". ", about ? tostr("The word stands in ", $string_utils:english_list({$markup:link("help " + name, "\"help " + name + "\"") for name in (about[1..min(5, $)])}), ".") | "\"help\" alone shows what there is; the channel newbie answers questions."));
    endif
  endmethod

  method find owner: ARCHWIZARD
    // :find(words) => lines of markup about a topic, command, object or function; {} if there are none
    {words} = args;
    words = $string_utils:trim(words);
    words || return {};
    words == "index" && return this:index_lines(player);
    words == "topics" && return $topics:index_lines(player);
    words == "commands" && return this:commands_lines(player);
    words == "objects" && return this:objects_lines(player);
    words in {"functions", "builtins", "built-in functions"} && return this:functions_lines(player);
    topic = $topics:exact(words, true);
    topic && return $topics:lines(topic);
    lines = this:command_lines(words);
    lines && return lines;
    topic = $topics:exact(words);
    topic && return $topics:lines(topic);
    if ($socials:has(words))
      return this:formatted({tostr(words, " [somebody] [how]"), tostr("Shows the others that you ", words, ". \"socials ", words, "\" shows in which words, \"socials\" what else there is of the kind.")});
    endif
    lines = this:function_lines(words);
    lines && return lines;
    lines = this:object_lines(words);
    lines && return lines;
    topic = $topics:prefix(words);
    topic && return $topics:lines(topic);
    names = this:begin_with(words);
    return length(names) == 1 ? this:command_lines(names[1]) | {};
  endmethod

  method roles owner: ARCHWIZARD
    // :roles(who) => the roles that somebody has, whose commands are worth listing
    {who} = args;
    roles = {"player"};
    valid(who) || return roles;
    for pair in ({{$guest, "guest"}, {$builder, "builder"}, {$programmer, "programmer"}, {$wizard, "wizard"}})
      isa(who, pair[1]) && (roles = {@roles, pair[2]});
    endfor
    return roles;
  endmethod

  method is_command owner: ARCHWIZARD
    // :is_command(object, place) => whether the verb at that place is one that people type
    {what, place} = args;
    verb_args(what, place) == {"this", "none", "this"} && return false;
    return !(verbs(what)[place][1] in {"_", "*"});
  endmethod

  method plain_names owner: ARCHWIZARD
    // :plain_names("g*et take") => {"get", "take"}: the names of a verb without stars, each once
    found = explode(strsub(args[1], "*", ""));
    return length(found) == 1 ? found | $list_utils:remove_duplicates(found);
  endmethod

  method commands_of owner: ARCHWIZARD
    // :commands_of(class) => {{place, names}, …} of the commands that a class itself defines
    {class} = args;
    found = {};
    if (class == $login)
      // its commands are methods that a table names
      for method in ($list_utils:remove_duplicates({pair[2] for pair in ($login.commands)}))
        place = $code_utils:find_verb_named($login, method);
        place && (found = {@found, {place, {pair[1] for pair in ($login.commands) if pair[2] == method}}});
      endfor
      return found;
    endif
    return {{i, this:plain_names(names)} for names, i in (valid(class) ? verbs(class) | {}) if verb_args(class, i) != {"this", "none", "this"} && !(names[1] in {"_", "*"})};
  endmethod

  method command_names owner: ARCHWIZARD
    // :command_names(class) => the first names of the commands that a class defines, sorted
    names = {};
    for entry in (this:commands_of(args[1]))
      name = entry[2][1];
      length(name) < 3 && length(entry[2]) > 1 && (name = entry[2][2]);
      names = setadd(names, name);
    endfor
    return sort(names);
  endmethod

  method all_names owner: ARCHWIZARD
    // :all_names([roles]) => all names of all commands, of all roles if none are given
    return mapkeys(this:_names(@args));
  endmethod

  method _names owner: ARCHWIZARD
    // :_names([roles]) => a map from all names of all commands to the first name of each
    caller == this || raise(E_PERM);
    {?roles = 0} = args;
    if (roles == 0)
      this:_fresh();
      return this.names;
    endif
    found = [];
    for chapter in (this.chapters)
      for class in (chapter[2] in roles ? chapter[1] | {})
        for entry in (this:commands_of(class))
          for name in (entry[2])
            maphaskey(found, name) || (found[name] = entry[2][1]);
          endfor
        endfor
      endfor
    endfor
    return found;
  endmethod

  method server_started owner: ARCHWIZARD
    // :server_started() begins to make the index.
    caller == #0 || caller_perms().wizard || raise(E_PERM);
    fork (0)
      this:_build(true);
    endfork
  endmethod

  method _stamp owner: ARCHWIZARD
    // :_stamp() => what the index depends on
    caller == this || raise(E_PERM);
    found = {$topics.groups, $login.commands};
    for chapter in (this.chapters)
      for class in (chapter[1])
        found = {@found, `verbs(class) ! ANY => {}'};
      endfor
    endfor
    return found;
  endmethod

  method _fresh owner: ARCHWIZARD
    // :_fresh() sees to it that there is an index; one that is out of date does for another moment.
    caller == this || raise(E_PERM);
    this.stamp || return this:_build(false);
    if (this.stamp != this:_stamp())
      fork (0)
        this:_build(true);
      endfork
    endif
  endmethod

  method _build owner: ARCHWIZARD
    // :_build(slowly) makes the index, with a breath behind each class if there is time.
    caller == this || raise(E_PERM);
    {slowly} = args;
    stamp = this:_stamp();
    names = [];
    lists = {};
    for chapter in (this.chapters)
      heads = {};
      for class in (chapter[1])
        for entry in (this:commands_of(class))
          {place, all} = entry;
          heads = setadd(heads, length(all[1]) < 3 && length(all) > 1 ? all[2] | all[1]);
          for name in (all)
            maphaskey(names, name) || (names[name] = all[1]);
          endfor
        endfor
        slowly && suspend(0);
      endfor
      lists = {@lists, {chapter[2], chapter[3], sort(heads)}};
    endfor
    topics = $topics:names();
    words = {"index", "topics", "commands", "functions", "objects", @topics, @mapkeys(names)};
    slowly && suspend(0);
    starts = tostr(@{"\n" + name for name in ({@topics, @mapkeys(names)})}, "\n");
    slowly && suspend(0);
    keys = {name[1] == "@" ? name[2..$] | name for name in (words)};
    slowly && suspend(0);
    this.functions = sort(slice(function_info()));
    this.keys = keys;
    this.lists = lists;
    this.names = names;
    this.starts = starts;
    this.words = words;
    this.stamp = stamp;
  endmethod

  method command_lines owner: ARCHWIZARD
    // :command_lines(name) => lines about the commands of that name, from the comments at the start of their verbs; {} if there are none
    {name} = args;
    index(name, " ") && return {};
    lines = {};
    seen = {};
    for chapter in (this.chapters)
      for class in (chapter[1])
        for place in (valid(class) ? $code_utils:verbs_named(class, name) | {})
          if (this:is_command(class, place))
            doc = this:documentation(class, place);
            if (doc && !(doc in seen))
              seen = {@seen, doc};
              lines && (lines = {@lines, ""});
              lines = {@lines, @this:formatted(doc)};
              others = setremove(this:plain_names(verbs(class)[place]), name);
              others && (lines = {@lines, tostr("[dim]Also: ", $markup:escape($string_utils:from_list(others, ", ")), "[/]")});
            endif
          endif
        endfor
      endfor
    endfor
    return lines;
  endmethod

  method documentation owner: ARCHWIZARD
    // :documentation(object, place) => the comment at the start of a verb, as a list of lines
    doc = $code_utils:verb_documentation(@args);
    if (args[1] == $login && doc && (colon = index(doc[1], ": ")))
      return {doc[1][1..colon - 1], $string_utils:capitalize(doc[1][colon + 2..$]), @doc[2..$]};
    endif
    return doc;
  endmethod

  method formatted owner: ARCHWIZARD
    // :formatted(lines) => a verb's comment as markup: the first line, how to type it, in bold
    {doc} = args;
    lines = {};
    spoken = $layout:screen_reader(player);
    narrow = spoken || $layout:width(player) < 60;
    for line, i in (doc)
      if (narrow && (found = match(line, "^  %([^ ].*[^ ]%)   *%([^ ].*%)$")))
        // two columns would not fit, or would be read as one
        if (!spoken)
          lines = {@lines, "  " + $markup:escape(substitute("%1", found)), "      " + $markup:escape(substitute("%2", found))};
          continue;
        endif
        line = tostr("  ", substitute("%1", found), " — ", substitute("%2", found));
      endif
      lines = {@lines, i == 1 ? tostr("[bold]", $markup:escape(line), "[/]") | $markup:escape(line)};
    endfor
    return lines;
  endmethod

  method function_lines owner: ARCHWIZARD
    // :function_lines(name) => lines about a built-in function, with or without parentheses; {} if there is none
    {name} = args;
    length(name) > 2 && name[$ - 1..$] == "()" && (name = name[1..$ - 2]);
    text = `function_help(name) ! ANY => ""';
    text || return {};
    return this:formatted(typeof(text) == LIST ? text | explode(text, "\n", 1));
  endmethod

  method object_lines owner: ARCHWIZARD
    // :object_lines(words) => lines about "$object" or "object:verb", as far as the player may read them; {} if it is neither
    {words} = args;
    if ((pair = $code_utils:parse_verbref(words)))
      what = $match_utils:find(pair[1], player)[1];
      valid(what) || return {};
      for definer in (ancestors(what, 1))
        places = $code_utils:verbs_named(definer, pair[2]);
        if (places)
          doc = `this:_doc_for(player, definer, places[1]) ! ANY => {}';
          return doc ? {@this:formatted(doc), tostr("[dim]", $string_utils:nn(definer), "[/]")} | {tostr(definer, ":", $markup:escape(verbs(definer)[places[1]]), " has no comment.")};
        endif
      endfor
      return {};
    endif
    words[1] in {"$", "#"} || return {};
    what = $string_utils:literal_object(words);
    valid(what) || return {};
    lines = {"[bold]" + $markup:escape($string_utils:nn(what)) + "[/]"};
    text = `what.help_msg ! ANY => ""';
    typeof(text) in {STR, LIST} || (text = "");
    text || (text = this:_doc_for(player, what, "help_msg"));
    text || (text = `what.description ! ANY => ""');
    lines = {@lines, @{$markup:escape(line) for line in (typeof(text) == LIST ? text | {text})}};
    docs = what.r || $perm_utils:controls(player, what) ? this:_first_lines(player, what) | {};
    shown = {"  " + strsub(docs[i], "[", "[[") for names, i in (docs ? verbs(what) | {}) if docs[i] && names[1] != "_" && names != "help_msg" && index(names, "test_") != 1};
    return shown ? {@lines, "", @shown} | lines;
  endmethod

  method _first_lines owner: ARCHWIZARD
    // :_first_lines(who, object) => the first line of each verb's comment, as far as somebody may read it
    caller == this || raise(E_PERM);
    {who, what} = args;
    set_task_perms(who);
    return $code_utils:first_lines(what);
  endmethod

  method _doc_for owner: ARCHWIZARD
    // :_doc_for(who, object, place or name) => the comment of a verb, as far as somebody may read it
    caller == this || raise(E_PERM);
    {who, what, place} = args;
    set_task_perms(who);
    return $code_utils:verb_documentation(what, place);
  endmethod

  method begin_with owner: ARCHWIZARD
    // :begin_with(start) => the names of commands and topics that begin so
    {start} = args;
    this:_fresh();
    return this:_starting("\n" + start) || this:_starting("\n@" + start);
  endmethod

  method _starting owner: ARCHWIZARD
    // :_starting(line feed and start of a name) => the names in the index that begin so, twenty at most
    caller == this || raise(E_PERM);
    {what} = args;
    text = this.starts;
    found = {};
    at = 0;
    while (length(found) < 20 && (step = index(text, what, 0, at)))
      at = at + step;
      found = setadd(found, text[at + 1..at + index(text, "\n", 0, at) - 1]);
    endwhile
    return found;
  endmethod

  method near owner: ARCHWIZARD
    // :near(words) => names of commands, topics and functions that begin so, or are spelled nearly so
    {words} = args;
    found = this:_first_names(this:begin_with(words));
    found && return found[1..min(8, $)];
    bare = words[1] == "@" ? words[2..$] | words;
    length(bare) >= 3 || return {};
    for pair in ({{this.words, this.keys}, {this.functions, this.functions}})
      {alike, others} = this:_nearly(bare, @pair);
      alike && return this:_first_names(alike)[1..min(8, $)];
      found = {@found, @others};
    endfor
    return this:_first_names(found)[1..min(8, $)];
  endmethod

  method _nearly owner: ARCHWIZARD
    // :_nearly(word, names, keys) => {names, names}: those that are the word with a few letters changed and begin alike, and some that do not
    caller == this || raise(E_PERM);
    {word, names, keys} = args;
    found = complex_matches("all " + word, names, keys, 0.34);
    found = found[1..min(40, $)];
    alike = {};
    for name in (found)
      key = name[1] == "@" ? name[2..$] | name;
      key[1] == word[1] && abs(length(key) - length(word)) <= 2 && (alike = {@alike, name});
    endfor
    return {alike[1..min(10, $)], found[1..min(10, $)]};
  endmethod

  method _first_names owner: ARCHWIZARD
    // :_first_names(names) => the names with each command called by its first name, none twice
    caller == this || raise(E_PERM);
    known = this:_names();
    topics = $topics:names();
    found = {};
    for name in (args[1])
      first = maphaskey(known, name) ? known[name] | name;
      // a topic goes under its own name
      found = setadd(found, name in topics ? name | first);
    endfor
    return found;
  endmethod

  method summary_lines owner: ARCHWIZARD
    // :summary_lines(who) => what `help' alone shows: where to begin, and where everything is
    {who} = args;
    link = {name} => $markup:link("help " + name, name);
    spoken = $layout:screen_reader(who) || $layout:width(who) < 60;
    lines = {@$layout:heading("Help", who)};
    lines = {@lines, "Type `[bold]help <word>[/]' about a command, a topic or a function; a part of the word will do."};
    rows = {{"New here", {"getting started", "commands typed", "talking", "manners"}}, {"Living", {"moving", "things", "channels", "mail", "options", "problems"}}, {"Building", {"building", "descriptions", "markup", "locks", "messages"}}, {"Programming", {"programming", "language", "events", "editor", "utilities"}}, {"Everything", {"topics", "commands", "functions", "index"}}};
    for row in (rows)
      names = {link(name) for name in (row[2])};
      lines = {@lines, tostr("[bold]", row[1], "[/]", spoken ? ": " | $string_utils:space(13 - length(row[1])), $string_utils:from_list(names, ", "))};
    endfor
    return {@lines, "A question that help does not answer: `[bold]newbie <question>[/]'. You leave with `[bold]@quit[/]'."};
  endmethod

  method commands_lines owner: ARCHWIZARD
    // :commands_lines(who) => all commands that somebody can use, by chapters
    {who} = args;
    roles = this:roles(who);
    lines = {};
    for chapter in (this:_lists())
      if (chapter[1] in roles && chapter[3])
        lines = {@lines, @lines ? {""} | {}, tostr("[bold]", chapter[2], "[/]"), @$layout:columns(chapter[3], who)};
      endif
    endfor
    return {@lines, "", "Type `[bold]help <command>[/]' for how to use one. \"socials\" lists smile, wave and the like."};
  endmethod

  method _lists owner: ARCHWIZARD
    // :_lists() => {{role, heading, {command, …}}, …}
    caller == this || raise(E_PERM);
    this:_fresh();
    return this.lists;
  endmethod

  method functions_lines owner: ARCHWIZARD
    // :functions_lines(who) => the names of all built-in functions
    {who} = args;
    return {"[bold]Built-in functions[/]", @$layout:columns(this.functions || sort(slice(function_info())), who), "", "Type `[bold]help <function>[/]' for what one does."};
  endmethod

  method index_lines owner: ARCHWIZARD
    // :index_lines(who) => what there is help on
    {who} = args;
    lines = {@$topics:index_lines(who), "", @this:commands_lines(who)};
    valid(who) && who.programmer || return {@lines, "\"help functions\" lists what programs are made with."};
    return {@lines, "\"help functions\" lists the built-in functions, \"help objects\" the objects that programs know by name."};
  endmethod

  method objects_lines owner: ARCHWIZARD
    // :objects_lines(who) => the objects that have a name with a dollar sign
    {who} = args;
    names = {"$" + name for name in (sort(properties(#0))) if typeof(what = `#0.(name) ! ANY => 0') == OBJ && valid(what)};
    return {"[bold]Objects[/]", @$layout:columns(names, who), "", "Type `[bold]help $<name>[/]' for what one is for."};
  endmethod

  method page_entries owner: ARCHWIZARD
    // :page_entries(chapter) => {{syntax, what it does, {name, …}}, …} of a chapter's commands, sorted by name
    {chapter} = args;
    entries = {};
    keys = {};
    for class in (chapter[1])
      for entry in (this:commands_of(class))
        doc = this:documentation(class, entry[1]);
        same = 0;
        for old, i in (entries)
          doc && old[1] == doc[1] && (same = i);
        endfor
        if (same)
          entries[same][3] = $set_utils:union(entries[same][3], entry[2]);
        else
          entries = {@entries, {doc ? doc[1] | entry[2][1], $string_utils:from_list({line for line in (doc ? doc[2..$] | {})}, "\n"), entry[2]}};
          keys = {@keys, strsub(entry[2][1], "@", "")};
        endif
      endfor
      suspend_if_needed();
    endfor
    return sort(entries, keys);
  endmethod

  method commands_page owner: ARCHWIZARD
    // :commands_page() => the lines of docs/reference/commands.md: every command by role, from the comments of the verbs
    lines = {"# Commands", "", "What can be typed in the starter world, by role. The page is made from the comments at the start of the verbs, which `help <command>` shows, too; `;$help:commands_page()` writes it.", ""};
    titles = ["visitor" -> "Before login", "player" -> "Everybody", "guest" -> "Guests", "builder" -> "Builders", "programmer" -> "Programmers", "wizard" -> "Wizards"];
    role = "";
    for chapter in (this.chapters)
      if (chapter[2] != role)
        role = chapter[2];
        lines = {@lines, "## " + titles[role], ""};
      endif
      entries = this:page_entries(chapter);
      if (!entries)
        continue;
      endif
      alone = length({other for other in (this.chapters) if other[2] == role}) == 1;
      alone || (lines = {@lines, "### " + chapter[3], ""});
      for entry in (entries)
        {syntax, text, names} = entry;
        lines = {@lines, tostr("- `", syntax, "`", length(names) > 1 ? tostr(" (", $string_utils:from_list(names, ", "), ")") | "", "  ")};
        for line in (text ? explode(text, "\n", 1) | {})
          lines = {@lines, line && line[1] == " " ? tostr("  `", $string_utils:trim(line), "`  ") | "  " + this:_markdown(line)};
        endfor
      endfor
      lines = {@lines, ""};
      suspend_if_needed();
    endfor
    return lines[1..$ - 1];
  endmethod

  method _markdown owner: ARCHWIZARD
    // :_markdown(text) => the text with `commands' as code, and the characters quoted elsewhere that Markdown would take for its own
    {text} = args;
    if ((open = index(text, "`")) && (close = index(text[open..$], "'")))
      return tostr(this:_markdown(text[1..open - 1]), "`", text[open + 1..open + close - 2], "`", this:_markdown(text[open + close..$]));
    endif
    out = text;
    for c in ({"\\", "`", "*", "_", "<", ">", "[", "]", "|"})
      out = strsub(out, c, "\\" + c);
    endfor
    return out;
  endmethod

  method missing owner: ARCHWIZARD
    // :missing() => the commands that have no comment: {{object, names}, …}
    found = {};
    for chapter in (this.chapters)
      for class in (chapter[1])
        for entry in (this:commands_of(class))
          this:documentation(class, entry[1]) || (found = {@found, {class, entry[2]}});
        endfor
      endfor
    endfor
    return found;
  endmethod

  method test_find owner: ARCHWIZARD
    $test:contains(strip_markup(this:find("look")[1]), "look");
    $test:contains(strip_markup(this:find("channel")[1]), "channel");
    $test:contains(strip_markup(this:find("@send")[1]), "@send");
    $test:true(this:find("$string_utils"));
    $test:contains(strip_markup(this:find("$string_utils:left")[1]), ":left(text");
    $test:contains(strip_markup(this:find("tostr")[1]), "tostr");
    $test:equal(this:find("tostr()"), this:find("tostr"));
    $test:true(this:find("getting started"));
    $test:contains(strip_markup(this:find("smile")[1]), "smile [somebody]");
    $test:equal(this:find("getting st"), this:find("getting started"));
    $test:true(this:find("index"));
    $test:true(this:find("functions"));
    $test:true(this:find("objects"));
    $test:true(this:find("commands"));
    $test:equal(this:find("no such topic anywhere"), {});
    $test:equal(this:find(""), {});
    $test:true("look" in this:command_names($player));
    $test:true("@gag" in this:all_names({"player"}));
    $test:equal(this:plain_names("g*et take"), {"get", "take"});
  endmethod

  method test_near owner: ARCHWIZARD
    $test:true("channel" in this:near("chanel"));
    $test:true("@send" in this:near("@sned"));
    $test:true("building" in this:near("buildng"));
    $test:equal(this:near("xqzwv"), {});
    $test:true("@gag" in this:near("gag"));
  endmethod

  method test_complete owner: ARCHWIZARD
    $test:equal(this:missing(), {});
    for chapter in (this.chapters)
      for class in (chapter[1])
        for entry in (class == $login ? {} | this:commands_of(class))
          for name in (entry[2])
            $test:true(this:command_lines(name), "help on " + name);
            suspend_if_needed();
          endfor
        endfor
      endfor
    endfor
  endmethod

  method test_page owner: ARCHWIZARD
    page = $string_utils:from_list(this:commands_page(), "\n");
    for name in ({"look", "channel", "@send", "@edit", "news"})
      $test:contains(page, name);
    endfor
    $test:contains(page, "## Everybody");
  endmethod
endobject
