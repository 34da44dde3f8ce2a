object OBJECT_UTILS [
  import_export_id -> "object_utils",
  import_export_hierarchy -> {"utilities"}
]
  name: "object utilities"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  override aliases = {"object_utils"};
  override description = "Verbs that tell what objects are and have.";

  method has_property owner: ARCHWIZARD
    // :has_property(object, name) => whether the object has that property, of its own or inherited
    {what, name} = args;
    valid(what) || return false;
    try
      what.(name);
      return true;
    except (E_PROPNF)
      return false;
    endtry
  endmethod

  method "has_readable_property hrp" owner: ARCHWIZARD
    // :has_readable_property(object, name) => whether the object has that property and the programmer of these utilities, and so everybody, may read it
    {what, name} = args;
    set_task_perms($no_one);
    try
      what.(name);
      return true;
    except (E_PROPNF, E_PERM, E_INVIND)
      return false;
    endtry
  endmethod

  method has_verb owner: ARCHWIZARD
    // :has_verb(object, name) => {the object that defines the verb}, or 0
    {what, name} = args;
    for object in (valid(what) ? ancestors(what, 1) | {})
      `verb_info(object, name) ! E_VERBNF => 0' && return {object};
    endfor
    return 0;
  endmethod

  method has_callable_verb owner: ARCHWIZARD
    // :has_callable_verb(object, name) => {the object that defines the verb}, if it can be called from a program; else 0
    {what, name} = args;
    valid(what) || return 0;
    found = respond_to(what, name);
    return typeof(found) == LIST ? {found[1]} | 0;
  endmethod

  method match_verb owner: ARCHWIZARD
    // :match_verb(object, name) => {the object that defines the verb, its names}, or 0
    {what, name} = args;
    for object in (valid(what) ? ancestors(what, 1) | {})
      info = `verb_info(object, name) ! E_VERBNF => 0';
      info && return {object, info[3]};
    endfor
    return 0;
  endmethod

  method "defines_verb defines_property" owner: ARCHWIZARD
    // :defines_verb(object, name), :defines_property(object, name) => whether the object itself defines it
    {what, name} = args;
    valid(what) || return false;
    return verb == "defines_verb" ? `verb_info(what, name) ! ANY => 0' && true || false | name in properties(what) && true || false;
  endmethod

  method "has_any_verb has_any_property" owner: ARCHWIZARD
    // :has_any_verb(object), :has_any_property(object) => whether the object itself defines any
    {what} = args;
    return (verb == "has_any_verb" ? `verbs(what) ! ANY => {}' | `properties(what) ! ANY => {}') != {};
  endmethod

  method "all_properties all_verbs all_properties_suspended all_verbs_suspended" owner: ARCHWIZARD
    // :all_properties(object), :all_verbs(object) => the names that it and its ancestors define, as far as the caller may read them
    {what} = args;
    perms = caller_perms();
    found = {};
    for object in (ancestors(what, 1))
      if (object.r || $perm_utils:controls(perms, object))
        found = {@found, @index(verb, "all_prop") ? properties(object) | verbs(object)};
      endif
    endfor
    return found;
  endmethod

  method findable_properties owner: ARCHWIZARD
    // :findable_properties(object) => the names of its properties that the caller may read
    {what} = args;
    found = {};
    set_task_perms(caller_perms());
    for object in (ancestors(what, 1))
      found = {@found, @`properties(object) ! E_PERM => {}'};
    endfor
    return found;
  endmethod

  method owned_properties owner: ARCHWIZARD
    // :owned_properties(object [, owner]) => the names of its properties that somebody owns
    {what, ?owner = what.owner} = args;
    return {name for name in (this:all_properties(what)) if property_info(what, name)[1] == owner};
  endmethod

  method property_conflicts owner: ARCHWIZARD
    // :property_conflicts(object, new parent) => {{object, {name, …}}, …}: what it and its descendants define that the new parent defines, too, so that it cannot become the parent
    {what, papa} = args;
    $perm_utils:controls(caller_perms(), what) || caller_perms() == what.owner || return E_PERM;
    theirs = valid(papa) ? {@{} , @$list_utils:flatten({properties(o) for o in (ancestors(papa, 1))})} | {};
    found = {};
    for object in (descendants(what, 1))
      same = $set_utils:intersection(properties(object), theirs);
      same && (found = {@found, {object, same}});
    endfor
    return found;
  endmethod

  method isa owner: HACKER
    // :isa(object, class) => whether the object is the class or descends from it
    {what, class} = args;
    return valid(what) && valid(class) && isa(what, class) && true || false;
  endmethod

  method isoneof owner: HACKER
    // :isoneof(object, classes) => whether the object is or descends from any of the classes
    {what, classes} = args;
    return valid(what) && isa(what, classes) && true || false;
  endmethod

  method ancestors owner: HACKER
    // :ancestors(object, …) => all objects that these inherit from, nearest first, each once
    found = {};
    for what in (args)
      for object in (ancestors(what))
        found = setadd(found, object);
      endfor
    endfor
    return found;
  endmethod

  method ordered_descendants owner: ARCHWIZARD
    // :ordered_descendants(object) => the object and all its descendants, each before its children
    {what} = args;
    found = {what};
    for child in (children(what))
      found = {@found, @this:ordered_descendants(child)};
    endfor
    return found;
  endmethod

  method "descendants descendents descendants_suspended descendents_suspended" owner: ARCHWIZARD
    // :descendants(object) => all objects that inherit from it
    return descendants(args[1]);
  endmethod

  method "leaves leaves_suspended" owner: ARCHWIZARD
    // :leaves(object) => those of the object and its descendants that have no children
    return {o for o in (descendants(args[1], 1)) if !children(o)};
  endmethod

  method "branches branches_suspended" owner: ARCHWIZARD
    // :branches(object) => those of the object and its descendants that have children
    return {o for o in (descendants(args[1], 1)) if children(o)};
  endmethod

  method descendants_with_property_suspended owner: ARCHWIZARD
    // :descendants_with_property_suspended(object, name) => those of the object and its descendants that have a value of their own for a property
    {what, name} = args;
    caller_perms().wizard || raise(E_PERM);
    return {o for o in (descendants(what, 1)) if `!is_clear_property(o, name) ! ANY => 0'};
  endmethod

  method contains owner: HACKER
    // :contains(place, object) => whether the object is in the place, or in something in it
    {where, what} = args;
    return where in locations(what) && true || false;
  endmethod

  method all_contents owner: HACKER
    // :all_contents(place) => everything in it, and in what is in it, and so on
    found = args[1].contents;
    at = 1;
    while (at <= length(found))
      found = {@found, @found[at].contents};
      at = at + 1;
    endwhile
    return found;
  endmethod

  method locations owner: HACKER
    // :locations(object) => where it is, where that is, and so on outwards
    return locations(args[1]);
  endmethod

  method connected owner: HACKER
    // :connected(player, …) => whether each of them is connected
    return all(@{who in connected_players() for who in (args)});
  endmethod

  method "disown disinherit" owner: ARCHWIZARD
    // :disown(child) gives a child of an object that the caller owns its grandparent as parent.
    {victim} = args;
    papa = parent(victim);
    valid(papa) || return E_INVARG;
    $perm_utils:controls(caller_perms(), papa) || return E_PERM;
    chparent(victim, parent(papa));
    return true;
  endmethod

  method accessible_verbs owner: ARCHWIZARD
    // :accessible_verbs(object) => the names of its verbs; E_PERM stands for one whose definition the caller may not read
    {what} = args;
    set_task_perms(caller_perms());
    return {`verb_info(what, i)[3] ! E_PERM => E_PERM' for i in [1..length(verbs(what))]};
  endmethod

  method test_families owner: ARCHWIZARD
    $test:true(this:isa($player, $root));
    $test:false(this:isa($root, $player));
    $test:false(this:isa($nothing, $player));
    $test:true(this:isoneof($player, {$room, $root}));
    $test:equal(this:ancestors($thing), {$root});
    $test:true($thing in this:descendants($root));
    $test:true(this:ordered_descendants($root)[1] == $root);
    $test:true($root in this:branches($root));
    $test:false($root in this:leaves($root));
  endmethod

  method test_members owner: ARCHWIZARD
    $test:true(this:has_property($thing, "description"));
    $test:false(this:has_property($thing, "no such property"));
    $test:false(this:has_property($nothing, "name"));
    $test:equal(this:has_verb($player, "look_self"), {$player});
    $test:equal(this:has_verb($player, "no_such_verb"), 0);
    $test:equal(this:has_callable_verb($player, "huh"), {$root});
    $test:true(this:defines_verb($root, "title"));
    $test:false(this:defines_verb($thing, "titlec"));
    $test:true(this:defines_property($root, "description"));
    $test:false(this:has_readable_property($wizard, "password"));
    $test:true("title" in this:all_verbs($thing));
    $test:true("aliases" in this:all_properties($thing));
  endmethod
endobject
