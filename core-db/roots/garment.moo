object GARMENT [
  import_export_id -> "garment",
  import_export_hierarchy -> {"roots"}
]
  name: "generic garment"
  parent: THING
  owner: ARCHWIZARD
  fertile: true
  readable: true

  property oremove_msg (owner: ARCHWIZARD, flags: "rc") = "%N %<takes> off %<the t>.";
  property owear_msg (owner: ARCHWIZARD, flags: "rc") = "%N %<puts> on %<the t>.";
  property remove_msg (owner: ARCHWIZARD, flags: "rc") = "You take off %<the t>.";
  property wear_msg (owner: ARCHWIZARD, flags: "rc") = "You put on %<the t>.";
  property worn (owner: ARCHWIZARD, flags: "rc") = false;
  override aliases = {"garment"};

  verb "wear" (this none none) owner: ARCHWIZARD flags: "rxd"
    // wear <garment>
    // Puts something on that you carry.
    if (this.location != player)
      player:tell("You don't have ", this:the(), ".");
    elseif (this.worn)
      player:tell("You are wearing ", this:the(), " already.");
    else
      this.worn = true;
      this:_say_message("action", "wear");
    endif
  endverb

  verb "rem*ove" (this none none) owner: ARCHWIZARD flags: "rxd"
    // remove <garment>
    // Takes something off that you wear.
    if (this.location != player || !this.worn)
      player:tell("You are not wearing ", this:the(), ".");
    else
      this.worn = false;
      this:_say_message("action", "remove");
    endif
  endverb

  method moveto owner: ARCHWIZARD
    // :moveto(where) takes it off, and moves it there.
    this.worn && args[1] != this.location && (this.worn = false);
    return pass(@args);
  endmethod

  method test_wear owner: ARCHWIZARD
    hat = create($garment, #2);
    try
      move(hat, #2);
      hat.worn = true;
      hat:moveto(#2.location);
      $test:false(hat.worn);
    finally
      recycle(hat);
    endtry
  endmethod
endobject
