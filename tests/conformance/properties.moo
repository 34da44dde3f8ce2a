// Properties: inheritance, values, owners and bits. LambdaMOO Programmer's Manual 4.4.3.3 "Operations on Properties".

// Built-in ones
#1.name == #1.("name")
  => 1
;;
o = create(#1);
o.name = "lamp";
o.r = 1;
return {o.name, o.r, o.w};
  => {"lamp", 1, 0}
create(#1).name = 5
  !> E_TYPE
create(#1).owner = 5
  !> E_TYPE
;;
o = create(#1);
o.f = "anything true";
return o.f;
  => 1

// Defining, reading, setting
;;
o = create(#1);
add_property(o, "weight", 5, {player, "rc"});
return {o.weight, properties(o), property_info(o, "weight") == {player, "rc"}};
  => {5, {"weight"}, 1}
;;
o = create(#1);
add_property(o, "weight", 5, {player, "rc"});
o.WEIGHT = 6;
return o.("Weight");
  => 6
create(#1).weight
  !> E_PROPNF
create(#1).weight = 5
  !> E_PROPNF
#-1.name
  !> E_INVIND
"x".name
  !> E_TYPE
#1.(5)
  !> E_TYPE
add_property(create(#1), "name", 1, {player, ""})
  !> E_INVARG
;;
o = create(#1);
add_property(o, "p", 1, {player, ""});
add_property(o, "P", 1, {player, ""});
  !> E_INVARG
;;
a = create(#1);
b = create(a);
add_property(b, "p", 1, {player, ""});
add_property(a, "p", 1, {player, ""});
  !> E_INVARG
;;
a = create(#1);
b = create(a);
add_property(a, "p", 1, {player, ""});
add_property(b, "p", 1, {player, ""});
  !> E_INVARG
add_property(#-1, "p", 1, {player, ""})
  !> E_INVARG
add_property(create(#1), "p", 1, {player})
  !> E_TYPE
add_property(create(#1), "p", 1, {player, "q"})
  !> E_INVARG
add_property(create(#1), "p", 1, {#-1, ""})
  !> E_INVARG
add_property(create(#1), "p", 1, {player, "", "q"})
  !> E_TYPE
;;
o = create(#1);
add_property(o, "p", 1, {player, "CWR"});
return property_info(o, "p")[2];
  => "rwc"

// Inheritance
;;
a = create(#1);
b = create(a);
add_property(a, "p", 1, {player, ""});
before = b.p;
a.p = 2;
between = b.p;
b.p = 3;
a.p = 4;
return {before, between, b.p};
  => {1, 2, 3}
;;
a = create(#1);
b = create(a);
add_property(a, "p", 1, {player, ""});
return {properties(a), properties(b)};
  => {{"p"}, {}}
;;
a = create(#1);
b = create(a);
c = create(b);
add_property(a, "p", 1, {player, ""});
b.p = 2;
return {a.p, b.p, c.p};
  => {1, 2, 2}

// Clear properties
;;
a = create(#1);
b = create(a);
add_property(a, "p", 1, {player, ""});
first = is_clear_property(b, "p");
b.p = 2;
second = is_clear_property(b, "p");
clear_property(b, "p");
return {first, second, is_clear_property(b, "p"), b.p};
  => {1, 0, 1, 1}
;;
a = create(#1);
add_property(a, "p", 1, {player, ""});
return is_clear_property(a, "p");
  => 0
;;
a = create(#1);
add_property(a, "p", 1, {player, ""});
clear_property(a, "p");
  !> E_INVARG
is_clear_property(#1, "name")
  => 0
clear_property(create(#1), "name")
  !> E_PERM
clear_property(create(#1), "p")
  !> E_PROPNF
is_clear_property(create(#1), "p")
  !> E_PROPNF
is_clear_property(#-1, "p")
  !> E_INVARG

// Owner and bits
;;
a = create(#1);
add_property(a, "p", 1, {player, "rc"});
b = create(a);
set_property_info(a, "p", {player, "w"});
return {property_info(a, "p")[2], property_info(b, "p")[2]};
  => {"w", "rc"}
;;
o = create(#1);
add_property(o, "p", 1, {player, "r"});
set_property_info(o, "p", {player, "rw", "q"});
return {o.q, properties(o), property_info(o, "q")[2]};
  => {1, {"q"}, "rw"}
;;
a = create(#1);
b = create(a);
add_property(a, "p", 1, {player, "r"});
b.p = 2;
set_property_info(a, "p", {player, "r", "q"});
return {a.q, b.q};
  => {1, 2}
;;
a = create(#1);
b = create(a);
add_property(a, "p", 1, {player, "r"});
set_property_info(b, "p", {player, "r", "q"});
  !> E_INVARG
;;
o = create(#1);
add_property(o, "p", 1, {player, "r"});
add_property(o, "q", 1, {player, "r"});
set_property_info(o, "p", {player, "r", "q"});
  !> E_INVARG
property_info(#1, "name")
  !> E_PROPNF
property_info(create(#1), "p")
  !> E_PROPNF
property_info(#-1, "p")
  !> E_INVARG
property_info(#1, 5)
  !> E_TYPE
set_property_info(create(#1), "p", {player, "r"})
  !> E_PROPNF
set_property_info(create(#1), "name", {player, "r"})
  !> E_PROPNF
properties(#-1)
  !> E_INVARG
properties(1)
  !> E_TYPE

// Deleting
;;
a = create(#1);
b = create(a);
add_property(a, "p", 1, {player, ""});
b.p = 2;
delete_property(a, "p");
return {properties(a), `b.p ! E_PROPNF'};
  => {{}, E_PROPNF}
;;
a = create(#1);
b = create(a);
add_property(a, "p", 1, {player, ""});
delete_property(b, "p");
  !> E_PROPNF
delete_property(create(#1), "name")
  !> E_PROPNF
delete_property(#-1, "p")
  !> E_INVARG

// The c bit decides who owns what children inherit
;;
a = create(#1);
add_property(a, "mine", 1, {player, "c"});
add_property(a, "yours", 1, {player, ""});
b = create(a, a);
return {property_info(b, "mine")[1] == a, property_info(b, "yours")[1] == player};
  => {1, 1}
