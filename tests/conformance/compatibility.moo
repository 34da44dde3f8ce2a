// What old programs lean on, word for word. LambdaMOO Programmer's Manual; ToastStunt manual where it goes further.

// Floats print with up to fifteen digits, and always look like floats
{tostr(1.0), tostr(-2.5), tostr(100000.0), tostr(1.0e15), tostr(1.0e-5), tostr(123456789.125), tostr(1.0 / 3.0)}
  => {"1.0", "-2.5", "100000.0", "1e+15", "1e-05", "123456789.125", "0.333333333333333"}
{0.1 + 0.2, 1.0e100, 1.5e-7}
  => {0.3, 1e+100, 1.5e-07}
toliteral({1.0, 2.5})
  => "{1.0, 2.5}"
{floatstr(1.5, 3), floatstr(1.5, 0), floatstr(12345.678, 2, 1)}
  => {"1.500", "2", "1.23e+04"}

// The words of errors
{tostr(E_NONE), tostr(E_TYPE), tostr(E_DIV), tostr(E_PERM), tostr(E_PROPNF), tostr(E_VERBNF), tostr(E_VARNF), tostr(E_INVIND)}
  => {"No error", "Type mismatch", "Division by zero", "Permission denied", "Property not found", "Verb not found", "Variable not found", "Invalid indirection"}
{tostr(E_RECMOVE), tostr(E_MAXREC), tostr(E_RANGE), tostr(E_ARGS), tostr(E_NACC), tostr(E_INVARG), tostr(E_QUOTA), tostr(E_FLOAT)}
  => {"Recursive move", "Too many verb calls", "Range error", "Incorrect number of arguments", "Move refused by destination", "Invalid argument", "Resource limit exceeded", "Floating-point arithmetic error"}
{tostr(E_FILE), tostr(E_EXEC), tostr(E_INTRPT)}
  => {"File system error", "Exec error", "Interrupted"}
{toint(E_NONE), toint(E_TYPE), toint(E_PERM), toint(E_FLOAT), toint(E_FILE)}
  => {0, 1, 3, 15, 16}

// Conversions, as the manual gives them
{tostr(17), tostr(1.0/3.0), tostr(#17), tostr("foo"), tostr({1, 2}), tostr(E_PERM), tostr("3 + 4 = ", 3 + 4)}
  => {"17", "0.333333333333333", "#17", "foo", "{list}", "Permission denied", "3 + 4 = 7"}
{toliteral(17), toliteral(#17), toliteral("foo"), toliteral({1, 2}), toliteral(E_PERM), toliteral("a\"b\\c")}
  => {"17", "#17", "\"foo\"", "{1, 2}", "E_PERM", "\"a\\\"b\\\\c\""}
{toint(34.7), toint(-34.7), toint(#34), toint("34"), toint("34.7"), toint(" -34  "), toint(E_TYPE), toint("foo")}
  => {34, -34, 34, 34, 34, -34, 1, 0}
{toobj("34"), toobj("#34"), toobj("foo"), toobj(34)}
  => {#34, #34, #0, #34}
toobj({1, 2})
  !> E_TYPE
{tofloat(34), tofloat(#34), tofloat("34"), tofloat("34.7"), tofloat(E_TYPE)}
  => {34.0, 34.0, 34.0, 34.7, 1.0}
{tonum("5"), typeof(tonum(5.5)) == INT}
  => {5, 1}

// Equality and order
{"Foo" == "foo", "Foo" == "Bar", #1 != #2, 1 == 1.0, {1, "a"} == {1, "A"}, "a" in {"A"}, 3 in {1, 2}}
  => {1, 0, 1, 0, 1, 1, 0}
{equal("Foo", "foo"), is_member("a", {"A"}), is_member("a", {"A", "a"}), strcmp("a", "A") > 0}
  => {0, 0, 2, 1}
{"bar" < "Foo", #1 < #2, E_TYPE < E_PERM, 1.5 < 2.5, "" < "a"}
  => {1, 1, 1, 1, 1}
1 < 2.0
  !> E_TYPE

// Arithmetic
{5 / 2, -5 / 2, 5 % 3, -5 % 3, 5 % -3, 5.0 / 2.0, 2 ^ 10, 2 ^ -1, 2.0 ^ 3, 7.5 % 2.0}
  => {2, -2, 2, -2, 2, 2.5, 1024, 0, 8.0, 1.5}
1 + 1.0
  !> E_TYPE
"a" + 1
  !> E_TYPE

// Strings
{index("foobar", "o"), rindex("foobar", "o"), index("foobar", "x"), index("foobar", "oba"), index("Foobar", "foo", 1)}
  => {2, 3, 0, 3, 0}
{strsub("%n is a fink.", "%n", "Fred"), strsub("foobar", "OB", "b"), strsub("foobar", "OB", "b", 1)}
  => {"Fred is a fink.", "fobar", "foobar"}
strsub("foobar", "", "x")
  !> E_INVARG
{"foobar"[2], "foobar"[2..3], "foobar"[2..$], "foobar"[7..6], "foobar"[3..2]}
  => {"o", "oo", "oobar", "", ""}
"foobar"[7]
  !> E_RANGE
"foobar"[7..7]
  !> E_RANGE

// Matching, as the manual gives it
match("foobar", "f%(o*%)b")
  => {1, 4, {{2, 3}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}}, "foobar"}
{match("foobar", "o*b")[1..2], rmatch("foobar", "o*b")[1..2], match("foobar", "x"), match("foobar", "^f*o")[1..2]}
  => {{2, 4}, {4, 4}, {}, {1, 2}}
;;
subs = match("*** Welcome to LambdaMOO!!!", "%(%w*%) to %(%w*%)");
return substitute("I thank you for your %1 here in %2.", subs);
  => "I thank you for your Welcome here in LambdaMOO."
{match("foo.bar", "%.")[1], match("a+b", "%+")[1], match("x", "[^a-w]")[1], match("one two", "%<two%>")[1], match("aXb", "x")[1], match("aXb", "x", 1)}
  => {4, 2, 1, 5, 2, {}}
substitute("%3%%", {1, 2, {{1, 1}, {2, 2}, {1, 2}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}}, "ab"})
  => "ab%"
substitute("%x", match("a", "a"))
  !> E_INVARG
match("a", "%(")
  !> E_INVARG
match("a+b", "+")
  !> E_INVARG

// Lists
{setadd({1, 2, 3}, 3), setadd({1, 2, 3}, 4), setremove({1, 2, 3}, 3), setremove({1, 2, 3, 2}, 2), setremove({1, 2, 3}, 4)}
  => {{1, 2, 3}, {1, 2, 3, 4}, {1, 2}, {1, 3, 2}, {1, 2, 3}}
{listappend({1, 2}, 3), listappend({1, 2}, 3, 1), listinsert({1, 2}, 3), listinsert({1, 2}, 3, 2), listdelete({"foo", "bar"}, 1), listset({"foo", "bar"}, "mumble", 2)}
  => {{1, 2, 3}, {1, 3, 2}, {3, 1, 2}, {1, 3, 2}, {"bar"}, {"foo", "mumble"}}
;;
l = {1, 2, 3};
l[2..1] = {9};
l[5..4] = {7};
return l;
  => {1, 9, 2, 3, 7}
;;
{a, ?b = 5, @c} = {1};
{?x, y} = {2};
return {a, b, c, y, `x ! E_VARNF => "unset"'};
  => {1, 5, {}, 2, "unset"}
;;
{a, b} = {1};
  !> E_ARGS

// Who called whom
;;
o = create(#1);
for v in ({"outer", "inner"})
  add_verb(o, {player, "xd", v}, {"this", "none", "this"});
endfor
set_verb_code(o, "outer", {"return this:inner();"});
set_verb_code(o, "inner", {"return {callers()[1], callers(1)[1], caller == this, verb, length(callers())};"});
r = o:outer();
return {r[1] == {o, "outer", player, o, player}, r[2] == {o, "outer", player, o, player, 1}, r[3..4]};
  => {1, 1, {1, "inner"}}
;;
fork t (100)
  1;
endfork
suspend(0);
for q in (queued_tasks())
  if (q[1] == t)
    kill_task(t);
    return {length(q), typeof(q[2]) == INT, q[3], q[5] == player, typeof(q[6]) == OBJ, typeof(q[7]) == STR, typeof(q[8]) == INT};
  endif
endfor
  => {10, 1, 0, 1, 1, 1, 1}
;;
o = create(#1);
add_verb(o, {player, "xd", "sleep"}, {"this", "none", "this"});
set_verb_code(o, "sleep", {"", "suspend(100);"});
fork t (0)
  o:sleep();
endfork
suspend(0.1);
s = task_stack(t);
l = task_stack(t, 1);
kill_task(t);
return {s[1] == {o, "sleep", player, o, player}, l[1][6], length(s)};
  => {1, 2, 2}
;;
try
  raise(E_PERM, "the words", {1, 2});
except e (E_PERM)
  return {e[1], e[2], e[3], length(e), typeof(e[4]) == LIST};
endtry
  => {E_PERM, "the words", {1, 2}, 4, 1}
;;
try
  #1:nosuch();
except e (ANY)
  return e[1..3];
endtry
  => {E_VERBNF, "Verb not found", 0}

// Verbs and their programs
;;
o = create(#1);
add_verb(o, {player, "rxd", "get take"}, {"any", "out of", "this"});
return {verb_info(o, "take") == {player, "rxd", "get take"}, verb_args(o, 1), verbs(o)};
  => {1, {"any", "out of/from inside/from", "this"}, {"get take"}}
;;
o = create(#1);
add_verb(o, {player, "rxd", "v"}, {"this", "none", "this"});
e = set_verb_code(o, "v", {"x = 1", "y = ;"});
return {length(e) > 1, e[1][1..7]};
  => {1, "Line 1:"}
;;
o = create(#1);
add_verb(o, {player, "rxd", "foo*bar"}, {"this", "none", "this"});
set_verb_code(o, 1, {"return verb;"});
return {o:foo(), o:foob(), o:FooBar(), `o:fo() ! E_VERBNF', `o:foobarx() ! E_VERBNF'};
  => {"foo", "foob", "FooBar", E_VERBNF, E_VERBNF}
;;
o = create(#1);
add_verb(o, {player, "rxd", "foo*"}, {"this", "none", "this"});
set_verb_code(o, 1, {"return verb;"});
return {o:foo(), o:foobar(), `o:fo() ! E_VERBNF'};
  => {"foo", "foobar", E_VERBNF}
eval("return 1 +;")[1]
  => 0
eval("return {1, 2};")
  => {1, {1, 2}}
eval("1;")
  => {1, 0}

// Objects
;;
o = create(#1);
return {o.name, o.owner == player, o.location, o.contents, o.programmer, o.wizard, o.r, o.w, o.f};
  => {"", 1, #-1, {}, 0, 0, 0, 0, 0}
;;
a = create(#1);
b = create(#1);
move(a, b);
return {a.location == b, b.contents == {a}, `move(b, a) ! E_RECMOVE => "inside"'};
  => {1, 1, "inside"}
{valid(#0), valid(#-1), valid(#99999), #-1 == #-1}
  => {1, 0, 0, 1}
{typeof(1), typeof(#1), typeof("1"), typeof(E_PERM), typeof({1}), typeof(1.0)}
  => {0, 1, 2, 3, 4, 9}
{INT, NUM, OBJ, STR, ERR, LIST, FLOAT, MAP}
  => {0, 0, 1, 2, 3, 4, 9, 10}

// Hashes
{string_hash("abc", "md5"), binary_hash("abc", "md5"), string_hash("abc", "sha1")}
  => {"900150983CD24FB0D6963F7D28E17F72", "900150983CD24FB0D6963F7D28E17F72", "A9993E364706816ABA3E25717850C26C9CD0D89D"}
{crypt("foobar", "J3"), crypt("foobar", "J3") == crypt("foobar", crypt("foobar", "J3")), typeof(crypt("foobar")) == STR}
  => {"J3fSFQfgkp26w", 1, 1}
