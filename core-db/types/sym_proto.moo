object SYM_PROTO [
  import_export_id -> "sym_proto",
  import_export_hierarchy -> {"types"}
]
  name: "symbol prototype"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  override aliases = {"sym_proto"};
  override description = "What symbols can be asked: `'red:tostr()' calls this object's verb tostr with the symbol as `this'.";

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

  method length owner: ARCHWIZARD
    // symbol:length() => how many characters it has
    return length(tostr(this));
  endmethod

  method test_sym_proto owner: ARCHWIZARD
    $test:equal('red:tostr(), "red");
    $test:equal('red:length(), 3);
    $test:equal('red:type(), "SYMBOL");
  endmethod
endobject
