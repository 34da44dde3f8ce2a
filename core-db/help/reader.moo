object READER [
  import_export_id -> "reader",
  import_export_hierarchy -> {"help"}
]
  name: "generic reader"
  parent: ROOT
  owner: ARCHWIZARD
  readable: true

  // board -> the number of the last post read there
  property boards_seen (owner: ARCHWIZARD, flags: "r") = [];
  // the number of the last news item that was read
  property news_seen (owner: ARCHWIZARD, flags: "r") = 0;

  verb "man" (any any any) owner: ARCHWIZARD flags: "rd"
    // man <function, object or verb>
    // The same as help, for those whose fingers know it.
    $help:show(argstr);
  endverb

  verb "@topics" (none none none) owner: ARCHWIZARD flags: "rd"
    // @topics
    // Lists the topics that there is help on.
    $pager:show($topics:index_lines(player), player);
  endverb

  verb "more" (any none none) owner: ARCHWIZARD flags: "rd"
    // more [all]
    // Shows the next page of a long text, or all that is left of it. "@options pagelength = 24" makes long texts stop after that many lines.
    $pager:more(player, argstr == "all");
  endverb

  verb "news" (any none none) owner: ARCHWIZARD flags: "rd"
    // news [<number> | list | all]
    // Shows the news that you have not read; with a number that item, with "list" the titles of all, with "all" everything.
    text = $string_utils:trim(argstr);
    if (text == "list")
      return $pager:show($news.items ? $news:list_lines(player) | {"There is no news yet."}, player);
    elseif (text == "all")
      items = $news.items;
    elseif (text)
      item = $list_utils:assoc(toint(text), $news.items);
      item || return player:tell("There is no news item \"", text, "\". Type \"news list\".");
      items = {item};
    else
      items = $news:unread(player);
    endif
    if (!items)
      return player:tell($news.items ? "You have read all the news. \"news list\" lists the old ones." | "There is no news yet.");
    endif
    lines = {};
    for item in (items)
      lines = {@lines, @lines ? {""} | {}, @$news:item_lines(item, player)};
    endfor
    $pager:show(lines, player);
    newest = max(@{item[1] for item in (items)});
    newest > player.news_seen && !(text && text != "all") && (player.news_seen = newest);
  endverb

  verb "@addnews" (any any any) owner: ARCHWIZARD flags: "rd"
    // @addnews <title>
    // Writes a news item in the editor; ".save" publishes it. For wizards, and those who may write news.
    $news:may_write(player) || return player:tell("Only wizards write news.");
    title = $string_utils:trim(argstr);
    title || return player:tell("Type \"@addnews <title>\".");
    $editors:invoke(player, ["kind" -> "call", "what" -> $news, "verb" -> "written", "data" -> title, "title" -> tostr("the news item \"", title, "\""), "lines" -> {}]);
  endverb

  verb "@rmnews" (any none none) owner: ARCHWIZARD flags: "rd"
    // @rmnews <number>
    // Takes a news item away. For wizards, and those who may write news.
    $news:may_write(player) || return player:tell("Only wizards do that.");
    player:tell($news:remove(toint(argstr)) ? "Removed." | tostr("There is no news item \"", argstr, "\"."));
  endverb

  method news_notice owner: ARCHWIZARD
    // :news_notice() tells the player whether there is news; when the player has connected.
    caller == this || caller_perms().wizard || raise(E_PERM);
    new = $news:unread(this);
    new || return;
    this:show(tostr(length(new) == 1 ? "There is news: " + $markup:escape(new[1][4]) | tostr("There are ", length(new), " news items"), ". Type ", $markup:link("news", "\"news\""), "."));
  endmethod

  verb "@wizards" (none none none) owner: ARCHWIZARD flags: "rd"
    // @wizards
    // Lists the wizards, who run this world, and which of them are here.
    rows = {};
    for who in ($wiz_utils:all_wizards())
      here = who in connected_players();
      rows = {@rows, {who.name, here ? tostr("here, idle ", $time_utils:dhms(`idle_seconds(who) ! ANY => 0')) | who.last_disconnect_time ? "last here " + $time_utils:short_time(who.last_disconnect_time, player) | ""}};
    endfor
    player:show($layout:table({{"Wizard"}, {"Here"}}, rows));
  endverb

  verb "boards @boards" (none none none) owner: ARCHWIZARD flags: "rd"
    // boards
    // Tells where boards hang, and which of them have something new for you.
    rows = {};
    for board in (descendants($board))
      if (valid(board.location) && !children(board))
        new = length({post for post in (board.posts) if post[1] > board:seen(player)});
        rows = {@rows, {board.name, board.location.name, length(board.posts), new || ""}};
      endif
    endfor
    rows ? player:show($layout:table({{"Board"}, {"Where"}, {"Posts", "right"}, {"New", "right"}}, rows)) | player:tell("There are no boards yet.");
  endverb
endobject
