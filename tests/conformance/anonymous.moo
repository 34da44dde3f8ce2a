// Anonymous objects: made by create() with a true third argument, known only by reference, gone when nothing refers to them. ToastStunt manual.

// What they are
;;
o = create(#1, 1);
return {typeof(o) == ANON, valid(o), parent(o), parents(o), o.owner == player, o in children(#1)};
  => {1, 1, #1, {#1}, 1, 0}
;;
o = create(#1, player, 1);
return {tostr(o), toliteral({o}), o == o, o == create(#1, 1), o in {o}, equal(o, o)};
  => {"*anonymous*", "{*anonymous*}", 1, 0, 1, 1}
;;
m = max_object();
create(#1, 1);
create(#1, 1);
return max_object() == m;
  => 1
is_anonymous(create(#1, 1))
  => 1
is_anonymous(#1)
  => 0
;;
o = create(#1, 1);
return o ? "true" | "false";
  => "false"
;;
o = create(#1, 1);
o.name = "nobody";
return {o.name, o.r, o.location, o.contents};
  => {"nobody", 0, #-1, {}}
;;
o = create(#1, 1);
o.wizard = 1;
  !> E_INVARG
;;
o = create(#1, 1);
o.programmer = 1;
  !> E_INVARG
;;
o = create(#1, 1);
set_player_flag(o, 1);
  !> E_TYPE
;;
o = create(#1, 1);
move(o, player);
  !> E_TYPE
;;
o = create(#1, 1);
return ["x" -> o]["x"] == o;
  => 1
;;
o = create(#1, 1);
return [o -> 1];
  !> E_TYPE
;;
o = create(#1, 1);
return o < o;
  !> E_TYPE
toobj(create(#1, 1))
  !> E_TYPE
toint(create(#1, 1))
  !> E_TYPE

// Properties and verbs
;;
a = create(#1);
add_property(a, "p", 5, {player, "rc"});
o = create(a, 1);
o.p = o.p + 1;
return {o.p, a.p, isa(o, a), is_clear_property(o, "p"), create(a, 1).p};
  => {6, 5, 1, 0, 5}
;;
o = create(#1, 1);
add_property(o, "own", {1}, {player, "rc"});
add_verb(o, {player, "xd", "twice"}, {"this", "none", "this"});
set_verb_code(o, "twice", {"return {@this.own, @this.own, this == args[1], typeof(this) == ANON};"});
return {o:twice(o), properties(o), verbs(o), respond_to(o, "twice") != 0};
  => {{1, 1, 1, 1}, {"own"}, {"twice"}, 1}
;;
a = create(#1);
add_verb(a, {player, "xd", "initialize"}, {"this", "none", "this"});
set_verb_code(a, "initialize", {"this.name = tostr(@args);"});
return create(a, player, 1, {"n", 1}).name;
  => "n1"
create(#1, 1).nosuch
  !> E_PROPNF
create(#1, 1):nosuch()
  !> E_VERBNF
;;
a = create(#1);
add_property(a, "p", 5, {player, "rc"});
o = create(a, 1);
delete_property(a, "p");
return o.p;
  !> E_PROPNF
;;
a = create(#1);
o = create(a, 1);
add_property(a, "p", 5, {player, "rc"});
return o.p;
  => 5
;;
a = create(#1);
b = create(#1);
add_property(b, "p", 5, {player, "rc"});
o = create(a, 1);
chparent(o, b);
return {o.p, parent(o) == b};
  => {5, 1}

// Their end
;;
o = create(#1, 1);
recycle(o);
return {valid(o), typeof(o) == ANON};
  => {0, 1}
;;
o = create(#1, 1);
recycle(o);
return o.name;
  !> E_INVIND
;;
o = create(#1, 1);
recycle(o);
return o:tell();
  !> E_INVIND
;;
o = create(#1, 1);
recycle(o);
recycle(o);
  !> E_INVARG
;;
a = create(#1);
o = create(a, 1);
recycle(a);
return valid(o);
  => 0
;;
a = create(#1);
add_property(a, "log", {}, {player, "rc"});
add_verb(a, {player, "xd", "recycle"}, {"this", "none", "this"});
set_verb_code(a, "recycle", {"a = parent(this);", "a.log = {@a.log, typeof(this) == ANON};"});
recycle(create(a, 1));
return a.log;
  => {1}

// Who may make them
// as: programmer
create(#1, 1)
  !> E_PERM
;;
a = create(#1);
return valid(create(a, 1));
  => 1
create(#1, #2, 1)
  !> E_PERM
// as: wizard
;;
a = create(#1);
a.a = 1;
return a.a;
  => 1
