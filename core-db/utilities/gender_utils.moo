object GENDER_UTILS [
  import_export_id -> "gender_utils",
  import_export_hierarchy -> {"utilities"}
]
  name: "gender utilities"
  parent: GENERIC_UTILS
  owner: HACKER
  readable: true

  property genders (owner: HACKER, flags: "rc") = {
    "neuter",
    "male",
    "female",
    "plural",
    "either",
    "Spivak",
    "splat",
    "egotistical",
    "royal",
    "2nd",
    "they",
    "ze"
  };
  property is_plural (owner: HACKER, flags: "rc") = {0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1, 0};
  property po (owner: HACKER, flags: "rc") = {
    "it",
    "him",
    "her",
    "them",
    "him/her",
    "em",
    "h*",
    "me",
    "us",
    "you",
    "them",
    "hir"
  };
  property pp (owner: HACKER, flags: "rc") = {
    "its",
    "his",
    "her",
    "their",
    "his/her",
    "eir",
    "h*",
    "my",
    "our",
    "your",
    "their",
    "hir"
  };
  property pq (owner: HACKER, flags: "rc") = {
    "its",
    "his",
    "hers",
    "theirs",
    "his/hers",
    "eirs",
    "h*s",
    "mine",
    "ours",
    "yours",
    "theirs",
    "hirs"
  };
  property pr (owner: HACKER, flags: "rc") = {
    "itself",
    "himself",
    "herself",
    "themselves",
    "himself/herself",
    "eirself",
    "h*self",
    "myself",
    "ourselves",
    "yourself",
    "themself",
    "hirself"
  };
  // the properties that hold an object's pronouns, and those at the start of a sentence
  property pronouns (owner: HACKER, flags: "rc") = {"ps", "po", "pp", "pq", "pr", "psc", "poc", "ppc", "pqc", "prc"};
  property ps (owner: HACKER, flags: "rc") = {"it", "he", "she", "they", "s/he", "e", "*e", "I", "we", "you", "they", "ze"};
  override aliases = {"gender_utils"};
  override description = "Pronouns, and verbs that agree with them.";

  method help_msg owner: HACKER
    // An object with pronouns has the properties ps po pp pq pr (she her her hers herself) and psc poc ppc pqc prc (the same at the start of a sentence); :set() fills them from the name of a gender or from pronouns with slashes between them.
  endmethod

  method set owner: ARCHWIZARD
    // :set(object, gender) => the gender that it is now, or an error
    // Gives the object the pronouns of a gender: one of $gender_utils.genders, or five pronouns of one's own, as xe/xem/xyr/xyrs/xemself. Short forms such as she/her and they do, too.
    {object, gender} = args;
    set_task_perms(caller_perms());
    words = this:parse(gender);
    words || return E_NONE;
    {name, @pronouns} = words;
    try
      for pronoun, i in (pronouns)
        object.(this.pronouns[i]) = pronoun;
        object.(this.pronouns[i + 5]) = $string_utils:capitalize(pronoun);
      endfor
      object.gender = name;
    except e (ANY)
      return e[1];
    endtry
    return name;
  endmethod

  method parse owner: HACKER
    // :parse(text) => {name, ps, po, pp, pq, pr} for the name of a gender or for pronouns with slashes, else {}
    {text} = args;
    text = $string_utils:trim(text);
    words = explode(text, "/");
    length(words) == 5 && return {text, @words};
    if (length(words) in {2, 3})
      for i in [1..length(this.genders)]
        if (words[1] == this.ps[i] && words[2] == this.po[i] && (length(words) < 3 || words[3] in {this.pp[i], this.pq[i]}))
          // "they" said of one person: themself
          if (this.genders[i] == "plural")
            continue;
          endif
          return {this.genders[i], this.ps[i], this.po[i], this.pp[i], this.pq[i], this.pr[i]};
        endif
      endfor
      return {};
    endif
    name = $string_utils:find_prefix(text, this.genders);
    i = typeof(name) == INT && name > 0 ? name | `text in this.ps ! ANY => 0';
    return i ? {this.genders[i], this.ps[i], this.po[i], this.pp[i], this.pq[i], this.pr[i]} | {};
  endmethod

  method add owner: ARCHWIZARD
    // :add(object [, perms [, owner]]) => true, or an error
    // Gives the object the properties that pronouns are kept in.
    {object, ?perms = "rc", ?owner = object.owner} = args;
    set_task_perms(caller_perms());
    try
      for name in ({"gender", @this.pronouns})
        $object_utils:has_property(object, name) || add_property(object, name, "neuter", {owner, perms});
      endfor
      return this:set(object, "neuter") && true;
    except e (ANY)
      return e[1];
    endtry
  endmethod

  method pronouns_of owner: HACKER
    // :pronouns_of(object) => {ps, po, pp, pq, pr}; those of a thing if it has none of its own
    {who} = args;
    return `{who.ps, who.po, who.pp, who.pq, who.pr} ! ANY => {"it", "it", "its", "its", "itself"}';
  endmethod

  method is_plural_of owner: HACKER
    // :is_plural_of(object) => whether verbs that tell what it does are plural: they wave
    {who} = args;
    gender = `who.gender ! ANY => "neuter"';
    i = gender in this.genders;
    return i ? this.is_plural[i] | `who.ps ! ANY => ""' in {"they", "we", "you", "I"} && true;
  endmethod

  method get_pronoun owner: HACKER
    // :get_pronoun(key [, object]) => the pronoun for "ps", "po", … or ":he", ":him", ":his", ":himself" of an object; "" for another key
    {key, ?object = player} = args;
    key[1] == ":" && (key = key[2..$]);
    capital = key && strcmp(key[1], "a") < 0;
    i = key in {"ps", "po", "pp", "pq", "pr"} || (key in {"he", "him", "his", "hers", "himself"} || key in {"she", "her", "its", "its", "herself"} || key in {"they", "them", "their", "theirs", "themself"});
    i || return "";
    pronoun = this:pronouns_of(object)[i];
    return capital ? $string_utils:capitalize(pronoun) | pronoun;
  endmethod

  method "get_conj get_conjugation" owner: HACKER
    // :get_conj(verb [, object [, plural]]) => the verb as it agrees with the object: "waves" for one, "wave" for many
    // The verb is "singular", "singular/plural" or "/plural". With a true third argument it is plural in any case, as after "you".
    {spec, ?object = player, ?plural = 0} = args;
    slash = index(spec, "/");
    plural = plural || (valid(object) && this:is_plural_of(object));
    if (!slash)
      word = plural ? this:verb_plural(spec) | spec;
    elseif (plural)
      word = spec[slash + 1..$] || this:verb_plural(spec[1..slash - 1]);
    else
      word = spec[1..slash - 1] || this:verb_singular(spec[slash + 1..$]);
    endif
    first = spec[slash == 1 ? 2 | 1];
    return strcmp(first, "a") < 0 ? $string_utils:capitalize(word) | word;
  endmethod

  method "verb_plural _verb_plural" owner: HACKER
    // :verb_plural(word) => the plural of a verb in the singular: "waves" => "wave", "goes" => "go", "is" => "are"
    {word} = args;
    i = word in {"is", "isn't", "was", "wasn't", "has", "hasn't", "does", "doesn't"};
    i && return {"are", "aren't", "were", "weren't", "have", "haven't", "do", "don't"}[i];
    size = length(word);
    size < 3 && return word;
    if (word[$ - 2..$] == "ies" && size > 4)
      return word[1..$ - 3] + "y";
    elseif (word[$ - 1..$] == "es" && (word[$ - 2] in {"x", "o", "z"} || word[max(1, $ - 3)..$ - 2] in {"ch", "sh", "ss"}))
      return word[1..$ - 2];
    elseif (word[$] == "s" && word[$ - 1] != "s")
      return word[1..$ - 1];
    endif
    return word;
  endmethod

  method "verb_singular _verb_singular" owner: HACKER
    // :verb_singular(word) => the singular of a verb in the plural: "wave" => "waves", "go" => "goes", "are" => "is"
    {word} = args;
    i = word in {"are", "aren't", "were", "weren't", "have", "haven't", "do", "don't", "can", "will", "may", "must"};
    i && return {"is", "isn't", "was", "wasn't", "has", "hasn't", "does", "doesn't", "can", "will", "may", "must"}[i];
    size = length(word);
    size < 2 && return word;
    if (word[$] == "y" && !index("aeiou", word[$ - 1]))
      return word[1..$ - 1] + "ies";
    elseif (word[$] in {"s", "x", "z", "o"} || word[$ - 1..$] in {"ch", "sh"})
      return word + "es";
    endif
    return word + "s";
  endmethod

  method pronoun_sub owner: HACKER
    // :pronoun_sub(text [, who]) => $string_utils:pronoun_sub(text, who)
    return $string_utils:pronoun_sub(@args);
  endmethod

  method test_verbs owner: HACKER
    $test:equal(this:verb_plural("waves"), "wave");
    $test:equal(this:verb_plural("goes"), "go");
    $test:equal(this:verb_plural("carries"), "carry");
    $test:equal(this:verb_plural("watches"), "watch");
    $test:equal(this:verb_plural("passes"), "pass");
    $test:equal(this:verb_plural("poses"), "pose");
    $test:equal(this:verb_plural("lies"), "lie");
    $test:equal(this:verb_plural("is"), "are");
    $test:equal(this:verb_singular("wave"), "waves");
    $test:equal(this:verb_singular("fly"), "flies");
    $test:equal(this:verb_singular("play"), "plays");
    $test:equal(this:verb_singular("fix"), "fixes");
    $test:equal(this:verb_singular("have"), "has");
    $test:equal(this:get_conj("is/are", $nothing, 1), "are");
    $test:equal(this:get_conj("Is/are", $nothing), "Is");
    $test:equal(this:get_conj("/watch", $nothing), "watches");
  endmethod

  method test_parse owner: HACKER
    $test:equal(this:parse("she/her"), {"female", "she", "her", "her", "hers", "herself"});
    $test:equal(this:parse("they/them")[6], "themself");
    $test:equal(this:parse("fem")[1], "female");
    $test:equal(this:parse("xe/xem/xyr/xyrs/xemself")[2..$], {"xe", "xem", "xyr", "xyrs", "xemself"});
    $test:equal(this:parse("purple"), {});
  endmethod
endobject
