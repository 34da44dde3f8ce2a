// Verbs: defining, programs, calling, pass. LambdaMOO Programmer's Manual 4.4.3.4 "Operations on Verbs".

// Defining
;;
o = create(#1);
n = add_verb(o, {player, "rxd", "push press"}, {"this", "none", "none"});
return {n, verbs(o), verb_info(o, "press") == {player, "rxd", "push press"}, verb_args(o, 1)};
  => {1, {"push press"}, 1, {"this", "none", "none"}}
;;
o = create(#1);
add_verb(o, {player, "rxd", "a"}, {"this", "none", "none"});
return add_verb(o, {player, "rxd", "a"}, {"this", "none", "none"});
  => 2
;;
o = create(#1);
add_verb(o, {player, "DXWR", "  spaced  names "}, {"ANY", "With", "THIS"});
return {verb_info(o, 1)[2..3], verb_args(o, 1)};
  => {{"rwxd", "spaced  names "}, {"any", "with/using", "this"}}
add_verb(create(#1), {player, "q", "a"}, {"this", "none", "none"})
  !> E_INVARG
add_verb(create(#1), {player, "d", ""}, {"this", "none", "none"})
  !> E_INVARG
add_verb(create(#1), {#-1, "d", "a"}, {"this", "none", "none"})
  !> E_INVARG
add_verb(create(#1), {player, "d", "a"}, {"this", "above", "none"})
  !> E_INVARG
add_verb(create(#1), {player, "d", "a"}, {"that", "none", "none"})
  !> E_INVARG
add_verb(create(#1), {player, "d"}, {"this", "none", "none"})
  !> E_TYPE
add_verb(create(#1), {player, "d", "a"}, {"this", "none"})
  !> E_TYPE
add_verb(#-1, {player, "d", "a"}, {"this", "none", "none"})
  !> E_INVARG
add_verb(create(#1), 5, {"this", "none", "none"})
  !> E_TYPE
verbs(create(#1))
  => {}
verbs(#-1)
  !> E_INVARG

// Naming a verb: a name, an abbreviation that it allows, its number
;;
o = create(#1);
add_verb(o, {player, "rd", "g*et take"}, {"this", "none", "none"});
add_verb(o, {player, "rd", "throw*"}, {"this", "none", "none"});
return {verb_info(o, "g")[3], verb_info(o, "ge")[3], verb_info(o, "TAKE")[3], verb_info(o, "throwing")[3], verb_info(o, 2)[3]};
  => {"g*et take", "g*et take", "g*et take", "throw*", "throw*"}
;;
o = create(#1);
add_verb(o, {player, "rd", "g*et"}, {"this", "none", "none"});
return verb_info(o, "gett");
  !> E_VERBNF
verb_info(create(#1), "a")
  !> E_VERBNF
verb_info(create(#1), 1)
  !> E_VERBNF
verb_info(create(#1), 0)
  !> E_INVARG
verb_info(create(#1), -1)
  !> E_INVARG
verb_info(create(#1), {})
  !> E_TYPE
verb_info(#-1, "a")
  !> E_INVARG
verb_info(5, "a")
  !> E_TYPE
;;
a = create(#1);
b = create(a);
add_verb(a, {player, "rd", "v"}, {"this", "none", "none"});
return verb_info(b, "v");
  !> E_VERBNF

// Changing and deleting
;;
o = create(#1);
add_verb(o, {player, "rd", "v"}, {"this", "none", "none"});
set_verb_info(o, "v", {player, "x", "w"});
set_verb_args(o, "w", {"any", "in front of", "any"});
return {verb_info(o, "w")[2..3], verb_args(o, "w")};
  => {{"x", "w"}, {"any", "in front of", "any"}}
;;
o = create(#1);
add_verb(o, {player, "rd", "v"}, {"this", "none", "none"});
add_verb(o, {player, "rd", "v"}, {"any", "none", "none"});
delete_verb(o, "v");
return {verbs(o), verb_args(o, "v")[1]};
  => {{"v"}, "any"}
delete_verb(create(#1), "v")
  !> E_VERBNF
delete_verb(#-1, "v")
  !> E_INVARG
set_verb_info(create(#1), "v", {player, "", "v"})
  !> E_VERBNF
set_verb_args(create(#1), "v", {"this", "none", "none"})
  !> E_VERBNF
set_verb_args(#-1, "v", {"this", "none", "none"})
  !> E_INVARG
prepositions()[2][3]
  => {"at", "to"}

// Programs
;;
o = create(#1);
add_verb(o, {player, "rxd", "v"}, {"this", "none", "this"});
return {verb_code(o, "v"), o:v()};
  => {{}, 0}
;;
o = create(#1);
add_verb(o, {player, "rxd", "v"}, {"this", "none", "this"});
return {set_verb_code(o, "v", {"return args;"}), o:v(1, 2), verb_code(o, "v")};
  => {{}, {1, 2}, {"return args;"}}
;;
o = create(#1);
add_verb(o, {player, "rxd", "v"}, {"this", "none", "this"});
set_verb_code(o, "v", {"return 1;"});
errors = set_verb_code(o, "v", {"return 1", "x ="});
return {length(errors) > 0, index(errors[1], "Line ") == 1, verb_code(o, "v")};
  => {1, 1, {"return 1;"}}
;;
o = create(#1);
add_verb(o, {player, "rxd", "v"}, {"this", "none", "this"});
set_verb_code(o, "v", {"if (1) return 1+2*3; endif"});
return {verb_code(o, "v", 1), verb_code(o, "v", 1, 0)};
  => {{"if (1)", "  return 1 + (2 * 3);", "endif"}, {"if (1)", "return 1 + (2 * 3);", "endif"}}
set_verb_code(create(#1), "v", {})
  !> E_VERBNF
set_verb_code(#-1, "v", {})
  !> E_INVARG
set_verb_code(#1, "v", {1})
  !> E_TYPE
verb_code(create(#1), "v")
  !> E_VERBNF
disassemble(create(#1), "v")
  !> E_VERBNF

// Calling
;;
a = create(#1);
b = create(a);
add_verb(a, {player, "xd", "v"}, {"this", "none", "this"});
set_verb_code(a, "v", {"return {this, verb, caller, args, callers()[1][1..2]};"});
r = b:V(1);
return {r[1] == b, r[2..4]};
  => {1, {"V", #-1, {1}}}
;;
o = create(#1);
add_verb(o, {player, "d", "v"}, {"this", "none", "this"});
o:v();
  !> E_VERBNF
create(#1):no_such_verb()
  !> E_VERBNF
#-1:v()
  !> E_INVIND
(5):no_such_verb()
  !> E_TYPE
;;
a = create(#1);
b = create(a);
for o in ({a, b})
  add_verb(o, {player, "xd", "v"}, {"this", "none", "this"});
endfor
set_verb_code(a, "v", {"return {\"a\", this, @args};"});
set_verb_code(b, "v", {"return {\"b\", pass(@args, 3)};"});
r = b:v(1, 2);
return {r[1], r[2][1], r[2][2] == b, r[2][3..$]};
  => {"b", "a", 1, {1, 2, 3}}
;;
o = create(#1);
add_verb(o, {player, "xd", "no_parent_has_this"}, {"this", "none", "this"});
set_verb_code(o, 1, {"return pass();"});
o:no_parent_has_this();
  !> E_VERBNF
;;
o = create(#1);
add_verb(o, {player, "x", "v"}, {"this", "none", "this"});
set_verb_code(o, "v", {"return {1 / 0, #-1.name, no_such_variable};"});
return o:v();
  => {E_DIV, E_INVIND, E_VARNF}
;;
a = create(#1);
b = create(#1);
c = create({a, b});
add_verb(b, {player, "xd", "v"}, {"this", "none", "this"});
set_verb_code(b, "v", {"return \"b\";"});
first = c:v();
add_verb(a, {player, "xd", "v"}, {"this", "none", "this"});
set_verb_code(a, "v", {"return \"a\";"});
return {first, c:v()};
  => {"b", "a"}
;;
o = create(#1);
add_verb(o, {player, "xd", "v"}, {"this", "none", "this"});
set_verb_code(o, "v", {"return toint(toliteral(this)[2..$]) > 0;"});
return {respond_to(o, "v") == {o, "v"}, respond_to(o, "w")};
  => {1, 0}
respond_to(#-1, "v")
  !> E_INVARG

// eval, call_function
eval("return 1 + 1;")
  => {1, 2}
eval("x = 5;", "return x;")
  => {1, 5}
eval("return 1 +;")[1]
  => 0
eval("1 / 0;")
  !> E_DIV
eval(5)
  !> E_TYPE
call_function("valid", #1)
  => 1
call_function("no_such_function")
  !> E_INVARG
call_function("valid")
  !> E_ARGS
call_function("valid", 5)
  !> E_TYPE
call_function("eval", "return 2;")
  => {1, 2}
function_info("strsub")
  => {"strsub", 3, 4, {2, 2, 2, -1}}
function_info("no_such_function")
  !> E_INVARG
