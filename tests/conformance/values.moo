// Values: kinds, literals, truth, equality, order.
// LambdaMOO Programmer's Manual, "MOO Value Types" and "Values as True and False"; ToastStunt manual; mooR "MOO value types".

// Kinds and their numbers
typeof(17)
  => 0
typeof(#17)
  => 1
typeof("seventeen")
  => 2
typeof(E_PERM)
  => 3
typeof({17})
  => 4
typeof(17.0)
  => 9
typeof(["k" -> 17])
  => 10
typeof(true)
  => 14
typeof(<#1>)
  => 15
typeof('seventeen)
  => 16
typeof(b"SGk=")
  => 17
typeof({x} => x)
  => 18
{INT, NUM, OBJ, STR, ERR, LIST, FLOAT, MAP, ANON, WAIF, BOOL}
  => {0, 0, 1, 2, 3, 4, 9, 10, 12, 13, 14}
{TYPE_INT, TYPE_NUM, TYPE_OBJ, TYPE_STR, TYPE_ERR, TYPE_LIST, TYPE_FLOAT, TYPE_MAP, TYPE_BOOL, TYPE_FLYWEIGHT, TYPE_SYM}
  => {0, 0, 1, 2, 3, 4, 9, 10, 14, 15, 16}
;;
// The names of kinds are variables that start out with these values.
INT = "changed";
return {INT, int};
  => {"changed", "changed"}

// Integers
MAXINT
  => 9223372036854775807
MININT
  => -9223372036854775808
-9223372036854775808
  => -9223372036854775808
007
  => 7
1_000_000
  => 1000000

// Floats look like floats
3.0
  => 3.0
.5
  => 0.5
1e3
  => 1000.0
1.5e-3
  => 0.0015
1E+2
  => 100.0
1.0 / 3.0
  => 0.333333333333333
1e15
  => 1e+15
123456789012345.0
  => 123456789012345.0
0.0001
  => 0.0001
0.00001
  => 1e-05
-0.5
  => -0.5
{1.0, 10.0, 100.0}
  => {1.0, 10.0, 100.0}

// Strings
"say \"hi\""
  => "say \"hi\""
"back\\slash"
  => "back\\slash"
length("\n")
  => 1
"\x41\u00e9\u{1F404}"
  => "Aé🐄"
length("日本🐄")
  => 3
"un\known"
  => "unknown"
toliteral("a\tb\nc")
  => "\"a\\tb\\nc\""

// Objects
#17
  => #17
#-1
  => #-1
-#17
  !> E_TYPE
#0 == #0
  => 1

// Errors
E_NONE
  => E_NONE
{E_TYPE, E_DIV, E_PERM, E_PROPNF, E_VERBNF, E_VARNF, E_INVIND, E_RECMOVE, E_MAXREC, E_RANGE, E_ARGS, E_NACC, E_INVARG, E_QUOTA, E_FLOAT}
  => {E_TYPE, E_DIV, E_PERM, E_PROPNF, E_VERBNF, E_VARNF, E_INVIND, E_RECMOVE, E_MAXREC, E_RANGE, E_ARGS, E_NACC, E_INVARG, E_QUOTA, E_FLOAT}
{E_FILE, E_EXEC, E_INTRPT}
  => {E_FILE, E_EXEC, E_INTRPT}
{tostr(E_NONE), tostr(E_TYPE), tostr(E_DIV), tostr(E_PERM), tostr(E_PROPNF), tostr(E_VERBNF)}
  => {"No error", "Type mismatch", "Division by zero", "Permission denied", "Property not found", "Verb not found"}
{tostr(E_VARNF), tostr(E_INVIND), tostr(E_RECMOVE), tostr(E_MAXREC), tostr(E_RANGE), tostr(E_ARGS)}
  => {"Variable not found", "Invalid indirection", "Recursive move", "Too many verb calls", "Range error", "Incorrect number of arguments"}
{tostr(E_NACC), tostr(E_INVARG), tostr(E_QUOTA), tostr(E_FLOAT)}
  => {"Move refused by destination", "Invalid argument", "Resource limit exceeded", "Floating-point arithmetic error"}
e_perm
  => E_PERM
E_DIV == E_TYPE
  => 0
E_DIV > E_TYPE
  => 1
E_OF_MY_OWN
  => E_OF_MY_OWN
E_PERM("no entry")
  => E_PERM("no entry")
E_PERM("no entry") == E_PERM
  => 1

// tostr and toliteral
tostr(17)
  => "17"
tostr(1.0 / 3.0)
  => "0.333333333333333"
tostr(#17)
  => "#17"
tostr("foo")
  => "foo"
tostr({1, 2})
  => "{list}"
tostr([1 -> 2])
  => "[map]"
tostr(E_PERM)
  => "Permission denied"
tostr("3 + 4 = ", 3 + 4)
  => "3 + 4 = 7"
tostr()
  => ""
tostr(true, false)
  => "truefalse"
tostr('name)
  => "name"
toliteral(17)
  => "17"
toliteral(1.0 / 3.0)
  => "0.333333333333333"
toliteral(#17)
  => "#17"
toliteral("foo")
  => "\"foo\""
toliteral({1, 2})
  => "{1, 2}"
toliteral([1 -> {2, "x"}])
  => "[1 -> {2, \"x\"}]"
toliteral(E_PERM)
  => "E_PERM"
toliteral({})
  => "{}"
toliteral([])
  => "[]"

// Truth
{!!1, !!-1, !!0}
  => {1, 1, 0}
{!!0.1, !!0.0, !!-0.0}
  => {1, 0, 0}
{!!"a", !!"", !!" "}
  => {1, 0, 1}
{!!{0}, !!{}}
  => {1, 0}
{!![0 -> 0], !![]}
  => {1, 0}
{!!#0, !!#1, !!#-1}
  => {0, 0, 0}
{!!E_NONE, !!E_PERM}
  => {0, 0}
{!!true, !!false}
  => {1, 0}

// Equality ignores case; kinds never mix, except that true is 1 and false is 0
"foo" == "Foo"
  => 1
equal("foo", "Foo")
  => 0
{1, #34, "foo"} == {1, #34, "FoO"}
  => 1
equal({1, #34, "foo"}, {1, #34, "FoO"})
  => 0
3 == 3.0
  => 0
3 != "foo"
  => 1
#34 != #34
  => 0
1 == #1
  => 0
0 == E_NONE
  => 0
"" == {}
  => 0
{} == []
  => 0
0.0 == -0.0
  => 1
{{1, {2}}, "x"} == {{1, {2}}, "X"}
  => 1
{1, 2} == {2, 1}
  => 0
"é" == "É"
  => 1

// Order
3 < 4
  => 1
3 < 4.0
  !> E_TYPE
#34 >= #32
  => 1
"foo" <= "Boo"
  => 0
"abc" < "ABD"
  => 1
"_" < "a"
  => 1
"" < "a"
  => 1
-1.5 < 0.0
  => 1
{1} < {2}
  !> E_TYPE
[1 -> 2] < [1 -> 3]
  !> E_TYPE
1 < "1"
  !> E_TYPE
#1 < 2
  !> E_TYPE

// length
length("foo")
  => 3
length("")
  => 0
length({1, {2, 3}})
  => 2
length([1 -> 2, 3 -> 4])
  => 2
length(12)
  !> E_TYPE
length(#1)
  !> E_TYPE
length()
  !> E_ARGS
length({}, {})
  !> E_ARGS
