object OPTIONS [
  import_export_id -> "options",
  import_export_hierarchy -> {"system"}
]
  name: "player options"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  // name -> {kind, default, what it means}; a kind is "flag", "number" with {least, most} behind, or a list of words
  property known (owner: ARCHWIZARD, flags: "r") = [
    "brief" -> {"flag", 0, "show the description of a place only when you type `look'"},
    "colors" -> {
      "number",
      -1,
      "how many colours to show: 0, 16, 256, 16777216; -1 goes by your client",
      {-1, 16777216}
    },
    "pagelength" -> {"number", 0, "lines at a time of long texts; 0 shows all at once", {0, 500}},
    "screenreader" -> {"flag", 0, "no decoration, lists one thing per line"},
    "timestamps" -> {"flag", 0, "the time in front of every line"},
    "width" -> {"number", 0, "columns to write for; 0 goes by your client", {0, 500}}
  ];
  override aliases = {"options"};
  override description = "What players can choose about how the world is shown to them.";

  method default owner: ARCHWIZARD
    // :default(name) => the value of an option that nobody has set; 0 if there is no such option
    return maphaskey(this.known, args[1]) ? this.known[args[1]][2] | 0;
  endmethod

  method check owner: ARCHWIZARD
    // :check(name, value) => what is wrong with the value for that option, "" if nothing is
    {name, value} = args;
    maphaskey(this.known, name) || return tostr("There is no option \"", name, "\".");
    {kind, default, text, @rest} = this.known[name];
    if (kind == "flag")
      return typeof(value) in {INT, BOOL} ? "" | tostr("\"", name, "\" is on or off.");
    elseif (kind == "number")
      typeof(value) == INT && value >= rest[1][1] && value <= rest[1][2] && return "";
      return tostr("\"", name, "\" is a number from ", rest[1][1], " to ", rest[1][2], ".");
    elseif (typeof(kind) == LIST)
      return value in kind ? "" | tostr("\"", name, "\" is ", $string_utils:english_list(kind, "", " or "), ".");
    endif
    return typeof(value) == STR ? "" | tostr("\"", name, "\" is a text.");
  endmethod
endobject
