// Hashes, keyed hashes, passwords. ToastStunt manual; RFC 1321, FIPS 180-4, RFC 2202, RFC 4226, RFC 6238, RFC 9106.

// string_hash(), binary_hash(), value_hash(): LambdaMOO's MD5 where no algorithm is named.
string_hash("")
  => "D41D8CD98F00B204E9800998ECF8427E"
string_hash("é")
  => "66DDCD97CFDEABB2F6FB8A999B4BC76F"
string_hash("abc", 'sha256)
  => "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"
string_hash("abc", "MD5", 1)
  => "~90~01~50~98~3C~D2~4F~B0~D6~96~3F~7D~28~E1~7F~72"
string_hash("abc", "ripemd160")
  => "8EB208F7E05D987A9B044A8E98C6B087F15A0BFC"
length(string_hash("", "sha384"))
  => 96
binary_hash("~61bc") == binary_hash(b"YWJj")
  => 1
value_hash("abc") == string_hash("\"abc\"")
  => 1
string_hash("a", "sha3")
  !> E_INVARG
string_hash("a", 1)
  !> E_TYPE
string_hash(1)
  !> E_TYPE
binary_hash("~6")
  !> E_INVARG
binary_hash(1)
  !> E_TYPE

// Keyed hashes.
string_hmac("Hi There", "~0b~0b~0b~0b~0b~0b~0b~0b~0b~0b~0b~0b~0b~0b~0b~0b~0b~0b~0b~0b")
  => "B0344C61D8DB38535CA8AFCEAF0BF12B881DC200C9833DA726E9376C2E32CFF7"
string_hmac("what do ya want for nothing?", "Jefe", "SHA1")
  => "EFFCDF6AE5EB2FA2D27416D5F184DF9C259A7C79"
string_hmac("what do ya want for nothing?", "Jefe", "md5", 1)[1..12]
  => "~75~0C~78~3E"
string_hmac("a", "~")
  !> E_INVARG
string_hmac("a", 5)
  !> E_TYPE
binary_hmac("~x", "a")
  !> E_INVARG
value_hmac(1, "~x")
  !> E_INVARG

// One-time passwords (mooR).
hotp("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 0)
  => "755224"
hotp("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 9)
  => "520489"
hotp(b"MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=", 9)
  => "520489"
hotp("gezdgnbvgy3tqojqgezdgnbvgy3tqojq", 0, 10)
  => "1284755224"
totp("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 1111111109, 30, 'sha1, 8)
  => "07081804"
totp("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA====", 59, 30, "sha256", 8)
  => "46119246"
length(totp("GEZDGNBVGY3TQOJQ"))
  => 6
hotp("1", 0)
  !> E_INVARG
hotp("GEZDGNBV", -1)
  !> E_INVARG
hotp("GEZDGNBV", 0, 11)
  !> E_INVARG
hotp(1, 0)
  !> E_TYPE
totp("GEZDGNBV", -1)
  !> E_INVARG
totp("GEZDGNBV", 1, 0)
  !> E_INVARG
totp("GEZDGNBV", 1, 30, "md5")
  !> E_INVARG

// random_bytes()
random_bytes(0)
  => ""
random_bytes(-1)
  !> E_INVARG
random_bytes(10001)
  !> E_INVARG

// crypt(): these need the host's libcrypt.
crypt("potrzebie", "ab")
  => "abxeBtdjz..OA"
crypt("password", "$1$saltsalt")
  => "$1$saltsalt$qjXMvbEw8oaL.CzflDtaK/"
crypt("Hello world!", "$5$saltstring")
  => "$5$saltstring$5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5"
crypt("Hello world!", "$5$rounds=10000$saltstringsaltstring")[1..33]
  => "$5$rounds=10000$saltstringsaltst$"
length(crypt("a"))
  => 13
length(crypt("a", "x"))
  => 13
crypt("a", "!!")
  !> E_INVARG
crypt("a", "$9$abc")
  !> E_INVARG
crypt("a", "$2a$xx$abc")
  !> E_INVARG
crypt("a", "$2a$31$abcdefghijklmnopqrstuu")
  !> E_INVARG
crypt("a", "$6$rounds=999999999$abcdefgh")
  !> E_INVARG
crypt("a", "$7$zU..../....abc")
  !> E_INVARG
crypt("a\x00b", "ab")
  !> E_INVARG
crypt(1)
  !> E_TYPE

// salt()
length(salt())
  => 22
salt("", "~00~3F")
  => ".z"
salt("$1$", "~00~00~00~FF~FF~FF")
  => "$1$....zzzz"
salt("$5$rounds=1000$", "~01~00~00")
  => "$5$rounds=1000$/..."
salt("$2a$", "1234567890123456")
  => "$2a$05$KRGxLBS0Lxe3KBCwKxOzLe"
salt("$2a$12$", "1234567890123456")[1..7]
  => "$2a$12$"
length(salt("$6$"))
  => 19
salt("$2a$", "short")
  !> E_INVARG
salt("$2a$32$", "1234567890123456")
  !> E_INVARG
salt("$5$rounds=1$", "123456")
  !> E_INVARG
salt("$9$", "123456")
  !> E_INVARG
salt("$1$", "~")
  !> E_INVARG
salt("", "a")
  !> E_INVARG

// argon2() and argon2_verify()
argon2("password", "somesalt", 2, 256, 1)
  => "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
argon2_verify("$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4", "password")
  => 1
argon2_verify("$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4", "Password")
  => 0
argon2("a", "short")
  !> E_INVARG
argon2("a", "somesalt", 0)
  !> E_INVARG
argon2("a", "somesalt", 1, 7)
  !> E_INVARG
argon2("a", "somesalt", 1, 9223372036854775807)
  !> E_INVARG
argon2("a", "somesalt", 1, 64, 17)
  !> E_INVARG
argon2("a", "somesalt", 100000, 64000)
  !> E_INVARG
argon2("a", 1)
  !> E_TYPE
argon2_verify("nonsense", "a")
  => 0
argon2_verify("$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$!!!!", "a")
  => 0
argon2_verify("$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR", "a")
  => 0
argon2_verify("$argon2id$v=19$m=4294967295,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR", "a")
  !> E_INVARG

// Strong hashing is for wizards.
// as: programmer
argon2("a", "somesalt")
  !> E_PERM
argon2_verify("a", "b")
  !> E_PERM
crypt("a", "$2a$06$abcdefghijklmnopqrstuu")
  !> E_PERM
crypt("a", "$5$rounds=6000$abcdefgh")
  !> E_PERM
pcre_cache_stats()
  !> E_PERM
chr(27)
  !> E_INVARG
chr(32)
  => " "

// age and PASETO (mooR)
// as: wizard
;;
k = age_generate_keypair();
l = age_generate_keypair(1);
m = age_encrypt("sécret", {k[1], l[1]});
return {typeof(m) == TYPE_BINARY, age_decrypt(m, {k[2]}), age_decrypt(encode_base64(m), {l[2]}), `age_decrypt(m, {age_generate_keypair()[2]}) ! E_INVARG'};
  => {1, "sécret", "sécret", E_INVARG}
age_encrypt("x", {})
  !> E_INVARG
age_encrypt("x", {"age1nonsense"})
  !> E_INVARG
age_encrypt("x", {5})
  !> E_TYPE
age_encrypt("x", {age_generate_keypair()[2]})
  !> E_INVARG
age_encrypt(5, {})
  !> E_TYPE
age_decrypt("!", {age_generate_keypair()[2]})
  !> E_INVARG
age_decrypt(5, {age_generate_keypair()[2]})
  !> E_TYPE
age_decrypt("AAAA", {age_generate_keypair()[1]})
  !> E_INVARG
age_passphrase_decrypt("AAAA", "x")
  !> E_INVARG
age_passphrase_decrypt(5, "x")
  !> E_TYPE
;;
k = encode_base64(random_bytes(32));
t = paseto_make_local(["sub" -> "me", "n" -> 5], k);
u = paseto_make_local({{"sub", "me"}}, k);
return {index(t, "v4.local."), paseto_verify_local(t, k), paseto_verify_local(u, k), `paseto_verify_local(t, encode_base64(random_bytes(32))) ! E_INVARG', `paseto_verify_local(t + "A", k) ! E_INVARG'};
  => {1, ["n" -> 5, "sub" -> "me"], ["sub" -> "me"], E_INVARG, E_INVARG}
paseto_make_local(["a" -> 1])
  !> E_INVARG
paseto_make_local(["a" -> 1], "c2hvcnQ=")
  !> E_INVARG
paseto_make_local(["a" -> 1], 5)
  !> E_TYPE
paseto_make_local("a", "c2hvcnQ=")
  !> E_TYPE
paseto_verify_local("x")
  !> E_INVARG
paseto_verify_local("x", encode_base64(random_bytes(32)))
  !> E_INVARG
// as: programmer
age_passphrase_encrypt("x", "y")
  !> E_PERM
age_passphrase_decrypt("AAAA", "y")
  !> E_PERM
// as: wizard
