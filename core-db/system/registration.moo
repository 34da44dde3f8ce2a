object REGISTRATION [
  import_export_id -> "registration",
  import_export_hierarchy -> {"system"}
]
  name: "registration"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  property closed_message (owner: ARCHWIZARD, flags: "rc") = "New characters are not made here at the moment. Come in as a guest, and ask an administrator.";
  // "open": everybody; "invite": whoever has an invitation; "closed": nobody
  property mode (owner: ARCHWIZARD, flags: "r") = "open";
  override aliases = {"registration"};
  override description = "Who may make a character here.";

  method why_not owner: ARCHWIZARD
    // :why_not(connection) => why no character can be made, "" if it can
    return this.mode == "open" ? "" | this.closed_message;
  endmethod

  method used owner: ARCHWIZARD
    // :used(connection, player) notes that a connection has made a character.
    caller_perms().wizard || raise(E_PERM);
  endmethod
endobject
