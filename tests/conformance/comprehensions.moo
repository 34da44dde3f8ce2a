// List comprehensions. mooR, "List comprehensions".

{x * 2 for x in ({1, 2, 3, 4, 5})}
  => {2, 4, 6, 8, 10}
{"Hello, " + name for name in ({"alice", "bob"})}
  => {"Hello, alice", "Hello, bob"}
{x * x for x in [1..5]}
  => {1, 4, 9, 16, 25}
{x * x for x in [1..10] if x % 2}
  => {1, 9, 25, 49, 81}
{x for x in ({})}
  => {}
{x for x in [3..1]}
  => {}
{x for x in ({1, 2, 3}) if 0}
  => {}
{student[1] for student in ({{"Alice", 85}, {"Bob", 92}})}
  => {"Alice", "Bob"}
{s[2] >= 90 ? "A" | s[2] >= 80 ? "B" | "C" for s in ({{"Alice", 85}, {"Bob", 92}, {"Charlie", 78}})}
  => {"B", "A", "C"}
{{x, y} for x in ({1, 2}) for y in ({3})}
  ?> 
{{x * y for y in [1..2]} for x in [1..3]}
  => {{1, 2}, {2, 4}, {3, 6}}
{v for v in (["a" -> 1, "b" -> 2])}
  => {1, 2}
{c + c for c in ("abc")}
  => {"aa", "bb", "cc"}
{o for o in [#1..#3]}
  => {#1, #2, #3}
length({x for x in [1..1000]})
  => 1000
{1 / x for x in ({1, 0})}
  !> E_DIV
{`1 / x ! E_DIV => "inf"' for x in ({1, 0})}
  => {1, "inf"}
{x for x in (5)}
  !> E_TYPE
;;
// The variable lives inside only.
x = "outside";
l = {x for x in [1..3]};
return {x, l};
  => {"outside", {1, 2, 3}}
;;
n = 3;
return {x * n for x in [1..n]};
  => {3, 6, 9}
;;
double = {x} => x * 2;
return {double(x) for x in ({1, 2, 3})};
  => {2, 4, 6}
;;
return {@{x for x in [1..2]}, @{x for x in [8..9]}};
  => {1, 2, 8, 9}
