// From one kind of value to another. LambdaMOO Programmer's Manual 4.4.2.1; ToastStunt manual; mooR book.

// To integers.
toint("12")
  => 12
toint("  12  ")
  => 12
toint("\t\n 12")
  => 12
toint("12\t")
  => 0
toint("12abc")
  => 0
toint("abc")
  => 0
toint("")
  => 0
toint("-")
  => 0
toint("- 5")
  => 0
toint("-5")
  => -5
toint("+5")
  => 5
toint("1.9")
  => 1
toint("-1.9")
  => -1
toint(".9")
  => 0
toint("12.")
  => 12
toint("1e3")
  => 1000
toint("1e")
  => 0
toint("0x1F")
  => 0
toint("1_000")
  => 0
toint("99999999999999999999")
  => 9223372036854775807
toint("-99999999999999999999")
  => -9223372036854775808
toint("1e30")
  => 9223372036854775807
toint("inf")
  => 0
tonum("7")
  => 7
toint(7)
  => 7
toint(-3.99)
  => -3
toint(#42)
  => 42
toint(E_PERM)
  => 3
toint(true)
  => 1
toint({1})
  !> E_TYPE
toint([])
  !> E_TYPE
toint('x)
  !> E_TYPE
toint(1e19)
  !> E_FLOAT
toint(9223372036854775808.0)
  !> E_FLOAT
toint(E_MINE)
  !> E_INVARG

// To objects.
toobj("34")
  => #34
toobj(" # 34 ")
  => #34
toobj("#-1")
  => #-1
toobj("1.5")
  => #0
toobj("foo")
  => #0
toobj("##3")
  => #0
toobj(34.7)
  => #34
toobj(E_PERM)
  => #3
toobj({})
  !> E_TYPE
toobj(-1e300)
  !> E_FLOAT

// To floats.
tofloat("34")
  => 34.0
tofloat(" -1.5e2 ")
  => -150.0
tofloat("- 5")
  => -5.0
tofloat(".5")
  => 0.5
tofloat(7)
  => 7.0
tofloat(#7)
  => 7.0
tofloat(E_PERM)
  => 3.0
tofloat("12abc")
  !> E_INVARG
tofloat("")
  !> E_INVARG
tofloat("1e999")
  !> E_INVARG
tofloat("nan")
  !> E_INVARG
tofloat({})
  !> E_TYPE

// To symbols and truths (mooR).
tosym(E_PERM)
  => 'E_PERM
tosym(true)
  => 'true
tosym('x)
  => 'x
tobool({0})
  => true
tobool(#1)
  => false
tosym(1)
  !> E_TYPE

// Errors taken apart (mooR).
error_code("E_PERM")
  !> E_INVARG
error_message(3)
  !> E_INVARG
{error_code(E_PERM("x", 5)), error_message(E_PERM)}
  => {E_PERM, "Permission denied"}

// floatstr()
floatstr(1.5, 0)
  => "2"
floatstr(2.5, 0)
  => "2"
floatstr(0.125, 2)
  => "0.12"
floatstr(0.375, 2)
  => "0.38"
floatstr(2.675, 2)
  => "2.67"
floatstr(-0.0, 2)
  => "-0.00"
floatstr(0.1, 25)
  => "0.1000000000000000056"
floatstr(1.0e22, 1)
  => "10000000000000000000000.0"
floatstr(0.125, 1, 1)
  => "1.2e-01"
floatstr(1.0e-300, 3, 1)
  => "1.000e-300"
floatstr(1, 2)
  !> E_TYPE
floatstr(1.0, -1)
  !> E_INVARG

// uuid()
uuid(1)
  !> E_ARGS

// fromliteral() reads what toliteral() wrote …
fromliteral("-5")
  => -5
fromliteral("-9223372036854775808")
  => -9223372036854775808
fromliteral("-1.5e+300")
  => -1.5e+300
fromliteral("#-1")
  => #-1
fromliteral("\"a \\\"quote\\\" and a \\\\ and \\n\"")
  => "a \"quote\" and a \\ and \n"
fromliteral("E_PERM")
  => E_PERM
fromliteral("E_MINE")
  => E_MINE
fromliteral("E_PERM(\"no\", {1})")
  => E_PERM("no", {1})
fromliteral("true")
  => true
fromliteral("'sym")
  => 'sym
fromliteral("b\"SGk=\"")
  => b"SGk="
fromliteral("{}")
  => {}
fromliteral("{{{}}, []}")
  => {{{}}, []}
fromliteral("[1 -> {2}, \"k\" -> [#3 -> 4]]")
  => [1 -> {2}, "k" -> [#3 -> 4]]
fromliteral("<#1, .a = 1, {2, 3}>")
  => <#1, .a = 1, {2, 3}>

// … and nothing else.
fromliteral("")
  !> E_INVARG
fromliteral("x")
  !> E_INVARG
fromliteral("player")
  !> E_INVARG
fromliteral("INT")
  !> E_INVARG
fromliteral("1 + 1")
  !> E_INVARG
fromliteral("-x")
  !> E_INVARG
fromliteral("--1")
  !> E_INVARG
fromliteral("{1, @{2}}")
  !> E_INVARG
fromliteral("time()")
  !> E_INVARG
fromliteral("E_PERM(3)")
  !> E_INVARG
fromliteral("E_PERM(shutdown())")
  !> E_INVARG
fromliteral("#0.name")
  !> E_INVARG
fromliteral("$foo")
  !> E_INVARG
fromliteral("1 2")
  !> E_INVARG
fromliteral("{1")
  !> E_INVARG
fromliteral("[{} -> 1]")
  !> E_INVARG
fromliteral("{x} => x")
  !> E_INVARG
fromliteral("{1; 2}")
  !> E_INVARG
