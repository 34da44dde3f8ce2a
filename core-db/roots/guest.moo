object GUEST [
  import_export_id -> "guest",
  import_export_hierarchy -> {"roots"}
]
  name: "generic guest"
  parent: PLAYER
  owner: ARCHWIZARD
  fertile: true
  readable: true

  // guests who have left, and may come in again as somebody else
  property free (owner: ARCHWIZARD, flags: "") = {};
  property most (owner: ARCHWIZARD, flags: "rc") = 50;
  override aliases = {"guest"};
  override description = "A visitor who has not chosen a name yet.";
  override ownership_quota = 0;

  method take owner: ARCHWIZARD
    // :take() => a guest for somebody who comes in, or a string that says why there is none
    caller == $login || caller_perms().wizard || raise(E_PERM);
    for who in (children($guest))
      if (is_player(who) && !(who in connected_players()) && time() - who.last_disconnect_time > 60)
        return who;
      endif
    endfor
    length(children($guest)) >= this.most && return "There are too many guests at the moment. You can make a character with [bold]create NAME PASSWORD[/].";
    n = 1;
    while (valid($player_db:find_exact(tostr("Guest", n))))
      n = n + 1;
    endwhile
    return $wiz_utils:make_player(tostr("Guest", n), "", $guest);
  endmethod

  verb "@register" (any any any) owner: ARCHWIZARD flags: "rxd"
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
    hash = argon2(secret, salt());
    index(name, ",") || index(name, ":") ? problem = "A name is one word." | (problem = $wiz_utils:rename_player(this, name));
    problem && return this:tell(tostr(problem));
    this.password = hash;
    chparent(this, $player_class);
    this.description = "";
    this.ownership_quota = $player_class.ownership_quota;
    $events:emit("presence", this.location, ["actor" -> "You are %n now. Come back with: connect " + name + " and your password.", "others" -> tostr("A guest is %n from now on.")], ["actor" -> this]);
  endverb
endobject
