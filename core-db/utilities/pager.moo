object PAGER [
  import_export_id -> "pager",
  import_export_hierarchy -> {"utilities"}
]
  name: "pager"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  // player -> markup lines that have not been shown yet
  property waiting (owner: ARCHWIZARD, flags: "") = [];
  override aliases = {"pager"};
  override description = "Shows long texts a page at a time to those who want that, without keeping them from doing something else in between.";

  method help_msg owner: ARCHWIZARD
    // $pager:show(lines [, who]) is player:show(lines) for lines that may be many. Who has set a page length sees one page; `more' shows the next, `more all' the rest.
  endmethod

  method page_length owner: ARCHWIZARD
    // :page_length(who) => how many lines the player wants at a time, 0 for all
    {who} = args;
    valid(who) || return 0;
    lines = `who:option("pagelength") ! ANY => 0';
    return typeof(lines) == INT && lines > 4 ? lines | 0;
  endmethod

  method show owner: ARCHWIZARD
    // :show(lines [, who]) shows lines of markup, one page of them if the player has a page length.
    {lines, ?who = player} = args;
    caller_perms().wizard || who == player || $perm_utils:controls(caller_perms(), who) || raise(E_PERM);
    typeof(lines) == LIST || (lines = {lines});
    this:_show(lines, who);
  endmethod

  method _show owner: ARCHWIZARD
    // :_show(lines, who) shows a page and keeps the rest.
    caller == this || raise(E_PERM);
    {lines, who} = args;
    most = this:page_length(who);
    waiting = this.waiting;
    if (!most || length(lines) <= most)
      maphaskey(waiting, who) && (this.waiting = mapdelete(waiting, who));
      who:show(lines);
      return;
    endif
    who:show(lines[1..most - 1]);
    waiting[who] = lines[most..$];
    this.waiting = waiting;
    left = length(lines) - most + 1;
    who:tell("-- ", $string_utils:pluralize(left, "more line"), ": type \"more\", or \"more all\" --");
  endmethod

  method more owner: ARCHWIZARD
    // :more(who [, all]) shows the next page, or all that is left.
    {who, ?all = false} = args;
    caller_perms().wizard || who == player || raise(E_PERM);
    if (!maphaskey(this.waiting, who))
      who:tell("There is nothing more to show.");
      return;
    endif
    lines = this.waiting[who];
    if (all)
      this.waiting = mapdelete(this.waiting, who);
      who:show(lines);
    else
      this:_show(lines, who);
    endif
  endmethod

  method forget owner: ARCHWIZARD
    // :forget(who) drops what somebody has not read; for when a player leaves.
    {who} = args;
    caller_perms().wizard || raise(E_PERM);
    maphaskey(this.waiting, who) && (this.waiting = mapdelete(this.waiting, who));
  endmethod

  method test_pages owner: ARCHWIZARD
    $test:equal(this:page_length($nothing), 0);
    $test:raises(E_PERM, this, "_show", {{"a"}, $nothing});
    before = this.waiting;
    waiting = before;
    waiting[$no_one] = {"a", "b"};
    this.waiting = waiting;
    this:forget($no_one);
    $test:equal(this.waiting, before);
  endmethod
endobject
