object PERM_UTILS [
  import_export_id -> "perm_utils",
  import_export_hierarchy -> {"utilities"}
]
  name: "permissions utilities"
  parent: GENERIC_UTILS
  owner: HACKER
  readable: true

  override aliases = {"perm_utils"};
  override description = "Who may do what to what.";

  method controls owner: HACKER
    // :controls(who, object) => whether somebody may change the object: its owner and wizards may
    {who, what} = args;
    return valid(who) && (who.wizard || (valid(what) && who == what.owner));
  endmethod

  method "controls_property controls_prop" owner: ARCHWIZARD
    // :controls_property(who, object, name) => whether somebody owns that property of the object
    {who, what, name} = args;
    who.wizard && return true;
    return who == `property_info(what, name)[1] ! ANY => $nothing';
  endmethod

  method controls_verb owner: ARCHWIZARD
    // :controls_verb(who, object, name) => whether somebody owns that verb of the object
    {who, what, name} = args;
    who.wizard && return true;
    return who == `verb_info(what, name)[1] ! ANY => $nothing';
  endmethod

  method apply owner: HACKER
    // :apply(permissions, changes) => permissions such as "rxd" after changes such as "+w", "-r", "!d", or a whole new set
    {perms, mods} = args;
    mods || return perms;
    index("+-!", mods[1]) || return mods;
    sign = "+";
    for c in (mods)
      if (index("+-!", c))
        sign = c;
      elseif (sign == "+")
        index(perms, c) || (perms = perms + c);
      else
        perms = strsub(perms, c, "");
      endif
    endfor
    return perms;
  endmethod

  method caller owner: HACKER
    // :caller([with line number]) => {this, verb, programmer, verb's object, player} of whoever called the verb that calls this, passing over calls of an object to itself
    {?lines = 0} = args;
    stack = callers(lines);
    for frame, i in (stack)
      i > 1 && frame[1] != stack[1][1] && return frame;
    endfor
    return {};
  endmethod

  method is_command owner: HACKER
    // :is_command(callers()) => whether the verb was called by the server for a line that its player typed
    return args[1] == {};
  endmethod

  method test_apply owner: HACKER
    $test:equal(this:apply("rx", "+w"), "rxw");
    $test:equal(this:apply("rxd", "-x!d"), "r");
    $test:equal(this:apply("rxd", "+wr-d"), "rxw");
    $test:equal(this:apply("rxd", "rw"), "rw");
    $test:equal(this:apply("rxd", ""), "rxd");
    $test:true(this:controls($hacker, $perm_utils));
    $test:false(this:controls($no_one, $perm_utils));
    $test:true(this:controls_property($hacker, $perm_utils, "description"));
    $test:false(this:controls_verb($no_one, $perm_utils, "apply"));
  endmethod
endobject
