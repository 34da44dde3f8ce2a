object SEQ_UTILS [
  import_export_id -> "seq_utils",
  import_export_hierarchy -> {"utilities"}
]
  name: "sequence utilities"
  parent: GENERIC_UTILS
  owner: HACKER
  readable: true

  override aliases = {"seq_utils", "sequence_utils"};
  override description = "Verbs for sets of integers that consist of a few ranges, such as message numbers.";

  method help_msg owner: HACKER
    // A sequence is a set of integers, kept as the sorted list of the places at which it begins and ends: {1, 4, 7, 8} is 1, 2, 3 and 7. A list of odd length has no end: {5} is everything from 5 on.
  endmethod

  method range owner: HACKER
    // :range(first, last) => the sequence of all integers from first to last
    {first, last} = args;
    return first <= last ? {first, last + 1} | {};
  endmethod

  method add owner: HACKER
    // :add(seq, first [, last]) => the sequence with that range in it; without an end the range goes on for ever
    {seq, first, ?last = 0} = args;
    return this:union(seq, length(args) < 3 ? {first} | this:range(first, last));
  endmethod

  method remove owner: HACKER
    // :remove(seq, first [, last]) => the sequence without that range; without an end the range goes on for ever
    {seq, first, ?last = 0} = args;
    return this:intersection(seq, this:complement(length(args) < 3 ? {first} | this:range(first, last)));
  endmethod

  method contains owner: HACKER
    // :contains(seq, integer) => whether the integer is in the sequence
    {seq, n} = args;
    return $list_utils:find_insert(seq, n) % 2 == 0;
  endmethod

  method complement owner: HACKER
    // :complement(seq [, lower [, upper]]) => all integers that are not in the sequence, from lower to upper if these are given
    {seq, ?lower = $minint, ?upper = $maxint} = args;
    out = seq && seq[1] == $minint ? listdelete(seq, 1) | {$minint, @seq};
    length(args) == 1 && return out;
    return this:intersection(out, upper == $maxint ? {lower} | {lower, upper + 1});
  endmethod

  method "union _union" owner: HACKER
    // :union(seq, seq, …) => what is in any of the sequences
    return this:_combine(args, 1);
  endmethod

  method intersection owner: HACKER
    // :intersection(seq, seq, …) => what is in all of the sequences
    return this:_combine(args, length(args));
  endmethod

  method _combine owner: HACKER
    // :_combine(sequences, n) => what is in at least n of the sequences
    {sequences, needed} = args;
    places = {};
    steps = {};
    for seq in (sequences)
      for place, i in (seq)
        places = {@places, place};
        steps = {@steps, i % 2 ? 1 | -1};
      endfor
    endfor
    steps = sort(steps, places);
    places = sort(places);
    out = {};
    depth = 0;
    for place, i in (places)
      depth = depth + steps[i];
      if (i == length(places) || places[i + 1] != place)
        (depth >= needed) == (length(out) % 2) || (out = {@out, place});
      endif
    endfor
    return out;
  endmethod

  method tostr owner: HACKER
    // :tostr(seq [, between]) => the sequence as text: "1..3, 7"; "empty" if nothing is in it
    {seq, ?between = ".."} = args;
    seq || return "empty";
    parts = {};
    for i in [1..(length(seq) + 1) / 2]
      first = seq[2 * i - 1];
      start = first == $minint ? "" | tostr(first);
      if (2 * i > length(seq))
        parts = {@parts, start + between};
      else
        last = seq[2 * i] - 1;
        parts = {@parts, first == last ? start | tostr(start, between, last)};
      endif
    endfor
    return $string_utils:from_list(parts, ", ");
  endmethod

  method from_string owner: HACKER
    // :from_string(text) => the sequence for "1..3, 5, 8-9, 12.."; E_INVARG if the text is none
    {text} = args;
    seq = {};
    for part in (explode(strsub(text, " ", ""), ","))
      if (match(part, "^-?[0-9]+$"))
        seq = this:add(seq, toint(part), toint(part));
      elseif ((found = match(part, "^%(-?[0-9]*%)%(%.%.%|-%)%(-?[0-9]*%)$")))
        first = substitute("%1", found);
        last = substitute("%3", found);
        first || last || return E_INVARG;
        seq = this:union(seq, last ? {first ? toint(first) | $minint, toint(last) + 1} | {toint(first)});
      else
        return E_INVARG;
      endif
    endfor
    return seq;
  endmethod

  method for owner: ARCHWIZARD
    // :for([n,] seq, object, verb, arguments …) calls the verb once for each integer of the sequence, with the integer as its nth argument, the first if not said
    set_task_perms(caller_perms());
    n = 1;
    typeof(args[1]) == INT && ({n, @args} = args);
    {seq, what, name, @rest} = args;
    for i in [1..length(seq) / 2]
      for x in [seq[2 * i - 1]..seq[2 * i] - 1]
        typeof(what:(name)(@listinsert(rest, x, n))) == ERR && return;
      endfor
    endfor
  endmethod

  method extract owner: HACKER
    // :extract(seq, list) => the elements of the list at the places of the sequence
    {seq, items} = args;
    seq = this:intersection(seq, this:range(1, length(items)));
    out = {};
    for i in [1..length(seq) / 2]
      out = {@out, @items[seq[2 * i - 1]..seq[2 * i] - 1]};
    endfor
    return out;
  endmethod

  method tolist owner: HACKER
    // :tolist(seq) => the integers of the sequence as a list; E_TYPE if the sequence has no end
    {seq} = args;
    length(seq) % 2 && return E_TYPE;
    out = {};
    for i in [1..length(seq) / 2]
      out = {@out, @{x for x in [seq[2 * i - 1]..seq[2 * i] - 1]}};
    endfor
    return out;
  endmethod

  method from_list owner: HACKER
    // :from_list(integers) => the sequence of these integers
    return this:from_sorted_list(sort(args[1]));
  endmethod

  method from_sorted_list owner: HACKER
    // :from_sorted_list(integers) => the sequence of these integers, which are sorted already
    seq = {};
    for n in (args[1])
      if (seq && seq[$] >= n)
        seq[$] = n + 1;
      else
        seq = {@seq, n, n + 1};
      endif
    endfor
    return seq;
  endmethod

  method first owner: HACKER
    // :first(seq) => its least integer, or E_NONE
    return args[1] ? args[1][1] | E_NONE;
  endmethod

  method last owner: HACKER
    // :last(seq) => its greatest integer, or E_NONE; the greatest integer of all if it has no end
    {seq} = args;
    seq || return E_NONE;
    return length(seq) % 2 ? $maxint | seq[$] - 1;
  endmethod

  method size owner: HACKER
    // :size(seq) => how many integers are in it
    {seq} = args;
    count = 0;
    for i in [1..(length(seq) + 1) / 2]
      count = count + (2 * i > length(seq) ? $maxint | seq[2 * i]) - seq[2 * i - 1];
    endfor
    return count;
  endmethod

  method firstn owner: HACKER
    // :firstn(seq, n) => the first n integers of the sequence, as a sequence
    {seq, n} = args;
    out = {};
    for i in [1..(length(seq) + 1) / 2]
      n <= 0 && return out;
      first = seq[2 * i - 1];
      end = 2 * i > length(seq) ? first + n | min(first + n, seq[2 * i]);
      out = {@out, first, end};
      n = n - (end - first);
    endfor
    return out;
  endmethod

  method lastn owner: HACKER
    // :lastn(seq, n) => the last n integers of the sequence, as a sequence
    {seq, n} = args;
    size = this:size(seq);
    return n >= size ? seq | this:intersection(seq, this:complement(this:firstn(seq, size - n)));
  endmethod

  method contract owner: HACKER
    // :contract(seq, gone) => the sequence after the integers of a second one are taken away and all above move down
    {seq, gone} = args;
    out = {};
    for place in (this:intersection(seq, this:complement(gone)))
      below = 0;
      for i in [1..length(gone) / 2]
        below = below + max(0, min(place, gone[2 * i]) - gone[2 * i - 1]);
      endfor
      place = place - below;
      out = out && out[$] == place ? listdelete(out, length(out)) | {@out, place};
    endfor
    return out;
  endmethod

  method expand owner: HACKER
    // :expand(seq, new [, included]) => the sequence after the integers of a second one are put in and all from there on move up; the new ones belong to it only if included
    {seq, new, ?included = 0} = args;
    out = {};
    for place, i in (seq)
      place = i % 2 ? place | place - 1;
      for j in [1..length(new) / 2]
        place >= new[2 * j - 1] && (place = place + new[2 * j] - new[2 * j - 1]);
      endfor
      out = {@out, i % 2 ? place | place + 1};
    endfor
    return included ? this:union(out, new) | this:intersection(out, this:complement(new));
  endmethod

  method test_sequences owner: HACKER
    $test:equal(this:range(1, 3), {1, 4});
    $test:equal(this:range(3, 1), {});
    $test:equal(this:add({1, 4}, 4, 6), {1, 7});
    $test:equal(this:add({1, 4}, 8), {1, 4, 8});
    $test:equal(this:remove({1, 10}, 4, 5), {1, 4, 6, 10});
    $test:equal(this:remove({1, 10}, 4), {1, 4});
    $test:true(this:contains({1, 4}, 3));
    $test:false(this:contains({1, 4}, 4));
    $test:equal(this:complement({3, 5}, 1, 9), {1, 3, 5, 10});
    $test:equal(this:complement(this:complement({3, 5})), {3, 5});
    $test:equal(this:union({1, 3}, {2, 5}, {9, 10}), {1, 5, 9, 10});
    $test:equal(this:union(), {});
    $test:equal(this:intersection({1, 5}, {3, 9}), {3, 5});
    $test:equal(this:intersection({1, 5}, {7, 9}), {});
  endmethod

  method test_text owner: HACKER
    $test:equal(this:tostr({1, 4, 7, 8}), "1..3, 7");
    $test:equal(this:tostr({5}), "5..");
    $test:equal(this:tostr({}), "empty");
    $test:equal(this:tostr({1, 3}, "-"), "1-2");
    $test:equal(this:from_string("1..3, 7"), {1, 4, 7, 8});
    $test:equal(this:from_string("2-3,5.."), {2, 4, 5});
    $test:equal(this:from_string("one"), E_INVARG);
    $test:equal(this:tolist({1, 4, 7, 8}), {1, 2, 3, 7});
    $test:equal(this:tolist({1}), E_TYPE);
    $test:equal(this:from_list({7, 1, 3, 2, 2}), {1, 4, 7, 8});
  endmethod

  method test_parts owner: HACKER
    $test:equal(this:first({4, 6}), 4);
    $test:equal(this:last({4, 6}), 5);
    $test:equal(this:first({}), E_NONE);
    $test:equal(this:size({1, 4, 7, 8}), 4);
    $test:equal(this:extract({2, 4}, {"a", "b", "c", "d"}), {"b", "c"});
    $test:equal(this:firstn({1, 4, 7, 9}, 4), {1, 4, 7, 8});
    $test:equal(this:lastn({1, 4, 7, 9}, 3), {3, 4, 7, 9});
    $test:equal(this:contract({1, 4, 7, 9}, {2, 3}), {1, 3, 6, 8});
    $test:equal(this:contract({1, 3, 5, 7}, {3, 5}), {1, 5});
    $test:equal(this:expand({1, 3}, {2, 4}), {1, 2, 4, 5});
    $test:equal(this:expand({1, 3}, {2, 4}, 1), {1, 5});
  endmethod
endobject
