// The least that a thousand players can talk in: what the network is measured on, so that the figures are the server's and not the world's.

define ROOT = #1;
define WIZARD = #2;
define ROOM = #3;
define PLAYER = #4;

object #0
  name: "System Object"
  parent: ROOT
  owner: WIZARD
  readable: true

  // the players, by name
  property bots (owner: WIZARD, flags: "r") = [];

  verb "server_started" (this none this) owner: WIZARD flags: "rxd"
    this.bots && return;
    fork (0)
      for i in [1..10000]
        p = create(#4, #2);
        p.name = tostr("bot", i);
        p.programmer = 1;
        set_player_flag(p, 1);
        move(p, create(#3, #2));
        this.bots[p.name] = p;
        i % 100 || suspend(0);
      endfor
    endfork
  endverb

  verb "do_login_command" (this none this) owner: WIZARD flags: "rxd"
    if (length(args) < 2 || args[1] != "connect")
      return notify(player, "connect NAME") && 0;
    endif
    return `this.bots[args[2]] ! E_RANGE => 0';
  endverb
endobject

object #1
  name: "Root Class"
  owner: WIZARD
  fertile: true
  readable: true
endobject

object #2
  name: "Wizard"
  parent: PLAYER
  owner: WIZARD
  location: ROOM
  player: true
  wizard: true
  programmer: true
endobject

object #3
  name: "Room"
  parent: ROOT
  owner: WIZARD
  fertile: true
  readable: true

  verb "accept" (this none this) owner: WIZARD flags: "rxd"
    return 1;
  endverb

  verb "announce_all" (this none this) owner: WIZARD flags: "rxd"
    for who in (this.contents)
      who:tell(@args);
    endfor
  endverb

  verb "say" (any any any) owner: WIZARD flags: "rxd"
    this:announce_all(player.name, " says, ", argstr);
  endverb

  verb "look" (none none none) owner: WIZARD flags: "rxd"
    player:tell(this.name);
    player:tell("You see nothing special.");
  endverb
endobject

object #4
  name: "Player"
  parent: ROOT
  owner: WIZARD
  fertile: true
  readable: true

  verb "ping" (any any any) owner: WIZARD flags: "rxd"
    notify(player, "pong " + argstr);
  endverb

  verb "eval" (any any any) owner: WIZARD flags: "rd"
    player.programmer || raise(E_PERM);
    set_task_perms(player);
    if (argstr && argstr[1] == ";")
      result = eval(argstr[2..$]);
    else
      result = eval("return " + argstr + ";");
      result[1] && notify(player, "=> " + toliteral(result[2]));
    endif
    if (!result[1])
      for line in (result[2])
        notify(player, line);
      endfor
    endif
  endverb

  verb "tell" (this none this) owner: WIZARD flags: "rxd"
    notify(this, tostr(@args));
  endverb
endobject
