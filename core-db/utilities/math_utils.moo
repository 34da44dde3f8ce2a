object MATH_UTILS [
  import_export_id -> "math_utils",
  import_export_hierarchy -> {"utilities"}
]
  name: "math utilities"
  parent: GENERIC_UTILS
  owner: HACKER
  readable: true

  property base_alphabet (owner: HACKER, flags: "rc") = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  property phi (owner: HACKER, flags: "rc") = 1.618033988749895;
  property pi (owner: HACKER, flags: "rc") = 3.141592653589793;
  override aliases = {"math_utils"};
  override description = "Verbs that calculate.";

  method factorial owner: HACKER
    // :factorial(n) => 1 * 2 * … * n
    {n} = args;
    n < 0 && return E_INVARG;
    product = 1;
    for i in [2..n]
      product = product * i;
    endfor
    return product;
  endmethod

  method pow owner: HACKER
    // :pow(x, n) => x to the power of n
    {x, n} = args;
    return typeof(x) == FLOAT ? x ^ tofloat(n) | x ^ n;
  endmethod

  method fibonacci owner: HACKER
    // :fibonacci(n) => {0, 1, 1, 2, …}, n + 1 numbers each the sum of the two before
    {n} = args;
    n < 0 && return E_INVARG;
    numbers = {0, 1};
    while (length(numbers) <= n)
      numbers = {@numbers, numbers[$] + numbers[$ - 1]};
    endwhile
    return numbers[1..n + 1];
  endmethod

  method geometric owner: HACKER
    // :geometric(x [, n]) => 1 + x + x^2 + … + x^n, to the fifth power if not said
    {x, ?n = 5} = args;
    n < 0 && return E_INVARG;
    total = 1;
    power = 1;
    for i in [1..n]
      power = power * x;
      total = total + power;
    endfor
    return total;
  endmethod

  method divmod owner: HACKER
    // :divmod(n, d) => {quotient, remainder}, the quotient rounded down and the remainder never negative for a positive d
    {n, d} = args;
    return {this:div(n, d), this:mod(n, d)};
  endmethod

  method mod owner: HACKER
    // :mod(n, d) => the remainder of n / d, with the sign of d
    {n, d} = args;
    r = n % d;
    return r && (r < 0) != (d < 0) ? r + d | r;
  endmethod

  method div owner: HACKER
    // :div(n, d) => n / d rounded down
    {n, d} = args;
    return (n - this:mod(n, d)) / d;
  endmethod

  method combinations owner: HACKER
    // :combinations(n, r) => in how many ways r of n things can be chosen
    {n, r} = args;
    0 <= (r = min(r, n - r)) || return 0;
    count = 1;
    for i in [1..r]
      count = count * (n - r + i) / i;
    endfor
    return count;
  endmethod

  method permutations owner: HACKER
    // :permutations(n, r) => in how many ways r of n things can be set in a row
    {n, r} = args;
    r < 0 || n < r && return 0;
    count = 1;
    for i in [n - r + 1..n]
      count = count * i;
    endfor
    return count;
  endmethod

  method parts owner: HACKER
    // :parts(n, q [, digits]) => {whole part, decimals} of n / q, five digits if not said: parts(7, 4) is {1, 75000}
    {n, q, ?digits = 5} = args;
    return {n / q, n % q * 10 ^ digits / q};
  endmethod

  method sqrt owner: HACKER
    // :sqrt(n) => the square root; of an integer, rounded down
    {n} = args;
    n < 0 && return E_INVARG;
    typeof(n) == FLOAT && return sqrt(n);
    root = toint(sqrt(tofloat(n)));
    while (root * root > n)
      root = root - 1;
    endwhile
    return root;
  endmethod

  method exp owner: HACKER
    // :exp(x) => e to the power of x
    return exp(tofloat(args[1]));
  endmethod

  method random owner: HACKER
    // :random(n) => some number from 1 to n, or from n to -1 for a negative n
    {n} = args;
    return n < 0 ? -random(-n) | random(n);
  endmethod

  method random_range owner: HACKER
    // :random_range(range [, mean]) => some number from mean - range to mean + range
    {range, ?mean = 0} = args;
    return mean + random(2 * abs(range) + 1) - abs(range) - 1;
  endmethod

  method is_prime owner: HACKER
    // :is_prime(n) => whether n is a prime number
    {n} = args;
    n < 2 && return false;
    n % 2 || return n == 2;
    i = 3;
    while (i * i <= n)
      n % i || return false;
      i = i + 2;
    endwhile
    return true;
  endmethod

  method AND owner: HACKER
    // :AND(x, y) => the bits that are set in both
    return args[1] &. args[2];
  endmethod

  method OR owner: HACKER
    // :OR(x, y) => the bits that are set in one or both
    return args[1] |. args[2];
  endmethod

  method XOR owner: HACKER
    // :XOR(x, y) => the bits that are set in just one
    return args[1] ^. args[2];
  endmethod

  method NOT owner: HACKER
    // :NOT(x) => all bits turned around
    return ~args[1];
  endmethod

  method blfromint owner: HACKER
    // :BLFromInt(n) => the 64 bits of n, the highest first
    {n} = args;
    return {n >>> 64 - i &. 1 for i in [1..64]};
  endmethod

  method intfrombl owner: HACKER
    // :IntFromBL(bits) => the number with those bits, the highest first
    n = 0;
    for bit in (args[1])
      n = n << 1 |. bit;
    endfor
    return n;
  endmethod

  method "gcd greatest_common_divisor" owner: HACKER
    // :gcd(a, b) => the greatest number that divides both
    a = abs(args[1]);
    b = abs(args[2]);
    while (b)
      {a, b} = {b, a % b};
    endwhile
    return a;
  endmethod

  method "lcm least_common_multiple" owner: HACKER
    // :lcm(a, b) => the least number that both divide
    {a, b} = args;
    a && b || return 0;
    return abs(a / this:gcd(a, b) * b);
  endmethod

  method "are_rel_prime are_relatively_prime" owner: HACKER
    // :are_relatively_prime(a, b) => whether nothing but 1 divides both
    return this:gcd(@args) == 1;
  endmethod

  method base_conversion owner: HACKER
    // :base_conversion(number, from, to) => the number, a string or integer in one base, as a string in another, from 2 to 36
    {number, from, to} = args;
    from < 2 || from > 36 || to < 2 || to > 36 && return E_RANGE;
    value = 0;
    for digit in (tostr(number))
      d = index(this.base_alphabet, digit);
      d && d <= from || return E_INVARG;
      value = value * from + d - 1;
    endfor
    out = "";
    while (value)
      out = this.base_alphabet[value % to + 1] + out;
      value = value / to;
    endwhile
    return out || "0";
  endmethod

  method simpson owner: HACKER
    // :simpson({a, b}, {f(a), f((a + b) / 2), f(b)} [, as float]) => the area under the function from a to b, nearly: Simpson's rule
    {ends, values, ?wanted = 0} = args;
    {a, b} = ends;
    {first, middle, last} = values;
    typeof(a) == FLOAT && return (b - a) * (first + 4.0 * middle + last) / 6.0;
    wanted && return tofloat((b - a) * (first + 4 * middle + last)) / 6.0;
    return (b - a) * (first + 4 * middle + last) / 6;
  endmethod

  method aexp owner: HACKER
    // :aexp(x) => 10000 times e to the power of x / 10000, as an integer
    return toint(round(10000.0 * exp(tofloat(args[1]) / 10000.0)));
  endmethod

  method precision owner: HACKER
    // :precision(float, digits) => the number rounded to so many digits behind the point
    {x, digits} = args;
    unit = 10.0 ^ tofloat(digits);
    return round(x * unit) / unit;
  endmethod

  method norm owner: HACKER
    // :norm(a, b, …) => the square root of the sum of their squares
    total = 0.0;
    for x in (args)
      total = total + tofloat(x) * tofloat(x);
    endfor
    return sqrt(total);
  endmethod

  method "sin cos tan" owner: HACKER
    // :sin(degrees), :cos(degrees), :tan(degrees) => the function of an angle in degrees
    return call_function(verb, this:deg2rad(args[1]));
  endmethod

  method "asin acos atan arcsin arccos arctan" owner: HACKER
    // :asin(x), :acos(x), :atan(x) => the angle in degrees
    return this:rad2deg(call_function(strsub(verb, "arc", "a"), tofloat(args[1])));
  endmethod

  method "xsin xcos" owner: HACKER
    // :xsin(degrees), :xcos(degrees) => 10000 times the sine or cosine of an angle, as an integer
    return toint(round(10000.0 * call_function(verb[2..$], this:deg2rad(args[1]))));
  endmethod

  method "deg2rad deg2rads" owner: HACKER
    // :deg2rad(degrees) => the angle in radians
    return tofloat(args[1]) * this.pi / 180.0;
  endmethod

  method "rad2deg rads2deg" owner: HACKER
    // :rad2deg(radians) => the angle in degrees
    return tofloat(args[1]) * 180.0 / this.pi;
  endmethod

  method round owner: HACKER
    // :round(x, unit) => x rounded to the nearest multiple of the unit
    {x, unit} = args;
    typeof(x) == FLOAT && return round(x / tofloat(unit)) * tofloat(unit);
    return this:div(2 * x + unit, 2 * unit) * unit;
  endmethod

  method rint owner: HACKER
    // :rint(x) => x rounded to the nearest whole number, as a float
    return round(args[1]);
  endmethod

  method "mean average" owner: HACKER
    // :mean(list) or :mean(x, …) => the mean of the numbers
    numbers = typeof(args[1]) == LIST ? args[1] | args;
    return this:sum(numbers) / (typeof(numbers[1]) == FLOAT ? tofloat(length(numbers)) | length(numbers));
  endmethod

  method "sum sum_int sum_float" owner: HACKER
    // :sum(list) or :sum(x, …) => the sum of the numbers
    numbers = args && typeof(args[1]) == LIST ? args[1] | args;
    total = numbers && typeof(numbers[1]) == FLOAT ? 0.0 | 0;
    for number in (numbers)
      total = total + number;
    endfor
    return total;
  endmethod

  method test_integers owner: HACKER
    $test:equal(this:factorial(5), 120);
    $test:equal(this:factorial(0), 1);
    $test:equal(this:pow(2, 10), 1024);
    $test:equal(this:fibonacci(6), {0, 1, 1, 2, 3, 5, 8});
    $test:equal(this:geometric(2, 3), 15);
    $test:equal(this:divmod(-7, 3), {-3, 2});
    $test:equal(this:mod(7, -3), -2);
    $test:equal(this:combinations(5, 2), 10);
    $test:equal(this:permutations(5, 2), 20);
    $test:equal(this:parts(7, 4), {1, 75000});
    $test:equal(this:sqrt(17), 4);
    $test:true(this:is_prime(97));
    $test:false(this:is_prime(91));
    $test:equal(this:gcd(12, 18), 6);
    $test:equal(this:lcm(4, 6), 12);
    $test:true(this:are_relatively_prime(8, 9));
    $test:equal(this:base_conversion("FF", 16, 10), "255");
    $test:equal(this:base_conversion(5, 10, 2), "101");
    $test:equal(this:round(17, 5), 15);
    $test:equal(this:round(18, 5), 20);
    $test:equal(this:mean(1, 2, 3), 2);
    $test:equal(this:sum({1, 2, 3}), 6);
    $test:equal(this:sum(), 0);
  endmethod

  method test_bits owner: HACKER
    $test:equal(this:AND(12, 10), 8);
    $test:equal(this:OR(12, 10), 14);
    $test:equal(this:XOR(12, 10), 6);
    $test:equal(this:NOT(0), -1);
    $test:equal(this:IntFromBL(this:BLFromInt(-5)), -5);
    $test:equal(this:BLFromInt(5)[62..64], {1, 0, 1});
  endmethod

  method test_angles owner: HACKER
    $test:true(abs(this:sin(30) - 0.5) < 0.000001);
    $test:true(abs(this:atan(1) - 45.0) < 0.000001);
    $test:equal(this:xcos(60), 5000);
    $test:equal(this:norm(3, 4), 5.0);
    $test:equal(this:simpson({0, 6}, {0, 9, 36}), 72);
    $test:equal(this:simpson({0, 1}, {0, 0, 1}, 1), 1.0 / 6.0);
    $test:equal(this:aexp(0), 10000);
    $test:equal(this:aexp(10000), 27183);
    $test:equal(this:precision(3.14159, 2), 3.14);
  endmethod
endobject
