// Lambdas, fn, closures, return as an expression. mooR, "Functions and Lambdas".

({x, y} => x + y)(3, 4)
  => 7
({name} => "Hello, " + name)("you")
  => "Hello, you"
({} => 5)()
  => 5
({x} => x * 2)(5)
  => 10
;;
add = {x, y} => x + y;
return add(5, 3);
  => 8
;;
biggest = fn(x, y)
  if (x > y)
    return x;
  endif
  return y;
endfn;
return {biggest(1, 2), biggest(5, 3)};
  => {2, 5}
;;
fn factorial(n)
  if (n <= 1)
    return 1;
  endif
  return n * factorial(n - 1);
endfn
return factorial(10);
  => 3628800
;;
fn fibonacci(n)
  return n <= 1 ? n | fibonacci(n - 1) + fibonacci(n - 2);
endfn
return {fibonacci(i) for i in [0..10]};
  => {0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55}

// Parameters
({x, ?y = 10} => x + y)(1)
  => 11
({x, ?y = 10} => x + y)(1, 2)
  => 3
({x, ?y = x * 2} => {x, y})(4)
  => {4, 8}
({first, @rest} => {first, rest})(1, 2, 3)
  => {1, {2, 3}}
({@all} => length(all))(1, 2, 3)
  => 3
({a, ?b = "b", @c} => {a, b, c})(1)
  => {1, "b", {}}
({a, ?b = "b", @c} => {a, b, c})(1, 0, 2)
  => {1, 0, {2}}
({x} => x)()
  !> E_ARGS
({x} => x)(1, 2)
  !> E_ARGS
({x, y} => x + y)(@{1, 2})
  => 3

// A default counts where the argument is absent, not where it is 0
({?x = 5} => x)(0)
  => 0

// Closures take what they see by value
;;
multiplier = 5;
multiply = {x} => x * multiplier;
multiplier = 100;
return multiply(10);
  => 50
;;
fn adder(n)
  return {x} => x + n;
endfn
add1 = adder(1);
add10 = adder(10);
return {add1(5), add10(5)};
  => {6, 15}
;;
// What a function changes stays inside it
n = 1;
f = fn() n = n + 1; return n; endfn;
return {f(), f(), n};
  => {2, 2, 1}
;;
fns = {};
for i in [1..3]
  fns = {@fns, {} => i};
endfor
return {fns[1](), fns[2](), fns[3]()};
  => {1, 2, 3}

// Functions are values
;;
fn map(f, list)
  result = {};
  for item in (list)
    result = {@result, f(item)};
  endfor
  return result;
endfn
return map({x} => x * x, {1, 2, 3});
  => {1, 4, 9}
;;
reduce = fn(f, list, initial)
  sum = initial;
  for item in (list)
    sum = f(sum, item);
  endfor
  return sum;
endfn;
return {reduce({a, x} => a + x, {1, 2, 3, 4, 5}, 0), reduce({a, x} => a * x, {1, 2, 3, 4, 5}, 1)};
  => {15, 120}
;;
m = ["twice" -> {x} => x * 2];
return m["twice"](21);
  => 42
;;
compose = {f, g} => {x} => f(g(x));
h = compose({x} => x + 1, {x} => x * 2);
return h(5);
  => 11
({x} => {x, x})(1)
  => {1, 1}
typeof({x} => x) == 18
  => 1
!!({x} => x)
  => 1
;;
f = {x} => x;
g = f;
return {f == g, f == {x} => x};
  => {1, 1}
{x} => x + 1
  => {x} => x + 1
;;
f = 5;
return f(1);
  !> E_TYPE
;;
f = 5;
return (f)(1);
  !> E_TYPE

// Errors pass through functions
;;
f = {x} => 1 / x;
return `f(0) ! E_DIV => "caught"';
  => "caught"
;;
fn careful(x)
  try
    return 1 / x;
  except (E_DIV)
    return "div";
  finally
    x = 5;
  endtry
endfn
return {careful(0), careful(1)};
  => {"div", 1}
;;
fn deep(n)
  return deep(n + 1);
endfn
return deep(1);
  !> E_MAXREC

// Functions see the built-in variables of the verb
;;
f = {} => player;
return f() == player;
  => 1

// return as an expression
;;
x = 0;
x || return "left";
return "stayed";
  => "left"
;;
x = 1;
x || return "left";
return "stayed";
  => "stayed"
;;
fn check(o)
  typeof(o) == OBJ || return E_TYPE;
  return "fine";
endfn
return {check(5), check(#1)};
  => {E_TYPE, "fine"}
