// Scattering assignment.
// LambdaMOO Programmer's Manual, "Spreading List Elements Among Variables".

;;
{a, b} = {1, 2};
return {a, b};
  => {1, 2}
;;
return {a, b} = {1, 2};
  => {1, 2}
;;
{a} = {{1, 2}};
return a;
  => {1, 2}
;;
{a, b} = {1};
  !> E_ARGS
;;
{a, b} = {1, 2, 3};
  !> E_ARGS
;;
{a} = 5;
  !> E_TYPE
;;
{a} = "x";
  !> E_TYPE

// The manual's example
;;
r = {};
for args in ({{1, 2}, {1, 2, 3}, {1, 2, 3, 4}, {1, 2, 3, 4, 5}, {1, 2, 3, 4, 5, 6}, {1, 2, 3, 4, 5, 6, 7}, {1, 2, 3, 4, 5, 6, 7, 8}})
  b = c = e = 17;
  {a, ?b, ?c = 8, @d, ?e = 9, f} = args;
  r = {@r, {a, b, c, d, e, f}};
endfor
return r;
  => {{1, 17, 8, {}, 9, 2}, {1, 2, 8, {}, 9, 3}, {1, 2, 3, {}, 9, 4}, {1, 2, 3, {}, 4, 5}, {1, 2, 3, {4}, 5, 6}, {1, 2, 3, {4, 5}, 6, 7}, {1, 2, 3, {4, 5, 6}, 7, 8}}
;;
{a, ?b, ?c = 8, @d, ?e = 9, f} = {1};
  !> E_ARGS
;;
{first, second, ?third = 0} = {1, 2};
return {first, second, third};
  => {1, 2, 0}
;;
{?a = 1, ?b = a + 1, ?c = b + 1} = {};
return {a, b, c};
  => {1, 2, 3}
;;
{?a = 1, ?b = a + 1} = {10};
return {a, b};
  => {10, 11}
;;
{@rest} = {};
return rest;
  => {}
;;
{@rest, last} = {1, 2, 3};
return {rest, last};
  => {{1, 2}, 3}
;;
{first, @rest} = {1};
return {first, rest};
  => {1, {}}
;;
{a, @b, c} = {1, 2};
return {a, b, c};
  => {1, {}, 2}
;;
b = "before";
{a, ?b} = {1};
return {a, b};
  => {1, "before"}
;;
{a, ?b} = {1};
return b;
  !> E_VARNF
;;
x = {1, 2};
{x, y} = x;
return {x, y};
  => {1, 2}
;;
a = 1; b = 2;
{a, b} = {b, a};
return {a, b};
  => {2, 1}
;;
// Defaults are worked out only where they are needed.
n = 0;
{a, ?b = (n = n + 1)} = {1, 2};
return {a, b, n};
  => {1, 2, 0}
;;
// Nothing is assigned if there are too few elements.
a = "a"; b = "b";
`{a, b, c} = {1, 2} ! E_ARGS';
return {a, b};
  => {"a", "b"}
;;
for pair in ({{1, "one"}, {2, "two"}})
  {number, word} = pair;
endfor
return {number, word};
  => {2, "two"}
;;
if ({a, @rest} = {1, 2, 3}) return rest; endif
  => {2, 3}
;;
{a, @b, @c} = {1};
  ?> 
;;
{a, {b, c}} = {1, {2, 3}};
  ?> 
;;
{1, a} = {1, 2};
  ?> 
