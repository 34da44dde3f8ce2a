object MAP_PROTO [
  import_export_id -> "map_proto",
  import_export_hierarchy -> {"types"}
]
  name: "map prototype"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  override aliases = {"map_proto"};
  override description = "What maps can be asked: `[1 -> 2]:keys()' calls this object's verb keys with the map as `this'.";

  method "toliteral literal" owner: ARCHWIZARD
    // value:toliteral() => the value as it is written in a program
    return toliteral(this);
  endmethod

  method type owner: ARCHWIZARD
    // value:type() => the name of its kind: "STR", "LIST", …
    return $code_utils:type_str(this);
  endmethod

  method "length mapkeys mapvalues maphaskey mapdelete generate_json" owner: ARCHWIZARD
    // map:length(), map:mapdelete(key), … => the built-in function of that name
    set_task_perms(caller_perms());
    return call_function(verb, this, @args);
  endmethod

  method "get keys values to_pairs to_alist merge union pick omit map filter invert key_of sorted_by_value" owner: ARCHWIZARD
    // map:get(key, default), map:merge(map), … => the verb of that name in $map_utils
    set_task_perms(caller_perms());
    return $map_utils:(verb)(this, @args);
  endmethod

  method has owner: ARCHWIZARD
    // map:has(key) => whether there is a value at the key
    return maphaskey(this, args[1]);
  endmethod

  method delete owner: ARCHWIZARD
    // map:delete(key) => the map without the key; the same map if it has none
    return $map_utils:omit(this, {args[1]});
  endmethod

  method set owner: ARCHWIZARD
    // map:set(key, value) => the map with the value at the key
    {key, value} = args;
    map = this;
    map[key] = value;
    return map;
  endmethod

  method test_map_proto owner: ARCHWIZARD
    $test:equal(["a" -> 1]:keys(), {"a"});
    $test:equal(["a" -> 1]:values(), {1});
    $test:equal(["a" -> 1]:get("b", 5), 5);
    $test:equal(["a" -> 1]:set("b", 2), ["a" -> 1, "b" -> 2]);
    $test:equal(["a" -> 1]:merge(["b" -> 2]), ["a" -> 1, "b" -> 2]);
    $test:equal(["a" -> 1]:delete("a"), []);
    $test:equal(["a" -> 1]:delete("x"), ["a" -> 1]);
    $test:true(["a" -> 1]:has("A"));
    $test:equal(["a" -> 1]:map({v, k} => v + 1), ["a" -> 2]);
    $test:equal(["a" -> 1]:length(), 1);
  endmethod
endobject
