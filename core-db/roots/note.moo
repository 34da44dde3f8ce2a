object NOTE [
  import_export_id -> "note",
  import_export_hierarchy -> {"roots"}
]
  name: "generic note"
  parent: THING
  owner: ARCHWIZARD
  fertile: true
  readable: true

  // who may read it: a key of $lock_utils
  property encryption_key (owner: ARCHWIZARD, flags: "c") = 0;
  // what is written on it, a list of lines in markup
  property text (owner: ARCHWIZARD, flags: "c") = {};
  // who may write on it besides its owner
  property writers (owner: ARCHWIZARD, flags: "rc") = {};
  override aliases = {"note"};
  override description = "There is something written on it.";

  verb "r*ead" (this none none) owner: ARCHWIZARD flags: "rxd"
    // read <note>
    // Reads what is written on something.
    if (!this:is_readable_by(player))
      player:tell("You can't read ", this:the(), ": it is only for ", $lock_utils:words(this.encryption_key), ".");
      return;
    endif
    text = this:text();
    if (!text)
      player:tell("There is nothing written on ", this:the(), ".");
    else
      player:tell("On ", this:the(), " is written:");
      player:show($markup:tame(text));
    endif
    $events:emit("action", player.location, ["actor" -> "", "others" -> "%N %<reads> %<the t>."], ["this" -> this]);
  endverb

  method text owner: ARCHWIZARD
    // :text() => what is written on it, to those who may read it
    caller == this || this:is_readable_by(caller_perms()) || return E_PERM;
    return this.text;
  endmethod

  method is_readable_by owner: ARCHWIZARD
    // :is_readable_by(who) => whether somebody may read it
    return this.encryption_key == 0 || $perm_utils:controls(args[1], this) || $lock_utils:eval_key(this.encryption_key, args[1]);
  endmethod

  method is_writable_by owner: ARCHWIZARD
    // :is_writable_by(who) => whether somebody may write on it
    return $perm_utils:controls(args[1], this) || args[1] in this.writers && true || false;
  endmethod

  method set_text owner: ARCHWIZARD
    // :set_text(lines) => true, or an error
    {text} = args;
    caller == this || this:is_writable_by(caller_perms()) || return E_PERM;
    typeof(text) == STR && (text = text ? {text} | {});
    typeof(text) == LIST || return E_TYPE;
    this.text = text;
    return true;
  endmethod

  verb "wr*ite" (any on top of this) owner: ARCHWIZARD flags: "rxd"
    // write <text> on <note>
    // Adds a line to what is written on something. `@edit <note>' changes all of it.
    callers() && !$perm_utils:controls(caller_perms(), player) && raise(E_PERM, "Nobody may do that for somebody else.");
    if (!this:is_writable_by(player))
      player:tell("You can't write on ", this:the(), valid(this.owner) ? tostr("; it is ", this.owner.name, "'s.") | ".");
    elseif (!dobjstr)
      player:tell("Write what? Type `write \"<text>\" on ", this.name, "'.");
    else
      this.text = {@this.text, dobjstr};
      player:tell("You write that on ", this:the(), ".");
      $events:emit("action", player.location, ["actor" -> "", "others" -> "%N %<writes> something on %<the t>."], ["this" -> this]);
    endif
  endverb

  verb "er*ase" (this none none) owner: ARCHWIZARD flags: "rxd"
    // erase <note>
    // Removes everything that is written on something of yours.
    callers() && !$perm_utils:controls(caller_perms(), player) && raise(E_PERM, "Nobody may do that for somebody else.");
    if (!this:is_writable_by(player))
      player:tell("You can't erase ", this:the(), ".");
    else
      $history:record(this, player, "erase", {"prop", "text", this.text});
      this.text = {};
      player:tell("You erase ", this:the(), ".");
    endif
  endverb

  method test_text owner: ARCHWIZARD
    note = create($note, #2);
    try
      $test:equal(note:set_text("one"), true);
      $test:equal(note:text(), {"one"});
      $test:equal(note:set_text(3), E_TYPE);
      $test:true(note:is_writable_by(#2));
      $test:false(note:is_writable_by($no_one));
      $test:true(note:is_readable_by($no_one));
      note.encryption_key = #1;
      $test:false(note:is_readable_by($no_one));
    finally
      recycle(note);
    endtry
  endmethod
endobject
