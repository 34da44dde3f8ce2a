// Assignments to elements and ranges.
// LambdaMOO Programmer's Manual, "Replacing an Element of a List or String", "Replacing a Subsequence"; ToastStunt manual, and its test suite.

;;
l = {1, 2, 3};
l[5] = 3;
  !> E_RANGE
;;
l = {1, 2, 3};
l["first"] = 4;
  !> E_TYPE
;;
s = "foobar";
s[3] = "baz";
  !> E_INVARG
;;
s = "foobar";
s[3] = "";
  !> E_INVARG
;;
l = {1, 2, 3};
return {l[2] = l[2] + 3, l};
  => {5, {1, 5, 3}}
;;
l = {1, 5, 3};
return {l[2] = "foo", l};
  => {"foo", {1, "foo", 3}}
;;
s = "foobar";
return {s[2] = "u", s};
  => {"u", "fuobar"}
;;
s = "fuobar";
return {s[$] = "z", s};
  => {"z", "fuobaz"}
;;
s = "abc";
s[1] = 1;
  !> E_TYPE
;;
m = ["foo" -> "bar"];
m["foo"] = "baz";
m[1] = 2;
return m;
  => [1 -> 2, "foo" -> "baz"]
;;
m = ["a" -> 1, "b" -> 2];
m[^] = "first";
m[$] = "last";
return m;
  => ["a" -> "first", "b" -> "last"]
;;
t = ["a" -> 1, "b" -> 2, "c" -> 3];
t[^ + "*"] = "foobar";
return t;
  => ["a" -> 1, "a*" -> "foobar", "b" -> 2, "c" -> 3]
;;
x = 5;
x[1] = 2;
  !> E_TYPE
;;
nosuch[1] = 2;
  !> E_VARNF
;;
x = [];
x[{}] = 1;
  !> E_TYPE
;;
x = [];
x[[1 -> 2]] = 1;
  !> E_TYPE

// Nested
;;
l = {{1, 2, 3}, {4, 5, 6}, "foo", ["bar" -> "baz"]};
l[7] = 4;
  !> E_RANGE
;;
l = {{1, 2, 3}, {4, 5, 6}, "foo", ["bar" -> "baz"]};
l[1][8] = 35;
  !> E_RANGE
;;
l = {{1, 2, 3}, {4, 5, 6}, "foo", ["bar" -> "baz"]};
l[3][2] = 7;
  !> E_TYPE
;;
l = {{1, 2, 3}, {4, 5, 6}, "foo", ["bar" -> "baz"]};
l[1][1][1] = 3;
  !> E_TYPE
;;
l = {{1, 2, 3}, {4, 5, 6}, "foo", ["bar" -> "baz"]};
return {l[2][2] = -l[2][2], l};
  => {-5, {{1, 2, 3}, {4, -5, 6}, "foo", ["bar" -> "baz"]}}
;;
l = {{1, 2, 3}, {4, -5, 6}, "foo", ["bar" -> "baz"]};
l[2] = "bar";
l[2][$] = "z";
return l;
  => {{1, 2, 3}, "baz", "foo", ["bar" -> "baz"]}
;;
l = {{1, 2, 3}, "baz", "foo", ["bar" -> "baz"]};
return {l[$][^] = #3, l};
  => {#3, {{1, 2, 3}, "baz", "foo", ["bar" -> #3]}}
;;
x = {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}};
x[1][1] = "abc";
return x;
  => {{"abc", {3, 4}}, {{5, 6}, {7, 8}}}
;;
x = [1 -> [1 -> [1 -> 1]]];
x[1][1][1] = "deep";
x[1][2] = "new";
return x;
  => [1 -> [1 -> [1 -> "deep"], 2 -> "new"]]
;;
x = [];
x["a"]["b"] = 1;
  !> E_RANGE

// No value changes that somebody else holds
;;
x = {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}};
y = x;
x[1] = "abc";
return {x, y};
  => {{"abc", {{5, 6}, {7, 8}}}, {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}}}
;;
x = {{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}};
y = x[1];
x[1][1][1] = "abc";
return y;
  => {{1, 2}, {3, 4}}
;;
x = {{{{1, 2}, {3, 4}}}};
y = x[1][1][2];
x[1][1][1][1] = "abc";
y[2] = "foobar";
return {x, y};
  => {{{{{"abc", 2}, {3, 4}}}}, {3, "foobar"}}
;;
x = {1, 2, 3};
y = {@x};
x[1] = 10;
y[2] = 20;
z = listappend(x, 4);
x[3] = 30;
return {x, y, z};
  => {{10, 2, 30}, {1, 20, 3}, {10, 2, 3, 4}}
;;
x = {{{{{1}}}}};
y = x;
for i in [1..1000]
  x[1][1][1][1][1] = i;
endfor
return {x, y};
  => {{{{{{1000}}}}}, {{{{{1}}}}}}
;;
m = ["a" -> 1];
n = m;
m["a"] = 2;
return {m, n};
  => {["a" -> 2], ["a" -> 1]}
;;
l = {1, 2, 3};
for x in (l)
  l[1] = l[1] + x;
endfor
return l;
  => {7, 2, 3}
;;
l = {1, 2, 3};
l[1] = l;
return l;
  => {{1, 2, 3}, 2, 3}

// Ranges
;;
l = {1, 2, 3};
l[5..6] = {7, 8};
  !> E_RANGE
;;
l = {1, 2, 3};
l[2..3] = 4;
  !> E_TYPE
;;
l = {1, 2, 3};
l[#2..3] = {7};
  !> E_TYPE
;;
s = "foobar";
s[2..3] = {6};
  !> E_TYPE
;;
l = {1, 2, 3};
return {l[2..3] = {6, 7, 8, 9}, l};
  => {{6, 7, 8, 9}, {1, 6, 7, 8, 9}}
;;
l = {1, 6, 7, 8, 9};
l[2..1] = {10, "foo"};
return l;
  => {1, 10, "foo", 6, 7, 8, 9}
;;
l = {1, 10, "foo", 6, 7, 8, 9};
return {l[3][2..$] = "u", l};
  => {"u", {1, 10, "fu", 6, 7, 8, 9}}
;;
s = "foobar";
s[7..12] = "baz";
return s;
  => "foobarbaz"
;;
s = "foobarbaz";
s[1..3] = "fu";
return s;
  => "fubarbaz"
;;
s = "fubarbaz";
s[1..0] = "test";
return s;
  => "testfubarbaz"
;;
s = "abc";
s[2..2] = "";
return s;
  => "ac"
;;
l = {1, 2, 3};
l[4..3] = {4};
return l;
  => {1, 2, 3, 4}
;;
l = {1, 2, 3};
l[1..$] = {};
return l;
  => {}
;;
t = {1, 2, 3, 4, 5, 6, 7};
t[7..1] = {"a", "b", "c"};
return t;
  => {1, 2, 3, 4, 5, 6, "a", "b", "c", 2, 3, 4, 5, 6, 7}
;;
s = "1234567";
s[$..^] = "abc";
return s;
  => "123456abc234567"
;;
x = {1, 2, 3};
x[16..12] = {"a"};
  !> E_RANGE
;;
x = {1, 2, 3};
x[2..-2] = {"a"};
  !> E_RANGE
;;
x = "abc";
x[15..12] = "ab";
  !> E_RANGE

// Ranges of maps: what is in the range goes, the new entries come, and what lies behind stays as it was
;;
m = [1 -> "one", 2 -> "two", 3 -> "three"];
return {m[1..2] = ["abc" -> #1], m};
  => {["abc" -> #1], [3 -> "three", "abc" -> #1]}
;;
t = [1 -> 1, 2 -> 2, 3 -> 3, 4 -> 4, 5 -> 5];
t[2..4] = [2 -> "two", 3 -> "three"];
return t;
  => [1 -> 1, 2 -> "two", 3 -> "three", 5 -> 5]
;;
t = [1 -> 1, 2 -> 2, 3 -> 3, 4 -> 4, 5 -> 5];
t[2..4] = [1 -> "one", 3 -> "three"];
return t;
  => [1 -> "one", 3 -> "three", 5 -> 5]
;;
t = [1 -> 1, 2 -> 2, 3 -> 3, 4 -> 4, 5 -> 5];
t[2..4] = [4 -> "four", 5 -> "five"];
return t;
  => [1 -> 1, 4 -> "four", 5 -> 5]
;;
t = ["abc" -> "abc", "one" -> "one"];
t["one".."one"] = ["one" -> "foo", "two" -> "bar"];
return t;
  => ["abc" -> "abc", "one" -> "foo", "two" -> "bar"]
;;
t = [1 -> 1, 2 -> 2, 3 -> 3];
t[3..1] = ["a" -> "a"];
return t;
  => [1 -> 1, 2 -> 2, 3 -> 3, "a" -> "a"]
;;
x = [1 -> 1, 2 -> 2, "a" -> "foo"];
x[2..1] = ["a" -> "a", "b" -> "b"];
return x;
  => [1 -> 1, 2 -> 2, "a" -> "foo", "b" -> "b"]
;;
x = [1 -> 1];
x[3..2] = ["a" -> "a"];
  !> E_RANGE
;;
x = [1 -> 1];
x[1..0] = ["a" -> "a"];
  !> E_RANGE
;;
x = [1 -> 1, 2 -> 2];
x[^..$] = "foobar";
  !> E_TYPE
;;
x = [1 -> 1, 2 -> 2];
x[1..[]] = ["1" -> "1"];
  !> E_TYPE

// Splices
;;
a = {2, 3, 4};
b = {"Foo", "Bar"};
return {{1, a, 5}, {1, @a, 5}, {a, @a}, {@a, @b}};
  => {{1, {2, 3, 4}, 5}, {1, 2, 3, 4, 5}, {{2, 3, 4}, 2, 3, 4}, {2, 3, 4, "Foo", "Bar"}}
{@{}, @{}}
  => {}
{@1}
  !> E_TYPE
{@"abc"}
  !> E_TYPE
tostr(@{"a", 1, #2}, @{})
  => "a1#2"
tostr(@1)
  !> E_TYPE
length(@{"abc"})
  => 3
length(@{1, 2})
  !> E_ARGS
