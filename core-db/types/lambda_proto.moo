object LAMBDA_PROTO [
  import_export_id -> "lambda_proto",
  import_export_hierarchy -> {"types"}
]
  name: "function prototype"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  override aliases = {"lambda_proto"};
  override description = "What functions can be asked: `f:call(1)' calls this object's verb call with the function as `this'.";

  method "toliteral literal" owner: ARCHWIZARD
    // value:toliteral() => the value as it is written in a program
    return toliteral(this);
  endmethod

  method call owner: ARCHWIZARD
    // function:call(arguments …) => what it returns
    set_task_perms(caller_perms());
    {@rest} = args;
    f = this;
    return f(@rest);
  endmethod

  method apply owner: ARCHWIZARD
    // function:apply(list) => what it returns for the elements of the list as arguments
    set_task_perms(caller_perms());
    {rest} = args;
    f = this;
    return f(@rest);
  endmethod

  method type owner: ARCHWIZARD
    // function:type() => "LAMBDA"
    return "LAMBDA";
  endmethod

  method test_lambda_proto owner: ARCHWIZARD
    f = {x, y} => x + y;
    $test:equal(f:call(1, 2), 3);
    $test:equal(f:apply({1, 2}), 3);
    $test:equal(f:type(), "LAMBDA");
  endmethod
endobject
