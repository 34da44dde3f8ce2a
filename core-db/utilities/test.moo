object TEST [
  import_export_id -> "test",
  import_export_hierarchy -> {"utilities"}
]
  name: "test utilities"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  override aliases = {"test"};
  override description = "What test_ verbs check with. Each check raises E_ASSERT when it does not hold.";

  method help_msg owner: ARCHWIZARD
    // A verb whose name begins with test_ and that takes no arguments is a test: it raises an error if something is wrong. `moo test' and @test run them.
    //
    //   $test:equal($string_utils:trim(" a "), "a");
    //
    // What a test makes should be gone when it ends; $test:rollback() at its end undoes everything it did.
  endmethod

  method equal owner: ARCHWIZARD
    // :equal(value, expected [, what]) raises E_ASSERT unless both are equal; upper and lower case count as equal.
    {value, expected, ?what = ""} = args;
    this:_count();
    value == expected || this:fail(tostr(what ? what + ": " | "", "expected ", toliteral(expected), ", got ", toliteral(value)));
  endmethod

  method same owner: ARCHWIZARD
    // :same(value, expected [, what]) raises E_ASSERT unless both are the same, letter case included.
    {value, expected, ?what = ""} = args;
    this:_count();
    equal(value, expected) || this:fail(tostr(what ? what + ": " | "", "expected ", toliteral(expected), ", got ", toliteral(value)));
  endmethod

  method true owner: ARCHWIZARD
    // :true(value [, what]) raises E_ASSERT unless the value is true.
    {value, ?what = "expected something true"} = args;
    this:_count();
    value || this:fail(tostr(what, ", got ", toliteral(value)));
  endmethod

  method false owner: ARCHWIZARD
    // :false(value [, what]) raises E_ASSERT unless the value is false.
    {value, ?what = "expected something false"} = args;
    this:_count();
    value && this:fail(tostr(what, ", got ", toliteral(value)));
  endmethod

  method contains owner: ARCHWIZARD
    // :contains(text or list, part [, what]) raises E_ASSERT unless the part is in it.
    {whole, part, ?what = ""} = args;
    this:_count();
    (typeof(whole) == STR ? index(whole, part) | part in whole) || this:fail(tostr(what ? what + ": " | "", "expected ", toliteral(part), " in ", toliteral(whole)));
  endmethod

  method raises owner: ARCHWIZARD
    // :raises(error, object, verb, arguments [, what]) raises E_ASSERT unless calling the verb raises that error.
    {code, object, vname, arguments, ?what = ""} = args;
    this:_count();
    try
      value = object:(vname)(@arguments);
    except e (ANY)
      error_code(e[1]) == code || this:fail(tostr(what ? what + ": " | "", "expected ", toliteral(code), ", got ", toliteral(e[1]), " (", e[2], ")"));
      return;
    endtry
    this:fail(tostr(what ? what + ": " | "", "expected ", toliteral(code), ", got the value ", toliteral(value)));
  endmethod

  method fail owner: ARCHWIZARD
    // :fail(text) raises E_ASSERT.
    raise(E_ASSERT, tostr(@args));
  endmethod

  method _count owner: ARCHWIZARD
    // Counts the checks of this task, for :run().
    caller == this || raise(E_PERM);
    local = task_local();
    typeof(local) == MAP || (local = []);
    local["checks"] = (`local["checks"] ! E_RANGE => 0') + 1;
    set_task_local(local);
  endmethod

  method checks owner: ARCHWIZARD
    // :checks() => how many checks this task has made
    return `task_local()["checks"] ! ANY => 0';
  endmethod

  method tests_of owner: ARCHWIZARD
    // :tests_of(object) => the names of its test verbs
    found = {};
    for names in (verbs(args[1]))
      name = strsub(explode(names)[1], "*", "");
      index(name, "test_") == 1 && (found = {@found, name});
    endfor
    return found;
  endmethod

  method run owner: ARCHWIZARD
    // :run(objects) => {how many tests, how many checks, {{object, verb, what went wrong}, …}} after running all their test verbs
    // For wizards: tests run with their owners' permissions.
    {objects} = args;
    caller_perms().wizard || raise(E_PERM);
    tests = 0;
    failures = {};
    before = this:checks();
    for object in (objects)
      for name in (this:tests_of(object))
        tests = tests + 1;
        try
          object:(name)();
        except e (ANY)
          at = {};
          for frame in (e[4])
            frame[4] == this || {at = {@at, tostr(frame[4], ":", frame[2], ", line ", frame[6])}};
          endfor
          failures = {@failures, {object, name, tostr(toliteral(error_code(e[1])), ": ", e[2], at ? " (" + at[1] + ")" | "")}};
        endtry
        suspend_if_needed();
      endfor
    endfor
    return {tests, this:checks() - before, failures};
  endmethod
endobject
