object LAYOUT [
  import_export_id -> "layout",
  import_export_hierarchy -> {"utilities"}
]
  name: "layout utilities"
  parent: GENERIC_UTILS
  owner: ARCHWIZARD
  readable: true

  // columns for readers of whom nothing is known
  property default_width (owner: ARCHWIZARD, flags: "rc") = 79;
  override aliases = {"layout", "tables", "forms"};
  override description = "Verbs that set text for a reader: tables, forms, headings and lists as wide as the reader's screen, or one thing a line for a screen reader.";

  method help_msg owner: ARCHWIZARD
    // All of these return lines of markup for player:show() or $pager:show(). The reader is the player unless somebody else is named as the last argument.
    //
    //   $layout:table({{"Name"}, {"Idle", "right"}}, {{"Ann", "2m"}, {"Bob", "5h"}})
    //   $layout:form({{"Name", "Ann"}, {"Home", "the garden"}})
    //
    // A cell that is text stands there as it is; a cell that is a list with one text in it is markup.
  endmethod

  method width owner: ARCHWIZARD
    // :width([who]) => how many columns the reader's lines have
    {?who = player} = args;
    valid(who) || return this.default_width;
    columns = `who:linelen() ! ANY => 0';
    return typeof(columns) == INT && columns > 0 ? max(20, min(columns - 1, 200)) | this.default_width;
  endmethod

  method screen_reader owner: ARCHWIZARD
    // :screen_reader([who]) => whether the reader has lines read out
    {?who = player} = args;
    valid(who) || return false;
    return `who:screenreader() ! ANY => 0' && true || false;
  endmethod

  method heading owner: ARCHWIZARD
    // :heading(text [, who]) => the text as the heading of what follows
    {text, ?who = player} = args;
    this:screen_reader(who) && return {$markup:escape(text)};
    return {tostr("[bold]", $markup:escape(text), "[/]"), $string_utils:space(min(text_width(text), this:width(who)), "-")};
  endmethod

  method rule owner: ARCHWIZARD
    // :rule([who]) => a line across the screen; nothing for a screen reader
    {?who = player} = args;
    return this:screen_reader(who) ? {} | {$string_utils:space(this:width(who), "-")};
  endmethod

  method _cell owner: ARCHWIZARD
    // :_cell(cell) => {text as shown, markup}
    {cell} = args;
    typeof(cell) == LIST && return {strip_markup(cell[1]), cell[1]};
    text = tostr(cell);
    return {text, $markup:escape(text)};
  endmethod

  method table owner: ARCHWIZARD
    // :table({{heading [, alignment [, least width]]}, …}, {{cell, …}, …} [, who]) => lines
    // Alignments are "left", "right", "center", and for the last column "wrap": its text goes on in the lines below.
    // Columns are as wide as they need to be; if that is too wide for the reader, the widest are cut; if even that does not do, each row becomes a few lines, and for screen readers one line of cells with their headings.
    {columns, rows, ?who = player} = args;
    this:screen_reader(who) && return this:_spoken(columns, rows);
    total = this:width(who);
    size = length(columns);
    titles = slice(columns, 1);
    ways = {length(column) > 1 && column[2] in {"right", "center"} ? column[2] | "left" for column in (columns)};
    heading = all(@{title == "" for title in (titles)}) ? {} | {{{tostr("[bold]", $markup:escape(title), "[/]")} for title in (titles)}};
    wide = text_widths({titles, @rows})[1..size];
    gaps = 2 * (size - 1);
    sum = $math_utils:sum(wide);
    sum + gaps <= total && return text_rows({@heading, @rows}, wide, ways);
    cells = {{this:_cell(cell) for cell in (row)} for row in (rows)};
    wrap = size > 1 && length(columns[size]) > 1 && columns[size][2] == "wrap";
    if (wrap)
      room = total - sum + wide[size] - gaps;
      room < 14 && return this:_stacked(columns, cells, total);
      wide[size] = room;
    endif
    least = {length(column) > 2 ? column[3] | min(wide[i], 8) for column, i in (columns)};
    $math_utils:sum(least) + gaps > total && return this:_stacked(columns, cells, total);
    while ((over = $math_utils:sum(wide) + gaps - total) > 0)
      // the widest column that can still give way
      best = 0;
      for w, i in (wide)
        w > least[i] && (!best || w > wide[best]) && (best = i);
      endfor
      if (!best)
        break;
      endif
      second = max(@{w for w, i in (wide) if i != best}, least[best], 1);
      wide[best] = max(least[best], min(wide[best] - 1, max(second, wide[best] - over)));
    endwhile
    wrap || return text_rows({@heading, @rows}, wide, ways);
    lines = text_rows(heading, wide, ways);
    margin = $string_utils:space($math_utils:sum(wide[1..size - 1]) + gaps);
    for row, i in (rows)
      if (length(row) == size && text_width(cells[i][size][1]) > wide[size])
        parts = {$markup:escape(part) for part in (text_wrap(cells[i][size][1], wide[size]))};
        lines = {@lines, @text_rows({{@row[1..size - 1], {parts[1]}}}, wide, ways), @{margin + part for part in (parts[2..$])}};
      else
        lines = {@lines, @text_rows({row}, wide, ways)};
      endif
    endfor
    return lines;
  endmethod

  method _spoken owner: ARCHWIZARD
    // :_spoken(columns, rows) => each row as one line: "Ann, Idle 2m"
    {columns, rows} = args;
    heads = {i == 1 || column[1] == "" ? "" | $markup:escape(column[1]) + " " for column, i in (columns)};
    lines = {};
    for row in (rows)
      parts = {tostr(heads[i], typeof(cell) == LIST ? cell[1] | strsub(tostr(cell), "[", "[[")) for cell, i in (row) if cell != "" && cell != {""}};
      lines = {@lines, $string_utils:from_list(parts, ", ")};
    endfor
    return lines;
  endmethod

  method _stacked owner: ARCHWIZARD
    // :_stacked(columns, cells, width) => each row as a few lines, the first cell as their heading
    {columns, cells, width} = args;
    lines = {};
    for row in (cells)
      for cell, i in (row)
        if (cell[1] == "")
          continue;
        endif
        lines = {@lines, i == 1 ? "[bold]" + cell[2] + "[/]" | tostr("  ", columns[i][1] ? $markup:escape(columns[i][1]) + ": " | "", cell[2])};
      endfor
    endfor
    return lines;
  endmethod

  method form owner: ARCHWIZARD
    // :form({{label, value}, …} [, who]) => lines with the labels in one column and the values, which may be several lines, in the other
    {fields, ?who = player} = args;
    fields || return {};
    spoken = this:screen_reader(who);
    width = this:width(who);
    margin = max(@{text_width(field[1]) for field in (fields)}) + 3;
    narrow = spoken || margin > width / 2;
    lines = {};
    for field in (fields)
      {label, value} = field;
      values = typeof(value) == LIST ? value || {""} | {value};
      head = tostr("[bold]", $markup:escape(label), "[/]:");
      for part, i in (values)
        part = $markup:escape(tostr(part));
        if (narrow)
          lines = {@lines, i == 1 ? tostr(spoken ? $markup:escape(label) + ":" | head, " ", part) | "  " + part};
        else
          wrapped = text_wrap(part, max(10, width - margin));
          for line, j in (wrapped)
            lines = {@lines, i == 1 && j == 1 ? tostr(head, $string_utils:space(margin - text_width(label) - 1), line) | $string_utils:space(margin) + line};
          endfor
        endif
      endfor
    endfor
    return lines;
  endmethod

  method columns owner: ARCHWIZARD
    // :columns(texts [, who]) => the texts in as many columns as fit, running down; one per line for a screen reader
    {items, ?who = player} = args;
    items || return {};
    this:screen_reader(who) && return {strsub(tostr(item), "[", "[[") for item in (items)};
    width = this:width(who);
    {widest} = text_widths({{item} for item in (items)});
    n = max(1, (width + 2) / (widest + 2));
    height = (length(items) + n - 1) / n;
    n == 1 && return {strsub(tostr(item), "[", "[[") for item in (items)};
    // the columns, then the rows that run across them
    items = {@items, @$list_utils:make(n * height - length(items), "")};
    down = {items[(i - 1) * height + 1..i * height] for i in [1..n]};
    return text_rows({slice(down, row) for row in [1..height]}, $list_utils:make(n, widest));
  endmethod

  method bullets owner: ARCHWIZARD
    // :bullets(texts [, who]) => the texts as a list, wrapped under their marks; without marks for a screen reader
    {items, ?who = player} = args;
    this:screen_reader(who) && return {$markup:escape(tostr(item)) for item in (items)};
    lines = {};
    for item in (items)
      for line, i in (text_wrap(tostr(item), this:width(who) - 4))
        lines = {@lines, (i == 1 ? "  * " | "    ") + $markup:escape(line)};
      endfor
    endfor
    return lines;
  endmethod

  method bar owner: ARCHWIZARD
    // :bar(value, whole [, width [, who]]) => a bar that shows how much of the whole the value is; in words for a screen reader
    {value, whole, ?size = 20, ?who = player} = args;
    percent = whole ? max(0, min(100, toint(100.0 * tofloat(value) / tofloat(whole)))) | 0;
    this:screen_reader(who) && return tostr(percent, " percent");
    full = (percent * size + 50) / 100;
    return tostr("[[", $string_utils:space(full, "#"), $string_utils:space(size - full, "."), "] ", percent, "%");
  endmethod

  method test_tables owner: ARCHWIZARD
    columns = {{"Name"}, {"Idle", "right"}};
    $test:equal(this:table(columns, {{"Ann", "2m"}, {"Roberta", "15h"}}, $nothing), {"[bold]Name[/]     [bold]Idle[/]", "Ann        2m", "Roberta   15h"});
    $test:equal(this:table({{""}, {""}}, {{"日本", 1}, {"abc", 2}}, $nothing), {"日本  1", "abc   2"});
    $test:equal(this:table(columns, {}, $nothing), {"[bold]Name[/]  [bold]Idle[/]"});
    $test:equal(this:table({{""}}, {{"[red]"}, {{"[red]a[/]"}}}, $nothing), {"[[red]", "[red]a[/]"});
    long = $string_utils:space(200, "x");
    for line in (this:table(columns, {{long, "1"}}, $nothing))
      $test:true(text_width(strip_markup(line)) <= this.default_width, "a table fits");
    endfor
    wrapped = this:table({{""}, {"", "wrap"}}, {{"a", long + " y"}}, $nothing);
    $test:equal(length(wrapped), 3);
    $test:equal(wrapped[3], "   " + $string_utils:space(200 - 2 * 76, "x") + " y");
    $test:equal(this:_spoken(columns, {{"Ann", "2m"}, {{"[red]Bob[/]"}, ""}}), {"Ann, Idle 2m", "[red]Bob[/]"});
    $test:equal(this:_stacked(columns, {{{"Ann", "Ann"}, {"2m", "2m"}}}, 20), {"[bold]Ann[/]", "  Idle: 2m"});
  endmethod

  method test_forms owner: ARCHWIZARD
    $test:equal(this:form({{"Name", "Ann"}, {"Home", {"a", "b"}}}, $nothing), {"[bold]Name[/]:  Ann", "[bold]Home[/]:  a", "       b"});
    $test:equal(this:form({}, $nothing), {});
    $test:equal(this:columns({"a", "b", "c"}, $nothing), {"a  b  c"});
    $test:equal(this:columns({}, $nothing), {});
    $test:equal(length(this:columns({$string_utils:space(50, "y"), "b"}, $nothing)), 2);
    $test:equal(this:bullets({"a"}, $nothing), {"  * a"});
    $test:equal(this:bar(1, 2, 4, $nothing), "[[##..] 50%");
    $test:equal(this:bar(0, 0, 4, $nothing), "[[....] 0%");
    $test:equal(this:heading("Ann", $nothing), {"[bold]Ann[/]", "---"});
    $test:equal(this:rule($nothing), {$string_utils:space(79, "-")});
  endmethod
endobject
