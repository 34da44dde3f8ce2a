// Functions on numbers. LambdaMOO Programmer's Manual, "Operations on Numbers"; ToastStunt manual; mooR, "Basic numeric functions".

// abs, min, max
abs(-5)
  => 5
abs(5)
  => 5
abs(-2.5)
  => 2.5
abs(-0.0)
  => 0.0
abs("5")
  !> E_TYPE
abs()
  !> E_ARGS
min(3, 1, 2)
  => 1
min(5)
  => 5
min(2.5, -1.0)
  => -1.0
min(1, 2.0)
  !> E_TYPE
min(1, "x")
  !> E_TYPE
min("x")
  !> E_TYPE
min()
  !> E_ARGS
max(3, 1, 2)
  => 3
max(-1)
  => -1
max(2.5, -1.0, 3.5)
  => 3.5
max(1.0, 2)
  !> E_TYPE
max()
  !> E_ARGS

// random
random(1)
  => 1
random(5, 5)
  => 5
;;
for i in [1..1000]
  n = random(6);
  if (n < 1 || n > 6) return n; endif
endfor
return "in range";
  => "in range"
;;
for i in [1..1000]
  n = random(-3, 3);
  if (n < -3 || n > 3) return n; endif
endfor
return "in range";
  => "in range"
;;
for i in [1..100]
  if (random() < 1) return "too small"; endif
endfor
return "in range";
  => "in range"
;;
seen = {};
for i in [1..500]
  seen = setadd(seen, random(3));
endfor
return sort(seen);
  => {1, 2, 3}
random(0)
  !> E_INVARG
random(-3)
  !> E_INVARG
random(5, 4)
  !> E_INVARG
random(1.5)
  !> E_TYPE
random(1, 2, 3)
  !> E_ARGS
;;
for i in [1..500]
  x = frandom(2.0);
  y = frandom(-1.0, 1.0);
  if (x < 0.0 || x > 2.0 || y < -1.0 || y > 1.0) return {x, y}; endif
endfor
return "in range";
  => "in range"
typeof(frandom(1.0)) == FLOAT
  => 1
frandom(1)
  !> E_TYPE
frandom()
  !> E_ARGS
// as: programmer
reseed_random()
  !> E_PERM
// as: wizard
reseed_random()
  => 0

// Roots, powers, logarithms
sqrt(2.25)
  => 1.5
sqrt(2.0)
  => 1.4142135623731
sqrt(0.0)
  => 0.0
sqrt(-1.0)
  !> E_INVARG
sqrt(4)
  !> E_TYPE
cbrt(27.0)
  => 3.0
cbrt(-27.0)
  => -3.0
exp(0.0)
  => 1.0
exp(1.0)
  => 2.71828182845905
exp(1000.0)
  !> E_FLOAT
exp2(3)
  => 8.0
exp2(0.5)
  => 1.4142135623731
expm1(0.0)
  => 0.0
expm1(1e-10) > 1e-10
  => 1
log(1.0)
  => 0.0
log(10.0)
  => 2.30258509299405
log(0.0)
  !> E_INVARG
log(-1.0)
  !> E_INVARG
log(1)
  !> E_TYPE
log10(1000.0)
  => 3.0
log10(0.0)
  !> E_INVARG
log10(-5.0)
  !> E_INVARG
log2(8)
  => 3.0
log2(256)
  => 8.0
log2(0)
  !> E_INVARG
ln1p(0)
  => 0.0
ln1p(-1)
  !> E_INVARG
hypot(3, 4)
  => 5.0
hypot(1e200, 1e200) > 1e200
  => 1
hypot(1.7e308, 1.7e308)
  !> E_FLOAT

// Angles
sin(0.0)
  => 0.0
cos(0.0)
  => 1.0
tan(0.0)
  => 0.0
sin(1.5707963267948966)
  => 1.0
sin(1)
  !> E_TYPE
asin(1.0)
  => 1.5707963267949
asin(1.5)
  !> E_INVARG
acos(-1.0)
  => 3.14159265358979
acos(-1.5)
  !> E_INVARG
atan(1.0)
  => 0.785398163397448
atan(1.0, -1.0)
  => 2.35619449019234
atan(-1.0, -1.0)
  => -2.35619449019234
atan(1.0, 2)
  !> E_TYPE
atan2(1.0, 0.0)
  => 1.5707963267949
sinh(0.0)
  => 0.0
cosh(0.0)
  => 1.0
cosh(1000.0)
  !> E_FLOAT
sinh(-1000.0)
  !> E_FLOAT
tanh(1000.0)
  => 1.0
asinh(0.0)
  => 0.0
acosh(1.0)
  => 0.0
acosh(0.5)
  !> E_INVARG
atanh(0.5)
  => 0.549306144334055
atanh(1.0)
  !> E_INVARG
atanh(2.0)
  !> E_INVARG
to_degrees(3.14159265358979) > 179.999
  => 1
to_radians(180)
  => 3.14159265358979

// Rounding
ceil(2.1)
  => 3.0
ceil(-2.1)
  => -2.0
floor(2.9)
  => 2.0
floor(-2.1)
  => -3.0
trunc(2.9)
  => 2.0
trunc(-2.9)
  => -2.0
floor(2)
  !> E_TYPE
round(2.3)
  => 2.0
round(2.5)
  => 3.0
round(-2.5)
  => -3.0
round(3.4999)
  => 3.0
round(3.14159, 2)
  => 3.14
round(3.14159, 4)
  => 3.1416
round(2.5555, 3)
  => 2.556
round(-2.5555, 2)
  => -2.56
round(12345.6, -2)
  => 12300.0
round(5, 2)
  => 5.0
round(0.0, 400)
  => 0.0
round(2.5, 400)
  => 2.5
round(1e300, 20)
  => 1e+300
round(1.5, -400)
  => 0.0
round(1.0, "bad")
  !> E_TYPE
round()
  !> E_ARGS
fract(3.25)
  => 0.25
fract(-3.25)
  => -0.25
fract(7)
  => 0.0
signum(42)
  => 1.0
signum(-17)
  => -1.0
signum(0)
  => 0.0
recip(2)
  => 0.5
recip(0.5)
  => 2.0
recip(0)
  !> E_DIV
copysign(5.0, -1.0)
  => -5.0
copysign(-5.0, 1)
  => 5.0

// Space
distance({0, 0}, {3, 4})
  => 5.0
distance({0, 0, 0}, {1.0, 2, 2.0})
  => 3.0
distance({5}, {2})
  => 3.0
distance({}, {})
  => 0.0
distance({0, 0}, {3, "4"})
  !> E_TYPE
distance({0, 0}, {3})
  !> E_INVARG
distance(0, 0)
  !> E_TYPE
relative_heading({0.0, 0.0, 0.0}, {1.0, 1.0, 0.0})
  => {45, 0}
relative_heading({0.0, 0.0, 0.0}, {0.0, 1.0, 0.0})
  => {90, 0}
relative_heading({0.0, 0.0, 0.0}, {0.0, -1.0, 0.0})
  => {270, 0}
relative_heading({1.0, 1.0, 1.0}, {1.0, 1.0, 5.0})
  => {0, 90}
relative_heading({0.0, 0.0, 0.0}, {1.0, 2.0, -1.0})
  => {63, -24}
relative_heading({0, 0, 0}, {1, 1, 0})
  !> E_TYPE
simplex_noise({0.5, 1.5}) == simplex_noise({0.5, 1.5})
  => 1
;;
for i in [1..200]
  n = simplex_noise({frandom(100.0), frandom(100.0), frandom(100.0)});
  if (n < -1.0 || n > 1.0) return n; endif
endfor
return "in range";
  => "in range"
simplex_noise({})
  !> E_INVARG
simplex_noise({1.0, 2.0, 3.0, 4.0, 5.0})
  !> E_INVARG
simplex_noise({"x"})
  !> E_TYPE
