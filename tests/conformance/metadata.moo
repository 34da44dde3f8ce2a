// Notes about objects, properties and verbs; hashes of their parts. mooR's book, "Entity Metadata".

;;
o = create(#1);
set_object_metadata(o, "package", "core");
set_object_metadata(o, 'Package, {"core", 2});
set_object_metadata(o, "revision", 1);
return {object_metadata(o), object_metadata(o, "PACKAGE"), object_metadata(o, "nothing")};
  => {["package" -> {"core", 2}, "revision" -> 1], {"core", 2}, {}}
;;
o = create(#1);
l = {1};
set_object_metadata(o, "l", l);
l[1] = 2;
return object_metadata(o, "l");
  => {1}
;;
o = create(#1);
set_object_metadata(o, "k", 1);
clear_object_metadata(o, "other");
clear_object_metadata(o, "k");
return object_metadata(o);
  => []
object_metadata(#-5)
  !> E_INVARG
object_metadata(1)
  !> E_TYPE
object_metadata()
  !> E_ARGS
object_metadata(#1, 5)
  !> E_TYPE
set_object_metadata(#1, "", 1)
  !> E_INVARG
set_object_metadata(#1, {}, 1)
  !> E_TYPE
set_object_metadata(#-5, "k", 1)
  !> E_INVARG
clear_object_metadata(#-5, "k")
  !> E_INVARG
;;
x = create(#1, player, 1);
set_object_metadata(x, "k", 1);
return object_metadata(x, "k");
  => 1

// Properties: notes belong to the object that is named
;;
a = create(#1);
add_property(a, "p", 1, {player, "r"});
b = create(a);
set_property_metadata(a, "p", "doc", "base");
set_property_metadata(b, 'P, 'doc, "child");
return {property_metadata(a, "p"), property_metadata(b, "p", "doc"), b.p};
  => {["doc" -> "base"], "child", 1}
;;
a = create(#1);
add_property(a, "p", 1, {player, "r"});
set_property_metadata(a, "p", "doc", "x");
set_property_info(a, "p", {player, "r", "q"});
x = property_metadata(a, "q");
delete_property(a, "q");
add_property(a, "q", 1, {player, "r"});
return {x, property_metadata(a, "q")};
  => {["doc" -> "x"], []}
;;
a = create(#1);
add_property(a, "p", 1, {player, "r"});
set_property_metadata(a, "p", "doc", "x");
clear_property_metadata(a, "p", "doc");
return property_metadata(a, "p");
  => []
property_metadata(create(#1), "nope")
  !> E_PROPNF
set_property_metadata(create(#1), "nope", "k", 1)
  !> E_PROPNF
clear_property_metadata(create(#1), "nope", "k")
  !> E_PROPNF
property_metadata(#-5, "p")
  !> E_INVARG
property_metadata(#1, 5)
  !> E_TYPE
// ... and are written into object files, even where the object has nothing else of the property
;;
a = create(#1);
add_property(a, "p", 1, {player, "r"});
b = create(a);
set_property_metadata(b, "p", "doc", "child");
set_object_metadata(b, "package", "core");
c = load_object(dump_object(b), [], 0);
return {property_metadata(c, "p"), object_metadata(c), is_clear_property(c, "p")};
  => {["doc" -> "child"], ["package" -> "core"], 1}
;;
a = create(#1);
set_object_metadata(a, "k", 1);
b = renumber(a);
return object_metadata(b, "k");
  => 1

// Verbs
;;
o = create(#1);
add_verb(o, {player, "rxd", "f"}, {"this", "none", "this"});
set_verb_metadata(o, "f", "editor", "web");
set_verb_metadata(o, 'f, "time", 5);
clear_verb_metadata(o, 1, "time");
set_verb_code(o, 1, {"return 1;"});
return {verb_metadata(o, 1), verb_metadata(o, "f", "editor"), verb_metadata(o, "f", "x"), o:f()};
  => {["editor" -> "web"], "web", {}, 1}
verb_metadata(create(#1), "f")
  !> E_VERBNF
set_verb_metadata(create(#1), "f", "k", 1)
  !> E_VERBNF
clear_verb_metadata(create(#1), "f", "k")
  !> E_VERBNF
verb_metadata(#-5, "f")
  !> E_INVARG
verb_metadata(#1, {})
  !> E_TYPE

// Hashes
;;
o = create(#1);
h = object_attrs_hash(o);
o.name = "lamp";
i = object_attrs_hash(o);
o.r = 1;
return {h != i, i != object_attrs_hash(o), length(h), length(object_attrs_hash(o, "md5"))};
  => {1, 1, 64, 32}
;;
o = create(#1);
add_property(o, "p", {1}, {player, "r"});
add_verb(o, {player, "rxd", "f"}, {"this", "none", "this"});
x = {property_value_hash(o, "p"), property_info_hash(o, "p"), property_metadata_hash(o, "p"), verb_code_hash(o, 1), verb_info_hash(o, 1), verb_metadata_hash(o, 1), object_metadata_hash(o)};
o.p = {2};
set_property_info(o, "p", {player, "rw"});
set_property_metadata(o, "p", "k", 1);
set_verb_code(o, 1, {"return;"});
set_verb_args(o, 1, {"any", "none", "this"});
set_verb_metadata(o, 1, "k", 1);
set_object_metadata(o, "k", 1);
y = {property_value_hash(o, "p"), property_info_hash(o, "p"), property_metadata_hash(o, "p"), verb_code_hash(o, 1), verb_info_hash(o, 1), verb_metadata_hash(o, 1), object_metadata_hash(o)};
return {x[i] != y[i] for i in [1..7]};
  => {1, 1, 1, 1, 1, 1, 1}
;;
o = create(#1);
add_property(o, "p", E_PERM, {player, "r"});
return property_value_hash(o, "p") == value_hash(E_PERM, "sha256");
  => 1
object_attrs_hash(#1, "rot13")
  !> E_INVARG
object_attrs_hash(#-5)
  !> E_INVARG
object_metadata_hash(#-5)
  !> E_INVARG
property_value_hash(create(#1), "nope")
  !> E_PROPNF
property_info_hash(create(#1), "nope")
  !> E_PROPNF
property_metadata_hash(create(#1), "nope")
  !> E_PROPNF
verb_code_hash(create(#1), "f")
  !> E_VERBNF
verb_info_hash(create(#1), "f")
  !> E_VERBNF
verb_metadata_hash(create(#1), "f")
  !> E_VERBNF

// as: programmer
// Whose they are
object_metadata(#2)
  => []
set_object_metadata(#2, "k", 1)
  !> E_PERM
clear_object_metadata(#2, "k")
  !> E_PERM
object_attrs_hash(#2) == object_attrs_hash(#2)
  => 1
;;
o = create(#1);
set_object_metadata(o, "k", 1);
add_property(o, "p", 1, {player, ""});
set_property_metadata(o, "p", "k", 2);
add_verb(o, {player, "", "f"}, {"this", "none", "this"});
set_verb_metadata(o, "f", "k", 3);
return {object_metadata(o, "k"), property_metadata(o, "p", "k"), verb_metadata(o, "f", "k"), length(property_value_hash(o, "p"))};
  => {1, 2, 3, 64}
// as: wizard
;;
o = create(#1);
add_property(o, "p", 1, {player, ""});
add_verb(o, {player, "", "f"}, {"this", "none", "this"});
set_task_perms(#3);
return {`object_metadata(o) ! E_PERM', `property_metadata(o, "p") ! E_PERM', `set_property_metadata(o, "p", "k", 1) ! E_PERM', `verb_metadata(o, 1) ! E_PERM', `set_verb_metadata(o, 1, "k", 1) ! E_PERM', `property_value_hash(o, "p") ! E_PERM', `property_info_hash(o, "p") ! E_PERM', `verb_code_hash(o, 1) ! E_PERM'};
  => {E_PERM, E_PERM, E_PERM, E_PERM, E_PERM, E_PERM, E_PERM, E_PERM}
