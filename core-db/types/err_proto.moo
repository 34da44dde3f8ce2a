object ERR_PROTO [
  import_export_id -> "err_proto",
  import_export_hierarchy -> {"types"}
]
  name: "error prototype"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  override aliases = {"err_proto"};
  override description = "What errors can be asked: `E_PERM:name()' calls this object's verb name with the error as `this'.";

  method "toliteral literal" owner: ARCHWIZARD
    // value:toliteral() => the value as it is written in a program
    return toliteral(this);
  endmethod

  method "name code" owner: ARCHWIZARD
    // error:name() => its name, as "E_PERM"
    return toliteral(error_code(this));
  endmethod

  method "message tostr" owner: ARCHWIZARD
    // error:message() => what it says to people
    return error_message(this);
  endmethod

  method type owner: ARCHWIZARD
    // error:type() => "ERR"
    return "ERR";
  endmethod

  method with owner: ARCHWIZARD
    // error:with(text) => the same error with a message of its own; errors are raised with raise(error, text)
    {text} = args;
    error = this;
    try
      raise(error_code(error), text);
    except e (ANY)
      return e[1];
    endtry
  endmethod

  method test_err_proto owner: ARCHWIZARD
    $test:equal(E_PERM:name(), "E_PERM");
    $test:equal(E_PERM:message(), "Permission denied");
    $test:equal(E_PERM:type(), "ERR");
    $test:equal(error_code(E_PERM:with("no entry")), E_PERM);
  endmethod
endobject
