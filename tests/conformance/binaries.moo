// Binaries. mooR, "MOO value types".

b"SGVsbG8="
  => b"SGVsbG8="
typeof(b"SGVsbG8=") == 17
  => 1
length(b"SGVsbG8=")
  => 5
b""
  => b""
length(b"")
  => 0
!!b""
  => 0
!!b"AA=="
  => 1
b"AQ==" == b"AQ=="
  => 1
b"AQ==" == b"Ag=="
  => 0
b"AQ==" < b"Ag=="
  => 1
b"-_8="
  => b"-_8="
toliteral(b"AQID")
  => "b\"AQID\""
[b"AQ==" -> 1][b"AQ=="]
  => 1
b"AQ==" == "AQ=="
  => 0
b"***"
  ?> 
sort({b"Ag==", b"AQ=="})
  => {b"AQ==", b"Ag=="}
;;
b = 5;
return b;
  => 5
