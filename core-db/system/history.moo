object HISTORY [
  import_export_id -> "history",
  import_export_hierarchy -> {"system"}
]
  name: "history"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  // changes kept for each object
  property kept (owner: ARCHWIZARD, flags: "rc") = 20;
  property last_id (owner: ARCHWIZARD, flags: "r") = 0;
  // changes that each player can undo
  property undoable (owner: ARCHWIZARD, flags: "rc") = 50;
  override aliases = {"history"};
  override description = "Remembers who changed what and when, and how to undo it.";

  method record owner: ARCHWIZARD
    // :record(object, who, what was done, how to undo it) notes a change
    // How to undo it is a list, {"prop", name, old value} and so on; see :undo.
    {what, who, text, undo} = args;
    perms = caller_perms();
    $perm_utils:controls(perms, what) || return 0;
    id = this.last_id + 1;
    this.last_id = id;
    entry = {id, time(), who, text, undo};
    value_bytes(undo) > 200000 && (entry[5] = {});
    changes = {@what.changes, entry};
    what.changes = changes[max(1, $ - this.kept + 1)..$];
    // what one command changed is undone together
    stack = {@who.undo_stack, {what, id, task_id()}};
    who.undo_stack = stack[max(1, $ - this.undoable + 1)..$];
    return id;
  endmethod

  method of owner: ARCHWIZARD
    // :of(object) => its changes, {id, time, who, text, undo}, oldest first; for those who control it
    {what} = args;
    $perm_utils:controls(caller_perms(), what) || caller == this || raise(E_PERM);
    return what.changes;
  endmethod

  method undo owner: ARCHWIZARD
    // :undo(object, number, who) => "" when that change of the object is undone, else why it cannot be
    {what, id, who} = args;
    perms = caller_perms();
    perms.wizard || perms == who || raise(E_PERM);
    valid(what) || return "The object is no more.";
    entry = $list_utils:assoc(id, what.changes);
    entry || return "It is too long ago to be remembered.";
    $perm_utils:controls(who, what) || return tostr("You may not change ", what:the(), " any more.");
    how = entry[5];
    how || return "The old value was too large to be kept.";
    try
      this:_undo(what, how, who);
    except e (E_PERM)
      return tostr("You may not change ", what:the(), " any more.");
    except e (ANY)
      return tostr("It cannot be undone: ", e[2], ".");
    endtry
    what.changes = {@setremove(what.changes, entry), {this:_next_id(), time(), who, "undo " + entry[4], {}}};
    who.undo_stack = {pair for pair in (who.undo_stack) if pair[1..2] != {what, id}};
    return "";
  endmethod

  method _next_id owner: ARCHWIZARD
    // :_next_id() => a number for a change
    caller == this || raise(E_PERM);
    this.last_id = this.last_id + 1;
    return this.last_id;
  endmethod

  method _undo owner: ARCHWIZARD
    // :_undo(object, how, who) undoes a change with somebody's permissions
    caller == this || raise(E_PERM);
    {what, how, who} = args;
    {kind, @rest} = how;
    if (kind == "names" && is_player(what))
      typeof(problem = $wiz_utils:rename_player(what, $string_utils:from_list({rest[1], @setremove(rest[2], rest[1])}, ","))) == STR && problem && raise(E_INVARG, problem);
      return;
    endif
    set_task_perms(who);
    if (kind == "prop")
      what.(rest[1]) = rest[2];
    elseif (kind == "clear")
      clear_property(what, rest[1]);
    elseif (kind == "names")
      what.name = rest[1];
      what.aliases = rest[2];
    elseif (kind == "create")
      $recycler:put(what, false);
    elseif (kind == "move")
      what:moveto(rest[1]);
      what.location == rest[1] || raise(E_NACC, "it can't be moved back");
    elseif (kind == "restore")
      $recycler:restore(what) || raise(E_INVARG, "it is not in the bin any more");
    elseif (kind == "verb")
      problems = set_verb_code(what, rest[1], rest[2]);
      problems && raise(E_INVARG, problems[1]);
    elseif (kind == "delverb")
      delete_verb(what, rest[1]);
    elseif (kind == "addverb")
      add_verb(what, rest[1], rest[2]);
      set_verb_code(what, length(verbs(what)), rest[3]);
    elseif (kind == "verbinfo")
      set_verb_info(what, rest[1], rest[2]);
    elseif (kind == "verbargs")
      set_verb_args(what, rest[1], listset(rest[2], explode(rest[2][2], "/")[1], 2));
    elseif (kind == "delprop")
      delete_property(what, rest[1]);
    elseif (kind == "addprop")
      add_property(what, rest[1], rest[2], rest[3]);
    elseif (kind == "parents")
      chparents(what, rest[1]);
    elseif (kind == "call")
      what:(rest[1])(@rest[2]);
    elseif (kind == "text")
      changes = what.changes;
      reload_object(rest[1], true, what);
      what.changes = changes;
    elseif (kind == "owner")
      $wiz_utils:set_owner(what, rest[1]);
    else
      raise(E_INVARG, "nobody knows how");
    endif
  endmethod

  method diff owner: ARCHWIZARD
    // :diff(old lines, new lines) => lines that begin with "- " (gone), "+ " (new) or "  " (kept, near a change)
    {old, new} = args;
    first = 0;
    while (first < min(length(old), length(new)) && equal(old[first + 1], new[first + 1]))
      first = first + 1;
    endwhile
    last = 0;
    while (last < min(length(old), length(new)) - first && equal(old[$ - last], new[$ - last]))
      last = last + 1;
    endwhile
    before = {"  " + line for line in (old[max(1, first - 1)..first])};
    after = {"  " + line for line in (old[$ - last + 1..min(length(old), length(old) - last + 2)])};
    a = old[first + 1..$ - last];
    b = new[first + 1..$ - last];
    a || b || return {};
    // strings are compared without their case, what they hash to is not; lists of the same length would be compared place by place
    found = value_diff({string_hash(line) for line in (a)}, {@{string_hash(line) for line in (b)}, @length(a) == length(b) ? {""} | {}}, ["max_changes" -> 5000, "max_lcs_cells" -> 250000]);
    gone = new = [];
    whole = found["truncated"];
    for change in (found["changes"])
      if (change["op"] == "remove")
        gone[change["index"]] = true;
      elseif (change["op"] == "add")
        new[change["index"]] = true;
      else
        whole = true;
      endif
    endfor
    whole && return {@before, @{"- " + line for line in (a)}, @{"+ " + line for line in (b)}, @after};
    out = {};
    i = j = 1;
    kept = 0;
    while (i <= length(a) || j <= length(b))
      if (i <= length(a) && maphaskey(gone, i))
        out = {@out, "- " + a[i]};
        i = i + 1;
        kept = 0;
      elseif (j <= length(b) && maphaskey(new, j))
        out = {@out, "+ " + b[j]};
        j = j + 1;
        kept = 0;
      else
        out = {@out, "  " + a[i]};
        i = i + 1;
        j = j + 1;
        kept = kept + 1;
        if (kept > 5)
          // of a long part that is the same, its ends are enough
          out[$ - 3..$ - 1] = {"  …"};
          kept = 4;
        endif
      endif
    endwhile
    return {@before, @out, @after};
  endmethod

  method versions owner: ARCHWIZARD
    // :versions(object, kind, name) => the changes of one verb or property, newest first, for those who control the object
    // Those of a verb come from the server, which keeps all of them; that takes the task a moment.
    {what, kind, name} = args;
    $perm_utils:controls(caller_perms(), what) || caller == this || raise(E_PERM);
    // what is typed meanwhile waits for the answer
    line = connection();
    kind == "verb" && `set_connection_option(line, "hold-input", 1) ! ANY';
    try
      past = kind == "verb" ? `verb_history(what, name) ! ANY => {}' | {};
    finally
      kind == "verb" && `set_connection_option(line, "hold-input", 0) ! ANY';
    endtry
    if (past)
      versions = {};
      for old, i in (past[2..$])
        // before a verb was removed, it was another one
        if (typeof(old["code"]) != LIST || typeof(past[i]["code"]) != LIST)
          break;
        endif
        versions = {@versions, {past[i]["commit"], past[i]["time"], past[i]["player"], "program " + name, {"verb", name, old["code"]}}};
      endfor
      return versions;
    endif
    return reverse({entry for entry in (what.changes) if length(entry[5]) > 2 && entry[5][1] == kind && entry[5][2] == name});
  endmethod

  method test_diff owner: ARCHWIZARD
    $test:equal(this:diff({"a", "b", "c"}, {"a", "b", "c"}), {});
    $test:equal(this:diff({"a", "b", "c"}, {"a", "x", "c"}), {"  a", "- b", "+ x", "  c"});
    $test:equal(this:diff({}, {"a"}), {"+ a"});
    $test:equal(this:diff({"a"}, {}), {"- a"});
    $test:equal(this:diff({"a"}, {"A"}), {"- a", "+ A"});
    same = {tostr("line ", i) for i in [1..9]};
    $test:equal(this:diff({"a", @same, "b"}, {"x", @same, "y"}), {"- a", "+ x", "  line 1", "  line 2", "  …", "  line 8", "  line 9", "- b", "+ y"});
    $test:equal(this:diff({"1", "a", "b", "c", "2"}, {"1", "b", "x", "c", "y", "2"})[2..$ - 1], {"- a", "  b", "+ x", "  c", "+ y"});
  endmethod

  method test_undo owner: ARCHWIZARD
    thing = create($thing, #2);
    try
      thing.description = "old";
      id = this:record(thing, #2, "describe", {"prop", "description", "old"});
      thing.description = "new";
      $test:equal(this:undo(thing, id, #2), "");
      $test:equal(thing.description, "old");
      $test:true(this:undo(thing, id, #2));
      add_verb(thing, {#2, "rxd", "f"}, {"this", "none", "this"});
      id = this:record(thing, #2, "add verb", {"delverb", "f"});
      $test:equal(this:undo(thing, id, #2), "");
      $test:equal(verbs(thing), {});
    finally
      recycle(thing);
    endtry
  endmethod
endobject
