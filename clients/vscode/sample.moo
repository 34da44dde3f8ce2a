// Everything that has a colour.
define LAMP = #45;
define FEW = {1, 2.5, -3e10, 1_000};

object LAMP [
  import_export_id -> "lamp",
  'note -> "kept"
]
  name: "brass lamp"
  parent: #1
  owner: LAMP
  fertile: true

  /* measured
     in hours */
  property fuel (owner: LAMP, flags: "rc") = 40;
  property "odd name" (owner: #2, flags: "") = ["k" -> E_PERM("no entry"), 2 -> b"SGk=", 3 -> '"odd symbol"];
  override description = "It has seen \"better\" cellars.\n";
  override handler = {x, ?y = 2, @rest} => x + y;

  verb "l*ight ignite" (this none none) owner: LAMP flags: "rxd" [note -> 1]
    this.fuel > 0 || return player:tell("It is empty."); // a comment
    for value, key in (this.contents)
      if (value == #-1 && !(key in {1, 2}))
        continue;
      elseif (typeof(value) == OBJ || E_MINE)
        break;
      else
        $string_utils:trim(tostr(value, args[1..$], args[^]));
      endif
    endfor
    x = `this.(name):(verb)(@args) ! E_PROPNF, ANY => 'none';
    while loop (x >= 1.5e3 || x &. 3)
      suspend(0);
    endwhile
    fork task (5)
      begin
        let {a, ?b = 1} = args;
        const C = true;
      end
    endfork
    try
      f = fn (n)
        return n ? 1 | 0;
      endfn;
    except e (E_DIV)
      raise(e[1]);
    finally
      endpoint = <$thing, .slot = 1, {2}>;
    endtry
  endverb

  method burn owner: LAMP
    {?amount = 1} = args;
    this.fuel = max(0, this.fuel - amount);
  endmethod
endobject
