// Elements and ranges of lists, strings and maps.
// LambdaMOO Programmer's Manual, "Indexing into Lists and Strings"; ToastStunt manual, "Indexing into Lists, Maps and Strings".

"fob"[2]
  => "o"
"fob"[1]
  => "f"
{#12, #23, #34}[$ - 1]
  => #23
{1, 2, 3}[^]
  => 1
{1, 2, 3}[$]
  => 3
{1, 2, 3}[^ + 1]
  => 2
"foobar"[^]
  => "f"
"foobar"[$]
  => "r"
[1 -> "A"][1]
  => "A"
["a" -> 1, "b" -> 2, "c" -> 3][^]
  => 1
["a" -> 1, "b" -> 2, "c" -> 3][$]
  => 3
[1 -> 1, 2 -> 2, 7 -> 7][$ - 5]
  => 2
["Foo" -> 1]["fOO"]
  => 1
"frob"[{3, 2, 4}[^]]
  => "o"
"frob"[{3, 2, 4}[$]]
  => "b"
{{1, 2}, {3, 4}}[2][1]
  => 3
{{1, 2}, {3, 4}}[$][$]
  => 4
{1, {2, 3, 4}}[2][{1, 2}[$]]
  => 3

// Out of range, and of the wrong kind
{1, 2, 3}[0]
  !> E_RANGE
{1, 2, 3}[4]
  !> E_RANGE
{1, 2, 3}[-1]
  !> E_RANGE
{}[1]
  !> E_RANGE
{}[^]
  !> E_RANGE
{}[$]
  !> E_RANGE
""[1]
  !> E_RANGE
""[$]
  !> E_RANGE
[][^]
  !> E_RANGE
[1 -> 1][2]
  !> E_RANGE
{1, 2, 3}["1"]
  !> E_TYPE
{1, 2, 3}[1.0]
  !> E_TYPE
{1, 2, 3}[#1]
  !> E_TYPE
"abc"["a"]
  !> E_TYPE
5[1]
  !> E_TYPE
#5[1]
  !> E_TYPE
5[^]
  !> E_TYPE
5.0[$]
  !> E_TYPE
[1 -> 1][{}]
  !> E_TYPE
[1 -> 1][[]]
  !> E_TYPE

// Ranges
"foobar"[2..$]
  => "oobar"
"foobar"[3..3]
  => "o"
"foobar"[17..12]
  => ""
"foobar"[^..$]
  => "foobar"
"foobar"[^ + 1..$ - 1]
  => "ooba"
"foobar"[$..^]
  => ""
{"one", "two", "three"}[$ - 1..$]
  => {"two", "three"}
{"one", "two", "three"}[3..3]
  => {"three"}
{"one", "two", "three"}[17..12]
  => {}
{1, 2, 3, 4, 5, 6, 7}[^..2 ^ 2]
  => {1, 2, 3, 4}
{1, 2, 3}[1..3]
  => {1, 2, 3}
{1, 2, 3}[2..1]
  => {}
{}[1..0]
  => {}
""[1..0]
  => ""
{1, 2, 3}[-1 + $..$]
  => {2, 3}
[1 -> "one", 2 -> "two"][1..1]
  => [1 -> "one"]
[1 -> 1, 2 -> 2, 3 -> 3, 5 -> 5][^..$]
  => [1 -> 1, 2 -> 2, 3 -> 3, 5 -> 5]
[1 -> 1, 2 -> 2, 3 -> 3, 5 -> 5][2..3]
  => [2 -> 2, 3 -> 3]
[1 -> 1, 2 -> 2, 3 -> 3][$..^]
  => []
[1 -> 1, 2 -> 2, 3 -> 3][3..1]
  => []
// A range that is turned around is empty even where its ends are not there
[1 -> 1, 2 -> 2, 3 -> 3][16..12]
  => []
{1, 2, 3}[0..2]
  !> E_RANGE
{1, 2, 3}[2..4]
  !> E_RANGE
{1, 2, 3}[12..16]
  !> E_RANGE
{1, 2, 3}[-2..2]
  !> E_RANGE
"foobar"[2..15]
  !> E_RANGE
"foobar"[-2..5]
  !> E_RANGE
[1 -> 1, 2 -> 2][2..16]
  !> E_RANGE
[1 -> 1, 2 -> 2][-2..2]
  !> E_RANGE
{1, 2, 3}["a".."b"]
  !> E_TYPE
"abc"[#1..#2]
  !> E_TYPE
5[1..2]
  !> E_TYPE
[1 -> 1][1..{}]
  !> E_TYPE

// Positions count characters
"日本🐄x"[3]
  => "🐄"
"日本🐄x"[2..3]
  => "本🐄"
"日本🐄x"[$]
  => "x"
