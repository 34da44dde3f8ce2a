object LOG [
  import_export_id -> "log",
  import_export_hierarchy -> {"system"}
]
  name: "server log"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  // lines shown at a time when very many come at once
  property most (owner: ARCHWIZARD, flags: "rc") = 40;
  // the task that waits for the next line
  property task (owner: ARCHWIZARD, flags: "") = 0;
  // who sees each line as it is written
  property watchers (owner: ARCHWIZARD, flags: "") = {};
  override aliases = {"log"};
  override description = "Shows administrators what the server writes to its log.";

  method lines owner: ARCHWIZARD
    // :lines(how many) => the newest lines of the log, as markup
    caller_perms().wizard || raise(E_PERM);
    {most} = args;
    found = server_log_lines();
    return {this:_text(line) for line in (found[max(1, $ - most + 1)..$])};
  endmethod

  method _text owner: ARCHWIZARD
    // :_text({number, time, level, text}) => a line as markup: its time, how grave it is if it is, and what it says
    {number, when, level, text} = args[1];
    line = tostr(ctime(when)[12..19], "  ", level == "info" ? "" | $string_utils:uppercase(level) + ": ", text);
    return level == "info" ? $markup:escape(line) | $markup:tag(level == "error" ? "red" | "yellow", line);
  endmethod

  method is_watched_by owner: ARCHWIZARD
    // :is_watched_by(who) => whether somebody sees each line as it is written
    return args[1] in this.watchers && true || false;
  endmethod

  method watch owner: ARCHWIZARD
    // :watch(who) shows somebody each line from here on, until they disconnect or :unwatch().
    caller_perms().wizard || raise(E_PERM);
    {who} = args;
    this.watchers = setadd(this.watchers, who);
    if (!(this.task && valid_task(this.task)))
      lines = server_log_lines();
      last = lines ? lines[$][1] | 0;
      fork id (0)
        this:_follow(last);
      endfork
      this.task = id;
    endif
  endmethod

  method unwatch owner: ARCHWIZARD
    // :unwatch(who) ends that.
    caller_perms().wizard || raise(E_PERM);
    this.watchers = setremove(this.watchers, args[1]);
  endmethod

  method server_started owner: ARCHWIZARD
    // :server_started() forgets who looked on when the server ended.
    caller == #0 || caller_perms().wizard || raise(E_PERM);
    this.watchers = {};
    this.task = 0;
  endmethod

  method _follow owner: ARCHWIZARD
    // :_follow(number of the last line that is not new) hands each new line to whoever looks on, as long as somebody does
    caller == this || raise(E_PERM);
    {last} = args;
    try
      while (this:_listeners())
        if (!last)
          suspend(1);
        endif
        lines = server_log_lines(last);
        lines && (last = lines[$][1]);
        shown = {this:_text(line) for line in (lines[1..min(this.most, $)])};
        length(lines) > this.most && (shown = {@shown, tostr("… and ", length(lines) - this.most, " more lines.")});
        for who in (this:_listeners())
          `who:show(shown) ! ANY';
        endfor
      endwhile
    except (E_INTRPT)
      // the server was started anew, and nobody looks on any more
    endtry
    this.task = 0;
  endmethod

  method _listeners owner: ARCHWIZARD
    // :_listeners() => those who look on and are still there; the others are forgotten
    caller == this || raise(E_PERM);
    there = connected_players();
    still = {who for who in (this.watchers) if valid(who) && who.wizard && who in there};
    still == this.watchers || (this.watchers = still);
    return still;
  endmethod

  method test_text owner: ARCHWIZARD
    $test:contains(this:_text({1, 0, "info", "[ready]"}), "[[ready]");
    $test:contains(strip_markup(this:_text({1, 0, "warning", "the disk is slow"})), "WARNING: the disk is slow");
    $test:equal(strip_markup(this:_text({1, 59, "error", "x"})), "00:00:59  ERROR: x");
  endmethod

  method test_watchers owner: ARCHWIZARD
    before = this.watchers;
    try
      this.watchers = {$no_one};
      $test:true(this:is_watched_by($no_one));
      $test:equal(this:_listeners(), {});
      $test:false(this:is_watched_by($no_one));
    finally
      this.watchers = before;
    endtry
  endmethod
endobject
