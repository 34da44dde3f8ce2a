object NEWS [
  import_export_id -> "news",
  import_export_hierarchy -> {"help"}
]
  name: "news"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  // {number, time, who, title, lines of markup}, oldest first
  property items (owner: ARCHWIZARD, flags: "r") = {};
  property last_number (owner: ARCHWIZARD, flags: "r") = 0;
  // those who may write news besides the wizards
  property writers (owner: ARCHWIZARD, flags: "r") = {};
  override aliases = {"news"};
  override description = "What is new in this world.";

  method may_write owner: ARCHWIZARD
    // :may_write(who) => whether somebody may write news
    return args[1].wizard || args[1] in this.writers && true || false;
  endmethod

  method add owner: ARCHWIZARD
    // :add(who, title, lines) => the number of the new item, or E_PERM
    {who, title, lines} = args;
    perms = caller_perms();
    perms.wizard || perms == who || return E_PERM;
    this:may_write(who) || return E_PERM;
    this.last_number = this.last_number + 1;
    this.items = {@this.items, {this.last_number, time(), who, title, lines}};
    for listener in (connected_players())
      listener == who || listener:show(tostr("-- News: ", $markup:escape(title), ". Type ", $markup:link("news", "\"news\""), "."));
    endfor
    return this.last_number;
  endmethod

  method written owner: ARCHWIZARD
    // :written(who, lines, title) => "" after the editor has stored an item, or what is wrong
    {who, lines, title} = args;
    lines || return "There is nothing in it yet.";
    caller == $editors || return "Only the editor does that.";
    result = this:add(who, title, lines);
    return typeof(result) == ERR ? "You may not write news." | "";
  endmethod

  method remove owner: ARCHWIZARD
    // :remove(number) => whether there was an item of that number; it is gone now
    {number} = args;
    this:may_write(caller_perms()) || return E_PERM;
    i = $list_utils:iassoc(number, this.items);
    i && (this.items = listdelete(this.items, i));
    return i > 0;
  endmethod

  method unread owner: ARCHWIZARD
    // :unread(who) => the items that somebody has not read
    {who} = args;
    seen = `who.news_seen ! ANY => 0';
    return {item for item in (this.items) if item[1] > seen};
  endmethod

  method item_lines owner: ARCHWIZARD
    // :item_lines(item, who) => an item as lines of markup
    {item, who} = args;
    {number, when, author, title, lines} = item;
    return {tostr("[bold]", $markup:escape(title), "[/]"), tostr("[dim]", number, ", ", $time_utils:long_time(when, who), ", by ", valid(author) ? $markup:escape(author.name) | "somebody", "[/]"), @lines};
  endmethod

  method list_lines owner: ARCHWIZARD
    // :list_lines(who) => a table of all items, the newest first
    {who} = args;
    seen = `who.news_seen ! ANY => 0';
    rows = {{item[1], item[1] > seen ? "new" | "", $time_utils:short_time(item[2], who), item[4]} for item in (reverse(this.items))};
    return $layout:table({{"No.", "right"}, {""}, {"Date"}, {"Title"}}, rows, who);
  endmethod

  method test_news owner: ARCHWIZARD
    before = {this.items, this.last_number};
    try
      number = this:add(this.owner, "A test", {"It works."});
      $test:equal(this.items[$][1], number);
      $test:contains(this:item_lines(this.items[$], $nothing)[1], "A test");
      $test:true(this:list_lines($nothing));
      $test:equal(this:add($no_one, "x", {}), E_PERM);
      $test:equal(this:written(this.owner, {}, "x"), "There is nothing in it yet.");
      $test:true(this:remove(number));
      $test:false(this:remove(number));
      $test:false(this:may_write($no_one));
    finally
      this.items = before[1];
      this.last_number = before[2];
    endtry
  endmethod
endobject
