object GUEST [
  import_export_id -> "guest",
  import_export_hierarchy -> {"roots"}
]
  name: "generic guest"
  parent: PLAYER
  owner: ARCHWIZARD
  readable: true

  // guests who have left, and may come in again as somebody else
  property free (owner: ARCHWIZARD, flags: "") = {};
  property most (owner: ARCHWIZARD, flags: "rc") = 50;
  // when somebody was given it last; who is only just coming in is not connected yet
  property taken_at (owner: ARCHWIZARD, flags: "") = 0;
  override aliases = {"guest"};
  override description = "A visitor who has not chosen a name yet.";
  override ownership_quota = 0;

  method take owner: ARCHWIZARD
    // :take() => a guest for somebody who comes in, or a string that says why there is none
    caller == $login || caller_perms().wizard || raise(E_PERM);
    for who in (children($guest))
      if (is_player(who) && !(who in connected_players()) && time() - who.last_disconnect_time > 60 && time() - who.taken_at > 60)
        this:_renew(who);
        who.taken_at = time();
        return who;
      endif
    endfor
    length(children($guest)) >= this.most && return "There are too many guests at the moment. You can make a character with `create NAME PASSWORD'.";
    n = 1;
    while (valid($player_db:find_exact(tostr("Guest", n))))
      n = n + 1;
    endwhile
    who = $wiz_utils:make_player(tostr("Guest", n), "", $guest);
    typeof(who) == OBJ && (who.taken_at = time());
    return who;
  endmethod

  method _renew owner: ARCHWIZARD
    // :_renew(guest) forgets what the last visitor did with a guest
    caller == this || raise(E_PERM);
    {who} = args;
    for thing in (who.contents)
      move(thing, valid(thing.owner) && thing.owner != who ? thing.owner | $player_start);
    endfor
    for definer in ({who, @ancestors(who)})
      for name in (properties(definer))
        name in {"changes", "aliases"} || `clear_property(who, name) ! ANY';
      endfor
    endfor
    who.home = $player_start;
    move(who, $player_start);
  endmethod

  method disfunc owner: ARCHWIZARD
    // :disfunc() takes a guest who has left out of sight
    pass(@args);
    fork (60)
      this in connected_players() || move(this, $nothing);
    endfork
  endmethod

  verb "@register" (any any any) owner: ARCHWIZARD flags: "rd"
    // @register <name> <password>
    // Makes you a character of your own: you stay where you are, and keep what you have.
    caller == this || raise(E_PERM);
    args || return this:tell("Usage: @register <name> <password>");
    {name, @rest} = args;
    reason = $registration:why_not(connection());
    reason && return this:show(reason);
    secret = rest ? $string_utils:from_list(rest, " ") | this:ask_secret("A password: ");
    reason = $login:why_bad_password(secret, name);
    reason && return this:tell(reason);
    // what is typed meanwhile is for whoever comes of it
    set_connection_option(connection(), "hold-input", 1);
    try
      hash = argon2(secret, salt());
    finally
      set_connection_option(connection(), "hold-input", 0);
    endtry
    index(name, ",") || index(name, ":") ? problem = "A name is one word." | (problem = $wiz_utils:rename_player(this, name));
    problem && return this:tell(tostr(problem));
    this.password = hash;
    chparent(this, $player_class);
    // what the guest has said about themselves stays
    this.description == $guest.description && (this.description = "");
    this.ownership_quota = $player_class.ownership_quota;
    $events:emit("presence", this.location, ["actor" -> tostr("You are ", $markup:escape(name), " now. Next time type `connect ", $markup:escape(name), "' and your password."), "others" -> tostr("A guest is %n from now on.")], ["actor" -> this]);
  endverb
endobject
