// What LambdaMOO 1.9 and mooR have beside the functions that all share.

// Characters (LambdaMOO 1.9)
{ord("A"), ord("é"), ord("🐄")}
  => {65, 233, 128004}
ord("")
  !> E_INVARG
ord("ab")
  !> E_INVARG
ord(5)
  !> E_TYPE
{tochar(65), tochar(233), tochar("LATIN SMALL LETTER E WITH ACUTE"), tochar("greek small letter pi"), tochar("CJK UNIFIED IDEOGRAPH-4E00"), tochar("HANGUL SYLLABLE GAG")}
  => {"A", "é", "é", "π", "一", "각"}
tochar(10)
  !> E_INVARG
tochar(-1)
  !> E_INVARG
tochar(55296)
  !> E_INVARG
tochar(1114112)
  !> E_INVARG
tochar("NO SUCH LETTER")
  !> E_INVARG
tochar(1.5)
  !> E_TYPE
{charname("a"), charname("一"), charname("각"), charname("🐄")}
  => {"LATIN SMALL LETTER A", "CJK UNIFIED IDEOGRAPH-4E00", "HANGUL SYLLABLE GAG", "COW"}
charname("ab")
  !> E_INVARG
charname(chr(10))
  !> E_INVARG
encode_chars("aé€", "UTF-8")
  => "a~C3~A9~E2~82~AC"
encode_chars({"a", 233, {8364}}, "UTF-16LE")
  => "a~00~E9~00~AC "
encode_chars("é", "iso-8859-1")
  => "~E9"
encode_chars("€", "iso-8859-1")
  !> E_INVARG
encode_chars("a", "klingon")
  !> E_INVARG
encode_chars(1.5, "UTF-8")
  !> E_INVARG
encode_chars({55296}, "UTF-8")
  !> E_INVARG
encode_chars("a", 5)
  !> E_TYPE
decode_chars("a~C3~A9~0A", "UTF-8")
  => {"aé", 10}
decode_chars("a~C3~A9", "UTF-8", 1)
  => {97, 233}
decode_chars("~C3", "UTF-8")
  !> E_INVARG
decode_chars("~zz", "UTF-8")
  !> E_INVARG
decode_chars("a", "klingon")
  !> E_INVARG
decode_chars("", "UTF-8")
  => {}

// Special functions (LambdaMOO 1.9)
{floatstr(erf(0.5), 15), floatstr(erf(-2.0), 14), erf(10.0), erf(0.0)}
  => {"0.520499877813047", "-0.99532226501895", 1.0, 0.0}
{floatstr(erf(3.0), 12), floatstr(erfc(0.5), 15), floatstr(erfc(-3.0), 12), floatstr(erfc(5.0) * 1.0e12, 9)}
  => {"0.999977909503", "0.479500122186953", "1.999977909503", "1.537459794"}
{floatstr(lgamma(0.5), 12), floatstr(lgamma(10.0), 10), lgamma(1.0), lgamma(2.0), floatstr(lgamma(-0.5), 12), floatstr(lgamma(100.0), 9)}
  => {"0.572364942925", "12.8018274801", 0.0, 0.0, "1.265512123485", "359.134205370"}
lgamma(0.0)
  !> E_FLOAT
lgamma(-3.0)
  !> E_FLOAT
lgamma(1)
  !> E_TYPE
log1p(1.0e-20)
  => 1e-20
log1p(-1.0)
  !> E_INVARG
erf("x")
  !> E_TYPE
erfc()
  !> E_ARGS

// CBOR (mooR; RFC 8949, appendix A)
{encode_cbor(0), encode_cbor(23), encode_cbor(24), encode_cbor(-1), encode_cbor(1000000), encode_cbor("")} == {b"AA==", b"Fw==", b"GBg=", b"IA==", b"GgAPQkA=", b"YA=="}
  => 1
decode_cbor(encode_cbor({MAXINT, MININT, -1.5, "ü", b"AQI=", #-1, 'Odd, E_PERM("no", 5), E_MINE, <#1, .a = 1, {2}>, [1 -> {}, "k" -> [#1 -> 2]], true, false}))
  => {9223372036854775807, -9223372036854775808, -1.5, "ü", b"AQI=", #-1, 'Odd, E_PERM("no", 5), E_MINE, <#1, .a = 1, {2}>, [1 -> {}, "k" -> [#1 -> 2]], true, false}
{decode_cbor("~9F~01~82~02~03~FF"), decode_cbor("~BF~61a~01~FF"), decode_cbor("~7F~61a~61b~FF"), decode_cbor("~F9~3E~00"), decode_cbor("~F6"), decode_cbor("~C1~01")}
  => {{1, {2, 3}}, ["a" -> 1], "ab", 1.5, #-1, 1}
decode_cbor("")
  !> E_INVARG
decode_cbor("~01~01")
  !> E_INVARG
decode_cbor("~9B~FF~FF~FF~FF~FF~FF~FF~FF")
  !> E_INVARG
decode_cbor("~1B~FF~FF~FF~FF~FF~FF~FF~FF")
  !> E_INVARG
decode_cbor("~A1~80~01")
  !> E_INVARG
decode_cbor("~61~FF")
  !> E_INVARG
decode_cbor("~F9~7C~00")
  !> E_INVARG
decode_cbor("~D8~1B~82~66moo/no~01")
  !> E_INVARG
decode_cbor("~1C")
  !> E_INVARG
;;
deep = "";
for i in [1..2000]
  deep = deep + "~81";
endfor
return decode_cbor(deep + "~01");
  !> E_INVARG
decode_cbor(5)
  !> E_TYPE
encode_cbor({x} => x)
  !> E_INVARG
encode_cbor(create(#1, player, 1))
  !> E_INVARG

// create_at() (mooR)
;;
n = toobj(toint(max_object()) + 7);
o = create_at(n, #1, #3);
return {o == n, o.owner, parent(o), max_object() == n};
  => {1, #3, #1, 1}
;;
c = create(#1);
c.f = 1;
add_property(c, "got", 0, {player, "rc"});
add_verb(c, {player, "rxd", "initialize"}, {"this", "none", "this"});
set_verb_code(c, 1, {"this.got = args;"});
return create_at(toobj(toint(max_object()) + 1), c, player, {1, 2}).got;
  => {1, 2}
create_at(#0, #1)
  !> E_PERM
create_at(#-5, #1)
  !> E_INVARG
create_at(#999999999999, #1)
  !> E_INVARG
create_at(toobj(toint(max_object()) + 1), #-7)
  !> E_INVARG
create_at(toobj(toint(max_object()) + 1), "x")
  !> E_TYPE
create_at(5, #1)
  !> E_TYPE

// The command parser in parts (mooR)
;;
a = create(#1);
a.name = "brass lamp";
b = create(#1);
b.name = "box";
c = parse_command("put brass in box", {a, b});
return {c["verb"], c["argstr"], c["args"], c["dobjstr"], c["dobj"] == a, c["prepstr"], c["prep"], c["iobjstr"], c["iobj"] == b, c["ambiguous_dobj"], c["ambiguous_iobj"]};
  => {"put", "brass in box", {"brass", "in", "box"}, "brass", 1, "in", 3, "box", 1, {}, {}}
;;
a = create(#1);
b = create(#1);
c = parse_command("take lamp", {{a, "lamp"}, {b, "lampshade"}});
d = parse_command("take la", {{a, "lamp"}, {b, "lampshade"}});
e = parse_command("take xyzzy", {{a, "lamp"}});
f = parse_command("take me", {});
g = parse_command("jump", {});
h = parse_command("take here", {}, 0, 0.5, a);
return {c["dobj"] == a, d["dobj"], d["ambiguous_dobj"] == {a, b}, e["dobj"], f["dobj"] == player, g["dobj"], g["prep"], h["dobj"] == a};
  => {1, #-2, 1, #-3, 1, #-1, -1, 1}
;;
a = create(#1);
b = create(#1);
env = {{a, "red lamp"}, {b, "blue lamp"}};
return {parse_command("get lamp", env)["dobj"], parse_command("get lamp", env, 1)["dobj"], parse_command("get 2nd lamp", env, 1)["dobj"] == b, parse_command("get blue lmp", env, 1)["dobj"] == b, parse_command("get blue lmp", env, 1, 0.0)["dobj"]};
  => {#-3, #-2, 1, 1, #-3}
parse_command("  ", {})
  !> E_INVARG
parse_command("x", {5})
  !> E_TYPE
parse_command("x", {{#1, 5}})
  !> E_TYPE
parse_command(5, {})
  !> E_TYPE
;;
a = create(#1);
add_verb(a, {player, "rd", "g*et"}, {"this", "none", "none"});
add_verb(a, {player, "rd", "get"}, {"any", "any", "any"});
c = parse_command("ge " + tostr(a), {});
d = parse_command("get x from y", {});
return {find_command_verb(c, {#1})[1][1] == a, find_command_verb(c, {})[1][2] == {player, "rd", "g*et", "ge"}, find_command_verb(d, {}), find_command_verb(d, {a})[1][2][3]};
  => {1, 1, {}, "get"}
find_command_verb([], {})
  !> E_INVARG
find_command_verb(parse_command("x", {}), {5})
  !> E_TYPE
;;
a = create(#1);
add_verb(a, {player, "d", "push"}, {"this", "on", "any"});
set_verb_code(a, 1, {"return {this == dobj, verb, argstr, args, dobjstr, prepstr, iobj, iobjstr, caller == player, caller_perms()};"});
c = parse_command("push " + tostr(a) + " on wall", {});
c["dobjstr"] = "it";
return dispatch_command_verb(a, "push", c) == {1, "push", tostr(a, " on wall"), {tostr(a), "on", "wall"}, "it", "on", #-3, "wall", 1, #-1};
  => 1
;;
a = create(#1);
return dispatch_command_verb(a, "nope", parse_command("x", {}));
  !> E_VERBNF
dispatch_command_verb(#-5, "x", parse_command("x", {}))
  !> E_INVARG
dispatch_command_verb(#1, "x", [])
  !> E_INVARG
dispatch_command_verb(#1, "x", 5)
  !> E_TYPE

// What a mooR has around its server
{workers(), event_log(player, "x"), event_log(player, "x", 'text_plain, []), player_event_log_stats(player, 0, 5), purge_player_event_log(player, 0, 1), bf_counters()}
  => {{}, 0, 0, {0, 0, 0}, {0, 0}, []}
worker_request('curl, {})
  !> E_INVARG
worker_request('curl, 5)
  !> E_TYPE
event_log(create(#1), "x")
  !> E_INVARG
player_event_log_stats(#-5)
  !> E_INVARG
purge_player_event_log(#-5)
  !> E_INVARG
{property_cache_stats()[1..3], ancestry_cache_stats()[5], length(program_cache_stats()), flush_caches()}
  => {{0, 0, 0}, {}, 5, 0}
emit_data(player, "Char", 'vitals, ["hp" -> 1])
  => 1
emit_data(player, "", "x", 1)
  !> E_INVARG
emit_data(player, "a b", "x", 1)
  !> E_INVARG
emit_data(player, 5, "x", 1)
  !> E_TYPE
{present(player, "w", "text/plain", 'window, "Hello"), present(player, "w", "text/plain", "window", "Hello", {{"title", "T"}}), present(player, "w")}
  => {1, 1, 1}
present(player, "w", "text/plain")
  !> E_ARGS
present(player, "w", 5, "window", "x")
  !> E_TYPE
present(player, "w", "text/plain", "window", "x", 5)
  !> E_TYPE

// as: programmer
create_at(#99999, #1)
  !> E_PERM
parse_command("x", {})
  !> E_PERM
dispatch_command_verb(#1, "x", [])
  !> E_PERM
workers()
  !> E_PERM
worker_request('curl, {})
  !> E_PERM
bf_counters()
  !> E_PERM
flush_caches()
  !> E_PERM
property_cache_stats()
  !> E_PERM
ancestry_cache_stats()
  !> E_PERM
program_cache_stats()
  !> E_PERM
event_log(#2, "x")
  !> E_PERM
player_event_log_stats(#2)
  !> E_PERM
purge_player_event_log(#2)
  !> E_PERM
emit_data(#2, "a", "b", 1)
  !> E_PERM
present(#2, "w")
  !> E_PERM
// as: wizard
