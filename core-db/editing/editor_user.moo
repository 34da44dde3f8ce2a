object EDITOR_USER [
  import_export_id -> "editor_user",
  import_export_hierarchy -> {"editing"}
]
  name: "generic editor user"
  parent: ROOT
  owner: ARCHWIZARD
  readable: true

  // what is being edited, the one that commands go to first; see $editors
  property edits (owner: ARCHWIZARD, flags: "") = {};
  // whether texts go to the client to be edited there
  property local_editing (owner: ARCHWIZARD, flags: "r") = false;

  verb "@edit @notedit @verbedit @vedit @nedit" (any any any) owner: ARCHWIZARD flags: "rd"
    // @edit <object>:<verb>; @edit <object>.<property>; @edit <note>; @edit <object>
    // Edits a verb's program, a property, what stands on a note, or the description of anything else that is yours ("@edit me", "@edit here"). You stay where you are and can go on talking: the editor's commands begin with a period, and .h lists them. Without anything, goes on with what you were editing.
    text = $string_utils:trim(argstr);
    if (!text || match(text, "^[0-9]+$"))
      $editors:resume(player, text);
      return;
    endif
    $editors:invoke(player, text);
  endverb

  verb "@edit-option*s" (any any any) owner: ARCHWIZARD flags: "rd"
    // @edit-options [local on | local off]
    // With "local on", what you edit is sent to your client, which opens it in an editor of its own, if it knows how (most clients made for MOOs do). With "local off" you edit line by line.
    words = explode(argstr);
    if (words && words[1] in {"local", "+local", "-local"})
      on = words[1] == "+local" || (words[1] == "local" && (length(words) < 2 || words[2] in {"on", "yes", "1"}));
      player.local_editing = on && true || false;
    elseif (words)
      return player:tell("Type \"@edit-options local on\" or \"@edit-options local off\".");
    endif
    player:tell(player.local_editing ? "What you edit is sent to your client." | "You edit line by line.");
  endverb

  verb "@upload" (any none none) owner: ARCHWIZARD flags: "rd"
    // @upload <number>
    // Your client types this for you when you have edited a text in it: the lines of the text follow, and a period.
    id = toint(argstr);
    lines = {};
    while ((line = read(player)) != ".")
      lines = {@lines, line && line[1] == "." ? line[2..$] | line};
    endwhile
    {ok, messages} = $editors:upload(player, id, lines);
    player:tell_lines(messages);
  endverb

  verb "@detail @details" (any any any) owner: ARCHWIZARD flags: "rd"
    // @detail <words> on <object> is <text>; @detail <words> on <object>; @details <object>
    // Gives a description details that can be looked at without being objects: "@detail lantern|post on here is The flame stands quite still." Several words for one thing have a bar between them. Without a text the detail goes; @details lists them.
    if (verb == "@details" || !argstr)
      what = $match_utils:find(argstr || "here", player)[1];
      valid(what) || return player:tell("I don't know what \"", argstr, "\" is.");
      what.details || return player:tell(what:titlec(), " has no details.");
      return $pager:show($layout:form({{strsub(entry[1], "|", ", "), typeof(entry[2]) == LIST ? {strip_markup(line) for line in (entry[2])} | strip_markup(entry[2])} for entry in (what.details)}), player);
    endif
    at = index(argstr, " is ");
    text = at ? $string_utils:trim(argstr[at + 4..$]) | "";
    head = at ? argstr[1..at - 1] | argstr;
    at = rindex(head, " on ");
    at || return player:tell("Type \"@detail <words> on <object> is <text>\".");
    words = $string_utils:trim(head[1..at - 1]);
    what = $match_utils:find(head[at + 4..$], player)[1];
    valid(what) || return player:tell("I don't know what \"", head[at + 4..$], "\" is.");
    $perm_utils:controls(player, what) || return player:tell(what:titlec(), " belongs to ", valid(what.owner) ? what.owner.name | "nobody", ".");
    names = {$string_utils:trim(word) for word in (explode(words, "|"))};
    old = what.details;
    kept = {entry for entry in (old) if !$set_utils:intersection(explode(entry[1], "|"), names)};
    if (!text && length(kept) == length(old))
      return player:tell("There is no detail \"", words, "\" on ", what:the(), ".");
    endif
    what.details = text ? {@kept, {$string_utils:from_list(names, "|"), text}} | kept;
    $history:record(what, player, "detail", {"prop", "details", old});
    player:tell(text ? tostr("\"look ", names[1], "\" shows that now.") | "The detail is gone.");
  endverb

  method editor_huh owner: ARCHWIZARD
    // :editor_huh(verb, words) => whether the line was a command of the editor; it has been done then
    {word, words} = args;
    caller == this || caller_perms().wizard || raise(E_PERM);
    word && word[1] == "." || return false;
    return $editors:command(this, argstr ? tostr(word, " ", argstr) | word);
  endmethod

  method test_editing owner: ARCHWIZARD
    before = this.edits;
    try
      this.edits = {};
      session = ["id" -> 0, "kind" -> "call", "what" -> this, "verb" -> "tell", "title" -> "a test", "lines" -> {"one", "two"}, "at" -> 2, "past" -> {}, "future" -> {}, "changed" -> false, "local" -> false, "time" -> 0];
      this.edits = {session};
      lines = {} => this.edits[1]["lines"];
      $test:true($editors:command(this, ".i three"));
      $test:equal(lines(), {"one", "two", "three"});
      $editors:command(this, ".i 0 zero");
      $test:equal(lines(), {"zero", "one", "two", "three"});
      $editors:command(this, ".d 2-3");
      $test:equal(lines(), {"zero", "three"});
      $editors:command(this, ".u");
      $test:equal(lines(), {"zero", "one", "two", "three"});
      $editors:command(this, ".redo");
      $test:equal(lines(), {"zero", "three"});
      $editors:command(this, ".s/e/E/g all");
      $test:same(lines(), {"zEro", "thrEE"});
      $editors:command(this, ".r 1 first");
      $editors:command(this, ".a line");
      $test:equal(lines(), {"first line", "thrEE"});
      $editors:command(this, ".m 1 to $");
      $test:equal(lines(), {"thrEE", "first line"});
      $editors:command(this, ".c 1 to 2");
      $test:equal(lines(), {"thrEE", "first line", "thrEE"});
      $editors:command(this, ".j all");
      $test:equal(lines(), {"thrEE first line thrEE"});
      $editors:command(this, ".fill 20");
      $test:equal(lines(), {"thrEE first line", "thrEE"});
      $editors:command(this, ".f first");
      $test:equal(this.edits[1]["at"], 1);
      $test:false($editors:command(this, ".say hello"));
      $editors:command(this, ".abort");
      $test:equal(this.edits, {});
      $test:false($editors:command(this, ".l"));
    finally
      this.edits = before;
    endtry
  endmethod
endobject
