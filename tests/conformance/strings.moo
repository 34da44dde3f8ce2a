// Strings: searching, replacing, cutting, encoding. LambdaMOO Programmer's Manual 4.4.2.2; ToastStunt manual, "Operations on Strings".

// strsub()
strsub("%n is a fink.", "%n", "Fred")
  => "Fred is a fink."
strsub("foobar", "OB", "b")
  => "fobar"
strsub("foobar", "OB", "b", 1)
  => "foobar"
strsub("aaa", "aa", "b")
  => "ba"
strsub("", "a", "b")
  => ""
strsub("abc", "b", "")
  => "ac"
strsub("ÄÖäö", "ä", "x")
  => "xÖxö"
strsub("a🐄b", "🐄", "cow")
  => "acowb"
strsub("a", "", "b")
  !> E_INVARG
strsub("a", 1, "b")
  !> E_TYPE
strsub("a", "b")
  !> E_ARGS

// index()
index("foobar", "o")
  => 2
index("foobar", "o", 0, 0)
  => 2
index("foobar", "o", 0, 2)
  => 1
index("foobar", "x")
  => 0
index("foobar", "oba")
  => 3
index("Foobar", "foo", 1)
  => 0
index("foobar", "")
  => 1
index("", "")
  => 1
index("", "a")
  => 0
index("foobar", "o", 0, 6)
  => 0
index("foobar", "o", 0, 7)
  => 0
index("🐄🐄x", "X")
  => 3
index("🐄🐄x", "x", 0, 1)
  => 2
index("ſ", "s")
  => 0
index("a", "b", 0, -1)
  !> E_INVARG
index("a", "b", 0, "x")
  !> E_TYPE
index({}, "b")
  !> E_TYPE

// rindex()
rindex("foobar", "o")
  => 3
rindex("foobar", "o", 0, 0)
  => 3
rindex("foobar", "o", 0, -4)
  => 2
rindex("foobar", "OBA")
  => 3
rindex("foobar", "OBA", 1)
  => 0
rindex("foobar", "bars")
  => 0
rindex("foobar", "")
  => 7
rindex("foobar", "f", 0, -6)
  => 0
rindex("foobar", "f", 0, -9)
  => 0
rindex("🐄é🐄É", "é")
  => 4
rindex("ab", "abc")
  => 0
rindex("a", "b", 0, 1)
  !> E_INVARG

// strcmp()
strcmp("foo", "foo")
  => 0
strcmp("foo", "bar")
  => 1
strcmp("FOO", "foo")
  => -1
strcmp("foo", "foobar")
  => -1
strcmp("", "a")
  => -1
strcmp("a", 1)
  !> E_TYPE

// strtr()
strtr("foobar", "o", "i")
  => "fiibar"
strtr("foobar", "ob", "bo")
  => "fbboar"
strtr("foobar", "foba", "")
  => "r"
strtr("5xX", "135x", "0aBB", 0)
  => "BbB"
strtr("5xX", "135x", "0aBB", 1)
  => "BBX"
strtr("xXxX", "xXxX", "1234", 1)
  => "3434"
strtr("日本語", "日", "月", 1)
  => "月本語"
strtr("ÉÈ", "éè", "e")
  => "E"
strtr("a🐄", "🐄", "🐖")
  => "a🐖"
strtr("a", "b", 1)
  !> E_TYPE

// explode()
explode("a b  c")
  => {"a", "b", "c"}
explode(" a b ")
  => {"a", "b"}
explode("")
  => {}
explode("   ")
  => {}
explode("", " ", 1)
  => {""}
explode("a,,b,", ",", 1)
  => {"a", "", "b", ""}
explode("a,,b,", ",")
  => {"a", "b"}
explode("a,;b", ",;")
  => {"a", ";b"}
explode("a b", "")
  => {"a", "b"}
explode("aXbxc", "x")
  => {"aXb", "c"}
explode("1🐄2🐄3", "🐄!")
  => {"1", "2", "3"}
explode(1)
  !> E_TYPE

// chr()
chr(65, {"b", 67, {}}, 233)
  => "AbCé"
chr()
  => ""
chr(7)
  => "\x07"
chr(-1)
  !> E_INVARG
chr(55296)
  !> E_INVARG
chr(1114112)
  !> E_INVARG
chr(1.0)
  !> E_INVARG

// Binary strings: decode_binary() and encode_binary().
decode_binary("foo")
  => {"foo"}
decode_binary("")
  => {}
decode_binary("~~~20")
  !> E_INVARG
decode_binary("~7Ex~00~ffy~09z")
  => {"~x", 0, 255, "y\tz"}
decode_binary("é")
  => {195, 169}
decode_binary("a~0")
  !> E_INVARG
decode_binary("a~ g")
  !> E_INVARG
decode_binary("a~+1")
  !> E_INVARG
decode_binary("A~0A", 1)
  => {65, 10}
encode_binary("~foo\t", {25, {}, "x"}, 255)
  => "~7Efoo~09~19x~FF"
encode_binary()
  => ""
encode_binary(b"/w==")
  => "~FF"
encode_binary("é")
  => "~C3~A9"
encode_binary(256)
  !> E_INVARG
encode_binary(-1)
  !> E_INVARG
encode_binary({1.0})
  !> E_INVARG

// Base 64 (ToastStunt: of binary strings) and base 32 (mooR).
encode_base64("")
  => ""
encode_base64("f")
  => "Zg=="
encode_base64("fo")
  => "Zm8="
encode_base64("foo")
  => "Zm9v"
encode_base64("~FF~FE~FD")
  => "//79"
encode_base64("~FF~FE", 1)
  => "__4"
encode_base64("f", 0, 1)
  => "Zg"
encode_base64(b"Zg==")
  => "Zg=="
encode_base64("~F")
  !> E_INVARG
encode_base64(1)
  !> E_TYPE
decode_base64("Zg==")
  => "f"
decode_base64("//79")
  => "~FF~FE~FD"
decode_base64("__4", 1)
  => "~FF~FE"
decode_base64("__4=", 1)
  => "~FF~FE"
decode_base64("")
  => ""
decode_base64("Zg")
  !> E_INVARG
decode_base64("Z", 1)
  !> E_INVARG
decode_base64("Zg=")
  !> E_INVARG
decode_base64("Z===")
  !> E_INVARG
decode_base64("Zg==Zg==")
  !> E_INVARG
decode_base64("Zm9v\n")
  !> E_INVARG
decode_base64("__4=")
  !> E_INVARG
decode_base64("//79", 1)
  !> E_INVARG
decode_base64("Zm9é")
  !> E_INVARG
decode_base64("AB==")
  => "~00"
encode_base32("")
  => ""
encode_base32("f")
  => "MY======"
encode_base32("fo")
  => "MZXQ===="
encode_base32("foo")
  => "MZXW6==="
encode_base32("foob")
  => "MZXW6YQ="
encode_base32("fooba")
  => "MZXW6YTB"
encode_base32(b"Zm9vYmFy")
  => "MZXW6YTBOI======"
encode_base32(1)
  !> E_TYPE
decode_base32("mzxw6ytboi")
  => b"Zm9vYmFy"
decode_base32("MZXW6YQ=")
  => b"Zm9vYg=="
decode_base32("M")
  !> E_INVARG
decode_base32("M1======")
  !> E_INVARG
decode_base32("MY=====A")
  !> E_INVARG

// Binary values and texts (mooR).
binary_to_str("~C3~A9")
  => "é"
binary_to_str(b"/w==")
  !> E_INVARG
binary_to_str(b"Yf8=", 1)
  => "a�"
binary_to_str(5)
  !> E_TYPE

// Colours: parse_ansi() and remove_ansi().
parse_ansi("[RED]a[b:Blue]b[nosuch]c[")
  => "\x1B[31ma\x1B[44mb[nosuch]c["
parse_ansi("[re[null]d]")
  => "[red]"
parse_ansi("[beep]")
  => "\x07"
length(parse_ansi("[random]"))
  => 5
remove_ansi("[bold][Random]x[null][/bold]")
  => "x[/bold]"
remove_ansi("[[red]]")
  => "[]"

// Texts in URLs.
url_encode("az-._~ +%")
  => "az-._~%20%2B%25"
url_decode("%41+%zz%")
  => "A+%zz%"
url_decode("%C3%A9é")
  => "éé"
url_decode("%FF")
  !> E_INVARG
urldecode("a+b%2B")
  => "a+b+"
urldecode("a+b%2B", 1)
  => "a b+"
urldecode("%4")
  !> E_INVARG
urldecode("%zz")
  !> E_INVARG

// XML and HTML (mooR).
xml_parse("<a/>")
  => {"a"}
xml_parse("<?xml version='1.0'?><!-- c --><a> <b>x</b> y &amp; &#65; <![CDATA[<z>]]></a>")
  => {"a", {"b", "x"}, " y & A ", "<z>"}
xml_parse("<x:a xmlns:x='u' x:b='1' c='2'/>")
  => {"a", {"b", "1"}, {"c", "2"}}
xml_parse("<a><b/>t</a>", MAP)
  => {"a", [], {"b", []}, "t"}
xml_parse("<a k='v'>t<b/></a>", TYPE_FLYWEIGHT, ["a" -> #1, "b" -> #2])
  => <#1, .k = "v", {"t", <#2>}>
xml_parse("<a>")
  !> E_INVARG
xml_parse("")
  !> E_INVARG
xml_parse("<a></b>")
  !> E_INVARG
xml_parse("<a/><b/>")
  !> E_INVARG
xml_parse("<a/>x")
  !> E_INVARG
xml_parse("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
  !> E_INVARG
xml_parse("<a/>", INT)
  !> E_INVARG
xml_parse("<a/>", LIST, [])
  !> E_INVARG
xml_parse("<a/>", TYPE_FLYWEIGHT)
  !> E_PROPNF
xml_parse("<a/>", TYPE_FLYWEIGHT, [])
  !> E_INVARG
xml_parse("<a/>", TYPE_FLYWEIGHT, ["a" -> 1.5])
  !> E_TYPE
xml_parse(1)
  !> E_TYPE
to_xml({"a"})
  => "<a />"
to_xml({'a, ['k -> "<\"", "n" -> 1.5], "t>", {"b", {}, "x"}, {"c", "y"}})
  => "<a n=\"1.5\" k=\"&lt;&quot;\">t&gt;<b>x</b><c>y</c></a>"
to_xml(<#1, .k = 2, {"x"}>, [#1 -> "t"])
  => "<t k=\"2\">x</t>"
to_xml(xml_parse("<a b='1'>x<c>y</c></a>", MAP))
  => "<a b=\"1\">x<c>y</c></a>"
to_xml({})
  !> E_INVARG
to_xml("a")
  !> E_INVARG
to_xml({1})
  !> E_INVARG
to_xml({"a b"})
  !> E_INVARG
to_xml({""})
  !> E_INVARG
to_xml({"a", {"k", {}}})
  !> E_INVARG
to_xml({"a", {1, 2}})
  !> E_INVARG
to_xml({"a", {}, "\x01"})
  !> E_INVARG
to_xml(<#1>)
  !> E_PROPNF
to_xml(<#1>, [#1 -> 5])
  !> E_TYPE
html_query("<A HREF='/x?a=1&amp;b=2' data-x>Link &eacute;</A>", "a")
  => {["data-x" -> "", "href" -> "/x?a=1&b=2", "text" -> "Link é"]}
html_query("<ul><li>one<li>two</ul>", "li")
  => {["text" -> "one"], ["text" -> "two"]}
html_query("<p>a<script>b<p></script>c<!-- <p>d -->", 'p)
  => {["text" -> "ac"]}
html_query("<img src=a.png/><img src='b'>", "img", ["src" -> "*.png"])
  => {}
html_query("<img src=a.png><img src='b'>", "img", ['src -> "a*"])
  => {["src" -> "a.png"]}
html_query("<a x=12345>", "a", ["x" -> "*234*"])
  => {["x" -> "12345"]}
html_query("<b>x<i>y", "*")
  => {["text" -> "xy"], ["text" -> "y"]}
html_query("a < b <3 </nosuch> <a", "a")
  => {[]}
html_query("", "a")
  => {}
html_query("<a>", 1)
  !> E_TYPE
html_query("<a>", "a", ["x" -> 1])
  !> E_TYPE

// What a player means (mooR).
complex_match("foo", {"foobar", "foo"})
  => "foo"
complex_match("FOO", {"xfoo", "foobar"})
  => "foobar"
complex_match("oba", {"x", "foobar"})
  => "foobar"
complex_match("zip", {"foo"})
  => #-3
complex_match("", {"foo"})
  => #-3
complex_match("first", {"first"})
  => #-3
complex_match("second foo", {"foobar", "food", "foot"})
  => "food"
complex_match("3. foo", {"foobar", "food", "foot"})
  => "foot"
complex_match("2.foo", {"foobar", "foo"})
  => "foobar"
complex_match("twenty-first foo", {"foo"})
  => #-3
complex_match("lammp", {"lamp", "table"})
  => #-3
complex_match("lammp", {"lamp", "table"}, 0.5)
  => "lamp"
complex_match("lammp", {"lamp", "table"}, true)
  => "lamp"
complex_match("wizard", {#1, #2, "wizard"})
  => #2
complex_match("pool", {1, 2}, {{"heated pool", "pool"}, {"poolside"}})
  => 1
complex_match("zonk", {3, 4, 5}, {{"foobar", "foo"}, {"zed"}, "zonk"})
  => 5
complex_match("x", {1}, {})
  !> E_INVARG
complex_match(1, {})
  !> E_TYPE
complex_matches("foo", {"foobar", "xfoo", "food"})
  => {"foobar", "food"}
complex_matches("2nd foo", {"foobar", "xfoo", "food"})
  => {"food"}
complex_matches("3rd foo", {"foobar", "xfoo", "food"})
  => {}
complex_matches("*.foo", {"xfoo", "food"})
  => {"food", "xfoo"}
complex_matches("all", {"all", "ball"})
  => {"all"}
complex_matches("zip", {})
  => {}
complex_matches("foo", {#1, #2}, {"a foo", {"foo", "b"}}, 0)
  => {#2}
format_compile_error(['message -> "m", 'line -> 2, 'column -> 2, 'source -> "a\nbc", 'expected_tokens -> {"x", "y"}, 'notes -> {"n"}])
  => {"Line 2:  m", "bc", " ^", "expected: x, y", "note: n"}
format_compile_error(["message" -> "m", "line" -> 9, "source" -> "a"], 1)
  => {"Line 9:  m"}
format_compile_error(["message" -> "m"])
  => {"m"}
format_compile_error([])
  !> E_INVARG
format_compile_error(["message" -> "m"], 3)
  !> E_INVARG
