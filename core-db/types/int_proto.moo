object INT_PROTO [
  import_export_id -> "int_proto",
  import_export_hierarchy -> {"types"}
]
  name: "integer prototype"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  override aliases = {"int_proto"};
  override description = "What integers can be asked: `5:english_number()' calls this object's verb with the integer as `this'.";

  method "tostr tostring" owner: ARCHWIZARD
    // value:tostr() => the value as text
    return tostr(this);
  endmethod

  method "toliteral literal" owner: ARCHWIZARD
    // value:toliteral() => the value as it is written in a program
    return toliteral(this);
  endmethod

  method type owner: ARCHWIZARD
    // value:type() => the name of its kind: "STR", "LIST", …
    return $code_utils:type_str(this);
  endmethod

  method "abs min max random tofloat toobj chr ctime" owner: ARCHWIZARD
    // integer:abs(), integer:max(other), … => the built-in function of that name
    set_task_perms(caller_perms());
    return call_function(verb, this, @args);
  endmethod

  method "factorial pow divmod mod div combinations permutations is_prime gcd lcm base_conversion sqrt round" owner: ARCHWIZARD
    // integer:factorial(), … => the verb of that name in $math_utils
    set_task_perms(caller_perms());
    return $math_utils:(verb)(this, @args);
  endmethod

  method "ordinal group_number english_number english_ordinal from_seconds" owner: ARCHWIZARD
    // integer:ordinal(), integer:group_number(), … => the verb of that name in $string_utils
    set_task_perms(caller_perms());
    return $string_utils:(verb)(this, @args);
  endmethod

  method "dhms english_time day month iso ago" owner: ARCHWIZARD
    // integer:dhms(), integer:english_time(), … => the verb of that name in $time_utils
    set_task_perms(caller_perms());
    return $time_utils:(verb)(this, @args);
  endmethod

  method times owner: ARCHWIZARD
    // integer:times(function) => {function(1), function(2), …} up to the integer
    set_task_perms(caller_perms());
    {f} = args;
    n = this;
    return {f(i) for i in [1..n]};
  endmethod

  method to owner: ARCHWIZARD
    // integer:to(last) => {integer, integer + 1, …, last}
    return $list_utils:range(this, @args);
  endmethod

  method test_int_proto owner: ARCHWIZARD
    n = 5;
    $test:equal(n:factorial(), 120);
    $test:equal(n:ordinal(), "5th");
    $test:equal(n:english_number(), "five");
    $test:equal(n:times({i} => i * i), {1, 4, 9, 16, 25});
    $test:equal(n:to(7), {5, 6, 7});
    $test:equal((-5):abs(), 5);
    $test:equal(n:tostr(), "5");
    $test:equal(3725:dhms(), "1:02:05");
  endmethod
endobject
