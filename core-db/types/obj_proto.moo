object OBJ_PROTO [
  import_export_id -> "obj_proto",
  import_export_hierarchy -> {"types"}
]
  name: "object prototype"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  override aliases = {"obj_proto"};
  override description = "For completeness: an object's own verbs answer for it. These are the same questions, for an object that may not be valid.";

  method "tostr tostring" owner: ARCHWIZARD
    // $obj_proto:tostr(object) => the value as text
    return tostr(args[1]);
  endmethod

  method "toliteral literal" owner: ARCHWIZARD
    // $obj_proto:toliteral(object) => the value as it is written in a program
    return toliteral(args[1]);
  endmethod

  method type owner: ARCHWIZARD
    // $obj_proto:type(object) => the name of its kind: "STR", "LIST", …
    return $code_utils:type_str(args[1]);
  endmethod

  method "valid parent children is_player" owner: ARCHWIZARD
    // $obj_proto:valid(object), … => the built-in function of that name
    set_task_perms(caller_perms());
    return call_function(verb, @args);
  endmethod

  method name owner: ARCHWIZARD
    // $obj_proto:name(object) => its name, or its number if there is no such object
    {what} = args;
    return valid(what) ? what.name | tostr(what);
  endmethod

  method "isa ancestors descendants has_verb has_property contains" owner: ARCHWIZARD
    // $obj_proto:isa(object, class), … => the verb of that name in $object_utils
    set_task_perms(caller_perms());
    return $object_utils:(verb)(@args);
  endmethod

  method test_obj_proto owner: ARCHWIZARD
    $test:equal(this:name($nothing), "#-1");
    $test:equal(this:name(this), "object prototype");
    $test:true(this:isa(this, $root));
    $test:false(this:valid($nothing));
    $test:equal(this:type(this), "OBJ");
  endmethod
endobject
