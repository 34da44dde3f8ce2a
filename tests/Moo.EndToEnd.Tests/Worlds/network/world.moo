// A small world for tests of the network: it can be logged in to and talked in, and it tells clients what they ask for.
object #0
  name: "System Object"
  parent: #1
  owner: #2
  property server_options (owner: #2, flags: "r") = #5;
  property wizard (owner: #2, flags: "r") = #4;
  property lobby (owner: #2, flags: "r") = #3;
  property passwords (owner: #2, flags: "") = [];
  property seen (owner: #2, flags: "r") = {};

  method server_first_started owner: #2
    this.passwords = ["Wizard" -> args[1]];
  endmethod

  method do_login_command owner: #2
    if (args == {})
      notify(player, "Welcome to the test world. Say connect NAME PASSWORD or create NAME PASSWORD.");
      return 0;
    endif
    {word, ?name = "", ?password = ""} = {@args, "", ""}[1..3];
    if (word == "bot")
      "Load tests log in without a password, each time as somebody new: looking for ten thousand names would be what is measured.";
      return this:make(name, "");
    elseif (word == "create" && name && password)
      return valid(this:player_named(name)) ? 0 | this:make(name, password);
    elseif (word == "connect" && name)
      if (!password)
        set_connection_option(player, "client-echo", 0);
        notify(player, "Password: ", 0, 0, "prompt");
        password = read(player);
        set_connection_option(player, "client-echo", 1);
        notify(player, "");
        if ((`this.passwords[name] ! E_RANGE => 0') == password)
          switch_player(player, this:player_named(name));
          return 0;
        endif
        notify(player, "Wrong name or password.");
        return 0;
      endif
      if ((`this.passwords[name] ! E_RANGE => 0') == password)
        return this:player_named(name);
      endif
      notify(player, "Wrong name or password.");
    elseif (word == "throw")
      raise(E_INVARG);
    else
      notify(player, "I do not know \"" + argstr + "\".");
    endif
    return 0;
  endmethod

  method player_named owner: #2
    for p in (players())
      if (p.name == args[1])
        return p;
      endif
    endfor
    return #-1;
  endmethod

  method make owner: #2
    {name, password} = args;
    who = create(#6, #2);
    who.owner = who;
    who.name = name;
    set_player_flag(who, 1);
    if (password)
      move(who, #3);
      this.passwords[name] = password;
    endif
    return who;
  endmethod

  method "user_connected user_created user_reconnected" owner: #2
    who = args[1];
    if (index(who.name, "bot") == 1)
      "A thousand of them in one room would measure how names are matched.";
      return;
    elseif (who.location == #-1)
      move(who, #3);
    endif
    gmcp_send(who, "Char.Name", ["name" -> who.name, "fullname" -> who.name]);
    who.location:tell_room(who);
    msdp_send(who, "CHARACTER_NAME", who.name);
    notify(who, "> ", 0, 0, "prompt");
  endmethod

  method do_gmcp_command owner: #2
    this:note({"gmcp", player, @args});
    if (args[1] == "Char.Login.Credentials")
      gmcp_send(player, "Char.Login.Result", ["success" -> 0 == 1, "message" -> "no"]);
    endif
  endmethod

  method do_msdp_command owner: #2
    this:note({"msdp", player, @args});
  endmethod

  method do_out_of_band_command owner: #2
    this:note({"oob", player, args, argstr});
  endmethod

  method do_mcp_command owner: #2
    this:note({"mcp", player, @args});
    if (args[1] == "dns-com-awns-serverinfo-get")
      mcp_send(player, "dns-com-awns-serverinfo", ["home_url" -> "https://moo.example/", "help_url" -> ""]);
    endif
  endmethod

  method note owner: #2
    this.seen = {@this.seen, args[1]}[max(1, length(this.seen) - 40)..$];
  endmethod
endobject

object #1
  name: "Root"
  owner: #2
  fertile: true
  property description (owner: #2, flags: "rc") = "You see nothing special.";
endobject

object #2
  name: "Wizard"
  parent: #4
  owner: #2
  location: #3
  player: true
  wizard: true
  programmer: true
endobject

object #3
  name: "The Lobby"
  parent: #7
  owner: #2
  property exits (owner: #2, flags: "r") = ["north" -> #8];
endobject

object #4
  name: "Generic Wizard"
  parent: #6
  owner: #2
  fertile: true

  verb "eval" (any any any) owner: #2 flags: "rxd"
    set_task_perms(player);
    if (argstr[1] == ";")
      {good, value} = eval(argstr[2..$] + ";");
    else
      {good, value} = eval("return " + argstr + ";");
    endif
    if (good)
      notify(player, "=> " + toliteral(value));
    else
      for line in (value)
        notify(player, line);
      endfor
    endif
  endverb
endobject

object #5
  name: "Server Options"
  parent: #1
  owner: #2
  property mssp (owner: #2, flags: "r") = ["NAME" -> "Test World", "GENRE" -> "None", "CONTACT" -> "nobody@moo.example"];
endobject

object #6
  name: "Generic Player"
  parent: #1
  owner: #2
  fertile: true

  verb "look" (any any any) owner: #2 flags: "rxd"
    here = player.location;
    notify(player, here.name, 0, 0, "markup");
    for who in (here.contents)
      notify(player, who.name + " is here.", 0, 0, "plain");
    endfor
    notify(player, "> ", 0, 0, "prompt");
  endverb

  verb "say" (any any any) owner: #2 flags: "rxd"
    for who in (player.location.contents)
      notify(who, player.name + " says, \"" + argstr + "\"", 0, 0, "plain");
      gmcp_send(who, "Comm.Channel.Text", ["channel" -> "say", "talker" -> player.name, "text" -> argstr]);
    endfor
  endverb

  verb "ping" (any any any) owner: #2 flags: "rxd"
    notify(player, "pong " + argstr);
  endverb

  verb "north south" (none none none) owner: #2 flags: "rxd"
    there = `player.location.exits[verb] ! E_RANGE => 0';
    if (there == 0)
      gmcp_send(player, "Room.WrongDir", verb[1..1]);
      return notify(player, "You cannot go that way.");
    endif
    move(player, there);
    notify(player, there.name);
    there:tell_room(player);
  endverb

  verb "info" (any any any) owner: #2 flags: "rxd"
    notify(player, "INFO " + toliteral(client_info(connection())));
  endverb

  verb "bell" (any any any) owner: #2 flags: "rxd"
    play_sound(player, "bell.wav", ["volume" -> 40]);
    notify(player, "Ding.");
  endverb

  verb "@quit" (none none none) owner: #2 flags: "rxd"
    boot_player(player);
  endverb
endobject

object #7
  name: "Generic Room"
  parent: #1
  owner: #2
  fertile: true

  method huh owner: #2
    notify(player, "I don't understand that.");
  endmethod

  method tell_room owner: #2
    exits = [];
    for there, way in (this.exits)
      exits[way] = toint(there);
    endfor
    gmcp_send(args[1], "Room.Info", ["num" -> toint(this), "name" -> this.name, "area" -> "Test", "exits" -> exits]);
    msdp_send(args[1], "ROOM_NAME", this.name);
  endmethod
endobject

object #8
  name: "The Garden"
  parent: #7
  owner: #2
  property exits (owner: #2, flags: "r") = ["south" -> #3];
endobject
