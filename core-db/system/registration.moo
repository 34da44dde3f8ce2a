object REGISTRATION [
  import_export_id -> "registration",
  import_export_hierarchy -> {"system"}
]
  name: "registration"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  property closed_message (owner: ARCHWIZARD, flags: "rc") = "New characters are not made here at the moment. Come in as a guest, and ask an administrator.";
  // code -> {how many may still use it, who made it, when}
  property invitations (owner: ARCHWIZARD, flags: "") = [];
  // "open": everybody; "invite": whoever has an invitation; "closed": nobody
  property mode (owner: ARCHWIZARD, flags: "r") = "open";
  // {pattern, "all" or "new", time until which or 0, reason, by whom}
  property sites (owner: ARCHWIZARD, flags: "") = {};
  override aliases = {"registration"};
  override description = "Who may make a character here, and who may not come in.";

  method why_not owner: ARCHWIZARD
    // :why_not(connection) => why no character can be made, "" if it can
    return this.mode == "closed" ? this.closed_message | "";
  endmethod

  method invite owner: ARCHWIZARD
    // :invite(who, uses) => a code with which so many can make a character
    caller_perms().wizard || raise(E_PERM);
    {who, uses} = args;
    code = $login:made_up_secret();
    this.invitations[code] = {uses, who, time()};
    return code;
  endmethod

  method is_invited owner: ARCHWIZARD
    // :is_invited(code) => whether the code can still be used
    caller_perms().wizard || raise(E_PERM);
    return args[1] && maphaskey(this.invitations, args[1]) && true || false;
  endmethod

  method used owner: ARCHWIZARD
    // :used(code, player) notes that somebody has made a character with an invitation.
    caller_perms().wizard || raise(E_PERM);
    {code, who} = args;
    code && maphaskey(this.invitations, code) || return;
    {uses, by, when} = this.invitations[code];
    if (uses > 1)
      this.invitations[code] = {uses - 1, by, when};
    else
      this.invitations = mapdelete(this.invitations, code);
    endif
    $audit:note(who, "used an invitation", tostr("of ", valid(by) ? by.name | by));
  endmethod

  method suspension owner: ARCHWIZARD
    // :suspension(player) => why the player is kept out, "" if not any more
    {who} = args;
    who.suspended || return "";
    {until, @rest} = who.suspended;
    if (until && until <= time())
      who.suspended = {};
      return "";
    endif
    return this:suspension_text(who.suspended);
  endmethod

  method suspension_text owner: ARCHWIZARD
    // :suspension_text({until, reason, …}) => what the player is told
    {until, reason, @rest} = args[1];
    return tostr("You are suspended", until ? " until " + ctime(until) | "", reason ? tostr(", because ", $markup:escape(reason)) | "", ".");
  endmethod

  method why_not_from owner: ARCHWIZARD
    // :why_not_from(address, whether a guest or new) => why nobody may come in from there, "" if they may
    {address, new} = args;
    for site in (this.sites)
      {pattern, kind, until, reason, by} = site;
      if ((!until || until > time()) && this:fits(address, pattern) && (kind == "all" || new))
        return tostr(kind == "all" ? "Your address is kept out" | "From your address no guests and no new characters are let in", until ? " until " + ctime(until) | "", reason ? tostr(", because ", $markup:escape(reason)) | "", ".");
      endif
    endfor
    return "";
  endmethod

  method fits owner: ARCHWIZARD
    // :fits(address, pattern) => whether an address is meant: the same, or one that begins as the pattern before its *
    {address, pattern} = args;
    star = index(pattern, "*");
    return star ? index(address, pattern[1..star - 1]) == 1 | address == pattern;
  endmethod

  method add_site owner: ARCHWIZARD
    // :add_site(pattern, "all" or "new", until, reason, by) keeps an address out
    caller_perms().wizard || raise(E_PERM);
    {pattern, kind, until, reason, by} = args;
    this.sites = {@{site for site in (this.sites) if site[1] != pattern}, {pattern, kind, until, reason, by}};
  endmethod

  method remove_site owner: ARCHWIZARD
    // :remove_site(pattern) => whether it was kept out
    caller_perms().wizard || raise(E_PERM);
    before = length(this.sites);
    this.sites = {site for site in (this.sites) if site[1] != args[1]};
    return length(this.sites) < before;
  endmethod

  method site_lines owner: ARCHWIZARD
    // :site_lines() => lines that tell what is kept out
    caller_perms().wizard || raise(E_PERM);
    return {tostr(site[1], "  ", site[2] == "all" ? "altogether" | "guests and new characters", site[3] ? ", until " + ctime(site[3]) | "", site[4] ? ", because " + site[4] | "", valid(site[5]) ? ", by " + site[5].name | "") for site in (this.sites) if !site[3] || site[3] > time()};
  endmethod

  method test_sites owner: ARCHWIZARD
    $test:true(this:fits("192.0.2.7", "192.0.2.*"));
    $test:false(this:fits("192.0.20.7", "192.0.2.*"));
    $test:true(this:fits("192.0.2.7", "192.0.2.7"));
    before = this.sites;
    try
      this:add_site("192.0.2.*", "new", 0, "paint", #2);
      $test:contains(this:why_not_from("192.0.2.7", true), "paint");
      $test:equal(this:why_not_from("192.0.2.7", false), "");
      this:add_site("192.0.2.*", "all", time() - 5, "", #2);
      $test:equal(this:why_not_from("192.0.2.7", true), "");
      $test:true(this:remove_site("192.0.2.*"));
      $test:false(this:remove_site("192.0.2.*"));
    finally
      this.sites = before;
    endtry
  endmethod

  method test_invitations owner: ARCHWIZARD
    before = this.invitations;
    try
      code = this:invite(#2, 2);
      $test:true(this:is_invited(code));
      this:used(code, #2);
      $test:true(this:is_invited(code));
      this:used(code, #2);
      $test:false(this:is_invited(code));
      $test:false(this:is_invited(""));
    finally
      this.invitations = before;
    endtry
  endmethod
endobject
