// Block scope: let, const, global, begin … end. mooR, "Variables in MOO".

;;
let x = 5;
return x;
  => 5
;;
begin
  let x = 5;
end
return x;
  !> E_VARNF
;;
x = 1;
begin
  let x = 2;
  x = 3;
end
return x;
  => 1
;;
x = 1;
begin
  x = 2;
end
return x;
  => 2
;;
let x = 1;
begin
  let x = x + 1;
  begin
    let x = 10;
  end
  x = x + 1;
  return x;
end
  => 3
;;
if (1)
  let inner = "in";
  outer = inner;
endif
return {outer, `inner ! E_VARNF => "gone"'};
  => {"in", "gone"}
;;
total = 0;
for item in ({1, 2, 3})
  let doubled = item * 2;
  total = total + doubled;
endfor
return {total, `doubled ! E_VARNF => "gone"'};
  => {12, "gone"}
;;
// Each turn starts with a fresh variable
r = {};
for i in [1..3]
  let seen;
  r = {@r, `seen ! E_VARNF => 0'};
  seen = i;
endfor
return r;
  => {0, 0, 0}
;;
n = 0;
while (n < 2)
  let local = n;
  n = n + 1;
endwhile
return `local ! E_VARNF => "gone"';
  => "gone"
;;
try
  let x = 1;
  1 / 0;
except (ANY)
  return `x ! E_VARNF => "gone"';
endtry
  => "gone"

// Undeclared names belong to the whole verb
;;
if (1)
  message = "made inside";
endif
return message;
  => "made inside"

// const
;;
const LIMIT = 10;
return LIMIT * 2;
  => 20
;;
const LIMIT = 10;
LIMIT = 11;
  ?> LIMIT
;;
const LIMIT = 10;
begin
  let LIMIT = 5;
  return LIMIT;
end
  => 5
;;
const LIST_OF = {1, 2};
LIST_OF[1] = 5;
  ?> LIST_OF
;;
let x = 1;
let x = 2;
  ?> x
;;
const x = 1;
let x = 2;
  ?> x

// global
;;
count = 1;
begin
  let count = 5;
  begin
    global count = count + 1;
  end
end
return count;
  => 6
;;
begin
  global made = "for all";
end
return made;
  => "for all"

// let with a pattern
;;
let {a, ?b = 2, @rest} = {1};
return {a, b, rest};
  => {1, 2, {}}
;;
begin
  let {a, b} = {1, 2};
end
return `a ! E_VARNF => "gone"';
  => "gone"
;;
const {a, b} = {1, 2};
a = 3;
  ?> a

// These words are still names where a name stands
;;
let = 1; const = 2; global = 3; begin = 4; end = 5; fn = 6;
return {let, const, global, begin, end, fn};
  => {1, 2, 3, 4, 5, 6}
;;
begin
end
return "empty";
  => "empty"
;;
begin
  begin
    return "deep";
  end
end
  => "deep"
