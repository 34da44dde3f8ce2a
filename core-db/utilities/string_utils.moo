object STRING_UTILS [
  import_export_id -> "string_utils",
  import_export_hierarchy -> {"utilities"}
]
  name: "string utilities"
  parent: GENERIC_UTILS
  owner: HACKER
  readable: true

  property alphabet (owner: HACKER, flags: "rc") = "abcdefghijklmnopqrstuvwxyz";
  property ascii (owner: HACKER, flags: "rc") = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
  property digits (owner: HACKER, flags: "rc") = "0123456789";
  property tab (owner: HACKER, flags: "rc") = "\t";
  // words that are spoken with a vowel or consonant they are not written with
  property use_article_a (owner: HACKER, flags: "rc") = {
    "unicorn",
    "uniform",
    "unit",
    "university",
    "universal",
    "unique",
    "union",
    "use",
    "user",
    "useful",
    "one",
    "once",
    "European",
    "ewe",
    "euphonium",
    "utensil"
  };
  property use_article_an (owner: HACKER, flags: "rc") = {"hour", "hourglass", "honest", "honour", "honor", "heir", "heirloom", "MOO"};
  override aliases = {"string_utils"};
  override description = "Verbs for working on strings. Lengths are counted in characters, widths in terminal columns.";

  method space owner: HACKER
    // :space(length [, fill]) => a string of that length made of blanks or copies of fill
    // A string instead of a length stands for its own length. With a negative length the copies are cut off at the left end, not at the right.
    {size, ?fill = " "} = args;
    typeof(size) == STR && (size = length(size));
    size && fill || return "";
    goal = abs(size);
    goal > 1000000 && raise(E_INVARG, "That is too long.");
    out = fill;
    while (length(out) < goal)
      out = out + out;
    endwhile
    return size > 0 ? out[1..goal] | out[$ - goal + 1..$];
  endmethod

  method left owner: HACKER
    // :left(text, width [, fill]) => the text at the left of a field of that many columns
    // A longer text is left as it is, unless the width is negative: then it is cut.
    {text, width, ?fill = " "} = args;
    text = tostr(text);
    size = text_width(text);
    size < (goal = abs(width)) && return text + this:space(goal - size, fill);
    return size > goal && width < 0 ? text_fit(text, goal, "left", "") | text;
  endmethod

  method right owner: HACKER
    // :right(text, width [, fill]) => the text at the right of a field of that many columns
    // A longer text is left as it is, unless the width is negative: then its start is cut off.
    {text, width, ?fill = " "} = args;
    text = tostr(text);
    size = text_width(text);
    size < (goal = abs(width)) && return this:space(size - goal, fill) + text;
    return size > goal && width < 0 ? text[$ - goal + 1..$] | text;
  endmethod

  method "centre center" owner: HACKER
    // :centre(text, width [, left fill [, right fill]]) => the text in the middle of a field of that many columns
    // A longer text is left as it is, unless the width is negative: then it is cut.
    {text, width, ?lfill = " ", ?rfill = lfill} = args;
    text = tostr(text);
    size = text_width(text);
    goal = abs(width);
    size >= goal && return size > goal && width < 0 ? text_fit(text, goal, "left", "") | text;
    before = (goal - size) / 2;
    return this:space(before, lfill) + text + this:space(size + before - goal, rfill);
  endmethod

  method "columnize columnise" owner: HACKER
    // :columnize(items, columns [, width]) => the items in that many columns, as lines of at most width characters; they run down, not across
    {items, n, ?width = 79} = args;
    items || return {};
    height = (length(items) + n - 1) / n;
    cell = max(1, (width + 1) / n);
    lines = {};
    for row in [1..height]
      line = "";
      for column in [0..n - 1]
        at = column * height + row;
        if (at > length(items))
          break;
        endif
        line = tostr(column ? text_fit(line, column * cell - 1, "left", "") + " " | "", items[at]);
      endfor
      lines = {@lines, text_width(line) > width ? text_fit(line, width, "left", "") | line};
    endfor
    return lines;
  endmethod

  method "columnize_suspended columnise_suspended" owner: HACKER
    // :columnize_suspended(interval, items, columns [, width]) is :columnize, for very many items.
    return this:columnize(@listdelete(args, 1));
  endmethod

  method from_list owner: HACKER
    // :from_list(list [, separator]) => the texts of all elements, joined; lists in it are joined, too
    {items, ?separator = ""} = args;
    if (none(@{typeof(item) == LIST for item in (items)}))
      return items ? tostr(items[1], @{tostr(separator, item) for item in (items[2..$])}) | "";
    endif
    out = "";
    for item, i in (items)
      out = tostr(out, i > 1 ? separator | "", typeof(item) == LIST ? this:from_list(item, separator) | item);
    endfor
    return out;
  endmethod

  method join owner: HACKER
    // :join(list [, separator]) => :from_list(list, separator), with a blank between the texts by default
    {items, ?separator = " "} = args;
    return this:from_list(items, separator);
  endmethod

  method english_list owner: HACKER
    // :english_list(things [, nothing [, and [, comma [, final comma]]]]) => "a", "a and b", "a, b, and c"
    {things, ?nothing = "nothing", ?andstr = " and ", ?comma = ", ", ?finalcomma = ","} = args;
    size = length(things);
    size == 0 && return nothing;
    size == 1 && return tostr(things[1]);
    size == 2 && return tostr(things[1], andstr, things[2]);
    return tostr(@{tostr(thing, comma) for thing in (things[1..size - 2])}, things[size - 1], finalcomma, andstr, things[size]);
  endmethod

  method names_of owner: HACKER
    // :names_of(objects) => "name (#1)   name (#2)"
    {objects} = args;
    return this:from_list({valid(o) ? tostr(o.name, " (", o, ")") | tostr("(", o, ")") for o in (objects)}, "   ");
  endmethod

  method from_seconds owner: HACKER
    // :from_seconds(seconds) => roughly how long that is, in its largest unit: "a day", "two hours", "12 minutes"
    {seconds} = args;
    for unit in ({{86400, "day", "a"}, {3600, "hour", "an"}, {60, "minute", "a"}, {1, "second", "a"}})
      count = toint(seconds) / unit[1];
      if (count || unit[1] == 1)
        return count == 1 ? unit[3] + " " + unit[2] | tostr(count in {2, 3, 4, 5, 6, 7, 8, 9, 10} ? this:english_number(count) | count, " ", unit[2], "s");
      endif
    endfor
  endmethod

  method trim owner: HACKER
    // :trim(string [, blank]) => the string without blanks (or another character) at both ends
    {string, ?what = " "} = args;
    return this:triml(this:trimr(string, what), what);
  endmethod

  method triml owner: HACKER
    // :triml(string [, blank]) => the string without blanks (or another character) at its start
    {string, ?what = " "} = args;
    at = 1;
    size = length(string);
    while (at <= size && string[at] == what)
      at = at + 1;
    endwhile
    return string[at..$];
  endmethod

  method trimr owner: HACKER
    // :trimr(string [, blank]) => the string without blanks (or another character) at its end
    {string, ?what = " "} = args;
    at = length(string);
    while (at && string[at] == what)
      at = at - 1;
    endwhile
    return string[1..at];
  endmethod

  method strip_chars owner: HACKER
    // :strip_chars(string, characters) => the string without any of those characters
    {string, unwanted} = args;
    return strtr(string, unwanted, "");
  endmethod

  method strip_all_but owner: HACKER
    // :strip_all_but(string, characters) => those characters of the string; ranges such as a-z count
    {string, wanted} = args;
    out = "";
    pattern = "[" + wanted + "]+";
    while ((found = match(string, pattern)))
      out = out + string[found[1]..found[2]];
      string = string[found[2] + 1..$];
    endwhile
    return out;
  endmethod

  method strip_all_but_seq owner: HACKER
    // :strip_all_but_seq(string, sequence) => all occurrences of the sequence in the string, one behind the other
    {string, wanted} = args;
    out = "";
    while ((at = index(string, wanted)))
      out = out + string[at..at + length(wanted) - 1];
      string = string[at + length(wanted)..$];
    endwhile
    return out;
  endmethod

  method uppercase owner: HACKER
    // :uppercase(string) => the string in capital letters
    return strtr(args[1], "abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþ", "ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ", 1);
  endmethod

  method lowercase owner: HACKER
    // :lowercase(string) => the string in small letters
    return strtr(args[1], "ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ", "abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþ", 1);
  endmethod

  method "capitalize capitalise" owner: HACKER
    // :capitalize(string) => the string with its first letter as a capital one
    {string} = args;
    string || return string;
    string[1] = this:uppercase(string[1]);
    return string;
  endmethod

  method literal_object owner: HACKER
    // :literal_object(string) => the object for #12, $name, $name.property, ~player or *list; $failed_match for anything else
    {string} = args;
    string || return $nothing;
    first = string[1];
    if (first == "#")
      match(string, "^#-?[0-9]+$") || return $failed_match;
      return toobj(string);
    elseif (first == "$")
      what = #0;
      for name in (explode(string[2..$], "."))
        // these two are flags of #0 unless they are written with a dollar sign
        what = what == #0 && name in {"wizard", "programmer"} ? {$wizard, $programmer}[name == "wizard" ? 1 | 2] | `what.(name) ! ANY => 0';
        typeof(what) == OBJ || return $failed_match;
      endfor
      return length(string) > 1 ? what | $failed_match;
    elseif (first == "~" && length(string) > 1)
      return this:match_player(string[2..$]);
    elseif (first == "*" && length(string) > 1)
      return `$mail:match_list(string[2..$]) ! ANY => $failed_match';
    endif
    return $failed_match;
  endmethod

  method match owner: HACKER
    // :match(string [, objects, property]*) => the object whose property holds a text that the string means
    // An exact text comes before the start of one. $nothing for an empty string, $failed_match if there is none, $ambiguous_match if there are several.
    {subject, @rest} = args;
    subject || return $nothing;
    exact = partial = $failed_match;
    size = length(subject);
    while (rest)
      {objects, name, @rest} = rest;
      for object in (typeof(objects) == LIST ? objects | {objects})
        if (!valid(object))
          continue;
        endif
        texts = `object.(name) ! ANY => {}';
        for text in (typeof(texts) == LIST ? texts | {texts})
          if (!(typeof(text) == STR && index(text, subject) == 1))
            continue;
          endif
          if (length(text) == size)
            exact in {object, $failed_match} || return $ambiguous_match;
            exact = object;
          else
            partial = partial in {object, $failed_match} ? object | $ambiguous_match;
          endif
        endfor
      endfor
    endwhile
    return exact == $failed_match ? partial | exact;
  endmethod

  method match_suspended owner: HACKER
    // :match_suspended(string [, objects, property]*) is :match, for very many objects.
    return this:match(@args);
  endmethod

  method "match_string match_str" owner: HACKER
    // :match_string(string, pattern [, wildcard | case matters]*) => what the wildcards in the pattern stand for: a list of strings; 0 if it does not fit, 1 if there are none
    // Example: match_string("Jack waves to Jill", "* waves to *") => {"Jack", "Jill"}
    {what, pattern, @rest} = args;
    wild = "*";
    case = 0;
    for option in (rest)
      typeof(option) == STR ? wild = option | (case = option);
    endfor
    pieces = explode(pattern, wild, 1);
    length(pieces) == 1 && return case ? strcmp(what, pattern) == 0 | what == pattern;
    first = pieces[1];
    (length(what) >= length(first) && (!first || index(what, first, case) == 1)) || return 0;
    rest = what[length(first) + 1..$];
    found = {};
    for piece, i in (pieces[2..$])
      if (i == length(pieces) - 1)
        at = length(rest) - length(piece) + 1;
        (at >= 1 && (!piece || rindex(rest, piece, case) == at)) || return 0;
      else
        at = piece ? index(rest, piece, case) | 1;
        at || return 0;
      endif
      found = {@found, rest[1..at - 1]};
      rest = rest[at + length(piece)..$];
    endfor
    return found;
  endmethod

  method match_object owner: HACKER
    // :match_object(string, location [, who]) => the object that the string means to somebody in a place
    // Literal objects (#12, $name, ~player), "me" and "here" come first, then what is around; see $match_utils:find for all that it understands.
    {string, here, ?who = player} = args;
    return $match_utils:find(string, who, here)[1];
  endmethod

  method match_player owner: HACKER
    // :match_player(name [, me]) => the player of that name; :match_player(name, name, …) or :match_player({name, …} [, me]) => a list of players
    // $nothing for an empty string, $failed_match if there is none, $ambiguous_match if several begin so. "me" is the player, or whom the second argument says.
    me = player;
    single = typeof(args[1]) == STR && (length(args) == 1 || typeof(args[2]) == OBJ);
    if (single || typeof(args[1]) == LIST)
      length(args) > 1 && (me = args[2]);
      names = single ? {args[1]} | args[1];
    else
      names = args;
    endif
    found = {$wiz_utils:match_player(name, me) for name in (names)};
    return single ? found[1] | found;
  endmethod

  method match_player_or_object owner: HACKER
    // :match_player_or_object(name, …) => a list of objects: players by name, else what is around
    // Tells the player about each name that means nothing.
    found = {};
    for name in (args)
      if (!name)
        continue;
      endif
      who = this:match_player(name);
      valid(who) || (who = player:my_match_object(name));
      valid(who) ? found = {@found, who} | $command_utils:object_match_failed(who, name);
    endfor
    return found;
  endmethod

  method find_prefix owner: HACKER
    // :find_prefix(string, strings) => the place of the one that starts with the string, or equals it; 0 if none does, $ambiguous_match if several do
    {subject, choices} = args;
    place = subject in choices;
    place && return place;
    answer = 0;
    for choice, i in (choices)
      if (index(choice, subject) == 1)
        answer && return $ambiguous_match;
        answer = i;
      endif
    endfor
    return answer;
  endmethod

  method "match_stringlist match_string_list" owner: HACKER
    // :match_stringlist(string, strings) => the place of the one that equals or starts with the string; $failed_match, $ambiguous_match, $nothing for an empty string
    {subject, strings} = args;
    subject && strings || return $nothing;
    places = all_members(subject, strings);
    places && return length(places) == 1 ? places[1] | $ambiguous_match;
    return this:find_prefix(subject, strings) || $failed_match;
  endmethod

  method "index_delimited index_d" owner: HACKER
    // :index_delimited(string, word [, case matters]) => where the word stands in the string by itself, not as part of a longer one; 0 if nowhere
    {string, word, ?case = 0} = args;
    found = match(string, "%(%W%|^%)" + this:regexp_quote(word) + "%(%W%|$%)", case);
    return found ? found[3][1][2] + 1 | 0;
  endmethod

  method index_all owner: HACKER
    // :index_all(string, what) => all places where it stands in the string
    {string, what} = args;
    typeof(string) == STR && typeof(what) == STR || return E_TYPE;
    what || return E_INVARG;
    places = {};
    at = 0;
    while ((next = index(string, what, 0, at)))
      at = at + next;
      places = {@places, at};
    endwhile
    return places;
  endmethod

  method "is_integer is_numeric" owner: HACKER
    // :is_integer(string) => whether the string is a whole number
    return match(args[1], "^ *[-+]?[0-9]+ *$") && true;
  endmethod

  method is_float owner: HACKER
    // :is_float(string) => whether the string is a number with a point or an exponent
    return match(args[1], "^ *[-+]?%([0-9]+%.[0-9]*%|[0-9]*%.[0-9]+%|[0-9]+e%)%([0-9]*%|e[-+]?[0-9]+%) *$") && match(args[1], "[0-9]") && true;
  endmethod

  method ordinal owner: HACKER
    // :ordinal(number) => "1st", "2nd", "3rd", "4th", …
    {n} = args;
    last = abs(n) % 100;
    return tostr(n, last / 10 != 1 && last % 10 in {1, 2, 3} ? {"st", "nd", "rd"}[last % 10] | "th");
  endmethod

  method group_number owner: HACKER
    // :group_number(integer [, separator]) => the number with commas between groups of three digits: "1,234,567"
    // :group_number(float [, digits [, scientific [, separator]]]) does the same for floatstr(float, digits, scientific).
    {n, @rest} = args;
    tail = "";
    if (typeof(n) == FLOAT)
      {?digits = 4, ?scientific = 0, ?comma = ","} = rest;
      text = floatstr(n, digits, scientific);
      if ((at = index(text, ".") || index(text, "e")))
        tail = text[at..$];
        text = text[1..at - 1];
      endif
    else
      {?comma = ","} = rest;
      text = tostr(n);
    endif
    sign = text[1] == "-" ? "-" | "";
    sign && (text = text[2..$]);
    out = "";
    while (length(text) > 3)
      out = tostr(comma, text[$ - 2..$], out);
      text = text[1..$ - 3];
    endwhile
    return tostr(sign, text, out, tail);
  endmethod

  method english_number owner: HACKER
    // :english_number(integer) => the number in words: "negative one thousand two hundred thirty-four"
    n = toint(args[1]);
    n == 0 && return "zero";
    words = {};
    n < 0 && (words = {"negative"});
    n = abs(n);
    for unit in ({{1000000000000, "trillion"}, {1000000000, "billion"}, {1000000, "million"}, {1000, "thousand"}, {1, ""}})
      count = n / unit[1];
      n = n % unit[1];
      if (!count)
        continue;
      endif
      count >= 1000 && (words = {@words, this:english_number(count)}) && (count = 0);
      count >= 100 && (words = {@words, this:english_ones(count / 100), "hundred"});
      count % 100 && (words = {@words, this:english_tens(count % 100)});
      unit[2] && (words = {@words, unit[2]});
    endfor
    return this:from_list(words, " ");
  endmethod

  method english_ordinal owner: HACKER
    // :english_ordinal(integer) => the number's place in words: "twenty-first"
    text = this:english_number(args[1]);
    at = max(rindex(text, " "), rindex(text, "-"));
    last = text[at + 1..$];
    i = last in {"one", "two", "three", "five", "eight", "nine", "twelve"};
    if (i)
      last = {"first", "second", "third", "fifth", "eighth", "ninth", "twelfth"}[i];
    else
      last = (last[$] == "y" ? last[1..$ - 1] + "ie" | last) + "th";
    endif
    return text[1..at] + last;
  endmethod

  method english_ones owner: HACKER
    // :english_ones(0 to 19) => the number in one word
    {n} = args;
    return {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}[abs(n) + 1];
  endmethod

  method english_tens owner: HACKER
    // :english_tens(0 to 99) => the number in words: "forty-two"
    n = abs(args[1]);
    n < 20 && return this:english_ones(n);
    tens = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}[n / 10 - 1];
    return n % 10 ? tostr(tens, "-", this:english_ones(n % 10)) | tens;
  endmethod

  method "substitute subst" owner: HACKER
    // :substitute(string, {{old, new}, …} [, case matters]) => the string with all replacements made at once: nothing in a new text is replaced again
    {string, pairs, ?case = 0} = args;
    typeof(string) == STR || return string;
    out = "";
    while (string)
      first = 0;
      best = 0;
      for pair in (pairs)
        at = index(string, pair[1], case);
        if (at && (!first || at < first || (at == first && length(pair[1]) > length(best[1]))))
          first = at;
          best = pair;
        endif
      endfor
      if (!first)
        break;
      endif
      out = tostr(out, string[1..first - 1], best[2]);
      string = string[first + length(best[1])..$];
    endwhile
    return out + string;
  endmethod

  method "substitute_delimited substitute_d" owner: HACKER
    // :substitute_delimited(string, {{old, new}, …} [, case matters]) is :substitute, but only for whole words.
    {string, pairs, ?case = 0} = args;
    typeof(string) == STR || return string;
    out = "";
    while (string)
      first = 0;
      for pair in (pairs)
        at = this:index_delimited(string, pair[1], case);
        if (at && (!first || at < first || (at == first && length(pair[1]) > length(best[1]))))
          first = at;
          best = pair;
        endif
      endfor
      if (!first)
        break;
      endif
      out = tostr(out, string[1..first - 1], best[2]);
      string = string[first + length(best[1])..$];
    endwhile
    return out + string;
  endmethod

  method pronoun_sub owner: HACKER
    // :pronoun_sub(text [, who [, thing [, where [, dobj [, iobj]]]]]) => the text with %n, %s, %<verbs> and so on filled in, as $events describes
    // Who is the player if missing, thing the caller. A list of texts gives a list. For events use $events:emit, which speaks to each reader.
    {text, ?who = player, ?thing = caller, ?where = $nothing, ?dobject = dobj, ?iobject = iobj} = args;
    valid(where) || (valid(who) && (where = who.location));
    roles = ["actor" -> who, "this" -> thing, "where" -> where, "dobj" -> dobject, "iobj" -> iobject, "message" -> "", "plain" -> true];
    typeof(text) == LIST && return {$events:render(tostr(line), roles, $nothing) for line in (text)};
    return $events:render(tostr(text), roles, $nothing);
  endmethod

  method pronoun_sub_secure owner: HACKER
    // :pronoun_sub_secure(text [, who [, thing [, where]]], default) => :pronoun_sub of the text, or of the default if the result would not name who
    default = args[$];
    who = length(args) > 2 ? args[2] | player;
    out = this:pronoun_sub(@args[1..$ - 1]);
    return this:index_delimited(out, who.name) ? out | this:pronoun_sub(default, @args[2..$ - 1]);
  endmethod

  method pronoun_quote owner: HACKER
    // :pronoun_quote(text) => the text with its percent signs doubled, so that :pronoun_sub gives it back; for a list of texts or of {key, text} pairs, too
    {what} = args;
    typeof(what) == STR && return strsub(what, "%", "%%");
    return {typeof(item) == LIST ? listset(item, strsub(item[2], "%", "%%"), 2) | strsub(item, "%", "%%") for item in (what)};
  endmethod

  method explode owner: HACKER
    // :explode(string [, separator]) => the parts of the string between runs of the separator's first character, a blank if it is missing
    {subject, ?separator = " "} = args;
    return explode(subject, separator[1]);
  endmethod

  method words owner: HACKER
    // :words(string) => its words as the command parser sees them: quotes hold blanks together, a backslash takes the next character as it is
    {string} = args;
    index(string, "\"") || index(string, "\\") || return explode(string);
    words = {};
    word = "";
    inside = quoted = false;
    at = 1;
    size = length(string);
    while (at <= size)
      c = string[at];
      if (c == " " && !quoted)
        inside && (words = {@words, word});
        word = "";
        inside = false;
      else
        inside = true;
        if (c == "\"")
          quoted = !quoted;
        elseif (c == "\\")
          at = at + 1;
          at <= size && (word = word + string[at]);
        else
          word = word + c;
        endif
      endif
      at = at + 1;
    endwhile
    return inside ? {@words, word} | words;
  endmethod

  method word_start owner: HACKER
    // :word_start(string) => {{start, end}, …}: where its words, as :words() sees them, stand
    {string} = args;
    places = {};
    quoted = false;
    start = 0;
    at = 1;
    size = length(string);
    while (at <= size)
      c = string[at];
      if (c == " " && !quoted)
        start && (places = {@places, {start, at - 1}});
        start = 0;
      else
        start || (start = at);
        c == "\"" && (quoted = !quoted);
        c == "\\" && (at = at + 1);
      endif
      at = at + 1;
    endwhile
    return start ? {@places, {start, size}} | places;
  endmethod

  method first_word owner: HACKER
    // :first_word(string) => {first word, rest of the string}, or {} if there is none
    string = this:triml(args[1]);
    string || return {};
    place = this:word_start(string)[1];
    return {this:words(string[1..place[2]])[1], this:triml(string[place[2] + 1..$])};
  endmethod

  method to_value owner: HACKER
    // :to_value(string) => {1, value} if the string is a literal, else {0, what is wrong with it}
    {string} = args;
    try
      return {1, fromliteral(string)};
    except e (E_INVARG, E_TYPE)
      return {0, e[2]};
    endtry
  endmethod

  method prefix_to_value owner: HACKER
    // :prefix_to_value(string) => {rest of the string, value} if the string starts with a literal, else {0, what is wrong with it}
    string = this:triml(args[1]);
    string || return {0, "empty string"};
    size = this:end_expression(string);
    size || return {0, "missing quote or bracket"};
    value = this:to_value(string[1..size]);
    return value[1] ? {string[size + 1..$], value[2]} | value;
  endmethod

  method from_value owner: HACKER
    // :from_value(value [, quote strings [, list depth]]) => the value as text: objects with their names, strings without quotes unless wanted, lists down to that depth
    {value, ?quoted = 0, ?depth = 1} = args;
    if (typeof(value) == LIST)
      value || return "{}";
      depth || return "{...}";
      return "{" + this:from_list({this:from_value(item, quoted, depth - 1) for item in (value)}, ", ") + "}";
    elseif (typeof(value) == OBJ)
      return valid(value) ? tostr(value.name, " (", value, ")") | tostr("(", value, ")");
    elseif (typeof(value) == STR)
      return quoted ? toliteral(value) | value;
    endif
    return toliteral(value);
  endmethod

  method from_value_suspended owner: HACKER
    // :from_value_suspended(value [, quote strings [, list depth]]) is :from_value, for very large values.
    return this:from_value(@args);
  endmethod

  method "print print_suspended" owner: HACKER
    // :print(value) => toliteral(value)
    return toliteral(args[1]);
  endmethod

  method abbreviated_value owner: HACKER
    // :abbreviated_value(value [, length [, levels [, list length [, string length [, token length]]]]]) => the value's literal, shortened with … where it is longer than these
    {value, ?most = $maxint, ?levels = $maxint, ?items = $maxint, ?characters = $maxint, ?token = $maxint} = args;
    text = this:_abbreviated(value, levels, items, characters, token);
    return length(text) > most ? text[1..max(0, most - 1)] + "…" | text;
  endmethod

  method _abbreviated owner: HACKER
    // :_abbreviated(value, levels, list length, string length, token length) => the value's literal within these
    {value, levels, items, characters, token} = args;
    if (typeof(value) == LIST)
      value || return "{}";
      levels <= 0 && return "{…}";
      shown = {this:_abbreviated(item, levels - 1, items, characters, token) for item in (value[1..min($, items)])};
      length(value) > items && (shown = {@shown, "…"});
      return "{" + this:from_list(shown, ", ") + "}";
    elseif (typeof(value) == MAP)
      value || return "[]";
      levels <= 0 && return "[…]";
      shown = {};
      for v, k in (value)
        if (length(shown) >= items && (shown = {@shown, "…"}))
          break;
        endif
        shown = {@shown, tostr(toliteral(k), " -> ", this:_abbreviated(v, levels - 1, items, characters, token))};
      endfor
      return "[" + this:from_list(shown, ", ") + "]";
    elseif (typeof(value) == STR)
      return length(value) > characters ? toliteral(value[1..characters])[1..$ - 1] + "…\"" | toliteral(value);
    endif
    text = toliteral(value);
    return length(text) > token ? text[1..token] + "…" | text;
  endmethod

  method reverse owner: HACKER
    // :reverse(string) => the string backwards
    return reverse(args[1]);
  endmethod

  method char_list owner: HACKER
    // :char_list(string) => the string's characters as a list
    return {c for c in (args[1])};
  endmethod

  method regexp_quote owner: HACKER
    // :regexp_quote(string) => a pattern for match() that matches just this string
    {string} = args;
    out = "";
    while ((found = match(string, "[][^$.*+?%]")))
      out = tostr(out, string[1..found[1] - 1], "%", string[found[1]]);
      string = string[found[1] + 1..$];
    endwhile
    return out + string;
  endmethod

  method "connection_hostname connection_hostname_bsd" owner: HACKER
    // :connection_hostname(text of connection_name()) => the host in it
    {name} = args;
    found = match(name, "^port [0-9]+ %(from%|to%) %([^,]+%), port");
    return found ? substitute("%2", found) | name;
  endmethod

  method end_expression owner: HACKER
    // :end_expression(string [, stops]) => where the expression that the string starts with ends: before a character of stops outside quotes and brackets; 0 if a bracket or quote is missing
    {string, ?stops = " "} = args;
    open = "";
    at = 1;
    size = length(string);
    while (at <= size)
      c = string[at];
      if (!open && index(stops, c))
        return at - 1;
      elseif (c == "\"")
        at = at + 1;
        while (at <= size && string[at] != "\"")
          at = at + (string[at] == "\\" ? 2 | 1);
        endwhile
        at > size && return 0;
      elseif ((i = index("([{", c)))
        open = ")]}"[i] + open;
      elseif (index(")]}", c))
        open && open[1] == c || return 0;
        open = open[2..$];
      endif
      at = at + 1;
    endwhile
    return open ? 0 | size;
  endmethod

  method common owner: HACKER
    // :common(first, second) => the length of the start that both strings share
    {first, second} = args;
    size = min(length(first), length(second));
    low = 0;
    while (low < size)
      middle = (low + size + 1) / 2;
      first[1..middle] == second[1..middle] ? low = middle | (size = middle - 1);
    endwhile
    return low;
  endmethod

  method "title_list title_listc list_title list_titlec" owner: HACKER
    // :title_list(objects) => an English list of their titles; :title_listc starts with a capital letter
    titles = {`o:title() ! ANY => tostr(o)' for o in (args[1])};
    verb[$] == "c" && titles && (titles[1] = this:capitalize(titles[1]));
    return this:english_list(titles);
  endmethod

  method "name_and_number nn name_and_number_list nn_list" owner: HACKER
    // :nn(object or objects [, separator [, arguments of :english_list]]) => "name (#number)"
    {objects, ?separator = " ", @english} = args;
    typeof(objects) == LIST || (objects = {objects});
    return this:english_list({valid(o) ? tostr(o.name, separator, "(", o, ")") | tostr(o == #-1 ? "<nothing>" | o == #-2 ? "<ambiguous match>" | o == #-3 ? "<failed match>" | "<invalid>", separator, "(", o, ")") for o in (objects)}, @english);
  endmethod

  method a_or_an owner: HACKER
    // :a_or_an(noun) => "a" or "an", whichever goes before it
    {noun} = args;
    first = explode(strtr(noun, "-'", "  "))[1..min(1, $)];
    first || return "a";
    first[1] in this.use_article_a && return "a";
    first[1] in this.use_article_an && return "an";
    return index("aeiou", first[1][1]) ? "an" | "a";
  endmethod

  method pluralize owner: HACKER
    // :pluralize(count, noun [, plural]) => "1 coin", "2 coins"
    {count, noun, ?plural = 0} = args;
    return tostr(count, " ", count == 1 ? noun | plural || this:plural(noun));
  endmethod

  method plural owner: HACKER
    // :plural(noun) => the noun for several: "box" => "boxes", "penny" => "pennies"
    {noun} = args;
    length(noun) < 2 && return noun + "s";
    if (noun[$] == "y" && !index("aeiou", noun[$ - 1]))
      return noun[1..$ - 1] + "ies";
    endif
    return noun + (noun[$] in {"s", "x", "z"} || noun[$ - 1..$] in {"ch", "sh"} ? "es" | "s");
  endmethod

  method from_ascii owner: HACKER
    // :from_ASCII(code) => the character of a code from 32 to 126
    {code} = args;
    code >= 32 && code <= 126 || raise(E_INVARG);
    return this.ascii[code - 31];
  endmethod

  method to_ascii owner: HACKER
    // :to_ASCII(character) => its code
    return (index(this.ascii, args[1], 1) || raise(E_INVARG)) + 31;
  endmethod

  method incr_alpha owner: HACKER
    // :incr_alpha(string [, alphabet]) => the next string in the alphabet's order: "aaz" => "aba", "zz" => "aaa"
    {string, ?alphabet = this.alphabet} = args;
    string || return alphabet[1];
    at = index(alphabet, string[$]);
    at || raise(E_INVARG);
    return at < length(alphabet) ? string[1..$ - 1] + alphabet[at + 1] | this:incr_alpha(string[1..$ - 1], alphabet) + alphabet[1];
  endmethod

  method inside_quotes owner: HACKER
    // :inside_quotes(string) => whether the end of the string lies between double quotes
    {string} = args;
    quoted = false;
    at = 1;
    while (at <= length(string))
      c = string[at];
      c == "\\" && quoted ? at = at + 1 | c == "\"" && (quoted = !quoted);
      at = at + 1;
    endwhile
    return quoted;
  endmethod

  method parse_command owner: HACKER
    // :parse_command(line [, who]) => {verb, {dobj, dobjstr}, {prep, prepstr}, {iobj, iobjstr}, {args, argstr}, {dobjset, prepset, iobjset}}: what the command parser would make of the line
    {line, ?who = player} = args;
    words = this:words(line);
    words || return {};
    {vrb, @rest} = words;
    places = this:word_start(line);
    argstr = length(places) > 1 ? line[places[2][1]..$] | "";
    {dstr, prep, pstr, istr} = $code_utils:split_command(rest);
    direct = dstr ? who:my_match_object(dstr) | $nothing;
    indirect = istr ? who:my_match_object(istr) | $nothing;
    return {vrb, {direct, dstr}, {prep, pstr}, {indirect, istr}, {rest, argstr}, {dstr ? {"any"} | {"none", "any"}, pstr ? {"any", prep} | {"none", "any"}, istr ? {"any"} | {"none", "any"}}};
  endmethod

  method lines owner: HACKER
    // :lines(text) => the text's lines as a list; a list of texts gives the lines of all
    {text} = args;
    typeof(text) == LIST || return explode(text, "\n", 1);
    out = {};
    for line in (text)
      out = {@out, @index(line, "\n") ? explode(line, "\n", 1) | {line}};
    endfor
    return out;
  endmethod

  method starts_with owner: HACKER
    // :starts_with(string, start) => whether the string begins so
    {string, start} = args;
    return !start || index(string, start) == 1;
  endmethod

  method ends_with owner: HACKER
    // :ends_with(string, end) => whether the string ends so
    {string, tail} = args;
    return length(string) >= length(tail) && string[$ - length(tail) + 1..$] == tail;
  endmethod

  method distance owner: HACKER
    // :distance(a, b [, most]) => how many single letters must be changed, added, left out or swapped to make one string the other; most + 1 if it is more than that
    {a, b, ?most = 3} = args;
    abs(length(a) - length(b)) > most && return most + 1;
    before = {};
    row = {j - 1 for j in [1..length(b) + 1]};
    for i in [1..length(a)]
      next = {i};
      for j in [1..length(b)]
        cost = a[i] == b[j] ? 0 | 1;
        best = min(row[j + 1] + 1, next[j] + 1, row[j] + cost);
        i > 1 && j > 1 && a[i] == b[j - 1] && a[i - 1] == b[j] && (best = min(best, before[j - 1] + 1));
        next = {@next, best};
      endfor
      min(@next) > most && return most + 1;
      before = row;
      row = next;
    endfor
    return row[$];
  endmethod

  method test_padding owner: HACKER
    $test:equal(this:left("tea", 5), "tea  ");
    $test:equal(this:left("teapot", 4), "teapot");
    $test:equal(this:left("teapot", -4), "teap");
    $test:equal(this:left("日本", 6), "日本  ");
    $test:equal(this:left("a", 4, ".-"), "a.-.");
    $test:equal(this:right("tea", 5), "  tea");
    $test:equal(this:right("teapot", -3), "pot");
    $test:equal(this:right(12, 4, "0"), "0012");
    $test:equal(this:centre("tea", 7), "  tea  ");
    $test:equal(this:centre("tea", 6, "<", ">"), "<tea>>");
    $test:equal(this:centre("teapot", -3), "tea");
    $test:equal(this:space(3), "   ");
    $test:equal(this:space("ab", "xyz"), "xy");
    $test:equal(this:space(0), "");
    $test:equal(this:space(-2, "xyz"), "yz");
    $test:equal(this:columnize({"a", "b", "c"}, 2, 9), {"a    c", "b"});
    $test:equal(this:columnize({}, 3), {});
  endmethod

  method test_lists owner: HACKER
    $test:equal(this:english_list({}), "nothing");
    $test:equal(this:english_list({"a"}), "a");
    $test:equal(this:english_list({"a", "b"}), "a and b");
    $test:equal(this:english_list({"a", "b", "c"}), "a, b, and c");
    $test:equal(this:english_list({"a", "b", "c"}, "none", " or "), "a, b, or c");
    $test:equal(this:from_list({1, "b", {2, 3}}, "-"), "1-b-2-3");
    $test:equal(this:from_list({"a", "b"}), "ab");
    $test:equal(this:explode("a  b c"), {"a", "b", "c"});
    $test:equal(this:explode("a,b,,c", ","), {"a", "b", "c"});
    $test:equal(this:words("put \"red box\" in\\ bag"), {"put", "red box", "in bag"});
    $test:equal(this:words("a \"\" b"), {"a", "", "b"});
    $test:equal(this:word_start("ab \"c d\" e"), {{1, 2}, {4, 8}, {10, 10}});
    $test:equal(this:first_word("  take the box"), {"take", "the box"});
    $test:equal(this:first_word("   "), {});
    $test:equal(this:char_list("abc"), {"a", "b", "c"});
    $test:equal(this:lines("a\nb"), {"a", "b"});
  endmethod

  method test_letters owner: HACKER
    $test:equal(this:trim("  a b  "), "a b");
    $test:equal(this:triml("xxa", "x"), "a");
    $test:equal(this:trimr("   "), "");
    $test:same(this:uppercase("abc é"), "ABC É");
    $test:same(this:lowercase("ABC"), "abc");
    $test:same(this:capitalize("été"), "Été");
    $test:equal(this:capitalize(""), "");
    $test:equal(this:strip_chars("a-b-c", "-"), "abc");
    $test:equal(this:strip_all_but("a1b22", "0-9"), "122");
    $test:equal(this:strip_all_but_seq("xabyab", "ab"), "abab");
    $test:equal(this:reverse("abc"), "cba");
    $test:equal(this:common("abcdef", "abcxyz"), 3);
    $test:equal(this:common("", "a"), 0);
    $test:equal(this:index_delimited("the cat", "cat"), 5);
    $test:equal(this:index_delimited("concat", "cat"), 0);
    $test:equal(this:index_all("abab", "b"), {2, 4});
    $test:equal(this:regexp_quote("a.b*"), "a%.b%*");
    $test:equal(this:incr_alpha("az"), "ba");
    $test:equal(this:incr_alpha("zz"), "aaa");
    $test:equal(this:from_ascii(65), "A");
    $test:equal(this:to_ascii("A"), 65);
    $test:equal(this:inside_quotes("say \"hi"), true);
    $test:equal(this:inside_quotes("say \"hi\""), false);
  endmethod

  method test_numbers owner: HACKER
    $test:equal(this:ordinal(1), "1st");
    $test:equal(this:ordinal(12), "12th");
    $test:equal(this:ordinal(103), "103rd");
    $test:equal(this:group_number(1234567890), "1,234,567,890");
    $test:equal(this:group_number(-1000), "-1,000");
    $test:equal(this:group_number(12), "12");
    $test:equal(this:group_number(1234.5, 2), "1,234.50");
    $test:equal(this:english_number(-1234), "negative one thousand two hundred thirty-four");
    $test:equal(this:english_number(0), "zero");
    $test:equal(this:english_number(1000000), "one million");
    $test:equal(this:english_ordinal(21), "twenty-first");
    $test:equal(this:english_ordinal(20), "twentieth");
    $test:equal(this:from_seconds(86400), "a day");
    $test:equal(this:from_seconds(7200), "two hours");
    $test:equal(this:from_seconds(0), "0 seconds");
    $test:true(this:is_integer(" -12 "));
    $test:false(this:is_integer("1.5"));
    $test:true(this:is_float("1.5e3"));
    $test:true(this:is_float("2e5"));
    $test:false(this:is_float("15"));
    $test:false(this:is_float("."));
  endmethod

  method test_values owner: HACKER
    $test:equal(this:to_value("{1, \"a\"}"), {1, {1, "a"}});
    $test:equal(this:to_value("{1,")[1], 0);
    $test:equal(this:prefix_to_value("{1, 2} rest"), {" rest", {1, 2}});
    $test:equal(this:from_value({1, "a", {2}}), "{1, a, {...}}");
    $test:equal(this:from_value("a", 1), "\"a\"");
    $test:equal(this:abbreviated_value({1, 2, 3, 4}, 100, 2, 2), "{1, 2, …}");
    $test:equal(this:abbreviated_value("abcdefgh", 100, 2, 2, 3), "\"abc…\"");
    $test:equal(this:end_expression("f(a b) c"), 6);
    $test:equal(this:end_expression("f(a b"), 0);
    $test:equal(this:nn(#-1), "<nothing> (#-1)");
  endmethod

  method test_matching owner: HACKER
    $test:equal(this:find_prefix("ba", {"apple", "banana"}), 2);
    $test:equal(this:find_prefix("b", {"bat", "ball", "b"}), 3);
    $test:equal(this:find_prefix("b", {"bat", "ball"}), $ambiguous_match);
    $test:equal(this:find_prefix("x", {"bat"}), 0);
    $test:equal(this:match_stringlist("x", {"bat"}), $failed_match);
    $test:equal(this:match_string("Jack waves to Jill", "* waves to *"), {"Jack", "Jill"});
    $test:equal(this:match_string("abc", "abc"), 1);
    $test:equal(this:match_string("abc", "x*"), 0);
    $test:equal(this:match_string("abc", "a?c", "?"), {"b"});
    $test:equal(this:literal_object("$string_utils"), this);
    $test:equal(this:literal_object("#1"), #1);
    $test:equal(this:literal_object("box"), $failed_match);
    $test:equal(this:match("str", {$string_utils, $list_utils}, "aliases"), $string_utils);
    $test:equal(this:match("", {}, "name"), $nothing);
    $test:equal(this:distance("look", "loook"), 1);
    $test:equal(this:distance("look", "olok"), 1);
    $test:equal(this:distance("look", "inventory"), 4);
  endmethod

  method test_substitution owner: HACKER
    $test:equal(this:substitute("hoahooaho", {{"ho", "XhooX"}, {"hoo", "mama"}}), "XhooXamamaaXhooX");
    $test:equal(this:substitute("Cc: banana", {{"a", "b"}, {"b", "c"}, {"c", "a"}}, 1), "Ca: cbnbnb");
    $test:equal(this:substitute_delimited("a cat, concat", {{"cat", "dog"}}), "a dog, concat");
    $test:equal(this:pronoun_quote("50%"), "50%%");
    $test:equal(this:pronoun_sub("%n %<has> %p hat; %%", $list_utils), "list utilities has its hat; %");
    $test:equal(this:a_or_an("owl"), "an");
    $test:equal(this:a_or_an("unicorn"), "a");
    $test:equal(this:a_or_an("hour"), "an");
    $test:equal(this:pluralize(2, "box"), "2 boxes");
    $test:equal(this:pluralize(1, "penny"), "1 penny");
    $test:equal(this:plural("penny"), "pennies");
  endmethod
endobject
