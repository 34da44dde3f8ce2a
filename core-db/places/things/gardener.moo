object GARDENER [
  import_export_id -> "gardener",
  import_export_hierarchy -> {"places", "things"}
]
  name: "old gardener"
  parent: NPC
  location: GARDEN
  owner: ARCHWIZARD
  readable: true

  override aliases = {"gardener", "old gardener"};
  override answers = {
    {
      "hello|hi|good day|good morning|good evening",
      {"Mind the thistles.", "Ah. A visitor. The bench is dry, if you want to sit."}
    },
    {"thistles|thistle", "People pull them up. I never understood it."},
    {
      "pear|pears|tree",
      {
        "Eleven this year. I ate one. It was all right.",
        ":touches the lowest branch with one finger."
      }
    },
    {"bridge|pond", "It goes as far as it needs to."},
    {
      "build|building|house|make",
      "Street is west of the workshop. Put in a garden, while you are at it."
    },
    {"help|lost|where", "The library knows. South of here, the book in the middle."},
    {"thanks|thank|bye|goodbye", ":nods, and goes on tying something to something."},
    {"bee|bees", "They know you are here. They have voted to allow it."},
    {"name", "Gardener does."}
  };
  override article = "the";
  override description = "A person of few words and much string. There is a pear in the left pocket and a pair of secateurs in the right.";
  override puzzled = {
    ":thinks about that for a while.",
    "Could be.",
    ":looks at the sky, which has no opinion either."
  };
endobject
