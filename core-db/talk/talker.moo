object TALKER [
  import_export_id -> "talker",
  import_export_hierarchy -> {"talk"}
]
  name: "generic talker"
  parent: ROOT
  owner: ARCHWIZARD
  readable: true

  // the channels that are joined
  property channels (owner: ARCHWIZARD, flags: "r") = {CHAT_CHANNEL, NEWBIE_CHANNEL, BUILDERS_CHANNEL, WIZARDS_CHANNEL};
  // words of one's own for channels: word -> channel
  property channel_aliases (owner: ARCHWIZARD, flags: "r") = [];
  // who is not heard: object -> {"gag" or "ignore", time until which or 0}
  property gags (owner: ARCHWIZARD, flags: "") = [];
  // joined channels that are not heard
  property muted_channels (owner: ARCHWIZARD, flags: "r") = {};
  // 0, or how many lines are remembered with whoever caused them
  property paranoid (owner: ARCHWIZARD, flags: "r") = 0;
  // whether each line is followed at once by who caused it
  property paranoid_now (owner: ARCHWIZARD, flags: "r") = false;
  // {time, text, player} for the last pages and whispers, for @report
  property recent_private (owner: ARCHWIZARD, flags: "") = {};
  // {time, text, player, programmer, source} for the last lines, if paranoid
  property responsible (owner: ARCHWIZARD, flags: "") = {};

  method mixin_huh owner: ARCHWIZARD
    // :mixin_huh(verb, words) => whether the line was a command of the editor, a social, or began with the name of a joined channel; it has been done then
    {word, words} = args;
    caller == this || caller_perms().wizard || raise(E_PERM);
    word || return false;
    word[1] == "." && `this:editor_huh(word, words) ! E_VERBNF => false' && return true;
    channel = $channels:spoken(word, this);
    if (valid(channel))
      text = $string_utils:trim(argstr);
      if (!text)
        this:show(channel:history_for(this, 10) || {tostr("Nobody has said anything on ", channel.name, " yet.")});
      else
        problem = channel:speak(this, text);
        problem && this:tell(problem);
      endif
      return true;
    elseif ($socials:has(word))
      $socials:perform(this, word, argstr);
      return true;
    endif
    return false;
  endmethod

  method mixin_confunc owner: ARCHWIZARD
    // :mixin_confunc() tells the player about letters and news; when the player has connected.
    caller == this || caller_perms().wizard || raise(E_PERM);
    for name in ({"mail_notice", "news_notice"})
      $object_utils:has_callable_verb(this, name) && this:(name)();
    endfor
  endmethod

  method mixin_disfunc owner: ARCHWIZARD
    // :mixin_disfunc() tidies up when the player has disconnected.
    caller == this || caller_perms().wizard || raise(E_PERM);
    $pager:forget(this);
  endmethod

  method is_gagged owner: ARCHWIZARD
    // :is_gagged(event) => whether the player does not want to hear of an event, because of who did it or where it came from
    {event} = args;
    gags = this.gags;
    gags || return false;
    caller == this || caller_perms().wizard || caller_perms() == this || raise(E_PERM);
    for who in ({`event["actor"] ! E_RANGE => $nothing', `event["source"] ! E_RANGE => $nothing'})
      if (typeof(who) == OBJ && who != this && maphaskey(gags, who))
        until = gags[who][2];
        (until == 0 || until > time()) && return true;
      endif
    endfor
    return false;
  endmethod

  method ignores owner: ARCHWIZARD
    // :ignores(who) => whether the player wants neither pages nor mail from somebody
    {who} = args;
    caller == this || caller_perms().wizard || caller_perms() == this || raise(E_PERM);
    gag = `this.gags[who] ! E_RANGE => 0';
    return gag && gag[1] == "ignore" && (gag[2] == 0 || gag[2] > time()) && true || false;
  endmethod

  method record owner: ARCHWIZARD
    // :record(event or 0, text) notes who caused a line that the player has just seen: pages and whispers for @report, everything if the player is paranoid.
    {event, text} = args;
    caller == this || caller_perms().wizard || raise(E_PERM);
    if (typeof(event) == MAP && `event["kind"] ! E_RANGE => ""' in {"page", "whisper"})
      this.recent_private = {@this.recent_private[max(1, $ - 18)..$], {time(), strip_markup(text), event["actor"]}};
    endif
    this.paranoid || return;
    if (typeof(event) == MAP)
      entry = {time(), strip_markup(text), event["actor"], `event["programmer"] ! E_RANGE => $nothing', tostr(`event["source"] ! E_RANGE => $nothing')};
    else
      entry = {time(), tostr(text), player, $nothing, ""};
      for frame in (callers())
        if (frame[1] != this && frame[4] != this)
          entry = {time(), tostr(text), frame[5], frame[3], tostr(frame[4], ":", frame[2])};
          break;
        endif
      endfor
    endif
    this.responsible = {@this.responsible[max(1, $ - this.paranoid + 2)..$], entry};
    if (this.paranoid_now && entry[3] != this)
      // behind the line, which is still to be shown
      fork (0)
        notify(this, "    " + this:_blame(entry), 0, 0, "plain");
      endfork
    endif
  endmethod

  method _blame owner: ARCHWIZARD
    // :_blame(entry) => who caused a line, in words
    {entry} = args;
    {when, text, who, programmer, source} = entry;
    name = valid(who) ? tostr(who.name, " (", who, ")") | "nobody";
    return tostr("(by ", name, source ? " with " + source | "", valid(programmer) && programmer != who && !programmer.wizard ? tostr(", programmed by ", programmer.name) | "", ")");
  endmethod

  verb "channel @channel channels @channels" (any any any) owner: ARCHWIZARD flags: "rd"
    // channel [list | join | leave | who | history | say | mute | unmute | alias | create | …] [<channel>] [<text>]
    // Channels are for talking to people wherever they are. To say something on one that you have joined, type its name first: "chat hello" or "chat :waves".
    //   channels                         the channels there are
    //   channel join chat                join; "channel leave chat" leaves
    //   channel who chat                 who is listening
    //   channel history chat 50          what was said last; "chat" alone shows the last ten
    //   channel say chat hello           the same as "chat hello"
    //   channel mute chat                hear nothing from it for now; "channel unmute chat"
    //   channel alias c chat             call it by a word of your own; "channel alias c" forgets it
    //   channel create tea               make a channel; it is yours
    //   channel describe tea = For tea.  say what it is for
    //   channel kick tea Bob             silence somebody on your channel; "channel unkick tea Bob"
    //   channel delete tea               do away with it
    words = $string_utils:words(argstr);
    if (!words || words[1] == "list")
      this:_channel_list();
      return;
    endif
    {what, @rest} = words;
    if (what == "create")
      length(rest) == 1 || return player:tell("Type \"channel create <name>\".");
      channel = $channels:create_channel($string_utils:lowercase(rest[1]), player);
      typeof(channel) == STR && return player:tell(channel);
      player.channels = setadd(player.channels, channel);
      player:tell("You have made the channel ", channel.name, " and joined it. Others join it with \"channel join ", channel.name, "\".");
      return;
    elseif (what == "alias" && rest)
      this:_channel_alias(rest);
      return;
    elseif (!(what in {"join", "leave", "who", "history", "say", "mute", "unmute", "describe", "kick", "unkick", "delete"}))
      channel = $channels:find(what, player);
      if (valid(channel) && rest)
        problem = channel:speak(player, $string_utils:first_word(argstr)[2]);
        problem && player:tell(problem);
      else
        player:tell("I don't know what \"channel ", what, "\" means. Try \"help channel\".");
      endif
      return;
    endif
    if (!rest)
      player:tell("Which channel? Type \"channel ", what, " <channel>\"; \"channels\" lists them.");
      return;
    endif
    channel = $channels:find(rest[1], player);
    if (!valid(channel))
      player:tell(channel == $ambiguous_match ? tostr("Several channels begin with \"", rest[1], "\".") | tostr("There is no channel \"", rest[1], "\". Type \"channels\" for those there are."));
      return;
    endif
    text = $string_utils:first_word($string_utils:first_word(argstr)[2])[2];
    this:("_channel_" + what)(channel, text);
  endverb

  method _channel_list owner: ARCHWIZARD
    // :_channel_list() shows the player the channels.
    caller == this || raise(E_PERM);
    rows = {};
    for channel in ($channels:all_for(this))
      state = channel in this.muted_channels ? "muted" | channel in this.channels ? "joined" | "";
      rows = {@rows, {channel.name, state, length(channel:listeners()), channel.description}};
    endfor
    $pager:show({@$layout:table({{"Channel"}, {"You"}, {"Listening", "right"}, {"For", "wrap"}}, rows, this), "Type \"<channel> <text>\" to say something there; \"help channel\" tells more."}, this);
  endmethod

  method _channel_join owner: ARCHWIZARD
    // :_channel_join(channel, text)
    caller == this || raise(E_PERM);
    {channel, text} = args;
    channel in this.channels && return this:tell("You have joined ", channel.name, " already.");
    this.channels = {@{c for c in (this.channels) if valid(c)}, channel};
    this:tell("You join ", channel.name, ". Type \"", channel.name, " <text>\" to say something there.");
  endmethod

  method _channel_leave owner: ARCHWIZARD
    // :_channel_leave(channel, text)
    caller == this || raise(E_PERM);
    {channel, text} = args;
    channel in this.channels || return this:tell("You have not joined ", channel.name, ".");
    this.channels = setremove(this.channels, channel);
    this.muted_channels = setremove(this.muted_channels, channel);
    this:tell("You leave ", channel.name, ".");
  endmethod

  method _channel_who owner: ARCHWIZARD
    // :_channel_who(channel, text)
    caller == this || raise(E_PERM);
    {channel, text} = args;
    names = {who.name for who in (channel:listeners())};
    this:tell(names ? tostr("Listening on ", channel.name, ": ", $string_utils:english_list(sort(names)), ".") | tostr("Nobody is listening on ", channel.name, "."));
  endmethod

  method _channel_history owner: ARCHWIZARD
    // :_channel_history(channel, text)
    caller == this || raise(E_PERM);
    {channel, text} = args;
    n = toint(text) || 20;
    lines = channel:history_for(this, max(1, min(n, 100)));
    $pager:show(lines || {tostr("Nobody has said anything on ", channel.name, " yet.")}, this);
  endmethod

  method _channel_say owner: ARCHWIZARD
    // :_channel_say(channel, text)
    caller == this || raise(E_PERM);
    {channel, text} = args;
    text && text[1] == "=" && (text = text[2..$]);
    problem = channel:speak(this, text);
    problem && this:tell(problem);
  endmethod

  method "_channel_mute _channel_unmute" owner: ARCHWIZARD
    // :_channel_mute(channel, text), :_channel_unmute(channel, text)
    caller == this || raise(E_PERM);
    {channel, text} = args;
    channel in this.channels || return this:tell("You have not joined ", channel.name, ".");
    mute = verb == "_channel_mute";
    this.muted_channels = mute ? setadd(this.muted_channels, channel) | setremove(this.muted_channels, channel);
    this:tell(mute ? tostr("You hear nothing from ", channel.name, " until you type \"channel unmute ", channel.name, "\".") | tostr("You hear ", channel.name, " again."));
  endmethod

  method _channel_alias owner: ARCHWIZARD
    // :_channel_alias(words) gives a channel a word of the player's own, or takes it away.
    caller == this || raise(E_PERM);
    {words} = args;
    aliases = this.channel_aliases;
    word = words[1];
    if (length(words) == 1)
      maphaskey(aliases, word) || return this:tell("\"", word, "\" is no word of yours for a channel.");
      this.channel_aliases = mapdelete(aliases, word);
      return this:tell("\"", word, "\" means no channel any more.");
    endif
    channel = $channels:find(words[2], this);
    valid(channel) || return this:tell("There is no channel \"", words[2], "\".");
    length(aliases) >= 50 && return this:tell("You have fifty such words already.");
    aliases[word] = channel;
    this.channel_aliases = aliases;
    this:tell("\"", word, " <text>\" says something on ", channel.name, " now.");
  endmethod

  method _channel_describe owner: ARCHWIZARD
    // :_channel_describe(channel, text)
    caller == this || raise(E_PERM);
    {channel, text} = args;
    channel:is_run_by(this) || return this:tell("Only ", channel.owner.name, " and wizards may do that.");
    text && text[1] == "=" && (text = $string_utils:triml(text[2..$]));
    text || return this:tell("Type \"channel describe ", channel.name, " = <what it is for>\".");
    channel.description = text;
    this:tell("Described.");
  endmethod

  method "_channel_kick _channel_unkick" owner: ARCHWIZARD
    // :_channel_kick(channel, name), :_channel_unkick(channel, name)
    caller == this || raise(E_PERM);
    {channel, name} = args;
    channel:is_run_by(this) || return this:tell("Only ", channel.owner.name, " and wizards may do that.");
    who = $string_utils:match_player(name);
    $command_utils:player_match_failed(who, name) && return;
    kick = verb == "_channel_kick";
    channel:set_kicked(who, kick);
    this:tell(who.name, kick ? " may not speak on " | " may speak on ", channel.name, kick ? "." | " again.");
    who in connected_players() && who:tell(this.name, kick ? " has silenced you on " | " lets you speak again on ", channel.name, ".");
  endmethod

  method _channel_delete owner: ARCHWIZARD
    // :_channel_delete(channel, text)
    caller == this || raise(E_PERM);
    {channel, text} = args;
    channel:is_run_by(this) || return this:tell("Only ", channel.owner.name, " and wizards may do that.");
    channel in {$channels.list[1]} && return this:tell("The first channel stays.");
    name = channel.name;
    channel:notice("The channel is no more.");
    heard = this in channel:listeners();
    $channels:delete_channel(channel);
    heard || this:tell("The channel ", name, " is no more.");
  endmethod

  verb "socials" (any none none) owner: ARCHWIZARD flags: "rd"
    // socials [<word>]
    // Lists the short words for what people often do, such as smile and wave. With a word, shows what it looks like. "smile" does it, "smile ann" does it to somebody, "smile happily" and "smile ann happily" add how.
    if (argstr && $socials:has(argstr))
      {alone, with} = $socials.table[argstr];
      roles = ["actor" -> player, "dobj" -> player, "message" -> ""];
      player:tell(argstr, ": ", strip_markup($events:render(alone, roles, $nothing)));
      with && player:tell(argstr, " <somebody>: ", strsub(strip_markup($events:render(strsub(with, "%d", "<somebody>"), roles, $nothing)), "<Somebody>", "<somebody>"));
    elseif (argstr)
      player:tell("There is no social \"", argstr, "\".");
    else
      player:show($layout:columns($socials:words()));
    endif
  endverb

  verb "@gag @ignore" (any any any) owner: ARCHWIZARD flags: "rd"
    // @gag <player or object> [for <time>]; @ignore <player> [for <time>]
    // You see nothing any more of what somebody says or does: speech, emotes, socials, pages, whispers and channels. @gag hides it from you alone; whom you @ignore can neither page you nor send you mail, and is told so. "@gag Bob for 2 hours" ends by itself. See also @ungag and @gaglist.
    text = $string_utils:trim(argstr);
    text || return this:_gaglist(player);
    seconds = 0;
    if ((at = rindex(text, " for ")))
      seconds = $time_utils:parse_english_time_interval(text[at + 5..$]);
      if (typeof(seconds) == ERR || seconds <= 0)
        player:tell("I don't know how long \"", text[at + 5..$], "\" is. Try \"2 hours\".");
        return;
      endif
      text = text[1..at - 1];
    endif
    who = $string_utils:match_player(text);
    valid(who) || (who = $match_utils:find(text, player)[1]);
    if (!valid(who))
      $command_utils:player_match_failed(who == $nothing ? $failed_match | who, text);
      return;
    elseif (who == player)
      player:tell("You cannot gag yourself; just say nothing.");
      return;
    endif
    gags = player.gags;
    kind = verb == "@ignore" ? "ignore" | "gag";
    gags[who] = {kind, seconds ? time() + seconds | 0};
    player.gags = gags;
    player:tell(kind == "ignore" ? "You ignore " | "You gag ", who:title(), seconds ? " for " + $time_utils:english_time(seconds) | "", ". \"@ungag ", who.name, "\" takes it back.");
  endverb

  verb "@ungag @unignore" (any none none) owner: ARCHWIZARD flags: "rd"
    // @ungag <player or object>; @ungag everyone
    // Lets you see again what somebody says and does.
    text = $string_utils:trim(argstr);
    text || return player:tell("Type \"@ungag <name>\", or \"@ungag everyone\".");
    gags = player.gags;
    if (text in {"everyone", "everybody", "all"})
      player.gags = [];
      player:tell("You gag nobody any more.");
      return;
    endif
    known = {who for who in (mapkeys(gags)) if valid(who)};
    who = $match_utils:match(text, known);
    valid(who) || (who = $string_utils:literal_object(text));
    if (!maphaskey(gags, who))
      player:tell("You do not gag anybody called \"", text, "\".");
      return;
    endif
    player.gags = mapdelete(gags, who);
    player:tell("You hear ", valid(who) ? who:title() | tostr(who), " again.");
  endverb

  verb "@gaglist" (none none none) owner: ARCHWIZARD flags: "rd"
    // @gaglist
    // Lists whom you gag or ignore, and until when.
    this:_gaglist(player);
  endverb

  method _gaglist owner: ARCHWIZARD
    // :_gaglist(who) shows somebody's gags.
    caller == this || raise(E_PERM);
    {who} = args;
    rows = {};
    gags = who.gags;
    for gag, object in (gags)
      if (!valid(object) || (gag[2] && gag[2] <= time()))
        gags = mapdelete(gags, object);
      else
        rows = {@rows, {object.name, gag[1] == "ignore" ? "ignored" | "gagged", gag[2] ? "until " + $time_utils:short_time(gag[2], who) | "for good"}};
      endif
    endfor
    gags == who.gags || (who.gags = gags);
    rows ? who:show($layout:table({{""}, {""}, {""}}, rows, who)) | who:tell("You gag nobody.");
  endmethod

  verb "@paranoid" (any any any) owner: ARCHWIZARD flags: "rd"
    // @paranoid [<lines> | off | immediate]
    // Remembers who caused each line that you see, so that @check can tell you: the last 20 lines, or as many as you say, up to 100. "@paranoid immediate" also writes it under each line at once.
    text = $string_utils:trim(argstr);
    if (text == "off" || text == "0")
      player.paranoid = 0;
      player.paranoid_now = false;
      player.responsible = {};
      player:tell("You are not paranoid any more.");
    elseif (text && index("immediate", text) == 1)
      player.paranoid = player.paranoid || 20;
      player.paranoid_now = true;
      player:tell("Under each line you see from now on stands who caused it.");
    elseif (!text || toint(text) > 0)
      player.paranoid = min(100, toint(text) || 20);
      player.paranoid_now = false;
      player:tell("The last ", player.paranoid, " lines that you see are remembered for @check. \"@paranoid off\" ends it.");
    else
      player:tell("Type \"@paranoid\", \"@paranoid <lines>\", \"@paranoid immediate\" or \"@paranoid off\".");
    endif
  endverb

  verb "@check" (any none none) owner: ARCHWIZARD flags: "rd"
    // @check [<lines>]
    // Shows who caused the last lines that you saw, five or as many as you say, and with what. It works from when you have typed @paranoid.
    if (!player.paranoid)
      player:tell("Nothing is remembered yet: type \"@paranoid\" first, and @check when something looks odd.");
      return;
    endif
    n = toint(argstr) || 5;
    entries = player.responsible[max(1, $ - n + 1)..$];
    entries || return player:tell("You have seen nothing since you became paranoid.");
    for entry in (entries)
      player:show({$markup:escape(entry[2]), "[dim]    " + $markup:escape(this:_blame(entry)) + "[/]"});
    endfor
  endverb

  verb "@report" (any any any) owner: ARCHWIZARD flags: "rd"
    // @report <player> [= <what happened>]
    // Tells the wizards about somebody who behaves badly. What was said last in this room, on your channels, and in pages and whispers to you goes with it, as the server has kept it, so nobody can deny or invent anything.
    equals = index(argstr, "=");
    name = $string_utils:trim(equals ? argstr[1..equals - 1] | argstr);
    text = equals ? $string_utils:trim(argstr[equals + 1..$]) | "";
    name || return player:tell("Type \"@report <player> = <what happened>\".");
    who = $string_utils:match_player(name);
    $command_utils:player_match_failed(who, name) && return;
    if (!text)
      text = $command_utils:read("in one line what happened");
    endif
    lines = {text, "", tostr("About: ", who.name, " (", who, ")"), tostr("From: ", player.name, " (", player, ")"), tostr("In: ", valid(player.location) ? tostr(player.location.name, " (", player.location, ")") | "nowhere")};
    lines = {@lines, "", "Said in the room:", @{tostr("  ", $time_utils:iso(e[1]), "  ", e[4]) for e in (`player.location.recent_speech ! ANY => {}')}};
    lines = {@lines, "", "Pages and whispers to the one who reports:", @{tostr("  ", $time_utils:iso(e[1]), "  ", e[2]) for e in (player.recent_private)}};
    for channel in (player.channels)
      if (valid(channel) && channel.past)
        lines = {@lines, "", tostr("On ", channel.name, ":"), @{tostr("  ", $time_utils:iso(e[1]), "  ", e[4]) for e in (channel.past[max(1, $ - 9)..$])}};
      endif
    endfor
    result = `$mail:send(player, {$mail.reports}, tostr("Report about ", who.name), lines) ! ANY';
    if (typeof(result) == ERR)
      player:tell("The report could not be sent: ", error_message(result), ".");
      return;
    endif
    for wizard in (connected_players())
      wizard.wizard && wizard:tell("-- ", player.name, " reports ", who.name, ": ", text, " (mail on *", $mail.reports.name, ")");
    endfor
    player:tell("Thank you. The wizards have your report, with the last lines that you saw. @gag ", who.name, " to hear nothing more from there.");
  endverb

  method test_gags owner: ARCHWIZARD
    before = this.gags;
    try
      this.gags = [];
      event = ["kind" -> "say", "actor" -> $no_one, "source" -> $no_one];
      $test:false(this:is_gagged(event));
      this.gags = [$no_one -> {"gag", 0}];
      $test:true(this:is_gagged(event));
      $test:false(this:ignores($no_one));
      this.gags = [$no_one -> {"ignore", time() + 100}];
      $test:true(this:is_gagged(event));
      $test:true(this:ignores($no_one));
      this.gags = [$no_one -> {"ignore", time() - 100}];
      $test:false(this:is_gagged(event));
      $test:false(this:ignores($no_one));
      this.gags = [this -> {"gag", 0}];
      $test:false(this:is_gagged(["actor" -> this]));
    finally
      this.gags = before;
    endtry
  endmethod

  method test_memory owner: ARCHWIZARD
    try
      this:record(["kind" -> "page", "actor" -> $no_one], "[red]psst[/]");
      $test:equal(this.recent_private[$][2..3], {"psst", $no_one});
      this.paranoid = 2;
      for i in [1..3]
        this:record(["kind" -> "say", "actor" -> $no_one, "programmer" -> $no_one, "source" -> $no_one], tostr("line ", i));
      endfor
      $test:equal({entry[2] for entry in (this.responsible)}, {"line 2", "line 3"});
      $test:contains(this:_blame(this.responsible[1]), $no_one.name);
    finally
      this.paranoid = 0;
      this.responsible = {};
      this.recent_private = {};
    endtry
  endmethod
endobject
