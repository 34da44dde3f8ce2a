// Symbols. mooR, "MOO value types".

'name
  => 'name
typeof('name) == TYPE_SYM
  => 1
'name == 'NAME
  => 1
'name == "name"
  => 0
equal('name, 'name)
  => 1
toliteral('Some_Name2)
  => "'Some_Name2"
tostr('name)
  => "name"
!!'name
  => 1
{'a, 'b}[2]
  => 'b
['a -> 1, 'b -> 2]['B]
  => 2
'a < 'b
  => 1
'a + 'b
  !> E_TYPE
'b in {'a, 'b}
  => 2
['a -> 1, "a" -> 2, 1 -> 3]
  => [1 -> 3, "a" -> 2, 'a -> 1]
`'name ! ANY'
  => 'name
`1 / 0 ! ANY => 'failed'
  => 'failed
sort({'b, 'a, 'C})
  => {'a, 'b, 'C}
