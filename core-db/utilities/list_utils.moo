object LIST_UTILS [
  import_export_id -> "list_utils",
  import_export_hierarchy -> {"utilities"}
]
  name: "list utilities"
  parent: GENERIC_UTILS
  owner: HACKER
  readable: true

  override aliases = {"list_utils"};
  override description = "Verbs for working on lists.";

  method make owner: HACKER
    // :make(n [, element]) => a list of n elements that are all the same, 0 if not said
    {n, ?element = 0} = args;
    n < 0 && return E_INVARG;
    return {element for i in [1..n]};
  endmethod

  method range owner: HACKER
    // :range([first,] last) => {first, first + 1, …, last}; from 1 if the first is not said
    {?first = 1, last} = args;
    return {i for i in [first..last]};
  endmethod

  method "map_property map_prop" owner: ARCHWIZARD
    // :map_property(objects, name) => the values of that property of all the objects
    set_task_perms(caller_perms());
    {objects, name} = args;
    return {object.(name) for object in (objects)};
  endmethod

  method map_verb owner: ARCHWIZARD
    // :map_verb(objects, verb, arguments …) => what that verb of all the objects returns
    set_task_perms(caller_perms());
    {objects, name, @rest} = args;
    return {object:(name)(@rest) for object in (objects)};
  endmethod

  method "map_args map_arg" owner: ARCHWIZARD
    // :map_arg([n,] object, verb, arguments …) => what the verb returns for each element of the nth argument, a list, in that argument's place
    set_task_perms(caller_perms());
    n = 1;
    typeof(args[1]) == INT && ({n, @args} = args);
    {object, name, @rest} = args;
    return {object:(name)(@listset(rest, item, n)) for item in (rest[n])};
  endmethod

  method map_builtin owner: ARCHWIZARD
    // :map_builtin(values, function) => what the builtin function returns for each of the values
    set_task_perms(caller_perms());
    {values, name} = args;
    return {call_function(name, value) for value in (values)};
  endmethod

  method map owner: ARCHWIZARD
    // :map(list, function) => what the function returns for each element: map({1, 2}, {x} => x * 2) is {2, 4}
    set_task_perms(caller_perms());
    {items, f} = args;
    return {f(item) for item in (items)};
  endmethod

  method filter owner: ARCHWIZARD
    // :filter(list, function) => the elements for which the function is true
    set_task_perms(caller_perms());
    {items, f} = args;
    return {item for item in (items) if f(item)};
  endmethod

  method fold owner: ARCHWIZARD
    // :fold(list, start, function) => function(… function(function(start, first), second) …, last)
    set_task_perms(caller_perms());
    {items, value, f} = args;
    for item in (items)
      value = f(value, item);
    endfor
    return value;
  endmethod

  method find_insert owner: HACKER
    // :find_insert(sorted list, key) => the place of the first element above the key; where it would have to be put in
    {items, key} = args;
    low = 1;
    high = length(items);
    while (low <= high)
      middle = (low + high) / 2;
      key < items[middle] ? high = middle - 1 | (low = middle + 1);
    endwhile
    return low;
  endmethod

  method remove_duplicates owner: HACKER
    // :remove_duplicates(list) => the list with each element only once
    found = {};
    for item in (args[1])
      found = setadd(found, item);
    endfor
    return found;
  endmethod

  method arrayset owner: HACKER
    // :arrayset(list, value, place, place, …) => the list after list[place][place]… = value
    {items, value, place, @rest} = args;
    items[place] = rest ? this:arrayset(items[place], value, @rest) | value;
    return items;
  endmethod

  method setremove_all owner: HACKER
    // :setremove_all(list, value) => the list without any element that equals the value
    {items, value} = args;
    return {item for item in (items) if item != value};
  endmethod

  method append owner: HACKER
    // :append(list, …) => all the lists, one behind the other
    found = {};
    for items in (args)
      found = {@found, @items};
    endfor
    return found;
  endmethod

  method "reverse reverse_suspended" owner: HACKER
    // :reverse(list) => the list backwards
    return reverse(args[1]);
  endmethod

  method compress owner: HACKER
    // :compress(list) => the list with one element for each run of equal ones
    found = {};
    for item in (args[1])
      found && found[$] == item || (found = {@found, item});
    endfor
    return found;
  endmethod

  method sort owner: HACKER
    // :sort(list [, keys]) => the list in order; or in the order of other values, one for each element
    return sort(@args[1..min(2, $)]);
  endmethod

  method sort_suspended owner: HACKER
    // :sort_suspended(interval, list [, keys]) is :sort, for very long lists.
    return sort(@args[2..min(3, $)]);
  endmethod

  method slice owner: HACKER
    // :slice(list of lists [, n]) => the nth elements of all the lists; with a list of numbers, lists of those elements
    {items, ?n = 1} = args;
    typeof(n) == LIST && return {{item[i] for i in (n)} for item in (items)};
    return {item[n] for item in (items)};
  endmethod

  method "assoc assoc_suspended" owner: HACKER
    // :assoc(value, list of lists [, n]) => the first of the lists whose nth element is the value, {} if there is none
    {value, items, ?n = 1} = args;
    for item in (items)
      typeof(item) == LIST && length(item) >= n && item[n] == value && return item;
    endfor
    return {};
  endmethod

  method "iassoc iassoc_suspended iassoc_new" owner: HACKER
    // :iassoc(value, list of lists [, n]) => the place of the first of the lists whose nth element is the value, 0 if there is none
    {value, items, ?n = 1} = args;
    for item, i in (items)
      typeof(item) == LIST && length(item) >= n && item[n] == value && return i;
    endfor
    return 0;
  endmethod

  method assoc_prefix owner: HACKER
    // :assoc_prefix(string, list of lists [, n]) => the first of the lists whose nth element starts with the string, {} if there is none
    i = this:iassoc_prefix(@args);
    return i ? args[2][i] | {};
  endmethod

  method iassoc_prefix owner: HACKER
    // :iassoc_prefix(string, list of lists [, n]) => the place of the first of the lists whose nth element starts with the string, 0 if there is none
    {value, items, ?n = 1} = args;
    for item, i in (items)
      typeof(item) == LIST && length(item) >= n && typeof(item[n]) == STR && index(item[n], value) == 1 && return i;
    endfor
    return 0;
  endmethod

  method iassoc_sorted owner: HACKER
    // :iassoc_sorted(value, sorted list of lists [, n]) => the place of the last of the lists whose nth element is not above the value
    {value, items, ?n = 1} = args;
    low = 0;
    high = length(items) + 1;
    while (high - 1 > low)
      middle = (low + high) / 2;
      value < items[middle][n] ? high = middle | (low = middle);
    endwhile
    return low;
  endmethod

  method sort_alist owner: HACKER
    // :sort_alist(list of lists [, n]) => the lists in the order of their nth elements
    {items, ?n = 1} = args;
    return sort(items, {item[n] for item in (items)});
  endmethod

  method sort_alist_suspended owner: HACKER
    // :sort_alist_suspended(interval, list of lists [, n]) is :sort_alist, for very long lists.
    return this:sort_alist(@listdelete(args, 1));
  endmethod

  method "randomly_permute randomly_permute_suspended" owner: HACKER
    // :randomly_permute(list) => the elements in some other order
    {items} = args;
    return sort(items, {random() for item in (items)});
  endmethod

  method count owner: HACKER
    // :count(value, list) => how many elements equal the value
    {value, items} = args;
    return length(all_members(value, items));
  endmethod

  method flatten owner: HACKER
    // :flatten(list) => the list with the elements of all lists in it in their places
    found = {};
    for item in (args[1])
      found = typeof(item) == LIST ? {@found, @this:flatten(item)} | {@found, item};
    endfor
    return found;
  endmethod

  method "longest shortest" owner: HACKER
    // :longest(list), :shortest(list) => the first of the longest or shortest strings or lists in it
    {items} = args;
    typeof(items) == LIST || return E_TYPE;
    items || return E_RANGE;
    best = items[1];
    for item in (items)
      typeof(item) in {STR, LIST} || return E_TYPE;
      (verb == "longest" ? length(item) > length(best) | length(item) < length(best)) && (best = item);
    endfor
    return best;
  endmethod

  method swap_elements owner: HACKER
    // :swap_elements(list, i, j) => the list with the elements at both places exchanged
    {items, i, j} = args;
    item = items[i];
    items[i] = items[j];
    items[j] = item;
    return items;
  endmethod

  method "random_item random_element" owner: HACKER
    // :random_item(list) => some element of it
    {items} = args;
    typeof(items) == LIST || return E_TYPE;
    items || return E_RANGE;
    return items[random(length(items))];
  endmethod

  method amerge owner: HACKER
    // :amerge(list of lists [, key place [, new place]]) => the lists with equal keys made into one: the key, then all their other elements
    {items, ?at = 1, ?to = 1} = args;
    merged = {};
    for item in (this:sort_alist(items, at))
      if (merged && merged[$][1] == item[at])
        merged[$] = {@merged[$], @listdelete(item, at)};
      else
        merged = {@merged, {item[at], @listdelete(item, at)}};
      endif
    endfor
    to == 1 && return merged;
    return {this:swap_elements(item, 1, min(to, length(item))) for item in (merged)};
  endmethod

  method passoc owner: HACKER
    // :passoc(key, keys, values) => the value at the place at which the key stands among the keys
    return args[3][args[1] in args[2]];
  endmethod

  method setmove owner: HACKER
    // :setmove(list, from, to) => the list with the element of one place moved to another: setmove({x, y, z}, 1, 3) is {y, z, x}
    {items, from, to} = args;
    return listinsert(listdelete(items, from), items[from], to);
  endmethod

  method build_alist owner: HACKER
    // :build_alist(list, n) => the list cut into lists of n elements; E_RANGE if that leaves some over
    {items, n} = args;
    length(items) % n && return E_RANGE;
    return {items[(i - 1) * n + 1..i * n] for i in [1..length(items) / n]};
  endmethod

  method check_nonstring_tell_lines owner: HACKER
    // :check_nonstring_tell_lines(lines) does nothing; it is for code that calls it.
  endmethod

  method test_searching owner: HACKER
    pairs = {{"a", 1}, {"b", 2}, {"ba", 3}};
    $test:equal(this:assoc("b", pairs), {"b", 2});
    $test:equal(this:assoc(3, pairs, 2), {"ba", 3});
    $test:equal(this:assoc("x", pairs), {});
    $test:equal(this:iassoc("ba", pairs), 3);
    $test:equal(this:iassoc("x", pairs), 0);
    $test:equal(this:assoc_prefix("b", pairs), {"b", 2});
    $test:equal(this:iassoc_prefix("ba", pairs), 3);
    $test:equal(this:iassoc_sorted(2, pairs, 2), 2);
    $test:equal(this:iassoc_sorted(0, pairs, 2), 0);
    $test:equal(this:find_insert({1, 3, 5}, 3), 3);
    $test:equal(this:find_insert({}, 3), 1);
    $test:equal(this:passoc("b", {"a", "b"}, {1, 2}), 2);
    $test:equal(this:count(1, {1, 2, 1}), 2);
    $test:equal(this:longest({"a", "bbb", "cc"}), "bbb");
    $test:equal(this:shortest({"aa", "b"}), "b");
    $test:equal(this:longest({}), E_RANGE);
  endmethod

  method test_making owner: HACKER
    $test:equal(this:make(3), {0, 0, 0});
    $test:equal(this:make(2, "x"), {"x", "x"});
    $test:equal(this:make(0), {});
    $test:equal(this:make(-1), E_INVARG);
    $test:equal(this:range(3), {1, 2, 3});
    $test:equal(this:range(2, 4), {2, 3, 4});
    $test:equal(this:map_prop({$string_utils, $list_utils}, "name"), {"string utilities", "list utilities"});
    $test:equal(this:map_verb({$string_utils}, "title"), {"string utilities"});
    $test:equal(this:map_arg(2, $string_utils, "left", "a", {2, 3}), {"a ", "a  "});
    $test:equal(this:map_builtin({-1, 2}, "abs"), {1, 2});
    $test:equal(this:map({1, 2}, {x} => x * 2), {2, 4});
    $test:equal(this:filter({1, 2, 3}, {x} => x > 1), {2, 3});
    $test:equal(this:fold({1, 2, 3}, 0, {sum, x} => sum + x), 6);
    $test:equal(this:append({1}, {}, {2, 3}), {1, 2, 3});
    $test:equal(this:build_alist({1, 2, 3, 4}, 2), {{1, 2}, {3, 4}});
    $test:equal(this:build_alist({1, 2, 3}, 2), E_RANGE);
  endmethod

  method test_changing owner: HACKER
    $test:equal(this:remove_duplicates({1, 2, 1}), {1, 2});
    $test:equal(this:arrayset({1, {2, 3}}, 9, 2, 1), {1, {9, 3}});
    $test:equal(this:setremove_all({1, 2, 1}, 1), {2});
    $test:equal(this:reverse({1, 2}), {2, 1});
    $test:equal(this:compress({1, 1, 2, 1}), {1, 2, 1});
    $test:equal(this:sort({3, 1, 2}), {1, 2, 3});
    $test:equal(this:sort({"x", "y"}, {2, 1}), {"y", "x"});
    $test:equal(this:slice({{1, 2}, {3, 4}}, 2), {2, 4});
    $test:equal(this:slice({{1, 2, 3}}, {1, 3}), {{1, 3}});
    $test:equal(this:sort_alist({{2, "b"}, {1, "a"}}), {{1, "a"}, {2, "b"}});
    $test:equal(length(this:randomly_permute({1, 2, 3})), 3);
    $test:equal(this:flatten({1, {2, {3}}}), {1, 2, 3});
    $test:equal(this:swap_elements({1, 2, 3}, 1, 3), {3, 2, 1});
    $test:equal(this:setmove({1, 2, 3}, 1, 3), {2, 3, 1});
    $test:equal(this:amerge({{"a", 1}, {"b", 2}, {"a", 3}}), {{"a", 1, 3}, {"b", 2}});
    $test:true(this:random_item({1, 2}) in {1, 2});
  endmethod
endobject
