object HELP [
  import_export_id -> "help",
  import_export_hierarchy -> {"help"}
]
  name: "help"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  // the classes whose commands are listed, and what their commands are for
  property chapters (owner: ARCHWIZARD, flags: "r") = {
    {PLAYER, "You and others"},
    {ROOM, "Where you are"},
    {THING, "Things"},
    {CONTAINER, "Things that hold things"},
    {NOTE, "Things to read"},
    {FURNITURE, "Furniture"},
    {BUILDER, "Building"},
    {PROGRAMMER, "Programming"},
    {WIZARD, "Administration"}
  };
  // topic -> lines in markup
  property topics (owner: ARCHWIZARD, flags: "r") = [];
  override aliases = {"help"};
  override description = "Explains commands, topics, objects and functions.";

  method show owner: ARCHWIZARD
    // :show(words) shows the player what there is to say about something
    {words} = args;
    words = $string_utils:trim(words);
    words || return this:summary();
    lines = this:find(words);
    if (lines)
      player:show(lines);
    else
      near = this:near(words);
      player:tell("There is no help on \"", words[1..min(60, $)], "\".", near ? tostr(" There is on ", $string_utils:english_list(near[1..min(5, $)], "", " and "), ".") | " `help' alone shows what there is.");
    endif
  endmethod

  method find owner: ARCHWIZARD
    // :find(words) => lines of markup about a topic, command, object or function; {} if there are none
    {words} = args;
    maphaskey(this.topics, words) && return this:lines_of(this.topics[words]);
    lines = this:command(words);
    lines && return lines;
    what = $string_utils:literal_object(words);
    valid(what) && return this:object(what);
    name = length(words) > 2 && words[$ - 1..$] == "()" ? words[1..$ - 2] | words;
    text = `function_help(name) ! ANY => ""';
    text && return {$markup:escape(line) for line in (typeof(text) == LIST ? text | explode(text, "\n", 1))};
    found = {topic for topic in (mapkeys(this.topics)) if index(topic, words) == 1};
    return length(found) == 1 ? this:lines_of(this.topics[found[1]]) | {};
  endmethod

  method lines_of owner: ARCHWIZARD
    // :lines_of(text) => a topic's lines
    return typeof(args[1]) == LIST ? args[1] | {args[1]};
  endmethod

  method command owner: ARCHWIZARD
    // :command(name) => lines about the commands of that name, from their programs' first comments
    {name} = args;
    lines = {};
    for entry in (this.chapters)
      for place in ($code_utils:verbs_named(entry[1], name))
        if (verb_args(entry[1], place) == {"this", "none", "this"})
          continue;
        endif
        doc = $code_utils:verb_documentation(entry[1], place);
        if (!doc)
          continue;
        endif
        lines && (lines = {@lines, ""});
        lines = {@lines, "[bold]" + $markup:escape(doc[1]) + "[/]", @{$markup:escape(line) for line in (doc[2..$])}};
      endfor
    endfor
    return lines;
  endmethod

  method object owner: ARCHWIZARD
    // :object(what) => lines about an object: what its help_msg says, and its verbs
    {what} = args;
    lines = {"[bold]" + $markup:escape($string_utils:nn(what)) + "[/]"};
    text = `what.help_msg ! ANY => ""';
    text || (text = $code_utils:verb_documentation(what, "help_msg"));
    lines = {@lines, @{$markup:escape(line) for line in (typeof(text) == LIST ? text | {text})}};
    for names, i in (what.r || $perm_utils:controls(player, what) ? verbs(what) | {})
      if ((names[1] == "_" || index(names, "test_") == 1 || names == "help_msg"))
        continue;
      endif
      doc = $code_utils:verb_documentation(what, i);
      doc && (lines = {@lines, "  " + $markup:escape(doc[1])});
    endfor
    return lines;
  endmethod

  method roles owner: ARCHWIZARD
    // :roles(who) => those of the chapters that concern somebody
    {who} = args;
    return {entry for entry in (this.chapters) if !isa(entry[1], $player) || isa(who, entry[1])};
  endmethod

  method summary owner: ARCHWIZARD
    // :summary() shows the player the commands that there are, by chapters
    readable = player:screenreader();
    for entry in (this:roles(player))
      names = this:command_names(entry[1]);
      if (!names)
        continue;
      endif
      player:show(tostr("[bold]", entry[2], "[/]"));
      player:show("  " + $string_utils:from_list({$markup:link("help " + name, name) for name in (names)}, readable ? ", " | "  "));
    endfor
    topics = mapkeys(this.topics);
    if (topics)
      player:show("[bold]Topics[/]");
      player:show("  " + $string_utils:from_list({$markup:link("help " + name, name) for name in (topics)}, readable ? ", " | "  "));
    endif
    player:show("Type [bold]help <command>[/] for more about one.");
  endmethod

  method command_names owner: ARCHWIZARD
    // :command_names(class) => the first names of the commands that a class defines, sorted
    {class} = args;
    found = {};
    for names, i in (verbs(class))
      if (verb_args(class, i) == {"this", "none", "this"})
        continue;
      endif
      words = explode(names);
      found = setadd(found, strsub(length(words[1]) < 3 && length(words) > 1 ? words[2] | words[1], "*", ""));
    endfor
    return sort(found);
  endmethod

  method near owner: ARCHWIZARD
    // :near(words) => names of commands and topics that are nearly so
    {words} = args;
    found = {};
    for name in ({@mapkeys(this.topics), @player:command_words()})
      if (index(name, words) || (length(words) > 3 && $string_utils:distance(name, words, 2) <= 2))
        found = setadd(found, name);
      endif
    endfor
    return found;
  endmethod

  method test_find owner: ARCHWIZARD
    $test:contains(this:find("look")[1], "look");
    $test:contains(this:find("@dig")[1], "@dig");
    $test:true(this:find("$string_utils"));
    $test:true(this:find("tostr"));
    $test:true(this:find("tostr()"));
    $test:equal(this:find("no such topic anywhere"), {});
    $test:true("look" in this:command_names($player));
  endmethod
endobject
