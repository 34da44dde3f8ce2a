object BOOL_PROTO [
  import_export_id -> "bool_proto",
  import_export_hierarchy -> {"types"}
]
  name: "truth prototype"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  override aliases = {"bool_proto"};
  override description = "What true and false can be asked: `true:yes_or_no()' calls this object's verb with the value as `this'.";

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

  method not owner: ARCHWIZARD
    // bool:not() => the other one
    return !this && true || false;
  endmethod

  method toint owner: ARCHWIZARD
    // bool:toint() => 1 or 0
    return this ? 1 | 0;
  endmethod

  method yes_or_no owner: ARCHWIZARD
    // bool:yes_or_no([yes [, no]]) => the first text for true, the second for false: "yes" and "no" if not said
    {?yes = "yes", ?no = "no"} = args;
    value = this;
    return value ? yes | no;
  endmethod

  method test_bool_proto owner: ARCHWIZARD
    $test:equal(true:yes_or_no(), "yes");
    $test:equal(false:yes_or_no("on", "off"), "off");
    $test:equal(true:toint(), 1);
    $test:equal(true:not(), false);
    $test:equal(false:type(), "BOOL");
  endmethod
endobject
