// if, for, while, break, continue, return.
// LambdaMOO Programmer's Manual, "MOO Language Statements"; ToastStunt manual and test suite.

// if
;;
r = {};
for x in [0..4]
  if (x == 0)
    r = {@r, "none"};
  elseif (x == 1)
    r = {@r, "one"};
  elseif (x == 2)
    r = {@r, "two"};
  else
    r = {@r, "many"};
  endif
endfor
return r;
  => {"none", "one", "two", "many", "many"}
;;
if (0)
  return "yes";
endif
return "no";
  => "no"
;;
if ({}) return 1; elseif ("") return 2; elseif (#1) return 3; elseif (E_PERM) return 4; else return 5; endif
  => 5
;;
if (1) endif
  => 0

// for over lists
;;
odds = {1, 3, 5, 7, 9};
evens = {};
for n in (odds)
  evens = {@evens, n + 1};
endfor
return evens;
  => {2, 4, 6, 8, 10}
;;
pairs = [];
for n, i in ({1, 3, 5})
  pairs[i] = n + 1;
endfor
return pairs;
  => [1 -> 2, 2 -> 4, 3 -> 6]
;;
for x in ({})
  return "never";
endfor
return "done";
  => "done"
;;
// The list is worked out once.
l = {1, 2, 3};
n = 0;
for x in (l)
  l = {@l, x};
  n = n + 1;
endfor
return {n, length(l)};
  => {3, 6}
;;
// The variable keeps its last value.
for x in ({"a", "b"})
endfor
return x;
  => "b"
;;
for x in ({})
endfor
return x;
  !> E_VARNF
;;
r = {};
for x in ({1, 2, 3})
  x = x * 10;
  r = {@r, x};
endfor
return {r, x};
  => {{10, 20, 30}, 30}
;;
for x in (5) endfor
  !> E_TYPE
;;
for x in (5.0) endfor
  !> E_TYPE
;;
for x in (#5) endfor
  !> E_TYPE
;;
for x in (E_PERM) endfor
  !> E_TYPE
;;
r = {};
for i, i in ({"1", "2", "3"})
  r = {@r, i};
endfor
return r;
  => {1, 2, 3}

// for over strings and maps
;;
x = {};
for i in ("12345")
  x = {@x, i};
endfor
return x;
  => {"1", "2", "3", "4", "5"}
;;
x = {};
for c, i in ("日🐄")
  x = {@x, {c, i}};
endfor
return x;
  => {{"日", 1}, {"🐄", 2}}
;;
x = {};
for v in (["one" -> 1, "two" -> "two", "three" -> 3.0])
  x = {@x, v};
endfor
return x;
  => {1, 3.0, "two"}
;;
x = {};
for v, k in (["one" -> 1, "two" -> "two", "three" -> 3.0])
  x = {@x, {v, k}};
endfor
return x;
  => {{1, "one"}, {3.0, "three"}, {"two", "two"}}
;;
for v, k in ([]) return "never"; endfor
for c in ("") return "never"; endfor
return "done";
  => "done"
;;
// Changing the map does not disturb the loop.
m = [1 -> 1, 2 -> 2, 3 -> 3];
r = {};
for v, k in (m)
  m = [];
  r = {@r, k};
endfor
return r;
  => {1, 2, 3}

// for over ranges
;;
evens = {};
for n in [1..5]
  evens = {@evens, 2 * n};
endfor
return evens;
  => {2, 4, 6, 8, 10}
;;
r = {};
for o in [#1..#3]
  r = {@r, o};
endfor
return r;
  => {#1, #2, #3}
;;
for n in [3..1]
  return "never";
endfor
return "done";
  => "done"
;;
r = {};
for n in [-1..1]
  r = {@r, n};
endfor
return r;
  => {-1, 0, 1}
;;
// The variable does not steer the loop.
r = {};
for n in [1..3]
  r = {@r, n};
  n = 100;
endfor
return r;
  => {1, 2, 3}
;;
r = {};
for n in [MAXINT - 1..MAXINT]
  r = {@r, n};
endfor
return r;
  => {9223372036854775806, 9223372036854775807}
;;
for n in [1..2.0] endfor
  !> E_TYPE
;;
for n in [1.0..2.0] endfor
  !> E_TYPE
;;
for n in [1..#2] endfor
  !> E_TYPE
;;
for n in ["a".."b"] endfor
  !> E_TYPE

// while
;;
evens = {};
n = 1;
while (n <= 5)
  evens = {@evens, 2 * n};
  n = n + 1;
endwhile
return evens;
  => {2, 4, 6, 8, 10}
;;
while (0) return "never"; endwhile
return "done";
  => "done"
;;
// while name (e) is while (name = e)
l = {3, 2, 1, 0, 9};
i = 0;
r = {};
while value (l[i = i + 1])
  r = {@r, value};
endwhile
return {r, value};
  => {{3, 2, 1}, 0}

// break and continue
;;
sum = 0;
for element in ({1, 2, 3, 4, 5, 6, 7})
  if (element == 4)
    continue;
  endif
  sum = sum + element;
endfor
return sum;
  => 24
;;
found = i = 0;
for obj in ({#13633, #98, #15840, #18657, #22664})
  i = i + 1;
  if (obj == #18657)
    found = 1;
    break;
  endif
endfor
return {found, i};
  => {1, 4}
;;
r = {};
for i in ({1, 2, 3})
  for j in ({1, 2, 3})
    if (j == 2) continue i; endif
    if (i == 3) break i; endif
    r = {@r, {i, j}};
  endfor
endfor
return r;
  => {{1, 1}, {2, 1}}
;;
r = {};
for i, j in ({"1", "2", "3", "4", "5"})
  if (j > 2) break j; endif
  r = {@r, i};
endfor
return r;
  => {"1", "2"}
;;
r = {};
while outer (1)
  while (1)
    r = {@r, "x"};
    if (length(r) == 3) break outer; endif
    break;
  endwhile
endwhile
return r;
  => {"x", "x", "x"}
;;
n = 0;
while loop (n < 5)
  n = n + 1;
  for x in [1..3]
    if (x == 2) continue loop; endif
  endfor
  return "never";
endwhile
return n;
  => 5
;;
break;
  ?> 
;;
continue;
  ?> 
;;
for i in ({1}) break nosuch; endfor
  ?> nosuch
;;
for i in ({1}) continue nosuch; endfor
  ?> nosuch
;;
if (1) break; endif
  ?> 

// return
;;
return;
  => 0
;;
x = 5;
  => 0
;;
for x in ({1, 2, 3})
  if (x == 2) return x; endif
endfor
  => 2
;;
while (1)
  for x in [1..10]
    if (x == 7) return "out of both"; endif
  endfor
endwhile
  => "out of both"

// Empty statements, and strings as comments
;;
;;;
"a comment";
return 1;;
  => 1
