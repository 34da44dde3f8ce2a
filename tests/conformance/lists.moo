// Functions on lists. LambdaMOO Programmer's Manual, "Operations on Lists"; ToastStunt manual; mooR, "List membership functions".

// is_member
is_member(3, {3, 10, 11})
  => 1
is_member("a", {"A", "B", "C"})
  => 0
is_member("XyZ", {"XYZ", "xyz", "XyZ"})
  => 3
is_member("def", {"ABC", "DEF", "GHI"}, 0)
  => 2
is_member("def", {"ABC", "DEF", "GHI"}, 1)
  => 0
is_member({"a"}, {{"A"}, {"a"}})
  => 2
is_member(1, {})
  => 0
is_member(1, {1.0, "1", #1})
  => 0
is_member(1, 2)
  !> E_TYPE
is_member(1, "1")
  !> E_TYPE
is_member(1)
  !> E_ARGS

// all_members
all_members("a", {"a", "b", "a", "c", "a", "d"})
  => {1, 3, 5}
all_members("A", {"a", "b"})
  => {1}
all_members(9, {1, 2})
  => {}
all_members(1, 1)
  !> E_TYPE

// listinsert
listinsert({1, 2, 3}, 4, 2)
  => {1, 4, 2, 3}
listinsert({1, 2, 3}, 4)
  => {4, 1, 2, 3}
listinsert({1, 2, 3}, 4, 1)
  => {4, 1, 2, 3}
listinsert({1, 2, 3}, 4, 4)
  => {1, 2, 3, 4}
listinsert({1, 2, 3}, 4, 100)
  => {1, 2, 3, 4}
listinsert({1, 2, 3}, 4, 0)
  => {4, 1, 2, 3}
listinsert({1, 2, 3}, 4, -100)
  => {4, 1, 2, 3}
listinsert({}, 1)
  => {1}
listinsert({}, {})
  => {{}}
listinsert("abc", 1)
  !> E_TYPE
listinsert({}, 1, "1")
  !> E_TYPE
listinsert({})
  !> E_ARGS
listinsert({}, 1, 2, 3)
  !> E_ARGS

// listappend
listappend({1, 2, 3}, 4, 2)
  => {1, 2, 4, 3}
listappend({1, 2, 3}, 4)
  => {1, 2, 3, 4}
listappend({1, 2, 3}, 4, 0)
  => {4, 1, 2, 3}
listappend({1, 2, 3}, 4, -5)
  => {4, 1, 2, 3}
listappend({1, 2, 3}, 4, 3)
  => {1, 2, 3, 4}
listappend({1, 2, 3}, 4, 50)
  => {1, 2, 3, 4}
listappend({}, {1})
  => {{1}}
listappend(1, 1)
  !> E_TYPE
;;
// The three that always agree
l = {1, 2, 3};
for index in [1..4]
  a = listinsert(l, "x", index);
  b = listappend(l, "x", index - 1);
  c = {@l[1..index - 1], "x", @l[index..length(l)]};
  if (a != b || b != c) return {index, a, b, c}; endif
endfor
return "agree";
  => "agree"

// listdelete
listdelete({"foo", "bar", "baz"}, 2)
  => {"foo", "baz"}
listdelete({"foo", "bar", "baz"}, 1)
  => {"bar", "baz"}
listdelete({"foo", "bar", "baz"}, 3)
  => {"foo", "bar"}
listdelete({1}, 1)
  => {}
listdelete({1, 2}, 0)
  !> E_RANGE
listdelete({1, 2}, 3)
  !> E_RANGE
listdelete({}, 1)
  !> E_RANGE
listdelete({1, 2}, "1")
  !> E_TYPE
listdelete("ab", 1)
  !> E_TYPE
listdelete({1, 2})
  !> E_ARGS

// listset
listset({"foo", "bar", "baz"}, "mumble", 2)
  => {"foo", "mumble", "baz"}
listset({1}, {}, 1)
  => {{}}
listset({1, 2}, 3, 0)
  !> E_RANGE
listset({1, 2}, 3, 3)
  !> E_RANGE
listset({1, 2}, 1, "2")
  !> E_TYPE
listset({1, 2}, 1)
  !> E_ARGS

// setadd, setremove
setadd({1, 2, 3}, 3)
  => {1, 2, 3}
setadd({1, 2, 3}, 4)
  => {1, 2, 3, 4}
setadd({"a"}, "A")
  => {"a"}
setadd({}, {})
  => {{}}
setadd({{1}}, {1})
  => {{1}}
setadd(1, 1)
  !> E_TYPE
setremove({1, 2, 3}, 3)
  => {1, 2}
setremove({1, 2, 3}, 4)
  => {1, 2, 3}
setremove({1, 2, 3, 2}, 2)
  => {1, 3, 2}
setremove({"A", "a"}, "a")
  => {"a"}
setremove({}, 1)
  => {}
setremove("a", "a")
  !> E_TYPE

// No list changes that somebody else holds
;;
l = {1, 2, 3};
a = listappend(l, 4);
b = listappend(l, 5);
c = listset(l, "x", 1);
d = listdelete(a, 1);
e = listappend(d, 6);
f = listappend(d, 7);
return {l, a, b, c, d, e, f};
  => {{1, 2, 3}, {1, 2, 3, 4}, {1, 2, 3, 5}, {"x", 2, 3}, {2, 3, 4}, {2, 3, 4, 6}, {2, 3, 4, 7}}
;;
l = {};
for i in [1..3000]
  l = listappend(l, i);
endfor
first = l;
for i in [1..3000]
  if (i % 2) l = listset(l, 0, i); endif
endfor
return {length(l), l[1..4], l[$], first[1..4], first[$]};
  => {3000, {0, 2, 0, 4}, 3000, {1, 2, 3, 4}, 3000}
;;
l = {};
for i in [1..500] l = listinsert(l, i); endfor
for i in [1..400] l = listdelete(l, 1); endfor
return {length(l), l[1], l[$]};
  => {100, 100, 1}
;;
s = {};
for i in [1..1000] s = setadd(s, i % 10); endfor
return s;
  => {1, 2, 3, 4, 5, 6, 7, 8, 9, 0}

// reverse
reverse({1, 2, 3, 4})
  => {4, 3, 2, 1}
reverse({})
  => {}
reverse({{1, 2}})
  => {{1, 2}}
reverse("asdf")
  => "fdsa"
reverse("")
  => ""
reverse("日本🐄x🐄")
  => "🐄x🐄本日"
reverse(5)
  !> E_INVARG
reverse([1 -> 2])
  !> E_INVARG
reverse()
  !> E_ARGS

// slice
slice({{"z", 1}, {"y", 2}, {"x", 5}}, 2)
  => {1, 2, 5}
slice({{"z", 1}, {"y", 2}})
  => {"z", "y"}
slice({{"z", 1, 3}, {"y", 2, 4}}, {2, 1})
  => {{1, "z"}, {2, "y"}}
slice({["a" -> 1, "b" -> 2], ["a" -> 5, "b" -> 6]}, "a")
  => {1, 5}
slice({["a" -> 1, "b" -> 2], ["a" -> 5, "b" -> 6], ["b" -> 8]}, "a", 0)
  => {1, 5, 0}
slice({["a" -> 1], ["b" -> 8]}, "a")
  => {1}
slice({"foo", "bar"}, 2)
  => {"o", "a"}
slice({"foo", "bar"}, {1, 3})
  => {{"f", "o"}, {"b", "r"}}
slice({})
  => {}
slice({{1}, {}}, 1)
  !> E_RANGE
slice({{1, 2}, {3}}, 2)
  !> E_RANGE
slice({{1, 2}}, 0)
  !> E_RANGE
slice({{1, 2}}, -1)
  !> E_RANGE
slice({{1, 2}}, {})
  !> E_RANGE
slice({{1, 2}}, {1, 0})
  !> E_RANGE
slice({{1, 2}}, {"1"})
  !> E_INVARG
slice({{1, 2}}, 1.0)
  !> E_INVARG
slice({1, 2}, 1)
  !> E_INVARG
slice({{1, 2}}, "a")
  !> E_INVARG
slice({["a" -> 1]}, 1)
  !> E_INVARG
slice("abc")
  !> E_TYPE

// sort
sort({3, 1, 2})
  => {1, 2, 3}
sort({"a57", "a5", "a7", "a1", "a2", "a11"})
  => {"a1", "a11", "a2", "a5", "a57", "a7"}
sort({"a57", "a5", "a7", "a1", "a2", "a11"}, {}, 1)
  => {"a1", "a2", "a5", "a7", "a11", "a57"}
sort({"foo", "bar", "baz"}, {123, 5, 8000})
  => {"bar", "foo", "baz"}
sort({})
  => {}
sort({5})
  => {5}
sort({2.5, -1.0, 0.0})
  => {-1.0, 0.0, 2.5}
sort({#3, #1, #-1})
  => {#-1, #1, #3}
sort({E_PERM, E_NONE, E_TYPE})
  => {E_NONE, E_TYPE, E_PERM}
sort({"b", "A", "c"})
  => {"A", "b", "c"}
sort({3, 1, 2}, {}, 0, 1)
  => {3, 2, 1}
sort({"x11", "x2", "x1"}, {}, 1, 1)
  => {"x11", "x2", "x1"}
sort({3, -1, 0, -9223372036854775808, 9223372036854775807})
  => {-9223372036854775808, -1, 0, 3, 9223372036854775807}
// Elements of any kind can be sorted by keys
sort({{1}, "two", #3}, {3, 2, 1})
  => {#3, "two", {1}}
// Equal keys keep the order of their elements
sort({"a", "b", "c", "d"}, {2, 1, 2, 1})
  => {"b", "d", "a", "c"}
sort({"B", "a", "b", "A"})
  => {"a", "A", "B", "b"}
// Fractions, blanks and plain text in natural order
sort({"1.10", "1.9", "1.1", "1.05"}, {}, 1)
  => {"1.05", "1.1", "1.9", "1.10"}
sort({"pic 12", "pic10", "pic 9"}, {}, 1)
  => {"pic 9", "pic10", "pic 12"}
sort({1, "a"})
  !> E_TYPE
sort({1, 2.0})
  !> E_TYPE
sort({{1}, {2}})
  !> E_TYPE
sort({[], []})
  !> E_TYPE
sort({1, 2, 3}, {1, 2})
  !> E_INVARG
sort({}, {1})
  !> E_INVARG
sort({"a", "b"}, {1, "x"})
  !> E_TYPE
sort({"a", "b"}, {{}, {}})
  !> E_TYPE
sort(5)
  !> E_TYPE
sort({1}, 1)
  !> E_TYPE
;;
l = {};
x = 12345;
for i in [1..1000]
  x = (x * 1103515245 + 12345) % 2147483648;
  l = {@l, x};
endfor
s = sort(l);
for i in [2..1000]
  if (s[i - 1] > s[i]) return "not sorted"; endif
endfor
return {length(s), sort(l, {}, 0, 1) == reverse(s), sort(s) == s};
  => {1000, 1, 1}

// all, none
all(1, "ok", {1})
  => 1
all(1, 0)
  => 0
all()
  => 1
all({})
  => 0
none(0, "", {})
  => 1
none(0, 1)
  => 0
none()
  => 1
none(#1, E_PERM, false)
  => 1
