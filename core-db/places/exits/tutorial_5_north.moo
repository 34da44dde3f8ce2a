object TUTORIAL_5_NORTH [
  import_export_id -> "tutorial_5_north",
  import_export_hierarchy -> {"places", "exits"}
]
  name: "north"
  parent: EXIT
  owner: ARCHWIZARD
  readable: true

  override aliases = {"north", "n"};
  override dest = PLAZA;
  override source = TUTORIAL_5;

  method why_not owner: ARCHWIZARD
    // :why_not(what) => why somebody cannot pass: the last step of the tutorial is to make something
    {what} = args;
    is_player(what) && isa(what, $builder) || return pass(@args);
    for thing in (owned_objects(what))
      thing != what && thing.description && return pass(@args);
    endfor
    return "Not yet: make something and describe it. `look' shows how.";
  endmethod

  method move owner: ARCHWIZARD
    // :move(what) congratulates whoever has come to the end
    moved = pass(@args);
    moved && is_player(args[1]) && args[1]:show("[bold green]That was the tutorial.[/] This is the plaza: look around, say hello. What you made is yours, and you carry it. Lantern Street, in the west, is where you can build more; `help' knows how.");
    return moved;
  endmethod
endobject
