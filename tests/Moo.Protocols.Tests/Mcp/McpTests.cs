using Moo.Protocols.Mcp;

namespace Moo.Protocols.Tests.Mcp;

public class McpTests
{
    private const string Greeting = "#$#mcp authentication-key: k1 version: 2.1 to: 2.1";

    private readonly List<string> _sent = [];
    private readonly McpSession _mcp;

    public McpTests() => _mcp = new McpSession(McpPackage.Known, new McpLimits(), _sent.Add);

    [Fact]
    public void The_greeting_is_answered_with_the_packages()
    {
        _mcp.Start();
        Assert.Equal(["#$#mcp version: 2.1 to: 2.1"], _sent);
        _sent.Clear();

        Assert.Equal(McpResult.Handled, Receive(Greeting));

        Assert.True(_mcp.IsActive);
        Assert.Equal("#$#mcp-negotiate-can k1 package: mcp-negotiate min-version: 1.0 max-version: 2.0", _sent[0]);
        Assert.Contains(
            "#$#mcp-negotiate-can k1 package: dns-org-mud-moo-simpleedit min-version: 1.0 max-version: 1.0", _sent);
        Assert.Equal("#$#mcp-negotiate-end k1", _sent[^1]);
    }

    [Theory]
    [InlineData("1.0", "2.0", false)]
    [InlineData("2.0", "2.1", true)]
    [InlineData("2.1", "3.0", true)]
    [InlineData("2.2", "3.0", false)]
    [InlineData("x", "2.1", false)]
    public void A_client_of_another_version_is_left_alone(string from, string to, bool isActive)
    {
        Assert.Equal(McpResult.Handled, Receive($"#$#mcp authentication-key: k1 version: {from} to: {to}"));

        Assert.Equal(isActive, _mcp.IsActive);
    }

    [Fact]
    public void Versions_are_agreed_where_the_ranges_meet()
    {
        Activate("#$#mcp-negotiate-can k1 package: mcp-cord min-version: 1.0 max-version: 1.9",
            "#$#mcp-negotiate-can k1 package: dns-com-awns-status min-version: 1.1 max-version: 2.0",
            "#$#mcp-negotiate-can k1 package: mcp-negotiate min-version: 1.0 max-version: 2.0",
            "#$#mcp-negotiate-can k1 package: unheard-of min-version: 1.0 max-version: 1.0",
            "#$#mcp-negotiate-end k1");

        Assert.True(_mcp.IsNegotiated);
        Assert.Equal(new McpVersion(1, 0), _mcp.VersionOf("mcp-cord"));
        Assert.Equal(new McpVersion(2, 0), _mcp.VersionOf("mcp-negotiate"));
        Assert.Null(_mcp.VersionOf("dns-com-awns-status"));
        Assert.Null(_mcp.VersionOf("unheard-of"));
    }

    [Fact]
    public void Version_2_10_is_newer_than_2_9() => Assert.True(new McpVersion(2, 10) > new McpVersion(2, 9));

    [Fact]
    public void Lines_of_text_pass_and_quoted_ones_lose_their_quotes()
    {
        Assert.Equal((McpResult.Text, "look"), ReceiveText("look"));
        Assert.Equal((McpResult.Text, "#$#not for you"), ReceiveText("#$\"#$#not for you"));
        Assert.Equal((McpResult.Text, " #$#x"), ReceiveText(" #$#x"));
    }

    [Fact]
    public void Before_the_greeting_other_out_of_band_lines_are_the_worlds()
    {
        Assert.Equal((McpResult.OutOfBand, "#$#hello there"), ReceiveText("#$#hello there"));
        Assert.Equal((McpResult.OutOfBand, "#$#"), ReceiveText("#$#"));
    }

    [Fact]
    public void Lines_that_look_like_MCP_are_quoted_only_for_clients_that_speak_it()
    {
        Assert.Equal("#$#x", _mcp.QuoteLine("#$#x"));
        Activate();

        Assert.Equal("#$\"#$#x", _mcp.QuoteLine("#$#x"));
        Assert.Equal("#$\"#$\"x", _mcp.QuoteLine("#$\"x"));
        Assert.Equal("x #$#", _mcp.QuoteLine("x #$#"));
    }

    [Fact]
    public void A_message_is_read_with_quoted_and_unquoted_values_and_any_case()
    {
        Activate("#$#mcp-negotiate-can k1 package: dns-com-vmoo-client min-version: 1.0 max-version: 1.0");

        var message = Message(
            "#$#DNS-com-vmoo-client-INFO k1 Name: VMoo text-version: \"1.0 \\\"beta\\\" \\\\\" x:   é");

        Assert.Equal("DNS-com-vmoo-client-INFO", message.Name);
        Assert.Equal(("VMoo", "1.0 \"beta\" \\", "é"),
            (message.Value("name"), message.Value("TEXT-VERSION"), message.Value("x")));
        Assert.Equal("", message.Value("absent"));
    }

    [Theory]
    [InlineData("#$#dns-com-awns-status wrong text: x")]
    [InlineData("#$#dns-com-awns-status text: x")]
    [InlineData("#$#dns-com-awns-statusbar k1 text: x")]
    [InlineData("#$#unheard-of k1 text: x")]
    [InlineData("#$#dns-com-awns-displayurl k1 url: x")]                     // known, but not agreed
    [InlineData("#$#dns-com-awns-status k1 text: x text: y")]
    [InlineData("#$#dns-com-awns-status k1 text: \"x")]
    [InlineData("#$#dns-com-awns-status k1 text: \"x\\")]
    [InlineData("#$#dns-com-awns-status k1 text: \"x\"y")]
    [InlineData("#$#dns-com-awns-status k1 text: a\"b")]
    [InlineData("#$#dns-com-awns-status k1 text:")]
    [InlineData("#$#dns-com-awns-status k1 text")]
    [InlineData("#$#dns-com-awns-status k1 te xt: a")]
    [InlineData("#$#dns-com-awns-status k1 : a")]
    [InlineData("#$#dns-com-awns-status k1 *: \"\" _data-tag: 1")]
    [InlineData("#$#")]
    [InlineData("#$# edit name: x upload: y")]
    [InlineData("#$#*")]
    [InlineData("#$#* x")]
    [InlineData("#$#:")]
    [InlineData("#$#: nobody")]
    [InlineData("#$#mcp authentication-key: k2 version: 2.1 to: 2.1")]
    public void What_is_forged_foreign_or_malformed_is_dropped(string line)
    {
        Activate("#$#mcp-negotiate-can k1 package: dns-com-awns-status min-version: 1.0 max-version: 1.0");

        Assert.Equal(McpResult.Handled, Receive(line));
    }

    [Fact]
    public void Values_of_several_lines_may_be_interleaved()
    {
        ActivateSimpleEdit();
        Receive("#$#dns-org-mud-moo-simpleedit-set k1 reference: #1.x type: string-list content*: \"\" _data-tag: A");
        Receive("#$#dns-org-mud-moo-simpleedit-set k1 reference: #2.y type: moo-code content*: \"\" _data-tag: B");
        Receive("#$#* A content: one");
        Receive("#$#* B content:   indented: yes");
        Receive("#$#* A content: ");
        Receive("#$#* A content:bare");
        Receive("#$#* A other: lost");

        var second = Message("#$#: B");
        var first = Message("#$#: A");

        Assert.Equal(["  indented: yes"], second.Lines("content"));
        Assert.Equal(["one", "", "bare"], first.Lines("CONTENT"));
        Assert.Equal("#1.x", first.Value("reference"));
    }

    [Fact]
    public void Only_so_many_messages_may_be_unfinished()
    {
        ActivateSimpleEdit();
        for (var i = 0; i < 10_000; i++)
            Receive($"#$#dns-org-mud-moo-simpleedit-set k1 content*: \"\" _data-tag: t{i}");

        Assert.Equal(McpResult.Message, Receive("#$#: t7"));
        Assert.Equal(McpResult.Handled, Receive("#$#: t8"));
    }

    [Fact]
    public void A_million_lines_are_not_kept_and_their_message_is_lost()
    {
        ActivateSimpleEdit();
        Receive("#$#dns-org-mud-moo-simpleedit-set k1 content*: \"\" _data-tag: A");
        for (var i = 0; i < 1_000_000; i++)
            Receive("#$#* A content: x");
        Assert.Equal(McpResult.Handled, Receive("#$#: A"));

        Receive("#$#dns-org-mud-moo-simpleedit-set k1 content*: \"\" _data-tag: A");
        Receive("#$#* A content: fine");

        Assert.Equal(["fine"], Message("#$#: A").Lines("content"));
    }

    [Fact]
    public void A_message_is_written_with_quotes_where_they_are_needed()
    {
        ActivateSimpleEdit();

        Assert.True(_mcp.Send(new McpMessage("dns-org-mud-moo-simpleedit-content")
            .With("reference", "#12:look_self").With("name", "a \"b\" \\c\nd").With("type", "moo-code")
            .With("empty", "")
            .With("content", ["first", "", "#$#third\nline"])));

        Assert.Equal(
            [
                "#$#dns-org-mud-moo-simpleedit-content k1 reference: \"#12:look_self\" name: \"a \\\"b\\\" \\\\c d\" " +
                    "type: moo-code empty: \"\" content*: \"\" _data-tag: 1",
                "#$#* 1 content: first", "#$#* 1 content: ", "#$#* 1 content: #$#third line", "#$#: 1",
            ],
            _sent);
    }

    [Fact]
    public void What_is_written_can_be_read()
    {
        ActivateSimpleEdit();
        var lines = new List<string>();
        var other = new McpSession(McpPackage.Known, new McpLimits(), lines.Add);
        other.Receive(Greeting, out _, out _);
        other.Receive("#$#mcp-negotiate-can k1 package: dns-org-mud-moo-simpleedit min-version: 1.0 max-version: 1.0",
            out _, out _);
        lines.Clear();

        other.Send(new McpMessage("dns-org-mud-moo-simpleedit-set")
            .With("reference", "str:#1.\"x\\").With("content", ["a", "", " b"]));

        McpMessage? message = null;
        foreach (var line in lines)
            _mcp.Receive(line, out _, out message);
        Assert.Equal("str:#1.\"x\\", message!.Value("reference"));
        Assert.Equal(["a", "", " b"], message.Lines("content"));
    }

    [Fact]
    public void A_message_of_no_agreed_package_or_with_a_crooked_key_is_not_sent()
    {
        Assert.False(_mcp.Send(new McpMessage("mcp-negotiate-end")));
        ActivateSimpleEdit();

        Assert.False(_mcp.Send(new McpMessage("dns-com-awns-status").With("text", "x")));
        Assert.False(_mcp.Send(new McpMessage("dns-org-mud-moo-simpleedit-content").With("a: b", "x")));
        Assert.Empty(_sent);
    }

    [Fact]
    public void Cords_open_carry_messages_and_close_from_both_ends()
    {
        Activate("#$#mcp-negotiate-can k1 package: mcp-cord min-version: 1.0 max-version: 1.0");
        var cords = new McpCords(_mcp);

        Assert.Equal("I1", cords.Open("whiteboard"));
        Assert.True(cords.Send("I1", "draw", [new("x", "1"), new("_id", "forged")]));
        Assert.Equal(CordEvent.Message, cords.Receive(Message("#$#mcp-cord k1 _id: I1 _message: line y: 2"), out _));
        Assert.Equal(CordEvent.Closed, cords.Receive(Message("#$#mcp-cord-closed k1 _id: I1"), out _));
        Assert.False(cords.Send("I1", "draw", []));
        Assert.Equal(CordEvent.Opened, cords.Receive(Message("#$#mcp-cord-open k1 _id: R5 _type: chess"), out var id));
        Assert.Equal("chess", cords.TypeOf(id));
        cords.Close(id);

        Assert.Equal(
            [
                "#$#mcp-cord-open k1 _id: I1 _type: whiteboard", "#$#mcp-cord k1 _id: I1 _message: draw x: 1",
                "#$#mcp-cord-closed k1 _id: R5",
            ],
            _sent);
    }

    [Fact]
    public void Only_so_many_cords_may_be_open_and_the_clients_may_not_take_the_servers_names()
    {
        Activate("#$#mcp-negotiate-can k1 package: mcp-cord min-version: 1.0 max-version: 1.0");
        var cords = new McpCords(_mcp);
        for (var i = 0; i < 40; i++)
            cords.Receive(Message($"#$#mcp-cord-open k1 _id: R{i} _type: x"), out _);

        Assert.Equal("x", cords.TypeOf("R31"));
        Assert.Null(cords.TypeOf("R32"));
        Assert.Null(cords.Open("x"));
        Assert.Equal(CordEvent.None, cords.Receive(Message("#$#mcp-cord-open k1 _id: I9 _type: x"), out _));
    }

    [Fact]
    public void Local_editing_marks_its_end_with_a_dot_and_protects_dots_in_the_text()
    {
        Assert.Equal(
            ["#$# edit name: My note upload: @set-note-text #5", "one", "", "..", "...two", "three four", "."],
            LocalEdit.Open("My note", "@set-note-text #5", ["one", "", ".", "..two", "three\nfour"]));
        Assert.Equal((".", "..two", "x"),
            (LocalEdit.Unstuff(".."), LocalEdit.Unstuff("...two"), LocalEdit.Unstuff("x")));
    }

    [Fact]
    public void Random_lines_never_throw()
    {
        ActivateSimpleEdit();
        var random = new Random(9);
        const string alphabet = "#$*:\"\\ k1abc_-";
        for (var i = 0; i < 50_000; i++)
        {
            var tail = string.Concat(Enumerable.Range(0, random.Next(25)).Select(_ =>
                alphabet[random.Next(alphabet.Length)]));
            Receive((random.Next(2) == 0 ? "#$#" : "#$#dns-org-mud-moo-simpleedit k1 ") + tail);
        }
    }

    private void ActivateSimpleEdit() =>
        Activate("#$#mcp-negotiate-can k1 package: dns-org-mud-moo-simpleedit min-version: 1.0 max-version: 1.0");

    private void Activate(params string[] lines)
    {
        Receive(Greeting);
        foreach (var line in lines)
            Receive(line);
        _sent.Clear();
    }

    private McpResult Receive(string line) => _mcp.Receive(line, out _, out _);

    private (McpResult, string) ReceiveText(string line) => (_mcp.Receive(line, out var text, out _), text);

    private McpMessage Message(string line)
    {
        Assert.Equal(McpResult.Message, _mcp.Receive(line, out _, out var message));
        return message!;
    }
}
