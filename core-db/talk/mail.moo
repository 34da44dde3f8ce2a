object MAIL [
  import_export_id -> "mail",
  import_export_hierarchy -> {"talk"}
]
  name: "mail"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  property lists (owner: ARCHWIZARD, flags: "r") = {SITE_LIST, IDEAS_LIST, GRIPES_LIST};
  // how many characters a letter may have
  property most_characters (owner: ARCHWIZARD, flags: "rc") = 100000;
  // how many letters somebody may keep in all folders together
  property most_letters (owner: ARCHWIZARD, flags: "rc") = 1000;
  // where reports about players go
  property reports (owner: ARCHWIZARD, flags: "r") = GRIPES_LIST;
  // where ideas, bugs and typos go
  property suggestions (owner: ARCHWIZARD, flags: "r") = IDEAS_LIST;
  override aliases = {"mail", "mail_agent"};
  override description = "Carries letters between players and to lists.";

  method help_msg owner: ARCHWIZARD
    // $mail:send(from, recipients, subject, lines) sends a letter: the recipients are players and lists. A letter is a map: "n" its number in its folder, "time", "from" (an object), "by" and "to" (as text), "subject", "body" (lines), and "read" once it was read.
    // A box is {object, folder}: a player or a list, and the name of a folder, "" for the inbox or the list itself.
  endmethod

  method register owner: ARCHWIZARD
    // :register(list) makes a new mail list known; its initialize() calls this.
    {list} = args;
    caller == list || caller_perms().wizard || raise(E_PERM);
    isa(list, $mail_recipient) && (this.lists = setadd({l for l in (this.lists) if valid(l)}, list));
  endmethod

  method unregister owner: ARCHWIZARD
    // :unregister(list) forgets a mail list; its recycle() calls this.
    {list} = args;
    caller == list || caller_perms().wizard || raise(E_PERM);
    this.lists = {l for l in (this.lists) if l != list && valid(l)};
  endmethod

  method match_list owner: ARCHWIZARD
    // :match_list(name) => the mail list of that name, with or without its star; $failed_match or $ambiguous_match
    {name} = args;
    name && name[1] == "*" && (name = name[2..$]);
    name || return $failed_match;
    return $string_utils:match(name, {l for l in (this.lists) if valid(l)}, "name", {l for l in (this.lists) if valid(l)}, "aliases");
  endmethod

  method "match_recipient match" owner: ARCHWIZARD
    // :match_recipient(text [, me]) => the player or list that is meant: a player's name, *list, or #number
    {text, ?me = player} = args;
    text = $string_utils:trim(text);
    text && text[1] == "*" && return this:match_list(text);
    who = $string_utils:match_player(text, me);
    valid(who) && return who;
    what = $string_utils:literal_object(text);
    return valid(what) && this:is_recipient(what) ? what | who;
  endmethod

  method is_recipient owner: ARCHWIZARD
    // :is_recipient(object) => whether letters can be sent to it
    {what} = args;
    return valid(what) && (is_player(what) || isa(what, $mail_recipient)) && true || false;
  endmethod

  method parse_recipients owner: ARCHWIZARD
    // :parse_recipients(text [, me]) => {recipients, {what is wrong, …}} for names with blanks, commas or "and" between them
    {text, ?me = player} = args;
    found = {};
    problems = {};
    text = strsub(text, ",", " ");
    for name in ($string_utils:words(text))
      if (name in {"and", "to"})
        continue;
      endif
      what = this:match_recipient(name, me);
      if (valid(what))
        found = setadd(found, what);
      else
        problems = {@problems, what == $ambiguous_match ? tostr("\"", name, "\" could be several.") | name[1] == "*" ? tostr("There is no mail list ", name, ".") | tostr("There is nobody called \"", name, "\".")};
      endif
    endfor
    return {found, problems};
  endmethod

  method name owner: ARCHWIZARD
    // :name(recipient) => how it is written in a letter's head
    {what} = args;
    return valid(what) ? tostr(isa(what, $mail_recipient) ? "*" | "", what.name, " (", what, ")") | tostr(what);
  endmethod

  method name_list owner: ARCHWIZARD
    // :name_list(recipients) => their names as an English list
    return $string_utils:english_list({this:name(o) for o in (args[1])}, "nobody");
  endmethod

  method resolve owner: ARCHWIZARD
    // :resolve(recipients) => where letters to them come to lie, after all forwarding
    {open} = args;
    seen = {};
    found = {};
    while (open)
      {what, @open} = open;
      if (what in seen || !this:is_recipient(what))
        continue;
      endif
      seen = {@seen, what};
      forward = `what.mail_forward ! ANY => {}';
      if (typeof(forward) == LIST && forward)
        what in forward && (found = {@found, what});
        open = {@forward, @open};
      else
        found = {@found, what};
      endif
    endwhile
    return found;
  endmethod

  method send owner: ARCHWIZARD
    // :send(from, recipients, subject, body) => {{where it came to lie}, {why it did not come elsewhere}}
    // The body is a list of lines. Wizards' programs may send in anybody's name.
    {from, recipients, subject, body} = args;
    caller_perms().wizard || caller_perms() == from || raise(E_PERM);
    typeof(body) == LIST || (body = $string_utils:lines(tostr(body)));
    subject = strtr(tostr(subject), "\r\n", "  ")[1..min(200, $)];
    size = $math_utils:sum({length(line) for line in (body)});
    size > this.most_characters && return {{}, {tostr("A letter may have ", $string_utils:group_number(this.most_characters), " characters; this one has ", $string_utils:group_number(size), ".")}};
    letter = ["time" -> time(), "from" -> from, "by" -> this:name(from), "to" -> length(recipients) > 10 ? tostr($string_utils:from_list({this:name(who) for who in (recipients[1..9])}, ", "), " and ", length(recipients) - 9, " others") | this:name_list(recipients), "subject" -> subject, "body" -> body];
    delivered = {};
    problems = {};
    for what in (this:resolve(recipients))
      problem = this:why_not(from, what);
      if (problem)
        problems = {@problems, problem};
        continue;
      endif
      number = this:add({what, ""}, letter);
      delivered = {@delivered, what};
      if (is_player(what))
        what in connected_players() && `what:mail_notify(number, letter) ! ANY';
      else
        this:_notify_subscribers(what, from, subject);
      endif
      suspend_if_needed();
    endfor
    return {delivered, problems};
  endmethod

  method send_message owner: ARCHWIZARD
    // :send_message(from, recipients, subject or headers, text) => {1, recipients …}, or {0, what was wrong …}
    {from, recipients, headers, text} = args;
    caller_perms().wizard || caller_perms() == from || return E_PERM;
    typeof(recipients) == LIST || (recipients = {recipients});
    {delivered, problems} = this:send(from, recipients, typeof(headers) == LIST ? headers[1] | headers, text);
    return delivered ? {1, @delivered} | {0, @problems};
  endmethod

  method why_not owner: ARCHWIZARD
    // :why_not(from, recipient) => why a letter cannot come there, "" if it can
    {from, what} = args;
    if (is_player(what))
      valid(from) && `what:ignores(from) ! ANY => false' && return tostr(what.name, " does not want to hear from you.");
      this:count(what) >= this.most_letters && !from.wizard && return tostr(what.name, "'s mailbox is full.");
      return "";
    endif
    return what:is_usable_by(from) ? "" | tostr("You may not write to *", what.name, ".");
  endmethod

  method count owner: ARCHWIZARD
    // :count(player) => how many letters the player keeps
    {who} = args;
    return length(who.messages) + $math_utils:sum({length(letters) for letters in (mapvalues(who.folders))});
  endmethod

  method _notify_subscribers owner: ARCHWIZARD
    // :_notify_subscribers(list, from, subject) tells those who are connected that a list has a new letter.
    caller == this || raise(E_PERM);
    {list, from, subject} = args;
    for who in (connected_players())
      if (who != from && maphaskey(`who.list_positions ! ANY => []', list) && list:is_readable_by(who))
        `who:list_notify(list, from, subject) ! ANY';
      endif
    endfor
  endmethod

  method add owner: ARCHWIZARD
    // :add(box, letter) => the number that the letter has got there
    {box, letter} = args;
    caller == this || caller_perms().wizard || raise(E_PERM);
    {what, folder} = box;
    what.mail_count = what.mail_count + 1;
    letter["n"] = what.mail_count;
    this:set_letters(box, {@this:letters(box), letter});
    return letter["n"];
  endmethod

  method letters owner: ARCHWIZARD
    // :letters(box) => all letters in it
    {box} = args;
    caller == this || caller_perms().wizard || raise(E_PERM);
    {what, folder} = box;
    folder || return what.messages;
    return maphaskey(what.folders, folder) ? what.folders[folder] | {};
  endmethod

  method set_letters owner: ARCHWIZARD
    // :set_letters(box, letters) replaces all letters in it.
    {box, letters} = args;
    caller == this || caller_perms().wizard || raise(E_PERM);
    {what, folder} = box;
    if (!folder)
      what.messages = letters;
      return;
    endif
    folders = what.folders;
    folders[folder] = letters;
    what.folders = folders;
  endmethod

  method find_box owner: ARCHWIZARD
    // :find_box(text, who) => the box that a text means to somebody, or a string that says why there is none
    // "" and "inbox" are the player's own letters, *name is a list, any other name one of the player's folders.
    {text, who} = args;
    text = $string_utils:trim(text);
    text in {"", "inbox", "me", "mail"} && return {who, ""};
    if (text[1] in {"*", "#"})
      list = text[1] == "*" ? this:match_list(text) | $string_utils:literal_object(text);
      valid(list) && isa(list, $mail_recipient) || return list == $ambiguous_match ? tostr("\"", text, "\" could be several lists.") | tostr("There is no mail list ", text, ". Type \"@lists\" for those there are.");
      list:is_readable_by(who) || return tostr("You may not read ", list:title(), ".");
      return {list, ""};
    endif
    text[1] == "+" && (text = text[2..$]);
    names = mapkeys(who.folders);
    i = $string_utils:find_prefix(text, names);
    typeof(i) == INT && i && return {who, names[i]};
    return tostr("You have no folder \"", text, "\". Type \"@folders\" for those you have.");
  endmethod

  method box_name owner: ARCHWIZARD
    // :box_name(box) => how people call it
    {box} = args;
    return is_player(box[1]) ? box[2] || "inbox" | box[1]:title();
  endmethod

  method may_change owner: ARCHWIZARD
    // :may_change(box, who) => whether somebody may take letters out
    {box, who} = args;
    return box[1] == who || (!is_player(box[1]) && box[1]:is_writable_by(who));
  endmethod

  method is_new owner: ARCHWIZARD
    // :is_new(box, letter, who) => whether somebody has not read a letter yet
    {box, letter, who} = args;
    is_player(box[1]) && return !maphaskey(letter, "read");
    positions = who.list_positions;
    return letter["n"] > (maphaskey(positions, box[1]) ? positions[box[1]] | 0);
  endmethod

  method unread owner: ARCHWIZARD
    // :unread(box, who) => the places of the letters that somebody has not read
    {box, who} = args;
    caller == this || caller_perms().wizard || raise(E_PERM);
    return {i for i in [1..length(letters = this:letters(box))] if this:is_new(box, letters[i], who)};
  endmethod

  method mark_read owner: ARCHWIZARD
    // :mark_read(box, places, who) notes that somebody has read the letters at these places.
    {box, places, who} = args;
    caller == this || caller_perms().wizard || raise(E_PERM);
    places || return;
    letters = this:letters(box);
    if (is_player(box[1]))
      fresh = {i for i in (places) if !maphaskey(letters[i], "read")};
      fresh || return;
      for i in (fresh)
        letters[i]["read"] = time();
      endfor
      this:set_letters(box, letters);
    else
      positions = who.list_positions;
      old = maphaskey(positions, box[1]) ? positions[box[1]] | 0;
      newest = max(@{letters[i]["n"] for i in (places)}, old);
      if (newest > old)
        positions[box[1]] = newest;
        who.list_positions = positions;
      endif
    endif
  endmethod

  method remove owner: ARCHWIZARD
    // :remove(box, places) takes letters out; the last removal can be undone with :restore().
    {box, places} = args;
    caller == this || caller_perms().wizard || raise(E_PERM);
    letters = this:letters(box);
    gone = {letters[i] for i in (places)};
    this:set_letters(box, {letter for letter, i in (letters) if !(i in places)});
    box[1].removed = {box[2], gone};
  endmethod

  method restore owner: ARCHWIZARD
    // :restore(object) => {folder, how many letters}: puts back what was taken out of a player's or list's letters last
    {what} = args;
    caller == this || caller_perms().wizard || raise(E_PERM);
    what.removed || return {"", 0};
    {folder, gone} = what.removed;
    letters = {@this:letters({what, folder}), @gone};
    this:set_letters({what, folder}, sort(letters, {letter["n"] for letter in (letters)}));
    what.removed = {};
    return {folder, length(gone)};
  endmethod

  method select owner: ARCHWIZARD
    // :select(box, words, who [, default]) => the places of the letters that the words mean, or a string that says what is wrong
    // Words: 3, 1-5, 2,4,9, all, new, first, last, last:10, first:3, cur, next, prev, from:ann, to:bob, subject:lamp, body:lamp, since:3days, before:1week. Numbers add up, the others must all hold.
    {box, words, who, ?default = "last:15"} = args;
    caller == this || caller_perms().wizard || raise(E_PERM);
    letters = this:letters(box);
    words || (words = {default});
    numbers = 0;
    places = {i for i in [1..length(letters)]};
    ends = {};
    for word in (words)
      colon = index(word, ":");
      key = colon ? word[1..colon - 1] | word;
      value = colon ? word[colon + 1..$] | "";
      if (match(word, "^[-0-9.,]+$"))
        seq = $seq_utils:from_string(word);
        typeof(seq) == ERR && return tostr("\"", word, "\" is no number of a letter.");
        numbers = numbers == 0 ? seq | $seq_utils:union(numbers, seq);
      elseif (key in {"last", "first"})
        n = colon ? toint(value) | 1;
        n > 0 || return tostr("How many is \"", value, "\"?");
        ends = {@ends, {key, n}};
      elseif (word == "all")
        continue;
      elseif (word in {"new", "unread"})
        places = {i for i in (places) if this:is_new(box, letters[i], who)};
      elseif (word in {"cur", "current", ".", "next", "prev", "previous"})
        at = this:current(box, who);
        place = 0;
        for letter, i in (letters)
          if (word in {"cur", "current", "."})
            letter["n"] <= at && (place = i);
          elseif (word == "next")
            letter["n"] > at && !place && (place = i);
          else
            letter["n"] < at && (place = i);
          endif
        endfor
        place || return word == "next" ? "There is no next letter." | "There is no such letter.";
        places = {i for i in (places) if i == place};
      elseif (key in {"from", "by"} && value)
        person = value[1] == "*" ? $nothing | $string_utils:match_player(value);
        places = {i for i in (places) if valid(person) ? letters[i]["from"] == person | index(letters[i]["by"], value)};
      elseif (key == "to" && value)
        places = {i for i in (places) if index(letters[i]["to"], value)};
      elseif (key in {"subject", "about"} && value)
        places = {i for i in (places) if index(letters[i]["subject"], value)};
      elseif (key in {"body", "with"} && value)
        places = {i for i in (places) if !none(@{index(line, value) for line in (letters[i]["body"])})};
      elseif (key in {"since", "after", "before", "until"} && value)
        span = $time_utils:parse_english_time_interval(value);
        typeof(span) == INT || return tostr("I don't know how long \"", value, "\" is. Try \"", key, ":3days\".");
        limit = time() - span;
        places = {i for i in (places) if (letters[i]["time"] >= limit) == (key in {"since", "after"} && true || false)};
      else
        return tostr("I don't know which letters \"", word, "\" are. Try a number, 1-5, new, last:10, from:Ann or subject:lamp.");
      endif
    endfor
    if (numbers != 0)
      places = {i for i in (places) if $seq_utils:contains(numbers, letters[i]["n"])};
      places || return "There is no letter of that number.";
    endif
    for limit in (ends)
      places = limit[1] == "last" ? places[max(1, $ - limit[2] + 1)..$] | places[1..min(limit[2], $)];
    endfor
    return places;
  endmethod

  method current owner: ARCHWIZARD
    // :current(box, who) => the number of the letter that somebody has read last there
    {box, who} = args;
    key = is_player(box[1]) ? box[2] || "inbox" | box[1];
    return maphaskey(who.mail_places, key) ? who.mail_places[key] | 0;
  endmethod

  method set_current owner: ARCHWIZARD
    // :set_current(box, who, number) notes the letter that somebody has read last there.
    {box, who, number} = args;
    caller == this || caller_perms().wizard || raise(E_PERM);
    places = who.mail_places;
    places[is_player(box[1]) ? box[2] || "inbox" | box[1]] = number;
    who.mail_places = places;
  endmethod

  method header_lines owner: ARCHWIZARD
    // :header_lines(box, places, who) => a table of the letters at these places
    {box, places, who} = args;
    caller == this || caller_perms().wizard || raise(E_PERM);
    letters = this:letters(box);
    current = this:current(box, who);
    rows = {};
    for i in (places)
      letter = letters[i];
      mark = this:is_new(box, letter, who) ? "new" | letter["n"] == current ? ">" | "";
      sender = letter["by"];
      cut = rindex(sender, " (#");
      rows = {@rows, {letter["n"], mark, $time_utils:short_time(letter["time"], who), cut ? sender[1..cut - 1] | sender, letter["subject"] || "(no subject)"}};
    endfor
    return $layout:table({{"No.", "right"}, {""}, {"Date"}, {"From"}, {"Subject", "left", 12}}, rows, who);
  endmethod

  method letter_lines owner: ARCHWIZARD
    // :letter_lines(box, letter, who) => a letter as lines of markup
    {box, letter, who} = args;
    head = {{"Letter", tostr(letter["n"], " in ", this:box_name(box))}, {"Date", $time_utils:long_time(letter["time"], who)}, {"From", letter["by"]}, {"To", letter["to"]}};
    letter["subject"] && (head = {@head, {"Subject", letter["subject"]}});
    return {@$layout:form(head, who), "", @{$markup:escape(line) for line in (letter["body"])}};
  endmethod

  method expire owner: ARCHWIZARD
    // :expire() takes letters out of lists that keep them only for a time; for the scheduler, once a day.
    caller_perms().wizard || raise(E_PERM);
    for list in (this.lists)
      if (valid(list) && list.expire_period > 0)
        kept = {letter for letter in (list.messages) if letter["time"] >= time() - list.expire_period};
        length(kept) < length(list.messages) && (list.messages = kept);
      endif
      suspend_if_needed();
    endfor
  endmethod

  method test_expire owner: ARCHWIZARD
    list = create($mail_recipient, this.owner);
    try
      list.name = "expiring";
      this:send(this.owner, {list}, "old", {"body"});
      this:send(this.owner, {list}, "new", {"body"});
      letters = list.messages;
      letters[1]["time"] = time() - 7200;
      list.messages = letters;
      this:expire();
      $test:equal(length(list.messages), 2);
      list.expire_period = 3600;
      this:expire();
      $test:equal({letter["subject"] for letter in (list.messages)}, {"new"});
    finally
      recycle(list);
    endtry
  endmethod

  method test_mail owner: ARCHWIZARD
    list = create($mail_recipient, this.owner);
    try
      list.name = "testing";
      $test:true(list in this.lists);
      $test:equal(this:match_list("*testing"), list);
      $test:equal(this:match_list("no-such-list"), $failed_match);
      $test:equal(this:match_recipient("*testing"), list);
      $test:equal(this:parse_recipients("*testing, *no-such-list")[1], {list});
      $test:equal(length(this:parse_recipients("*testing and *no-such-list")[2]), 1);
      for i in [1..4]
        $test:equal(this:send(this.owner, {list}, tostr("subject ", i), {"body", tostr("line ", i)}), {{list}, {}});
      endfor
      box = {list, ""};
      $test:equal(length(this:letters(box)), 4);
      $test:equal(this:select(box, {"2"}, player), {2});
      $test:equal(this:select(box, {"1-3"}, player), {1, 2, 3});
      $test:equal(this:select(box, {"1,4"}, player), {1, 4});
      $test:equal(this:select(box, {"last:2"}, player), {3, 4});
      $test:equal(this:select(box, {"first"}, player), {1});
      $test:equal(this:select(box, {"subject:3"}, player), {3});
      $test:equal(this:select(box, {"body:line", "last"}, player), {4});
      $test:equal(this:select(box, {"from:nobody-at-all"}, player), {});
      $test:equal(this:select(box, {"since:1hour"}, player), {1, 2, 3, 4});
      $test:equal(this:select(box, {"before:1hour"}, player), {});
      $test:equal(typeof(this:select(box, {"9"}, player)), STR);
      $test:equal(typeof(this:select(box, {"nonsense"}, player)), STR);
      $test:equal(this:unread(box, player), {1, 2, 3, 4});
      this:mark_read(box, {1, 2}, player);
      $test:equal(this:unread(box, player), {3, 4});
      this:remove(box, {2, 3});
      $test:equal({letter["n"] for letter in (this:letters(box))}, {1, 4});
      $test:equal(this:restore(list), {"", 2});
      $test:equal({letter["n"] for letter in (this:letters(box))}, {1, 2, 3, 4});
      list.writers = {};
      $test:equal(this:send($no_one, {list}, "x", {})[1], {});
      list.mail_forward = {list, $no_one};
      $test:equal(this:resolve({list}), {list, @is_player($no_one) ? {$no_one} | {}});
      $test:equal(length(this:send(this.owner, {list}, "x", {$string_utils:space(this.most_characters + 1)})[2]), 1);
    finally
      player.list_positions = $map_utils:omit(player.list_positions, {list});
      recycle(list);
    endtry
    $test:false(list in this.lists);
  endmethod
endobject
