object QUOTA_UTILS [
  import_export_id -> "quota_utils",
  import_export_hierarchy -> {"utilities"}
]
  name: "quota utilities"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  // how many bytes somebody's objects may take who is not in size_quotas
  property default_bytes (owner: ARCHWIZARD, flags: "rc") = 500000;
  // how many objects somebody may make who has no ownership_quota of their own
  property default_objects (owner: ARCHWIZARD, flags: "rc") = 100;
  // player -> bytes
  property size_quotas (owner: ARCHWIZARD, flags: "") = [];
  override aliases = {"quota_utils", "byte_quota_utils", "object_quota_utils"};
  override description = "How much people may build: so many objects, and so many bytes in all of them.";

  method help_msg owner: ARCHWIZARD
    // Two things are counted: objects, by the server itself where a player has an integer ownership_quota, which goes down with each object made; and bytes, by these verbs. Wizards may build without end.
  endmethod

  method can_peek owner: ARCHWIZARD
    // :can_peek(who, player) => whether somebody may know a player's quota
    {who, target} = args;
    return who == target || $perm_utils:controls(who, target);
  endmethod

  method can_touch owner: ARCHWIZARD
    // :can_touch(who) => whether somebody may change quotas
    return args[1].wizard;
  endmethod

  method "get_quota quota_remaining" owner: ARCHWIZARD
    // :get_quota(player) => how many more objects the player may make
    {who} = args;
    left = `who.ownership_quota ! E_PROPNF => 0.0';
    typeof(left) == INT && return left;
    return max(0, this.default_objects - this:object_count(who));
  endmethod

  method set_quota owner: ARCHWIZARD
    // :set_quota(player, objects) => true, or E_PERM
    // Sets how many more objects a player may make.
    {who, number} = args;
    this:can_touch(caller_perms()) || return E_PERM;
    `who.ownership_quota ! E_PROPNF => E_PROPNF' == E_PROPNF && return E_PROPNF;
    who.ownership_quota = number;
    return true;
  endmethod

  method get_size_quota owner: ARCHWIZARD
    // :get_size_quota(player) => how many bytes the player's objects may take
    {who, @ignored} = args;
    this:can_peek(caller_perms(), who) || return E_PERM;
    return maphaskey(this.size_quotas, who) ? this.size_quotas[who] | this.default_bytes;
  endmethod

  method set_size_quota owner: ARCHWIZARD
    // :set_size_quota(player, bytes) => true, or E_PERM
    // Sets how many bytes a player's objects may take.
    {who, bytes} = args;
    this:can_touch(caller_perms()) || return E_PERM;
    quotas = this.size_quotas;
    quotas[who] = bytes;
    this.size_quotas = quotas;
    return true;
  endmethod

  method object_count owner: ARCHWIZARD
    // :object_count(player) => how many objects the player owns, the player not counted
    return length(setremove(owned_objects(args[1]), args[1]));
  endmethod

  method summarize_one_user owner: ARCHWIZARD
    // :summarize_one_user(player) => {bytes of all objects, objects not counted, objects never measured, time of the oldest measurement, its object}
    // Everything is measured now, so the last four are 0, 0, the time and the player.
    {who, @ignored} = args;
    this:can_peek(caller_perms(), who) || return E_PERM;
    total = 0;
    for what in (owned_objects(who))
      total = total + object_bytes(what);
      suspend_if_needed();
    endfor
    return {total, 0, 0, time(), who};
  endmethod

  method recent_object_bytes owner: ARCHWIZARD
    // :recent_object_bytes(object [, days]) => how many bytes the object takes
    return object_bytes(args[1]);
  endmethod

  method "object_bytes object_size" owner: ARCHWIZARD
    // :object_bytes(object) => how many bytes the object takes, 0 if there is none
    return valid(args[1]) ? object_bytes(args[1]) | 0;
  endmethod

  method value_bytes owner: ARCHWIZARD
    // :value_bytes(value) => how many bytes the value takes
    return value_bytes(args[1]);
  endmethod

  method why_not owner: ARCHWIZARD
    // :why_not(player) => what keeps the player from building more, "" if nothing does
    {who} = args;
    valid(who) || return "Nobody can build in the name of nobody.";
    who.wizard && return "";
    this:get_quota(who) > 0 || return tostr("You may not make any more objects: your quota is used up. You own ", this:object_count(who), "; recycle what you do not need, or ask a wizard for more.");
    used = this:summarize_one_user(who)[1];
    limit = this:get_size_quota(who);
    used < limit || return tostr("Your quota of ", $building_utils:size_string(limit), " is used up: your objects take ", $building_utils:size_string(used), ". `@audit' shows what takes how much.");
    return "";
  endmethod

  method "creation_permitted verb_addition_permitted property_addition_permitted" owner: ARCHWIZARD
    // :creation_permitted(player), :verb_addition_permitted(player), :property_addition_permitted(player) => whether the player's quota allows to make an object, a verb, a property
    {who} = args;
    who.wizard && return true;
    verb == "creation_permitted" && return this:why_not(who) == "";
    return this:summarize_one_user(who)[1] < this:get_size_quota(who);
  endmethod

  method "charge_quota reimburse_quota preliminary_reimburse_quota" owner: ARCHWIZARD
    // :charge_quota(player, object), :reimburse_quota(player, object) => true after counting an object in or out that changes hands
    {who, what} = args;
    caller_perms().wizard || return E_PERM;
    left = `who.ownership_quota ! ANY => 0.0';
    typeof(left) == INT && (who.ownership_quota = verb == "charge_quota" ? left - 1 | left + 1);
    return true;
  endmethod

  method initialize_quota owner: ARCHWIZARD
    // :initialize_quota(player) gives a new player the usual quota.
    {who} = args;
    caller_perms().wizard || return E_PERM;
    `who.ownership_quota ! E_PROPNF => 0.0' == 0.0 || (who.ownership_quota = this.default_objects);
    maphaskey(this.size_quotas, who) && (this.size_quotas = mapdelete(this.size_quotas, who));
    return true;
  endmethod

  method adjust_quota_for_programmer owner: ARCHWIZARD
    // :adjust_quota_for_programmer(player) does nothing: programmers build under the same quota.
  endmethod

  method all_characters owner: ARCHWIZARD
    // :all_characters(player) => the players who share the player's quota
    return {args[1]};
  endmethod

  method parse_create_args owner: ARCHWIZARD
    // :parse_create_args(arguments of create() …) => who is to own what create() makes
    {what, ?owner = $nothing, @rest} = args;
    return valid(owner) && caller_perms().wizard ? owner | caller_perms();
  endmethod

  method bi_create owner: ARCHWIZARD
    // :bi_create(arguments of create() …) => the new object, or E_QUOTA if the caller's quota does not allow one
    this:creation_permitted(caller_perms()) || return E_QUOTA;
    set_task_perms(caller_perms());
    return `create(@args) ! ANY';
  endmethod

  method display_quota owner: ARCHWIZARD
    // :display_quota(player) tells the player who asks about somebody's quota.
    {who} = args;
    if (!this:can_peek(caller_perms(), who))
      player:tell("Only ", who.name, " and wizards may know that.");
      return E_PERM;
    endif
    own = who == player;
    used = this:summarize_one_user(who)[1];
    count = this:object_count(who);
    if (who.wizard)
      player:tell(own ? "You own " | who.name + " owns ", $string_utils:pluralize(count, "object"), " of ", $string_utils:group_number(used), " bytes together. Wizards have no limit.");
      return;
    endif
    player:tell(own ? "You own " | who.name + " owns ", $string_utils:pluralize(count, "object"), " and may make ", $string_utils:pluralize(this:get_quota(who), "more object", "more objects"), ".");
    player:tell("Together they take ", $string_utils:group_number(used), " bytes of ", $string_utils:group_number(this:get_size_quota(who)), ".");
  endmethod

  method display_quota_summary owner: ARCHWIZARD
    // :display_quota_summary() tells a wizard who has built most: the twenty players with the most bytes.
    caller_perms().wizard || return E_PERM;
    rows = {};
    for who in (players())
      rows = {@rows, {who, this:summarize_one_user(who)[1]}};
      suspend_if_needed();
    endfor
    rows = sort(rows, {row[2] for row in (rows)}, 0, 1);
    player:show($layout:table({{"Player"}, {"Objects", "right"}, {"Bytes", "right"}}, {{row[1].name, this:object_count(row[1]), $string_utils:group_number(row[2])} for row in (rows[1..min(20, $)])}, player));
  endmethod

  method test_quota owner: ARCHWIZARD
    $test:true(this:can_peek($hacker, $hacker));
    $test:false(this:can_peek($no_one, $hacker));
    $test:false(this:can_touch($no_one));
    $test:equal(this:object_bytes($nothing), 0);
    $test:true(this:object_bytes($root) > 0);
    $test:equal(this:parse_create_args($thing, $hacker), $hacker);
    $test:true(this:creation_permitted(this.owner));
    $test:equal(this:set_size_quota($no_one, 0), true);
    $test:equal(this:get_size_quota($no_one), 0);
    $test:contains(this:why_not($no_one), "used up");
    $test:equal(this:initialize_quota($no_one), true);
    $test:equal(this:get_size_quota($no_one), this.default_bytes);
    $test:equal(this:all_characters($no_one), {$no_one});
  endmethod
endobject
