object MAIL_RECIPIENT [
  import_export_id -> "mail_recipient",
  import_export_hierarchy -> {"talk"}
]
  name: "generic mail list"
  parent: ROOT
  owner: ARCHWIZARD
  fertile: true
  readable: true

  // after how many seconds letters go, 0 for never
  property expire_period (owner: ARCHWIZARD, flags: "rc") = 0;
  // the number of the last letter that came
  property mail_count (owner: ARCHWIZARD, flags: "r") = 0;
  // to whom everything is sent on; if it is not empty, nothing stays here unless the list itself is in it
  property mail_forward (owner: ARCHWIZARD, flags: "rc") = {};
  // the letters; see $mail
  property messages (owner: ARCHWIZARD, flags: "") = {};
  // who may read it: 1 for everybody, or a list of players and classes
  property readers (owner: ARCHWIZARD, flags: "rc") = 1;
  // what was taken out last
  property removed (owner: ARCHWIZARD, flags: "") = {};
  // who may write to it: 1 for everybody, or a list of players and classes
  property writers (owner: ARCHWIZARD, flags: "rc") = 1;
  override description = "A mail list: whoever reads it has the same letters.";

  method initialize owner: ARCHWIZARD
    // :initialize() makes the new list known to $mail.
    pass(@args);
    $mail:register(this);
  endmethod

  method recycle owner: ARCHWIZARD
    // :recycle() makes $mail forget the list.
    pass(@args);
    $mail:unregister(this);
  endmethod

  method title owner: ARCHWIZARD
    // :title() => the name with the star that lists are written with
    return "*" + this.name;
  endmethod

  method "mail_name short_mail_name" owner: ARCHWIZARD
    // :mail_name() => the name with the star that lists are written with
    return "*" + this.name;
  endmethod

  method _admits owner: ARCHWIZARD
    // :_admits(who, 1 or a list) => whether somebody is among them
    {who, whom} = args;
    $perm_utils:controls(who, this) && return true;
    typeof(whom) == LIST || return whom && true || false;
    for one in (whom)
      (one == who || (valid(one) && !is_player(one) && isa(who, one))) && return true;
    endfor
    return false;
  endmethod

  method is_readable_by owner: ARCHWIZARD
    // :is_readable_by(who) => whether somebody may read the list
    return this:_admits(args[1], this.readers);
  endmethod

  method "is_usable_by is_writable_by" owner: ARCHWIZARD
    // :is_usable_by(who) => whether somebody may send to the list; :is_writable_by(who) => whether somebody may take letters out of it
    {who} = args;
    verb == "is_writable_by" && return $perm_utils:controls(who, this);
    return this:_admits(who, this.writers);
  endmethod

  method look_self owner: ARCHWIZARD
    // :look_self() shows the list: what it is for, and how many letters there are.
    pass(@args);
    if (this:is_readable_by(player))
      player:tell("There are ", $string_utils:pluralize(length(this.messages), "letter"), ". Type \"@read on *", this.name, "\" to read them, \"@subscribe *", this.name, "\" to be told of new ones.");
    endif
    this:is_usable_by(player) && player:tell("Type \"@send *", this.name, "\" to write to it.");
  endmethod

  method test_access owner: ARCHWIZARD
    $test:true(this:_admits($no_one, 1));
    $test:false(this:_admits($no_one, 0));
    $test:true(this:_admits($no_one, {$no_one}));
    $test:true(this:_admits($no_one, {parent($no_one)}));
    $test:false(this:_admits($no_one, {}));
    $test:true(this:_admits(this.owner, {}));
  endmethod
endobject
