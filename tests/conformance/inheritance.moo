// Several parents: looked through depth first, from left to right, each ancestor once. ToastStunt manual, "Multiple Inheritance".

// Parents
;;
a = create(#1);
b = create(#1);
c = create({a, b});
return {parents(c) == {a, b}, parent(c) == a, c in children(a) > 0, c in children(b) > 0, isa(c, a), isa(c, b), isa(c, #1)};
  => {1, 1, 1, 1, 1, 1, 1}
;;
a = create(#1);
b = create(a);
c = create(a);
d = create({b, c});
return {ancestors(d) == {b, a, #1, c}, ancestors(d, 1)[1] == d, descendants(a) == {b, c, d}};
  => {1, 1, 1}
;;
a = create({});
return {parents(a), parent(a), ancestors(a)};
  => {{}, #-1, {}}
;;
a = create(#1);
chparents(a, {});
return {parents(a), parent(a), a in children(#1)};
  => {{}, #-1, 0}
;;
a = create(#1);
b = create(#1);
c = create({a, b});
chparent(c, #1);
return {parents(c), c in children(a), c in children(b)};
  => {{#1}, 0, 0}
create({#1, #1})
  !> E_INVARG
create({#1, #-1})
  !> E_INVARG
create({#1, 5})
  !> E_TYPE
chparents(create(#1), {#1, #1})
  !> E_INVARG
chparents(create(#1), {#-5})
  !> E_INVARG
chparents(create(#1), {1})
  !> E_TYPE
;;
a = create(#1);
b = create(a);
c = create(#1);
chparents(a, {c, b});
  !> E_RECMOVE
;;
a = create(#1);
chparents(a, {a});
  !> E_RECMOVE

// Verbs
;;
a = create(#-1);
b = create(#-1);
for o in ({a, b})
  add_verb(o, {player, "xd", "who"}, {"this", "none", "this"});
  set_verb_code(o, "who", {"return " + (o == a ? "\"a\"" | "\"b\"") + ";"});
endfor
return {create({a, b}):who(), create({b, a}):who()};
  => {"a", "b"}
;;
a = create(#-1);
b = create(a);
c = create(a);
d = create({b, c});
add_verb(a, {player, "xd", "who"}, {"this", "none", "this"});
set_verb_code(a, "who", {"return \"a\";"});
add_verb(c, {player, "xd", "who"}, {"this", "none", "this"});
set_verb_code(c, "who", {"return \"c\";"});
return d:who();
  => "a"
;;
a = create(#-1);
b = create(#-1);
c = create({a, b});
add_verb(b, {player, "xd", "who"}, {"this", "none", "this"});
set_verb_code(b, "who", {"return {\"b\", @args};"});
add_verb(c, {player, "xd", "who"}, {"this", "none", "this"});
set_verb_code(c, "who", {"return {\"c\", @pass(1)};"});
return c:who();
  => {"c", "b", 1}
;;
a = create(#-1);
b = create(#-1);
c = create({a, b});
for o in ({a, b, c})
  add_verb(o, {player, "xd", "who"}, {"this", "none", "this"});
  set_verb_code(o, "who", {"return {" + toliteral(o) + ", @`pass() ! E_VERBNF => {}'};"});
endfor
return c:who() == {c, a};
  => 1
;;
a = create(#-1);
c = create(a);
add_verb(c, {player, "xd", "who"}, {"this", "none", "this"});
set_verb_code(c, "who", {"return pass();"});
return c:who();
  !> E_VERBNF
;;
a = create(#-1);
b = create(#-1);
add_verb(a, {player, "rd", "who"}, {"this", "none", "this"});
add_verb(b, {player, "rxd", "who"}, {"this", "none", "this"});
set_verb_code(b, "who", {"return \"b\";"});
return create({a, b}):who();
  => "b"

// Properties
;;
a = create(#1);
b = create(#1);
add_property(a, "p", 1, {player, "rc"});
add_property(b, "q", 2, {player, "rc"});
c = create({a, b});
return {c.p, c.q, is_clear_property(c, "p"), properties(c)};
  => {1, 2, 1, {}}
;;
a = create(#1);
b = create(#1);
add_property(a, "p", 1, {player, "rc"});
add_property(b, "p", 2, {player, "rc"});
create({a, b});
  !> E_INVARG
;;
a = create(#1);
b = create(#1);
c = create({a, b});
add_property(a, "p", 1, {player, "rc"});
add_property(b, "p", 2, {player, "rc"});
  !> E_INVARG
;;
a = create(#1);
b = create(#1);
add_property(a, "p", 1, {player, "rc"});
add_property(b, "p", 2, {player, "rc"});
c = create(a);
chparents(c, {a, b});
  !> E_INVARG
;;
r = create(#1);
add_property(r, "p", 1, {player, "rc"});
a = create(r);
b = create(r);
b.p = 2;
return {create({a, b}).p, create({b, a}).p};
  => {1, 2}
;;
a = create(#1);
b = create(#1);
add_property(a, "p", 1, {player, "rc"});
add_property(b, "q", 2, {player, "rc"});
c = create({a, b});
c.p = 5;
c.q = 6;
chparents(c, {b});
return {c.q, `c.p ! E_PROPNF => "gone"'};
  => {6, "gone"}
;;
a = create(#1);
b = create(#1);
add_property(a, "p", 1, {player, "rc"});
c = create({a, b});
c.p = 5;
chparents(c, {b, a});
return c.p;
  => 5
;;
a = create(#1);
b = create(a);
c = create(a);
d = create({b, c});
add_property(a, "p", 1, {player, "rc"});
d.p = 3;
delete_property(a, "p");
return d.p;
  !> E_PROPNF

// A parent goes
;;
a = create(#1);
b = create(#1);
c = create({a, b});
recycle(a);
return parents(c) == {#1, b};
  => 1
;;
r = create(#-1);
a = create(r);
b = create(r);
c = create({a, b});
recycle(a);
return parents(c) == {r, b};
  => 1
;;
a = create(#-1);
b = create(#-1);
c = create({a, b});
recycle(a);
return parents(c) == {b};
  => 1
