object LIST_PROTO [
  import_export_id -> "list_proto",
  import_export_hierarchy -> {"types"}
]
  name: "list prototype"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  override aliases = {"list_proto"};
  override description = "What lists can be asked: `{3, 1, 2}:sort()' calls this object's verb sort with the list as `this'.";

  method "toliteral literal" owner: ARCHWIZARD
    // value:toliteral() => the value as it is written in a program
    return toliteral(this);
  endmethod

  method type owner: ARCHWIZARD
    // value:type() => the name of its kind: "STR", "LIST", …
    return $code_utils:type_str(this);
  endmethod

  method "length setadd setremove listappend listinsert listdelete listset reverse sort slice tostr all_members is_member generate_json" owner: ARCHWIZARD
    // list:length(), list:sort(), list:setadd(value), … => the built-in function of that name
    set_task_perms(caller_perms());
    return verb in {"all_members", "is_member"} ? call_function(verb, args[1], this, @args[2..$]) | call_function(verb, this, @args);
  endmethod

  method "map filter fold remove_duplicates compress randomly_permute flatten longest shortest swap_elements random_item setmove build_alist arrayset setremove_all append sort_alist map_prop map_property map_verb amerge" owner: ARCHWIZARD
    // list:map(function), list:flatten(), … => the verb of that name in $list_utils
    set_task_perms(caller_perms());
    return $list_utils:(verb)(this, @args);
  endmethod

  method "union intersection difference diff xor exclusive_or contains" owner: ARCHWIZARD
    // list:union(list), list:difference(list), … => the verb of that name in $set_utils
    set_task_perms(caller_perms());
    return $set_utils:(verb)(this, @args);
  endmethod

  method "sum mean average" owner: ARCHWIZARD
    // list:sum() => the sum or the mean of its numbers
    set_task_perms(caller_perms());
    return $math_utils:(verb)(this, @args);
  endmethod

  method join owner: ARCHWIZARD
    // list:join([separator]) => the texts of its elements with a blank or the separator between them
    return $string_utils:join(this, @args);
  endmethod

  method "english_list title_list names_of columnize" owner: ARCHWIZARD
    // list:english_list() => the verb of that name in $string_utils
    set_task_perms(caller_perms());
    return $string_utils:(verb)(this, @args);
  endmethod

  method "assoc iassoc" owner: ARCHWIZARD
    // list:assoc(value [, n]) => the first list in it whose nth element is the value; list:iassoc gives its place
    set_task_perms(caller_perms());
    {value, @rest} = args;
    items = this;
    return $list_utils:(verb)(value, items, @rest);
  endmethod

  method "first last" owner: ARCHWIZARD
    // list:first(), list:last() => its first or last element, or the second argument if it is empty
    {?default = E_RANGE} = args;
    items = this;
    return items ? items[verb == "first" ? 1 | $] | default;
  endmethod

  method "index_of find" owner: ARCHWIZARD
    // list:index_of(value) => the place of a value, 0 if it is nowhere; list:find(function) => the first element for which the function is true, 0 if there is none
    set_task_perms(caller_perms());
    {what} = args;
    items = this;
    if (verb == "index_of")
      return what in items;
    endif
    for item in (items)
      what(item) && return item;
    endfor
    return 0;
  endmethod

  method count owner: ARCHWIZARD
    // list:count(value) => how many elements equal the value
    return $list_utils:count(args[1], this);
  endmethod

  method "max min" owner: ARCHWIZARD
    // list:max(), list:min() => the greatest or least of its elements
    return call_function(verb, @this);
  endmethod

  method "take drop" owner: ARCHWIZARD
    // list:take(n) => its first n elements; list:drop(n) => all but these
    {n} = args;
    items = this;
    n = max(0, min(n, length(items)));
    return verb == "take" ? items[1..n] | items[n + 1..$];
  endmethod

  method "any all" owner: ARCHWIZARD
    // list:any(function), list:all(function) => whether the function is true for one or for all of the elements
    set_task_perms(caller_perms());
    {f} = args;
    items = this;
    for item in (items)
      (f(item) && true || false) == (verb == "any") && return verb == "any";
    endfor
    return verb == "all";
  endmethod

  method test_list_proto owner: ARCHWIZARD
    $test:equal({3, 1, 2}:sort(), {1, 2, 3});
    $test:equal({1, 2}:map({x} => x * 2), {2, 4});
    $test:equal({1, 2, 3}:filter({x} => x > 1), {2, 3});
    $test:equal({1, 2}:sum(), 3);
    $test:equal({"a", "b"}:join("-"), "a-b");
    $test:equal({"a", "b"}:english_list(), "a and b");
    $test:equal({{"a", 1}, {"b", 2}}:assoc("b"), {"b", 2});
    $test:equal({{"a", 1}, {"b", 2}}:iassoc("b"), 2);
    $test:equal({1, 2}:union({2, 3}), {1, 2, 3});
    $test:equal({1, 2}:first(), 1);
    $test:equal({1, 2}:last(), 2);
    $test:equal({}:first("none"), "none");
    $test:equal({5, 6}:index_of(6), 2);
    $test:equal({5, 6}:find({x} => x > 5), 6);
    $test:equal({1, 2, 1}:count(1), 2);
    $test:equal({1, 3, 2}:max(), 3);
    $test:equal({1, 2, 3}:take(2), {1, 2});
    $test:equal({1, 2, 3}:drop(2), {3});
    $test:true({1, 2}:any({x} => x > 1));
    $test:false({1, 2}:all({x} => x > 1));
    $test:true({1, 2}:all({x} => x > 0));
    $test:equal({1, 2, 1}:all_members(1), {1, 3});
  endmethod
endobject
