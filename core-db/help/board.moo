object BOARD [
  import_export_id -> "board",
  import_export_hierarchy -> {"help"}
]
  name: "generic board"
  parent: THING
  owner: ARCHWIZARD
  fertile: true
  readable: true

  property last_number (owner: ARCHWIZARD, flags: "r") = 0;
  // how many posts hang there at most; the oldest fall down
  property most_posts (owner: ARCHWIZARD, flags: "rc") = 100;
  // {number, time, who, name, title, lines}, oldest first
  property posts (owner: ARCHWIZARD, flags: "r") = {};
  override aliases = {"board"};
  override description = "A board of cork, and pins to fix notes with.";

  method look_self owner: ARCHWIZARD
    // :look_self() shows the board and what hangs there.
    pass(@args);
    if (!this.posts)
      player:tell("Nothing hangs there. \"post <title> on ", this.name, "\" changes that.");
      return;
    endif
    seen = this:seen(player);
    rows = {{post[1], post[1] > seen ? "new" | "", $time_utils:short_time(post[2], player), post[4], post[5]} for post in (this.posts[max(1, $ - 19)..$])};
    $pager:show({@$layout:table({{"No.", "right"}, {""}, {"Date"}, {"By"}, {"Title", "left", 12}}, rows), tostr("\"read <number> on ", $markup:escape(this.name), "\" reads one, \"post <title> on ", $markup:escape(this.name), "\" pins one up.")}, player);
  endmethod

  method seen owner: ARCHWIZARD
    // :seen(who) => the number of the last post that somebody has read here
    {who} = args;
    seen = `who.boards_seen ! ANY => []';
    return maphaskey(seen, this) ? seen[this] | 0;
  endmethod

  method find owner: ARCHWIZARD
    // :find(words) => the post of that number, or "last", "new" (the first unread); 0 if there is none
    {words, ?who = player} = args;
    if (words in {"last", "latest"})
      return this.posts ? this.posts[$] | 0;
    elseif (words in {"new", "next", ""})
      seen = this:seen(who);
      for post in (this.posts)
        post[1] > seen && return post;
      endfor
      return 0;
    endif
    words[1] == "#" && (words = words[2..$]);
    return $list_utils:assoc(toint(words), this.posts) || 0;
  endmethod

  verb "read r*ead" (any on top of this) owner: ARCHWIZARD flags: "rxd"
    // read <number> on <board>
    // Reads what hangs on a board: a number, "new" for the first that you have not read, or "last".
    this:_read(dobjstr);
  endverb

  verb "read r*ead" (this none none) owner: ARCHWIZARD flags: "rxd"
    // read <board>
    // Reads the first post on a board that you have not read.
    this:_read("new");
  endverb

  method _read owner: ARCHWIZARD
    // :_read(words) shows the player a post.
    caller == this || raise(E_PERM);
    {words} = args;
    post = this:find(words, player);
    if (!post)
      player:tell(words == "new" ? "There is nothing new on " + this:the() + "." | tostr("There is no \"", words, "\" on ", this:the(), "."));
      return;
    endif
    {number, when, who, name, title, lines} = post;
    $pager:show({tostr("[bold]", $markup:escape(title), "[/]"), tostr("[dim]", number, ", ", $time_utils:long_time(when, player), ", by ", $markup:escape(name), "[/]"), @{$markup:tame(line) for line in (lines)}}, player);
    seen = player.boards_seen;
    if (number > this:seen(player))
      seen[this] = number;
      player.boards_seen = seen;
    endif
  endmethod

  verb "post pin" (any on top of this) owner: ARCHWIZARD flags: "rxd"
    // post <title> on <board>
    // Writes something for a board. You write it in the editor; ".save" pins it up.
    caller == player || caller == $nothing || raise(E_PERM);
    this:may_post(player) || return player:tell("You may not post there.");
    title = $string_utils:trim(dobjstr);
    title || return player:tell("Type \"post <title> on ", this.name, "\".");
    $editors:invoke(player, ["kind" -> "call", "what" -> this, "verb" -> "written", "data" -> title, "title" -> tostr("\"", title, "\" for ", this:the()), "lines" -> {}]);
  endverb

  method may_post owner: ARCHWIZARD
    // :may_post(who) => whether somebody may pin something up
    {who} = args;
    return this:is_unlocked_for(who);
  endmethod

  method written owner: ARCHWIZARD
    // :written(who, lines, title) => "" after the editor has pinned a post up, or what is wrong
    {who, lines, title} = args;
    caller == $editors || caller_perms().wizard || return "Only the editor does that.";
    lines || return "There is nothing in it yet.";
    this:may_post(who) || return "You may not post there.";
    this:add(who, title, lines);
    valid(this.location) && this.location == who.location && $events:emit("action", this.location, "%N %<pins> something to %<the t>.", ["actor" -> who, "this" -> this]);
    return "";
  endmethod

  method add owner: ARCHWIZARD
    // :add(who, title, lines) => the number of the new post
    caller == this || $perm_utils:controls(caller_perms(), this) || raise(E_PERM);
    {who, title, lines} = args;
    this.last_number = this.last_number + 1;
    this.posts = {@this.posts[max(1, $ - this.most_posts + 2)..$], {this.last_number, time(), who, who.name, title, lines}};
    return this.last_number;
  endmethod

  verb "tear remove unpin" (any out of this) owner: ARCHWIZARD flags: "rxd"
    // tear <number> from <board>
    // Takes down a post that you have pinned up, or any post on a board of yours.
    post = this:find(dobjstr, player);
    post || return player:tell("There is no \"", dobjstr, "\" on ", this:the(), ".");
    post[3] == player || $perm_utils:controls(player, this) || return player:tell("Only ", post[4], " may take that down.");
    this.posts = setremove(this.posts, post);
    $events:emit("action", player.location, "%N %<tears> something from %<the t>.", ["this" -> this]);
  endverb

  method test_board owner: ARCHWIZARD
    board = create($board, this.owner);
    try
      $test:equal(board:find("1"), 0);
      $test:equal(board:add(player, "A hat", {"Lost."}), 1);
      $test:equal(board:add(player, "A coat", {"Found."}), 2);
      $test:equal(board:find("1")[5], "A hat");
      $test:equal(board:find("last")[5], "A coat");
      $test:equal(board:find("new")[5], "A hat");
      $test:equal(board:find("9"), 0);
      board.most_posts = 2;
      board:add(player, "Gloves", {"Lost."});
      $test:equal({post[1] for post in (board.posts)}, {2, 3});
      $test:equal(board:written(player, {}, "x"), "There is nothing in it yet.");
    finally
      recycle(board);
    endtry
  endmethod
endobject
