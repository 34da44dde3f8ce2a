// Objects as text: dump_object(), load_object(), reload_object(), parse_objdef_constants(). mooR's book, "Object Packaging"; docs/reference/core-format.md.

// Writing
;;
o = create(#1);
o.name = "lamp";
o.r = 1;
add_property(o, "fuel", {1, 2.5, "x"}, {player, "rc"});
add_verb(o, {player, "rxd", "l*ight"}, {"this", "none", "none"});
set_verb_code(o, 1, {"// slow", "return 1;"});
return dump_object(o)[2..$] == {"  name: \"lamp\"", "  parent: #1", tostr("  owner: ", player), "  readable: true", "", tostr("  property fuel (owner: ", player, ", flags: \"rc\") = {1, 2.5, \"x\"};"), "", tostr("  verb \"l*ight\" (this none none) owner: ", player, " flags: \"rxd\""), "    // slow", "    return 1;", "  endverb", "endobject"};
  => 1
;;
o = create(#1);
return dump_object(o)[1] == tostr("object ", o);
  => 1
dump_object(#-5)
  !> E_INVARG
dump_object("x")
  !> E_TYPE
dump_object()
  !> E_ARGS
dump_object(#1, ["colour" -> 1])
  !> E_INVARG
dump_object(#1, 5)
  !> E_TYPE
// as: programmer
dump_object(player)
  !> E_PERM
load_object({"object #0", "endobject"}, [], player)
  !> E_PERM
reload_object({"object #0", "endobject"}, [], player)
  !> E_PERM
// as: wizard

// There and back
;;
a = create(#1);
a.name = "lamp";
add_property(a, "fuel", {1, 2.5, "x", 'sym, E_PERM("no"), ["k" -> #1]}, {player, "rc"});
add_verb(a, {player, "rxd", "l*ight"}, {"this", "none", "none"});
set_verb_code(a, 1, {"// slow", "  return this.fuel[1] + 1;"});
text = dump_object(a);
b = load_object(text, [], 0);
return {b != a, dump_object(b)[2..$] == text[2..$], b:light(), property_info(b, "fuel") == {player, "rc"}};
  => {1, 1, 2, 1}
;;
a = create(#1);
a.name = "lamp";
text = dump_object(a);
recycle(a);
return {load_object(text) == a, a.name};
  => {1, "lamp"}
;;
x = load_object({"object #0", "  name: \"hidden\"", "  parent: #1", "  property p (owner: #2, flags: \"r\") = 5;", "endobject"}, [], 1);
return {typeof(x) == ANON, x.name, x.p};
  => {1, "hidden", 5}

// One string will do; options may be a list of pairs
;;
o = load_object("object #0\n  name: \"lamp\"\n  parent: HERE\nendobject", {{"constants", ["HERE" -> #1]}}, 0);
return parent(o);
  => #1
;;
o = load_object({"define BRIGHT = 7;", "object #0", "  name: \"lamp\"", "  property p (owner: #2, flags: \"\") = BRIGHT;", "endobject"}, [], 0);
return o.p;
  => 7
load_object({"object #0", "  name: \"lamp\"", "  parent: NOBODY", "endobject"}, [], 0)
  !> E_INVARG

// Changing an object: what the text does not speak of stays
;;
o = create(#1);
o.name = "lamp";
o.f = 1;
add_property(o, "fuel", 40, {player, "rc"});
add_property(o, "wick", "long", {player, ""});
add_verb(o, {player, "rxd", "light"}, {"this", "none", "none"});
load_object({"object #0", "  property fuel (owner: #2, flags: \"r\") = 10;", "  method burn owner: #2", "    return 3;", "  endmethod", "endobject"}, [], o);
return {o.name, o.f, o.fuel, property_info(o, "fuel")[2], o.wick, verbs(o), o:burn()};
  => {"lamp", 1, 10, "r", "long", {"light", "burn"}, 3}
// ... but a text with a name describes the object's head whole
;;
o = create(#1);
o.name = "lamp";
o.f = 1;
o.location == #-1;
load_object({"object #0", "  name: \"torch\"", "endobject"}, [], o);
return {o.name, o.f, parent(o), o.owner};
  => {"torch", 0, #-1, #-1}
;;
o = create(#1);
o.f = 1;
load_object({"object #0", "  readable: true", "  fertile: false", "endobject"}, [], o);
return {o.r, o.f, parent(o)};
  => {1, 0, #1}
// Verbs are the same if all their names are
;;
o = create(#1);
add_verb(o, {player, "rxd", "look l"}, {"this", "none", "none"});
load_object({"object #0", "  verb \"look\" (this none none) owner: #2 flags: \"rxd\"", "    return 1;", "  endverb", "  verb \"LOOK L\" (any none none) owner: #2 flags: \"rd\"", "    return 2;", "  endverb", "endobject"}, [], o);
return {verbs(o), verb_args(o, 1), verb_code(o, 1), verb_info(o, 1)[2]};
  => {{"LOOK L", "look"}, {"any", "none", "none"}, {"return 2;"}, "rd"}
// Values of inherited properties, and none
;;
a = create(#1);
add_property(a, "p", 1, {player, "rc"});
b = create(a);
load_object({"object #0", "  override p = 2;", "endobject"}, [], b);
x = b.p;
load_object({"object #0", "  override p clear;", "endobject"}, [], b);
return {x, b.p, is_clear_property(b, "p")};
  => {2, 1, 1}
// Another parent, and a value in a property of its
;;
a = create(#1);
add_property(a, "p", 1, {player, "rc"});
b = create(#1);
load_object({"object #0", tostr("  parent: ", a), "  override p = 2;", "endobject"}, [], b);
return {parent(b) == a, b.p};
  => {1, 2}

// Conflicts
;;
o = create(#1);
o.name = "lamp";
add_property(o, "p", 1, {#2, ""});
text = {"object #0", "  property p (owner: #2, flags: \"\") = 2;", "  property q (owner: #2, flags: \"\") = 3;", "endobject"};
r = load_object(text, ["conflict_mode" -> 'skip, "return_conflicts" -> true], o);
return {r[1], r[2][1][2..$], r[3] == {o}, o.p, o.q};
  => {false, {{'property_value, 'p}, 1, 2}, 1, 1, 3}
;;
o = create(#1);
add_property(o, "p", 1, {#2, ""});
text = {"object #0", "  property p (owner: #2, flags: \"\") = 2;", "  property q (owner: #2, flags: \"\") = 3;", "endobject"};
r = load_object(text, ["conflict_mode" -> "detect", "return_conflicts" -> 1], o);
s = load_object(text, ["dry_run" -> 1, "return_conflicts" -> 1], o);
t = load_object(text, ["return_conflicts" -> 1], o);
return {r[1], length(r[2]), s[1], length(s[2]), t[1], length(t[2]), o.p, o.q};
  => {false, 1, false, 1, true, 1, 2, 3}
;;
o = create(#1);
add_property(o, "p", 1, {#2, ""});
add_verb(o, {#2, "rxd", "look l"}, {"this", "none", "this"});
set_verb_code(o, 1, {"return 1;"});
text = {"object #0", "  property p (owner: #2, flags: \"r\") = 2;", "  method \"look l\" owner: #2", "    return 2;", "  endmethod", "endobject"};
load_object(text, ["conflict_mode" -> 'skip, "overrides" -> {{o, {'property_flag, 'p}}, {o, {"verb_program", {"look", "l"}}}}], o);
return {o.p, property_info(o, "p")[2], o:l()};
  => {1, "r", 2}
;;
o = create(#1);
add_property(o, "p", 1, {#2, ""});
add_property(o, "q", 1, {#2, ""});
add_verb(o, {#2, "rxd", "look l"}, {"this", "none", "this"});
load_object({"object #0", "endobject"}, ["removals" -> {{o, {'property_def, 'p}}, {o, {'verb_def, {'look, 'l}}}}], o);
return {properties(o), verbs(o)};
  => {{"q"}, {}}
;;
o = create(#1);
text = {"object #0", "  property p (owner: #2, flags: \"r\") = 2;", "  method look owner: #2", "    return 2;", "  endmethod", "endobject"};
load_object(text, ["parts" -> {'verb_def, "verb_program"}], o);
return {properties(o), verbs(o)};
  => {{}, {"look"}}
load_object({"object #999999", "  name: \"\"", "endobject"}, ["dry_run" -> 1]) == #999999 && !valid(#999999)
  => 1

// Errors change nothing; the error's value says what is wrong and where
;;
o = create(#1);
o.name = "lamp";
text = {"object #0", "  name: \"torch\"", "  parent: #1", "  property p (owner: #2, flags: \"\") = 2;", "", "  method look owner: #2", "    return 1;", "    return 1 +;", "  endmethod", "  override nope = 1;", "endobject"};
try
  load_object(text, [], o);
except e (E_INVARG)
  return {o.name, properties(o), verbs(o), length(e[3]), e[3][1][1..15], index(e[3][2], "line 8, column ") == 1};
endtry
  => {"lamp", {}, {}, 2, "line 10, column", 1}
load_object({"object #0", "endobject", "object #1", "endobject"})
  !> E_INVARG
load_object({})
  !> E_INVARG
load_object({"object #0"})
  !> E_INVARG
load_object({5})
  !> E_TYPE
load_object(5)
  !> E_TYPE
load_object({"object #0", "endobject"}, ["colour" -> 1], 0)
  !> E_INVARG
load_object({"object #0", "endobject"}, ["conflict_mode" -> "guess"], 0)
  !> E_INVARG
load_object({"object #0", "endobject"}, ["parts" -> {"soul"}], 0)
  !> E_INVARG
load_object({"object #0", "endobject"}, ["overrides" -> {5}], 0)
  !> E_TYPE
load_object({"object #0", "endobject"}, [], 2)
  !> E_INVARG
load_object({"object #0", "endobject"}, [], "x")
  !> E_TYPE
load_object({"object #0", "endobject"}, [], #-1)
  !> E_INVARG
load_object({"object #-5", "endobject"})
  !> E_INVARG
;;
a = create(#1);
b = create(a);
load_object({"object #0", tostr("  parent: ", b), "endobject"}, [], a);
  !> E_INVARG
;;
a = create(#1);
load_object({"object #0", tostr("  location: ", a), "endobject"}, [], a);
  !> E_INVARG
;;
a = create(#1);
b = create(a);
add_property(b, "p", 1, {player, ""});
load_object({"object #0", "  property p (owner: #2, flags: \"\") = 2;", "endobject"}, [], a);
  !> E_INVARG
load_object({"object #0", "  property name (owner: #2, flags: \"\") = 2;", "endobject"}, [], 0)
  !> E_INVARG
load_object({"object #0", "  name: \"\"", "  wizard: true", "endobject"}, [], 1)
  !> E_INVARG

// Replacing an object
;;
a = create(#1);
add_property(a, "p", 1, {player, "rc"});
o = create(a);
o.p = 2;
add_property(o, "q", 1, {player, ""});
add_verb(o, {player, "rxd", "second"}, {"this", "none", "this"});
add_verb(o, {player, "rxd", "gone"}, {"this", "none", "this"});
reload_object({"object #0", "  name: \"new\"", "  parent: A", "  method first owner: #2", "    return 1;", "  endmethod", "  method second owner: #2", "    return 2;", "  endmethod", "endobject"}, ["A" -> a], o);
return {o.name, o.p, is_clear_property(o, "p"), properties(o), verbs(o), o:second()};
  => {"new", 1, 1, {}, {"first", "second"}, 2}
reload_object({"object #999999", "  name: \"\"", "endobject"})
  !> E_INVARG
reload_object({"object #0", "  name: \"\"", "endobject"}, [], #-1)
  !> E_INVARG
reload_object({"object #0", "endobject"}, 0, 5)
  !> E_TYPE

// Constants
parse_objdef_constants("define A = 1; define B = {A, 2};")
  => ['A -> 1, 'B -> {1, 2}]
parse_objdef_constants({})
  => []
parse_objdef_constants({"define A = ;"})
  !> E_INVARG
parse_objdef_constants({"define A = 1;", "define A = 2;"})
  !> E_INVARG
parse_objdef_constants(5)
  !> E_TYPE

// Values that hold anonymous objects and WAIFs
;;
x = create(#1, player, 1);
a = create(#1);
add_property(a, "held", {x}, {player, ""});
b = load_object(dump_object(a), [], 0);
return b.held[1] == x;
  => 1
load_object({"object #0", "  property p (owner: #2, flags: \"\") = anonymous!(123456);", "endobject"}, [], 0)
  !> E_INVARG
load_object({"object waif!(0)", "endobject"}, [], 0)
  !> E_INVARG
load_object({"object anonymous!(0)", "endobject"})
  !> E_INVARG
load_object({"object #0", "  property p (owner: #2, flags: \"\") = waif!(1, 2, 3);", "endobject"}, [], 0)
  !> E_INVARG
