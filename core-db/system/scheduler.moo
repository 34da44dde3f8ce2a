object SCHEDULER [
  import_export_id -> "scheduler",
  import_export_hierarchy -> {"system"}
]
  name: "scheduler"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  // {number, owner, kind, spec, object, verb, next time, last time, runs, what to do about missed runs}; the first two tidy up at night
  property jobs (owner: ARCHWIZARD, flags: "") = {
    {1, ARCHWIZARD, "cron", "17 4 * * *", MAIL, "expire", 0, 0, 0, "once"},
    {2, ARCHWIZARD, "cron", "27 4 * * *", RECYCLER, "empty", 0, 0, 0, "once"}
  };
  property last_id (owner: ARCHWIZARD, flags: "") = 2;
  // jobs that players who are no wizards may have
  property most (owner: ARCHWIZARD, flags: "rc") = 10;
  // the shortest time between two runs, in seconds
  property shortest (owner: ARCHWIZARD, flags: "rc") = 10;
  // the task that waits for the next time
  property task (owner: ARCHWIZARD, flags: "") = 0;
  override aliases = {"scheduler"};
  override description = "Calls verbs at fixed times, restarts of the server notwithstanding.";

  method help_msg owner: ARCHWIZARD
    // $scheduler calls a verb every so often (@every), or at times as cron knows them (@cron): minute, hour, day of the month, month, day of the week, each *, a number, a list 1,3,5, a range 1-5, or */10.
    // The verb runs with the permissions of whoever made the job. Runs that fell into a time when the server was down are skipped, or made up for once, if the job says "once".
  endmethod

  method server_started owner: ARCHWIZARD
    // :server_started() goes on after a restart.
    caller == #0 || caller_perms().wizard || raise(E_PERM);
    this:_wake();
  endmethod

  method add owner: ARCHWIZARD
    // :add(owner, "every" or "cron", spec, object, verb [, missed]) => the number of a new job, or a string that says what is wrong
    // The spec is a number of seconds, or five words; missed is "skip" or "once".
    {who, kind, spec, what, name, ?missed = "skip"} = args;
    caller_perms().wizard || caller_perms() == who || raise(E_PERM);
    who.wizard || length({job for job in (this.jobs) if job[2] == who}) < this.most || return tostr("You may have ", this.most, " jobs.");
    valid(what) && respond_to(what, name) || return tostr("There is no verb ", what, ":", name, " that can be called.");
    if (kind == "every")
      typeof(spec) == INT && spec >= this.shortest || return tostr("The time between two runs is at least ", this.shortest, " seconds.");
    else
      problem = this:why_bad_cron(spec);
      problem && return problem;
    endif
    next = this:next_time(kind, spec, time());
    next || return "That time never comes.";
    id = this.last_id + 1;
    this.last_id = id;
    this.jobs = {@this.jobs, {id, who, kind, spec, what, name, next, 0, 0, missed}};
    this:_wake();
    return id;
  endmethod

  method remove owner: ARCHWIZARD
    // :remove(number) => whether there was such a job that the caller may remove
    {id} = args;
    i = $list_utils:iassoc(id, this.jobs);
    i && (caller_perms().wizard || this.jobs[i][2] == caller_perms()) || return false;
    this.jobs = listdelete(this.jobs, i);
    return true;
  endmethod

  method jobs_of owner: ARCHWIZARD
    // :jobs_of(who) => the jobs that somebody made; all of them for $nothing
    {who} = args;
    caller_perms().wizard || caller_perms() == who || raise(E_PERM);
    return {job for job in (this.jobs) if who == $nothing || job[2] == who};
  endmethod

  method _wake owner: ARCHWIZARD
    // :_wake() sees to it that a task waits for the next time
    caller == this || raise(E_PERM);
    this.task && valid_task(this.task) && `kill_task(this.task) ! ANY';
    this.task = 0;
    this.jobs || return;
    next = min(@{job[7] for job in (this.jobs)});
    fork id (max(0, next - time()))
      this:_run();
    endfork
    this.task = id;
  endmethod

  method _run owner: ARCHWIZARD
    // :_run() starts what is due and waits on
    caller == this || raise(E_PERM);
    this.task = 0;
    now = time();
    for job, i in (this.jobs)
      {id, who, kind, spec, what, name, due, last, runs, missed} = job;
      if (due <= now)
        late = now - due > 120;
        next = this:next_time(kind, spec, now);
        if (!late || missed == "once")
          this.jobs[i] = {id, who, kind, spec, what, name, next, now, runs + 1, missed};
          fork (0)
            this:_call(who, what, name);
          endfork
        else
          this.jobs[i] = listset(job, next, 7);
        endif
      endif
    endfor
    this.jobs = {job for job in (this.jobs) if job[7] && valid(job[5]) && valid(job[2])};
    this:_wake();
  endmethod

  method _call owner: ARCHWIZARD
    // :_call(who, object, verb) calls a verb with somebody's permissions
    caller == this || raise(E_PERM);
    {who, what, name} = args;
    player = who;
    set_task_perms(who);
    what:(name)();
  endmethod

  method next_time owner: ARCHWIZARD
    // :next_time(kind, spec, after) => the time of the next run, 0 if there is none
    {kind, spec, after} = args;
    kind == "every" && return after + spec;
    {minutes, hours, days, months, weekdays} = this:_fields(spec);
    at = after - after % 60 + 60;
    // at most four years of days are tried
    for day in [0..1500]
      {year, month, date, hour, minute, second, weekday} = $time_utils:fields(at);
      start = at - hour * 3600 - minute * 60 - second;
      // as cron: with both given, either day will do
      any_date = length(days) == 31;
      any_weekday = length(weekdays) == 8;
      right_weekday = weekday - 1 in weekdays || (weekday == 1 && 7 in weekdays);
      fits = any_date ? right_weekday | any_weekday ? date in days | date in days || right_weekday;
      if (month in months && fits)
        for h in (hours)
          for m in (minutes)
            when = start + h * 3600 + m * 60;
            when >= at && return when;
          endfor
        endfor
      endif
      at = start + 86400;
      suspend_if_needed();
    endfor
    return 0;
  endmethod

  method _field owner: ARCHWIZARD
    // :_field(word, least, most) => the numbers that a word of a cron line means, {} if it makes no sense
    {word, least, most} = args;
    numbers = {};
    for part in (explode(word, ","))
      step = 1;
      if ((slash = index(part, "/")))
        step = toint(part[slash + 1..$]);
        part = part[1..slash - 1];
        step > 0 || return {};
      endif
      if (part == "*")
        {first, last} = {least, most};
      elseif ((found = match(part, "^%([0-9]+%)-%([0-9]+%)$")))
        {first, last} = {toint(substitute("%1", found)), toint(substitute("%2", found))};
      elseif (match(part, "^[0-9]+$"))
        first = last = toint(part);
      else
        return {};
      endif
      first >= least && last <= most && first <= last || return {};
      n = first;
      while (n <= last)
        numbers = setadd(numbers, n);
        n = n + step;
      endwhile
    endfor
    return sort(numbers);
  endmethod

  method _fields owner: ARCHWIZARD
    // :_fields(spec) => the numbers of the five words of a cron line
    words = explode(args[1]);
    bounds = {{0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 7}};
    return length(words) == 5 ? {this:_field(words[i], @bounds[i]) for i in [1..5]} | {};
  endmethod

  method why_bad_cron owner: ARCHWIZARD
    // :why_bad_cron(spec) => what is wrong with a cron line, "" if nothing is
    fields = this:_fields(args[1]);
    fields || return "A cron line has five words: minute, hour, day, month, day of the week.";
    i = {} in fields;
    return i ? tostr("\"", explode(args[1])[i], "\" is no ", {"minute (0-59)", "hour (0-23)", "day (1-31)", "month (1-12)", "day of the week (0-7)"}[i], ".") | "";
  endmethod

  method test_cron owner: ARCHWIZARD
    $test:equal(this:_field("*/15", 0, 59), {0, 15, 30, 45});
    $test:equal(this:_field("1,3-5", 0, 7), {1, 3, 4, 5});
    $test:equal(this:_field("9", 0, 7), {});
    $test:equal(this:_field("x", 0, 7), {});
    $test:equal(this:why_bad_cron("0 12 * * 1-5"), "");
    $test:true(this:why_bad_cron("0 25 * * *"));
    $test:true(this:why_bad_cron("0 12 *"));
    $test:equal(this:next_time("every", 60, 1000), 1060);
    noon = $time_utils:from_fields(2026, 11, 20, 12, 0, 0);
    $test:equal(this:next_time("cron", "0 12 * * *", noon - 1), noon);
    $test:equal(this:next_time("cron", "0 12 * * *", noon), noon + 86400);
    $test:equal(this:next_time("cron", "*/10 * * * *", noon + 1), noon + 600);
    $test:equal($time_utils:fields(this:next_time("cron", "0 0 1 1 *", noon))[1..3], {2027, 1, 1});
    $test:equal(this:next_time("cron", "0 0 31 2 *", noon), 0);
  endmethod

  method test_chores owner: ARCHWIZARD
    chores = {{job[5], job[6]} for job in (this.jobs) if job[2] == this.owner};
    $test:true({$mail, "expire"} in chores, "old letters are taken out of lists");
    $test:true({$recycler, "empty"} in chores, "the bin is emptied");
    for job in (this.jobs)
      $test:equal(job[3] == "cron" ? this:why_bad_cron(job[4]) | "", "");
      $test:true(respond_to(job[5], job[6]));
    endfor
  endmethod

  method when_text owner: ARCHWIZARD
    // :when_text(time) => "in 5m", or the date
    {when} = args;
    when - time() < 86400 && return "in " + $login:short_time(max(0, when - time()));
    return $time_utils:time_sub("$Y-$1-$3 $H:$M UTC", when);
  endmethod

  method test_jobs owner: ARCHWIZARD
    $test:equal(typeof(this:add(#2, "every", 1, #2, "title")), STR);
    $test:equal(typeof(this:add(#2, "every", 600, #2, "no_such_verb_here")), STR);
    id = this:add(#2, "every", 600, #2, "title");
    $test:equal(typeof(id), INT);
    $test:true($list_utils:assoc(id, this:jobs_of(#2)));
    $test:true(this:remove(id));
    $test:false(this:remove(id));
  endmethod
endobject
