// MOO patterns (LambdaMOO Programmer's Manual 4.4.2.3) and Perl-compatible regular expressions (ToastStunt manual).

// match(), rmatch(): what they return.
match("foobar", "o*b")
  => {2, 4, {{0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}}, "foobar"}
rmatch("foobar", "o*b")
  => {4, 4, {{0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}}, "foobar"}
match("foobar", "f%(o*%)b")
  => {1, 4, {{2, 3}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}}, "foobar"}
match("🐄🐄x", "%(x%)")
  => {3, 3, {{3, 3}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}}, "🐄🐄x"}
match("a", 1)
  !> E_TYPE
match({}, "a")
  !> E_TYPE
rmatch("a")
  !> E_ARGS

// match(): where a pattern matches.
match("foobar", "o+b")[1..2]
  => {2, 4}
match("foobar", "")[1..2]
  => {1, 0}
match("", "")[1..2]
  => {1, 0}
match("", "a")
  => {}
match("abc", "b")[1..2]
  => {2, 2}
match("ABC", "b")[1..2]
  => {2, 2}
match("foo", "x*")[1..2]
  => {1, 0}
match("foo", "$")[1..2]
  => {4, 3}
match("foo", "^")[1..2]
  => {1, 0}
match("foo", "^f")[1..2]
  => {1, 1}
match("foo", "^o")
  => {}
match("a\nfoo", "^f")[1..2]
  => {3, 3}
match("foo\nbar", "o$")[1..2]
  => {3, 3}
match("a\nb", "a.b")
  => {}
match("a\nb", "a[^x]b")[1..2]
  => {1, 3}
match("aaa", "a?")[1..2]
  => {1, 1}
match("aaa", "^a*$")[1..2]
  => {1, 3}
match("abab", "%(ab%)*")[1..2]
  => {1, 4}
match("abab", "%(ab%)*")[3][1..1]
  => {{3, 4}}
match("abab", "%(ab%)+$")[1..2]
  => {1, 4}
match("abab", "%(ab%)+$")[3][1..1]
  => {{3, 4}}
match("abac", "%(ab%|ac%)+")[1..2]
  => {1, 4}
match("abac", "%(ab%|ac%)+")[3][1..1]
  => {{3, 4}}
match("ac", "%(a%)b%|ac")[1..2]
  => {1, 2}
match("ac", "%(a%)b%|ac")[3][1..1]
  => {{0, -1}}
match("foofoo", "%(fo*%)%1")[1..2]
  => {1, 6}
match("foofoo", "%(fo*%)%1")[3][1..1]
  => {{1, 3}}
match("fooFOO", "%(fo*%)%1")[1..2]
  => {1, 6}
match("fooFOO", "%(fo*%)%1")[3][1..1]
  => {{1, 3}}
match("foofo", "%(foo%)%1")
  => {}
match("aa", "%1%(a%)")
  => {}
match("a.b", "a%.b")[1..2]
  => {1, 3}
match("axb", "a%.b")
  => {}
match("a%b", "a%%b")[1..2]
  => {1, 3}
match("a\\b", "a\\b")[1..2]
  => {1, 3}
match("a]b", "a[]]b")[1..2]
  => {1, 3}
match("a]b", "a[^]]b")
  => {}
match("a-b", "a[x-]b")[1..2]
  => {1, 3}
match("a-b", "a[-x]b")[1..2]
  => {1, 3}
match("a%b", "a[%.]b")[1..2]
  => {1, 3}
match("amb", "a[a-c-m]b")[1..2]
  => {1, 3}
match("aMb", "a[A-Z]b")[1..2]
  => {1, 3}
match("a_b", "a[^%w]b")[1..2]
  => {1, 3}
match("foo bar", "%bbar")[1..2]
  => {5, 7}
match("foobar", "%bbar")
  => {}
match("foobar", "%Bbar")[1..2]
  => {4, 6}
match("foo bar", "%<b")[1..2]
  => {5, 5}
match("foo bar", "o%>")[1..2]
  => {3, 3}
match("foo_bar", "o%>")[1..2]
  => {3, 3}
match("foo", "o%W")
  => {}
match("foo!", "o%W")[1..2]
  => {3, 4}
match("", "%b")[1..2]
  => {1, 0}
match("", "%B")
  => {}
match("x", "^*x")[1..2]
  => {1, 1}
match("aab", "a**b")[1..2]
  => {1, 3}
match("aab", "a+?b")[1..2]
  => {1, 3}
match("b", "a?*b")[1..2]
  => {1, 1}
match("ab", "%(a*%)*b")[1..2]
  => {1, 2}
match("ab", "%(a*%)*b")[3][1..1]
  => {{2, 1}}
match("b", "%(a*%)+b")[1..2]
  => {1, 1}
match("b", "%(a*%)+b")[3][1..1]
  => {{1, 0}}
match("abc", "%(%)b")[1..2]
  => {2, 2}
match("abc", "%(%)b")[3][1..1]
  => {{2, 1}}
match("b", "a%|")[1..2]
  => {1, 0}
match("b", "%(a%|%)b")[1..2]
  => {1, 1}
match("b", "%(a%|%)b")[3][1..1]
  => {{1, 0}}
match("xyz", "%(x%(y%)%)z")[1..2]
  => {1, 3}
match("xyz", "%(x%(y%)%)z")[3][1..2]
  => {{1, 2}, {2, 2}}
match("abcdefghijk", "%(a%)%(b%)%(c%)%(d%)%(e%)%(f%)%(g%)%(h%)%(i%)%(j%)%(k%)")[1..2]
  => {1, 11}
match("abcdefghijk", "%(a%)%(b%)%(c%)%(d%)%(e%)%(f%)%(g%)%(h%)%(i%)%(j%)%(k%)")[3][1..9]
  => {{1, 1}, {2, 2}, {3, 3}, {4, 4}, {5, 5}, {6, 6}, {7, 7}, {8, 8}, {9, 9}}
match("The quick brown fox jumps over the lazy dog", "%(j[a-z]*%) +%(over%|under%)")[1..2]
  => {21, 30}
match("The quick brown fox jumps over the lazy dog", "%(j[a-z]*%) +%(over%|under%)")[3][1..2]
  => {{21, 25}, {27, 30}}
match("*** Welcome to LambdaMOO!!!", "%(%w*%) to %(%w*%)")[1..2]
  => {5, 24}
match("*** Welcome to LambdaMOO!!!", "%(%w*%) to %(%w*%)")[3][1..2]
  => {{5, 11}, {16, 24}}
match("help @options", "^help %('%|[^ <][^ ]*%)$")[1..2]
  => {1, 13}
match("help @options", "^help %('%|[^ <][^ ]*%)$")[3][1..1]
  => {{6, 13}}
match("@edit-o", "^@%([^-]*%)%(o%|opt?i?o?n?s?%|-o?p?t?i?o?n?s?%)$")[1..2]
  => {1, 7}
match("@edit-o", "^@%([^-]*%)%(o%|opt?i?o?n?s?%|-o?p?t?i?o?n?s?%)$")[3][1..2]
  => {{2, 5}, {6, 7}}
match("2", "[0-9]+ *")[1..2]
  => {1, 1}
match("foo", "^[]a-zA-Z0-9-%~`!@#$^&()=+{}[|';?/><.,]+$")[1..2]
  => {1, 3}
match("straße", "%w+")[1..2]
  => {1, 6}
match("ÉTÉ", "été")[1..2]
  => {1, 3}
match("naïve", "[à-ï]")[1..2]
  => {3, 3}

// rmatch(): the match that begins last.
rmatch("foobar", "o*b")[1..2]
  => {4, 4}
rmatch("foobar", "o+b")[1..2]
  => {3, 4}
rmatch("foobar", "o")[1..2]
  => {3, 3}
rmatch("foobar", "x")
  => {}
rmatch("foobar", "")[1..2]
  => {7, 6}
rmatch("foobar", "$")[1..2]
  => {7, 6}
rmatch("foobar", "^f")[1..2]
  => {1, 1}
rmatch("a\na\nb", "^a")[1..2]
  => {3, 3}
rmatch("The quick brown fox jumps over the lazy dog", "o[a-z]")[1..2]
  => {42, 43}
rmatch("aaaa", "a+")[1..2]
  => {4, 4}

// Case may matter.
match("Foo", "foo", 1)
  => {}
match("fooFOO", "%(foo%)%1", 1)
  => {}
match("aMb", "[A-Z]", 1)[1..2]
  => {2, 2}

// Malformed patterns.
match("a", "%")
  !> E_INVARG
match("a", "a%")
  !> E_INVARG
match("a", "%(a")
  !> E_INVARG
match("a", "a%)")
  !> E_INVARG
match("a", "[a")
  !> E_INVARG
match("a", "[")
  !> E_INVARG
match("a", "[^")
  !> E_INVARG
match("a", "[]")
  !> E_INVARG
match("a", "*a")
  !> E_INVARG
match("a", "+")
  !> E_INVARG
match("a", "?")
  !> E_INVARG
match("a", "%(*a%)")
  !> E_INVARG
match("a", "a%|*")
  !> E_INVARG
match("a", "a^")
  !> E_INVARG
match("a", "^^")
  !> E_INVARG
match("a", "$a")
  !> E_INVARG
match("a", "a$b")
  !> E_INVARG
match("a", "$*")
  !> E_INVARG

// substitute()
substitute("I thank you for your %1 here in %2.", match("*** Welcome to LambdaMOO!!!", "%(%w*%) to %(%w*%)"))
  => "I thank you for your Welcome here in LambdaMOO."
substitute("%0 %% %9", match("abc", "b"))
  => "b % "
substitute("%1", match("🐄é", "%(é%)"))
  => "é"
substitute("", match("a", "a"))
  => ""
substitute("%x", match("a", "a"))
  !> E_INVARG
substitute("%", match("a", "a"))
  !> E_INVARG
substitute("%1", {})
  !> E_INVARG
substitute("%1", {1, 1, {}, "a"})
  !> E_INVARG
substitute("%0", {1, 5, {{0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}}, "abc"})
  !> E_INVARG
substitute("%0", {2, 3, {{0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}}, "abc"})
  => "bc"
substitute("%0", {0, 0, {{0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}}, "abc"})
  !> E_INVARG
substitute("%0", {"1", 1, {{0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}, {0, -1}}, "abc"})
  !> E_INVARG
substitute("%0", 1)
  !> E_TYPE

// pcre_match()
pcre_match("foobar", "o")
  => {["0" -> ["match" -> "o", "position" -> {2, 2}]], ["0" -> ["match" -> "o", "position" -> {3, 3}]]}
pcre_match("foobar", "o", 0, 0)
  => {["0" -> ["match" -> "o", "position" -> {2, 2}]]}
pcre_match("foobar", "O", 1)
  => {}
pcre_match("foobar", "x")
  => {}
length(pcre_match("aXbxc", "x"))
  => 2
pcre_match("ac", "(a)(b)?(c)(d)?")[1]["2"]
  => ["match" -> "", "position" -> {0, -1}]
mapkeys(pcre_match("ac", "(a)(b)?(c)(d)?")[1])
  => {"0", "1", "2", "3"}
mapkeys(pcre_match("ac", "(a)(?<m>b)?(c)(?<n>d)?")[1])
  => {"0", "1", "3", "m", "n"}
pcre_match("🐄ab", "b")[1]["0"]["position"]
  => {3, 3}
length(pcre_match("abc", "x*"))
  => 3
pcre_match("🐄a", "")
  !> E_INVARG
pcre_match("foo", "$")[1]["0"]["position"]
  => {4, 3}
length(pcre_match("aab", "^a"))
  => 1
length(pcre_match("aaa", "(?<=a)a"))
  => 2
pcre_match("", "a")
  !> E_INVARG
pcre_match("a", "(")
  !> E_INVARG

// pcre_replace()
pcre_replace("foo", "s/o/0/")
  => "f0o"
pcre_replace("foo", "s/o/0/g")
  => "f00"
pcre_replace("FOO", "s/o/0/g")
  => "FOO"
pcre_replace("FOO", "s/o/0/gi")
  => "F00"
pcre_replace("a/b", "s/\\//-/")
  => "a-b"
pcre_replace("a/b", "s#/#-#")
  => "a-b"
pcre_replace("john smith", "s/(\\w+) (\\w+)/$2, $1/")
  => "smith, john"
pcre_replace("ab", "s/b/[$&$$x$]/")
  => "a[b$$x$]"
pcre_replace("abc", "s/b/($`|$'|$+)/")
  => "a(a|c|b)c"
pcre_replace("abc", "s/(b)/\\$1\\\\/")
  => "a$1\\c"
pcre_replace("abc", "s/b/\\x41\\t/")
  => "aA c"
pcre_replace("abc", "s/b/$1/T")
  => "a$1c"
pcre_replace("abc", "s/x*/-/g")
  => "-a-b-c-"
pcre_replace("aXb", "s/(?<l>x)/[$1]/i")
  => "a[X]b"
pcre_replace("abc", "s/b/$1/")
  !> E_INVARG
pcre_replace("abc", "s/b/")
  !> E_INVARG
pcre_replace("abc", "s/b/x/g/")
  !> E_INVARG
pcre_replace("abc", "abc")
  !> E_INVARG
pcre_replace("abc", "s/(/x/")
  !> E_INVARG

// A hungry pattern ends soon: by finding nothing, or by an error.
;;
s = strsub("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
return match(s, "%(a*%)*c");
  => {}
;;
s = strsub("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
return match(s + "b", "%(a%|aa%)+$");
  => {}
;;
s = strsub("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
return match(s, "%(a*%)%(a*%)%(a*%)%1%2%3c");
  !> E_QUOTA
;;
s = strsub("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
return length(pcre_match(s + "b", "(a*)*c"));
  => 0
