object CHANNEL [
  import_export_id -> "channel",
  import_export_hierarchy -> {"talk"}
]
  name: "generic channel"
  parent: ROOT
  owner: ARCHWIZARD
  fertile: true
  readable: true

  // the look of its name, as in markup
  property colour (owner: ARCHWIZARD, flags: "rc") = "cyan";
  // how many messages are kept
  property kept (owner: ARCHWIZARD, flags: "rc") = 100;
  // those who may not speak on it
  property kicked (owner: ARCHWIZARD, flags: "r") = {};
  // the class of those who may use it, $nothing for everybody; $wizard means wizards
  property only (owner: ARCHWIZARD, flags: "rc") = #-1;
  // the last messages: {time, player, name, text}
  property past (owner: ARCHWIZARD, flags: "") = {};
  override description = "A channel on which people talk wherever they are.";

  method is_open_to owner: ARCHWIZARD
    // :is_open_to(who) => whether somebody may hear and use the channel
    {who} = args;
    who.wizard && return true;
    this.only == $wizard && return false;
    valid(this.only) && !isa(who, this.only) && return false;
    return this:is_unlocked_for(who);
  endmethod

  method is_member owner: ARCHWIZARD
    // :is_member(who) => whether somebody has joined the channel
    {who} = args;
    return this in `who.channels ! ANY => {}' && this:is_open_to(who) && true || false;
  endmethod

  method is_run_by owner: ARCHWIZARD
    // :is_run_by(who) => whether somebody may change the channel
    return $perm_utils:controls(args[1], this);
  endmethod

  method listeners owner: ARCHWIZARD
    // :listeners() => the connected players who hear the channel now
    found = {who for who in (connected_players()) if this in who.channels && !(this in who.muted_channels)};
    return this.only == $nothing && this.key == 0 ? found | {who for who in (found) if this:is_open_to(who)};
  endmethod

  method speak owner: ARCHWIZARD
    // :speak(who, text) => "" after somebody has said something on the channel, or what keeps them from it
    // A text that starts with a colon is an emote.
    {who, text} = args;
    caller_perms().wizard || caller_perms() == who || raise(E_PERM);
    this:is_member(who) || return tostr("You have not joined the channel ", this.name, ": type \"channel join ", this.name, "\".");
    who in this.kicked && return tostr("You have been asked to be silent on ", this.name, " by ", this.owner.name, ".");
    this in who.muted_channels && return tostr("You have muted ", this.name, ": type \"channel unmute ", this.name, "\" to take part.");
    text = $string_utils:trim(text);
    text || return tostr("Say what? Type \"", this.name, " <text>\".");
    emote = text[1] == ":";
    emote && (text = text[2] == " " ? $string_utils:triml(text[2..$]) | text[2..$]);
    emote && !text && return "Do what?";
    tag = strsub(this:tag(), "%", "%%");
    if (emote)
      gap = text[1] == "'" || text[1] == "," ? "" | " ";
      views = ["actor" -> tostr(tag, "%(name)", gap, "%m"), "others" -> tostr(tag, "%N", gap, "%m")];
    else
      views = ["actor" -> tag + "You: %m", "others" -> tag + "%N: %m"];
    endif
    this.past = {@this.past[max(1, $ - this.kept + 2)..$], {time(), who, who.name, emote ? tostr(who.name, text[1] == "'" ? "" | " ", text) | tostr(who.name, ": ", text)}};
    $events:emit("channel", this:listeners(), views, ["actor" -> who, "where" -> this], ["message" -> text]);
    return "";
  endmethod

  method tag owner: ARCHWIZARD
    // :tag() => the channel's name as it stands before each line, in markup
    look = match(this.colour, "^[-a-z0-9# ]+$") ? this.colour | "cyan";
    return tostr("[", look, "][[", $markup:escape(this.name), "][/] ");
  endmethod

  method notice owner: ARCHWIZARD
    // :notice(text) tells all listeners something that nobody said; for the channel's owner and wizards.
    caller_perms().wizard || caller_perms() == this.owner || raise(E_PERM);
    for who in (this:listeners())
      who:show(this:tag() + $markup:escape(tostr(@args)));
    endfor
  endmethod

  method history_for owner: ARCHWIZARD
    // :history_for(who [, n]) => the last n messages as lines of markup, those by people who are gagged left out
    {who, ?n = 20} = args;
    caller_perms().wizard || caller_perms() == who || raise(E_PERM);
    this:is_open_to(who) || return {};
    lines = {};
    for entry in (this.past)
      if (`who:is_gagged(["kind" -> "channel", "actor" -> entry[2]]) ! ANY => false')
        continue;
      endif
      lines = {@lines, tostr("[dim]", $time_utils:short_time(entry[1], who), "[/]  ", $markup:escape(entry[4]))};
    endfor
    return lines[max(1, $ - n + 1)..$];
  endmethod

  method set_kicked owner: ARCHWIZARD
    // :set_kicked(who, whether) => true, or E_PERM
    // Keeps somebody from speaking on the channel, or lets them again.
    {who, kicked} = args;
    this:is_run_by(caller_perms()) || return E_PERM;
    this.kicked = kicked ? setadd(this.kicked, who) | setremove(this.kicked, who);
    return true;
  endmethod

  method title owner: ARCHWIZARD
    // :title() => the name
    return this.name;
  endmethod

  method test_channel owner: ARCHWIZARD
    channel = create($channel, this.owner);
    try
      channel.name = "testing";
      $test:false(channel:is_member(player));
      $test:contains(channel:speak(player, "hello"), "not joined");
      player.channels = {@player.channels, channel};
      $test:true(channel:is_member(player));
      $test:equal(channel:speak(player, ""), "Say what? Type \"testing <text>\".");
      $test:equal(channel:speak(player, "100% [red]"), "");
      $test:equal(channel:speak(player, ":waves"), "");
      $test:equal(channel.past[1][4], player.name + ": 100% [red]");
      $test:equal(channel.past[2][4], player.name + " waves");
      $test:equal(length(channel:history_for(player)), 2);
      $test:equal(length(channel:history_for(player, 1)), 1);
      channel:set_kicked(player, 1);
      $test:contains(channel:speak(player, "x"), "silent");
      channel.only = $wizard;
      $test:false(channel:is_open_to($no_one));
    finally
      player.channels = setremove(player.channels, channel);
      recycle(channel);
    endtry
  endmethod
endobject
