// The world of the tests that run in process, with a way in: a wizard, #2, and a programmer who is none, #3.

define ROOT = #1;
define WIZARD = #2;
define PROGRAMMER = #3;

object #0
  name: "System Object"
  parent: ROOT
  owner: WIZARD
  readable: true

  verb "do_login_command" (this none this) owner: WIZARD flags: "rxd"
    return args == {"connect", "Wizard"} ? #2 | args == {"connect", "Programmer"} ? #3 | 0;
  endverb
endobject

object ROOT
  name: "Root Class"
  owner: WIZARD
  fertile: true
  readable: true

  // ;"statements", so that lines are kept
  verb "eval" (any any any) owner: WIZARD flags: "rd"
    set_task_perms(player);
    result = eval(fromliteral(argstr));
    if (result[1])
      notify(player, "=> " + toliteral(result[2]));
    else
      for line in (result[2])
        notify(player, line);
      endfor
    endif
  endverb
endobject

object WIZARD
  name: "Wizard"
  parent: ROOT
  owner: WIZARD
  player: true
  wizard: true
  programmer: true
  readable: true
endobject

object PROGRAMMER
  name: "Programmer"
  parent: ROOT
  owner: PROGRAMMER
  player: true
  programmer: true
endobject
