object EVENTS [
  import_export_id -> "events",
  import_export_hierarchy -> {"system"}
]
  name: "events"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  // how many events a room remembers for reports
  property remembered (owner: ARCHWIZARD, flags: "rc") = 20;
  // kinds in which somebody speaks; nobody may put words into another's mouth
  property speech (owner: ARCHWIZARD, flags: "r") = {"say", "emote", "whisper", "page", "channel", "think"};
  override aliases = {"events"};
  override description = "Whatever happens is told through here: who did what to what, in words that suit each reader.";

  method help_msg owner: ARCHWIZARD
    // What happens in the world is an event: one call says who did what to what, and everybody near reads it in the words that suit them.
    //
    //   $events:emit("action", player.location, "%N %<opens> %<the t>.", ["this" -> this]);
    //
    // shows "You open the chest." to whoever did it and "Ann opens the chest." to the others. In the text stand
    //   %n %d %i %t %l   the actor, direct and indirect object, the thing, the place: "you" to themselves (capital letters at the start of a sentence)
    //   %<the d> %<a t>  the same with an article where the name takes one
    //   %s %o %p %q %r   the actor's pronouns: she her her hers herself; %<d.p> those of another
    //   %<opens>         a verb as the actor does it: you open, Ann opens; %<i:opens> as another does
    //   %m               the message: what was said, exactly as it was said
    //   %(property) %[dproperty]   a property of the actor, of the direct object
    // and colours as in `help markup'. A map of texts says different things to different readers: ["actor" -> …, "dobj" -> …, "others" -> …].
  endmethod

  method emit owner: ARCHWIZARD
    // :emit(kind, where, template [, roles [, details]]) => how many things were told
    // Tells a place, or a list of objects, that something happened; see `help $events'. Roles: actor (the player if missing), this, dobj, iobj, where. Details: "message", "except" -> {objects}.
    {kind, where, template, ?roles = [], ?details = []} = args;
    actor = maphaskey(roles, "actor") ? roles["actor"] | player;
    perms = caller_perms();
    if (!perms.wizard)
      $perm_utils:controls(perms, actor) || (!(kind in this.speech) && actor == player) || raise(E_PERM, tostr(perms.name, " may not speak or act for ", actor.name, "."));
    endif
    roles["actor"] = actor;
    valid(`roles["where"] ! E_RANGE => $nothing') || (roles["where"] = typeof(where) == OBJ ? where | actor.location);
    message = `details["message"] ! E_RANGE => ""';
    roles["message"] = message;
    event = ["kind" -> kind, "actor" -> actor, "where" -> roles["where"], "message" -> message, "time" -> time(), "programmer" -> perms, "source" -> caller, "roles" -> roles];
    listeners = typeof(where) == LIST ? {what for what in (where) if valid(what)} | valid(where) ? where.contents | {};
    return this:_deliver(event, template, listeners, `details["except"] ! E_RANGE => {}');
  endmethod

  method _deliver owner: ARCHWIZARD
    // :_deliver(event, template, listeners, except) renders a text for each kind of reader and hands it to everybody.
    caller == this || raise(E_PERM);
    {event, template, listeners, excluded} = args;
    roles = event["roles"];
    views = typeof(template) == MAP ? template | ["others" -> template];
    others = `views["others"] ! E_RANGE => ""';
    // who plays a part reads words of their own; the actor's come first
    special = [];
    for role in ({"this", "iobj", "dobj", "actor"})
      maphaskey(roles, role) && typeof(roles[role]) == OBJ && (special[roles[role]] = role);
    endfor
    common = 0;
    count = 0;
    connected = connected_players();
    // a thing that does nothing with what it hears hears nothing
    {deaf, dumb} = {respond_to($root, "hear"), respond_to($root, "tell")};
    // most players hear in the way that :hear of $player does, which need not be called then
    plain = event["kind"] in {"page", "whisper"} ? {} | respond_to($player, "hear");
    speaking = event["kind"] in {"say", "channel"};
    heard = [];
    for listener in ({what for what in (listeners) if is_player(what) ? what in connected | respond_to(what, "hear") != deaf || respond_to(what, "tell") != dumb})
      if (listener in excluded)
        continue;
      elseif (maphaskey(special, listener))
        role = special[listener];
        line = this:render(maphaskey(views, role) ? views[role] | others, roles, listener);
      else
        common == 0 && (common = this:render(others, roles, $nothing));
        line = common;
      endif
      if (line && is_player(listener) && respond_to(listener, "hear") == plain && !(listener.filters || listener.gags || listener.paranoid))
        notify(listener, line, 0, 0, "markup");
        if (speaking)
          // the same for all who read the same
          heard && heard["line"] == line || (heard = ["line" -> line, "data" -> ["channel" -> event["kind"], "talker" -> event["actor"].name, "text" -> strip_markup(line)]]);
          gmcp_send(listener, "Comm.Channel.Text", heard["data"]);
        endif
        count = count + 1;
      elseif (line)
        // a listener that breaks must not silence the room
        `listener:hear(event, line) ! ANY';
        count = count + 1;
      endif
    endfor
    if (event["kind"] in this.speech && event["kind"] in {"say", "emote"} && $object_utils:isa(where = event["where"], $room))
      where.recent_speech = {@where.recent_speech[max(1, $ - this.remembered + 2)..$], {event["time"], event["actor"], event["programmer"], strip_markup(common == 0 ? this:render(others, roles, $nothing) | common)}};
    endif
    return count;
  endmethod

  method render owner: ARCHWIZARD
    // :render(template, roles, reader) => the text as a reader is to see it, in markup
    // With $nothing as reader nobody in it is "you". With a role "plain" the text is no markup, and nothing in names is escaped.
    {template, roles, reader} = args;
    index(template, "%") || return template;
    pieces = explode(template, "%", 1);
    out = pieces[1];
    at = 2;
    // "Ann says", but "they say"
    named = true;
    last = length(pieces);
    while (at <= last)
      piece = pieces[at];
      at = at + 1;
      if (!piece)
        // an empty piece lies between two percent signs, which stand for one
        out = tostr(out, "%", at <= last ? pieces[at] | "");
        at = at + 1;
        continue;
      endif
      code = piece[1];
      if (code == "m")
        out = tostr(out, strsub(roles["message"], "[", "[["), piece[2..$]);
      elseif (code == "<")
        end = index(piece, ">");
        out = end ? tostr(out, this:_bracket(piece[2..end - 1], roles, reader, named), piece[end + 1..$]) | tostr(out, "%", piece);
      elseif (code == "(")
        end = index(piece, ")");
        out = end ? tostr(out, this:_property(piece[2..end - 1], roles["actor"], roles), piece[end + 1..$]) | tostr(out, "%", piece);
      elseif (code == "[")
        end = index(piece, "]");
        if (!end)
          out = tostr(out, "%", piece);
        elseif (piece[2] == "#")
          out = tostr(out, this:_role(piece[3], roles), piece[end + 1..$]);
        else
          out = tostr(out, this:_property(piece[3..end - 1], this:_role(piece[2], roles), roles), piece[end + 1..$]);
        endif
      elseif (index("nditl", code))
        named = true;
        out = tostr(out, this:_name(code, this:_role(code, roles), roles, reader), piece[2..$]);
      elseif (index("sopqr", code))
        code == "s" && (named = false);
        out = tostr(out, this:_pronoun(code, roles["actor"], reader), piece[2..$]);
      elseif (code == "#")
        out = tostr(out, roles["actor"], piece[2..$]);
      else
        out = tostr(out, "%", piece);
      endif
    endwhile
    return out;
  endmethod

  method _role owner: ARCHWIZARD
    // :_role(letter, roles) => the object that n, d, i, t or l stands for
    {letter, roles} = args;
    name = {"actor", "dobj", "iobj", "this", "where"}[index("nditl", letter) || 1];
    return maphaskey(roles, name) ? roles[name] | $nothing;
  endmethod

  method _name owner: ARCHWIZARD
    // :_name(letter, object, roles, reader [, article verb]) => the name of somebody in an event as a reader sees it, in markup
    // The letter's case says whether it starts a sentence.
    {letter, what, roles, reader, ?article = ""} = args;
    capital = strcmp(letter, "a") < 0;
    if (typeof(what) != OBJ)
      return $markup:escape(tostr(what));
    elseif (!valid(what))
      return capital ? "Nothing" | "nothing";
    elseif (letter != "n" && what == roles["actor"] && is_player(what))
      return this:_pronoun(capital ? "R" | "r", what, reader);
    elseif (what == reader && is_player(what))
      return capital ? "You" | "you";
    endif
    name = article ? what:(article)() | what:title();
    capital && (name = $string_utils:capitalize(name));
    return index(name, "[") && !maphaskey(roles, "plain") ? strsub(name, "[", "[[") | name;
  endmethod

  method _pronoun owner: ARCHWIZARD
    // :_pronoun(letter, who, reader) => a pronoun of somebody: s, o, p, q or r, capital at the start of a sentence
    {letter, who, reader} = args;
    place = index("sopqr", letter) || 1;
    word = who == reader ? {"you", "you", "your", "yours", "yourself"}[place] | `$gender_utils:pronouns_of(who)[place] ! ANY => {"it", "it", "its", "its", "itself"}[place]';
    return strcmp(letter, "a") < 0 ? $string_utils:capitalize(word) | word;
  endmethod

  method _property owner: ARCHWIZARD
    // :_property(name, object, roles) => a property's value as text, as anybody may read it; a capital letter in the name gives one in the text
    {name, what, roles} = args;
    set_task_perms($no_one);
    value = `what.(name) ! ANY => 0';
    typeof(value) == OBJ && valid(value) && (value = value.name);
    typeof(value) == LIST && (value = $string_utils:english_list({tostr(item) for item in (value)}));
    text = tostr(value);
    name && strcmp(name[1], "a") < 0 && (text = $string_utils:capitalize(text));
    return maphaskey(roles, "plain") ? text | strsub(text, "[", "[[");
  endmethod

  method _bracket owner: ARCHWIZARD
    // :_bracket(text, roles, reader) => what %<text> stands for: a name with its article, a pronoun, or a verb that agrees
    {text, roles, reader, ?named = true} = args;
    text || return "";
    if ((blank = index(text, " ")))
      article = text[1..blank - 1];
      letter = text[$];
      capital = strcmp(article, "a") < 0;
      if (article in {"the", "a", "an"} && length(text) == blank + 1 && index("nditl", letter))
        return this:_name(capital ? $string_utils:uppercase(letter) | letter, this:_role(letter, roles), roles, reader, article == "the" ? "the" | "a");
      endif
    endif
    who = roles["actor"];
    if (length(text) > 2 && index("nditl", text[1]))
      if (text[2] == ".")
        return this:_pronoun(text[3], this:_role(text[1], roles), reader);
      elseif (text[2] == ":")
        who = this:_role(text[1], roles);
        text = text[3..$];
      endif
    endif
    is_reader = who == reader;
    // one person whose pronoun is "they": they say, but Ann says
    named && !is_reader && `who.gender ! ANY => ""' == "they" && (who = $nothing);
    return $gender_utils:get_conj(text, who, is_reader);
  endmethod

  method test_render owner: ARCHWIZARD
    roles = ["actor" -> #2, "dobj" -> $no_one, "message" -> "a [b] %n"];
    $test:equal(this:render("%N %<waves>.", roles, #2), "You wave.");
    $test:equal(this:render("%N %<waves>.", roles, $nothing), tostr(#2.name, " waves."));
    $test:equal(this:render("%N %<says>, \"%m\"", roles, #2), "You say, \"a [[b] %n\"");
    $test:equal(this:render("100%% of it", roles, #2), "100% of it");
    before = #2.gender;
    try
      $gender_utils:set(#2, "they");
      $test:equal(this:render("%N %<waves>; %s %<waves>.", roles, $nothing), tostr(#2.name, " waves; they wave."));
      $gender_utils:set(#2, "female");
      $test:equal(this:render("%N %<raises> %p hand, and %s %<is> seen.", roles, $nothing), tostr(#2.name, " raises her hand, and she is seen."));
    finally
      $gender_utils:set(#2, before);
    endtry
  endmethod
endobject
