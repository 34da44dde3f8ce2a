using Moo.Language.Scheduling;
using Moo.Language.Tests.Support;
using Moo.Store.Values;

namespace Moo.Language.Tests.Builtins;

public sealed class InputTests : IDisposable
{
    private readonly TestMoo _moo = new();
    private readonly FakeConnection _connection;

    public InputTests()
    {
        _connection = _moo.Host.Connect(TestMoo.Wizard);
        _moo.Run("add_property(#0, \"got\", {}, {player, \"rw\"});");
    }

    public void Dispose() => _moo.Dispose();

    private void Verb(string code) => _moo.Run(
        $$"""add_verb(#0, {player, "xd", "ask"}, {"this", "none", "this"}); return set_verb_code(#0, "ask", {{{Literal.Of(Value.Str(code))}}});""");

    private TaskEndKind Call()
    {
        using var done = new ManualResetEventSlim();
        TaskEndKind kind = default;
        _moo.Runtime.Scheduler.CallVerb(TestMoo.Wizard, ObjectId.System, "ask", MooList.Empty, connection: _connection.Id, ended: end =>
        {
            kind = end.Kind;
            done.Set();
        });
        Assert.True(done.Wait(TimeSpan.FromSeconds(30)));
        return kind;
    }

    private void Deliver(string line)
    {
        using var done = new ManualResetEventSlim();
        Assert.True(_moo.Runtime.Scheduler.DeliverInput(_connection.Id, line, _ => done.Set()));
        Assert.True(done.Wait(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void A_command_reads_the_next_lines_of_its_connection()
    {
        Verb("#0.got = {read()}; #0.got = {@#0.got, read()};");

        Assert.Equal(TaskEndKind.Waiting, Call());
        Assert.Contains(_connection.Id, _moo.Host.Wanted);
        Deliver("first");
        Deliver("second");

        Assert.Equal("{\"first\", \"second\"}", _moo.Eval("#0.got"));
    }

    [Fact]
    public void A_closed_connection_ends_the_wait_with_an_error()
    {
        Verb("#0.got = `read() ! ANY';");
        Call();

        _moo.Runtime.Scheduler.ConnectionClosed(_connection.Id);

        _moo.Run("while (typeof(#0.got) == LIST) suspend(0); endwhile");
        Assert.Equal("E_INVARG", _moo.Eval("#0.got"));
    }

    [Fact]
    public void Only_one_task_reads_from_a_connection()
    {
        Verb("read();");
        Call();

        Assert.Equal("E_INVARG", _moo.Eval("`read(player) ! ANY'"));
    }

    [Fact]
    public void Without_a_connection_named_only_a_wizard_reads_and_only_in_the_last_command()
    {
        Assert.Equal("E_PERM", _moo.Eval("`read() ! ANY'"));
        Verb("set_task_perms(#3); #0.got = `read() ! ANY';");

        Assert.Equal(TaskEndKind.Returned, Call());
        Assert.Equal("E_PERM", _moo.Eval("#0.got"));
    }

    [Theory]
    [InlineData("read(#2)", "E_PERM")]
    [InlineData("read(#3)", "E_INVARG")]
    [InlineData("read(#-10)", "E_PERM")]
    [InlineData("read()", "E_PERM")]
    public void A_programmer_is_refused(string expression, string error) =>
        Assert.Equal(error, _moo.Eval($"`{expression} ! ANY'", TestMoo.Programmer));

    [Fact]
    public void Reading_without_waiting_takes_what_was_typed_or_nothing()
    {
        _connection.Waiting.Enqueue("typed ahead");

        Assert.Equal("{\"typed ahead\", 0}", _moo.Eval("{read(player, 1), read(player, 1)}"));
    }

    [Fact]
    public void An_HTTP_request_is_read_from_lines()
    {
        Verb("#0.got = read_http(\"request\", player);");
        Call();

        Deliver("POST /path HTTP/1.1");
        Deliver("Host: example.com~0D~0A");
        Deliver("content-length: 5");
        Deliver("");
        Deliver("ab~0Dcdefg");

        Assert.Equal(
            "[\"body\" -> \"ab~0Dcd\", \"headers\" -> [\"content-length\" -> \"5\", \"Host\" -> \"example.com\"], \"method\" -> \"POST\", \"uri\" -> \"/path\"]",
            _moo.Eval("#0.got"));
    }

    [Fact]
    public void An_HTTP_response_in_chunks_is_read_from_a_binary_connection()
    {
        _connection.Settings["binary"] = Value.Int(1);
        Verb("#0.got = read_http(\"response\", player);");
        Call();

        Deliver("HTTP/1.1 200 OK~0D~0ATransfer-Encoding: chun");
        Deliver("ked~0D~0A~0D~0A3~0D~0Aabc~0D~0A2;x=y~0D~0A");
        Deliver("de~0D~0A0~0D~0A~0D~0A");

        Assert.Equal("[\"body\" -> \"abcde\", \"headers\" -> [\"Transfer-Encoding\" -> \"chunked\"], \"status\" -> 200]", _moo.Eval("#0.got"));
    }

    [Theory]
    [InlineData("GET", "INVALID_METHOD")]
    [InlineData("G<T / HTTP/1.1", "INVALID_METHOD")]
    [InlineData("GET / HTTP/1.1~0D~0A: x", "INVALID_HEADER_TOKEN")]
    [InlineData("GET / HTTP/1.1~0D~0AContent-Length: -1", "INVALID_LENGTH")]
    public void What_is_no_HTTP_gives_an_error_as_a_value(string head, string error)
    {
        Verb("#0.got = read_http(\"request\", player);");
        Call();

        Deliver(head);
        Deliver("");

        Assert.Equal($"\"{error}\"", _moo.Eval("#0.got[\"error\"][1]"));
    }

    [Fact]
    public void A_connection_that_closes_within_a_message_raises_the_error_where_it_was_read()
    {
        Verb("#0.got = `read_http(\"request\", player) ! ANY';");
        Call();
        Deliver("GET / HTTP/1.1");

        _moo.Runtime.Scheduler.ConnectionClosed(_connection.Id);

        _moo.Run("while (typeof(#0.got) == LIST) suspend(0); endwhile");
        Assert.Equal("E_INVARG", _moo.Eval("#0.got"));
    }

    [Fact]
    public void A_task_that_reads_belongs_to_its_player_and_shows_so()
    {
        Verb("read();");
        Call();

        Assert.Equal("{-1, #2, \"ask\"}", _moo.Run("t = queued_tasks()[1]; return {t[2], t[5], t[7]};").ToString());
        Assert.Equal("{0, {}}", _moo.Run("return {kill_task(queued_tasks()[1][1]), queued_tasks()};").ToString());
        Assert.False(_moo.Runtime.Scheduler.IsReading(_connection.Id));
    }

    [Fact]
    public void A_task_that_read_when_the_server_ended_is_told_so()
    {
        Verb("try read(); except e (ANY) #0.got = e[1]; endtry");
        Call();
        var image = _moo.Runtime.Scheduler.Reading()[0].Image;
        _moo.Run("kill_task(queued_tasks()[1][1]);");

        var refused = _moo.Runtime.Scheduler.Load([(image.Id, image.Owner, image.WakeAt, image.ToJson())]);

        Assert.Empty(refused);
        _moo.Run("while (typeof(#0.got) == LIST) suspend(0); endwhile");
        Assert.Equal("E_INTRPT", _moo.Eval("#0.got"));
    }
}
