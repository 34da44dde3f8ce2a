object CONVERT_UTILS [
  import_export_id -> "convert_utils",
  import_export_hierarchy -> {"utilities"}
]
  name: "conversion utilities"
  parent: GENERIC_UTILS
  owner: HACKER
  readable: true

  // short and long names of the powers of ten
  property prefixes (owner: HACKER, flags: "rc") = {
    {"kilo", 1000.0},
    {"mega", 1000000.0},
    {"giga", 1000000000.0},
    {"milli", 0.001},
    {"micro", 1e-06},
    {"nano", 1e-09},
    {"centi", 0.01},
    {"deci", 0.1},
    {"hecto", 100.0},
    {"k", 1000.0},
    {"c", 0.01},
    {"m", 0.001}
  };
  // name -> {factor, what it measures as a map of basic units to powers}
  property units (owner: HACKER, flags: "rc") = [
    "acre" -> {4046.8564224, ["m" -> 2]},
    "day" -> {86400.0, ["s" -> 1]},
    "feet" -> {0.3048, ["m" -> 1]},
    "foot" -> {0.3048, ["m" -> 1]},
    "ft" -> {0.3048, ["m" -> 1]},
    "g" -> {0.001, ["kg" -> 1]},
    "gallon" -> {0.003785411784, ["m" -> 3]},
    "gram" -> {0.001, ["kg" -> 1]},
    "h" -> {3600.0, ["s" -> 1]},
    "hectare" -> {10000.0, ["m" -> 2]},
    "hour" -> {3600.0, ["s" -> 1]},
    "inch" -> {0.0254, ["m" -> 1]},
    "inches" -> {0.0254, ["m" -> 1]},
    "j" -> {1.0, ["kg" -> 1, "m" -> 2, "s" -> -2]},
    "joule" -> {1.0, ["kg" -> 1, "m" -> 2, "s" -> -2]},
    "knot" -> {0.5144444444444445, ["m" -> 1, "s" -> -1]},
    "l" -> {0.001, ["m" -> 3]},
    "lb" -> {0.45359237, ["kg" -> 1]},
    "liter" -> {0.001, ["m" -> 3]},
    "litre" -> {0.001, ["m" -> 3]},
    "m" -> {1.0, ["m" -> 1]},
    "meter" -> {1.0, ["m" -> 1]},
    "metre" -> {1.0, ["m" -> 1]},
    "mile" -> {1609.344, ["m" -> 1]},
    "min" -> {60.0, ["s" -> 1]},
    "minute" -> {60.0, ["s" -> 1]},
    "mph" -> {0.44704, ["m" -> 1, "s" -> -1]},
    "n" -> {1.0, ["kg" -> 1, "m" -> 1, "s" -> -2]},
    "newton" -> {1.0, ["kg" -> 1, "m" -> 1, "s" -> -2]},
    "ounce" -> {0.028349523125, ["kg" -> 1]},
    "oz" -> {0.028349523125, ["kg" -> 1]},
    "pa" -> {1.0, ["kg" -> 1, "m" -> -1, "s" -> -2]},
    "pascal" -> {1.0, ["kg" -> 1, "m" -> -1, "s" -> -2]},
    "pint" -> {0.000473176473, ["m" -> 3]},
    "pound" -> {0.45359237, ["kg" -> 1]},
    "s" -> {1.0, ["s" -> 1]},
    "sec" -> {1.0, ["s" -> 1]},
    "second" -> {1.0, ["s" -> 1]},
    "ton" -> {907.18474, ["kg" -> 1]},
    "tonne" -> {1000.0, ["kg" -> 1]},
    "w" -> {1.0, ["kg" -> 1, "m" -> 2, "s" -> -3]},
    "watt" -> {1.0, ["kg" -> 1, "m" -> 2, "s" -> -3]},
    "week" -> {604800.0, ["s" -> 1]},
    "yard" -> {0.9144, ["m" -> 1]},
    "year" -> {31557600.0, ["s" -> 1]}
  ];
  override aliases = {"convert_utils"};
  override description = "Verbs that convert measures: lengths, weights, times, temperatures, angles.";

  method "dd_to_dms dh_to_hms" owner: HACKER
    // :dd_to_dms(degrees) => {degrees, minutes, seconds}; :dh_to_hms does the same for hours
    x = tofloat(args[1]);
    sign = x < 0.0 ? -1 | 1;
    x = abs(x);
    whole = toint(x);
    minutes = (x - tofloat(whole)) * 60.0;
    full = toint(minutes);
    return {sign * whole, sign * full, tofloat(sign) * (minutes - tofloat(full)) * 60.0};
  endmethod

  method "dms_to_dd hms_to_dh" owner: HACKER
    // :dms_to_dd(degrees, minutes, seconds) => degrees as a float; :hms_to_dh does the same for hours
    {degrees, minutes, seconds} = args;
    return tofloat(degrees) + tofloat(minutes) / 60.0 + tofloat(seconds) / 3600.0;
  endmethod

  method rect_to_polar owner: HACKER
    // :rect_to_polar(x, y) => {radius, angle in radians}
    {x, y} = args;
    return {$math_utils:norm(x, y), atan(tofloat(y), tofloat(x))};
  endmethod

  method polar_to_rect owner: HACKER
    // :polar_to_rect(radius, angle in radians) => {x, y}
    {radius, angle} = args;
    return {tofloat(radius) * cos(tofloat(angle)), tofloat(radius) * sin(tofloat(angle))};
  endmethod

  method "F_to_C degF_to_degC" owner: HACKER
    // :F_to_C(degrees Fahrenheit) => degrees Celsius
    return (tofloat(args[1]) - 32.0) / 1.8;
  endmethod

  method "C_to_F degC_to_degF" owner: HACKER
    // :C_to_F(degrees Celsius) => degrees Fahrenheit
    return tofloat(args[1]) * 1.8 + 32.0;
  endmethod

  method "K_to_C degK_to_degC" owner: HACKER
    // :K_to_C(kelvins) => degrees Celsius
    return tofloat(args[1]) - 273.15;
  endmethod

  method "C_to_K degC_to_degK" owner: HACKER
    // :C_to_K(degrees Celsius) => kelvins
    return tofloat(args[1]) + 273.15;
  endmethod

  method "F_to_R degF_to_degR" owner: HACKER
    // :F_to_R(degrees Fahrenheit) => degrees Rankine
    return tofloat(args[1]) + 459.67;
  endmethod

  method "R_to_F degR_to_degF" owner: HACKER
    // :R_to_F(degrees Rankine) => degrees Fahrenheit
    return tofloat(args[1]) - 459.67;
  endmethod

  method convert owner: HACKER
    // :convert("3 miles/hour", "km/h") => how many of the second the first is, a float; {{factor, units}, {factor, units}} if they do not measure the same; E_INVARG if a unit is unknown
    {from, to} = args;
    a = this:_measure(from);
    b = this:_measure(to);
    typeof(a) == LIST && typeof(b) == LIST || return E_INVARG;
    a[2] == b[2] || return {{a[1], this:_format_units(a[2])}, {b[1], this:_format_units(b[2])}};
    return a[1] / b[1];
  endmethod

  method _measure owner: HACKER
    // :_measure(text) => {factor, map of basic units to powers}, or E_INVARG
    {text} = args;
    factor = 1.0;
    powers = [];
    sign = 1;
    for half, i in (explode(strsub(text, " per ", "/"), "/"))
      sign = i == 1 ? 1 | -1;
      for word in (explode(strtr(half, "*-", "  ")))
        if (match(word, "^[0-9.]+%(e[-+]?[0-9]+%|%)$"))
          x = tofloat(word);
          factor = sign > 0 ? factor * x | factor / x;
          continue;
        endif
        power = 1;
        if ((found = match(word, "^%([a-z]+%)%^?%([0-9]%)$")))
          power = toint(substitute("%2", found));
          word = substitute("%1", found);
        endif
        unit = this:_unit(word);
        typeof(unit) == LIST || return E_INVARG;
        factor = factor * unit[1] ^ tofloat(sign * power);
        for n, name in (unit[2])
          powers[name] = (maphaskey(powers, name) ? powers[name] | 0) + sign * power * n;
        endfor
      endfor
    endfor
    return {factor, $map_utils:filter(powers, {n, name} => n != 0)};
  endmethod

  method _unit owner: HACKER
    // :_unit(word) => {factor, map of basic units to powers} for a unit, its plural, or one with a prefix; E_INVARG for anything else
    {word} = args;
    units = this.units;
    maphaskey(units, word) && return units[word];
    length(word) > 3 && word[$] == "s" && maphaskey(units, word[1..$ - 1]) && return units[word[1..$ - 1]];
    for prefix in (this.prefixes)
      size = length(prefix[1]);
      if (length(word) > size && index(word, prefix[1]) == 1)
        rest = word[size + 1..$];
        length(rest) > 3 && rest[$] == "s" && (rest = rest[1..$ - 1]);
        maphaskey(units, rest) && return {prefix[2] * units[rest][1], units[rest][2]};
      endif
    endfor
    return E_INVARG;
  endmethod

  method _format_units owner: HACKER
    // :_format_units(map) => "kg m / s^2"
    above = {};
    below = {};
    for n, name in (args[1])
      text = abs(n) == 1 ? name | tostr(name, "^", abs(n));
      n > 0 ? above = {@above, text} | (below = {@below, text});
    endfor
    return tostr($string_utils:from_list(above, " "), below ? " / " + $string_utils:from_list(below, " ") | "");
  endmethod

  method test_measures owner: HACKER
    close = {a, b} => abs(a - b) < 0.0001;
    $test:true(close(this:convert("1 mile", "m"), 1609.344));
    $test:true(close(this:convert("3 miles/hour", "km/h"), 4.828032));
    $test:true(close(this:convert("2 ft", "inches"), 24.0));
    $test:true(close(this:convert("1 m^2", "cm^2"), 10000.0));
    $test:true(close(this:convert("1 N", "kg m / s^2"), 1.0));
    $test:equal(this:convert("3 parsnips", "m"), E_INVARG);
    $test:equal(this:convert("1 kg", "m")[2], {1.0, "m"});
    $test:equal(this:_format_units(["kg" -> 1, "m" -> 1, "s" -> -2]), "kg m / s^2");
  endmethod

  method test_degrees owner: HACKER
    $test:equal(this:F_to_C(212), 100.0);
    $test:equal(this:C_to_F(0), 32.0);
    $test:true(abs(this:K_to_C(this:C_to_K(20)) - 20.0) < 0.0001);
    $test:true(abs(this:R_to_F(this:F_to_R(20)) - 20.0) < 0.0001);
    $test:equal(this:dms_to_dd(1, 30, 0), 1.5);
    $test:equal(this:dd_to_dms(1.5), {1, 30, 0.0});
    $test:equal(this:dd_to_dms(-1.5), {-1, -30, 0.0});
    $test:true(abs(this:rect_to_polar(0, 2)[2] - $math_utils.pi / 2.0) < 0.0001);
    $test:true(abs(this:polar_to_rect(2, 0)[1] - 2.0) < 0.0001);
  endmethod
endobject
