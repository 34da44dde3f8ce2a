// Booleans. ToastStunt manual, "Operations on BOOLs".

true
  => true
false
  => false
TRUE
  => true
typeof(true) == BOOL
  => 1
true == true
  => 1
false == false
  => 1
true == false
  => 0
1 == true
  => 1
5 == true
  => 0
0 == false
  => 1
-1 == false
  => 0
true == 1
  => 1
"true" == true
  => 0
1.0 == true
  => 0
!true
  => 0
!false
  => 1
!false == true
  => 1
true && "x"
  => "x"
false || "x"
  => "x"
true ? 1 | 2
  => 1
false ? 1 | 2
  => 2
toliteral({true, false})
  => "{true, false}"
tostr(true)
  => "true"
true + 1
  !> E_TYPE
-true
  !> E_TYPE
true in {0, 1, 2}
  => 2
1 in {false, true}
  => 2
// Comparisons and predicates still answer 1 and 0
{1 < 2, 1 > 2, 1 == 1, !0, 1 in {1}}
  => {1, 0, 1, 1, 1}
// They are variables, as in ToastStunt
;;
true = "changed";
return {true, false};
  => {"changed", false}
