object SET_UTILS [
  import_export_id -> "set_utils",
  import_export_hierarchy -> {"utilities"}
]
  name: "set utilities"
  parent: GENERIC_UTILS
  owner: HACKER
  readable: true

  override aliases = {"set_utils"};
  override description = "Verbs for lists in which nothing stands twice and order does not matter.";

  method union owner: HACKER
    // :union(set, …) => what is in any of the sets
    {?set = {}, @rest} = args;
    for other in (rest)
      for item in (other)
        set = setadd(set, item);
      endfor
    endfor
    return set;
  endmethod

  method intersection owner: HACKER
    // :intersection(set, …) => what is in all of the sets
    {?set = {}, @rest} = args;
    for other in (rest)
      set = {item for item in (set) if item in other};
    endfor
    return set;
  endmethod

  method intersection_preserve_case owner: HACKER
    // :intersection_preserve_case(set, …) => what is in all of the sets, spelled as in the first
    return this:intersection(@args);
  endmethod

  method "difference diff difference_suspended diff_suspended" owner: HACKER
    // :difference(set, …) => what is in the first set and in none of the others
    {set, @rest} = args;
    for other in (rest)
      set = {item for item in (set) if !(item in other)};
    endfor
    return set;
  endmethod

  method "exclusive_or xor" owner: HACKER
    // :exclusive_or(set, …) => what is in just one of the sets
    {?once = {}, @rest} = args;
    often = {};
    for other in (rest)
      for item in (other)
        if (item in once)
          once = setremove(once, item);
          often = setadd(often, item);
        elseif (!(item in often))
          once = {@once, item};
        endif
      endfor
    endfor
    return once;
  endmethod

  method contains owner: HACKER
    // :contains(set, …) => whether everything in the others is in the first set
    {?set = {}, @rest} = args;
    for other in (rest)
      for item in (other)
        item in set || return false;
      endfor
    endfor
    return true;
  endmethod

  method equal owner: HACKER
    // :equal(set, set) => whether the same is in both
    {a, b} = args;
    return this:contains(a, b) && this:contains(b, a);
  endmethod

  method test_sets owner: HACKER
    $test:equal(this:union({1, 2}, {2, 3}), {1, 2, 3});
    $test:equal(this:union(), {});
    $test:equal(this:intersection({1, 2, 3}, {2, 3}, {3}), {3});
    $test:equal(this:difference({1, 2, 3}, {1}, {3}), {2});
    $test:equal(this:xor({1, 2}, {2, 3}), {1, 3});
    $test:equal(this:xor({1}, {1}, {1}), {});
    $test:true(this:contains({1, 2}, {1}, {}));
    $test:false(this:contains({1}, {2}));
    $test:true(this:equal({1, 2}, {2, 1}));
    $test:false(this:equal({1, 2}, {1}));
  endmethod
endobject
