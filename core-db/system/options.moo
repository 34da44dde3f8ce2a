object OPTIONS [
  import_export_id -> "options",
  import_export_hierarchy -> {"system"}
]
  name: "player options"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  // name -> {kind, default, what it means, {least, most} or {}, group}; a kind is "flag", "number", or a list of words
  property known (owner: ARCHWIZARD, flags: "r") = [
    "autoback" -> {
      "flag",
      1,
      "@dig leads back by itself where the way has an opposite",
      {},
      "build"
    },
    "brief" -> {
      "flag",
      0,
      "show the description of a place only when you type `look'",
      {},
      "display"
    },
    "colors" -> {
      "number",
      -1,
      "how many colours to show: 0, 16, 256, 16777216; -1 goes by your client",
      {-1, 16777216},
      "display"
    },
    "createhere" -> {
      "flag",
      0,
      "@create puts things down where you are rather than into your hands",
      {},
      "build"
    },
    "echo" -> {
      "flag",
      0,
      "show each command once more before what comes of it",
      {},
      "display"
    },
    "evalticks" -> {"flag", 0, "`;' shows how many ticks it took", {}, "program"},
    "hints" -> {"flag", 1, "a hint, once each, when something is new to you", {}, "display"},
    "pagelength" -> {
      "number",
      0,
      "lines at a time of long texts; 0 shows all at once",
      {0, 500},
      "display"
    },
    "prompts" -> {
      "flag",
      0,
      "show a > when a command is done and the next may come",
      {},
      "display"
    },
    "screenreader" -> {
      "number",
      -1,
      "no decoration, lists one thing per line: 1 on, 0 off; -1 goes by your client",
      {-1, 1},
      "display"
    },
    "timestamps" -> {"flag", 0, "the time in front of every line", {}, "display"},
    "timezone" -> {
      "number",
      0,
      "hours between your time and the server's, for the time stamps",
      {-24, 24},
      "display"
    },
    "width" -> {
      "number",
      0,
      "columns to write for; 0 goes by your client",
      {0, 500},
      "display"
    }
  ];

  method default owner: ARCHWIZARD
    // :default(name) => the value of an option that nobody has set; 0 if there is no such option
    return maphaskey(this.known, args[1]) ? this.known[args[1]][2] | 0;
  endmethod

  method check owner: ARCHWIZARD
    // :check(name, value) => what is wrong with the value for that option, "" if nothing is
    {name, value} = args;
    maphaskey(this.known, name) || return tostr("There is no option \"", name, "\".");
    {kind, default, text, bounds, group} = this.known[name];
    if (kind == "flag")
      return typeof(value) in {INT, BOOL} ? "" | tostr("\"", name, "\" is on or off.");
    elseif (kind == "number")
      typeof(value) == INT && value >= bounds[1] && value <= bounds[2] && return "";
      return tostr("\"", name, "\" is a number from ", bounds[1], " to ", bounds[2], ".");
    elseif (typeof(kind) == LIST)
      return value in kind ? "" | tostr("\"", name, "\" is ", $string_utils:english_list(kind, "", " or "), ".");
    endif
    return typeof(value) == STR ? "" | tostr("\"", name, "\" is a text.");
  endmethod

  method parse owner: ARCHWIZARD
    // :parse(name, text) => {"", value} for what somebody typed, or {what is wrong, 0}
    {name, text} = args;
    maphaskey(this.known, name) || return {tostr("There is no option \"", name, "\". `@options' lists them."), 0};
    kind = this.known[name][1];
    if (text in {"default", "auto"})
      return {"", this.known[name][2]};
    elseif (kind == "flag")
      on = text in {"on", "yes", "1", "true", ""};
      on || text in {"off", "no", "0", "false"} || return {tostr("\"", name, "\" is on or off."), 0};
      return {"", on && 1};
    elseif (kind == "number")
      text in {"on", "off"} && (text = text == "on" ? "1" | "0");
      $string_utils:is_integer(text) || return {tostr("\"", name, "\" is a number."), 0};
      value = toint(text);
    else
      value = text;
    endif
    return {this:check(name, value), value};
  endmethod

  method lines owner: ARCHWIZARD
    // :lines(who, group) => lines that show what somebody has chosen
    {who, group} = args;
    rows = {};
    for entry, name in (this.known)
      if (entry[5] == group)
        value = who:option(name);
        rows = {@rows, {name, entry[1] == "flag" ? value ? "on" | "off" | tostr(value), entry[3]}};
      endif
    endfor
    $layout:screen_reader(who) && return {$markup:escape(tostr(row[1], " is ", row[2], ": ", row[3], ".")) for row in (rows)};
    return $layout:table({{"Option"}, {"Now"}, {"Meaning", "wrap"}}, rows, who);
  endmethod

  method test_options owner: ARCHWIZARD
    $test:equal(this:check("brief", 1), "");
    $test:true(this:check("brief", "x"));
    $test:true(this:check("no such option", 1));
    $test:equal(this:parse("brief", "on"), {"", 1});
    $test:equal(this:parse("brief", "off"), {"", 0});
    $test:equal(this:parse("width", "72"), {"", 72});
    $test:true(this:parse("width", "9999")[1]);
    $test:true(this:parse("width", "wide")[1]);
    $test:equal(this:default("hints"), 1);
    $test:equal(this:default("no such option"), 0);
  endmethod
endobject
