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
