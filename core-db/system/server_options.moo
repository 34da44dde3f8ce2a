object SERVER_OPTIONS [
  import_export_id -> "server_options",
  import_export_hierarchy -> {"system"}
]
  name: "server options"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  property bg_seconds (owner: ARCHWIZARD, flags: "r") = 3;
  property bg_ticks (owner: ARCHWIZARD, flags: "r") = 30000;
  property connections_per_player (owner: ARCHWIZARD, flags: "r") = 16;
  property fg_seconds (owner: ARCHWIZARD, flags: "r") = 5;
  property fg_ticks (owner: ARCHWIZARD, flags: "r") = 60000;
  property max_stack_depth (owner: ARCHWIZARD, flags: "r") = 50;
  override aliases = {"server_options"};
  override description = "What the server itself goes by; `@server-options' shows and changes it.";
endobject
