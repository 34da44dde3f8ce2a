object ANSI [
  import_export_id -> "ansi",
  import_export_hierarchy -> {"utilities"}
]
  name: "colour utilities"
  parent: GENERIC_UTILS
  owner: HACKER
  readable: true

  property colours (owner: HACKER, flags: "rc") = {"black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"};
  property looks (owner: HACKER, flags: "rc") = {"bold", "dim", "italic", "underline", "blink", "reverse", "strike"};
  override aliases = {"ansi", "ansi_utils"};
  override description = "Verbs about colours. Texts here are markup: [red]…[/]; the server makes of it what each terminal can show.";

  method help_msg owner: HACKER
    // Whatever shows text in colour takes markup; `help markup' has its tags. These verbs are for programs that work on such texts, and for text that comes with terminal escape sequences from elsewhere.
  endmethod

  method "strip delete" owner: HACKER
    // :strip(text) => the text without markup tags and without terminal escape sequences; of a list, each line
    {text} = args;
    typeof(text) == LIST && return {this:strip(line) for line in (text)};
    return strip_markup(this:remove_escapes(text));
  endmethod

  method remove_escapes owner: HACKER
    // :remove_escapes(text) => the text without terminal escape sequences such as ESC[31m
    {text} = args;
    escape = "\x1b";
    pieces = explode(text, escape, 1);
    out = pieces[1];
    for piece in (pieces[2..$])
      if (!piece)
        continue;
      elseif (piece[1] == "[")
        found = match(piece, "^%[[0-9;?]*[^0-9;?]");
        out = out + (found ? piece[found[2] + 1..$] | "");
      else
        out = out + piece[2..$];
      endif
    endfor
    return out;
  endmethod

  method to_markup owner: HACKER
    // :to_markup(text) => markup for text that was coloured with terminal escape sequences
    {text} = args;
    pieces = explode(text, "\x1b", 1);
    out = $markup:escape(pieces[1]);
    open = 0;
    for piece in (pieces[2..$])
      found = piece ? match(piece, "^%[%([0-9;]*%)m") | 0;
      if (!found)
        rest = this:remove_escapes("\x1b" + piece);
        out = out + $markup:escape(rest);
        continue;
      endif
      tags = "";
      for code in (explode(substitute("%1", found) || "0", ";"))
        n = toint(code);
        if (n == 0)
          tags = tags + $string_utils:space(3 * open, "[/]");
          open = 0;
        else
          name = n >= 30 && n <= 37 ? this.colours[n - 29] | n >= 90 && n <= 97 ? "bright-" + this.colours[n - 89] | n >= 40 && n <= 47 ? "on " + this.colours[n - 39] | n in {1, 2, 3, 4, 5, 7, 9} ? this.looks[n in {1, 2, 3, 4, 5, 7, 9}] | "";
          if (name)
            tags = tostr(tags, "[", name, "]");
            open = open + 1;
          endif
        endif
      endfor
      out = tostr(out, tags, $markup:escape(piece[found[2] + 1..$]));
    endfor
    return out + $string_utils:space(3 * open, "[/]");
  endmethod

  method "length width" owner: HACKER
    // :length(markup) => how many columns the text takes as it is shown
    return text_width(strip_markup(args[1]));
  endmethod

  method "left right centre center" owner: HACKER
    // :left(markup, width), :right(markup, width), :centre(markup, width) => the markup with blanks, so that what is shown takes that many columns
    {text, width} = args;
    missing = max(0, width - this:length(text));
    verb == "left" && return text + $string_utils:space(missing);
    verb == "right" && return $string_utils:space(missing) + text;
    return $string_utils:space(missing / 2) + text + $string_utils:space(missing - missing / 2);
  endmethod

  method colour owner: HACKER
    // :colour(look, text) => markup for a plain text in that look; $markup:tag is the same
    return $markup:tag(@args);
  endmethod

  method "black red green yellow blue magenta cyan white bold dim italic underline blink reverse strike" owner: HACKER
    // :red(text), :bold(text), … => markup for a plain text in that look
    return $markup:tag(verb, tostr(@args));
  endmethod

  method sample owner: HACKER
    // :sample() => lines that show all colours and looks
    names = {@this.colours, @{"bright-" + name for name in (this.colours)}};
    lines = {};
    for i in [1..(length(names) + 3) / 4]
      row = names[4 * i - 3..min(4 * i, $)];
      lines = {@lines, $string_utils:from_list({this:left($markup:tag(name, name), 16) for name in (row)})};
    endfor
    return {@lines, $string_utils:from_list({$markup:tag(name, name) for name in (this.looks)}, "  ")};
  endmethod

  method test_colours owner: HACKER
    escape = "\x1b";
    $test:equal(this:remove_escapes(escape + "[1;31mred" + escape + "[0m!"), "red!");
    $test:equal(this:remove_escapes("a" + escape), "a");
    $test:equal(this:strip("[red]a[/] " + escape + "[2Jb"), "a b");
    $test:equal(this:to_markup(escape + "[31mred" + escape + "[0m [x]"), "[red]red[/] [[x]");
    $test:equal(this:to_markup(escape + "[1;44mx"), "[bold][on blue]x[/][/]");
    $test:equal(this:to_markup("plain"), "plain");
    $test:equal(this:length("[red]日本[/]"), 4);
    $test:equal(this:left("[red]a[/]", 3), "[red]a[/]  ");
    $test:equal(this:right("[red]a[/]", 3), "  [red]a[/]");
    $test:equal(this:centre("[red]a[/]", 3), " [red]a[/] ");
    $test:equal(this:red("[x]"), "[red][[x][/]");
    $test:equal(this:bold("a", 1), "[bold]a1[/]");
    $test:contains(strip_markup($string_utils:from_list(this:sample(), " ")), "bright-cyan");
  endmethod
endobject
