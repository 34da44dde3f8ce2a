object NPC [
  import_export_id -> "npc",
  import_export_hierarchy -> {"roots"}
]
  name: "generic character"
  parent: THING
  owner: ARCHWIZARD
  fertile: true
  readable: true

  // what it answers: {words with | between them, an answer or a list of them}; an answer that begins with a colon is something it does
  property answers (owner: ARCHWIZARD, flags: "rc") = {};
  // when it spoke last
  property last_spoke (owner: ARCHWIZARD, flags: "rc") = 0;
  // the seconds between two answers
  property pause (owner: ARCHWIZARD, flags: "rc") = 2;
  // what it says when it has understood nothing but its name
  property puzzled (owner: ARCHWIZARD, flags: "rc") = {};
  override aliases = {"npc"};
  override fixed = true;
  override take_failed_msg = "%<The t> %<t:looks> at you, and you think better of it.";

  method hear owner: ARCHWIZARD
    // :hear(event, text) answers what somebody says.
    {event, text} = args;
    caller == $events || raise(E_PERM);
    event["kind"] in {"say", "whisper"} && is_player(event["actor"]) || return;
    time() - this.last_spoke >= this.pause || return;
    answer = this:answer(event["message"]);
    if (answer)
      this.last_spoke = time();
      fork (1)
        this:perform(answer);
      endfork
    endif
  endmethod

  method answer owner: ARCHWIZARD
    // :answer(text) => what it says to that, "" for nothing
    {text} = args;
    words = " " + strtr(text, ".,;:!?\"()", "         ") + " ";
    for entry in (this.answers)
      for word in (explode(entry[1], "|"))
        if (index(words, " " + word + " "))
          return typeof(entry[2]) == LIST ? entry[2][random(length(entry[2]))] | entry[2];
        endif
      endfor
    endfor
    for name in ({this.name, @this.aliases})
      if (index(words, " " + name + " ") && this.puzzled)
        return this.puzzled[random(length(this.puzzled))];
      endif
    endfor
    return "";
  endmethod

  method perform owner: ARCHWIZARD
    // :perform(answer) says it, or does it if it begins with a colon
    caller == this || $perm_utils:controls(caller_perms(), this) || raise(E_PERM);
    {text} = args;
    valid(this.location) || return;
    if (text[1] == ":")
      $events:emit("emote", this.location, "%<The n> %m", ["actor" -> this], ["message" -> text[2..$]]);
    else
      $events:emit("say", this.location, tostr("%<The n> %<", text[$] == "?" ? "asks" | "says", ">, \"%m\""), ["actor" -> this], ["message" -> text]);
    endif
  endmethod

  verb "talk greet" (none at this) owner: ARCHWIZARD flags: "rxd"
    // talk to <somebody>
    // Starts a conversation with somebody who belongs to the place. Then `say' what you want to know.
    this:perform(this:answer("hello") || ":nods at you.");
  endverb

  method test_answers owner: ARCHWIZARD
    who = create($npc, #2);
    try
      who.name = "clerk";
      who.aliases = {"clerk"};
      who.answers = {{"hello|hi", "Good day."}, {"stamp|stamps", "Two pence."}};
      who.puzzled = {"Pardon?"};
      $test:equal(who:answer("Oh, hi!"), "Good day.");
      $test:equal(who:answer("a stamp, please"), "Two pence.");
      $test:equal(who:answer("clerk, what now"), "Pardon?");
      $test:equal(who:answer("nothing at all"), "");
    finally
      recycle(who);
    endtry
  endmethod
endobject
