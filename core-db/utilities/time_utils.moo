object TIME_UTILS [
  import_export_id -> "time_utils",
  import_export_hierarchy -> {"utilities"}
]
  name: "time utilities"
  parent: GENERIC_UTILS
  owner: HACKER
  readable: true

  property dayabbrs (owner: HACKER, flags: "rc") = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  property days (owner: HACKER, flags: "rc") = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
  property monthabbrs (owner: HACKER, flags: "rc") = {
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec"
  };
  property monthlens (owner: HACKER, flags: "rc") = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  property months (owner: HACKER, flags: "rc") = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };
  property time_units (owner: HACKER, flags: "rc") = {
    {31536000, "year", "years", "yr", "yrs", "y"},
    {2628000, "month", "months", "mo", "mos"},
    {604800, "week", "weeks", "wk", "wks", "w"},
    {86400, "day", "days", "dy", "dys", "d"},
    {3600, "hour", "hours", "hr", "hrs", "h"},
    {60, "minute", "minutes", "min", "mins", "m"},
    {1, "second", "seconds", "sec", "secs", "s"}
  };
  override aliases = {"time_utils"};
  override description = "Verbs about times and spans of time. A time is the number of seconds since 1970, or what ctime() writes.";

  method fields owner: HACKER
    // :fields(time [, offset]) => {year, month, day, hour, minute, second, weekday 1 (Sunday) to 7}, that many seconds away from UTC
    {?time = time(), ?offset = 0} = args;
    typeof(time) == STR && (time = this:from_ctime(time));
    t = time + offset;
    days = $math_utils:div(t, 86400);
    rest = t - days * 86400;
    // the calendar counted from 1 March of the year 0, so that leap days come last
    z = days + 719468;
    era = $math_utils:div(z, 146097);
    doe = z - era * 146097;
    yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    mp = (5 * doy + 2) / 153;
    day = doy - (153 * mp + 2) / 5 + 1;
    month = mp < 10 ? mp + 3 | mp - 9;
    year = yoe + era * 400 + (month <= 2 ? 1 | 0);
    return {year, month, day, rest / 3600, rest % 3600 / 60, rest % 60, (days % 7 + 11) % 7 + 1};
  endmethod

  method from_fields owner: HACKER
    // :from_fields(year, month, day [, hour [, minute [, second]]]) => the time in UTC
    {year, month, day, ?hour = 0, ?minute = 0, ?second = 0} = args;
    y = month <= 2 ? year - 1 | year;
    era = $math_utils:div(y, 400);
    yoe = y - era * 400;
    doy = (153 * (month > 2 ? month - 3 | month + 9) + 2) / 5 + day - 1;
    doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return (era * 146097 + doe - 719468) * 86400 + hour * 3600 + minute * 60 + second;
  endmethod

  method day owner: HACKER
    // :day(time) => the name of its day: "Friday"
    return this.days[this:fields(args[1])[7]];
  endmethod

  method month owner: HACKER
    // :month(time) => the name of its month: "November"
    return this.months[this:fields(args[1])[2]];
  endmethod

  method ampm owner: HACKER
    // :ampm(time [, precision]) => the time of day: "3:07 p.m."; precision 1 is hours, 2 minutes, 3 seconds
    {time, ?precision = 2} = args;
    {y, mo, d, hour, minute, second, w} = this:fields(time);
    text = tostr((hour + 11) % 12 + 1);
    precision >= 2 && (text = tostr(text, ":", this:_two(minute)));
    precision >= 3 && (text = tostr(text, ":", this:_two(second)));
    return tostr(text, hour < 12 ? " a.m." | " p.m.");
  endmethod

  method _two owner: HACKER
    // :_two(number) => the number in two digits
    return args[1] < 10 ? tostr("0", args[1]) | tostr(args[1]);
  endmethod

  method to_seconds owner: HACKER
    // :to_seconds("hh:mm:ss") => seconds since midnight
    parts = explode(args[1], ":");
    return 3600 * toint(parts[1]) + 60 * toint(parts[2]) + (length(parts) > 2 ? toint(parts[3]) | 0);
  endmethod

  method from_ctime owner: HACKER
    // :from_ctime("Fri Nov 20 12:48:43 2026 UTC") => the time, or E_DIV if it cannot be read; every zone counts as UTC
    words = explode(args[1]);
    length(words) >= 5 || return E_DIV;
    month = words[2] in this.monthabbrs;
    clock = explode(words[4], ":");
    month && length(clock) == 3 || return E_DIV;
    return this:from_fields(toint(words[5]), month, toint(words[3]), toint(clock[1]), toint(clock[2]), toint(clock[3]));
  endmethod

  method "dhms dayshoursminutesseconds" owner: HACKER
    // :dhms(seconds) => "[[days:]hours:]minutes:seconds": 3725 is "1:02:05"
    {s} = args;
    s < 0 && return "-" + this:(verb)(-s);
    text = this:_two(s % 60);
    s < 3600 && return tostr(s / 60, ":", text);
    text = tostr(this:_two(s % 3600 / 60), ":", text);
    s < 86400 && return tostr(s / 3600, ":", text);
    return tostr(s / 86400, ":", this:_two(s % 86400 / 3600), ":", text);
  endmethod

  method english_time owner: HACKER
    // :english_time(seconds [, start]) => the span in years, months, days, hours, minutes and seconds: "1 day, 2 hours, and 3 seconds"
    {span, ?start = time()} = args;
    span < 1 && return "0 seconds";
    parts = {};
    {y1, m1, d1, @rest} = this:fields(start);
    {y2, m2, d2, h2, i2, s2, w2} = this:fields(start + span);
    months = (y2 - y1) * 12 + m2 - m1;
    while (months > 0 && this:add_months(start, months) > start + span)
      months = months - 1;
    endwhile
    left = start + span - this:add_months(start, months);
    counts = {months / 12, months % 12, left / 86400, left % 86400 / 3600, left % 3600 / 60, left % 60};
    for name, i in ({"year", "month", "day", "hour", "minute", "second"})
      counts[i] && (parts = {@parts, $string_utils:pluralize(counts[i], name)});
    endfor
    return $string_utils:english_list(parts, "0 seconds");
  endmethod

  method add_months owner: HACKER
    // :add_months(time, months) => the same day and time of day that many months on, or the last day of a shorter month
    {time, count} = args;
    {y, m, d, h, i, s, w} = this:fields(time);
    m = m - 1 + count;
    y = y + $math_utils:div(m, 12);
    m = $math_utils:mod(m, 12) + 1;
    last = this.monthlens[m] + (m == 2 && this:is_leap_year(y) ? 1 | 0);
    return this:from_fields(y, m, min(d, last), h, i, s);
  endmethod

  method is_leap_year owner: HACKER
    // :is_leap_year(year) => whether it has 366 days
    {y} = args;
    return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
  endmethod

  method from_day owner: HACKER
    // :from_day(day of the week [, which]) => midnight of that day: the most recent one (-1), the next (1) or the nearest (0); larger numbers are weeks
    {day, ?which = 0} = args;
    typeof(day) == STR && !toint(day) && (day = $string_utils:find_prefix(day, this.days));
    day = toint(day);
    day >= 1 && day <= 7 || return E_DIV;
    today = time() / 86400 * 86400;
    delta = (day - this:fields(today)[7] + 7) % 7;
    next = today + (delta || 7) * 86400;
    last = today + (delta - 7) * 86400;
    delta == 0 && (last = today);
    which > 0 && return next + (which - 1) * 604800;
    which < 0 && return last + (which + 1) * 604800;
    delta == 0 && return today;
    return time() - last < next - time() ? last | next;
  endmethod

  method from_month owner: HACKER
    // :from_month(month [, which [, day]]) => midnight of the first (or that) day of the month: the most recent one (-1), the next (1) or the nearest (0); larger numbers are years
    {month, ?which = 0, ?day = 1} = args;
    typeof(month) == STR && !toint(month) && (month = $string_utils:find_prefix(month, this.months));
    month = toint(month);
    month >= 1 && month <= 12 || return E_DIV;
    year = this:fields(time())[1];
    last = this:from_fields(year, month, day);
    last > time() && (last = this:from_fields(year = year - 1, month, day));
    which > 0 && return this:from_fields(year + which, month, day);
    which < 0 && return this:from_fields(year + which + 1, month, day);
    next = this:from_fields(year + 1, month, day);
    return time() - last < next - time() ? last | next;
  endmethod

  method time_sub owner: HACKER
    // :time_sub(text [, time]) => the text with $H $M $S (hour, minute, second), $h $m $s (without zeros), $O $o (12-hour clock), $P $p (AM, am), $D $d (day), $N $n (month), $Y $y (year), $T $t (day of the month), $1 $2 (month in digits), $3 (day of the month with a zero), $Z (zone) and $$ filled in
    {text, ?time = time()} = args;
    {y, mo, d, h, i, s, w} = this:fields(time);
    twelve = (h + 11) % 12 + 1;
    values = {"H", this:_two(h), "h", h, "M", this:_two(i), "m", i, "S", this:_two(s), "s", s, "O", this:_two(twelve), "o", twelve, "P", h < 12 ? "AM" | "PM", "p", h < 12 ? "am" | "pm", "D", this.days[w], "d", this.dayabbrs[w], "N", this.months[mo], "n", this.monthabbrs[mo], "Y", y, "y", this:_two(y % 100), "T", d < 10 ? tostr(" ", d) | d, "t", d, "1", this:_two(mo), "2", mo, "3", this:_two(d), "Z", "UTC", "Q", "", "$", "$"};
    pieces = explode(text, "$", 1);
    out = pieces[1];
    at = 2;
    while (at <= length(pieces))
      piece = pieces[at];
      at = at + 1;
      if (!piece)
        at <= length(pieces) && (out = tostr(out, "$", pieces[at]));
        at = at + 1;
        continue;
      endif
      place = is_member(piece[1], values);
      out = place % 2 ? tostr(out, values[place + 1], piece[2..$]) | tostr(out, "$", piece);
    endwhile
    return out;
  endmethod

  method "mmddyy ddmmyy mmddyyyy ddmmyyyy" owner: HACKER
    // :mmddyy(time [, separator]), :ddmmyy, :mmddyyyy, :ddmmyyyy => the date: "11/20/26"
    {time, ?separator = "/"} = args;
    {y, m, d, @rest} = this:fields(time);
    year = length(verb) > 6 ? tostr(y) | this:_two(y % 100);
    return verb[1] == "m" ? tostr(this:_two(m), separator, this:_two(d), separator, year) | tostr(this:_two(d), separator, this:_two(m), separator, year);
  endmethod

  method iso owner: HACKER
    // :iso([time]) => the time as "2026-11-20 12:48:43"
    {?time = time()} = args;
    {y, m, d, h, i, s, w} = this:fields(time);
    return tostr(y, "-", this:_two(m), "-", this:_two(d), " ", this:_two(h), ":", this:_two(i), ":", this:_two(s));
  endmethod

  method rfc822_ctime owner: HACKER
    // :rfc822_ctime([time]) => the time as mail headers have it: "Fri, 20 Nov 2026 12:48:43 +0000"
    {?time = time()} = args;
    {y, m, d, h, i, s, w} = this:fields(time);
    return tostr(this.dayabbrs[w], ", ", d, " ", this.monthabbrs[m], " ", y, " ", this:_two(h), ":", this:_two(i), ":", this:_two(s), " +0000");
  endmethod

  method parse_english_time_interval owner: HACKER
    // :parse_english_time_interval("2 hours and 30 minutes") or (…("2", "hours", "30", "minutes")) => the span in seconds; E_TYPE or E_ARGS if it cannot be read
    // Units may be short and stand at the number, as in "2h30m".
    words = length(args) == 1 ? explode(strsub(strsub(args[1], ",", " "), " and ", " ")) | args;
    total = 0;
    at = 1;
    words || return E_ARGS;
    while (at <= length(words))
      word = words[at];
      at = at + 1;
      if (word == "and")
        continue;
      endif
      if (match(word, "^[0-9]+$"))
        at > length(words) && return E_ARGS;
        number = toint(word);
        unit = this:_unit(words[at]);
        at = at + 1;
        unit || return E_TYPE;
        total = total + number * unit;
      elseif (word in {"a", "an", "one"} && at <= length(words))
        unit = this:_unit(words[at]);
        at = at + 1;
        unit || return E_TYPE;
        total = total + unit;
      else
        while (word)
          found = match(word, "^%([0-9]+%)%([a-z]+%)");
          found || return E_TYPE;
          unit = this:_unit(substitute("%2", found));
          unit || return E_TYPE;
          total = total + toint(substitute("%1", found)) * unit;
          word = word[found[2] + 1..$];
        endwhile
      endif
    endwhile
    return total;
  endmethod

  method _unit owner: HACKER
    // :_unit(word) => how many seconds a unit has, 0 if there is none of this name
    for unit in (this.time_units)
      args[1] in unit && return unit[1];
    endfor
    return 0;
  endmethod

  method seconds_until_time owner: HACKER
    // :seconds_until_time("hh:mm:ss") => seconds until that time today, negative if it is over
    return this:to_seconds(args[1]) - time() % 86400;
  endmethod

  method seconds_until_date owner: HACKER
    // :seconds_until_date(month, day, "hh:mm:ss", which) => seconds until then; which as in :from_month
    {month, day, time, which} = args;
    return this:from_month(month, which, day) + this:to_seconds(time) - time();
  endmethod

  method dst_midnight owner: HACKER
    // :dst_midnight(time) => the time: here all times are UTC, without daylight saving
    return args[1];
  endmethod

  method sun owner: HACKER
    // :sun([time]) => how high the sun stands, from -10000 at midnight to 10000 at noon
    {?time = time()} = args;
    return toint(round(-10000.0 * cos(tofloat(time % 86400) * 2.0 * $math_utils.pi / 86400.0)));
  endmethod

  method ago owner: HACKER
    // :ago(time) => how long ago that was, roughly: "two hours ago"
    {time} = args;
    span = time() - time;
    return span < 5 ? "just now" | $string_utils:from_seconds(span) + " ago";
  endmethod

  method offset_of owner: ARCHWIZARD
    // :offset_of(who) => how many seconds the clock of somebody's time zone is ahead of UTC
    {who} = args;
    offset = `who:timezone_offset() ! ANY => 0';
    return typeof(offset) == INT ? offset | 0;
  endmethod

  method short_time owner: ARCHWIZARD
    // :short_time(time [, who]) => the time as briefly as it can be told, on somebody's clock: "12:48" for today, "20 Nov 12:48" for this year, else "20 Nov 2025"
    {time, ?who = $nothing} = args;
    offset = valid(who) ? this:offset_of(who) | 0;
    {y, mo, d, h, i, s, w} = this:fields(time, offset);
    {ny, nmo, nd, @rest} = this:fields(time(), offset);
    clock = tostr(this:_two(h), ":", this:_two(i));
    {y, mo, d} == {ny, nmo, nd} && return clock;
    date = tostr(d, " ", this.monthabbrs[mo]);
    return y == ny ? date + " " + clock | tostr(date, " ", y);
  endmethod

  method long_time owner: ARCHWIZARD
    // :long_time(time [, who]) => the time in full, on somebody's clock: "Friday, 20 November 2026, 12:48"
    {time, ?who = $nothing} = args;
    {y, mo, d, h, i, s, w} = this:fields(time, valid(who) ? this:offset_of(who) | 0);
    return tostr(this.days[w], ", ", d, " ", this.months[mo], " ", y, ", ", this:_two(h), ":", this:_two(i));
  endmethod

  method test_calendar owner: HACKER
    t = 1795178923;
    $test:equal(this:fields(t), {2026, 11, 20, 12, 48, 43, 6});
    $test:equal(this:from_fields(2026, 11, 20, 12, 48, 43), t);
    $test:equal(this:from_ctime("Fri Nov 20 12:48:43 2026 UTC"), t);
    $test:equal(this:from_ctime("nonsense"), E_DIV);
    $test:equal(this:fields(0), {1970, 1, 1, 0, 0, 0, 5});
    $test:equal(this:fields(951782400)[1..3], {2000, 2, 29});
    $test:equal(this:day(t), "Friday");
    $test:equal(this:month(t), "November");
    $test:equal(this:ampm(t), "12:48 p.m.");
    $test:equal(this:ampm(0, 3), "12:00:00 a.m.");
    $test:equal(this:mmddyy(t), "11/20/26");
    $test:equal(this:ddmmyyyy(t, "."), "20.11.2026");
    $test:equal(this:iso(t), "2026-11-20 12:48:43");
    $test:equal(this:rfc822_ctime(t), "Fri, 20 Nov 2026 12:48:43 +0000");
    $test:equal(this:time_sub("$D $t $N $Y, $H:$M $$", t), "Friday 20 November 2026, 12:48 $");
    $test:equal(this:add_months(this:from_fields(2026, 1, 31), 1), this:from_fields(2026, 2, 28));
    $test:equal(this:long_time(t), "Friday, 20 November 2026, 12:48");
    $test:equal(this:short_time(0), "1 Jan 1970");
    $test:equal(length(this:short_time(time())), 5);
    $test:equal(this:offset_of($no_one), 0);
    $test:true(this:is_leap_year(2028));
    $test:false(this:is_leap_year(2100));
  endmethod

  method test_spans owner: HACKER
    $test:equal(this:dhms(3725), "1:02:05");
    $test:equal(this:dhms(59), "0:59");
    $test:equal(this:dhms(90061), "1:01:01:01");
    $test:equal(this:dhms(-61), "-1:01");
    $test:equal(this:english_time(0), "0 seconds");
    $test:equal(this:english_time(93784, 0), "1 day, 2 hours, 3 minutes, and 4 seconds");
    $test:equal(this:english_time(31536000, 0), "1 year");
    $test:equal(this:parse_english_time_interval("30", "secs", "2", "minutes", "31", "seconds"), 181);
    $test:equal(this:parse_english_time_interval("2 hours and 30 minutes"), 9000);
    $test:equal(this:parse_english_time_interval("2h30m"), 9000);
    $test:equal(this:parse_english_time_interval("a week"), 604800);
    $test:equal(this:parse_english_time_interval("2 moons"), E_TYPE);
    $test:equal(this:to_seconds("01:02:03"), 3723);
    $test:equal(this:sun(43200), 10000);
  endmethod
endobject
