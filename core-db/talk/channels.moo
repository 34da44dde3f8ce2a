object CHANNELS [
  import_export_id -> "channels",
  import_export_hierarchy -> {"talk"}
]
  name: "channels"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  property list (owner: ARCHWIZARD, flags: "r") = {CHAT_CHANNEL, NEWBIE_CHANNEL, BUILDERS_CHANNEL, WIZARDS_CHANNEL};
  // words that no channel may be called by, since they are what one does with channels
  property reserved (owner: ARCHWIZARD, flags: "r") = {
    "list",
    "join",
    "leave",
    "who",
    "history",
    "say",
    "mute",
    "unmute",
    "create",
    "delete",
    "kick",
    "unkick",
    "describe",
    "alias",
    "all"
  };
  override aliases = {"channels"};
  override description = "Knows which channels there are.";

  method all_for owner: ARCHWIZARD
    // :all_for(who) => the channels that somebody may use
    {who} = args;
    return {channel for channel in (this.list) if valid(channel) && channel:is_open_to(who)};
  endmethod

  method find owner: ARCHWIZARD
    // :find(name, who) => the channel that a name, an alias or the start of one means to somebody; $failed_match or $ambiguous_match
    {name, who} = args;
    name || return $failed_match;
    aliases = `who.channel_aliases ! ANY => []';
    maphaskey(aliases, name) && return aliases[name];
    found = $match_utils:match_list(name, this:all_for(who));
    exact = {channel for channel in (found) if name == channel.name || name in channel.aliases};
    exact && return exact[1];
    return length(found) == 1 ? found[1] | found ? $ambiguous_match | $failed_match;
  endmethod

  method spoken owner: ARCHWIZARD
    // :spoken(word, who) => the channel that a word at the start of a line means: an exact name or alias of one that somebody has joined; $failed_match for any other word
    {word, who} = args;
    aliases = `who.channel_aliases ! ANY => []';
    maphaskey(aliases, word) && valid(aliases[word]) && return aliases[word];
    for channel in (`who.channels ! ANY => {}')
      valid(channel) && (word == channel.name || word in channel.aliases) && return channel;
    endfor
    return $failed_match;
  endmethod

  method create_channel owner: ARCHWIZARD
    // :create_channel(name, owner) => the new channel, or a string that says why there is none
    caller_perms().wizard || raise(E_PERM);
    {name, who} = args;
    match(name, "^[a-z][-a-z0-9_]*$") && length(name) in {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15} || return "A channel's name is 2 to 15 letters and digits.";
    name in this.reserved && return tostr("\"", name, "\" is what one does with channels; choose another name.");
    for channel in (this.list)
      valid(channel) && (name == channel.name || name in channel.aliases) && return tostr("There is a channel ", channel.name, " already.");
    endfor
    $object_utils:has_callable_verb(who, name) && return tostr("\"", name, "\" is a command; choose another name.");
    isa(who, $guest) && return "Guests cannot make channels. Type \"@register\" to become somebody who can.";
    problem = $quota_utils:why_not(who);
    problem && return problem;
    new = create($channel, who);
    new.name = name;
    new.aliases = {name};
    new.description = tostr("A channel by ", who.name, ".");
    this.list = {@{channel for channel in (this.list) if valid(channel)}, new};
    return new;
  endmethod

  method delete_channel owner: ARCHWIZARD
    // :delete_channel(channel) does away with a channel.
    caller_perms().wizard || raise(E_PERM);
    {channel} = args;
    this.list = setremove(this.list, channel);
    recycle(channel);
  endmethod

  method test_channels owner: ARCHWIZARD
    $test:equal(this:find("chat", player), this.list[1]);
    $test:equal(this:find("cha", player), this.list[1]);
    $test:equal(this:find("no-such-channel", player), $failed_match);
    $test:equal(this:find("", player), $failed_match);
    $test:equal(this:spoken("cha", player), $failed_match);
    $test:equal(this:spoken("chat", player), this.list[1]);
    $test:equal(typeof(this:create_channel("list", player)), STR);
    $test:equal(typeof(this:create_channel("chat", player)), STR);
    $test:equal(typeof(this:create_channel("Two words", player)), STR);
    new = this:create_channel("testing", player);
    $test:equal(new.owner, player);
    $test:true(new in this.list);
    this:delete_channel(new);
    $test:false(new in this.list);
  endmethod
endobject
