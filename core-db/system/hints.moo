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
    "build" -> "What you make with `@create' is yours. `@describe it as …' says what it looks like, `drop it' puts it down; `@recycle it' takes it back, and so does `@undo'.",
    "carry" -> "`inventory', or just `i', shows what you carry. `drop' puts it down, `give … to …' hands it to somebody.",
    "look" -> "Most of what a description mentions can be looked at: `look lantern'.",
    "move" -> "`exits' tells where the ways lead, `@map' draws them, `home' takes you home.",
    "talk" -> "`say hello' talks to everybody here, `:waves' shows what you do, `page name hello' reaches people elsewhere, `chat hello' everybody.",
    "unknown" -> "`help' shows what there is, `help look' explains one command."
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
      who:show({"Then this is how it works: you read where you are and what happens, and type what you do. `look' shows where you are; the words behind \"Ways out\" take you there.", "There is a tutorial, which takes you by the hand for ten minutes. Type this line, and press Enter:", "    [bold]tutorial[/]"});
    elseif (who.experience == 2)
      who:show("`help' explains the commands, `@map' draws what is around you, `who' shows who is here, `chat hello' talks to all of them. `hint off' stops the hints.");
    else
      who:show("Then you know your way: LambdaCore's commands work as you remember them. New are `@undo', `@history', `@map' and `@options'; `help' has the rest.");
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
