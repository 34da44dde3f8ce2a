object SOCIALS [
  import_export_id -> "socials",
  import_export_hierarchy -> {"talk"}
]
  name: "socials"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  // word -> {what is shown, what is shown when it is done to somebody, "" if it cannot be}; in the language of $events
  property table (owner: ARCHWIZARD, flags: "r") = [
    "agree" -> {"%N %<agrees>.", "%N %<agrees> with %d."},
    "apologize" -> {"%N %<apologizes>.", "%N %<apologizes> to %d."},
    "applaud" -> {"%N %<applauds>.", "%N %<applauds> %d."},
    "beckon" -> {"%N %<beckons>.", "%N %<beckons> to %d."},
    "blink" -> {"%N %<blinks>.", "%N %<blinks> at %d."},
    "blush" -> {"%N %<blushes>.", "%N %<blushes> at %d."},
    "bow" -> {"%N %<bows> deeply.", "%N %<bows> to %d."},
    "cheer" -> {"%N %<cheers>!", "%N %<cheers> for %d!"},
    "chuckle" -> {"%N %<chuckles>.", "%N %<chuckles> at %d."},
    "clap" -> {"%N %<claps>.", "%N %<claps> for %d."},
    "comfort" -> {"%N %<comforts> everybody.", "%N %<comforts> %d."},
    "congratulate" -> {"%N %<congratulates> everybody.", "%N %<congratulates> %d."},
    "cough" -> {"%N %<coughs>.", "%N %<coughs> at %d."},
    "cry" -> {"%N %<cries>.", "%N %<cries> on the shoulder of %d."},
    "curtsey" -> {"%N %<curtseys>.", "%N %<curtseys> to %d."},
    "dance" -> {"%N %<dances>.", "%N %<dances> with %d."},
    "disagree" -> {"%N %<disagrees>.", "%N %<disagrees> with %d."},
    "facepalm" -> {
      "%N %<buries> %p face in %p hands.",
      "%N %<buries> %p face in %p hands because of %d."
    },
    "frown" -> {"%N %<frowns>.", "%N %<frowns> at %d."},
    "gasp" -> {"%N %<gasps>.", "%N %<gasps> at %d."},
    "gaze" -> {"%N %<gazes> about.", "%N %<gazes> at %d."},
    "giggle" -> {"%N %<giggles>.", "%N %<giggles> at %d."},
    "glare" -> {"%N %<glares>.", "%N %<glares> at %d."},
    "greet" -> {"%N %<greets> everybody.", "%N %<greets> %d."},
    "grin" -> {"%N %<grins> broadly.", "%N %<grins> at %d."},
    "groan" -> {"%N %<groans>.", "%N %<groans> at %d."},
    "grumble" -> {"%N %<grumbles>.", "%N %<grumbles> at %d."},
    "highfive" -> {"%N %<raises> a hand for a high five.", "%N %<high-fives> %d."},
    "hug" -> {"%N %<hugs> the air.", "%N %<hugs> %d."},
    "hum" -> {"%N %<hums> to %r.", "%N %<hums> a tune for %d."},
    "jump" -> {"%N %<jumps> up and down.", "%N %<jumps> over %d."},
    "laugh" -> {"%N %<laughs>.", "%N %<laughs> with %d."},
    "mutter" -> {"%N %<mutters> something.", "%N %<mutters> something about %d."},
    "nod" -> {"%N %<nods>.", "%N %<nods> at %d."},
    "pat" -> {"%N %<pats> %r on the back.", "%N %<pats> %d on the back."},
    "point" -> {"%N %<points> nowhere in particular.", "%N %<points> at %d."},
    "poke" -> {"%N %<pokes> a hole in the air.", "%N %<pokes> %d."},
    "ponder" -> {"%N %<ponders>.", "%N %<ponders> %d."},
    "roll" -> {"%N %<rolls> %p eyes.", "%N %<rolls> %p eyes at %d."},
    "salute" -> {"%N %<salutes>.", "%N %<salutes> %d."},
    "scratch" -> {"%N %<scratches> %p head.", "%N %<scratches> %d behind the ear."},
    "shake" -> {"%N %<shakes> %p head.", "%N %<shakes> hands with %d."},
    "shiver" -> {"%N %<shivers>.", "%N %<shivers> at the sight of %d."},
    "shrug" -> {"%N %<shrugs>.", "%N %<shrugs> at %d."},
    "sigh" -> {"%N %<sighs>.", "%N %<sighs> at %d."},
    "sing" -> {"%N %<sings> a tune.", "%N %<sings> for %d."},
    "smile" -> {"%N %<smiles>.", "%N %<smiles> at %d."},
    "sneeze" -> {"%N %<sneezes>.", "%N %<sneezes> at %d."},
    "snore" -> {"%N %<snores>.", "%N %<snores> on the shoulder of %d."},
    "stare" -> {"%N %<stares> into the distance.", "%N %<stares> at %d."},
    "stretch" -> {"%N %<stretches>.", ""},
    "tease" -> {"%N %<teases> everybody.", "%N %<teases> %d."},
    "thank" -> {"%N %<thanks> everybody.", "%N %<thanks> %d."},
    "tickle" -> {"%N %<tickles> %r.", "%N %<tickles> %d."},
    "toast" -> {"%N %<raises> a glass.", "%N %<raises> a glass to %d."},
    "wave" -> {"%N %<waves>.", "%N %<waves> to %d."},
    "welcome" -> {"%N %<welcomes> everybody.", "%N %<welcomes> %d."},
    "whistle" -> {"%N %<whistles>.", "%N %<whistles> at %d."},
    "wink" -> {"%N %<winks>.", "%N %<winks> at %d."},
    "yawn" -> {"%N %<yawns>.", "%N %<yawns> at %d."}
  ];
  override aliases = {"socials"};
  override description = "Short words for what people often do: smile, wave ann, nod slowly.";

  method help_msg owner: ARCHWIZARD
    // $socials:add("sway", "%N %<sways>.", "%N %<sways> with %d.") makes a new social; $socials:remove("sway") takes it away again. Both are for wizards.
  endmethod

  method has owner: ARCHWIZARD
    // :has(word) => whether the word is a social
    return maphaskey(this.table, args[1]);
  endmethod

  method words owner: ARCHWIZARD
    // :words() => all socials
    return mapkeys(this.table);
  endmethod

  method add owner: ARCHWIZARD
    // :add(word, alone [, with somebody]) makes a word a social.
    {word, alone, ?with = ""} = args;
    caller_perms().wizard || raise(E_PERM);
    match(word, "^[a-z]+$") && index(alone, "%N") || raise(E_INVARG, "A social is a word of small letters, and its text tells with %N who does it.");
    table = this.table;
    table[word] = {alone, with};
    this.table = table;
  endmethod

  method remove owner: ARCHWIZARD
    // :remove(word) makes the word no social any more.
    caller_perms().wizard || raise(E_PERM);
    this.table = mapdelete(this.table, args[1]);
  endmethod

  method plan owner: ARCHWIZARD
    // :plan(word, text, who) => {template, target or $nothing}, or a string that says what is wrong
    // The text may be the name of somebody or something here, an adverb, or both.
    {word, text, who} = args;
    {alone, with} = this.table[word];
    text = $string_utils:trim(text);
    text || return {alone, $nothing};
    parts = explode(text);
    parts[1] in {"at", "to", "with", "for", "on", "over"} && length(parts) > 1 && (parts = listdelete(parts, 1));
    adverb = "";
    for part in ({parts[$], parts[1]})
      if (!adverb && match(part, "^[a-z]+ly$") && (length(parts) == 1 || !valid($match_utils:find($string_utils:from_list(parts, " "), who)[1])))
        adverb = part;
        parts = part == parts[$] ? parts[1..$ - 1] | parts[2..$];
        break;
      endif
    endfor
    template = alone;
    target = $nothing;
    if (parts)
      name = $string_utils:from_list(parts, " ");
      with || return tostr("One cannot ", word, " with anybody in particular.");
      target = $match_utils:find(name, who)[1];
      target == $ambiguous_match && return tostr("Which \"", name, "\" do you mean?");
      valid(target) || return tostr("I see no \"", name, "\" here.");
      template = with;
    endif
    if (adverb)
      // the social's own gives way
      (found = match(template, " [a-z]+ly[.!]?$")) && (template = tostr(template[1..found[1] - 1], template[$] in {".", "!"} ? template[$] | ""));
      stop = template[$] in {".", "!"} ? template[$] | "";
      template = tostr(stop ? template[1..$ - 1] | template, " ", adverb, stop);
    endif
    return {template, target};
  endmethod

  method perform owner: ARCHWIZARD
    // :perform(who, word, text) => whether somebody did it; they have been told if not
    {who, word, text} = args;
    caller_perms().wizard || caller_perms() == who || raise(E_PERM);
    plan = this:plan(word, text, who);
    if (typeof(plan) == STR)
      who:tell(plan);
      return false;
    endif
    {template, target} = plan;
    $events:emit("social", who.location, template, ["actor" -> who, "dobj" -> target]);
    return true;
  endmethod

  method test_socials owner: ARCHWIZARD
    $test:true(this:has("smile"));
    $test:false(this:has("look"));
    $test:equal(this:plan("smile", "", player), {"%N %<smiles>.", $nothing});
    $test:equal(this:plan("smile", "happily", player), {"%N %<smiles> happily.", $nothing});
    $test:equal(this:plan("smile", "at me", player), {"%N %<smiles> at %d.", player});
    $test:equal(this:plan("smile", "me slowly", player), {"%N %<smiles> at %d slowly.", player});
    $test:equal(this:plan("bow", "slowly", player), {"%N %<bows> slowly.", $nothing});
    $test:equal(typeof(this:plan("smile", "at nobody-of-this-name", player)), STR);
    $test:equal(typeof(this:plan("stretch", "me", player)), STR);
    this:add("testing", "%N %<tests>.");
    $test:true(this:has("testing"));
    this:remove("testing");
    $test:false(this:has("testing"));
    $test:raises(E_INVARG, this, "add", {"Two words", "%N %<waits>."});
    for texts, word in (this.table)
      $test:contains(texts[1], "%N ", word);
      texts[2] && $test:contains(texts[2], "%d", word);
    endfor
  endmethod
endobject
