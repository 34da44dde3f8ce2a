// Who may do what. LambdaMOO Programmer's Manual, 2.2 "Objects in the MOO Database" and the functions' own descriptions.
// Nothing here belongs to the programmer but what the expectation makes; #1 is a wizard's.

// as: programmer

// Objects
create(#1).owner == player
  => 1
create(#1, #1)
  !> E_PERM
create(#1, #-1)
  !> E_PERM
;;
o = create(#1);
o.f = 0;
return create(o) in children(o) > 0;
  => 1
recycle(#1)
  !> E_PERM
move(#1, #-1)
  !> E_PERM
move(player, create(#1))
  !> E_NACC
;;
o = create(#1);
add_verb(o, {player, "xd", "accept"}, {"this", "none", "this"});
set_verb_code(o, "accept", {"return 0;"});
move(create(#1), o);
  !> E_NACC
;;
o = create(#1);
add_verb(o, {player, "xd", "accept"}, {"this", "none", "this"});
set_verb_code(o, "accept", {"return 1;"});
thing = create(#1);
move(thing, o);
return thing.location == o;
  => 1
chparent(#1, #-1)
  !> E_PERM
chparents(#1, {})
  !> E_PERM
renumber(create(#1))
  !> E_PERM
reset_max_object()
  !> E_PERM
object_bytes(create(#1))
  !> E_PERM
set_player_flag(create(#1), 1)
  !> E_PERM
locate_by_name("x")
  !> E_PERM

// Built-in properties
#1.name = "mine"
  !> E_PERM
#1.r = 0
  !> E_PERM
create(#1).owner = #1
  !> E_PERM
create(#1).wizard = 1
  !> E_PERM
create(#1).programmer = 1
  !> E_PERM
player.name = "somebody else"
  !> E_PERM
;;
o = create(#1);
o.name = "mine";
o.r = o.w = o.f = 1;
return {o.name, o.r, o.w, o.f};
  => {"mine", 1, 1, 1}

// Properties
add_property(#1, "mine", 1, {player, ""})
  !> E_PERM
add_property(create(#1), "theirs", 1, {#1, ""})
  !> E_PERM
;;
o = create(#1);
add_property(o, "p", 1, {player, ""});
return {o.p, property_info(o, "p") == {player, ""}};
  => {1, 1}
;;
o = create(#1);
add_property(o, "p", 1, {player, "r"});
set_property_info(o, "p", {#1, "r"});
  !> E_PERM
delete_property(#1, "p")
  !> E_PERM

// Verbs
add_verb(#1, {player, "d", "v"}, {"this", "none", "none"})
  !> E_PERM
add_verb(create(#1), {#1, "d", "v"}, {"this", "none", "none"})
  !> E_PERM
delete_verb(#1, "v")
  !> E_PERM
;;
o = create(#1);
add_verb(o, {player, "d", "v"}, {"this", "none", "none"});
set_verb_info(o, "v", {#1, "d", "v"});
  !> E_PERM
;;
o = create(#1);
add_verb(o, {player, "", "v"}, {"this", "none", "none"});
return {verb_info(o, "v")[2], verb_code(o, "v"), set_verb_code(o, "v", {"return 1;"})};
  => {"", {}, {}}

// Tasks
set_task_perms(#1)
  !> E_PERM
set_task_perms(player)
  => 0
task_local()
  !> E_PERM
set_task_local(1)
  !> E_PERM
rollback()
  !> E_PERM
;;
fork id (60)
endfork
n = length(queued_tasks());
kill_task(id);
return n - length(queued_tasks());
  => 1
read()
  !> E_PERM
read(#1)
  !> E_PERM

// Connections
notify(#1, "x")
  !> E_PERM
notify(player, "to myself")
  ~> to myself
boot_player(#1)
  !> E_PERM
force_input(#1, "x")
  !> E_PERM
flush_input(#1)
  !> E_PERM
connection_name(#1)
  !> E_PERM
output_delimiters(#1)
  !> E_PERM
switch_player(player, #1)
  !> E_PERM
listen(player, 1)
  !> E_PERM
unlisten(1)
  !> E_PERM
open_network_connection("example.org", 80)
  !> E_PERM

// The server
shutdown()
  !> E_PERM
dump_database()
  !> E_PERM
server_log("x")
  !> E_PERM
load_server_options()
  !> E_PERM
getenv("HOME")
  !> E_PERM
usage()
  !> E_PERM
verb_cache_stats()
  !> E_PERM

// as: wizard

// Wizards may all that
;;
o = create(#1);
p = create(#1, o);
p.name = "theirs";
add_property(p, "q", 1, {o, ""});
p.q = 2;
p.owner = player;
return {p.name, p.q, p.owner == player};
  => {"theirs", 2, 1}
;;
o = create(#1);
o.wizard = 1;
return o.wizard;
  => 1
;;
o = create(#1);
move(o, player);
return o.location == player;
  => 1

// A verb runs with its owner's permissions, whoever calls it
;;
weak = create(#1);
weak.owner = weak;
o = create(#1);
add_verb(o, {weak, "xd", "try"}, {"this", "none", "this"});
set_verb_code(o, "try", {"return `server_log(\"x\") ! ANY';"});
return o:try();
  => E_PERM
