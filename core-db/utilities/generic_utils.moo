object GENERIC_UTILS [
  import_export_id -> "generic_utils",
  import_export_hierarchy -> {"utilities"}
]
  name: "generic utilities package"
  parent: ROOT
  owner: HACKER
  readable: true

  override description = "A collection of verbs that others call.";

  method help_msg owner: HACKER
    // :help_msg() => what `help' says about these utilities, besides the list of their verbs
    return "";
  endmethod
endobject
