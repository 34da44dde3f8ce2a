object LOGIN [
  import_export_id -> "login",
  import_export_hierarchy -> {"system"}
]
  name: "login"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  // connections whose password is being checked
  property checking (owner: ARCHWIZARD, flags: "") = {};
  // words typed before login, in full, with the verb that deals with each
  property commands (owner: ARCHWIZARD, flags: "r") = {
    {"connect", "do_connect"},
    {"create", "do_create"},
    {"guest", "do_guest"},
    {"who", "do_who"},
    {"help", "do_help"},
    {"?", "do_help"},
    {"uptime", "do_uptime"},
    {"version", "do_version"},
    {"screenreader", "do_screenreader"},
    {"quit", "do_quit"},
    {"@quit", "do_quit"}
  };
  // what wrong passwords are compared with when there is no such player, so that it takes as long
  property decoy (owner: ARCHWIZARD, flags: "") = "";
  // connection -> lines that came while its password was checked
  property early (owner: ARCHWIZARD, flags: "") = [];
  // address -> {failures, time of the last}
  property failures (owner: ARCHWIZARD, flags: "") = [];
  // how many failures from one address are met without a pause
  property free_failures (owner: ARCHWIZARD, flags: "r") = 2;
  property goodbye_message (owner: ARCHWIZARD, flags: "rc") = "Come back soon.";
  property help_message (owner: ARCHWIZARD, flags: "rc") = {
    "[bold]Getting in[/]",
    "  guest                    look around without a name of your own",
    "  create NAME PASSWORD     make a character; put quotes around a password with blanks in it",
    "  connect NAME PASSWORD    come back as your character",
    "  connect NAME             the same, but the password is asked for and not shown",
    "[bold]Before that[/]",
    "  who   uptime   version   who is here; since when; which server this is",
    "  screenreader             for screen readers: plain lines, no decoration",
    "  quit                     hang up"
  };
  property login_timeout (owner: ARCHWIZARD, flags: "rc") = 300;
  // the longest pause after a failure, in seconds
  property most_delay (owner: ARCHWIZARD, flags: "r") = 8;
  // the shortest password that is taken
  property shortest_password (owner: ARCHWIZARD, flags: "rc") = 6;
  property welcome_message (owner: ARCHWIZARD, flags: "rc") = {
    "",
    "[bold cyan]Welcome to %server.[/]",
    "A world made of words, built by those who live in it.",
    "",
    "  [bold]guest[/]                    look around first",
    "  [bold]create NAME PASSWORD[/]     make a character",
    "  [bold]connect NAME PASSWORD[/]    come back",
    "",
    "Also: who, help, screenreader, quit.%who"
  };
  override aliases = {"login"};
  override description = "Meets everybody who connects, until they are somebody.";

  method server_started owner: ARCHWIZARD
    // :server_started() forgets what no longer matters when the server starts.
    caller == #0 || caller_perms().wizard || raise(E_PERM);
    this.failures = [];
    this.checking = {};
    this.early = [];
    this.decoy || (this.decoy = argon2(tostr(random(), random(), random()), salt()));
  endmethod

  method do_command owner: ARCHWIZARD
    // :do_command(word, …) does what an anonymous connection types; an empty line shows the welcome.
    caller == #0 || raise(E_PERM);
    if (player in this.checking)
      // what is typed while a password is checked belongs to the player
      this.early[player] = {@`this.early[player] ! E_RANGE => {}', argstr};
      return 0;
    endif
    words = $string_utils:words(argstr);
    words || return this:welcome();
    {word, @rest} = words;
    word == "mssp-request" && return this:mssp();
    found = {};
    for entry in (this.commands)
      if (entry[1] == word)
        found = {entry};
        break;
      elseif (index(entry[1], word) == 1)
        found = {@found, entry};
      endif
    endfor
    if (length(found) != 1)
      this:say(match(word, "^%(get%|post%|head%|options%)$") ? "This is a text world, not a web page: connect with telnet or a MUD client." | tostr("I don't understand \"", $markup:escape(word[1..min(40, $)]), "\" here. Type `help' to see what can be typed before you are somebody."));
      return 0;
    endif
    connection = player;
    result = 0;
    try
      result = this:(found[1][2])(@rest);
    finally
      // whoever has got in is let speak by :connected(), after the welcome
      result != "in" && connection in this.checking && this:hold(connection, false);
    endtry
    return 0;
  endmethod

  method say owner: ARCHWIZARD
    // :say(markup, …) shows lines to the connection.
    caller == this || caller_perms().wizard || raise(E_PERM);
    for line in (args)
      notify(player, line, 0, 0, "markup");
    endfor
  endmethod

  method welcome owner: ARCHWIZARD
    // :welcome() shows the login screen.
    caller == this || raise(E_PERM);
    count = length($list_utils:remove_duplicates(connected_players()));
    who = count ? tostr(" ", count == 1 ? "One person is" | tostr(count, " people are"), " here now.") | "";
    for line in (this.welcome_message)
      this:say(strsub(strsub(line, "%server", $markup:escape($server_name)), "%who", who));
    endfor
    modules = `client_info(player)["gmcp"] ! ANY => []';
    typeof(modules) == MAP && maphaskey(modules, "Char.Login") && gmcp_send(player, "Char.Login.Default", ["type" -> {"password-credentials"}]);
    return 0;
  endmethod

  method gmcp owner: ARCHWIZARD
    // :gmcp(package, value) lets a client log in that keeps names and passwords itself: Char.Login.Credentials
    caller == #0 || raise(E_PERM);
    {package, value} = args;
    package == "Char.Login.Credentials" && typeof(value) == MAP || return 0;
    name = `value["account"] ! E_RANGE => ""';
    secret = `value["password"] ! E_RANGE => ""';
    // an empty message asks for the login screen, which is there already
    typeof(name) == STR && typeof(secret) == STR && name && secret && !(player in this.checking) || return 0;
    connection = player;
    result = 0;
    try
      result = this:do_connect(name, secret);
    finally
      result != "in" && connection in this.checking && this:hold(connection, false);
    endtry
    gmcp_send(connection, "Char.Login.Result", result == "in" ? ["success" -> true] | ["success" -> false, "message" -> "That name and password do not belong together."]);
    return 0;
  endmethod

  method do_help owner: ARCHWIZARD
    // help: shows what can be typed before login.
    caller == this || raise(E_PERM);
    this:say(@this.help_message);
    return 0;
  endmethod

  method do_who owner: ARCHWIZARD
    // who: shows who is connected.
    caller == this || raise(E_PERM);
    this:say(@{$markup:escape(line) for line in (this:who_lines(connected_players(), player))});
    return 0;
  endmethod

  method do_uptime owner: ARCHWIZARD
    // uptime: shows since when the server runs.
    caller == this || raise(E_PERM);
    this:say(tostr("The server has been up for ", $time_utils:english_time(time() - $system.started_at), "."));
    return 0;
  endmethod

  method do_version owner: ARCHWIZARD
    // version: shows which server this is.
    caller == this || raise(E_PERM);
    this:say(tostr("This is Moo, version ", server_version(), "."));
    return 0;
  endmethod

  method do_screenreader owner: ARCHWIZARD
    // screenreader: plain lines from here on.
    caller == this || raise(E_PERM);
    now = connection_option(player, "screen-reader") == 1 ? 0 | 1;
    set_connection_option(player, "screen-reader", now);
    this:say(now ? "Screen-reader mode is on for this connection: no decoration, one thing per line." | "Screen-reader mode is off.");
    return 0;
  endmethod

  method do_quit owner: ARCHWIZARD
    // quit: hangs up.
    caller == this || raise(E_PERM);
    this:say(this.goodbye_message);
    boot_player(player);
    return 0;
  endmethod

  method mssp owner: ARCHWIZARD
    // :mssp() answers crawlers that ask in plain text.
    caller == this || raise(E_PERM);
    notify(player, "MSSP-REPLY-START");
    facts = {{"NAME", $server_name}, {"PLAYERS", length($list_utils:remove_duplicates(connected_players()))}, {"UPTIME", $system.started_at}, {"CODEBASE", "Moo " + server_version()}, {"FAMILY", "MOO"}};
    for fact in (facts)
      notify(player, tostr(fact[1], "\t", fact[2]));
    endfor
    notify(player, "MSSP-REPLY-END");
    return 0;
  endmethod

  method ask_secret owner: ARCHWIZARD
    // :ask_secret(prompt) => the line that the connection types, which its client does not show
    caller == this || caller_perms().wizard || raise(E_PERM);
    set_connection_option(player, "client-echo", 0);
    notify(player, args[1], 0, 0, "prompt");
    try
      line = read(player);
    finally
      set_connection_option(player, "client-echo", 1);
    endtry
    return line;
  endmethod

  method address owner: ARCHWIZARD
    // :address() => the network address of this connection
    caller == this || raise(E_PERM);
    return `connection_info(player)["destination_ip"] ! ANY => "unknown"';
  endmethod

  method do_connect owner: ARCHWIZARD
    // connect NAME [PASSWORD]: logs in. Failures are slowed down and do not say which half was wrong.
    caller == this || raise(E_PERM);
    {?name = "", @rest} = args;
    if (!name)
      this:say("Type `connect NAME PASSWORD', or `connect NAME' to be asked for the password without showing it.");
      return 0;
    endif
    name == "guest" && !rest && return this:do_guest();
    secret = rest ? $string_utils:from_list(rest, " ") | this:ask_secret("Password: ");
    address = this:address();
    this:hold(player, true);
    who = this:whose(name, secret, address);
    if (!valid(who))
      this:say("That name and password do not belong together. `help' tells what to type; an administrator can help who forgot a password.");
      this:hold(player, false);
      return 0;
    endif
    reason = this:why_not(who, address);
    if (reason)
      this:say(reason);
      this:hold(player, false);
      boot_player(player);
      return 0;
    endif
    connection = player;
    switch_player(connection, who);
    return "in";
  endmethod

  method whose owner: ARCHWIZARD
    // :whose(name, password, address) => the player who has both, or $nothing. Waits after failures; which half was wrong cannot be told.
    caller == this || raise(E_PERM);
    {name, secret, address} = args;
    delay = this:delay_for(address);
    delay && suspend(delay);
    who = $player_db:find_exact(name);
    hash = valid(who) ? `who.password ! ANY => ""' | "";
    correct = argon2_verify(typeof(hash) == STR && hash ? hash | this.decoy, secret);
    if (!correct || !valid(who) || typeof(hash) != STR || !hash)
      this:failed(address);
      return $nothing;
    endif
    this:succeeded(address);
    // a hash of another kind came from another server: the password is at hand, so it gets a better one
    index(hash, "$argon2id$") == 1 || (who.password = argon2(secret, salt()));
    return who;
  endmethod

  method ssh owner: ARCHWIZARD
    // :ssh(name, method, secret) => the player, 1 for the login screen, or 0: who comes by SSH as that name
    // "none": nothing is shown; "password": the secret; "offer": would the key {type, base 64, fingerprint} do?; "publickey": it is proven
    caller == #0 || raise(E_PERM);
    {name, method, secret} = args;
    name == "guest" && return 1;
    address = this:address();
    if (method == "password")
      who = this:whose(name, secret, address);
      valid(who) || this:say("That name and password do not belong together. The name guest leads to the login screen.");
    elseif (method in {"offer", "publickey"})
      who = $player_db:find_exact(name);
      valid(who) && who:has_ssh_key(secret[1], secret[2]) || return 0;
    else
      return 0;
    endif
    valid(who) || return 0;
    reason = this:why_not(who, address);
    if (reason)
      this:say(reason);
      return 0;
    endif
    return who;
  endmethod

  method read_ssh_key owner: ARCHWIZARD
    // :read_ssh_key(line) => ["type", "key", "comment", "fingerprint"] of a line of a .pub file, or what is wrong with it
    found = match(args[1], "^%([a-z0-9-]+%) +%([A-Za-z0-9+/]+=*%)%( +%(.*%)%|%) *$");
    found || return "That is no public key. It is the one line of a file such as ~/.ssh/id_ed25519.pub: ssh-ed25519 AAAA… comment";
    {type, key, comment} = {substitute("%1", found), substitute("%2", found), substitute("%4", found)};
    type in {"ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "ssh-rsa"} || return tostr("Keys of the type ", type, " are not taken here; make one with ssh-keygen -t ed25519.");
    try
      bytes = decode_base64(key);
      numbers = decode_binary(bytes, 1);
    except (E_INVARG)
      return "That key is damaged: copy the whole line.";
    endtry
    size = length(type);
    length(numbers) > size + 4 && numbers[1..4] == {0, 0, 0, size} && encode_binary(@numbers[5..size + 4]) == type || return "That key is damaged: copy the whole line.";
    type == "ssh-ed25519" && length(numbers) != 51 && return "That key is damaged: copy the whole line.";
    type == "ssh-rsa" && length(numbers) < 270 && return "RSA keys need 2048 bits; better make one with ssh-keygen -t ed25519.";
    length(numbers) > 2200 && return "That key is too long.";
    fingerprint = "SHA256:" + encode_base64(binary_hash(bytes, "SHA256", 1), 0, 1);
    return ["type" -> type, "key" -> key, "comment" -> comment[1..min(60, $)], "fingerprint" -> fingerprint];
  endmethod

  method hold owner: ARCHWIZARD
    // :hold(connection, whether) keeps the lines of a connection back while its password is checked
    caller == this || raise(E_PERM);
    {connection, holds} = args;
    if (!holds && maphaskey(this.early, connection))
      for line in (reverse(this.early[connection]))
        force_input(connection, line, 1);
      endfor
      this.early = mapdelete(this.early, connection);
    endif
    set_connection_option(connection, "hold-input", holds && 1);
    // a connection that is somebody's by now is still held until :connected() lets it go
    open = {other for other in (this.checking) if other != connection && `connection_name(other) ! ANY => ""'};
    this.checking = holds ? {@open, connection} | open;
  endmethod

  method why_not owner: ARCHWIZARD
    // :why_not(player or $nothing, address) => why somebody may not come in, "" if they may
    {who, address} = args;
    if (valid(who))
      who.wizard && return "";
      who.suspended && (reason = $registration:suspension(who)) && return reason;
    endif
    return $registration:why_not_from(address, !valid(who));
  endmethod

  method delay_for owner: ARCHWIZARD
    // :delay_for(address) => how many seconds a login from there has to wait, after failures
    caller == this || raise(E_PERM);
    {count, last} = `this.failures[args[1]] ! E_RANGE => {0, 0}';
    count > this.free_failures && time() - last < 900 || return 0;
    return min(this.most_delay, count - this.free_failures);
  endmethod

  method failed owner: ARCHWIZARD
    // :failed(address) notes a login that failed.
    caller == this || raise(E_PERM);
    {address} = args;
    failures = this.failures;
    {count, last} = `failures[address] ! E_RANGE => {0, 0}';
    time() - last > 900 && (count = 0);
    failures[address] = {count + 1, time()};
    if (length(failures) > 1000)
      for entry, key in (failures)
        time() - entry[2] > 900 && (failures = mapdelete(failures, key));
      endfor
      length(failures) > 1000 && (failures = [address -> failures[address]]);
    endif
    this.failures = failures;
  endmethod

  method succeeded owner: ARCHWIZARD
    // :succeeded(address) forgets the failures from there.
    caller == this || raise(E_PERM);
    maphaskey(this.failures, args[1]) && (this.failures = mapdelete(this.failures, args[1]));
  endmethod

  method do_create owner: ARCHWIZARD
    // create NAME [PASSWORD]: makes a character, and logs in.
    caller == this || raise(E_PERM);
    {?name = "", @rest} = args;
    if (!name)
      this:say("Type `create NAME PASSWORD': a name of your choice, and a password that nobody guesses.");
      return 0;
    endif
    reason = this:why_not($nothing, this:address()) || $registration:why_not(player);
    if (!reason)
      free = $player_db:available(name);
      reason = typeof(free) == STR ? free | typeof(free) == OBJ ? tostr("The name ", $markup:escape(name), " is taken.") | "";
    endif
    if (reason)
      this:say(reason);
      return 0;
    endif
    code = "";
    if ($registration.mode == "invite")
      notify(player, "Your invitation: ", 0, 0, "prompt");
      code = $string_utils:trim(read(player));
      if (!$registration:is_invited(code))
        return this:say("That invitation is not good, or not any more.");
      endif
    endif
    if (rest)
      secret = $string_utils:from_list(rest, " ");
    else
      secret = this:ask_secret("A password for " + $markup:escape(name) + ": ");
      if (!equal(secret, this:ask_secret("The same again: ")))
        this:say("Those were two different passwords. Nothing was made; try again.");
        return 0;
      endif
    endif
    reason = this:why_bad_password(secret, name);
    if (reason)
      this:say(reason);
      return 0;
    endif
    this:hold(player, true);
    hash = argon2(secret, salt());
    connection = player;
    who = $wiz_utils:make_player(name, hash, $player_class);
    if (typeof(who) == STR)
      this:say(who);
      this:hold(connection, false);
      return 0;
    endif
    $registration:used(code, who);
    switch_player(connection, who);
    return "in";
  endmethod

  method why_bad_password owner: ARCHWIZARD
    // :why_bad_password(password, name) => what is wrong with it, "" if nothing is
    {secret, ?name = ""} = args;
    length(secret) < this.shortest_password && return tostr("A password needs at least ", this.shortest_password, " characters.");
    length(secret) > 500 && return "A password may be 500 characters long.";
    name && (secret == name || secret == reverse(name)) && return "The password must not be the name.";
    secret in {"password", "123456", "1234567", "12345678", "123456789", "qwerty", "letmein", "abc123", "111111", "secret"} && return "That password is one of the first that anybody would try.";
    return "";
  endmethod

  method do_guest owner: ARCHWIZARD
    // guest: comes in without a name of one's own.
    caller == this || raise(E_PERM);
    reason = this:why_not($nothing, this:address());
    who = reason ? reason | $guest:take();
    if (typeof(who) == STR)
      this:say(who);
      return 0;
    endif
    // whoever comes as a guest has made nothing, even if the guest is new
    message = `$server_options.connect_msg ! E_PROPNF => "*** Connected ***"';
    connection = player;
    switch_player(connection, who, 1);
    for line in (typeof(message) == LIST ? message | {message})
      line && notify(connection, tostr(line));
    endfor
    return 0;
  endmethod

  method connected owner: ARCHWIZARD
    // :connected(player, how) does what is due when somebody has come in: "created", "connected" or "reconnected".
    caller == #0 || raise(E_PERM);
    {who, how} = args;
    try
      this:_connected(who, how);
    finally
      for entry in (`connections(who) ! ANY => {}')
        entry[1] in this.checking && this:hold(entry[1], false);
      endfor
    endtry
  endmethod

  method _connected owner: ARCHWIZARD
    // :_connected(player, how) lets the player and the place know
    caller == this || raise(E_PERM);
    {who, how} = args;
    who.first_connect_time || ((who.first_connect_time = time()) && (how = "created"));
    who.previous_connect_time = who.last_connect_time;
    who.last_connect_time = time();
    `who.last_connect_place = connection_info(who)["destination_ip"] ! ANY';
    set_task_perms(who);
    if (how == "reconnected" && valid(who.location))
      // the others have not missed anybody
      return `who:reconfunc() ! E_VERBNF';
    endif
    `who:confunc(how) ! E_VERBNF';
    // the place shows itself to whoever comes in
    this:_arrive(who) && (how = "moved");
    valid(who.location) && `who.location:confunc(who, how) ! E_VERBNF';
  endmethod

  method _arrive owner: ARCHWIZARD
    // :_arrive(player) => whether somebody who was nowhere has come home
    caller == this || raise(E_PERM);
    {who} = args;
    valid(who.location) && return false;
    move(who, valid(who.home) ? who.home | $player_start);
    return true;
  endmethod

  method disconnected owner: ARCHWIZARD
    // :disconnected(player, by themselves) does what is due when somebody has gone.
    caller == #0 || raise(E_PERM);
    {who, how} = args;
    valid(who) || return;
    who.last_disconnect_time = time();
    set_task_perms(who);
    where = who.location;
    valid(where) && `where:disfunc(who) ! E_VERBNF';
    `who:disfunc() ! E_VERBNF';
  endmethod

  method made_up_secret owner: ARCHWIZARD
    // :made_up_secret() => a password that nobody can guess
    caller_perms().wizard || raise(E_PERM);
    return $string_utils:lowercase(string_hash(random_bytes(32))[1..16]);
  endmethod

  method short_time owner: ARCHWIZARD
    // :short_time(seconds) => "12s", "5m", "3h 20m", "4d 2h"
    seconds = toint(args[1]);
    seconds < 60 && return tostr(seconds, "s");
    seconds < 3600 && return tostr(seconds / 60, "m");
    seconds < 86400 && return tostr(seconds / 3600, "h ", seconds % 3600 / 60, "m");
    return tostr(seconds / 86400, "d ", seconds % 86400 / 3600, "h");
  endmethod

  method spoken_time owner: ARCHWIZARD
    // :spoken_time(seconds) => "5 minutes", "3 hours", "2 days"
    {seconds} = args;
    {n, unit} = seconds < 3600 ? {toint(seconds) / 60, " minute"} | seconds < 86400 ? {toint(seconds) / 3600, " hour"} | {toint(seconds) / 86400, " day"};
    return tostr(n, unit, n == 1 ? "" | "s");
  endmethod

  method who_lines owner: ARCHWIZARD
    // :who_lines(players, reader) => lines that tell who is connected, for how long, and where
    {players, ?reader = player} = args;
    players = $list_utils:remove_duplicates({p for p in (players) if valid(p)});
    players || return {"Nobody is connected."};
    readable = `reader:screenreader() ! ANY => connection_option(reader, "screen-reader") == 1';
    rows = {};
    for who in (players)
      idle = `idle_seconds(who) ! E_INVARG => -1';
      on = `connected_seconds(who) ! E_INVARG => -1';
      where = `who:whereis_text(reader) ! ANY => ""';
      if (idle < 0)
        last = `who.last_disconnect_time ! ANY => 0';
        rows = {@rows, {$maxint, who.name, "-", last ? "away since " + $time_utils:ago(last) | "never here", where}};
      else
        rows = {@rows, {idle, who.name, on, idle, where}};
      endif
    endfor
    rows = sort(rows, slice(rows, 1));
    if (readable)
      lines = {this:_who_line(row) for row in (rows)};
    else
      cells = {{row[2], row[1] == $maxint ? row[3] | this:short_time(row[3]), row[1] == $maxint ? row[4] | this:short_time(row[4]), row[5]} for row in (rows)};
      lines = {strip_markup(line) for line in ($layout:table({{"Name", "left", 8}, {"Connected"}, {"Idle"}, {"Where", "left", 12}}, cells, reader))};
    endif
    count = length(rows);
    away = length({1 for seconds in (slice(rows, 1)) if seconds == $maxint});
    idle = length({1 for seconds in (slice(rows, 1)) if seconds >= 300}) - away;
    return {@lines, "", tostr(count == 1 ? "One person" | tostr(count, " people"), away ? tostr(", ", count == 1 ? "" | away == count ? "all " | tostr(away, " of them "), "not connected") | "", idle ? tostr(", ", count == 1 ? "" | idle == count ? "all " | tostr(idle, " "), "idle for five minutes or more") | "", ".")};
  endmethod

  method _who_line owner: ARCHWIZARD
    // :_who_line({idle seconds or $maxint, name, seconds connected, idle seconds or since when away, place}) => the same as a sentence, for screen readers
    {idle, name, on, state, where} = args[1];
    how = idle == $maxint ? state | tostr("connected ", on < 60 ? "just now" | "for " + this:spoken_time(on), idle < 60 ? ", active" | ", idle " + this:spoken_time(idle));
    return tostr(name, ", ", how, where ? ", " + where | "");
  endmethod

  method test_passwords owner: ARCHWIZARD
    $test:equal(this:why_bad_password("correct horse", "Ann"), "");
    $test:true(this:why_bad_password("abc", "Ann"));
    $test:true(this:why_bad_password("Annabel", "Annabel"));
    $test:true(this:why_bad_password("lebannA", "Annabel"));
    $test:true(this:why_bad_password("password", "Ann"));
  endmethod

  method test_ssh_keys owner: ARCHWIZARD
    key = this:read_ssh_key("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl ann@home");
    $test:equal(key["comment"], "ann@home");
    $test:equal(key["fingerprint"], "SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU");
    $test:contains(this:read_ssh_key("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6"), "damaged");
    $test:contains(this:read_ssh_key("ssh-dss AAAAB3NzaC1kc3M= old"), "not taken");
    $test:contains(this:read_ssh_key("hello"), "no public key");
    $test:contains(this:read_ssh_key("ecdsa-sha2-nistp256 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"), "damaged");
  endmethod

  method test_who owner: ARCHWIZARD
    $test:equal(this:who_lines({}), {"Nobody is connected."});
    $test:contains(this:who_lines({#2})[$], "One person");
    $test:contains(this:_who_line({90, #2.name, 4000, 90, "here"}), ", connected for 1 hour, idle 1 minute, here");
    $test:contains(this:_who_line({3, #2.name, 5, 3, "here"}), ", connected just now, active, here");
    $test:contains(this:_who_line({$maxint, #2.name, "-", "never here", ""}), ", never here");
  endmethod
endobject
