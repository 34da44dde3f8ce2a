object LETTER [
  import_export_id -> "letter",
  import_export_hierarchy -> {"roots"}
]
  name: "generic letter"
  parent: NOTE
  owner: ARCHWIZARD
  fertile: true
  readable: true

  override aliases = {"letter"};
  override description = "A folded sheet with something written on it.";

  verb "burn" (this none none) owner: ARCHWIZARD flags: "rxd"
    // burn <letter>
    // Destroys a letter that you carry, for good.
    callers() && !$perm_utils:controls(caller_perms(), player) && raise(E_PERM, "Nobody may do that for somebody else.");
    if (this.location != player)
      player:tell("You don't have ", this:the(), ".");
    elseif (!this:is_readable_by(player))
      player:tell("It is not for you to burn.");
    else
      $events:emit("action", player.location, "%N %<burns> %<the t>; there is nothing left but a curl of ash.", ["this" -> this]);
      recycle(this);
    endif
  endverb
endobject
