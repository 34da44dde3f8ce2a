// JSON. ToastStunt manual and test suite; mooR for symbols; our own rules for text (README of differences).

// generate_json
generate_json([])
  => "{}"
generate_json({})
  => "[]"
generate_json(1)
  => "1"
generate_json(-9223372036854775808)
  => "-9223372036854775808"
generate_json(1.1)
  => "1.1"
generate_json(5.0)
  => "5.0"
generate_json("1.2")
  => "\"1.2\""
generate_json(#13)
  => "\"#13\""
generate_json(E_PERM)
  => "\"E_PERM\""
generate_json(true)
  => "true"
generate_json('name)
  => "\"name\""
generate_json(["foo" -> "bar"])
  => "{\"foo\":\"bar\"}"
generate_json(["foo" -> "bar"], "common-subset")
  => "{\"foo\":\"bar\"}"
generate_json(["foo" -> "bar"], "embedded-types")
  => "{\"foo\":\"bar\"}"
generate_json(["foo" -> 1.1], "embedded-types")
  => "{\"foo\":1.1}"
generate_json(["foo" -> #1])
  => "{\"foo\":\"#1\"}"
generate_json(["foo" -> #1], "embedded-types")
  => "{\"foo\":\"#1|obj\"}"
generate_json(["foo" -> E_PERM], "embedded-types")
  => "{\"foo\":\"E_PERM|err\"}"
generate_json([1 -> 2])
  => "{\"1\":2}"
generate_json([1 -> 2], "embedded-types")
  => "{\"1|int\":2}"
generate_json([#1 -> 2], "embedded-types")
  => "{\"#1|obj\":2}"
generate_json({1, 1.1, "1.2", #13, E_ARGS, {2, 2.2, #-1, "foo"}, [E_PERM -> E_PERM]})
  => "[1,1.1,\"1.2\",\"#13\",\"E_ARGS\",[2,2.2,\"#-1\",\"foo\"],{\"E_PERM\":\"E_PERM\"}]"
generate_json([11 -> 11, 33.3 -> 33.3, #13 -> {1, E_QUOTA}, "foo" -> "bar"])
  => "{\"11\":11,\"#13\":[1,\"E_QUOTA\"],\"33.3\":33.3,\"foo\":\"bar\"}"
generate_json([11 -> 11, 33.3 -> 33.3, #13 -> {1, E_QUOTA}, "foo" -> "bar"], "embedded-types")
  => "{\"11|int\":11,\"#13|obj\":[1,\"E_QUOTA|err\"],\"33.3|float\":33.3,\"foo\":\"bar\"}"
generate_json("ends with|int", "embedded-types")
  => "\"ends with|int|str\""
generate_json("ends with|int")
  => "\"ends with|int\""
generate_json(1, "foo-bar")
  !> E_INVARG
generate_json(1, 1)
  !> E_TYPE
generate_json(1, {})
  !> E_TYPE
generate_json({x} => x)
  !> E_INVARG
generate_json()
  !> E_ARGS

// Escapes
generate_json("bar\"baz")
  => "\"bar\\\"baz\""
generate_json("bar\\baz")
  => "\"bar\\\\baz\""
generate_json("bar/baz")
  => "\"bar/baz\""
generate_json("a\tb\nc\rd")
  => "\"a\\tb\\nc\\rd\""
generate_json("\x08\x0C\x1B")
  => "\"\\b\\f\\u001B\""
generate_json("é日🐄")
  => "\"é日🐄\""

// parse_json
parse_json("{}")
  => []
parse_json("[]")
  => {}
parse_json("1")
  => 1
parse_json("-17")
  => -17
parse_json("1.1")
  => 1.1
parse_json("1.0")
  => 1.0
parse_json("1e3")
  => 1000.0
parse_json("1E-2")
  => 0.01
parse_json("\"1.2\"")
  => "1.2"
parse_json("true")
  => true
parse_json("false")
  => false
parse_json("null")
  => E_NONE
parse_json(" [ 1 , 2 ] ")
  => {1, 2}
parse_json("{\"foo\":\"bar\"}")
  => ["foo" -> "bar"]
parse_json("{\"foo\":\"#1\"}")
  => ["foo" -> "#1"]
parse_json("{\"foo\":\"#1|obj\"}", "embedded-types")
  => ["foo" -> #1]
parse_json("{\"foo\":\"E_PERM|err\"}", "embedded-types")
  => ["foo" -> E_PERM]
parse_json("{\"foo\":\"#1|obj\"}")
  => ["foo" -> "#1|obj"]
parse_json("{\"1\":2}")
  => ["1" -> 2]
parse_json("{\"1|int\":2}", "embedded-types")
  => [1 -> 2]
parse_json("{\"#1|obj\":2}", "embedded-types")
  => [#1 -> 2]
parse_json("[1, 1.1, \"1.2\", \"#13\", [2, 2.2, \"foo\"], {\"1\": \"1\"}]")
  => {1, 1.1, "1.2", "#13", {2, 2.2, "foo"}, ["1" -> "1"]}
parse_json("[\"1|int\", \"1.1|float\", \"1.2|str\", \"#13|obj\", \"E_PERM|err\"]", "EMBEDDED-TYPES")
  => {1, 1.1, "1.2", #13, E_PERM}
parse_json("[\"\", \"|\", \"|x\", \"|in\", \"|intx\"]", "embedded-types")
  => {"", "|", "|x", "|in", "|intx"}
parse_json("[\"|int\", \"|str\", \"|obj\", \"|err\"]", "embedded-types")
  => {0, "", #0, E_NONE}
parse_json("[\"12abc|int\", \"-7|int\", \"x|int\"]", "embedded-types")
  => {12, -7, 0}

// Numbers beyond 64 bits become floats
parse_json("9223372036854775807")
  => 9223372036854775807
parse_json("9223372036854775808")
  => 9.22337203685478e+18
parse_json("-9223372036854775808")
  => -9223372036854775808
parse_json("-9223372036854775809")
  => -9.22337203685478e+18
parse_json("123456789012345678901234567890")
  => 1.23456789012346e+29
parse_json("1e400")
  !> E_INVARG

// Of equal keys the last counts
parse_json("{\"a\": 1, \"b\": 2, \"a\": 3}")
  => ["a" -> 3, "b" -> 2]

// Escapes
parse_json("\"a\\\"b\\\\c\\/d\\te\\nf\"")
  => "a\"b\\c/d\te\nf"
parse_json("\"\\u0041\\u00e9\\ud83d\\udc04\"")
  => "Aé🐄"
length(parse_json("\"\\ud800x\""))
  => 2
parse_json("\"é日🐄\"")
  => "é日🐄"

// What is no JSON
parse_json("")
  !> E_INVARG
parse_json("#13")
  !> E_INVARG
parse_json("E_PERM")
  !> E_INVARG
parse_json("[1, blah]")
  !> E_INVARG
parse_json("{11: 11}")
  !> E_INVARG
parse_json("[")
  !> E_INVARG
parse_json("{")
  !> E_INVARG
parse_json("[{[{[")
  !> E_INVARG
parse_json("\"")
  !> E_INVARG
parse_json("[12abc]")
  !> E_INVARG
parse_json("12abc")
  !> E_INVARG
parse_json("1..2")
  !> E_INVARG
parse_json("01")
  !> E_INVARG
parse_json("-")
  !> E_INVARG
parse_json("1.")
  !> E_INVARG
parse_json(".5")
  !> E_INVARG
parse_json("1e")
  !> E_INVARG
parse_json("[1,]")
  !> E_INVARG
parse_json("{\"a\":1,}")
  !> E_INVARG
parse_json("{\"a\"}")
  !> E_INVARG
parse_json("[1 2]")
  !> E_INVARG
parse_json("[1] 2")
  !> E_INVARG
parse_json("tru")
  !> E_INVARG
parse_json("\"\\x\"")
  !> E_INVARG
parse_json("\"\\u12\"")
  !> E_INVARG
parse_json("\"a\nb\"")
  !> E_INVARG
parse_json("[1]", "foo-bar")
  !> E_INVARG
parse_json(1)
  !> E_TYPE
parse_json({})
  !> E_TYPE
parse_json()
  !> E_ARGS

// There and back
;;
values = {1, -1.5, "", "q\"\\/", "~0A", "line\nend", "日本🐄", {}, [], {{{}}}, ["a" -> {1, ["b" -> 2]}], true, false};
for v in (values)
  if (!equal(parse_json(generate_json(v)), v)) return v; endif
endfor
return "all";
  => "all"
;;
values = {#1, E_PERM, 'sym, b"AQID", "x|int", "|str", [1 -> #2, #3 -> 'x, 1.5 -> E_NONE, true -> false], 0.1, 1e300};
for v in (values)
  if (!equal(parse_json(generate_json(v, "embedded-types"), "embedded-types"), v)) return v; endif
endfor
return "all";
  => "all"
;;
// Deep nesting is bounded
s = "";
for i in [1..12]
  s = s ? s + s | "[";
endfor
return parse_json(s);
  !> E_INVARG
