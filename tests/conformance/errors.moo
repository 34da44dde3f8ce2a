// Raising and catching errors.
// LambdaMOO Programmer's Manual, "Catching Errors in Expressions", "Handling Errors in Statements", "Cleaning Up After Errors"; mooR, "Error handling".

// Catch expressions
`1 / 0 ! ANY'
  => E_DIV
`1 / 0 ! E_DIV'
  => E_DIV
`1 / 0 ! E_DIV => "caught"'
  => "caught"
`1 / 0 ! E_TYPE, E_DIV => "caught"'
  => "caught"
`1 / 0 ! E_TYPE => "caught"'
  !> E_DIV
`1 / 1 ! ANY => "caught"'
  => 1
`nosuch ! E_VARNF => "unset"'
  => "unset"
`{1}[2] ! E_RANGE => ""'
  => ""
`#-1.name ! E_INVIND => "gone"'
  => "gone"
`#0.nosuchproperty ! E_PROPNF => "none"'
  => "none"
`#0:nosuchverb() ! E_VERBNF => "none"'
  => "none"
;;
codes = {E_DIV, E_RANGE};
return `1 / 0 ! @codes => "caught"';
  => "caught"
;;
codes = {E_RANGE};
return `1 / 0 ! E_TYPE, @codes => "caught"';
  !> E_DIV
`1 / 0 ! E_DIV => `1 / 0 ! E_DIV => "inner"''
  => "inner"
``1 / 0 ! E_TYPE' ! E_DIV => "outer"'
  => "outer"
{`1 / 0 ! ANY', 2, `{}[1] ! ANY'}
  => {E_DIV, 2, E_RANGE}
;;
// The default is worked out only if it is needed.
n = 0;
x = `5 ! ANY => (n = n + 1)';
return {x, n};
  => {5, 0}
;;
x = 1;
`x = 1 / 0 ! ANY';
return x;
  => 1
;;
x = `y = 5 ! ANY';
return {x, y};
  => {5, 5}

// try … except
;;
try
  1 / 0;
except (E_DIV)
  return "caught";
endtry
  => "caught"
;;
try
  x = 1;
except (ANY)
  return "never";
endtry
return "done";
  => "done"
;;
try
  1 / 0;
except (E_TYPE, E_RANGE)
  return "wrong";
except (E_DIV)
  return "right";
except (ANY)
  return "late";
endtry
  => "right"
;;
try
  1 / 0;
except (E_TYPE)
  return "never";
endtry
  !> E_DIV
;;
try
  1 / 0;
except e (ANY)
  return {e[1], e[2], e[3], length(e)};
endtry
  => {E_DIV, "Division by zero", 0, 4}
;;
try
  raise(E_PERM, "No entry", {1, 2});
except e (E_PERM)
  return e[1..3];
endtry
  => {E_PERM, "No entry", {1, 2}}
;;
try
  raise(E_PERM);
except e (ANY)
  return e[1..3];
endtry
  => {E_PERM, "Permission denied", 0}
;;
// Anything can be raised, and caught by value
try
  raise("my own", "with words", 17);
except e ("my own")
  return e[1..3];
endtry
  => {"my own", "with words", 17}
;;
try
  raise({1, "list"});
except e ({1, "LIST"})
  return e[1];
endtry
  => {1, "list"}
raise()
  !> E_ARGS
raise(E_PERM, 5)
  !> E_TYPE
;;
try
  try
    1 / 0;
  except (E_TYPE)
    return "inner";
  endtry
except (E_DIV)
  return "outer";
endtry
  => "outer"
;;
try
  try
    1 / 0;
  except (E_DIV)
    {}[1];
  endtry
except e (ANY)
  return e[1];
endtry
  => E_RANGE
;;
r = {};
for x in ({1, 0, "a", 2})
  try
    r = {@r, 10 / x};
  except (E_DIV)
    r = {@r, "div"};
    continue;
  except (E_TYPE)
    r = {@r, "type"};
    break;
  endtry
endfor
return r;
  => {10, "div", "type"}
;;
codes = {E_RANGE, E_DIV};
try
  1 / 0;
except (@codes)
  return "caught";
endtry
  => "caught"
;;
// The handlers' codes are worked out before the body
c = E_DIV;
try
  c = E_TYPE;
  1 / 0;
except (c)
  return "caught";
endtry
  => "caught"
// The traceback says where it was raised: this, verb, programmer, verb's object, player, line
;;
try
  x = 1;
  1 / 0;
except e (ANY)
  return {length(e[4]) >= 1, length(e[4][1]), typeof(e[4][1][6]) == INT};
endtry
  => {1, 6, 1}

// try … finally
;;
r = {};
try
  r = {@r, 1};
finally
  r = {@r, 2};
endtry
return r;
  => {1, 2}
;;
r = {};
try
  try
    1 / 0;
  finally
    r = {@r, "cleaned"};
  endtry
except (E_DIV)
  r = {@r, "caught"};
endtry
return r;
  => {"cleaned", "caught"}
;;
try
  1 / 0;
finally
  x = 1;
endtry
  !> E_DIV
;;
try
  return "try";
finally
  return "finally";
endtry
  => "finally"
;;
r = {};
for x in ({1, 2, 3})
  try
    if (x == 2) continue; endif
    r = {@r, x};
  finally
    r = {@r, "f"};
  endtry
endfor
return r;
  => {1, "f", "f", 3, "f"}
;;
r = {};
while (1)
  try
    break;
  finally
    r = {@r, "f"};
  endtry
endwhile
return r;
  => {"f"}
;;
for x in ({1, 2, 3})
  try
    1 / 0;
  finally
    if (x < 3) continue; endif
    break;
  endtry
endfor
return x;
  => 3
;;
r = {};
try
  try
    return r;
  finally
    r = {@r, "inner"};
  endtry
finally
  r = {@r, "outer"};
endtry
  => {}
;;
// A value is worked out before the cleaning up
x = 1;
try
  return x;
finally
  x = 2;
endtry
  => 1
;;
try
  1 / 0;
finally
  {}[1];
endtry
  !> E_RANGE
;;
// except and finally together
r = {};
try
  1 / 0;
except (E_DIV)
  r = {@r, "except"};
finally
  r = {@r, "finally"};
endtry
return r;
  => {"except", "finally"}

// Errors with messages (mooR)
;;
try
  raise(E_INVARG("three are needed", {1, 2}));
except e (E_INVARG)
  return e[1..3];
endtry
  => {E_INVARG("three are needed", {1, 2}), "three are needed", {1, 2}}
`raise(E_GAME_OVER("you lose")) ! E_GAME_OVER => "caught"'
  => "caught"
`raise(E_GAME_OVER) ! ANY'
  => E_GAME_OVER
E_RANGE("x") == E_RANGE("y")
  => 1
typeof(E_RANGE("x"))
  => 3

// What operators raise
nosuch
  !> E_VARNF
nosuch + 1
  !> E_VARNF
5.name
  !> E_TYPE
"x".name
  !> E_TYPE
#-1.name
  !> E_INVIND
#999999.name
  !> E_INVIND
#0.nosuchproperty
  !> E_PROPNF
#0.(5)
  !> E_TYPE
#-1:verb()
  !> E_INVIND
#0:nosuchverb()
  !> E_VERBNF
#0:(5)()
  !> E_TYPE
$nosuchproperty
  !> E_PROPNF
5:nosuchverb()
  !> E_TYPE

// An error that nobody catches is shown with its place
;;
x = 1;
x = x / 0;
  ~> Division by zero
  ~> line
  ~> x = x / 0;
