// Maps, and the functions on them. ToastStunt manual, and its test suite.

// Literals and their order: integers, objects, floats, errors, strings
[]
  => []
[1 -> 2]
  => [1 -> 2]
["b" -> 1, "a" -> 2]
  => ["a" -> 2, "b" -> 1]
["2" -> [], #-1 -> #-1, 3.14 -> 3.14, E_PERM -> 1, 5 -> 5, "1" -> {}]
  => [5 -> 5, #-1 -> #-1, 3.14 -> 3.14, E_PERM -> 1, "1" -> {}, "2" -> []]
[1 -> 1, 1 -> 2]
  => [1 -> 2]
[#1 -> ["a" -> {}, "b" -> {}], #2 -> [E_ARGS -> [1.0 -> []]]]
  => [#1 -> ["a" -> {}, "b" -> {}], #2 -> [E_ARGS -> [1.0 -> []]]]
[1 + 1 -> 2 * 2]
  => [2 -> 4]
[10 -> 1, 9 -> 2, -1 -> 3]
  => [-1 -> 3, 9 -> 2, 10 -> 1]
[{} -> 1]
  !> E_TYPE
[[] -> 1]
  !> E_TYPE
[{1, 2} -> 1]
  !> E_TYPE
;;
x = [3 -> 3, 1 -> 1, 4 -> 4, 5 -> 5, 9 -> 9, 2 -> 2];
x["a"] = "a";
x[6] = 6;
return {mapkeys(x), mapvalues(x)};
  => {{1, 2, 3, 4, 5, 6, 9, "a"}, {1, 2, 3, 4, 5, 6, 9, "a"}}

// Equality
[1 -> 2] == [1 -> 2]
  => 1
[1 -> 2] == [2 -> 1]
  => 0
[1 -> 2, 3 -> 4] == [3 -> 4, 1 -> 2]
  => 1
[1 -> [2 -> 3]] == [1 -> [2 -> 4]]
  => 0
["foo" -> "bar"] == ["FOO" -> "BAR"]
  => 1
equal(["foo" -> "bar"], ["FOO" -> "BAR"])
  => 0
equal([1 -> 2, 3 -> 4], [3 -> 4, 1 -> 2])
  => 1
1 == 1.0 || [1 -> 1] == [1.0 -> 1]
  => 0

// Looking up
["Foo" -> 1]["foo"]
  => 1
[1.0 -> "x"][1]
  !> E_RANGE
[1 -> "x"][1.0]
  !> E_RANGE
[E_PERM -> "x"][E_PERM]
  => "x"
[#1 -> "x"][#1]
  => "x"

// mapkeys
mapkeys([])
  => {}
mapkeys(["foo" -> 1, "bar" -> 2, "baz" -> 3])
  => {"bar", "baz", "foo"}
mapkeys({})
  !> E_TYPE
mapkeys()
  !> E_ARGS

// mapvalues
mapvalues([])
  => {}
mapvalues(["foo" -> 1, "bar" -> 2, "baz" -> 3])
  => {2, 3, 1}
mapvalues(["foo" -> 1, "bar" -> 2, "baz" -> 3], "foo", "baz")
  => {1, 3}
mapvalues(["foo" -> 1], "foo", "foo")
  => {1, 1}
mapvalues(["foo" -> 1], "nosuch")
  !> E_RANGE
mapvalues(["foo" -> 1], "FOO")
  !> E_RANGE
mapvalues([1 -> "x"], 1)
  => {"x"}
mapvalues({1})
  !> E_TYPE

// mapdelete
mapdelete(["foo" -> 1, "bar" -> 2, "baz" -> 3], "bar")
  => ["baz" -> 3, "foo" -> 1]
mapdelete(["foo" -> 1], "FOO")
  => []
mapdelete([E_NONE -> 1, E_TYPE -> 2], E_TYPE)
  => [E_NONE -> 1]
mapdelete([], E_ARGS)
  !> E_RANGE
mapdelete([1 -> 2], 3)
  !> E_RANGE
mapdelete([1 -> 2], {})
  !> E_TYPE
mapdelete([1 -> 2], [])
  !> E_TYPE
mapdelete([1 -> 2])
  !> E_ARGS
;;
m = ["a" -> 1, "b" -> 2];
n = mapdelete(m, "a");
return {m, n};
  => {["a" -> 1, "b" -> 2], ["b" -> 2]}

// maphaskey
maphaskey(["foo" -> 1], "foo")
  => 1
maphaskey(["foo" -> 1], "bar")
  => 0
maphaskey(["foo" -> 1], "FOO")
  => 1
maphaskey(["foo" -> 1], "FOO", 1)
  => 0
maphaskey(["foo" -> 1], "foo", 1)
  => 1
maphaskey([], 1)
  => 0
maphaskey([1 -> 1], 1.0)
  => 0
maphaskey([1 -> 1], {})
  !> E_TYPE
maphaskey({1}, 1)
  !> E_TYPE

// is_member and in look at the values
is_member("5", ["3" -> "3", "1" -> "1", "5" -> "5"])
  => 3
is_member(5, ["5" -> "5"])
  => 0
is_member("bar", ["FOO" -> "BAR"])
  => 0
"bar" in ["FOO" -> "BAR"]
  => 1
is_member("bar", ["FOO" -> "BAR"], 0)
  => 1

// Large maps
;;
m = [];
for i in [1..2000]
  m[i * 7 % 2003] = i;
endfor
sum = 0;
for v in (m)
  sum = sum + v;
endfor
return {length(m), sum, mapkeys(m)[1..3], m[14]};
  => {2000, 2001000, {1, 2, 3}, 2}
;;
m = [];
for i in [1..500] m[i] = i; endfor
for i in [1..500] if (i % 3) m = mapdelete(m, i); endif endfor
return {length(m), m[^], m[$]};
  => {166, 3, 498}
