object MARKUP [
  import_export_id -> "markup",
  import_export_hierarchy -> {"utilities"}
]
  name: "markup utilities"
  parent: GENERIC_UTILS
  owner: HACKER
  readable: true

  override aliases = {"markup"};
  override description = "Text with colours and links, as every terminal can show them.";

  method help_msg owner: HACKER
    // Descriptions, messages and notes may hold tags in square brackets:
    //
    //   [red]…[/]   [bold]…[/]   [bold white on blue]…[/]   [#ff8800]…[/]
    //
    // Colours: black red green yellow blue magenta cyan white gray, bright-red and so on, #rgb and #rrggbb; looks: bold dim italic underline blink reverse strike. [/] ends the tag begun last, [/red] the red one. [link=look]…[/] makes a text that runs a command when it is clicked, [url=https://…]…[/] one that opens a page; a client that cannot do that shows the text. Brackets that hold anything else are text; [[[[ is one bracket, whatever follows.
    // A client shows what it can: fewer colours where there are fewer, none for screen readers.
  endmethod

  method escape owner: HACKER
    // :escape(text) => markup that shows the text as it is, whatever is in it
    {text} = args;
    return index(text, "[") ? strsub(text, "[", "[[") | text;
  endmethod

  method strip owner: HACKER
    // :strip(markup) => the text as it is shown, without tags
    {text} = args;
    return typeof(text) == LIST ? {strip_markup(line) for line in (text)} | strip_markup(text);
  endmethod

  method tame owner: HACKER
    // :tame(markup) => the markup without links, for text by people who may not make others click
    {text} = args;
    typeof(text) == LIST && return {this:tame(line) for line in (text)};
    for tag in ({"[link=", "[prompt=", "[url="})
      index(text, tag) && (text = strsub(text, tag, "[" + tag));
    endfor
    return text;
  endmethod

  method tag owner: HACKER
    // :tag(look, text) => the text in that look: tag("bold red", "Stop") => "[bold red]Stop[/]"
    {look, text} = args;
    return tostr("[", look, "]", this:escape(text), "[/]");
  endmethod

  method link owner: HACKER
    // :link(command, text) => a text that runs the command when it is clicked, where the client can do that
    {command, text} = args;
    return tostr("[link=", strtr(command, "[]|", ""), "]", this:escape(text), "[/]");
  endmethod

  method test_markup owner: HACKER
    $test:equal(this:strip("[red]a[/] [north]"), "a [north]");
    $test:equal(this:strip(this:escape("[red]a[/]")), "[red]a[/]");
    $test:equal(this:strip(this:tame("[link=quit]x[/]")), "[link=quit]x[/]");
    $test:equal(this:tag("bold", "[x]"), "[bold][[x][/]");
    $test:equal(this:link("look", "here"), "[link=look]here[/]");
  endmethod
endobject
