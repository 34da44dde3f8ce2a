object PARROT [
  import_export_id -> "parrot",
  import_export_hierarchy -> {"places", "things"}
]
  name: "grey parrot"
  parent: NPC
  location: TUTORIAL_3
  owner: ARCHWIZARD
  readable: true

  override aliases = {"parrot", "grey parrot"};
  override answers = {{"hello|hi|hey", {"Hello! Hello! You can talk! Now try :smiles"}}};
  override article = "the";
  override description = "Grey, with a red tail and an unforgiving eye.";
  override pause = 1;
  override puzzled = {"Hello?", ":puts its head upside down."};

  method answer owner: ARCHWIZARD
    // :answer(text) => an answer, or the end of what was said
    {text} = args;
    found = pass(@args);
    words = explode(text);
    return found || !words ? found | tostr(words[$], "! ", $string_utils:capitalize(words[$]), "!");
  endmethod
endobject
