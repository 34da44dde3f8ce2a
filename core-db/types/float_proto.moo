object FLOAT_PROTO [
  import_export_id -> "float_proto",
  import_export_hierarchy -> {"types"}
]
  name: "float prototype"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  override aliases = {"float_proto"};
  override description = "What floats can be asked: `1.5:round()' calls this object's verb round with the float as `this'.";

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

  method "abs min max toint ceil floor trunc sqrt floatstr round exp log" owner: ARCHWIZARD
    // float:abs(), float:round(), … => the built-in function of that name
    set_task_perms(caller_perms());
    return call_function(verb, this, @args);
  endmethod

  method group_number owner: ARCHWIZARD
    // float:group_number(digits) => the number with commas
    set_task_perms(caller_perms());
    return $string_utils:(verb)(this, @args);
  endmethod

  method "sin cos tan deg2rad rad2deg" owner: ARCHWIZARD
    // float:sin(), … => the verb of that name in $math_utils; angles are in degrees
    set_task_perms(caller_perms());
    return $math_utils:(verb)(this, @args);
  endmethod

  method test_float_proto owner: ARCHWIZARD
    $test:equal(1.5:floor(), 1.0);
    $test:equal(1.5:toint(), 1);
    $test:equal(1234.5:group_number(1), "1,234.5");
    $test:equal(2.25:floatstr(1), floatstr(2.25, 1));
    $test:true(abs(30.0:sin() - 0.5) < 0.000001);
  endmethod
endobject
