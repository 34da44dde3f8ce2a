object ROOT [
  import_export_id -> "root",
  import_export_hierarchy -> {"roots"}
]
  name: "generic object"
  owner: ARCHWIZARD
  fertile: true
  readable: true

  // other names by which it is matched
  property aliases (owner: ARCHWIZARD, flags: "rc") = {};
  // "" lets :a() and :the() find out; else "a", "an", "some", "the" or "none"
  property article (owner: ARCHWIZARD, flags: "rc") = "";
  // what was changed about it, newest last; $history keeps them
  property changes (owner: ARCHWIZARD, flags: "") = {};
  // markup, one paragraph or a list of them
  property description (owner: ARCHWIZARD, flags: "rc") = "";
  // what can be looked at in the description: {{"door|carved door", "text"}, …}
  property details (owner: ARCHWIZARD, flags: "rc") = {};
  // who may use it: a key of $lock_utils, 0 for everybody
  property key (owner: ARCHWIZARD, flags: "c") = 0;

  method initialize owner: ARCHWIZARD
    // :initialize() is called by create() on every new object.
    // A class that needs something done for each of its children overrides it and calls pass().
    caller == this || $perm_utils:controls(caller_perms(), this) || raise(E_PERM);
  endmethod

  method recycle owner: ARCHWIZARD
    // :recycle() is called by recycle() just before the object goes. Override it to tidy up, and call pass().
    caller == this || $perm_utils:controls(caller_perms(), this) || raise(E_PERM);
  endmethod

  method set_name owner: ARCHWIZARD
    // :set_name(name) => true, or an error
    // Renames the object with the caller's permissions.
    {name} = args;
    set_task_perms(caller_perms());
    try
      this.name = name;
    except e (ANY)
      return e[1];
    endtry
    return true;
  endmethod

  method set_aliases owner: ARCHWIZARD
    // :set_aliases(list) => true, or an error
    // Sets the other names by which the object is matched.
    {aliases} = args;
    typeof(aliases) == LIST || return E_TYPE;
    for alias in (aliases)
      typeof(alias) == STR || return E_TYPE;
    endfor
    set_task_perms(caller_perms());
    try
      this.aliases = aliases;
    except e (ANY)
      return e[1];
    endtry
    return true;
  endmethod

  method set_description owner: ARCHWIZARD
    // :set_description(text) => true, or an error
    // The text is a string or a list of strings, one for each paragraph, in markup.
    {description} = args;
    typeof(description) in {STR, LIST} || return E_TYPE;
    set_task_perms(caller_perms());
    try
      this.description = description;
    except e (ANY)
      return e[1];
    endtry
    return true;
  endmethod

  method description owner: ARCHWIZARD
    // :description() => the description, a string or a list of strings
    return this.description;
  endmethod

  method title owner: ARCHWIZARD
    // :title() => the name as others see it
    return this.name;
  endmethod

  method titlec owner: ARCHWIZARD
    // :titlec() => the name at the start of a sentence
    return $string_utils:capitalize(this:title());
  endmethod

  method the owner: ARCHWIZARD
    // :the() => the name with a definite article where it takes one: "the brass lamp", "Ann"
    title = this:title();
    return this:_article() == "none" ? title | "the " + title;
  endmethod

  method a owner: ARCHWIZARD
    // :a() => the name with an indefinite article where it takes one: "a brass lamp", "an owl", "some sand", "Ann"
    title = this:title();
    article = this.article;
    if (!article && title && !index("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789#\"'(*uheomasti", title[1], 1) && !is_player(this))
      // nothing to think about
      return "a " + title;
    elseif (article)
      return article == "none" ? title | article + " " + title;
    elseif (is_player(this) || !title)
      return title;
    endif
    first = title[1];
    if (index("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789#\"'(*", first, 1))
      return title;
    elseif (index("ast", first) && (blank = index(title, " ")) && title[1..blank - 1] in {"a", "an", "the", "some"})
      return title;
    elseif (index("uheom", first))
      // how it is spoken is not always how it is written
      return tostr($string_utils:a_or_an(title), " ", title);
    endif
    return tostr(index("ai", first) ? "an " | "a ", title);
  endmethod

  method _article owner: ARCHWIZARD
    // :_article() => "none" for proper names, else the article property, "" if that is to be found out
    this.article && return this.article;
    is_player(this) && return "none";
    name = this.name;
    (!name || index("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789#\"'(*", name[1], 1)) && return "none";
    return match(name, "^%(a%|an%|the%|some%) ") ? "none" | "";
  endmethod

  method get_message owner: ARCHWIZARD
    // :get_message(name) => the text of the message property <name>_msg, or an error
    {name} = args;
    set_task_perms(caller_perms());
    return `this.(name + "_msg") ! ANY';
  endmethod

  method set_message owner: ARCHWIZARD
    // :set_message(name, text) => true, or an error
    // Sets the message property <name>_msg with the caller's permissions.
    {name, text} = args;
    set_task_perms(caller_perms());
    try
      this.(name + "_msg") = text;
    except e (ANY)
      return e[1];
    endtry
    return true;
  endmethod

  method match owner: ARCHWIZARD
    // :match(string) => the object among the contents that the string means, $failed_match or $ambiguous_match
    return $match_utils:match(args[1], this.contents);
  endmethod

  method match_object owner: ARCHWIZARD
    // :match_object(string [, who]) => the object that the string means to somebody who is here
    return $string_utils:match_object(args[1], this, @listdelete(args, 1));
  endmethod

  method contents owner: ARCHWIZARD
    // :contents() => what is in it, as far as it shows
    return this.contents;
  endmethod

  method look_self owner: ARCHWIZARD
    // :look_self() shows the object to the player: its description, and what is special about it.
    player:show(this:description() || tostr("You see nothing special about ", $markup:escape(this:the()), "."));
  endmethod

  method detail owner: ARCHWIZARD
    // :detail(words) => the text for something that the description mentions, or 0
    // Looks in the details of the object and of the classes it comes from.
    {words} = args;
    for entry in (this.details)
      words in explode(entry[1], "|") && return entry[2];
    endfor
    return 0;
  endmethod

  method notify owner: ARCHWIZARD
    // :notify(text [, form]) shows a line to whoever this is. Things are nobody: it does nothing here.
  endmethod

  method tell owner: ARCHWIZARD
    // :tell(text, …) tells whoever this is one line. An object that listens overrides it.
    this:notify(tostr(@args));
  endmethod

  method tell_lines owner: ARCHWIZARD
    // :tell_lines(list) tells several lines.
    {lines} = args;
    for line in (typeof(lines) == LIST ? lines | {lines})
      this:tell(line);
    endfor
  endmethod

  method tell_lines_suspended owner: ARCHWIZARD
    // :tell_lines_suspended(list) is :tell_lines(list), for long lists.
    this:tell_lines(@args);
  endmethod

  method show owner: ARCHWIZARD
    // :show(markup) shows text with colours: a string or a list of strings, in markup.
  endmethod

  method hear owner: ARCHWIZARD
    // :hear(event, text) is called by $events on everything that is near when something happens.
    // An object that reacts to events overrides it: event["kind"], event["actor"] and event["message"] say what happened. By default the text is told to it.
    this:tell(strip_markup(args[2]));
  endmethod

  method "announce announce_all announce_all_but" owner: ARCHWIZARD
    // :announce(text, …) is for rooms: tells everybody in it. Elsewhere there is nobody to tell.
  endmethod

  method "room_announce room_announce_all room_announce_all_but" owner: ARCHWIZARD
    // :room_announce(text, …) tells everybody who is where this object is.
    valid(this.location) && this.location:(verb[6..$])(@args);
  endmethod

  method is_listening owner: ARCHWIZARD
    // :is_listening() => whether somebody can hear what is told to it
    return false;
  endmethod

  method acceptable owner: ARCHWIZARD
    // :acceptable(object) => whether the object may come into this one
    return false;
  endmethod

  method accept owner: ARCHWIZARD
    // :accept(object) is asked by move(). Override :acceptable() rather than this.
    set_task_perms(caller_perms());
    return this:acceptable(@args);
  endmethod

  method moveto owner: ARCHWIZARD
    // :moveto(where) moves the object there with the caller's permissions; override it to refuse or react.
    set_task_perms(this.owner);
    return `move(this, args[1]) ! ANY';
  endmethod

  method "eject eject_nice eject_basic" owner: ARCHWIZARD
    // :eject(object) throws an object out of this one: home, if it has one (:eject_nice), else into nothing (:eject_basic).
    {what} = args;
    $perm_utils:controls(caller_perms(), this) || caller == this || raise(E_PERM);
    what in this.contents || raise(E_INVARG, tostr(what.name, " is not in ", this.name, "."));
    is_player(what) && what.wizard && !caller_perms().wizard && raise(E_PERM, "Wizards are not thrown out.");
    where = $nothing;
    if (is_player(what))
      where = verb != "eject_basic" && $object_utils:isa(what.home, $room) ? what.home | $player_start;
    elseif (verb == "eject_nice")
      where = valid(what.owner) ? what.owner | $nothing;
    endif
    try
      move(what, where);
    except (E_NACC, E_RECMOVE)
      move(what, is_player(what) ? $player_start | $nothing);
    endtry
    return true;
  endmethod

  method is_unlocked_for owner: ARCHWIZARD
    // :is_unlocked_for(who) => whether the lock on this object lets somebody pass
    return this.key == 0 || $lock_utils:eval_key(this.key, args[1]);
  endmethod

  method huh owner: ARCHWIZARD
    // :huh(verb, args) is what the server calls where no command fits and this is the player's location.
    player:my_huh(verb, args);
  endmethod

  method _say_message owner: ARCHWIZARD
    // :_say_message(kind, name [, roles]) shows what somebody did to this object, by its own messages.
    // <name>_msg is for the one who did it, o<name>_msg for the others; without a %N in it that starts with the name.
    {kind, name, ?roles = []} = args;
    caller == this || $perm_utils:controls(caller_perms(), this) || raise(E_PERM);
    mine = `this:(name + "_msg")() ! E_VERBNF => `this.(name + "_msg") ! E_PROPNF => ""'';
    others = `this:("o" + name + "_msg")() ! E_VERBNF => `this.("o" + name + "_msg") ! E_PROPNF => ""'';
    others && !index(others, "%N", 1) && (others = "%N " + others);
    roles["this"] = this;
    $events:emit(kind, player.location, ["actor" -> mine, "others" -> others], roles);
  endmethod

  method examine_names owner: ARCHWIZARD
    // :examine_names(who) => lines for `examine': the name, the number, the aliases
    line = tostr(this:titlec(), " (", this, ")");
    aliases = setremove(this.aliases, this.name);
    return {aliases ? tostr(line, ", also called ", $string_utils:english_list(aliases)) | line};
  endmethod

  method examine_owner owner: ARCHWIZARD
    // :examine_owner(who) => lines for `examine': whose it is
    return {tostr("Owned by ", valid(this.owner) ? this.owner.name | "nobody", ".")};
  endmethod

  method examine_desc owner: ARCHWIZARD
    // :examine_desc(who) => lines for `examine': the description
    description = this:description();
    return description ? typeof(description) == LIST ? {strip_markup(line) for line in (description)} | {strip_markup(description)} | {"(No description.)"};
  endmethod

  method examine_key owner: ARCHWIZARD
    // :examine_key(who) => lines for `examine': the lock, to those who may know it
    {who} = args;
    this.key != 0 && $perm_utils:controls(who, this) || return {};
    return {tostr("Locked: only for ", $lock_utils:unparse_key(this.key), ".")};
  endmethod

  method examine_contents owner: ARCHWIZARD
    // :examine_contents(who) => lines for `examine': what is in it
    contents = this:contents();
    return contents ? {"Contents:", @{tostr("  ", thing.name, " (", thing, ")") for thing in (contents)}} | {};
  endmethod

  method examine_verbs owner: ARCHWIZARD
    // :examine_verbs(who) => lines for `examine': the commands that can be used with it
    {who} = args;
    lines = $code_utils:commands_with(this);
    return lines ? {"You can type:", @{"  " + line for line in (lines)}} | {};
  endmethod

  method do_examine owner: ARCHWIZARD
    // :do_examine(who) shows everything that somebody may know about the object.
    {who} = args;
    lines = {};
    for part in ({"examine_names", "examine_owner", "examine_desc", "examine_key", "examine_contents", "examine_verbs"})
      lines = {@lines, @this:(part)(who)};
    endfor
    who:tell_lines(lines);
  endmethod

  method gender owner: ARCHWIZARD
    // :gender() => the name of the object's gender, which says its pronouns
    return `this.gender ! E_PROPNF => "neuter"';
  endmethod
endobject
