object BINARY_PROTO [
  import_export_id -> "binary_proto",
  import_export_hierarchy -> {"types"}
]
  name: "binary prototype"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  override aliases = {"binary_proto"};
  override description = "What binaries can be asked: `b\"SGk=\":length()' calls this object's verb length with the binary as `this'.";

  method "toliteral literal" owner: ARCHWIZARD
    // value:toliteral() => the value as it is written in a program
    return toliteral(this);
  endmethod

  method type owner: ARCHWIZARD
    // value:type() => the name of its kind: "STR", "LIST", …
    return $code_utils:type_str(this);
  endmethod

  method length owner: ARCHWIZARD
    // binary:length() => how many bytes it has
    return length(this);
  endmethod

  method "tostr decode" owner: ARCHWIZARD
    // binary:tostr() => its bytes as text in UTF-8
    return binary_to_str(this);
  endmethod

  method test_binary_proto owner: ARCHWIZARD
    $test:equal(b"SGk=":length(), 2);
    $test:equal(b"SGk=":tostr(), "Hi");
    $test:equal(b"SGk=":type(), "BINARY");
  endmethod
endobject
