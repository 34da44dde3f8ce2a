object TEA [
  import_export_id -> "tea",
  import_export_hierarchy -> {"places", "things"}
]
  name: "pot of tea"
  parent: THING
  location: TEAHOUSE
  owner: ARCHWIZARD
  readable: true

  override aliases = {"tea", "pot"};
  override description = "Jasmine, and hot.";
  override fixed = true;
  override take_failed_msg = "It is for everybody. You could `drink tea'.";

  verb "drink pour" (this none none) owner: ARCHWIZARD flags: "rxd"
    // drink tea
    // Pours a cup, and drinks it.
    $events:emit("action", player.location, "%N %<pours> a cup of tea and %<drinks> it slowly.", ["this" -> this]);
  endverb
endobject
