// WAIFs: values with the properties and verbs that a class object defines under names with a colon in front. ToastStunt manual.

// What they are
;;
c = create(#1);
add_property(c, ":size", 3, {player, "rc"});
add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
set_verb_code(c, "new", {"return new_waif();"});
add_verb(c, {player, "xd", ":grow"}, {"this", "none", "this"});
set_verb_code(c, ":grow", {"this.size = this.size + args[1];", "return this.size;"});
w = c:new();
return {typeof(w) == WAIF, w.class == c, w.owner == player, w:grow(4), w.size, c:new().size};
  => {1, 1, 1, 7, 7, 3}
;;
c = create(#1);
add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
set_verb_code(c, "new", {"return new_waif();"});
w = c:new();
return {tostr(w), toliteral(w) == "[[class = " + toliteral(c) + ", owner = " + toliteral(player) + "]]", w == w, w == c:new(), w ? 1 | 0};
  => {"[[waif]]", 1, 1, 0, 0}
new_waif()
  !> E_INVIND
;;
c = create(#1);
add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
set_verb_code(c, "new", {"return new_waif();"});
return {valid(c:new())};
  !> E_TYPE
;;
c = create(#1);
add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
set_verb_code(c, "new", {"return new_waif();"});
w = c:new();
return {w.wizard, w.programmer, isa(w, c), isa(w, #1), isa(w, player), children(c)};
  => {0, 0, 1, 1, 0, {}}
;;
c = create(#1);
add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
set_verb_code(c, "new", {"return new_waif();"});
return [c:new() -> 1];
  !> E_TYPE
;;
c = create(#1);
o = create(c, 1);
add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
set_verb_code(c, "new", {"return new_waif();"});
return o:new();
  !> E_INVARG

// Properties
;;
c = create(#1);
add_property(c, ":a", {}, {player, "rc"});
add_property(c, "b", 2, {player, "rc"});
add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
set_verb_code(c, "new", {"return new_waif();"});
w = c:new();
w.a = {1};
w.a[1] = 5;
return {w.a, w.("a"), c.(":a"), `w.b ! E_PROPNF => "none"', `w.nosuch = 1 ! E_PROPNF => "none"', `w.(":a") ! E_PROPNF => "none"'};
  => {{5}, {5}, {}, "none", "none", "none"}
;;
c = create(#1);
d = create(c);
add_property(c, ":a", 1, {player, "rc"});
add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
set_verb_code(c, "new", {"return new_waif();"});
w = d:new();
c.(":a") = 2;
before = w.a;
w.a = 3;
c.(":a") = 4;
return {before, w.a, w.class == d};
  => {2, 3, 1}
;;
c = create(#1);
add_property(c, ":a", 1, {player, "rc"});
add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
set_verb_code(c, "new", {"return new_waif();"});
w = c:new();
w.a = 3;
delete_property(c, ":a");
gone = `w.a ! E_PROPNF => "gone"';
add_property(c, ":a", 7, {player, "rc"});
return {gone, w.a};
  => {"gone", 7}
;;
c = create(#1);
add_property(c, ":a", 1, {player, "rc"});
add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
set_verb_code(c, "new", {"return new_waif();"});
w = c:new();
w.class = #1;
  !> E_PERM
;;
c = create(#1);
add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
set_verb_code(c, "new", {"return new_waif();"});
w = c:new();
w.owner = #1;
  !> E_PERM
;;
c = create(#1);
add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
set_verb_code(c, "new", {"return new_waif();"});
w = c:new();
w.wizard = 1;
  !> E_PERM

// One does not hold itself
;;
c = create(#1);
add_property(c, ":a", 1, {player, "rc"});
add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
set_verb_code(c, "new", {"return new_waif();"});
w = c:new();
w.a = {[1 -> w]};
  !> E_RECMOVE
;;
c = create(#1);
add_property(c, ":a", 1, {player, "rc"});
add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
set_verb_code(c, "new", {"return new_waif();"});
w = c:new();
v = c:new();
v.a = {w};
w.a = v;
  !> E_RECMOVE
;;
c = create(#1);
add_property(c, ":a", 1, {player, "rc"});
add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
set_verb_code(c, "new", {"return new_waif();"});
w = c:new();
v = c:new();
u = c:new();
v.a = w;
u.a = {v, w};
return u.a[1].a == w;
  => 1

// They are shared, not copied
;;
c = create(#1);
add_property(c, ":a", 1, {player, "rc"});
add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
set_verb_code(c, "new", {"return new_waif();"});
w = c:new();
l = {w, w};
l[1].a = 9;
return {l[2].a, w.a};
  => {9, 9}

// Verbs
;;
c = create(#1);
add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
set_verb_code(c, "new", {"return new_waif();"});
add_verb(c, {player, "xd", ":look"}, {"this", "none", "this"});
set_verb_code(c, ":look", {"return {typeof(this) == WAIF, this == args[1], verb, caller == player, callers()};"});
add_verb(c, {player, "xd", "plain"}, {"this", "none", "this"});
set_verb_code(c, "plain", {"return 1;"});
w = c:new();
return {w:look(w)[1..3], `w:plain() ! E_VERBNF => "none"', `w:nosuch() ! E_VERBNF => "none"', `c:look(1) ! E_VERBNF => "none"'};
  => {{1, 1, ":look"}, "none", "none", "none"}
;;
c = create(#1);
d = create(c);
add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
set_verb_code(c, "new", {"return new_waif();"});
add_verb(c, {player, "xd", ":kind"}, {"this", "none", "this"});
set_verb_code(c, ":kind", {"return {\"c\", @args};"});
add_verb(d, {player, "xd", ":kind"}, {"this", "none", "this"});
set_verb_code(d, ":kind", {"return {\"d\", @pass(@args, 2)};"});
return d:new():kind(1);
  => {"d", "c", 1, 2}
;;
c = create(#1);
add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
set_verb_code(c, "new", {"return new_waif();"});
add_verb(c, {player, "xd", ":twin"}, {"this", "none", "this"});
set_verb_code(c, ":twin", {"return new_waif();"});
w = c:new();
return w:twin().class == c;
  => 1

// Without the class
;;
c = create(#1);
add_property(c, ":a", 1, {player, "rc"});
add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
set_verb_code(c, "new", {"return new_waif();"});
w = c:new();
recycle(c);
return {typeof(w) == WAIF, w.class, w.owner == player, `w.a ! E_INVIND => "no class"', `w.a = 1 ! E_INVIND => "no class"', `w:x() ! ANY'};
  => {1, #-1, 1, "no class", "no class", E_INVIND}

// Counting them
;;
c = create(#1);
add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
set_verb_code(c, "new", {"return new_waif();"});
l = {c:new(), c:new()};
return {waif_stats()[c], waifs(c) == l, waif_stats()["total"] >= 2};
  => {2, 1, 1}
waifs(#-5)
  !> E_INVARG
