object SYSOBJ [
  import_export_id -> "sysobj",
  import_export_hierarchy -> {"system"}
]
  name: "system object"
  parent: ROOT
  owner: ARCHWIZARD
  readable: true

  property ambiguous_match (owner: ARCHWIZARD, flags: "r") = #-2;
  property ansi (owner: ARCHWIZARD, flags: "r") = ANSI;
  property audit (owner: ARCHWIZARD, flags: "r") = AUDIT;
  property binary_proto (owner: ARCHWIZARD, flags: "r") = BINARY_PROTO;
  property board (owner: ARCHWIZARD, flags: "r") = BOARD;
  property bool_proto (owner: ARCHWIZARD, flags: "r") = BOOL_PROTO;
  property builder (owner: ARCHWIZARD, flags: "r") = BUILDER;
  property building_utils (owner: ARCHWIZARD, flags: "r") = BUILDING_UTILS;
  property byte_quota_utils (owner: ARCHWIZARD, flags: "r") = QUOTA_UTILS;
  property channel (owner: ARCHWIZARD, flags: "r") = CHANNEL;
  property channels (owner: ARCHWIZARD, flags: "r") = CHANNELS;
  property code_utils (owner: ARCHWIZARD, flags: "r") = CODE_UTILS;
  property command_utils (owner: ARCHWIZARD, flags: "r") = COMMAND_UTILS;
  property container (owner: ARCHWIZARD, flags: "r") = CONTAINER;
  property convert_utils (owner: ARCHWIZARD, flags: "r") = CONVERT_UTILS;
  property editors (owner: ARCHWIZARD, flags: "r") = EDITORS;
  property editor_user (owner: ARCHWIZARD, flags: "r") = EDITOR_USER;
  property err_proto (owner: ARCHWIZARD, flags: "r") = ERR_PROTO;
  property events (owner: ARCHWIZARD, flags: "r") = EVENTS;
  property exit (owner: ARCHWIZARD, flags: "r") = EXIT;
  property failed_match (owner: ARCHWIZARD, flags: "r") = #-3;
  property feature (owner: ARCHWIZARD, flags: "r") = FEATURE;
  property float_proto (owner: ARCHWIZARD, flags: "r") = FLOAT_PROTO;
  property furniture (owner: ARCHWIZARD, flags: "r") = FURNITURE;
  property garment (owner: ARCHWIZARD, flags: "r") = GARMENT;
  property gender_utils (owner: ARCHWIZARD, flags: "r") = GENDER_UTILS;
  property generic_utils (owner: ARCHWIZARD, flags: "r") = GENERIC_UTILS;
  property guest (owner: ARCHWIZARD, flags: "r") = GUEST;
  property hacker (owner: ARCHWIZARD, flags: "r") = HACKER;
  property help (owner: ARCHWIZARD, flags: "r") = HELP;
  property hints (owner: ARCHWIZARD, flags: "r") = HINTS;
  property history (owner: ARCHWIZARD, flags: "r") = HISTORY;
  property http (owner: ARCHWIZARD, flags: "r") = HTTP;
  property int_proto (owner: ARCHWIZARD, flags: "r") = INT_PROTO;
  property json (owner: ARCHWIZARD, flags: "r") = JSON;
  property lambda_proto (owner: ARCHWIZARD, flags: "r") = LAMBDA_PROTO;
  property layout (owner: ARCHWIZARD, flags: "r") = LAYOUT;
  property letter (owner: ARCHWIZARD, flags: "r") = LETTER;
  property list_proto (owner: ARCHWIZARD, flags: "r") = LIST_PROTO;
  property list_utils (owner: ARCHWIZARD, flags: "r") = LIST_UTILS;
  property lock_utils (owner: ARCHWIZARD, flags: "r") = LOCK_UTILS;
  property log (owner: ARCHWIZARD, flags: "r") = LOG;
  property login (owner: ARCHWIZARD, flags: "r") = LOGIN;
  property mail (owner: ARCHWIZARD, flags: "r") = MAIL;
  property mail_agent (owner: ARCHWIZARD, flags: "r") = MAIL;
  property mail_recipient (owner: ARCHWIZARD, flags: "r") = MAIL_RECIPIENT;
  property mail_user (owner: ARCHWIZARD, flags: "r") = MAIL_USER;
  property map_proto (owner: ARCHWIZARD, flags: "r") = MAP_PROTO;
  property map_utils (owner: ARCHWIZARD, flags: "r") = MAP_UTILS;
  property markup (owner: ARCHWIZARD, flags: "r") = MARKUP;
  property match_utils (owner: ARCHWIZARD, flags: "r") = MATCH_UTILS;
  property math_utils (owner: ARCHWIZARD, flags: "r") = MATH_UTILS;
  property matrix_utils (owner: ARCHWIZARD, flags: "r") = MATRIX_UTILS;
  property maxint (owner: ARCHWIZARD, flags: "r") = 9223372036854775807;
  property menus (owner: ARCHWIZARD, flags: "r") = MENUS;
  property minint (owner: ARCHWIZARD, flags: "r") = -9223372036854775808;
  property news (owner: ARCHWIZARD, flags: "r") = NEWS;
  property note (owner: ARCHWIZARD, flags: "r") = NOTE;
  property nothing (owner: ARCHWIZARD, flags: "r") = #-1;
  property no_one (owner: ARCHWIZARD, flags: "r") = NO_ONE;
  property npc (owner: ARCHWIZARD, flags: "r") = NPC;
  property object_quota_utils (owner: ARCHWIZARD, flags: "r") = QUOTA_UTILS;
  property object_utils (owner: ARCHWIZARD, flags: "r") = OBJECT_UTILS;
  property obj_proto (owner: ARCHWIZARD, flags: "r") = OBJ_PROTO;
  property options (owner: ARCHWIZARD, flags: "r") = OPTIONS;
  property pager (owner: ARCHWIZARD, flags: "r") = PAGER;
  property pebble (owner: ARCHWIZARD, flags: "r") = PEBBLE;
  property perm_utils (owner: ARCHWIZARD, flags: "r") = PERM_UTILS;
  property player (owner: ARCHWIZARD, flags: "r") = PLAYER;
  // the class of new players
  property player_class (owner: ARCHWIZARD, flags: "r") = BUILDER;
  property player_db (owner: ARCHWIZARD, flags: "r") = PLAYER_DB;
  // where new players arrive, and where those go who have no home
  property player_start (owner: ARCHWIZARD, flags: "r") = ARRIVAL;
  property portal (owner: ARCHWIZARD, flags: "r") = PORTAL;
  property programmer (owner: ARCHWIZARD, flags: "r") = PROGRAMMER;
  property quota_utils (owner: ARCHWIZARD, flags: "r") = QUOTA_UTILS;
  property reader (owner: ARCHWIZARD, flags: "r") = READER;
  property recycler (owner: ARCHWIZARD, flags: "r") = RECYCLER;
  property registration (owner: ARCHWIZARD, flags: "r") = REGISTRATION;
  property room (owner: ARCHWIZARD, flags: "r") = ROOM;
  property root (owner: ARCHWIZARD, flags: "r") = ROOT;
  property scheduler (owner: ARCHWIZARD, flags: "r") = SCHEDULER;
  property sequence_utils (owner: ARCHWIZARD, flags: "r") = SEQ_UTILS;
  property seq_utils (owner: ARCHWIZARD, flags: "r") = SEQ_UTILS;
  // what MSSP and the login screen call this world
  property server_name (owner: ARCHWIZARD, flags: "r") = "Moo";
  property server_options (owner: ARCHWIZARD, flags: "r") = SERVER_OPTIONS;
  property set_utils (owner: ARCHWIZARD, flags: "r") = SET_UTILS;
  property socials (owner: ARCHWIZARD, flags: "r") = SOCIALS;
  // when the server started last
  property started_at (owner: ARCHWIZARD, flags: "r") = 0;
  property string_utils (owner: ARCHWIZARD, flags: "r") = STRING_UTILS;
  property str_proto (owner: ARCHWIZARD, flags: "r") = STR_PROTO;
  property sym_proto (owner: ARCHWIZARD, flags: "r") = SYM_PROTO;
  property system (owner: ARCHWIZARD, flags: "r") = SYSOBJ;
  property talker (owner: ARCHWIZARD, flags: "r") = TALKER;
  property test (owner: ARCHWIZARD, flags: "r") = TEST;
  property thing (owner: ARCHWIZARD, flags: "r") = THING;
  property time_utils (owner: ARCHWIZARD, flags: "r") = TIME_UTILS;
  property topics (owner: ARCHWIZARD, flags: "r") = TOPICS;
  property trig_utils (owner: ARCHWIZARD, flags: "r") = MATH_UTILS;
  // where `tutorial' leads
  property tutorial_start (owner: ARCHWIZARD, flags: "r") = TUTORIAL_1;
  property wizard (owner: ARCHWIZARD, flags: "r") = WIZARD;
  property wiz_utils (owner: ARCHWIZARD, flags: "r") = WIZ_UTILS;
  override aliases = {"system"};
  override description = "The hub of the world: its properties are the names that start with a dollar sign, and the server calls its verbs.";

  method do_login_command owner: ARCHWIZARD
    // The server calls this for each line of a connection on which nobody is logged in yet.
    callers() && return E_PERM;
    return $login:do_command(@args);
  endmethod

  method do_ssh_login owner: ARCHWIZARD
    // The server calls this when somebody who comes by SSH says who they are: (name, method, secret).
    callers() && return E_PERM;
    return $login:ssh(@args);
  endmethod

  method user_created owner: ARCHWIZARD
    // The server calls this when a login has made a new player.
    callers() && !caller_perms().wizard && return E_PERM;
    $login:connected(args[1], "created");
  endmethod

  method user_connected owner: ARCHWIZARD
    // The server calls this when a player has logged in.
    callers() && !caller_perms().wizard && return E_PERM;
    $login:connected(args[1], "connected");
  endmethod

  method user_reconnected owner: ARCHWIZARD
    // The server calls this when a player has logged in who was connected already.
    callers() && !caller_perms().wizard && return E_PERM;
    $login:connected(args[1], "reconnected");
  endmethod

  method "user_disconnected user_client_disconnected" owner: ARCHWIZARD
    // The server calls this when the last connection of a player has ended.
    callers() && !caller_perms().wizard && return E_PERM;
    $login:disconnected(args[1], verb == "user_client_disconnected");
  endmethod

  method do_gmcp_command owner: ARCHWIZARD
    // The server calls this with a package and its value when a client has sent a GMCP message.
    callers() && return E_PERM;
    is_player(player) || return $login:gmcp(@args);
    return `player:gmcp(@args) ! E_VERBNF => false' || $editors:gmcp(player, @args);
  endmethod

  method do_mcp_command owner: ARCHWIZARD
    // The server calls this with a message's name and its values when a client has sent an MCP message.
    callers() && return E_PERM;
    {name, values} = args;
    if (name == "dns-com-awns-ping")
      return mcp_send(player, "dns-com-awns-ping-reply", ["id" -> `values["id"] ! E_RANGE => ""']);
    elseif (name == "dns-com-awns-serverinfo-get")
      return mcp_send(player, "dns-com-awns-serverinfo", ["home_url" -> `$server_options.home_url ! E_PROPNF => ""', "help_url" -> `$server_options.help_url ! E_PROPNF => ""']);
    endif
    is_player(player) && $editors:mcp(player, @args);
  endmethod

  method handle_uncaught_error owner: ARCHWIZARD
    // The server calls this with {code, message, value, stack, traceback lines} when nothing has caught an error. Who does not program sees one line rather than a traceback.
    callers() && return E_PERM;
    {code, message, value, stack, lines} = args;
    is_player(player) && !player.programmer && stack || return false;
    {this_object, name, programmer, definer, @rest} = stack[1];
    owner = valid(definer) && valid(definer.owner) ? definer.owner.name | "nobody";
    notify(player, tostr("Something went wrong: ", message, ". (", definer, ":", name, length(rest) > 1 ? tostr(" line ", rest[2]) | "", ", which is ", owner, "'s. `@bug' tells the administrators.)"), 0, 0, "plain");
    return true;
  endmethod

  method server_first_started owner: ARCHWIZARD
    // :server_first_started(password) is called by the server once in a world's life: the first wizard gets a password.
    callers() && return E_PERM;
    #2.password = argon2(args[1], salt());
  endmethod

  method server_started owner: ARCHWIZARD
    // The server calls this each time it has started.
    callers() && return E_PERM;
    this.started_at = time();
    for where in ({"$login", "$scheduler", "$log", "$help"})
      what = $string_utils:literal_object(where);
      valid(what) && `what:server_started() ! ANY';
    endfor
  endmethod
endobject
