object MAIL_USER [
  import_export_id -> "mail_user",
  import_export_hierarchy -> {"talk"}
]
  name: "generic mail user"
  parent: ROOT
  owner: ARCHWIZARD
  readable: true

  // name -> letters
  property folders (owner: ARCHWIZARD, flags: "") = [];
  // list -> the highest number read there; the lists that are subscribed to
  property list_positions (owner: ARCHWIZARD, flags: "") = [];
  // the number of the last letter that came
  property mail_count (owner: ARCHWIZARD, flags: "") = 0;
  // to whom letters are sent on; the player stays in the list to keep a copy
  property mail_forward (owner: ARCHWIZARD, flags: "r") = {};
  // folder or list -> the number of the letter read last there
  property mail_places (owner: ARCHWIZARD, flags: "") = [];
  // the letters in the inbox; see $mail
  property messages (owner: ARCHWIZARD, flags: "") = {};
  // {folder, letters} that were taken out last
  property removed (owner: ARCHWIZARD, flags: "") = {};

  method mail_notify owner: ARCHWIZARD
    // :mail_notify(number, letter) tells the player that a letter has come.
    caller == $mail || raise(E_PERM);
    {number, letter} = args;
    sender = letter["by"];
    cut = rindex(sender, " (#");
    this:show(tostr("-- New mail from ", $markup:escape(cut ? sender[1..cut - 1] | sender), letter["subject"] ? tostr(": ", $markup:escape(letter["subject"])) | "", ". Type ", $markup:link(tostr("@read ", number), tostr("\"@read ", number, "\"")), "."));
  endmethod

  method list_notify owner: ARCHWIZARD
    // :list_notify(list, from, subject) tells the player of a new letter on a list.
    caller == $mail || raise(E_PERM);
    {list, from, subject} = args;
    `this:ignores(from) ! ANY => false' && return;
    this:tell("-- New mail on ", list:title(), " from ", from.name, subject ? ": " + subject | "", ".");
  endmethod

  method mail_notice owner: ARCHWIZARD
    // :mail_notice() tells the player what there is to read; when the player has connected.
    caller == this || caller_perms().wizard || raise(E_PERM);
    new = length($mail:unread({this, ""}, this));
    new && this:show(tostr("You have ", $string_utils:pluralize(new, "new letter"), ": type ", $markup:link("@read new", "\"@read new\""), "."));
    lists = this:_new_on_lists();
    lists && this:show(tostr("There is new mail on ", $string_utils:english_list({tostr(pair[1]:title(), " (", pair[2], ")") for pair in (lists)}), ": type ", $markup:link("@rn", "\"@rn\""), "."));
  endmethod

  method _new_on_lists owner: ARCHWIZARD
    // :_new_on_lists() => {{list, how many new letters}, …} of the lists that the player reads
    caller == this || raise(E_PERM);
    found = {};
    for at, list in (this.list_positions)
      if (valid(list) && list:is_readable_by(this))
        new = length({letter for letter in ($mail:letters({list, ""})) if letter["n"] > at});
        new && (found = {@found, {list, new}});
      endif
    endfor
    return found;
  endmethod

  method _parse_mail owner: ARCHWIZARD
    // :_parse_mail(text) => {box, words} for "<letters> [on <folder or list>]", or 0 after the player has been told what is wrong
    caller == this || raise(E_PERM);
    {text} = args;
    words = $string_utils:words(text);
    folder = "";
    for word, i in (words)
      if (word in {"on", "in"} && i < length(words))
        folder = $string_utils:from_list(words[i + 1..$], " ");
        words = words[1..i - 1];
        break;
      elseif (word[1] == "*" && length(word) > 1 && i == length(words))
        folder = word;
        words = words[1..i - 1];
        break;
      endif
    endfor
    box = $mail:find_box(folder, this);
    if (typeof(box) == STR)
      this:tell(box);
      return 0;
    endif
    return {box, words};
  endmethod

  method _pick owner: ARCHWIZARD
    // :_pick(text, default) => {box, places} of the letters that a text means, at least one; 0 after the player has been told why there are none
    caller == this || raise(E_PERM);
    {text, default} = args;
    parsed = this:_parse_mail(text);
    parsed || return 0;
    {box, words} = parsed;
    places = $mail:select(box, words, this, default);
    if (typeof(places) == STR)
      this:tell(places);
      return 0;
    elseif (!places)
      name = $mail:box_name(box);
      this:tell(!$mail:letters(box) ? tostr("There are no letters in ", name, ".") | "new" in words ? tostr("There are no new letters in ", name, ".") | tostr("No letter in ", name, " is like that."));
      return 0;
    endif
    return {box, places};
  endmethod

  verb "@mail" (any any any) owner: ARCHWIZARD flags: "rd"
    // @mail [<letters>] [on <folder or *list>]
    // Lists letters: the last fifteen, or those you name. Letters are named by their numbers (3, 1-5, 2,4), by all, new, first, last, last:10, cur, next, prev, or by what they are like: from:ann, to:bob, subject:lamp, body:lamp, since:3days, before:1week. "@mail from:ann new" lists Ann's new letters.
    // Without a folder your inbox is meant; @folders lists your folders, @lists the mail lists. @read shows letters, @send writes one.
    picked = this:_pick(argstr, "last:15");
    picked || return;
    {box, places} = picked;
    lines = $mail:header_lines(box, places, player);
    total = length($mail:letters(box));
    new = length($mail:unread(box, player));
    lines = {@lines, tostr(length(places), " of ", $string_utils:pluralize(total, "letter"), " in ", $mail:box_name(box), new ? tostr(", ", new, " new") | "", ".")};
    $pager:show(lines, player);
  endverb

  verb "@read @peek" (any any any) owner: ARCHWIZARD flags: "rd"
    // @read [<letters>] [on <folder or *list>]
    // Shows letters: those you name as for @mail, else the first new one, else the one you read last. @peek does the same without noting that you have read them. @next and @prev go on from there.
    parsed = this:_parse_mail(argstr);
    parsed || return;
    {box, words} = parsed;
    default = $mail:unread(box, player) ? "new" | $mail:current(box, player) ? "cur" | "last";
    picked = this:_pick(argstr, default);
    picked || return;
    {box, places} = picked;
    words || (places = places[1..1]);
    this:_show_letters(box, places, verb == "@peek");
  endverb

  verb "@next @prev @previous" (any any any) owner: ARCHWIZARD flags: "rd"
    // @next [<how many>] [on <folder or *list>]; @prev [<how many>] [on <folder or *list>]
    // Shows the letter after or before the one you read last, or as many as you say.
    parsed = this:_parse_mail(argstr);
    parsed || return;
    {box, words} = parsed;
    count = words ? toint(words[1]) | 1;
    count > 0 || return player:tell("How many is \"", words[1], "\"?");
    at = $mail:current(box, player);
    letters = $mail:letters(box);
    if (verb == "@next")
      places = {i for i in [1..length(letters)] if letters[i]["n"] > at};
      places = places[1..min(count, $)];
    else
      places = {i for i in [1..length(letters)] if letters[i]["n"] < at};
      places = places[max(1, $ - count + 1)..$];
    endif
    places || return player:tell(verb == "@next" ? "There are no more letters in " | "There are no letters before that in ", $mail:box_name(box), ".");
    this:_show_letters(box, places, false);
  endverb

  method _show_letters owner: ARCHWIZARD
    // :_show_letters(box, places, peek) shows letters, and notes that they have been read.
    caller == this || raise(E_PERM);
    {box, places, peek} = args;
    letters = $mail:letters(box);
    lines = {};
    for i, n in (places)
      n > 1 && (lines = {@lines, "", @$layout:rule(this), ""});
      lines = {@lines, @$mail:letter_lines(box, letters[i], this)};
    endfor
    $pager:show(lines, this);
    if (!peek)
      $mail:set_current(box, this, letters[places[$]]["n"]);
      $mail:mark_read(box, places, this);
    endif
  endmethod

  verb "@send @qsend @quicksend" (any any any) owner: ARCHWIZARD flags: "rd"
    // @send <players or *lists> [= <subject>]
    // Writes a letter. Name one or several players, or mail lists with a star: "@send Ann, *general = The garden". You write the text in the editor; ".send" sends it. @qsend asks for the lines at once instead, up to a line with a period.
    equals = index(argstr, "=");
    names = $string_utils:trim(equals ? argstr[1..equals - 1] | argstr);
    subject = equals ? $string_utils:trim(argstr[equals + 1..$]) | "";
    names || return player:tell("To whom? Type \"", verb, " <name> = <subject>\".");
    {recipients, problems} = $mail:parse_recipients(names, player);
    if (problems)
      player:tell_lines(problems);
      return;
    endif
    for what in (recipients)
      problem = $mail:why_not(player, what);
      problem && return player:tell(problem);
    endfor
    if (verb == "@send")
      $editors:invoke(player, ["kind" -> "mail", "to" -> recipients, "subject" -> subject, "lines" -> {}]);
      return;
    endif
    subject || (subject = $string_utils:trim($command_utils:prompt("Subject: ")));
    this:_mail(recipients, subject, $command_utils:read_lines());
  endverb

  method _mail owner: ARCHWIZARD
    // :_mail(recipients, subject, lines) => whether the letter went anywhere; the player has been told
    caller in {this, $editors} || raise(E_PERM);
    {recipients, subject, lines} = args;
    {delivered, problems} = $mail:send(this, recipients, subject, lines);
    problems && this:tell_lines(problems);
    if (!delivered)
      this:tell("The letter has not been sent.");
      return false;
    endif
    this:tell("Sent to ", length(delivered) > 10 ? tostr(length(delivered), " mailboxes") | $string_utils:english_list({isa(o, $mail_recipient) ? o:title() | o.name for o in (delivered)}), ".");
    return true;
  endmethod

  verb "@reply @answer" (any any any) owner: ARCHWIZARD flags: "rd"
    // @reply [<letter>] [on <folder or *list>] [all] [include]
    // Answers a letter, the one you read last if you name none. The answer goes to who wrote it; with "all" also to the others who got it; with "include" the letter is quoted.
    words = $string_utils:words(argstr);
    everybody = include = false;
    while (words && words[$] in {"all", "include", "sender"})
      words[$] == "all" && (everybody = true);
      words[$] == "include" && (include = true);
      words = words[1..$ - 1];
    endwhile
    picked = this:_pick($string_utils:from_list(words, " "), "cur");
    picked || return;
    {box, places} = picked;
    letter = $mail:letters(box)[places[1]];
    to = is_player(letter["from"]) && !is_player(box[1]) && !everybody ? {box[1]} | {letter["from"]};
    if (everybody)
      for part in (explode(strsub(letter["to"], " and ", ","), ","))
        if ((found = match(part, "(%(#[0-9]+%))")))
          what = toobj(substitute("%1", found));
          what == player || !$mail:is_recipient(what) || (to = setadd(to, what));
        endif
      endfor
      is_player(box[1]) || (to = setadd(to, box[1]));
    endif
    to = {what for what in (to) if $mail:is_recipient(what)};
    to || return player:tell("Nobody is left who could get an answer.");
    subject = letter["subject"];
    index(subject, "Re: ") == 1 || (subject = "Re: " + subject);
    lines = include ? {tostr(letter["by"], " wrote:"), @{"> " + line for line in (letter["body"])}, ""} | {};
    $editors:invoke(player, ["kind" -> "mail", "to" -> to, "subject" -> subject, "lines" -> lines]);
  endverb

  verb "@forward" (any any any) owner: ARCHWIZARD flags: "rd"
    // @forward [<letter>] [on <folder or *list>] to <players or *lists>
    // Sends a letter on, the one you read last if you name none.
    at = rindex(argstr, " to ");
    if (!at && index(argstr, "to ") == 1)
      text = "";
      names = argstr[4..$];
    elseif (at)
      text = argstr[1..at - 1];
      names = argstr[at + 4..$];
    else
      return player:tell("Type \"@forward <letter> to <name>\".");
    endif
    picked = this:_pick(text, "cur");
    picked || return;
    {recipients, problems} = $mail:parse_recipients(names, player);
    problems && return player:tell_lines(problems);
    recipients || return player:tell("To whom?");
    for place in (picked[2])
      letter = $mail:letters(picked[1])[place];
      this:_mail(recipients, "Fwd: " + letter["subject"], {tostr("From ", letter["by"], ", ", $time_utils:long_time(letter["time"]), ", to ", letter["to"], ":"), "", @letter["body"]});
    endfor
  endverb

  verb "@rmmail @rmm" (any any any) owner: ARCHWIZARD flags: "rd"
    // @rmmail <letters> [on <folder or *list>]
    // Takes letters out, the one you read last if you name none. @unrmmail brings back what you took out last.
    picked = this:_pick(argstr, "cur");
    picked || return;
    {box, places} = picked;
    $mail:may_change(box, player) || return player:tell("Only the owner of ", $mail:box_name(box), " may take letters out.");
    numbers = $seq_utils:tostr($seq_utils:from_list({$mail:letters(box)[i]["n"] for i in (places)}), "-");
    $mail:remove(box, places);
    player:tell("Removed ", length(places) == 1 ? "letter " | "letters ", numbers, " from ", $mail:box_name(box), ".");
  endverb

  verb "@unrmmail @unrmm" (any any any) owner: ARCHWIZARD flags: "rd"
    // @unrmmail [on <*list>]
    // Brings back the letters that you took out last.
    parsed = this:_parse_mail(argstr);
    parsed || return;
    {box, words} = parsed;
    $mail:may_change(box, player) || return player:tell("Only the owner of ", $mail:box_name(box), " may do that.");
    {folder, count} = $mail:restore(box[1]);
    player:tell(count ? tostr($string_utils:pluralize(count, "letter"), " back in ", $mail:box_name({box[1], folder}), ".") | "There is nothing to bring back.");
  endverb

  verb "@refile @copymail" (any any any) owner: ARCHWIZARD flags: "rd"
    // @refile <letters> [on <folder or *list>] to <folder>
    // Moves letters to a folder of yours, which is made if there is none of that name; @copymail leaves them where they are, too. "@refile 1-5 to old".
    at = rindex(argstr, " to ");
    at || return player:tell("Type \"", verb, " <letters> to <folder>\".");
    name = $string_utils:trim(argstr[at + 4..$]);
    name && name[1] == "+" && (name = name[2..$]);
    name in {"inbox", "me"} && (name = "");
    name == "" || match(name, "^[a-z0-9][-a-z0-9_]*$") || return player:tell("A folder's name is letters and digits.");
    picked = this:_pick(argstr[1..at - 1], "cur");
    picked || return;
    {box, places} = picked;
    moving = verb == "@refile";
    moving && !$mail:may_change(box, player) && return player:tell("Only the owner of ", $mail:box_name(box), " may take letters out; @copymail copies them.");
    box == {player, name} && return player:tell("They are there already.");
    $mail:count(player) + (moving && box[1] == player ? 0 | length(places)) > $mail.most_letters && return player:tell("You keep ", $mail.most_letters, " letters already.");
    letters = {$mail:letters(box)[i] for i in (places)};
    for letter in (letters)
      $mail:add({player, name}, letter);
    endfor
    if (moving)
      kept = player.removed;
      $mail:remove(box, places);
      box[1] == player && (player.removed = kept);
    endif
    player:tell(moving ? "Moved " | "Copied ", $string_utils:pluralize(length(letters), "letter"), " to ", name || "inbox", length(letters) == 1 ? tostr(", where it is number ", $mail:letters({player, name})[$]["n"]) | "", ".");
  endverb

  verb "@folders" (none none none) owner: ARCHWIZARD flags: "rd"
    // @folders
    // Lists your folders of letters. @refile puts letters into a folder, "@rmfolder <name>" does away with an empty one.
    rows = {{"inbox", length(player.messages), length($mail:unread({player, ""}, player)) || ""}};
    for letters, name in (player.folders)
      rows = {@rows, {name, length(letters), length($mail:unread({player, name}, player)) || ""}};
    endfor
    player:show($layout:table({{"Folder"}, {"Letters", "right"}, {"New", "right"}}, rows));
  endverb

  verb "@rmfolder" (any none none) owner: ARCHWIZARD flags: "rd"
    // @rmfolder <folder>
    // Does away with a folder that has no letters in it.
    folders = player.folders;
    name = $string_utils:trim(argstr);
    maphaskey(folders, name) || return player:tell("You have no folder \"", name, "\".");
    folders[name] && return player:tell(length(folders[name]) == 1 ? "There is a letter in it. @refile or @rmmail it first." | tostr("There are ", length(folders[name]), " letters in it. @refile or @rmmail them first."));
    player.folders = mapdelete(folders, name);
    player:tell("The folder ", name, " is gone.");
  endverb

  verb "@lists" (none none none) owner: ARCHWIZARD flags: "rd"
    // @lists
    // Lists the mail lists that you may read or write to. "@subscribe *name" tells you of new letters there.
    rows = {};
    for list in ($mail.lists)
      if (valid(list) && (list:is_readable_by(player) || list:is_usable_by(player)))
        new = list:is_readable_by(player) ? length($mail:unread({list, ""}, player)) | 0;
        text = list:description();
        rows = {@rows, {list:title(), list:is_readable_by(player) ? length(list.messages) | "", maphaskey(player.list_positions, list) ? tostr(new, " new") | "", typeof(text) == LIST ? text[1] | text}};
      endif
    endfor
    $pager:show($layout:table({{"List"}, {"Letters", "right"}, {"Read by you"}, {"For", "wrap"}}, rows), player);
  endverb

  verb "@subscribe @unsubscribe @unsub" (any none none) owner: ARCHWIZARD flags: "rd"
    // @subscribe [*<list>]; @unsubscribe *<list>
    // You are told of new letters on a mail list, when they come and when you connect; @unsubscribe ends that. @rn shows what is new on your lists.
    argstr || return player:tell(player.list_positions ? tostr("You read ", $string_utils:english_list({list:title() for list in (mapkeys(player.list_positions)) if valid(list)}), ".") | "You have subscribed to no list. Type \"@lists\" for those there are.");
    text = $string_utils:trim(argstr);
    text[1] == "*" || (text = "*" + text);
    box = $mail:find_box(text, player);
    typeof(box) == STR && return player:tell(box);
    list = box[1];
    positions = player.list_positions;
    if (verb == "@subscribe")
      maphaskey(positions, list) && return player:tell("You read ", list:title(), " already.");
      positions[list] = list.mail_count;
      player.list_positions = positions;
      player:tell("You will be told of new letters on ", list:title(), ". \"@mail on ", list:title(), "\" lists the old ones.");
    else
      maphaskey(positions, list) || return player:tell("You have not subscribed to ", list:title(), ".");
      player.list_positions = mapdelete(positions, list);
      player:tell("You hear no more of ", list:title(), ".");
    endif
  endverb

  verb "@rn @unread" (none none none) owner: ARCHWIZARD flags: "rd"
    // @rn
    // Lists your mail lists that have new letters. @nn shows the next of them.
    new = length($mail:unread({player, ""}, player));
    lists = this:_new_on_lists();
    new || lists || return player:tell("Nothing new.");
    new && player:tell($string_utils:pluralize(new, "new letter"), " in your inbox.");
    for pair in (lists)
      player:tell($string_utils:pluralize(pair[2], "new letter"), " on ", pair[1]:title(), ".");
    endfor
  endverb

  verb "@nn" (none none none) owner: ARCHWIZARD flags: "rd"
    // @nn
    // Shows the next new letter, of your inbox first, then of your mail lists.
    for box in ({{player, ""}, @{{pair[1], ""} for pair in (this:_new_on_lists())}})
      places = $mail:unread(box, player);
      if (places)
        this:_show_letters(box, places[1..1], false);
        return;
      endif
    endfor
    player:tell("Nothing new.");
  endverb

  verb "@skip" (any none none) owner: ARCHWIZARD flags: "rd"
    // @skip [*<list>]
    // Counts all letters of a list, or of your inbox, as read.
    text = $string_utils:trim(argstr);
    box = $mail:find_box(text, player);
    typeof(box) == STR && return player:tell(box);
    places = $mail:unread(box, player);
    $mail:mark_read(box, places, player);
    player:tell(places ? tostr($string_utils:pluralize(length(places), "letter"), " counted as read.") | "There was nothing new.");
  endverb

  verb "@mail-forward @mailforward" (any any any) owner: ARCHWIZARD flags: "rd"
    // @mail-forward [<players> | off]
    // Sends all letters to you on to somebody else, for instance another character of yours. Name yourself, too, to keep a copy. "@mail-forward off" ends it.
    if (!argstr)
      player:tell(player.mail_forward ? tostr("Your letters go to ", $mail:name_list(player.mail_forward), ".") | "Your letters come to you.");
    elseif (argstr in {"off", "none"})
      player.mail_forward = {};
      player:tell("Your letters come to you.");
    else
      {recipients, problems} = $mail:parse_recipients(argstr, player);
      problems && return player:tell_lines(problems);
      length(recipients) > 5 && return player:tell("To five at most.");
      player.mail_forward = recipients;
      player:tell("Your letters go to ", $mail:name_list(recipients), player in recipients ? "." | ", and no longer to yourself.");
    endif
  endverb

  verb "@gripe @typo @bug @suggest @idea @comment" (any any any) owner: ARCHWIZARD flags: "rd"
    // @gripe [<text>]; @typo, @bug, @idea, @suggest, @comment [<text>]
    // Tells those who run this world what you think: @gripe writes to the wizards alone, the others to the list *ideas, with the place where you are. Without a text you write it in the editor.
    text = $string_utils:trim(argstr);
    list = verb == "@gripe" ? $mail.reports | $mail.suggestions;
    where = valid(player.location) ? tostr(player.location.name, " (", player.location, ")") | "nowhere";
    subject = tostr($string_utils:capitalize(verb[2..$]), " in ", where);
    if (text)
      this:_mail({list}, subject, {text});
    else
      $editors:invoke(player, ["kind" -> "mail", "to" -> {list}, "subject" -> subject, "lines" -> {}]);
    endif
  endverb
endobject
