object TOPICS [
  import_export_id -> "topics",
  import_export_hierarchy -> {"help"}
]
  name: "help topics"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  // other words for topics
  property also (owner: ARCHWIZARD, flags: "rc") = [
    "$utils" -> "utilities",
    "@a11y" -> "screen readers",
    "@options" -> "options",
    "accessibility" -> "screen readers",
    "admin" -> "administration",
    "administrators" -> "wizards",
    "admins" -> "wizards",
    "background" -> "tasks",
    "beginner" -> "getting started",
    "behaviour" -> "manners",
    "bits" -> "permissions",
    "blind" -> "screen readers",
    "bugs" -> "problems",
    "build" -> "building",
    "bulletin boards" -> "boards",
    "carrying" -> "things",
    "chat" -> "talking",
    "children" -> "classes",
    "coding" -> "programming",
    "colors" -> "markup",
    "colours" -> "markup",
    "communication" -> "talking",
    "complaint" -> "problems",
    "containers" -> "things",
    "conversation" -> "talking",
    "creating" -> "building",
    "credits" -> "about",
    "describing" -> "descriptions",
    "details" -> "descriptions",
    "directions" -> "moving",
    "doors" -> "exits",
    "editing" -> "editor",
    "emit" -> "events",
    "emote" -> "talking",
    "entrances" -> "exits",
    "etiquette" -> "manners",
    "expressions" -> "language",
    "first steps" -> "getting started",
    "flags" -> "permissions",
    "forking" -> "tasks",
    "formatting" -> "markup",
    "gagging" -> "privacy",
    "gender" -> "pronouns",
    "get" -> "things",
    "go" -> "moving",
    "harassment" -> "privacy",
    "ignoring" -> "privacy",
    "inheritance" -> "classes",
    "inventory" -> "things",
    "keys" -> "locks",
    "kinds" -> "classes",
    "letters" -> "mail",
    "library" -> "utilities",
    "limits" -> "quota",
    "line editor" -> "editor",
    "links" -> "exits",
    "locking" -> "locks",
    "lost" -> "problems",
    "make" -> "building",
    "matching" -> "commands typed",
    "moo" -> "about",
    "moo language" -> "language",
    "msg" -> "messages",
    "newbie" -> "getting started",
    "newbie guide" -> "getting started",
    "objects" -> "things",
    "objects named" -> "commands typed",
    "ordinals" -> "commands typed",
    "parents" -> "classes",
    "parser" -> "commands typed",
    "perms" -> "permissions",
    "places" -> "moving",
    "politeness" -> "manners",
    "preferences" -> "options",
    "program" -> "programming",
    "pronoun substitution" -> "messages",
    "rooms" -> "moving",
    "rules" -> "manners",
    "say" -> "talking",
    "screenreader" -> "screen readers",
    "security" -> "permissions",
    "server" -> "about",
    "settings" -> "options",
    "speech" -> "talking",
    "spoofing" -> "privacy",
    "staff" -> "wizards",
    "start" -> "getting started",
    "statements" -> "language",
    "stuck" -> "problems",
    "substitutions" -> "messages",
    "suspending" -> "tasks",
    "syntax" -> "commands typed",
    "syntax of programs" -> "language",
    "tags" -> "markup",
    "take" -> "things",
    "telling" -> "events",
    "test_ verbs" -> "testing",
    "tests" -> "testing",
    "ticks" -> "tasks",
    "timestamps" -> "options",
    "trouble" -> "problems",
    "tutorial" -> "getting started",
    "typing" -> "commands typed",
    "utils" -> "utilities",
    "version" -> "about",
    "walking" -> "moving",
    "width" -> "options",
    "writing" -> "descriptions"
  ];
  // {heading, {topic, …}}: the order in which they are listed
  property groups (owner: ARCHWIZARD, flags: "rc") = {
    {
      "First steps",
      {
        "getting started",
        "commands typed",
        "moving",
        "things",
        "options",
        "screen readers",
        "problems"
      }
    },
    {
      "Talking",
      {"talking", "channels", "mail", "boards", "pronouns", "privacy", "manners"}
    },
    {
      "Building",
      {
        "building",
        "descriptions",
        "exits",
        "messages",
        "markup",
        "locks",
        "classes",
        "quota"
      }
    },
    {
      "Programming",
      {
        "programming",
        "language",
        "permissions",
        "utilities",
        "events",
        "tasks",
        "editor",
        "testing"
      }
    },
    {"This place", {"wizards", "administration", "about"}}
  };
  property text_about (owner: ARCHWIZARD, flags: "rc") = {
    "A MOO is a world that its inhabitants describe, build and program while they are in it. This one runs on Moo, a server that speaks the language of LambdaMOO with what ToastStunt and mooR have added. `[bold]@version[/]' tells which version, and since when it is up."
  };
  property text_administration (owner: ARCHWIZARD, flags: "rc") = {
    "For wizards. Who comes in: `[bold]@registration[/]' says who may make a character, `[bold]@ban[/]' and `[bold]@sitelock[/]' keep addresses out, `[bold]@suspend[/]' somebody, each for a time and with a reason if you say so; `[bold]@unban[/]' and `[bold]@unsuspend[/]' end it. `[bold]@newplayer[/]', `[bold]@newpassword[/]', `[bold]@toad[/]' make and remove characters.",
    "Who may do what: `[bold]@grant Ann programmer[/]', `[bold]@revoke Ann quota 10[/]', `[bold]@chown[/]'. What wizards do is kept: `[bold]@auditlog[/]'.",
    "The server: `[bold]@connections[/]', `[bold]@ps[/]', `[bold]@memory[/]' and `[bold]@log on[/]' show what goes on; `[bold]@server-options[/]' sets the limits of tasks and connections; `[bold]@backup[/]', `[bold]@listen[/]', `[bold]@shutdown[/]' and `[bold]@restart[/]' do what they say; `[bold]@shout[/]' tells everybody.",
    "The world as files: `[bold]@export lamp[/]' shows an object as text that `[bold]@import[/]' and `[bold]@reload[/]' read. @reload shows what would change before anything does, and `[bold]@undo[/]' takes it back. `[bold]@schedule all[/]' lists the jobs, some of which tidy up at night."
  };
  property text_boards (owner: ARCHWIZARD, flags: "rc") = {
    "A board hangs on a wall, and whoever comes by can read it and pin something to it. `[bold]look board[/]' lists what hangs there, `[bold]read 3 on board[/]' reads one, `[bold]post Lost hat on board[/]' writes one in the editor, `[bold]tear 3 from board[/]' takes your own down. `[bold]boards[/]' tells where there are boards, and which have something new for you."
  };
  property text_building (owner: ARCHWIZARD, flags: "rc") = {
    "Everybody may build. `[bold]@dig north to The Attic[/]' makes a room and an exit to it; `[bold]@dig north|south to The Attic[/]' makes the way back, too. `[bold]@create thing named brass lamp, lamp[/]' makes a thing that can be called brass lamp or lamp.",
    "Describe what you made: `[bold]@describe lamp as It has seen better cellars.[/]' or `[bold]@edit lamp[/]' for longer texts. Look at it, correct it, show it to somebody. `[bold]@rename lamp to lantern[/]', `[bold]@addalias torch to lamp[/]', `[bold]@recycle lamp[/]' do what they say.",
    "Nothing is lost at once: `[bold]@undo[/]' takes back what you changed last, `[bold]@history lamp[/]' shows who changed what, and `[bold]@restore[/]' brings back what was recycled in the last thirty days.",
    "What to make things from: `[bold]@classes[/]' lists them. `[bold]@audit[/]' lists what is yours, `[bold]@quota[/]' how much more you may make.",
    "Read on: `[bold]help descriptions[/]', `[bold]help exits[/]', `[bold]help messages[/]', `[bold]help locks[/]', `[bold]help markup[/]', `[bold]help classes[/]', `[bold]help programming[/]'."
  };
  property text_channels (owner: ARCHWIZARD, flags: "rc") = {
    "Channels are for talking to people wherever they are. You hear `[bold]chat[/]' and `[bold]newbie[/]' from the beginning. Type the channel's name and what you want to say: `[bold]chat good morning[/]', `[bold]chat :yawns[/]'. The name alone shows what was said last.",
    "`[bold]channels[/]' lists them, `[bold]channel join[/]', `[bold]leave[/]', `[bold]who[/]' and `[bold]history[/]' do what they say. `[bold]channel mute chat[/]' silences one for a while without leaving it. `[bold]channel alias c chat[/]' lets you say `[bold]c hello[/]'.",
    "Anybody may make one: `[bold]channel create tea[/]'. `[bold]help channel[/]' has it all."
  };
  property text_classes (owner: ARCHWIZARD, flags: "rc") = {
    "Every object is made from another, its parent, and has its verbs and properties until it gets its own. `[bold]@classes[/]' lists what one makes things from: $thing, $container, $note, $furniture, $portal, $room, $exit and what others have added. `[bold]@parents lamp[/]' and `[bold]@kids $thing[/]' show the family, `[bold]@chparent lamp to $container[/]' changes it.",
    "Anything marked fertile may be a parent. To make a kind of your own, make one object, program it, and `[bold]@chmod <object> +f[/]'."
  };
  property text_commands_typed (owner: ARCHWIZARD, flags: "rc") = {
    "A command is a word and, often, what it is about: `[bold]look[/]', `[bold]look box[/]', `[bold]put ball in box[/]', `[bold]give coin to Ann[/]'.",
    "Things may be called by any of their names, or the start of one. If several fit you are asked which; answer with a number. To be exact from the beginning:",
    "  [bold]second box[/], [bold]2.box[/], [bold]last box[/]   one of several",
    "  [bold]my box[/], [bold]Ann's box[/]   the one you carry, the one Ann carries",
    "  [bold]the box[/]   the article does not matter",
    "  [bold]it[/]   what you looked at or used last",
    "  [bold]me[/], [bold]here[/]   yourself, the place where you are",
    "  [bold]all[/], [bold]all boxes[/], [bold]all but the lamp[/]   several at once, for get, drop, put and the like",
    "  [bold]#123[/]   the object of that number, wherever it is; [bold]~Ann[/] a player anywhere",
    "A name with blanks in it may stand in double quotes. The words of a command may be shortened where the help shows a star or a bracket: `[bold]l[/]' is look, `[bold]i[/]' is inventory.",
    "If a command does not work, you are told why. If the word is unknown, you are told which words are like it."
  };
  property text_descriptions (owner: ARCHWIZARD, flags: "rc") = {
    "A description is what people see when they look. Two or three sentences do: what is there, what stands out, what one could do with it. Leave out what the reader feels and does; let them find that out.",
    "Whatever the description of a room mentions, somebody will look at. You need no object for each: details answer instead. Type `[bold]@detail lantern|post on here is The flame stands quite still.[/]' and `[bold]look lantern[/]' works.",
    "Several paragraphs are several lines in the editor: `[bold]@edit here[/]', then `[bold].i[/]'. Colours are possible, see `[bold]help markup[/]'; use them like salt."
  };
  property text_editor (owner: ARCHWIZARD, flags: "rc") = {
    "`[bold]@edit lamp:light[/]' edits a verb, `[bold]@edit lamp.names[/]' a property, `[bold]@edit letter[/]' what stands on a note, `[bold]@edit here[/]' a description; `[bold]@send[/]' and `[bold]post[/]' bring you there, too. You do not leave the room, and everything else you type works as ever.",
    "The editor's commands begin with a period: `[bold].l[/]' lists, `[bold].i[/]' takes lines up to a line with a period, `[bold].i 3 text[/]' puts one in after line 3, `[bold].d 2-4[/]' deletes, `[bold].r 3 text[/]' replaces, `[bold].s/old/new/g all[/]' substitutes, `[bold].m 3 to 1[/]' moves, `[bold].u[/]' undoes, `[bold].save[/]', `[bold].compile[/]' or `[bold].send[/]' ends, `[bold].q[/]' leaves and keeps, `[bold].abort[/]' forgets; `[bold].h[/]' shows them all.",
    "With `[bold]@edit-options local on[/]' texts open in your own client instead, if it can do that."
  };
  property text_events (owner: ARCHWIZARD, flags: "rc") = {
    "Whatever happens is told with one call, and everybody reads it in the words that suit them: you open, Ann opens. `[bold]$events:emit(kind, where, text, roles)[/]'; `[bold]help $events[/]' has the text's language, `[bold]help messages[/]' its shorter form.",
    "player:tell(\"text\") tells one person plain text, player:show(\"[[bold]text[[/]\") markup, room:announce(\"text\") everybody else in a room. An object that wants to notice what happens near it has a verb :hear(event, text)."
  };
  property text_exits (owner: ARCHWIZARD, flags: "rc") = {
    "An exit is an object that leads from one room to another. `[bold]@dig north to #123[/]' makes one to a room that is there already. If you do not own the room at one end, its owner must agree: the exit is made, and `[bold]@add-exit[/]' there lists it.",
    "An exit has names like any object, so `[bold]@addalias door to north[/]' lets people type `[bold]door[/]'. It can have a lock and messages: what the walker sees, what those who stay and those at the other end see. `[bold]@exits[/]' and `[bold]@entrances[/]' list what leads out and in, `[bold]@recycle north[/]' does away with one."
  };
  property text_getting_started (owner: ARCHWIZARD, flags: "rc") = {
    "This is a world made of words. You type what you want to do, the world tells you what comes of it; the others you meet are people like you, or things that people have made.",
    "Look around with `[bold]look[/]', and at something with `[bold]look lantern[/]'. Go where the exits lead by typing their names: `[bold]north[/]', or `[bold]n[/]'. Talk with `[bold]say hello[/]'; `[bold]\"hello[/]' is the same, and `[bold]:waves[/]' shows everybody that you wave. `[bold]who[/]' tells who is there, `[bold]page Ann hello[/]' reaches Ann wherever she is.",
    "Say who you are with `[bold]@describe me as A tall woman in a green coat.[/]' and `[bold]@gender female[/]', or whatever is true.",
    "When you are stuck, ask: `[bold]newbie how do I get out of here?[/]' goes to everybody who listens on the channel for questions. Nobody minds.",
    "Then: `[bold]help talking[/]', `[bold]help moving[/]', `[bold]help building[/]'."
  };
  property text_language (owner: ARCHWIZARD, flags: "rc") = {
    "Values: 42, 1.5, \"text\", #12, $thing, E_PERM, {1, 2}, [[\"key\" -> 1], true, 'symbol. Lists and strings begin at 1; x[[1], x[[2..$], x[[$]. {@a, b} splices. {x * 2 for x in (list)} makes a list of a list. {x} => x + 1 is a function; f(3) calls it.",
    "if (c) ... elseif (c) ... else ... endif; for x in (list) ... endfor; for i in [[1..10] ... endfor; while (c) ... endwhile; break; continue; fork (seconds) ... endfork; try ... except e (E_PERM) ... finally ... endtry; return x;",
    "a && b and a || b take the second only if they need it, and bind alike from left to right, so use parentheses when you mix them. c ? a | b chooses. `x.y ! E_PROPNF => 0' catches an error. {a, ?b = 2, @rest} = args; takes a list apart. x || return; is allowed.",
    "In a verb there are this, player, caller, args, argstr, verb, dobj, dobjstr, prepstr, iobj, iobjstr. pass(@args) calls what the parent does. Primitive values have verbs: \"abc\":reverse(), {3, 1}:sort(); see `[bold]help $str_proto[/]', `[bold]help $list_proto[/]', `[bold]help $map_proto[/]'.",
    "`[bold]help functions[/]' lists the built-in functions, `[bold]help <function>[/]' explains one."
  };
  property text_locks (owner: ARCHWIZARD, flags: "rc") = {
    "A lock says who may use, take or pass something: `[bold]@lock north with brass key[/]' lets through whoever has the key. `[bold]@unlock north[/]' opens it for all; `[bold]@lock-open box with ...[/]' is for opening a container.",
    "A key is written with objects and signs: `[bold]Ann || Bob[/]' one of both, `[bold]key && !Bob[/]' both, the second turned around, `[bold]?box[/]' whoever passes the lock of the box, and parentheses. An object stands for itself and for whoever carries it.",
    "Who fails is told so. The messages for that are yours to write."
  };
  property text_mail (owner: ARCHWIZARD, flags: "rc") = {
    "`[bold]@send Ann = Hello[/]' begins a letter. You write it in the editor, where `[bold].i[/]' takes your lines, `[bold].l[/]' shows them, and `[bold].send[/]' sends it. `[bold]@qsend Ann = Hello[/]' asks for the lines at once instead.",
    "You are told when a letter comes, and how many wait when you connect. `[bold]@mail[/]' lists them, `[bold]@read new[/]' shows the new ones, `[bold]@next[/]' and `[bold]@prev[/]' go on, `[bold]@reply[/]' answers, `[bold]@forward to Bob[/]' sends on, `[bold]@rmmail 3[/]' throws away and `[bold]@unrmmail[/]' brings back.",
    "Letters are named by number, 1-5, new, last:10, from:ann, subject:lamp, since:3days, or several of these. `[bold]@refile 1-5 to old[/]' puts them into a folder; `[bold]@mail on old[/]' looks there.",
    "Lists begin with a star: `[bold]@lists[/]' shows them, `[bold]@subscribe *general[/]' tells you of what is new, `[bold]@nn[/]' reads it letter by letter, `[bold]@send *general[/]' writes to everybody there."
  };
  property text_manners (owner: ARCHWIZARD, flags: "rc") = {
    "Behind every name is a person, perhaps in another country, perhaps on a screen reader, perhaps new to all this. Answer questions as you would have liked yours answered.",
    "Ask before you walk into somebody's home, before you move somebody or something of theirs, and before you say what is not for everybody. `[bold]home[/]' and `[bold]@eject[/]' are there for those who forget that.",
    "Do not flood a room with text, page people who do not answer, or make noise with programs. Do not pretend to be somebody else. What hurts people ends with the account.",
    "If somebody does not keep to this, do not quarrel: `[bold]@gag[/]' and `[bold]@report[/]'."
  };
  property text_markup (owner: ARCHWIZARD, flags: "rc") = {
    "Descriptions, messages, notes and news may hold tags in square brackets. [[red]stop[[/] shows [red]stop[/], [[bold]now[[/] shows [bold]now[/], [[bold white on blue]sky[[/] both at once.",
    "Colours are black red green yellow blue magenta cyan white gray, each also with bright- in front, and [[#ff8800] for any other; looks are bold dim italic underline blink reverse strike. [[/] ends what was begun last.",
    "[[link=look lantern]lantern[[/] is a word that runs a command when it is clicked, where the client can do that; [[url=https://...]here[[/] opens a page. Those work in what wizards and builders write, not in speech.",
    "A bracket that should be shown is doubled: [[[[. What people say is always shown as they typed it. Every client gets what it can show: fewer colours, or none, for some."
  };
  property text_messages (owner: ARCHWIZARD, flags: "rc") = {
    "What things say is kept in messages, and you can change those of what is yours. `[bold]@messages lamp[/]' lists them; `[bold]@take_succeeded lamp is You lift the lamp; it sloshes.[/]' sets one. A message whose name begins with o is seen by the others.",
    "In a message stand for the one who acts: [bold]%n[/] the name, [bold]%s %o %p %q %r[/] she, her, her, hers, herself; with capital letters at the start of a sentence. [bold]%t[/] is the thing itself, [bold]%d[/] and [bold]%i[/] what else the command named, [bold]%l[/] the place. [bold]%<the t>[/] and [bold]%<a t>[/] add an article, and [bold]%<opens>[/] is a verb that agrees with who does it: \"you open\", \"Ann opens\", \"they open\".",
    "[bold]%%[/] is a percent sign. [bold]help $events[/] has the rest."
  };
  property text_moving (owner: ARCHWIZARD, flags: "rc") = {
    "Type the name of an exit to go there: `[bold]north[/]', `[bold]n[/]', `[bold]up[/]', `[bold]door[/]'. `[bold]go north[/]' is the same, and `[bold]go n n e[/]' walks three steps. `[bold]@exits[/]' lists the exits that you can see from here, `[bold]@map[/]' draws what is around.",
    "`[bold]home[/]' takes you home from anywhere; `[bold]@sethome[/]' makes the place where you are your home, if its owner allows that. `[bold]@join Ann[/]' takes you to Ann. `[bold]enter boat[/]' and `[bold]leave[/]' work for things that one can be in, `[bold]sit on bench[/]' and `[bold]stand[/]' for those one can sit on.",
    "Some ways are locked. Then you are told so, and by whom."
  };
  property text_options (owner: ARCHWIZARD, flags: "rc") = {
    "`[bold]@options[/]' shows what you can choose about how the world is shown to you, and `[bold]@options <name> = <value>[/]' chooses: the width of lines, how many lines make a page, colours, times in front of lines, short descriptions, your time zone, a prompt after each command.",
    "Width and colours go by your client if you do not say anything. With a page length, long texts stop after a page; `[bold]more[/]' shows the next one, and you may do anything else first."
  };
  property text_permissions (owner: ARCHWIZARD, flags: "rc") = {
    "Everything has an owner. Objects have the bits r (verbs and properties may be listed), w (anybody may add some), f (anybody may make children). Verbs: r (the program may be read), w (written), x (called from programs), d (errors are raised rather than returned). Properties: r, w, c (children own their copy).",
    "A verb runs with its owner's permissions, whoever calls it. So check who asks: caller_perms() is the owner of the calling verb, caller the object it runs on. set_task_perms(caller_perms()) gives up what you have for what they have. $perm_utils:controls(who, what) asks whether somebody may change something.",
    "`[bold]@chmod lamp:light rxd[/]', `[bold]@chmod lamp.fuel r[/]', `[bold]@chmod lamp +f[/]' change bits."
  };
  property text_privacy (owner: ARCHWIZARD, flags: "rc") = {
    "`[bold]@gag Bob[/]' hides from you whatever Bob says and does, on all ways. `[bold]@ignore Bob[/]' also keeps Bob from paging you and sending you mail. Both may end by themselves: `[bold]@gag Bob for 1 hour[/]'. `[bold]@gaglist[/]' and `[bold]@ungag Bob[/]' keep order.",
    "Nobody can put words into your mouth here: speech is shown with the name of whoever typed it. For other texts that appear, `[bold]@paranoid[/]' remembers who caused each line, and `[bold]@check[/]' tells.",
    "Wizards can read what is kept in the world. Pages, whispers and channels are not watched; the last lines of them are kept for `[bold]@report[/]', which you alone can send."
  };
  property text_problems (owner: ARCHWIZARD, flags: "rc") = {
    "Lost? `[bold]look[/]', then `[bold]home[/]'. Something does not work? Read what it said; then `[bold]help <command>[/]'; then ask on the channel `[bold]newbie[/]'.",
    "Found a mistake? `[bold]@bug[/]', `[bold]@typo[/]' and `[bold]@idea[/]', with a text behind, write to those who mend things, and note where you are.",
    "Somebody is unpleasant? `[bold]@gag Bob[/]' and you hear nothing from Bob any more; `[bold]@report Bob = what happened[/]' tells the wizards, with the last lines that you saw as proof. See `[bold]help manners[/]' and `[bold]help privacy[/]'.",
    "Forgot your password? A wizard can give you a new one; write to whoever runs this place."
  };
  property text_programming (owner: ARCHWIZARD, flags: "rc") = {
    "Commands are verbs, and verbs are programs that belong to objects. Ask a wizard to make you a programmer; then begin small:",
    "  [bold];2 + 2[/]   runs an expression and shows its value; [bold];;x = 1; return x;[/] runs statements",
    "  [bold]@verb lamp:light this none none[/]   makes a command: \"light lamp\"",
    "  [bold]@edit lamp:light[/]   opens its program in the editor; [bold].i[/] takes lines, [bold].compile[/] stores it",
    "  [bold]@property lamp.fuel 40[/]   gives the lamp a value",
    "  [bold]@list lamp:light[/], [bold]@display lamp[/], [bold]@show lamp[/]   look at them",
    "A first program:",
    "  this.fuel > 0 || return player:tell(\"It is empty.\");",
    "  this.fuel = this.fuel - 1;",
    "  $events:emit(\"action\", player.location, \"%N %<lights> %<the t>.\", [[\"this\" -> this]);",
    "When it fails you get a traceback with the line. `[bold]@test lamp[/]' runs its tests. Read on: `[bold]help language[/]', `[bold]help permissions[/]', `[bold]help utilities[/]', `[bold]help events[/]', `[bold]help tasks[/]'."
  };
  property text_pronouns (owner: ARCHWIZARD, flags: "rc") = {
    "`[bold]@gender[/]' shows and sets how others speak of you: `[bold]@gender female[/]', `[bold]@gender she/her[/]', `[bold]@gender they[/]', or five words of your own, as in `[bold]@gender xe/xem/xyr/xyrs/xemself[/]'. All messages go by it, verbs included: \"they wave\", \"she waves\"."
  };
  property text_quota (owner: ARCHWIZARD, flags: "rc") = {
    "You may make so many objects, and all of yours together may take so many bytes. `[bold]@quota[/]' shows what is left, `[bold]@audit[/]' what takes how much, `[bold]@recycle[/]' frees it. A wizard gives more to whoever has a reason."
  };
  property text_screen_readers (owner: ARCHWIZARD, flags: "rc") = {
    "`[bold]@a11y on[/]', or `[bold]screenreader[/]' before you log in, makes the world easy to listen to: no drawings, no rules made of dashes, tables as one line for each row, lists with one thing on each line, and words instead of colours. Clients that say that they serve a screen reader get this without asking.",
    "Nothing here depends on colour, on a picture, or on typing fast."
  };
  property text_talking (owner: ARCHWIZARD, flags: "rc") = {
    "To those in the room: `[bold]say hello[/]' or `[bold]\"hello[/]'. To one of them, so that all hear it: `[bold]-Ann hello[/]' or `[bold]`Ann hello[/]'. To one of them alone: `[bold]whisper hello to Ann[/]'.",
    "Doing things: `[bold]:waves[/]' shows \"Ann waves\"; `[bold]::'s hat falls off[/]' leaves no blank behind your name. For what people do most there are socials: `[bold]smile[/]', `[bold]wave ann[/]', `[bold]nod slowly[/]'; `[bold]socials[/]' lists them. `[bold]think to ...[/]' shows a thought.",
    "To somebody elsewhere: `[bold]page Ann = hello[/]'; `[bold]reply[/]' answers who paged you last. To many: channels, see `[bold]help channels[/]'. To somebody who is not there: mail, see `[bold]help mail[/]'.",
    "What you type is what is shown: nothing in it is changed, cut or taken for a command."
  };
  property text_tasks (owner: ARCHWIZARD, flags: "rc") = {
    "A program runs as a task, with so many ticks and seconds; `[bold]suspend(0)[/]' takes a breath and has new ones, $command_utils:suspend_if_needed(0) only when it must. fork (60) ... endfork does something in a minute. What waits is listed by `[bold]@forked[/]' and ended by `[bold]@kill[/]'.",
    "What a task has done is seen by others when it ends or suspends, all at once. If two tasks change the same thing at the same time, one of them is run again by itself; so write programs whose first half can be repeated.",
    "`[bold]@trace <expression>[/]' shows which verbs an expression calls and what they return, `[bold]@profile <expression>[/]' how long it takes. `[bold]@every[/]' and `[bold]@cron[/]' call a verb at fixed times, restarts notwithstanding."
  };
  property text_testing (owner: ARCHWIZARD, flags: "rc") = {
    "A verb whose name begins with test_ is a test: it raises an error when something is wrong, for which `[bold]$test:equal(value, expected)[/]' and its relatives are handy. `[bold]@test lamp[/]' runs those of an object. Tests beside the code are the best description of what it does; see `[bold]@list $string_utils:test_letters[/]'."
  };
  property text_things (owner: ARCHWIZARD, flags: "rc") = {
    "`[bold]get lamp[/]' takes something, `[bold]drop lamp[/]' puts it down, `[bold]give lamp to Ann[/]' hands it over, `[bold]i[/]' lists what you have. `[bold]put ball in box[/]', `[bold]get ball from box[/]', `[bold]open box[/]', `[bold]close box[/]', `[bold]wear hat[/]', `[bold]remove hat[/]', `[bold]read letter[/]' do what they say.",
    "`[bold]examine lamp[/]' tells what there is to know about a thing: whose it is, what is in it, and which commands it understands.",
    "Everything belongs to somebody. What is yours you may describe, rename, lock, program and recycle; `[bold]help building[/]' tells how to make something."
  };
  property text_utilities (owner: ARCHWIZARD, flags: "rc") = {
    "Much is written already. `[bold]help $string_utils[/]' lists what can be done with text, and so do $list_utils, $map_utils, $set_utils, $math_utils, $time_utils, $object_utils, $code_utils, $match_utils, $command_utils, $perm_utils, $gender_utils, $lock_utils, $building_utils, $seq_utils, $ansi, $markup, $json, $http, $layout (tables, forms), $menus, $pager, $editors, $mail, $channels. Code written for LambdaCore finds its verbs there under the same names.",
    "`[bold]help $string_utils:left[/]' explains one verb, `[bold]@list $string_utils:left[/]' shows how it is done."
  };
  property text_wizards (owner: ARCHWIZARD, flags: "rc") = {
    "Wizards run this world: they can change everything, so they change as little as possible, and what they do is written down. `[bold]@wizards[/]' lists those who are here. They read *gripes and what you @report, make programmers, give quota and new passwords, and cannot read your password: nobody can."
  };
  override aliases = {"topics"};
  override description = "The texts that `help' shows about topics.";

  method help_msg owner: ARCHWIZARD
    // A topic is a property whose name is text_ and the topic's name, with underscores for blanks: lines of markup. `@edit $topics.text_manners' changes one; $topics:add(name, heading, lines, {other words}) makes a new one.
  endmethod

  method names owner: ARCHWIZARD
    // :names() => all topics
    names = {};
    for group in (this.groups)
      names = {@names, @group[2]};
    endfor
    return names;
  endmethod

  method _property_of owner: ARCHWIZARD
    // :_property_of(topic) => the name of the property that holds its text
    return "text_" + strsub(args[1], " ", "_");
  endmethod

  method exact owner: ARCHWIZARD
    // :exact(words [, names only]) => the topic of just that name, or that other word; "" if there is none
    {words, ?only = false} = args;
    words in this:names() && return $string_utils:lowercase(words);
    return !only && maphaskey(this.also, words) ? this.also[words] | "";
  endmethod

  method prefix owner: ARCHWIZARD
    // :prefix(words) => the only topic whose name or other word begins so; "" if there is none or several
    {words} = args;
    length(words) < 3 && return "";
    found = {name for name in (this:names()) if index(name, words) == 1};
    found || (found = $list_utils:remove_duplicates({name for name, word in (this.also) if index(word, words) == 1}));
    return length(found) == 1 ? found[1] | "";
  endmethod

  method lines owner: ARCHWIZARD
    // :lines(topic) => its text as lines of markup, with a heading
    {topic} = args;
    text = this.(this:_property_of(topic));
    return {tostr("[bold]", $markup:escape($string_utils:capitalize(topic)), "[/]"), @typeof(text) == LIST ? text | {text}};
  endmethod

  method search owner: ARCHWIZARD
    // :search(words) => the topics in whose texts the words stand
    {words} = args;
    return {name for name in (this:names()) if index(toliteral(this.("text_" + strsub(name, " ", "_"))), words)};
  endmethod

  method index_lines owner: ARCHWIZARD
    // :index_lines(who) => the topics under their headings, as lines of markup
    {who} = args;
    lines = {};
    for group in (this.groups)
      lines = {@lines, tostr("[bold]", group[1], "[/]"), "  " + $string_utils:from_list({$markup:link("help " + name, name) for name in (group[2])}, ", ")};
    endfor
    return {@lines, "Type [bold]help <topic>[/]."};
  endmethod

  method add owner: ARCHWIZARD
    // :add(topic, heading, lines [, other words]) makes a topic, or replaces one; for wizards.
    {topic, heading, lines, ?others = {}} = args;
    caller_perms().wizard || raise(E_PERM);
    match(topic, "^[a-z][-a-z0-9 ]*$") || raise(E_INVARG, "A topic is named with small letters, digits and blanks.");
    name = this:_property_of(topic);
    if (name in properties(this))
      this.(name) = lines;
    else
      add_property(this, name, lines, {this.owner, "rc"});
    endif
    if (!(topic in this:names()))
      i = $list_utils:iassoc(heading, this.groups);
      if (i)
        this.groups[i][2] = {@this.groups[i][2], topic};
      else
        this.groups = {@this.groups, {heading, {topic}}};
      endif
    endif
    for word in (others)
      this.also[word] = topic;
    endfor
  endmethod

  method remove owner: ARCHWIZARD
    // :remove(topic) does away with a topic; for wizards.
    {topic} = args;
    caller_perms().wizard || raise(E_PERM);
    delete_property(this, this:_property_of(topic));
    groups = {};
    for group in (this.groups)
      rest = setremove(group[2], topic);
      rest && (groups = {@groups, {group[1], rest}});
    endfor
    this.groups = groups;
    this.also = $map_utils:filter(this.also, {name, word} => name != topic);
  endmethod

  method test_topics owner: ARCHWIZARD
    for name in (this:names())
      text = this.(this:_property_of(name));
      $test:true(length(text) >= 1, name);
      $test:equal(this:exact(name), name);
      for line in (text)
        // brackets that hold no tag would be shown as they are
        $test:false(match(strip_markup(line), "%[/%]%|%[bold%]") && name != "markup" && name != "events", name);
      endfor
    endfor
    for name, word in (this.also)
      $test:true(name in this:names(), word);
      $test:equal(this:exact(word), name);
    endfor
    known = $help:all_names();
    for name in (this:names())
      for line in (this.(this:_property_of(name)))
        for piece in (explode(line, "[", 1))
          if ((found = match(piece, "^bold%]%(@[a-z0-9-]+%)%([^a-z0-9_-]%|$%)")))
            $test:true(substitute("%1", found) in known, tostr(name, " speaks of ", substitute("%1", found)));
          endif
        endfor
      endfor
      suspend_if_needed();
    endfor
    $test:equal(this:exact("no such topic"), "");
    $test:equal(this:prefix("getti"), "getting started");
    $test:equal(this:prefix("x"), "");
    $test:true("manners" in this:search("screen reader"));
    $test:contains(strip_markup(this:lines("markup")[2]), "[red]stop[/] shows stop");
  endmethod

  method test_adding owner: ARCHWIZARD
    this:add("a test topic", "Tests", {"Nothing."}, {"test word"});
    $test:equal(this:lines("a test topic")[2], "Nothing.");
    $test:equal(this:exact("test word"), "a test topic");
    this:remove("a test topic");
    $test:equal(this:exact("test word"), "");
    $test:false("a test topic" in this:names());
    $test:raises(E_INVARG, this, "add", {"Bad_Name!", "Tests", {}});
  endmethod
endobject
