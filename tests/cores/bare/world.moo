// The least that players can log in to and program in: what the tests of the store run on, whatever becomes of the starter world.

define ROOT = #1;
define WIZARD = #2;
define GENERIC_WIZARD = #3;

object #0
  name: "System Object"
  parent: ROOT
  owner: WIZARD
  readable: true

  property wizard (owner: WIZARD, flags: "r") = GENERIC_WIZARD;

  verb "server_first_started" (this none this) owner: WIZARD flags: "rxd"
    caller == #-1 || raise(E_PERM);
    #2.password = args[1];
  endverb

  verb "do_login_command" (this none this) owner: WIZARD flags: "rxd"
    if (length(args) < 3 || !(args[1] in {"connect", "create"}))
      return notify(player, "connect NAME PASSWORD, or create NAME PASSWORD") && 0;
    endif
    for p in (players())
      if (p.name == args[2])
        return args[1] == "connect" && p.password == args[3] ? p | 0;
      endif
    endfor
    if (args[1] == "create")
      p = create(#1, #2);
      p.name = args[2];
      p.password = args[3];
      set_player_flag(p, 1);
      return p;
    endif
  endverb
endobject

object #1
  name: "Root Class"
  owner: WIZARD
  fertile: true
  readable: true

  property password (owner: WIZARD, flags: "") = "";

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
endobject

object #2
  name: "Wizard"
  parent: GENERIC_WIZARD
  owner: WIZARD
  player: true
  wizard: true
  programmer: true
endobject

object #3
  name: "generic wizard"
  parent: ROOT
  owner: WIZARD
  fertile: true
  readable: true
endobject
