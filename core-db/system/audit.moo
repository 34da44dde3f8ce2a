object AUDIT [
  import_export_id -> "audit",
  import_export_hierarchy -> {"system"}
]
  name: "audit log"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  // {time, who, what, to what}, oldest first
  property entries (owner: ARCHWIZARD, flags: "") = {};
  property kept (owner: ARCHWIZARD, flags: "rc") = 2000;
  override aliases = {"audit"};
  override description = "Remembers what administrators did, for administrators.";

  method note owner: ARCHWIZARD
    // :note(who, what, details) notes what an administrator did, here and in the server's log.
    caller_perms().wizard || raise(E_PERM);
    {who, what, ?details = ""} = args;
    entries = {@this.entries, {time(), who, what, tostr(details)}};
    this.entries = entries[max(1, $ - this.kept + 1)..$];
    server_log(tostr("AUDIT: ", valid(who) ? who.name | "nobody", " (", who, ") ", what, details ? ": " + tostr(details) | ""));
  endmethod

  method lines owner: ARCHWIZARD
    // :lines([word [, how many]]) => the newest entries that hold a word, as lines
    caller_perms().wizard || raise(E_PERM);
    {?word = "", ?most = 30} = args;
    found = {};
    for entry in (reverse(this.entries))
      {when, who, what, details} = entry;
      line = tostr($time_utils:time_sub("$Y-$1-$3 $H:$M", when), "  ", text_fit(valid(who) ? who.name | tostr(who), 14), "  ", what, details ? "  " + details | "");
      if (!word || index(line, word))
        found = {line, @found};
        length(found) >= most && return found;
      endif
    endfor
    return found;
  endmethod

  method test_entries owner: ARCHWIZARD
    before = this.entries;
    try
      this:note(#2, "tested the audit log", "a detail");
      $test:contains(this:lines("a detail")[$], "tested the audit log");
      $test:equal(this:lines("no such word in any entry"), {});
    finally
      this.entries = before;
    endtry
  endmethod
endobject
