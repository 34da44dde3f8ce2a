// Tasks: forking, suspending, stacks, permissions, limits. LambdaMOO Programmer's Manual 4.4.5 "Operations Involving Tasks".

// Numbers and allowances
typeof(task_id())
  => 0
;;
id = task_id();
suspend(0);
return task_id() == id;
  => 1
ticks_left() > 0
  => 1
;;
before = ticks_left();
for i in [1..100]
endfor
return before - ticks_left() >= 100;
  => 1
seconds_left() >= 0
  => 1

// Forking
;;
o = create(#1);
fork (0)
  o.name = "forked";
endfork
first = o.name;
while (o.name == first)
  suspend(0);
endwhile
return {first, o.name};
  => {"", "forked"}
;;
o = create(#1);
x = "before";
fork (0)
  o.name = x;
endfork
x = "after";
while (!o.name)
  suspend(0);
endwhile
return o.name;
  => "before"
;;
fork id (60)
endfork
found = {t[1] for t in (queued_tasks())};
kill_task(id);
return {id in found > 0, id in {t[1] for t in (queued_tasks())}};
  => {1, 0}
;;
fork (-1)
endfork
  !> E_INVARG
;;
fork ("x")
endfork
  !> E_TYPE
;;
start = time();
fork id (60)
endfork
t = {t for t in (queued_tasks()) if t[1] == id}[1];
kill_task(id);
return {length(t), t[2] - start >= 59, t[5] == player};
  => {10, 1, 1}

// Suspending, resuming, killing
suspend(0)
  => 0
suspend(-1)
  !> E_INVARG
suspend("x")
  !> E_TYPE
;;
me = task_id();
fork (0)
  resume(me, "woken");
endfork
return suspend();
  => "woken"
;;
me = task_id();
fork (0)
  resume(me, E_RANGE);
endfork
return suspend();
  !> E_RANGE
resume(0)
  !> E_INVARG
kill_task(0)
  !> E_INVARG
resume(task_id())
  !> E_INVARG
;;
o = create(#1);
fork id (0)
  suspend(0.2);
  o.name = "too late";
endfork
suspend(0.05);
kill_task(id);
suspend(0.3);
return o.name;
  => ""
;;
fork id (60)
endfork
return {kill_task(id), `kill_task(id) ! E_INVARG'};
  => {0, E_INVARG}
yin()
  => 0
suspend_if_needed()
  => 0
suspend_if_needed(10000000)
  => 1
commit(5)
  => 5

// Stacks
;;
o = create(#1);
add_property(o, "seen", 0, {player, "rw"});
fork (0)
  o.seen = callers();
endfork
while (o.seen == 0)
  suspend(0);
endwhile
return o.seen;
  => {}
;;
o = create(#1);
add_verb(o, {player, "xd", "a"}, {"this", "none", "this"});
add_verb(o, {player, "xd", "b"}, {"this", "none", "this"});
set_verb_code(o, "a", {"", "return this:b();"});
set_verb_code(o, "b", {"return callers(1);"});
c = o:a()[1];
return {c[1] == o, c[2], c[3] == player, c[4] == o, c[5] == player, c[6]};
  => {1, "a", 1, 1, 1, 2}
;;
o = create(#1);
add_verb(o, {player, "xd", "a"}, {"this", "none", "this"});
set_verb_code(o, "a", {"suspend();"});
fork id (0)
  o:a();
endfork
while (`length(task_stack(id)) ! E_INVARG => 0' < 2)
  suspend(0);
endwhile
s = task_stack(id, 1);
kill_task(id);
return {s[1][1] == o, s[1][2], s[1][6]};
  => {1, "a", 1}
task_stack(0)
  !> E_INVARG
task_stack("x")
  !> E_TYPE

// Permissions of tasks
task_perms() == player
  => 1
;;
o = create(#1);
add_property(o, "seen", 0, {player, "rw"});
fork (0)
  o.seen = caller_perms();
endfork
while (o.seen == 0)
  suspend(0);
endwhile
return o.seen;
  => #-1
;;
o = create(#1);
before = caller_perms();
set_task_perms(o);
return {task_perms() == o, caller_perms() == before};
  => {1, 1}
;;
o = create(#1);
set_task_perms(o);
set_task_perms(player);
  !> E_PERM

// What a task keeps for itself
;;
set_task_local({1, "two"});
suspend(0);
return task_local();
  => {1, "two"}
task_local()
  => []

// Waiting for other tasks, messages (mooR)
;;
fork id (0)
  return "done";
endfork
return wait_task(id);
  => "done"
wait_task(task_id())
  !> E_INVARG
;;
me = task_id();
fork (0)
  task_send(me, {"a", "message"});
endfork
all = {};
while (!all)
  all = task_recv(5);
endwhile
return all;
  => {{"a", "message"}}
task_recv()
  => {}
valid_task(task_id())
  => 1
valid_task(0)
  => 0
;;
o = create(#1);
fork id (0)
  o.name = "undone";
  rollback();
endfork
while (valid_task(id))
  suspend(0);
endwhile
return o.name;
  => ""

// Errors that are raised
raise(E_PERM)
  !> E_PERM
raise(E_PERM, "no", 5)
  !> E_PERM
;;
try
  raise("code", "message", {1});
except e (ANY)
  return e[1..3];
endtry
  => {"code", "message", {1}}
;;
o = create(#1);
add_verb(o, {player, "xd", "deep"}, {"this", "none", "this"});
set_verb_code(o, "deep", {"return this:deep();"});
return o:deep();
  !> E_MAXREC
;;
while (1)
endwhile
  ~> Task ran out of ticks

// Reading needs a connection that this task may read from
read(#-99999)
  !> E_INVARG
