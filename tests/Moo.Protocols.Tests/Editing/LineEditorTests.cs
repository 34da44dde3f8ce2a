using Moo.Protocols.Editing;

namespace Moo.Protocols.Tests.Editing;

/// <summary>What a user of a terminal sees and what the server is told.</summary>
public sealed class LineEditorTests : ILineEditorEvents
{
    private const string Up = "\e[A", Down = "\e[B", Right = "\e[C", Left = "\e[D", Home = "\e[H", End = "\e[F";
    private const string PasteStart = "\e[200~", PasteEnd = "\e[201~";

    private readonly List<string> _typed = [];
    private readonly TinyTerminal _terminal = new(20);
    private readonly LineEditor _editor;
    private int _ends;

    public LineEditorTests()
    {
        _editor = new LineEditor(_terminal.Write, this);
        _editor.Resize(20);
    }

    void ILineEditorEvents.OnTyped(string line) => _typed.Add(line);

    void ILineEditorEvents.OnTypedEnd() => _ends++;

    [Theory]
    [InlineData("look", "look|")]
    [InlineData("look\b\b\u007F", "l|")]
    [InlineData("look" + Left + Left + "X", "loX|ok")]
    [InlineData("look" + Home + "X" + End + "Y" + Right, "XlookY|")]
    [InlineData("look\u0001\u0006\u0006\u0002X\u0005Y", "lXookY|")]
    [InlineData("look" + Left + "\e[3~", "loo|")]
    [InlineData("look" + Left + "\u0004", "loo|")]
    [InlineData("say hello there\u0017\u0017", "say |")]
    [InlineData("say hello there" + Left + Left + "\u0015", "|re")]
    [InlineData("say hello" + Home + Right + Right + "\u000B", "sa|")]
    [InlineData("abc def\u0017\u0001\u0019", "def|abc")]
    [InlineData("one two\e[1;5D\e[1;5DX", "X|one two")]
    [InlineData("one two" + Home + "\e[1;5CX", "oneX| two")]
    [InlineData("one two\ebX\efY", "one XtwoY|")]
    [InlineData("one two" + Home + "\ed", "| two")]
    [InlineData("漢字" + Left + "x", "漢x|字")]
    [InlineData("漢字\b", "漢|")]
    [InlineData("e\u0301x" + Left + Left + "a", "a|e\u0301x")]
    [InlineData("ae\u0301\b", "a|")]
    [InlineData("👩‍🚀\b", "|")]
    [InlineData("x\u0007\u0000\u001B[99~\u001B[5;2Qy", "xy|")]
    [InlineData("a\tb", "ab|")]
    public void Keys_do_what_they_do_at_a_shell(string keys, string screen)
    {
        _editor.Receive(keys);
        _editor.Show();

        Assert.Equal(screen, _terminal.Screen);
    }

    [Fact]
    public void A_line_is_told_when_it_is_ended_however_that_is_done()
    {
        _editor.Receive("one\rtwo\nthree\r\nfour\r\r");

        Assert.Equal(["one", "two", "three", "four", ""], _typed);
        Assert.Equal("one\ntwo\nthree\nfour\n\n|", _terminal.Screen);
    }

    [Fact]
    public void A_long_line_goes_on_in_the_next_row_and_can_be_edited_there()
    {
        _editor.Receive("The quick brown fox jumps over the lazy dog");
        Assert.Equal("The quick brown fox\njumps over the lazy\ndog|", Broken(_terminal.Screen));

        _editor.Receive(Home + "X");
        Assert.Equal("XThe quick brown fox\n jumps over the lazy\n dog", _terminal.Screen.Replace("|", ""));
        _editor.Receive("\b" + End + "\u0017\u0017\u0017\u0017");
        Assert.Equal("The quick brown fox\njumps |", _terminal.Screen);
        _editor.Receive("\u0015");

        Assert.Equal("|", _terminal.Screen);
    }

    private static string Broken(string screen) => screen.Replace(" \n", "\n");

    [Fact]
    public void A_line_that_fills_its_row_exactly_has_its_cursor_in_the_next()
    {
        _editor.Receive("12345678901234567890");
        Assert.Equal("12345678901234567890\n|", _terminal.Screen);
        _editor.Receive("x" + Left + Left + Left);
        Assert.Equal("123456789012345678|90\nx", _terminal.Screen);

        _editor.Receive("\r");
        _editor.Receive("next");

        Assert.Equal("12345678901234567890\nx\nnext|", _terminal.Screen);
    }

    [Fact]
    public void A_wide_character_that_does_not_fit_goes_to_the_next_row()
    {
        _editor.Receive("1234567890123456789漢x");
        Assert.Equal("1234567890123456789\n漢x|", _terminal.Screen);

        _editor.Receive(Left + Left + "y");

        Assert.Equal("1234567890123456789y\n|漢x", _terminal.Screen);
    }

    [Fact]
    public void What_others_say_goes_above_the_line()
    {
        _editor.Receive("say hel" + Left);
        _editor.Write("Bob waves.\nAnn smiles.\n");
        _editor.Write("It rains.\n");
        _editor.Show();
        _editor.Receive("x");

        Assert.Equal("Bob waves.\nAnn smiles.\nIt rains.\nsay hex|l", _terminal.Screen);
    }

    [Fact]
    public void A_line_that_is_said_in_pieces_is_one_line()
    {
        _editor.Receive("say hel");
        foreach (var piece in new[] { "Bob ", "waves.", "\n", "It rains.", "\n" })
            _editor.Write(piece);
        _editor.Show();

        Assert.Equal("Bob waves.\nIt rains.\nsay hel|", _terminal.Screen);
    }

    [Fact]
    public void And_above_a_line_of_several_rows()
    {
        _editor.Receive("The quick brown fox jumps over" + Home);
        _editor.Write("Bob waves.\n");
        _editor.Show();

        Assert.Equal("Bob waves.\n|The quick brown fox\njumps over", Broken(_terminal.Screen));
    }

    [Fact]
    public void A_prompt_stands_before_the_line_until_it_is_ended()
    {
        _editor.Prompt("\e[1m>\e[0m ");
        _editor.Show();
        _editor.Receive("lo");
        _editor.Write("Bob waves.\n");
        _editor.Show();
        Assert.Equal("Bob waves.\n> lo|", _terminal.Screen);

        _editor.Receive("ok\r");
        _editor.Write("A room.\n");
        _editor.Prompt("2> ");
        _editor.Show();

        Assert.Equal("Bob waves.\n> look\nA room.\n2> |", _terminal.Screen);
    }

    [Fact]
    public void Output_without_an_end_is_a_prompt_to_whoever_types_after_it()
    {
        _editor.Write("Name: ");
        _editor.Show();
        _editor.Write("(please) ");
        _editor.Show();
        _editor.Receive("An");
        _editor.Write("Bob waves.\n");
        _editor.Show();
        _editor.Receive("n\r");

        Assert.Equal("Bob waves.\nName: (please) Ann\n|", _terminal.Screen);
        Assert.Equal(["Ann"], _typed);
    }

    [Fact]
    public void A_secret_is_neither_shown_nor_remembered()
    {
        _editor.Receive("look\r");
        _editor.Prompt("Password: ");
        _editor.IsMasked = true;
        _editor.Show();
        _editor.Receive("secret" + Left + "\b\r");
        _editor.IsMasked = false;
        _editor.Show();
        _editor.Receive(Up);

        Assert.Equal("look\nPassword:\nlook|", _terminal.Screen);
        Assert.Equal(["look", "secrt"], _typed);
    }

    [Fact]
    public void Lines_come_back_with_the_arrows_and_the_draft_too()
    {
        _editor.Receive("one\rtwo\rtwo\r\r   \rdraft");

        _editor.Receive(Up);
        Assert.EndsWith("\ntwo|", _terminal.Screen, StringComparison.Ordinal);
        _editor.Receive(Up + Up + Up);
        Assert.EndsWith("\none|", _terminal.Screen, StringComparison.Ordinal);
        _editor.Receive(Down + "\u000E" + Down);
        Assert.EndsWith("\ndraft|", _terminal.Screen, StringComparison.Ordinal);
        _editor.Receive("\u0010s\r");

        Assert.Equal("twos", _typed[^1]);
    }

    [Fact]
    public void Control_C_throws_the_line_away_and_keeps_the_prompt()
    {
        _editor.Prompt("> ");
        _editor.Show();
        _editor.Receive("nonsense\u0003");
        _editor.Show();
        _editor.Receive("x");

        Assert.Equal("> nonsense^C\n> x|", _terminal.Screen);
        Assert.Empty(_typed);
    }

    [Fact]
    public void Control_D_ends_only_an_empty_line()
    {
        _editor.Receive("x\u0004");
        Assert.Equal(0, _ends);

        _editor.Receive("\b\u0004");

        Assert.Equal(1, _ends);
    }

    [Fact]
    public void A_paste_is_text_and_line_ends_and_nothing_else()
    {
        _editor.Receive("a" + PasteStart + "b\u0001\u0003\u0015\e[Ac\r\nd\te" + PasteEnd + Left + "f");

        Assert.Equal(["abc"], _typed);
        Assert.Equal("abc\nd f|e", _terminal.Screen);
        _editor.Receive("\r");
        Assert.Equal("d\tfe", _typed[^1]);
    }

    [Fact]
    public void A_window_that_changes_its_width_keeps_the_line()
    {
        var wide = new TinyTerminal(60);
        var editor = new LineEditor(wide.Write, this);
        editor.Resize(60);
        editor.Receive("The quick brown fox jumps over");
        editor.Resize(40);
        editor.Show();
        editor.Write("Bob waves.\n");
        editor.Show();

        Assert.Equal("Bob waves.\nThe quick brown fox jumps over|", wide.Screen);
    }

    [Fact]
    public void A_line_has_an_end()
    {
        _editor.LongestLine = 10;
        _editor.Receive("12345678");
        _editor.Receive("901");
        _editor.Receive("90\r");

        Assert.Equal(["1234567890"], _typed);
    }

    [Fact]
    public void A_terminal_that_knows_nothing_is_sent_no_sequences()
    {
        var written = "";
        var editor = new LineEditor(text => written += text.ToString(), this) { IsDumb = true };
        editor.Receive("say héllo" + Left + "\b\u0017x" + Up + "\r");
        editor.Receive("half");
        editor.Write("Bob waves.\n");
        editor.Show();

        Assert.DoesNotContain('\e', written);
        Assert.EndsWith("half\r\nBob waves.\r\nhalf", written, StringComparison.Ordinal);
        Assert.Equal(["say x"], _typed);
    }

    [Fact]
    public void However_keys_are_cut_the_screen_is_the_same_and_noise_never_throws()
    {
        var random = new Random(4);
        string[] keys = ["a", "bc ", "漢", "e\u0301", "👩‍🚀", "\b", "\u007F", Left, Right, Home, End, Up, Down, "\u0015", "\u0017", "\u000B", "\u0019",
            "\e[1;5D", "\e[1;5C", "\e[3~", "\eb", "\ef", "\r", "\u0003", "\u000C", PasteStart, PasteEnd, "\e", "\e[", "\e[9999999999999999999999~", "\t", "\u009B", "\u202E"];
        for (var round = 0; round < 400; round++)
        {
            var input = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => keys[random.Next(keys.Length)]));
            Assert.Equal(Typed(input, int.MaxValue), Typed(input, 1));
        }

        string Typed(string input, int pieceSize)
        {
            var lines = new List<string>();
            var editor = new LineEditor(_ => { }, new Lines(lines));
            editor.Resize(20);
            for (var at = 0; at < input.Length; at += Math.Min(pieceSize, input.Length))
            {
                var length = Math.Min(pieceSize, input.Length - at);
                // What comes from a decoder never ends inside of a character.
                if (length == 1 && char.IsHighSurrogate(input[at]) && at + 1 < input.Length)
                {
                    editor.Receive(input.AsSpan(at, 2));
                    at++;
                    continue;
                }
                editor.Receive(input.AsSpan(at, length));
                editor.Show();
            }
            editor.Receive(PasteEnd + "\r");
            return string.Join('\n', lines);
        }
    }

    private sealed class Lines(List<string> lines) : ILineEditorEvents
    {
        public void OnTyped(string line) => lines.Add(line);

        public void OnTypedEnd() => lines.Add("end");
    }
}
