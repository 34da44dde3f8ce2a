object EDITORS [
  import_export_id -> "editors",
  import_export_hierarchy -> {"editing"}
]
  name: "editors"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  // the first letters that each command of the editor may be called by, and what it does
  property commands (owner: ARCHWIZARD, flags: "r") = {
    {"list", "l", ".l [lines]", "shows the text, or some lines of it"},
    {
      "insert",
      "i",
      ".i [place] [text]",
      "puts in lines after the current one; without a text, all that you type up to a line with a period"
    },
    {
      "append",
      "a",
      ".a <text>",
      "adds to the end of the current line, after a blank"
    },
    {"replace", "r", ".r <line> <text>", "makes a line another one"},
    {"delete", "d", ".d [lines]", "takes lines out"},
    {
      "substitute",
      "s",
      ".s/old/new/[gcr] [lines]",
      "replaces a text: g everywhere in a line, c whatever the letter case, r a pattern"
    },
    {"find", "f", ".f <text>", "goes to the next line with that text"},
    {
      "go",
      "g",
      ".g <line>",
      "makes a line the current one; .g 0 is before the first, .g $ the last"
    },
    {"move", "m", ".m <lines> to <place>", "moves lines behind another"},
    {"copy", "c", ".c <lines> to <place>", "copies lines behind another"},
    {"join", "j", ".j <lines>", "makes one line of several"},
    {
      "fill",
      "fill",
      ".fill [width] [lines]",
      "breaks the lines of a paragraph anew"
    },
    {"undo", "u", ".u", "takes the last change back"},
    {"redo", "redo", ".redo", "brings it again"},
    {"view", "v", ".v", "shows the text as readers will see it"},
    {"what", "w", ".w", "tells what you are editing"},
    {"subject", "subject", ".subject <text>", "gives a letter another subject"},
    {"to", "to", ".to <names>", "sends a letter to others"},
    {
      "save",
      "save",
      ".save",
      "stores the text and ends; .compile is the same for a verb, .send for a letter"
    },
    {
      "quit",
      "q",
      ".q",
      "leaves the editor; what is not saved is kept for another time"
    },
    {"abort", "abort", ".abort", "leaves the editor and forgets the changes"},
    {"help", "h", ".h", "shows this"}
  };
  // the number of the last session
  property count (owner: ARCHWIZARD, flags: "r") = 0;
  // how many characters a text may have
  property most_characters (owner: ARCHWIZARD, flags: "rc") = 500000;
  // how many steps .undo knows
  property steps (owner: ARCHWIZARD, flags: "rc") = 50;
  override aliases = {"editors"};
  override description = "Lets players edit verbs, texts and letters, line by line where they are, or in their own client.";

  method help_msg owner: ARCHWIZARD
    // $editors:invoke(player, what) lets the player edit something. What is
    //   "lamp:light", "lamp.colour", "lamp" or "me"    as for @edit
    //   ["kind" -> "verb", "what" -> object, "name" -> "light"]
    //   ["kind" -> "property", "what" -> object, "name" -> "colour"]
    //   ["kind" -> "description", "what" -> object], ["kind" -> "note", "what" -> note]
    //   ["kind" -> "mail", "to" -> {recipients}, "subject" -> text, "lines" -> {}]
    //   ["kind" -> "call", "what" -> object, "verb" -> name, "data" -> value, "title" -> text, "lines" -> {}]
    // The last calls object:verb(player, lines, data) with the player's permissions when the player saves; it returns "" or what is wrong.
  endmethod

  method invoke owner: ARCHWIZARD
    // :invoke(player, what) => whether the player is editing now; the player has been told why not
    {who, what} = args;
    caller_perms().wizard || caller_perms() == who || raise(E_PERM);
    spec = typeof(what) == STR ? this:parse(what, who) | what;
    if (typeof(spec) == STR)
      who:tell(spec);
      return false;
    endif
    session = this:_load(spec, who);
    if (typeof(session) == STR)
      who:tell(session);
      return false;
    endif
    for other in (who.edits)
      if (other["kind"] != "mail" && other["title"] == session["title"] && other["changed"])
        who:tell("You were editing ", other["title"], " already; you go on with what you had. \".abort\" forgets it.");
        this:_activate(who, other["id"]);
        this:_intro(who);
        return true;
      endif
    endfor
    this.count = this.count + 1;
    session["id"] = this.count;
    way = this:_way(who);
    session["local"] = way != "line";
    kept = {other for other in (who.edits) if other["changed"] || (other["local"] && other["time"] > time() - 86400)};
    if (way == "line")
      who.edits = {session, @kept};
      this:_intro(who);
    else
      who.edits = {@kept, session}[max(1, length(kept) - 20)..$];
      this:("_offer_" + way)(who, session);
    endif
    return true;
  endmethod

  method _way owner: ARCHWIZARD
    // :_way(who) => "mcp", "gmcp", "local" or "line": how somebody edits
    caller == this || raise(E_PERM);
    {who} = args;
    who.local_editing || return "line";
    packages = `client_info(who)["mcp"] ! ANY => []';
    typeof(packages) == MAP && maphaskey(packages, "dns-org-mud-moo-simpleedit") && return "mcp";
    packages = `client_info(who)["gmcp"] ! ANY => []';
    typeof(packages) == MAP && maphaskey(packages, "Moo.Edit") && return "gmcp";
    return "local";
  endmethod

  method _offer_local owner: ARCHWIZARD
    // :_offer_local(who, session) sends the text to the player's client, in the way that MOO clients know.
    caller == this || raise(E_PERM);
    {who, session} = args;
    notify(who, tostr("#$# edit name: ", session["title"], " upload: @upload ", session["id"]));
    for line in (session["lines"])
      notify(who, line && line[1] == "." ? "." + line | line);
    endfor
    notify(who, ".");
  endmethod

  method _offer_mcp owner: ARCHWIZARD
    // :_offer_mcp(who, session) sends the text to a client that edits by MCP; the answer comes to :mcp().
    caller == this || raise(E_PERM);
    {who, session} = args;
    type = session["kind"] == "verb" ? "moo-code" | "string-list";
    mcp_send(who, "dns-org-mud-moo-simpleedit-content", ["reference" -> tostr("edit:", session["id"]), "name" -> session["title"], "type" -> type, "content" -> session["lines"]]);
  endmethod

  method mcp owner: ARCHWIZARD
    // :mcp(who, message, values) takes a text that a client has sent by MCP; the player is told what comes of it.
    {who, message, values} = args;
    caller_perms().wizard || raise(E_PERM);
    message == "dns-org-mud-moo-simpleedit-set" || return false;
    reference = tostr(`values["reference"] ! ANY => ""');
    index(reference, "edit:") == 1 || return false;
    content = `values["content"] ! ANY => {}';
    {ok, messages} = this:upload(who, toint(reference[6..$]), typeof(content) == LIST ? content | $string_utils:lines(tostr(content)));
    who:tell_lines(messages);
    return true;
  endmethod

  method _offer_gmcp owner: ARCHWIZARD
    // :_offer_gmcp(who, session) sends the text to a client that edits by GMCP; the answer comes to :gmcp().
    caller == this || raise(E_PERM);
    {who, session} = args;
    type = session["kind"] == "verb" ? "moo-code" | "string-list";
    gmcp_send(who, "Moo.Edit.Open", ["id" -> session["id"], "name" -> session["title"], "type" -> type, "text" -> $string_utils:from_list(session["lines"], "\n")]);
  endmethod

  method gmcp owner: ARCHWIZARD
    // :gmcp(who, package, value) takes a text that a client has sent by GMCP: Moo.Edit.Save {id, text}; the answer is Moo.Edit.Result {id, ok, messages}.
    {who, package, value} = args;
    caller_perms().wizard || raise(E_PERM);
    package == "Moo.Edit.Save" && typeof(value) == MAP || return false;
    id = toint(`value["id"] ! E_RANGE => 0');
    text = `value["text"] ! E_RANGE => ""';
    typeof(text) == STR || return false;
    {ok, messages} = this:upload(who, id, $string_utils:lines(text));
    gmcp_send(who, "Moo.Edit.Result", ["id" -> id, "ok" -> ok, "messages" -> messages]);
    return true;
  endmethod

  method upload owner: ARCHWIZARD
    // :upload(who, id, lines) => {whether it was saved, messages}: saves a text that the player's client sends back
    {who, id, lines} = args;
    caller_perms().wizard || raise(E_PERM);
    for session, i in (who.edits)
      if (session["id"] == id)
        session["lines"] = lines;
        session["changed"] = true;
        session["time"] = time();
        {ok, messages} = this:_save(session, who, false);
        ok && (session["changed"] = false);
        who.edits = listset(who.edits, session, i);
        return {ok, messages};
      endif
    endfor
    return {false, {"That text is not being edited any more."}};
  endmethod

  method parse owner: ARCHWIZARD
    // :parse(text, who) => what "lamp:light", "lamp.colour", "lamp" or "me" means to somebody, as for :invoke(); a string if it means nothing
    {text, who} = args;
    text = $string_utils:trim(text);
    if ((pair = $code_utils:parse_verbref(text)))
      what = $match_utils:find(pair[1], who)[1];
      valid(what) || return tostr("I don't know what \"", pair[1], "\" is.");
      return ["kind" -> "verb", "what" -> what, "name" -> explode(pair[2] || " ")[1]];
    endif
    what = $match_utils:find(text, who)[1];
    if (!valid(what) && (pair = $code_utils:parse_propref(text)))
      what = $match_utils:find(pair[1], who)[1];
      valid(what) || return tostr("I don't know what \"", pair[1], "\" is.");
      return ["kind" -> pair[2] == "description" ? "description" | "property", "what" -> what, "name" -> pair[2]];
    endif
    valid(what) || return what == $ambiguous_match ? tostr("Which \"", text, "\" do you mean?") | tostr("I don't know what \"", text, "\" is.");
    return ["kind" -> isa(what, $note) ? "note" | "description", "what" -> what, "name" -> ""];
  endmethod

  method _load owner: ARCHWIZARD
    // :_load(spec, who) => the session for it, with its text; a string if it cannot be edited
    caller == this || raise(E_PERM);
    {spec, who} = args;
    kind = spec["kind"];
    lines = `spec["lines"] ! E_RANGE => {}';
    title = `spec["title"] ! E_RANGE => ""';
    if (kind in {"verb", "property", "description", "note"})
      loaded = this:("_load_" + kind)(spec["what"], `spec["name"] ! E_RANGE => ""', who);
      typeof(loaded) == STR && return loaded;
      {title, lines} = loaded[1..2];
      length(loaded) > 2 && (spec["form"] = loaded[3]);
    elseif (kind == "mail")
      title = tostr("a letter to ", $string_utils:english_list({isa(o, $mail_recipient) ? o:title() | o.name for o in (spec["to"][1..min(5, $)])}), length(spec["to"]) > 5 ? " …" | "");
    elseif (kind != "call")
      return tostr("There is no editor for \"", kind, "\".");
    endif
    spec["title"] = title;
    spec["lines"] = lines;
    spec["base"] = value_hash(lines);
    spec["at"] = length(lines);
    spec["past"] = spec["future"] = {};
    spec["changed"] = kind == "mail";
    spec["time"] = time();
    spec["local"] = false;
    return spec;
  endmethod

  method _load_verb owner: ARCHWIZARD
    // :_load_verb(object, name, who) => {title, lines}, or what is wrong
    caller == this || raise(E_PERM);
    {what, name, who} = args;
    set_task_perms(who);
    who.programmer || return "Only programmers edit verbs. Ask a wizard to make you one.";
    found = $object_utils:has_verb(what, name);
    found || return tostr(what:title(), " (", what, ") has no verb \"", name, "\". Make it first: @verb ", what, ":", name, " this none this");
    found[1] == what || return tostr("The verb \"", name, "\" of ", what:title(), " belongs to ", found[1]:title(), " (", found[1], "). Edit it there, or make one of its own: @verb ", what, ":", name);
    code = `verb_code(what, name) ! E_PERM => E_PERM';
    code == E_PERM && return tostr("You may not read ", what, ":", name, ".");
    return {tostr(what, ":", name), code};
  endmethod

  method _load_property owner: ARCHWIZARD
    // :_load_property(object, name, who) => {title, lines, form}, or what is wrong
    // The form is "text" for a list of strings, "string" for one string, "literal" for any other value.
    caller == this || raise(E_PERM);
    {what, name, who} = args;
    set_task_perms(who);
    try
      value = what.(name);
    except (E_PROPNF)
      return tostr(what:title(), " (", what, ") has no property \"", name, "\".");
    except (E_PERM)
      return tostr("You may not read ", what, ".", name, ".");
    endtry
    title = tostr(what, ".", name);
    if (typeof(value) == STR)
      return {title, value == "" ? {} | explode(value, "\n", 1), "string"};
    elseif (typeof(value) == LIST && all(@{typeof(line) == STR for line in (value)}))
      return {title, value, "text"};
    endif
    return {title, this:_literal_lines(value), "literal"};
  endmethod

  method _literal_lines owner: ARCHWIZARD
    // :_literal_lines(value) => the value as it is written in programs, one element of a list or map a line
    {value} = args;
    if (typeof(value) == LIST && length(toliteral(value)) > 60)
      return {"{", @{tostr("  ", toliteral(item), i < length(value) ? "," | "") for item, i in (value)}, "}"};
    elseif (typeof(value) == MAP && length(toliteral(value)) > 60)
      keys = mapkeys(value);
      return {"[", @{tostr("  ", toliteral(key), " -> ", toliteral(value[key]), i < length(keys) ? "," | "") for key, i in (keys)}, "]"};
    endif
    return {toliteral(value)};
  endmethod

  method _load_description owner: ARCHWIZARD
    // :_load_description(object, name, who) => {title, lines}, or what is wrong
    caller == this || raise(E_PERM);
    {what, name, who} = args;
    $perm_utils:controls(who, what) || return tostr(what:title(), " (", what, ") belongs to ", valid(what.owner) ? what.owner.name | "nobody", "; only its owner may describe it.");
    text = what.description;
    return {tostr("the description of ", what:title(), " (", what, ")"), typeof(text) == LIST ? text | text == "" ? {} | explode(text, "\n", 1)};
  endmethod

  method _load_note owner: ARCHWIZARD
    // :_load_note(note, name, who) => {title, lines}, or what is wrong
    caller == this || raise(E_PERM);
    {what, name, who} = args;
    set_task_perms(who);
    text = `what:text() ! ANY';
    typeof(text) == ERR && return tostr("You may not read ", what:title(), ".");
    typeof(text) == LIST || (text = {tostr(text)});
    return {tostr("the text of ", what:title(), " (", what, ")"), text};
  endmethod

  method _save owner: ARCHWIZARD
    // :_save(session, who, force) => {whether it was saved, messages}
    caller == this || raise(E_PERM);
    {session, who, force} = args;
    kind = session["kind"];
    if (kind == "mail")
      return {who:_mail(session["to"], session["subject"], session["lines"]), {}};
    elseif (kind == "call")
      return this:_save_call(session, who);
    endif
    valid(session["what"]) || return {false, {tostr(session["what"], " does not exist any more.")}};
    if (!force)
      now = this:("_load_" + kind)(session["what"], session["name"], who);
      typeof(now) == STR && return {false, {now}};
      value_hash(now[2]) == session["base"] || return {false, {"Somebody has changed it since you began. \".save!\" saves your text all the same; \".abort\" and a new @edit start from theirs."}};
    endif
    return this:("_save_" + kind)(session, who);
  endmethod

  method _save_verb owner: ARCHWIZARD
    // :_save_verb(session, who) => {whether it was saved, messages}
    caller == this || raise(E_PERM);
    {session, who} = args;
    {what, name, lines} = {session["what"], session["name"], session["lines"]};
    may = $perm_utils:controls_verb(who, what, name) || (`index(verb_info(what, name)[2], "w") ! ANY => 0' && who.programmer);
    may || return {false, {tostr("You may not change ", what, ":", name, ": it belongs to ", verb_info(what, name)[1].name, ".")}};
    old = verb_code(what, name);
    problems = this:_compile(what, name, lines, who);
    if (problems)
      return {false, {@problems, $string_utils:pluralize(length({p for p in (problems) if index(p, "Line ") == 1}) || 1, "mistake") + "; the verb is as it was."}};
    endif
    `$history:record(what, who, tostr("program ", name), {"code", name, old}) ! ANY';
    return {true, {tostr(what, ":", name, " compiled, ", $string_utils:pluralize(length(lines), "line"), ".")}};
  endmethod

  method _compile owner: ARCHWIZARD
    // :_compile(object, name, lines, who) => what is wrong with the program, {} if it is the verb's now
    caller == this || raise(E_PERM);
    {what, name, lines, who} = args;
    set_task_perms(who);
    try
      return set_verb_code(what, name, lines);
    except e (ANY)
      return {e[2] + "."};
    endtry
  endmethod

  method _save_property owner: ARCHWIZARD
    // :_save_property(session, who) => {whether it was saved, messages}
    caller == this || raise(E_PERM);
    {session, who} = args;
    lines = session["lines"];
    if (session["form"] == "text")
      value = lines;
    elseif (session["form"] == "string")
      value = $string_utils:from_list(lines, "\n");
    else
      {ok, value} = $string_utils:to_value($string_utils:from_list(lines, " "));
      ok || return {false, {tostr("That is no value: ", value)}};
    endif
    {what, name} = {session["what"], session["name"]};
    old = `what.(name) ! ANY => E_NONE';
    result = this:_set_property(what, name, value, who);
    typeof(result) == ERR && return {false, {tostr("It could not be stored: ", error_message(result), ".")}};
    `$history:record(what, who, tostr("edit ", name), {"prop", name, old}) ! ANY';
    return {true, {tostr(what, ".", name, " stored.")}};
  endmethod

  method _set_property owner: ARCHWIZARD
    // :_set_property(object, name, value, who) sets a property with somebody's permissions.
    caller == this || raise(E_PERM);
    {what, name, value, who} = args;
    set_task_perms(who);
    return `what.(name) = value ! ANY';
  endmethod

  method _save_description owner: ARCHWIZARD
    // :_save_description(session, who) => {whether it was saved, messages}
    caller == this || raise(E_PERM);
    {session, who} = args;
    lines = session["lines"];
    what = session["what"];
    old = what.description;
    value = length(lines) == 1 ? lines[1] | lines || "";
    result = this:_call(what, "set_description", {value}, who);
    typeof(result) == ERR && return {false, {tostr("It could not be stored: ", error_message(result), ".")}};
    `$history:record(what, who, "describe", {"prop", "description", old}) ! ANY';
    return {true, {tostr(what:titlec(), " is described.")}};
  endmethod

  method _save_note owner: ARCHWIZARD
    // :_save_note(session, who) => {whether it was saved, messages}
    caller == this || raise(E_PERM);
    {session, who} = args;
    result = this:_call(session["what"], "set_text", {session["lines"]}, who);
    typeof(result) == ERR && return {false, {tostr("It could not be written: ", error_message(result), ".")}};
    return {true, {tostr("You write on ", session["what"]:the(), ".")}};
  endmethod

  method _save_call owner: ARCHWIZARD
    // :_save_call(session, who) => {whether it was saved, messages}
    caller == this || raise(E_PERM);
    {session, who} = args;
    result = this:_call(session["what"], session["verb"], {who, session["lines"], `session["data"] ! E_RANGE => 0'}, who);
    typeof(result) == ERR && return {false, {tostr("It could not be stored: ", error_message(result), ".")}};
    return {!result, result ? {tostr(result)} | {}};
  endmethod

  method _call owner: ARCHWIZARD
    // :_call(object, verb, arguments, who) => what the verb returns, called with somebody's permissions; or the error
    caller == this || raise(E_PERM);
    {what, name, arguments, who} = args;
    set_task_perms(who);
    return `what:(name)(@arguments) ! ANY';
  endmethod

  method _activate owner: ARCHWIZARD
    // :_activate(who, id) makes the session of that number the one that commands go to.
    caller == this || caller_perms().wizard || raise(E_PERM);
    {who, id} = args;
    for session in (who.edits)
      if (session["id"] == id)
        session["local"] = false;
        who.edits = {session, @{other for other in (who.edits) if other["id"] != id}};
        return true;
      endif
    endfor
    return false;
  endmethod

  method _intro owner: ARCHWIZARD
    // :_intro(who) tells somebody what is edited now, and how.
    caller == this || caller_perms().wizard || raise(E_PERM);
    {who} = args;
    session = who.edits[1];
    size = length(session["lines"]);
    who:tell("You are editing ", session["title"], ", ", size ? $string_utils:pluralize(size, "line") | "still empty", ".");
    who:tell("Commands begin with a period: .l lists, .i inserts, .d 3 deletes, .s/old/new/ replaces, .u undoes, ", session["kind"] == "verb" ? ".compile" | session["kind"] == "mail" ? ".send" | ".save", " and .q end; .h has all. Whatever else you type works as ever.");
  endmethod

  method active owner: ARCHWIZARD
    // :active(who) => the session that somebody's commands go to, or 0
    {who} = args;
    caller_perms().wizard || raise(E_PERM);
    return who.edits && !who.edits[1]["local"] && !(`who.edits[1]["asleep"] ! E_RANGE => false') ? who.edits[1] | 0;
  endmethod

  method command owner: ARCHWIZARD
    // :command(who, line) => whether a line that starts with a period was a command of the editor; it has been done then
    {who, line} = args;
    caller_perms().wizard || raise(E_PERM);
    session = this:active(who);
    session || return false;
    {name, rest} = this:split(line[2..$]);
    name || return false;
    result = this:("_do_" + name)(session, rest, who);
    if (typeof(result) == MAP)
      who.edits = listset(who.edits, result, 1);
    endif
    return true;
  endmethod

  method split owner: ARCHWIZARD
    // :split(text) => {full name of the command, what stands behind it}; "" for the name if there is none
    {text} = args;
    if ((found = match(text, "^s%(u%|ub%|ubst%|ubstitute%|%)%([^a-z0-9 ].*%)$")))
      return {"substitute", substitute("%2", found)};
    endif
    found = match(text, "^%([a-z]+!?%)%(.*%)$");
    found || return {"", text};
    {name, rest} = {substitute("%1", found), substitute("%2", found)};
    rest && rest[1] == " " && (rest = rest[2..$]);
    name in {"compile", "send", "save", "save!", "compile!"} && return {"save", name[$] == "!" ? "!" | ""};
    name in {"done", "exit", "quit"} && return {"quit", rest};
    for entry in (this.commands)
      name in {entry[1], entry[2]} && return {entry[1], rest};
    endfor
    for entry in (this.commands)
      length(name) > 1 && index(entry[1], name) == 1 && return {entry[1], rest};
    endfor
    return {"", text};
  endmethod

  method place owner: ARCHWIZARD
    // :place(text, session) => the line number that a text means: 3, . (the current line), $ (the last), ^ (the first); -1 if none
    {text, session} = args;
    size = length(session["lines"]);
    text == "." && return session["at"];
    text in {"$", "end", "last"} && return size;
    text in {"^", "first"} && return min(1, size);
    n = match(text, "^[0-9]+$") ? toint(text) | -1;
    return n <= size ? n | -1;
  endmethod

  method range owner: ARCHWIZARD
    // :range(text, session [, default]) => {first, last, rest of the text}, or a string that says what is wrong
    // A range is 3, 3-7, 3-$, ., or all.
    {text, session, ?default = "."} = args;
    text = $string_utils:triml(text);
    size = length(session["lines"]);
    found = match(text, "^%(all%|%%%|[0-9.$^]+%)%( *%(-%|%.%.%) *%([0-9$^.]+%)%|%)%( .*%|$%)");
    if (!found)
      default == "" && return "Which lines? Type a number, 3-7, ., $ or all.";
      return this:range(default, session, "") + {};
    endif
    {first, last, rest} = {substitute("%1", found), substitute("%4", found), $string_utils:triml(substitute("%5", found))};
    if ((dots = index(first, "..")))
      last = first[dots + 2..$];
      first = first[1..dots - 1];
    endif
    size || return "There are no lines yet.";
    first in {"all", "%"} && return {1, size, rest};
    from = this:place(first, session);
    to = last ? this:place(last, session) | from;
    from < 1 && first == "." && (from = to = 1);
    from < 1 || to < 1 && return tostr("There is no line ", from < 1 ? first | last, "; the last is ", size, ".");
    from > to && return tostr("Line ", from, " comes after line ", to, ".");
    return {from, to, rest};
  endmethod

  method _change owner: ARCHWIZARD
    // :_change(session, lines, current) => the session with another text, and the old one kept for .undo; a string if the text is too long
    caller == this || raise(E_PERM);
    {session, lines, at} = args;
    if ($math_utils:sum({length(line) for line in (lines)}) > this.most_characters)
      return "That would be too long.";
    endif
    session["past"] = {@session["past"][max(1, $ - this.steps + 2)..$], {session["lines"], session["at"]}};
    session["future"] = {};
    session["lines"] = lines;
    session["at"] = max(0, min(at, length(lines)));
    session["changed"] = true;
    session["time"] = time();
    return session;
  endmethod

  method _show owner: ARCHWIZARD
    // :_show(session, first, last, who) shows lines with their numbers, the current one marked.
    caller == this || raise(E_PERM);
    {session, first, last, who} = args;
    spoken = $layout:screen_reader(who);
    wide = length(tostr(length(session["lines"])));
    lines = {};
    for i in [first..last]
      line = $markup:escape(session["lines"][i]);
      lines = {@lines, spoken ? tostr(i, i == session["at"] ? ", current: " | ": ", line) | tostr(i == session["at"] ? ">" | " ", "[dim]", $string_utils:right(tostr(i), wide), ":[/] ", line)};
    endfor
    $pager:show(lines, who);
  endmethod

  method _do_list owner: ARCHWIZARD
    // .l [lines] shows the text.
    caller == this || raise(E_PERM);
    {session, text, who} = args;
    session["lines"] || return who:tell("There is no text yet. \".i\" begins it.");
    range = this:range(text, session, "all");
    typeof(range) == STR && return who:tell(range);
    this:_show(session, range[1], range[2], who);
  endmethod

  method _do_insert owner: ARCHWIZARD
    // .i [place] [text] puts in lines after the current one or a place.
    caller == this || raise(E_PERM);
    {session, text, who} = args;
    if ((found = match(text, "^%([0-9]+%|%$%|%^%)%( .*%|$%)")))
      at = substitute("%1", found) == "^" ? 0 | this:place(substitute("%1", found), session);
      at < 0 && return who:tell("There is no line ", substitute("%1", found), ".");
      session["at"] = at;
      rest = substitute("%2", found);
      text = rest ? rest[2..$] | "";
    endif
    if (text)
      at = session["at"];
      result = this:_change(session, {@session["lines"][1..at], text, @session["lines"][at + 1..$]}, at + 1);
      typeof(result) == STR && return who:tell(result);
      who:tell("Line ", at + 1, " added.");
      return result;
    endif
    who.edits = listset(who.edits, session, 1);
    this:_insert(who, session["id"]);
  endmethod

  method _insert owner: ARCHWIZARD
    // :_insert(who, id) reads lines into the text until one with a period.
    // A line that starts with two periods is taken with one. A period and something to say says it and goes on reading; a period and any other command ends the reading and does that.
    caller == this || raise(E_PERM);
    {who, id} = args;
    who:tell("Type your lines. A period alone ends them; \".say hello\" says something in between.");
    added = 0;
    while (1)
      line = read(who);
      session = this:active(who);
      session && session["id"] == id || return who:tell("That text is closed.");
      if (line == ".")
        break;
      elseif (line && line[1] == "." && (length(line) < 2 || line[2] != "."))
        if (this:split(line[2..$])[1])
          who:tell($string_utils:pluralize(added, "line"), " added.");
          this:command(who, line);
          return;
        elseif (this:_aside(who, line[2..$]))
          continue;
        endif
        who:tell($string_utils:pluralize(added, "line"), " added. \".i\" goes on.");
        force_input(who, line[2..$], 1);
        return;
      endif
      line && line[1] == "." && (line = line[2..$]);
      at = session["at"];
      lines = {@session["lines"][1..at], line, @session["lines"][at + 1..$]};
      if (added)
        // the whole insertion is one step for .undo
        session["lines"] = lines;
        session["at"] = at + 1;
      else
        session = this:_change(session, lines, at + 1);
        if (typeof(session) == STR)
          who:tell(session);
          return;
        endif
      endif
      who.edits = listset(who.edits, session, 1);
      added = added + 1;
    endwhile
    who:tell($string_utils:pluralize(added, "line"), " added.");
  endmethod

  method _aside owner: ARCHWIZARD
    // :_aside(who, line) => whether the line was speech of some kind; it has been said then, while the editor goes on reading
    caller == this || raise(E_PERM);
    {who, line} = args;
    if (line[1] in {"\"", ":"})
      word = line[1] == ":" ? "emote" | "say";
      argstr = line[2..$];
    else
      blank = index(line, " ");
      word = blank ? line[1..blank - 1] | line;
      argstr = blank ? $string_utils:triml(line[blank + 1..$]) | "";
    endif
    words = $string_utils:words(argstr);
    if (word in {"say", "emote"})
      valid(who.location) && who.location:(word)(@words);
    elseif (word in {"page", "tell", "reply"})
      who:(word)(@words);
    else
      return who:mixin_huh(word, words);
    endif
    return true;
  endmethod

  method _do_append owner: ARCHWIZARD
    // .a <text> adds to the end of the current line, after a blank.
    caller == this || raise(E_PERM);
    {session, text, who} = args;
    at = session["at"];
    at || return this:_do_insert(session, text, who);
    text || return who:tell("Add what?");
    line = session["lines"][at];
    line && line[$] != " " && (line = line + " ");
    lines = listset(session["lines"], line + text, at);
    return this:_told(this:_change(session, lines, at), at, who);
  endmethod

  method _told owner: ARCHWIZARD
    // :_told(session, line, who) => the session, after showing the line that has changed; 0 if the change did not work
    caller == this || raise(E_PERM);
    {session, at, who} = args;
    if (typeof(session) == STR)
      who:tell(session);
      return 0;
    endif
    at && this:_show(session, at, at, who);
    return session;
  endmethod

  method _do_replace owner: ARCHWIZARD
    // .r <line> <text> makes a line another one.
    caller == this || raise(E_PERM);
    {session, text, who} = args;
    found = match(text, "^ *%([0-9.$^]+%)%( .*%|$%)");
    found || return who:tell("Type \".r <line> <text>\".");
    at = this:place(substitute("%1", found), session);
    at < 1 && return who:tell("There is no line ", substitute("%1", found), ".");
    rest = substitute("%2", found);
    return this:_told(this:_change(session, listset(session["lines"], rest ? rest[2..$] | "", at), at), at, who);
  endmethod

  method _do_delete owner: ARCHWIZARD
    // .d [lines] takes lines out, the current one if none are named.
    caller == this || raise(E_PERM);
    {session, text, who} = args;
    range = this:range(text, session);
    typeof(range) == STR && return who:tell(range);
    {first, last, rest} = range;
    lines = {@session["lines"][1..first - 1], @session["lines"][last + 1..$]};
    session = this:_change(session, lines, min(first, length(lines)));
    who:tell(first == last ? tostr("Line ", first) | tostr("Lines ", first, " to ", last), " deleted.");
    return session;
  endmethod

  method _do_substitute owner: ARCHWIZARD
    // .s/old/new/[gcr] [lines] replaces a text.
    caller == this || raise(E_PERM);
    {session, text, who} = args;
    length(text) >= 2 || return who:tell("Type \".s/old/new/\".");
    pieces = explode(text[2..$], text[1], 1);
    length(pieces) >= 2 && pieces[1] || return who:tell("Type \".s/old/new/\".");
    {old, new, ?tail = "", @more} = pieces;
    found = match(tail, "^%([gcr]*%)%( .*%|$%)");
    if (!found)
      found = match(tail, "^%([gcr]*%)%([0-9.$^a].*%|$%)");
      found || return who:tell("After the last \"", text[1], "\" stand g, c, r and lines.");
    endif
    {options, where} = {substitute("%1", found), $string_utils:triml(substitute("%2", found))};
    range = this:range(where, session);
    typeof(range) == STR && return who:tell(range);
    lines = session["lines"];
    changed = {};
    for i in [range[1]..range[2]]
      line = this:substitute(lines[i], old, new, options);
      if (!equal(line, lines[i]))
        lines[i] = line;
        changed = {@changed, i};
      endif
      suspend_if_needed();
    endfor
    changed || return who:tell("\"", old, "\" does not stand in ", range[1] == range[2] ? tostr("line ", range[1]) | "those lines", ".");
    session = this:_told(this:_change(session, lines, changed[$]), 0, who);
    session || return;
    for i in (changed[1..min(10, $)])
      this:_show(session, i, i, who);
    endfor
    length(changed) > 10 && who:tell("… and ", length(changed) - 10, " more lines.");
    return session;
  endmethod

  method substitute owner: ARCHWIZARD
    // :substitute(line, old, new, options) => the line with a text replaced: g everywhere, c whatever the letter case, r old is a pattern and %1 in new what its first group matched
    {line, old, new, options} = args;
    exact = !index(options, "c");
    many = index(options, "g") > 0;
    out = "";
    while (line)
      if (index(options, "r"))
        found = match(line, old, exact);
        if (!(found && found[2] >= found[1]))
          break;
        endif
        replacement = substitute(new, found);
        {first, last} = found[1..2];
      else
        first = index(line, old, exact);
        if (!first)
          break;
        endif
        last = first + length(old) - 1;
        replacement = new;
      endif
      out = tostr(out, line[1..first - 1], replacement);
      line = line[last + 1..$];
      if (!many)
        break;
      endif
    endwhile
    return out + line;
  endmethod

  method _do_find owner: ARCHWIZARD
    // .f <text> goes to the next line with that text.
    caller == this || raise(E_PERM);
    {session, text, who} = args;
    text || return who:tell("Find what?");
    length(text) > 2 && text[1] == "/" && text[$] == "/" && (text = text[2..$ - 1]);
    lines = session["lines"];
    size = length(lines);
    for step in [1..size]
      i = (session["at"] + step - 1) % size + 1;
      if (index(lines[i], text))
        session["at"] = i;
        this:_show(session, i, i, who);
        return session;
      endif
    endfor
    who:tell("\"", text, "\" stands nowhere in the text.");
  endmethod

  method _do_go owner: ARCHWIZARD
    // .g <line> makes a line the current one.
    caller == this || raise(E_PERM);
    {session, text, who} = args;
    at = this:place($string_utils:trim(text), session);
    at < 0 && return who:tell("There is no line ", text, "; the last is ", length(session["lines"]), ".");
    session["at"] = at;
    at ? this:_show(session, at, at, who) | who:tell("You are before the first line.");
    return session;
  endmethod

  method "_do_move _do_copy" owner: ARCHWIZARD
    // .m <lines> to <place> moves lines behind another, .c copies them.
    caller == this || raise(E_PERM);
    {session, text, who} = args;
    cut = index(text, " to ");
    cut || return who:tell("Type \".", verb == "_do_move" ? "m" | "c", " <lines> to <place>\".");
    range = this:range(text[1..cut - 1], session);
    typeof(range) == STR && return who:tell(range);
    target = $string_utils:trim(text[cut + 4..$]);
    to = target in {"^", "0"} ? 0 | this:place(target, session);
    to < 0 && return who:tell("There is no line ", target, ".");
    {first, last, rest} = range;
    lines = session["lines"];
    block = lines[first..last];
    if (verb == "_do_move")
      to >= first && to < last && return who:tell("They cannot go into themselves.");
      lines = {@lines[1..first - 1], @lines[last + 1..$]};
      to >= last && (to = to - length(block));
    endif
    lines = {@lines[1..to], @block, @lines[to + 1..$]};
    who:tell($string_utils:pluralize(length(block), "line"), verb == "_do_move" ? " moved" | " copied", ", now ", to + 1, length(block) > 1 ? tostr(" to ", to + length(block)) | "", ".");
    return this:_told(this:_change(session, lines, to + length(block)), 0, who);
  endmethod

  method _do_join owner: ARCHWIZARD
    // .j <lines> makes one line of several, with a blank between them.
    caller == this || raise(E_PERM);
    {session, text, who} = args;
    range = this:range(text, session);
    typeof(range) == STR && return who:tell(range);
    {first, last, rest} = range;
    first == last && (last = min(last + 1, length(session["lines"])));
    lines = session["lines"];
    joined = $string_utils:from_list({$string_utils:trim(line) for line in (lines[first + 1..last])}, " ");
    joined = last > first ? tostr($string_utils:trimr(lines[first]), " ", joined) | lines[first];
    return this:_told(this:_change(session, {@lines[1..first - 1], joined, @lines[last + 1..$]}, first), first, who);
  endmethod

  method _do_fill owner: ARCHWIZARD
    // .fill [width] [lines] breaks lines anew; empty lines stay between paragraphs.
    caller == this || raise(E_PERM);
    {session, text, who} = args;
    width = 70;
    if ((found = match(text, "^ *%([0-9]+%)%( .*%|$%)")))
      width = toint(substitute("%1", found));
      text = substitute("%2", found);
    endif
    width >= 20 && width <= 500 || return who:tell("A width is 20 to 500.");
    range = this:range(text, session, "all");
    typeof(range) == STR && return who:tell(range);
    {first, last, rest} = range;
    out = {};
    paragraph = "";
    for line in ({@session["lines"][first..last], ""})
      if ($string_utils:trim(line))
        paragraph = tostr(paragraph, paragraph ? " " | "", $string_utils:trim(line));
      else
        paragraph && (out = {@out, @text_wrap(paragraph, width)});
        paragraph = "";
        out = {@out, ""};
      endif
    endfor
    out = out[1..$ - 1];
    lines = {@session["lines"][1..first - 1], @out, @session["lines"][last + 1..$]};
    who:tell("Filled: ", $string_utils:pluralize(length(out), "line"), ".");
    return this:_told(this:_change(session, lines, first + length(out) - 1), 0, who);
  endmethod

  method "_do_undo _do_redo" owner: ARCHWIZARD
    // .u takes the last change back, .redo brings it again.
    caller == this || raise(E_PERM);
    {session, text, who} = args;
    {from, to} = verb == "_do_undo" ? {"past", "future"} | {"future", "past"};
    session[from] || return who:tell("There is nothing to ", verb[5..$], ".");
    session[to] = {@session[to], {session["lines"], session["at"]}};
    session["lines"] = session[from][$][1];
    session["at"] = session[from][$][2];
    session[from] = session[from][1..$ - 1];
    session["changed"] = true;
    who:tell(verb == "_do_undo" ? "Undone" | "Done again", "; ", $string_utils:pluralize(length(session["lines"]), "line"), ".");
    return session;
  endmethod

  method _do_view owner: ARCHWIZARD
    // .v shows the text as readers will see it.
    caller == this || raise(E_PERM);
    {session, text, who} = args;
    $pager:show(session["kind"] in {"description", "note"} ? session["lines"] | {$markup:escape(line) for line in (session["lines"])}, who);
  endmethod

  method _do_what owner: ARCHWIZARD
    // .w tells what is edited.
    caller == this || raise(E_PERM);
    {session, text, who} = args;
    who:tell("You are editing ", session["title"], ", ", $string_utils:pluralize(length(session["lines"]), "line"), session["changed"] ? ", changed" | ", not changed", "; the current line is ", session["at"], ".");
    session["kind"] == "mail" && who:tell("The subject is ", session["subject"] ? toliteral(session["subject"]) | "empty", ".");
  endmethod

  method _do_subject owner: ARCHWIZARD
    // .subject <text> gives a letter another subject.
    caller == this || raise(E_PERM);
    {session, text, who} = args;
    session["kind"] == "mail" || return who:tell("Only a letter has a subject.");
    session["subject"] = $string_utils:trim(text);
    who:tell("The subject is ", toliteral(session["subject"]), ".");
    return session;
  endmethod

  method _do_to owner: ARCHWIZARD
    // .to <names> sends a letter to others.
    caller == this || raise(E_PERM);
    {session, text, who} = args;
    session["kind"] == "mail" || return who:tell("Only a letter goes to somebody.");
    {recipients, problems} = $mail:parse_recipients(text, who);
    problems && return who:tell_lines(problems);
    recipients || return who:tell("To whom?");
    session["to"] = recipients;
    who:tell("The letter goes to ", $mail:name_list(recipients), ".");
    return session;
  endmethod

  method _do_save owner: ARCHWIZARD
    // .save stores the text and ends; .save! does so even if somebody else has changed it.
    caller == this || raise(E_PERM);
    {session, text, who} = args;
    {ok, messages} = this:_save(session, who, text == "!");
    messages && who:tell_lines(messages);
    ok || return;
    who.edits = {other for other in (who.edits) if other["id"] != session["id"]};
    this:_next(who);
  endmethod

  method _next owner: ARCHWIZARD
    // :_next(who) puts what else somebody was editing aside until @edit.
    caller == this || raise(E_PERM);
    {who} = args;
    edits = who.edits;
    if (edits && !edits[1]["local"])
      edits[1]["asleep"] = true;
      who.edits = edits;
    endif
  endmethod

  method _do_quit owner: ARCHWIZARD
    // .q leaves the editor; what is not saved is kept.
    caller == this || raise(E_PERM);
    {session, text, who} = args;
    if (!session["changed"] || (session["kind"] == "mail" && !session["lines"]))
      who.edits = {other for other in (who.edits) if other["id"] != session["id"]};
      this:_next(who);
      who:tell("You leave the editor.");
      return;
    endif
    session["asleep"] = true;
    who:tell("You leave the editor. What you have not saved is kept; \"@edit\" goes on with it.");
    return session;
  endmethod

  method _do_abort owner: ARCHWIZARD
    // .abort leaves the editor and forgets the changes.
    caller == this || raise(E_PERM);
    {session, text, who} = args;
    who.edits = {other for other in (who.edits) if other["id"] != session["id"]};
    this:_next(who);
    who:tell(session["changed"] && session["kind"] != "mail" ? "Your changes are forgotten." | "You leave the editor.");
  endmethod

  method _do_help owner: ARCHWIZARD
    // .h shows the commands.
    caller == this || raise(E_PERM);
    {session, text, who} = args;
    $pager:show({@$layout:table({{""}, {"", "wrap"}}, {entry[3..4] for entry in (this.commands)}, who), "Lines are 3, 3-7, 3-$, . for the current one, $ for the last, or all. Everything that does not begin with a period works as ever: you can look, talk and walk."}, who);
  endmethod

  method resume owner: ARCHWIZARD
    // :resume(who, text) lists what somebody has open, or goes on with the one whose number or title is meant.
    {who, text} = args;
    caller_perms().wizard || raise(E_PERM);
    edits = who.edits;
    edits || return who:tell("You are not editing anything. Type \"@edit <object>:<verb>\", \"@edit <object>.<property>\", \"@edit <note>\" or \"@edit <object>\" for its description.");
    if (length(edits) == 1)
      text = tostr(edits[1]["id"]);
    endif
    for session in (edits)
      if (text && (tostr(session["id"]) == text || index(session["title"], text)))
        this:_activate(who, session["id"]);
        edits = who.edits;
        edits[1]["asleep"] = false;
        who.edits = edits;
        this:_intro(who);
        return;
      endif
    endfor
    who:show({@$layout:table({{"No.", "right"}, {"What"}, {"Lines", "right"}, {""}}, {{s["id"], s["title"], length(s["lines"]), s["changed"] ? "not saved" | ""} for s in (edits)}, who), "Type \"@edit <number>\" to go on with one of these."});
  endmethod

  method test_parts owner: ARCHWIZARD
    session = ["lines" -> {"one", "two", "three"}, "at" -> 2, "past" -> {}, "future" -> {}];
    $test:equal(this:place("3", session), 3);
    $test:equal(this:place("$", session), 3);
    $test:equal(this:place(".", session), 2);
    $test:equal(this:place("4", session), -1);
    $test:equal(this:place("x", session), -1);
    $test:equal(this:range("1-2", session), {1, 2, ""});
    $test:equal(this:range("2-$ rest", session), {2, 3, "rest"});
    $test:equal(this:range("2..3", session), {2, 3, ""});
    $test:equal(this:range("", session), {2, 2, ""});
    $test:equal(this:range("all", session), {1, 3, ""});
    $test:equal(typeof(this:range("9", session)), STR);
    $test:equal(typeof(this:range("3-1", session)), STR);
    $test:equal(this:split("s/a/b/g 1"), {"substitute", "/a/b/g 1"});
    $test:equal(this:split("i  x"), {"insert", " x"});
    $test:equal(this:split("compile"), {"save", ""});
    $test:equal(this:split("save!"), {"save", "!"});
    $test:equal(this:split("del 3"), {"delete", "3"});
    $test:equal(this:split("say hello")[1], "");
    $test:equal(this:substitute("a b a", "a", "x", ""), "x b a");
    $test:equal(this:substitute("a b a", "a", "x", "g"), "x b x");
    $test:equal(this:substitute("A b a", "a", "x", "c"), "x b a");
    $test:same(this:substitute("A b a", "a", "x", ""), "A b x");
    $test:equal(this:substitute("abc", "%([bc]%)", "<%1>", "gr"), "a<b><c>");
    $test:equal(this:_literal_lines({1, 2}), {"{1, 2}"});
    $test:equal(fromliteral($string_utils:from_list(this:_literal_lines({$string_utils:space(70, "x"), 2}), " ")), {$string_utils:space(70, "x"), 2});
  endmethod

  method test_references owner: ARCHWIZARD
    $test:equal(this:parse("#1:title", player), ["kind" -> "verb", "what" -> #1, "name" -> "title"]);
    $test:equal(this:parse("#1.aliases", player), ["kind" -> "property", "what" -> #1, "name" -> "aliases"]);
    $test:equal(this:parse("#1.description", player)["kind"], "description");
    $test:equal(this:parse("me", player), ["kind" -> "description", "what" -> player, "name" -> ""]);
    $test:equal(typeof(this:parse("no-such-thing-here", player)), STR);
    $test:equal(typeof(this:_load_verb(#1, "no_such_verb", this.owner)), STR);
    $test:equal(this:_load_verb(#1, "title", this.owner)[1], "#1:title");
    $test:equal(this:_load_property(#1, "aliases", this.owner), {"#1.aliases", {}, "text"});
    $test:equal(typeof(this:_load_description(#1, "", $no_one)), STR);
  endmethod
endobject
