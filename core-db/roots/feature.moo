object FEATURE [
  import_export_id -> "feature",
  import_export_hierarchy -> {"roots"}
]
  name: "generic feature"
  parent: ROOT
  owner: ARCHWIZARD
  fertile: true
  readable: true

  override aliases = {"feature"};
  override description = "Commands that players can add to their own, with @add-feature.";

  method has_feature_verb owner: ARCHWIZARD
    // :has_feature_verb(verb, dobj, prepstr, iobj) => {definer, place} of the command of this feature that fits a command line, or 0
    return $code_utils:find_command(this, @args);
  endmethod

  method acceptable_for owner: ARCHWIZARD
    // :acceptable_for(who) => whether somebody may add this feature
    return true;
  endmethod
endobject
