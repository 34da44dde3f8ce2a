object HISTORY [
  import_export_id -> "history",
  import_export_hierarchy -> {"system"}
]
  name: "history"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  // changes kept for each object
  property kept (owner: ARCHWIZARD, flags: "rc") = 20;
  property last_id (owner: ARCHWIZARD, flags: "r") = 0;
  // changes that each player can undo
  property undoable (owner: ARCHWIZARD, flags: "rc") = 50;
  override aliases = {"history"};
  override description = "Remembers who changed what and when, and how to undo it.";

  method record owner: ARCHWIZARD
    // :record(object, who, what was done, how to undo it) notes a change
    // How to undo it is a list, {"prop", name, old value} and so on; see :undo.
    {what, who, text, undo} = args;
    perms = caller_perms();
    perms.wizard || perms == who || $perm_utils:controls(perms, what) || raise(E_PERM);
    id = this.last_id + 1;
    this.last_id = id;
    entry = {id, time(), who, text, undo};
    value_bytes(undo) > 200000 && (entry[5] = {});
    changes = {@what.changes, entry};
    what.changes = changes[max(1, $ - this.kept + 1)..$];
    stack = {@who.undo_stack, {what, id}};
    who.undo_stack = stack[max(1, $ - this.undoable + 1)..$];
    return id;
  endmethod

  method of owner: ARCHWIZARD
    // :of(object) => its changes, {id, time, who, text, undo}, oldest first; for those who control it
    {what} = args;
    $perm_utils:controls(caller_perms(), what) || caller == this || raise(E_PERM);
    return what.changes;
  endmethod
endobject
