object SERVER_OPTIONS [
  import_export_id -> "server_options",
  import_export_hierarchy -> {"system"}
]
  name: "server options"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  property bg_seconds (owner: ARCHWIZARD, flags: "r") = 3;
  property bg_ticks (owner: ARCHWIZARD, flags: "r") = 30000;
  property connections_per_player (owner: ARCHWIZARD, flags: "r") = 16;
  property fg_seconds (owner: ARCHWIZARD, flags: "r") = 5;
  property fg_ticks (owner: ARCHWIZARD, flags: "r") = 60000;
  // name -> {least, most, what it means}
  property known (owner: ARCHWIZARD, flags: "r") = [
    "atomic_tasks" -> {
      0,
      1,
      "whether a task that fails leaves nothing behind (1), or what it had done (0)"
    },
    "bg_seconds" -> {1, 3600, "seconds that a task may run which was forked or has slept"},
    "bg_ticks" -> {100, 100000000, "ticks that such a task has"},
    "connect_timeout" -> {5, 86400, "seconds to log in"},
    "connections_per_player" -> {1, 1000, "connections that a player may have at once"},
    "dump_interval" -> {60, 604800, "seconds between two checkpoints"},
    "fg_seconds" -> {1, 3600, "seconds that a command may run"},
    "fg_ticks" -> {100, 100000000, "ticks that a command has"},
    "finished_tasks_limit" -> {0, 1000, "finished tasks that finished_tasks() tells of"},
    "max_concat_catchable" -> {0, 1, "whether a program can catch the error of a value that grew too large"},
    "max_list_value_bytes" -> {16382, 4294967296, "bytes of the largest list"},
    "max_map_value_bytes" -> {16382, 4294967296, "bytes of the largest map"},
    "max_stack_depth" -> {50, 100000, "how deep verbs may call each other"},
    "max_string_concat" -> {1015, 536870912, "characters of the longest text"},
    "max_task_bytes" -> {1048576, 1099511627776, "bytes that a task may hold"},
    "queued_task_bytes" -> {1048576, 1099511627776, "bytes of one player's tasks that may wait"},
    "queued_task_limit" -> {0, 1000000, "tasks of one player that may wait"}
  ];
  property max_stack_depth (owner: ARCHWIZARD, flags: "r") = 50;
  override aliases = {"server_options"};
  override description = "What the server itself goes by; `@server-options' shows and changes it.";

  method rows owner: ARCHWIZARD
    // :rows() => {name, value, meaning} of every option
    return {{name, tostr(`this.(name) ! E_PROPNF => "(default)"'), entry[3]} for entry, name in (this.known)};
  endmethod

  method describe owner: ARCHWIZARD
    // :describe(name) => what is to say about an option, "" if there is none
    {name} = args;
    maphaskey(this.known, name) || return "";
    {least, most, text} = this.known[name];
    return tostr(name, " = ", `toliteral(this.(name)) ! E_PROPNF => "(default)"', ": ", text, "; ", least, " to ", most, ".");
  endmethod

  method set owner: ARCHWIZARD
    // :set(name, text) => "" when the option has the value that somebody typed, else what is wrong
    caller_perms().wizard || raise(E_PERM);
    {name, text} = args;
    if (!maphaskey(this.known, name))
      match(name, "^protect_[a-z_]+$") || return tostr("There is no server option \"", name, "\".");
      {least, most} = {0, 1};
    else
      {least, most, meaning} = this.known[name];
    endif
    if (text == "default")
      name in properties(this) && delete_property(this, name);
      return "";
    endif
    value = $code_utils:toint(text);
    typeof(value) == INT && value >= least && value <= most || return tostr("\"", name, "\" is a number from ", least, " to ", most, ".");
    name in properties(this) ? this.(name) = value | add_property(this, name, value, {#2, "r"});
    return "";
  endmethod

  method test_options owner: ARCHWIZARD
    $test:contains(this:describe("fg_ticks"), "ticks that a command has");
    $test:equal(this:describe("no_such_option"), "");
    $test:true(this:set("fg_ticks", "1"));
    $test:true(this:set("no_such_option", "1"));
    $test:equal(length(this:rows()), length(this.known));
  endmethod
endobject
