object HINTS [
  import_export_id -> "hints",
  import_export_hierarchy -> {"system"}
]
  name: "hints"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  // in which order `hint' tells them
  property order (owner: ARCHWIZARD, flags: "rc") = {"look", "move", "talk", "carry", "build", "unknown"};
  // name -> text in markup
  property texts (owner: ARCHWIZARD, flags: "rc") = [
    "build" -> "What you have made with [bold]@create[/] is yours: [bold]@describe it as …[/] gives it a description, [bold]drop it[/] puts it down, [bold]@recycle it[/] takes it back, and so does [bold]@undo[/].",
    "carry" -> "[bold]inventory[/] (or [bold]i[/]) shows what you carry, [bold]drop[/] puts it down, [bold]give … to …[/] hands it to somebody.",
    "look" -> "Most of what a description mentions can be looked at: [bold]look lantern[/].",
    "move" -> "[bold]exits[/] lists the ways out, [bold]@map[/] draws them, [bold]home[/] takes you home.",
    "talk" -> "[bold]say hello[/] (or [bold]\"hello[/]) talks to everybody here, [bold]:waves[/] shows what you do, [bold]page name hello[/] reaches people elsewhere, [bold]chat hello[/] everybody.",
    "unknown" -> "[bold]help[/] lists what you can type, [bold]help look[/] explains one command."
  ];
  override aliases = {"hints"};
  override description = "Says the right thing once, when it is new.";

  method show owner: ARCHWIZARD
    // :show(name) shows the player a hint, unless it has seen it or wants none.
    {name} = args;
    is_player(player) && maphaskey(this.texts, name) || return;
    name in player.hints_seen && return;
    player:option("hints") && is_player(player) || return;
    player.hints_seen = {@player.hints_seen, name};
    player:show(tostr("[dim](Hint: [/]", this.texts[name], "[dim])[/]"));
  endmethod

  method next owner: ARCHWIZARD
    // :next(player) shows the next hint that the player has not seen.
    {who} = args;
    for name in ({@this.order, @mapkeys(this.texts)})
      if (maphaskey(this.texts, name) && !(name in who.hints_seen))
        who.hints_seen = {@who.hints_seen, name};
        return who:show(this.texts[name]);
      endif
    endfor
    who:tell("That was all. `hint again' starts over, `help' knows more.");
  endmethod

  method welcome owner: ARCHWIZARD
    // :welcome(player) greets somebody who is new, and asks what they know.
    {who} = args;
    who:show(tostr("[bold]Hello, ", $markup:escape(who.name), "![/] How well do you know worlds like this one?"));
    who:show({"  [bold]1[/]  not at all: I am new to text worlds", "  [bold]2[/]  I am only new here", "  [bold]3[/]  well: I know MOOs"});
    who:tell("Type 1, 2 or 3, or just go on: nothing depends on it but the hints you get.");
    who.question = {"@experience %s", {"1", "2", "3"}, time()};
  endmethod

  method experienced owner: ARCHWIZARD
    // :experienced(player) says what to do next to somebody who has answered.
    {who} = args;
    if (who.experience == 1)
      who:show({"Then this is how it works: you read where you are and what happens, and type what you do. [bold]look[/] shows where you are; the words behind \"Ways out\" take you there.", "[bold]tutorial[/] takes you by the hand for ten minutes. [bold]help[/] is always there."});
    elseif (who.experience == 2)
      who:show("[bold]help[/] lists the commands, [bold]@map[/] draws what is around you, [bold]who[/] shows who is here, [bold]chat hello[/] talks to all of them. [bold]hint off[/] stops the hints.");
    else
      who:show("Then you know your way: LambdaCore's commands work as you remember them. New are [bold]@undo[/], [bold]@history[/], [bold]@map[/] and [bold]@options[/]; [bold]help[/] has the rest.");
    endif
  endmethod

  method test_hints owner: ARCHWIZARD
    for text, name in (this.texts)
      $test:true(length(strip_markup(text)) < 300, name);
    endfor
    for name in (this.order)
      $test:true(maphaskey(this.texts, name), name);
    endfor
  endmethod
endobject
