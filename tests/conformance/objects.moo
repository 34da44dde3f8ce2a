// Objects: making, families, places, numbers. LambdaMOO Programmer's Manual 4.4.3.1 "Fundamental Operations on Objects", 4.4.3.2 "Object
// Movement"; ToastStunt manual, "Operations on Objects".

// Making and unmaking
typeof(create(#1))
  => 1
parent(create(#1))
  => #1
create(#1).owner == player
  => 1
create(#1).name
  => ""
create(#1).location
  => #-1
create(#1).contents
  => {}
;;
o = create(#1);
return {o.r, o.w, o.f, o.programmer, o.wizard};
  => {0, 0, 0, 0, 0}
;;
o = create(#-1);
return {parent(o), parents(o), ancestors(o)};
  => {#-1, {}, {}}
;;
o = create(#1, #-1);
return o.owner == o;
  => 1
create(#1, player).owner == player
  => 1
create("x")
  !> E_TYPE
create(5)
  !> E_TYPE
create()
  !> E_ARGS
;;
o = create(#1);
recycle(o);
return {valid(o), o in children(#1)};
  => {0, 0}
recycle(#-1)
  !> E_INVARG
recycle("x")
  !> E_TYPE
;;
o = create(#1);
recycle(o);
recycle(o);
  !> E_INVARG
;;
a = create(#1);
b = create(a);
c = create(b);
recycle(b);
return {parent(c) == a, children(a) == {c}};
  => {1, 1}
;;
a = create(#1);
b = create(#1);
move(b, a);
recycle(a);
return {valid(b), b.location};
  => {1, #-1}
;;
a = create(#1);
b = create(a);
add_property(a, "p", 1, {player, "r"});
recycle(a);
return b.p;
  !> E_PROPNF

// What is called on the way
;;
a = create(#1);
add_verb(a, {player, "xd", "initialize"}, {"this", "none", "this"});
set_verb_code(a, "initialize", {"this.name = \"made\";"});
return create(a).name;
  => "made"
;;
a = create(#1);
b = create(#1);
b.name = "still there";
add_verb(a, {player, "xd", "recycle"}, {"this", "none", "this"});
set_verb_code(a, "recycle", {tostr("#", toint(b), ".name = tostr(this == #", toint(a), ", args);")});
recycle(a);
return b.name;
  => "1{list}"

// Families
;;
a = create(#1);
b = create(a);
c = create(a);
return children(a) == {b, c};
  => 1
children(create(#1))
  => {}
children(#-1)
  !> E_INVARG
parent(#-1)
  !> E_INVARG
parent(1)
  !> E_TYPE
;;
a = create(#1);
b = create(#1);
chparent(b, a);
return {parent(b) == a, children(a) == {b}, b in children(#1)};
  => {1, 1, 0}
;;
a = create(#1);
chparent(a, #-1);
return {parent(a), a in children(#1)};
  => {#-1, 0}
chparent(#-1, #1)
  !> E_INVARG
chparent(create(#1), #-2)
  !> E_INVARG
;;
a = create(#1);
chparent(a, a);
  !> E_RECMOVE
;;
a = create(#1);
b = create(a);
c = create(b);
chparent(a, c);
  !> E_RECMOVE
;;
a = create(#1);
b = create(#1);
add_property(a, "p", 1, {player, ""});
add_property(b, "p", 2, {player, ""});
chparent(a, b);
  !> E_INVARG
;;
a = create(#1);
b = create(#1);
c = create(b);
add_property(a, "p", 1, {player, ""});
add_property(c, "p", 2, {player, ""});
chparent(b, a);
  !> E_INVARG
;;
a = create(#1);
b = create(a);
add_property(a, "p", 1, {player, ""});
b.p = 5;
c = create(a);
chparent(b, c);
return b.p;
  => 5
;;
a = create(#1);
b = create(a);
add_property(a, "p", 1, {player, ""});
b.p = 5;
chparent(b, #1);
chparent(b, a);
return b.p;
  => 1

// Several parents
;;
a = create(#1);
b = create(#1);
c = create({a, b});
return {parents(c) == {a, b}, parent(c) == a, children(a) == {c}, children(b) == {c}};
  => {1, 1, 1, 1}
;;
a = create(#1);
b = create(#1);
c = create({a, b});
return ancestors(c) == {a, #1, b};
  => 1
;;
a = create(#1);
b = create(#1);
c = create({a, b});
chparents(c, {b, a});
return parents(c) == {b, a};
  => 1
chparents(create(#1), {})
  => 0
chparents(create(#1), {#1, #1})
  !> E_INVARG
chparents(create(#1), {"x"})
  !> E_TYPE
chparents(create(#1), #1)
  !> E_TYPE
;;
a = create(#1);
b = create(#1);
c = create({a, b});
add_property(a, "p", "a", {player, ""});
add_property(b, "q", "b", {player, ""});
return {c.p, c.q};
  => {"a", "b"}
;;
a = create(#1);
b = create(#1);
c = create({a, b});
d = create(c);
recycle(c);
return parents(d) == {a, b};
  => 1

// Asking about families
;;
a = create(#1);
b = create(a);
return {ancestors(b) == {a, #1}, ancestors(b, 1) == {b, a, #1}, descendants(a) == {b}, descendants(a, 1) == {a, b}};
  => {1, 1, 1, 1}
;;
a = create(#1);
b = create(a);
return {isa(b, a), isa(b, b), isa(a, b), isa(b, #1), isa(#-1, #1)};
  => {1, 1, 0, 1, 0}
;;
a = create(#1);
b = create(a);
c = create(#1);
return {isa(b, {c, a}), isa(b, {c}), isa(b, {c, a}, 1) == a, isa(b, {c}, 1)};
  => {1, 0, 1, #-1}
isa(1, #1)
  !> E_TYPE
isa(#1, "x")
  !> E_TYPE
ancestors(#-1)
  !> E_INVARG
descendants("x")
  !> E_TYPE

// Places
;;
a = create(#1);
b = create(#1);
c = create(#1);
move(b, a);
move(c, a);
return {a.contents == {b, c}, b.location == a};
  => {1, 1}
;;
a = create(#1);
b = create(#1);
c = create(#1);
move(b, a);
move(c, a);
move(b, #-1);
move(b, a);
return a.contents == {c, b};
  => 1
;;
a = create(#1);
b = create(#1);
c = create(#1);
move(b, a);
move(c, a, 1);
return a.contents == {c, b};
  => 1
;;
a = create(#1);
move(a, a);
  !> E_RECMOVE
;;
a = create(#1);
b = create(#1);
move(b, a);
move(a, b);
  !> E_RECMOVE
move(#-1, #1)
  !> E_INVARG
move(create(#1), #-2)
  !> E_INVARG
create(#1).location = #1
  !> E_PERM
create(#1).contents = {}
  !> E_PERM
;;
a = create(#1);
b = create(#1);
c = create(#1);
move(b, a);
move(c, b);
return {locations(c) == {b, a}, locations(c, a) == {b}, locations(a)};
  => {1, 1, {}}
locations(#-1)
  !> E_INVIND
;;
a = create(#1);
b = create(a);
return {occupants({a, b, player}), occupants({a, b}, a) == {a, b}, occupants({a, b}, b) == {b}, occupants({a, b}, a, 1)} == {{player}, 1, 1, {}};
  => 1
occupants({#-1})
  !> E_INVARG
occupants({#1}, 5)
  !> E_TYPE

// What a move calls: accept, exitfunc, enterfunc
;;
room = create(#1);
other = create(#1);
thing = create(#1);
for o in ({room, other})
  for v in ({"accept", "exitfunc", "enterfunc"})
    add_verb(o, {player, "xd", v}, {"this", "none", "this"});
    set_verb_code(o, v, {"this.name = this.name + \" \" + verb;", "return 1;"});
  endfor
endfor
move(thing, room);
move(thing, other);
return {room.name, other.name};
  => {" accept enterfunc exitfunc", " accept enterfunc"}

// Numbers
valid(#-1)
  => 0
valid(#1)
  => 1
valid("x")
  !> E_TYPE
;;
o = create(#1);
return max_object() == o;
  => 1
;;
a = create(#1);
b = create(#1);
recycle(a);
return {a in recycled_objects() > 0, b in recycled_objects()};
  => {1, 0}
;;
a = create(#1);
b = create(#1);
recycle(b);
reset_max_object();
suspend(0);
return {max_object() == a, create(#1) == b};
  => {1, 1}
;;
a = create(#1);
b = create(#1);
recycle(a);
return {next_recycled_object(a) == a, recreate(a, #1) == a, valid(a)};
  => {1, 1, 1}
recreate(#1, #1)
  !> E_INVARG
;;
a = create(#1);
recycle(a);
b = create(#1);
return recreate(toobj(toint(b) + 1), #1);
  !> E_INVARG
renumber(#-1)
  !> E_INVARG
object_bytes(#1) > 0
  => 1
object_bytes(#-1)
  !> E_INVIND
player in owned_objects(player) > 0
  => 1
owned_objects(#-1)
  !> E_INVIND
;;
o = create(#1);
o.name = "an object for conformance";
return locate_by_name("OBJECT FOR CONFORMANCE") == {o};
  => 1

// Players
is_player(player)
  => 1
is_player(#1)
  => 0
is_player(#-1)
  !> E_INVARG
player in players() > 0
  => 1
;;
o = create(#1);
set_player_flag(o, 1);
before = {is_player(o), o in players() > 0};
set_player_flag(o, 0);
return {@before, is_player(o), o in players()};
  => {1, 1, 0, 0}
set_player_flag(#-1, 1)
  !> E_INVARG

