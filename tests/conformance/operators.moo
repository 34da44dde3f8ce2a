// Operators: arithmetic, bits, precedence, short circuits.
// LambdaMOO Programmer's Manual, "Arithmetic Operators" … "Parentheses and Operator Precedence"; ToastStunt manual, "Bitwise Operators".

// Arithmetic
5 + 2
  => 7
5 - 2
  => 3
5 * 2
  => 10
5 / 2
  => 2
5.0 / 2.0
  => 2.5
5 % 2
  => 1
5.0 % 2.0
  => 1.0
5 % -2
  => 1
-5 % 2
  => -1
-5 % -2
  => -1
-(5 + 2)
  => -7
-15 / 4
  => -3
15 / -4
  => -3
-15.0 % 4.0
  => -3.0
7.5 % 2.0
  => 1.5

// Kinds do not mix
1 + 1.0
  !> E_TYPE
1.0 * 2
  !> E_TYPE
5 / 2.0
  !> E_TYPE
5 - "2"
  !> E_TYPE
"5" * 2
  !> E_TYPE
#5 + 1
  !> E_TYPE
E_PERM + 1
  !> E_TYPE
-"x"
  !> E_TYPE
-{1}
  !> E_TYPE

// Division by zero
1 / 0
  !> E_DIV
1 % 0
  !> E_DIV
1.0 / 0.0
  !> E_DIV
1.0 % 0.0
  !> E_DIV

// Integers wrap
MAXINT + 1
  => -9223372036854775808
MININT - 1
  => 9223372036854775807
MAXINT * 2
  => -2
-MININT
  => -9223372036854775808
MININT / -1
  => -9223372036854775808
MININT % -1
  => 0

// Floats never become infinite or undefined
1e308 + 1e308
  !> E_FLOAT
1e308 * 10.0
  !> E_FLOAT
1e308 / 1e-308
  !> E_FLOAT
-1e308 - 1e308
  !> E_FLOAT
1e-320 > 0.0
  => 1

// Strings and lists
"foo" + "bar"
  => "foobar"
"" + ""
  => ""
"foo" + 1
  !> E_TYPE
{1, 2, 3} + {4, 5, 6}
  => {1, 2, 3, 4, 5, 6}
{1, 2} + #123
  => {1, 2, #123}
{} + {}
  => {}
{1} + {{2}}
  => {1, {2}}
1 + {2}
  !> E_TYPE
"x" + {2}
  !> E_TYPE

// Powers
3 ^ 4
  => 81
3 ^ 4.5
  !> E_TYPE
3.5 ^ 4
  => 150.0625
3.5 ^ 4.5
  => 280.741230801382
2 ^ 0
  => 1
0 ^ 0
  => 1
2 ^ -3
  => 0
1 ^ -500
  => 1
(-1) ^ -3
  => -1
(-1) ^ -4
  => 1
0 ^ -1
  !> E_DIV
2.0 ^ -1
  => 0.5
(-8.0) ^ 0.5
  !> E_FLOAT
0.0 ^ -1.0
  !> E_FLOAT
2.0 ^ 2000.0
  !> E_FLOAT
2 ^ 62
  => 4611686018427387904
2 ^ 64
  => 0
"2" ^ 2
  !> E_TYPE

// Bits: a right shift brings in zeros
1 &. 2
  => 0
1 |. 2
  => 3
1 ^. 3
  => 2
8 << 1
  => 16
8 >> 1
  => 4
~0
  => -1
~5
  => -6
~0 >> 1
  => 9223372036854775807
-9223372036854775807 >> 63
  => 1
~0 >> 64
  => 0
1 << 63
  => -9223372036854775808
1 << 64
  => 0
1 << 0
  => 1
0 << -1
  !> E_INVARG
0 << 65
  !> E_INVARG
0 >> -1
  !> E_INVARG
0 >> 65
  !> E_INVARG
1.0 &. 1
  !> E_TYPE
"a" |. 1
  !> E_TYPE
1 << 1.0
  !> E_TYPE
~1.0
  !> E_TYPE
1 << 3 >> 2
  => 2
1 << 1 &. 2
  => 2
4 >> 2 &. 1
  => 1

// Precedence
3 * (4 + 5)
  => 27
3 * 4 + 5
  => 17
2 + 3 * 4 ^ 2
  => 50
2 ^ 3 ^ 2
  => 512
(2 ^ 3) ^ 2
  => 64
-2 ^ 2
  => 4
10 - 4 - 3
  => 3
100 / 10 / 2
  => 5
100 / 10 * 2
  => 20
17 <= 23 && 23 <= 27
  => 1
1 + 1 == 2
  => 1
1 == 1 == 1
  => 1
!0 == 1
  => 1
!1 + 1
  => 1
1 || 0 && 0
  => 0
0 && 0 || 1
  => 1
2 in {1, 2, 3} == 2
  => 1
1 ? 2 | 3 ? 4 | 5
  => 2
0 ? 2 | 0 ? 4 | 5
  => 5
1 &. 3 == 1
  => 1
1 + 2 << 1
  => 6
;;
a = 1; b = 2; c = 10; d = 1; e = 2; f = 3; w = "y"; y = {"y"}; q = 5; r = 2;
return {x = a < b && c > d + e * f ? w in y | - q - r, x};
  => {1, 1}

// Assignments are expressions
13 + (x = 17)
  => 30
;;
x = y = z = 3;
return {x, y, z};
  => {3, 3, 3}

// Conditionals and short circuits
1 ? 2 | 3
  => 2
0 ? 2 | 3
  => 3
"foo" ? 17 | {#34}
  => 17
1 && 1
  => 1
0 && 1
  => 0
2 && 3
  => 3
2 || 3
  => 2
0 || "x"
  => "x"
0 || ""
  => ""
"" && 5
  => ""
0 && 1 / 0
  => 0
1 || 1 / 0
  => 1
1 ? 1 | 1 / 0
  => 1
!"foo"
  => 0
!(3 >= 4)
  => 1
;;
// Operands are worked out from left to right, each once.
s = "";
x = (s = s + "a", 1)[1];
  ?> 
;;
s = {};
s = {@s, 1} && {@s, 2};
return s;
  => {2}
;;
order = {};
x = (order = {@order, "left"}) + (order = {@order, "right"});
return order;
  => {"left", "right"}

// in
2 in {5, 8, 2, 3}
  => 3
7 in {5, 8, 2, 3}
  => 0
"bar" in {"Foo", "Bar", "Baz"}
  => 2
{1} in {{2}, {1}}
  => 2
1 in {}
  => 0
2 in ["a" -> 1, "b" -> 2]
  => 2
"a" in ["a" -> 1]
  => 0
1 in 1
  !> E_TYPE
1 in "1"
  !> E_TYPE
// ToastStunt looks for a string in a string
"bar" in "FooBar"
  => 4
"x" in "FooBar"
  => 0
