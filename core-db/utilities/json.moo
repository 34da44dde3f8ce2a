object JSON [
  import_export_id -> "json",
  import_export_hierarchy -> {"utilities"}
]
  name: "JSON utilities"
  parent: GENERIC_UTILS
  owner: HACKER
  readable: true

  override aliases = {"json"};
  override description = "Verbs for JSON, the text form in which other programs exchange values.";

  method "encode generate" owner: HACKER
    // :encode(value) => the value as JSON: maps become objects, lists arrays
    return generate_json(@args);
  endmethod

  method "decode parse" owner: HACKER
    // :decode(text) => the value that a JSON text means; E_INVARG if it is none
    return parse_json(@args);
  endmethod

  method try_decode owner: HACKER
    // :try_decode(text) => {true, value}, or {false, what is wrong}
    try
      return {true, parse_json(args[1])};
    except e (ANY)
      return {false, e[2]};
    endtry
  endmethod

  method pretty owner: HACKER
    // :pretty(value [, indent]) => the value as JSON on several lines, a list
    {value, ?indent = ""} = args;
    deeper = indent + "  ";
    if (typeof(value) == MAP && value)
      lines = {indent + "{"};
      count = 0;
      for item, key in (value)
        count = count + 1;
        inner = this:pretty(item, deeper);
        inner[1] = tostr(deeper, generate_json(tostr(key)), ": ", inner[1][length(deeper) + 1..$]);
        inner[$] = inner[$] + (count < length(value) ? "," | "");
        lines = {@lines, @inner};
      endfor
      return {@lines, indent + "}"};
    elseif (typeof(value) == LIST && value)
      lines = {indent + "["};
      for item, i in (value)
        inner = this:pretty(item, deeper);
        inner[$] = inner[$] + (i < length(value) ? "," | "");
        lines = {@lines, @inner};
      endfor
      return {@lines, indent + "]"};
    endif
    return {indent + generate_json(value)};
  endmethod

  method get owner: HACKER
    // :get(value, "path.to[2].it" [, default]) => what lies there in a value made of maps and lists, or the default, 0 if not said
    {value, path, ?default = 0} = args;
    for step in (explode(strsub(strsub(path, "[", "."), "]", ""), "."))
      try
        value = typeof(value) == LIST ? value[toint(step)] | value[step];
      except (E_RANGE, E_TYPE)
        return default;
      endtry
    endfor
    return value;
  endmethod

  method test_json owner: HACKER
    value = ["list" -> {1, ["x" -> "y"]}, "name" -> "Ann"];
    $test:equal(this:decode(this:encode(value)), value);
    $test:equal(this:try_decode("{")[1], false);
    $test:equal(this:try_decode("[1]"), {true, {1}});
    $test:equal(this:decode($string_utils:from_list(this:pretty(value), "\n")), value);
    $test:equal(this:pretty({1, 2}), {"[", "  1,", "  2", "]"});
    $test:equal(this:pretty(["a" -> {1}]), {"{", "  \"a\": [", "    1", "  ]", "}"});
    $test:equal(this:pretty({}), {"[]"});
    $test:equal(this:get(value, "list[2].x"), "y");
    $test:equal(this:get(value, "list.1"), 1);
    $test:equal(this:get(value, "nothing.here", E_NONE), E_NONE);
    $test:equal(this:get(value, "list[9]"), 0);
  endmethod
endobject
