// How programs are written: names, keywords, numbers, strings, comments, blanks.
// LambdaMOO Programmer's Manual, "The MOO Programming Language"; ToastStunt manual; mooR's book for its additions.

// Names ignore case
;;
Fubar = 1;
return {fubar, FUBAR, fUbAr};
  => {1, 1, 1}
;;
foo = 1; _foo = 2; this2that = 3; M68000 = 4; two_words = 5; This_is_a_very_long_multiword_variable_name = 6;
return {foo, _foo, this2that, m68000, two_words, this_is_a_very_long_multiword_variable_name};
  => {1, 2, 3, 4, 5, 6}
LENGTH("abc")
  => 3
;;
RETURN ToStr(1);
  => "1"
;;
IF (1) Return "yes"; EndIf
  => "yes"
;;
2fast = 1;
  ?> 
;;
my-name = 1;
  ?> 

// Keywords and functions as names of properties and verbs
`#0.for ! E_PROPNF => "asked"'
  => "asked"
`#0.if ! E_PROPNF => "asked"'
  => "asked"
`#0:while() ! E_VERBNF => "asked"'
  => "asked"
`#0.length ! E_PROPNF => "asked"'
  => "asked"
;;
// A variable may have a function's name
length = 5;
return {length, length("abc")};
  => {5, 3}
;;
if = 1;
  ?> 
;;
for = 1;
  ?> 
;;
any = 5;
  ?> 
;;
// … and calling it means the function
length = length("foobar");
return length;
  => 6
;;
max = 0;
for x in ({3, 9, 4})
  max = max(max, x);
endfor
return max;
  => 9
;;
// A function of that name that the program makes itself comes first
fn reverse(x)
  return {"own", x};
endfn
return reverse(1);
  => {"own", 1}
;;
let sqrt = {x} => x * x;
return sqrt(3);
  => 9
;;
abs = {x} => "own";
own = abs;
return {abs(-1), own(-1)};
  => {1, "own"}

// Words of mooR are names where a name stands
;;
let let = 1;
return let;
  => 1
;;
end = 5;
return {1, 2, 3, 4, 5, 6}[end];
  => 5

// Numbers
017
  => 17
1e2
  => 100.0
1.e2
  => 100.0
1.
  => 1.0
{1., 2.}
  => {1.0, 2.0}
{1..2}
  ?> 
"abcdef"[2..3]
  => "bc"
1.5e
  ?> 
1_000
  => 1000
9223372036854775809
  ?> 
-9223372036854775808
  => -9223372036854775808
- 5
  => -5
--5
  => 5
!!5
  => 1
-~5
  => 6
#-0
  => #0
#x
  ?> 
# 5
  ?> 

// Strings
"tab\there"
  => "tab\there"
"no \q such escape"
  => "no q such escape"
"quote \" and \\ backslash"
  => "quote \" and \\ backslash"
"unfinished
  ?> 
"one" "two"
  ?> 

// Blanks and line ends do not matter
;;
return
  1
  +
  2
  ;
  => 3
;;
x=1;y   =   2;
return{x,y};
  => {1, 2}
;;
if(1)return"tight";endif
  => "tight"
{1,2,3}
  => {1, 2, 3}
[1->2,3->4]
  => [1 -> 2, 3 -> 4]
;;
return 5 -3;
  => 2
;;
x = {1, 2, 3};
return x [ 2 ];
  => 2

// Comments
;;
/* a comment */ return /* inside */ 5; /* at the end */
  => 5
;;
return 5; // to the end of the line
  => 5
;;
// at the start
return "not // a comment";
  => "not // a comment"
;;
return "not /* a */ comment";
  => "not /* a */ comment"
;;
/* over
   several
   lines */
return 1;
  => 1
;;
/* never closed
return 1;
  ?> 
;;
"a string is the comment that stays";
return 1;
  => 1

// Statements need their ends
;;
x = 1
return x;
  ?> 
;;
if (1) return 1;
  ?> endif
;;
while (1) x = 1; endfor
  ?> 
;;
return 1; endif
  ?> 
;;
for x in {1, 2} endfor
  ?> 
;;
for x in ({1, 2}); return x; endfor
  => 1
;;
for in ({1}) endfor
  ?> 
;;
for i, j, k in ({1}) endfor
  ?> 
;;
try x = 1; endtry
  ?> 
;;
fork (0) x = 1; endif
  ?> 
;;
1 = 2;
  ?> 
;;
"x" = 2;
  ?> 
;;
f() = 2;
  ?> 
;;
(x) = 2;
return x;
  => 2
1 +
  ?> 
1 ** 2
  ?> 
(1
  ?> 
{1, 2
  ?> 
[1 -> ]
  ?> 
[1, 2]
  ?> 
1 ? 2
  ?> 
`1 ! ANY
  ?> 
`1'
  ?> 
$
  ?> 
^
  ?> 
@{1}
  ?> 
nosuchfunction(1)
  ?> nosuchfunction

// The errors say the line
;;
x = 1;
y = ;
  ?> Line 2
;;
x = 1;

  z = (1;
  ?> Line 3
;;
x = 5 5;
y = 6 6;
  ?> Line 1
  ?> Line 2

// Properties and verbs
#0.name
  => "System Object"
#0.("na" + "me")
  => "System Object"
#0.NAME
  => "System Object"
$name
  => "System Object"
;;
o = #0;
return {o.name, (o).name, #0 .name};
  => {"System Object", "System Object", "System Object"}

// Precedence of calls, indexes and signs
-"abc"[1]
  !> E_TYPE
!{}[1..0]
  => 1
{1, 2, 3}[2] + 1
  => 3
-{1, 2}[2]
  => -2
!0 && 1
  => 1
1 ? 0 | 1 ? 2 | 3
  => 0
1 + 2 == 3 && 4
  => 4
x = 5
  => 5
1 == 2 | 3
  ?> 
