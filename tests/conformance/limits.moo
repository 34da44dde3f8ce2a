// Limits: values, stack, ticks. LambdaMOO Programmer's Manual, "Server Assumptions About the Database"; ToastStunt manual.

// Values that grow too large raise E_QUOTA in their task
;;
s = "x";
while (1)
  s = s + s;
endwhile
  !> E_QUOTA
;;
l = {1};
while (1)
  l = {@l, @l};
endwhile
  !> E_QUOTA
;;
l = {1};
while (1)
  l = {l, l};
endwhile
  !> E_QUOTA
;;
m = [];
v = {"some text"};
while (1)
  v = [1 -> v, 2 -> v];
endwhile
  !> E_QUOTA
;;
l = {1};
while (1)
  l = l + l;
endwhile
  !> E_QUOTA
;;
s = "0123456789";
for i in [1..20]
  s[1..0] = s;
endfor
return length(s) > 1000000;
  => 1
;;
s = "0123456789";
while (1)
  s[1..0] = s;
endwhile
  !> E_QUOTA
;;
l = {1};
while (1)
  l[1..0] = l;
endwhile
  !> E_QUOTA
;;
l = {{1}};
for i in [1..18]
  l = {@l, @l};
endfor
return length(listappend({l, l, l, l}, {l, l}));
  !> E_QUOTA
;;
s = "x";
while (1)
  s = tostr(s, s);
endwhile
  !> E_QUOTA
;;
l = {"x"};
while (1)
  l = {toliteral(l), toliteral(l)};
endwhile
  !> E_QUOTA
;;
s = "\"\"\"\"";
for i in [1..24]
  s = generate_json(s);
endfor
  !> E_QUOTA

// Nesting has a limit
;;
l = {};
for i in [1..5000]
  l = {l};
endfor
return "too deep";
  !> E_QUOTA
;;
m = [];
for i in [1..5000]
  m = [1 -> m];
endfor
return "too deep";
  !> E_QUOTA
;;
l = {};
for i in [1..900]
  l = {l};
endfor
k = {};
for i in [1..900]
  k = {k};
endfor
return {l == k, length(toliteral(l)), equal(l, {k})};
  => {1, 1802, 0}
;;
f = <#1>;
for i in [1..5000]
  f = <#1, {f}>;
endfor
return "too deep";
  !> E_QUOTA

// Verbs and functions call each other only so deep
;;
fn down(n)
  return n == 0 ? "bottom" | down(n - 1);
endfn
return {down(40), `down(10000) ! E_MAXREC => "too deep"'};
  => {"bottom", "too deep"}

// Values and errors near the limits of numbers
MAXINT + 1 == MININT
  => 1
{MAXINT, MININT}[1] > 0
  => 1
"x"[MAXINT]
  !> E_RANGE
{1}[MININT]
  !> E_RANGE
{1, 2, 3}[1..MAXINT]
  !> E_RANGE
{1, 2, 3}[MAXINT..MININT]
  => {}
;;
l = {1, 2, 3};
l[MAXINT..MAXINT] = {4};
  !> E_RANGE
;;
l = {1, 2, 3};
l[MININT..0] = {4};
return l;
  => {4, 1, 2, 3}
;;
l = {1, 2, 3};
l[2..MAXINT] = {4};
return l;
  => {1, 4}
listinsert({1}, 2, MAXINT)
  => {1, 2}
listappend({1}, 2, MAXINT)
  => {1, 2}
listappend({1}, 2, MININT)
  => {2, 1}
listdelete({1}, MAXINT)
  !> E_RANGE
slice({{1}}, MAXINT)
  !> E_RANGE
abs(MININT)
  => -9223372036854775808
grid_line(MAXINT, MAXINT, 0, 0, MAXINT - 1, MAXINT - 1)
  !> E_QUOTA
grid_flood(1000000, 1000000, 0, 0, {}, {})
  !> E_QUOTA

// A task that runs out of ticks is told so, and cannot catch it
;;
while (1) endwhile
  ~> ran out of ticks
;;
try
  while (1) endwhile
except (ANY)
  notify(player, "caught");
endtry
  ~> ran out of ticks
;;
{x for x in [1..10000000]};
  ~> ran out of ticks
;;
notify(player, "before");
while (1) endwhile
  ~> before
