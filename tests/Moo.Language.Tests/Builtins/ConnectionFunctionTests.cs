using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Language.Tests.Support;
using Moo.Store.Values;

namespace Moo.Language.Tests.Builtins;

public sealed class ConnectionFunctionTests : IDisposable
{
    private readonly TestMoo _moo = new();
    private readonly FakeConnection _wizards;
    private readonly FakeConnection _programmers;
    private readonly FakeConnection _nobodys;

    public ConnectionFunctionTests()
    {
        _wizards = _moo.Host.Connect(TestMoo.Wizard);
        _programmers = _moo.Host.Connect(TestMoo.Programmer);
        _nobodys = _moo.Host.Connect();
    }

    public void Dispose() => _moo.Dispose();

    [Theory]
    [InlineData("connected_players()", "{#2, #3}")]
    [InlineData("connected_players(1)", "{#2, #3, #-12}")]
    [InlineData("connected_seconds(#2)", "60")]
    [InlineData("connected_seconds(#-12)", "E_INVARG")]
    [InlineData("connected_seconds(#1)", "E_INVARG")]
    [InlineData("idle_seconds(#-12)", "5")]
    [InlineData("idle_seconds(#1)", "E_INVARG")]
    [InlineData("connection_name(#3)", "\"port 7777 from client.example, port 50000\"")]
    [InlineData("connection_name(#-11)", "\"port 7777 from client.example, port 50000\"")]
    [InlineData("connection_name(#2)", "E_PERM")]
    [InlineData("connection_name(#1)", "E_PERM")]
    [InlineData("connection_name_lookup(#2)", "E_PERM")]
    [InlineData("connection_info(#1)", "E_INVARG")]
    [InlineData("connection_info(#2)", "E_PERM")]
    [InlineData("client_info(#2)", "E_PERM")]
    [InlineData("client_info(#-11)[\"transport\"]", "\"telnet\"")]
    [InlineData("connections(#2)", "E_PERM")]
    [InlineData("length(connections())", "1")]
    [InlineData("buffered_output_length(#2)", "E_PERM")]
    [InlineData("buffered_output_length(#1)", "E_INVARG")]
    [InlineData("output_delimiters(#2)", "E_PERM")]
    [InlineData("connection_option(#2, \"binary\")", "E_PERM")]
    [InlineData("connection_option(#3, \"BINARY\")", "0")]
    [InlineData("connection_option(#3, \"colour\")", "E_INVARG")]
    [InlineData("connection_options(#1)", "E_INVARG")]
    [InlineData("set_connection_option(#2, \"binary\", 1)", "E_PERM")]
    [InlineData("set_connection_option(#3, \"colour\", 1)", "E_INVARG")]
    [InlineData("set_connection_option(#3, \"intrinsic-commands\", {\"look\"})", "E_INVARG")]
    [InlineData("set_connection_option(#3, \"intrinsic-commands\", \"PREFIX\")", "E_INVARG")]
    [InlineData("notify(#2, \"x\")", "E_PERM")]
    [InlineData("notify(#-12, \"x\")", "E_PERM")]
    [InlineData("boot_player(#2)", "E_PERM")]
    [InlineData("switch_player(#3, #2)", "E_PERM")]
    [InlineData("force_input(#2, \"x\")", "E_PERM")]
    [InlineData("flush_input(#2)", "E_PERM")]
    [InlineData("gmcp_send(#2, \"X\")", "E_PERM")]
    [InlineData("gmcp_send(#3, \"No Name\")", "E_INVARG")]
    [InlineData("msdp_send(#3, \"\", 1)", "E_INVARG")]
    [InlineData("play_sound(#2, \"x\")", "E_PERM")]
    [InlineData("listen(#0, 1)", "E_PERM")]
    [InlineData("unlisten(1)", "E_PERM")]
    [InlineData("open_network_connection(\"x\", 1)", "E_PERM")]
    public void A_programmer_gets(string expression, string expected) =>
        Assert.Equal(expected, _moo.Eval($"`{expression} ! ANY'", TestMoo.Programmer));

    [Fact]
    public void A_line_goes_out_as_it_was_told_to()
    {
        Assert.Equal("{1, 1}", _moo.Eval("{notify(#3, \"a line\", 1, 1), notify(#-12, \"to a connection\")}"));

        Assert.Equal([new NotifyEffect(TestMoo.Programmer, "a line", true, true), new NotifyEffect(_nobodys.Id, "to a connection")], _moo.Effects);
    }

    [Fact]
    public void A_line_that_must_not_push_others_out_is_refused_when_there_is_no_room()
    {
        _programmers.BufferedOutput = 65_530;

        Assert.Equal("{0, 1, 1}", _moo.Eval("{notify(#3, \"a long line\", 1), notify(#3, \"a\", 1), notify(#3, \"a long line\")}"));
        Assert.Equal(2, _moo.Effects.Count);
    }

    [Fact]
    public void A_line_has_a_greatest_length() =>
        Assert.Equal("E_INVARG", _moo.Eval("(s = \"0123456789abcdef\") && {s = s + s for i in [1..17]} && `notify(player, s) ! ANY'"));

    [Fact]
    public void A_binary_connection_takes_binary_strings_alone()
    {
        _programmers.Settings["binary"] = Value.Int(1);

        Assert.Equal("{E_INVARG, E_INVARG, 1}", _moo.Eval("{`notify(#3, \"~\") ! ANY', `notify(#3, \"~0G\") ! ANY', notify(#3, \"~0D~0a\")}"));
    }

    [Fact]
    public void Options_read_as_the_same_slice_has_set_them()
    {
        var result = _moo.Run("""
            set_connection_option(#3, "Hold-Input", "yes");
            set_connection_option(#3, "flush-command", 0);
            set_connection_option(#3, "intrinsic-commands", {"SUFFIX", "PREFIX"});
            before = connection_option(#3, "intrinsic-commands");
            set_connection_option(#3, "intrinsic-commands", 1);
            return {connection_option(#3, "hold-input"), connection_options(#3, "flush-command"), before, length(connection_option(#3, "intrinsic-commands")),
              connection_option(player, "hold-input"), {"hold-input", 1} in connection_options(#3) > 0};
            """);

        Assert.Equal("""{1, "", {"PREFIX", "SUFFIX"}, 5, 0, 1}""", result.ToString());
        Assert.Contains(new ConnectionOptionEffect(_programmers.Id, "hold-input", Value.Int(1)), _moo.Effects);
    }

    [Fact]
    public void A_player_that_the_slice_has_made_comes_in_as_a_new_one()
    {
        _moo.Run("p = create(#1, #2); set_player_flag(p, 1); switch_player(#-12, p);");
        Assert.True(_moo.Effects.OfType<SwitchPlayerEffect>().Last().IsNew);

        _moo.Run("switch_player(#-12, #3);");
        Assert.False(_moo.Effects.OfType<SwitchPlayerEffect>().Last().IsNew);
    }

    [Fact]
    public void Who_was_booted_is_gone_for_the_rest_of_the_slice()
    {
        var result = _moo.Run("boot_player(#3); return {connected_players(1), `idle_seconds(#3) ! ANY', `idle_seconds(#-11) ! ANY'};");

        Assert.Equal("{{#2, #-12}, E_INVARG, E_INVARG}", result.ToString());
    }

    [Theory]
    [InlineData("switch_player(#2, #2)", "E_INVARG")]
    [InlineData("switch_player(#1, #2)", "E_INVARG")]
    [InlineData("switch_player(#-12, #1)", "E_INVARG")]
    [InlineData("switch_player(#-12, #3)", "0")]
    [InlineData("listen(#99, 1)", "E_INVARG")]
    [InlineData("listen(#0, 7777)", "E_INVARG")]
    [InlineData("listen(#0, 1, [\"key\" -> 5])", "E_INVARG")]
    [InlineData("unlisten(1)", "E_INVARG")]
    [InlineData("unlisten(7777)", "0")]
    [InlineData("listeners()", "{{#0, 7777, 1}}")]
    [InlineData("listeners(#0)", "{[\"ipv6\" -> 0, \"object\" -> #0, \"port\" -> 7777, \"print_messages\" -> 1, \"tls\" -> 0]}")]
    [InlineData("listeners(7777)[1][\"object\"]", "#0")]
    [InlineData("listeners(7778)", "{}")]
    [InlineData("open_network_connection(\"x\", 1)", "E_PERM")]
    public void A_wizard_gets(string expression, string expected)
    {
        _moo.Host.Points.Add(new ListeningPoint(ObjectId.System, Value.Int(7777), true, false, false));

        Assert.Equal(expected, _moo.Eval($"`{expression} ! ANY'"));
    }

    [Fact]
    public void A_switched_off_function_names_its_setting() =>
        Assert.Contains("Outside:Connections", _moo.Run("open_network_connection(\"x\", 1);").AsStr, StringComparison.Ordinal);

    [Fact]
    public void The_host_listens_and_connects_while_the_task_sleeps()
    {
        using var open = new TestMoo(outside: new OutsideAccess { Connections = true });

        Assert.Equal("{8888, #-77}", open.Eval("""{listen(#1, 8888, ["tls" -> 1, "certificate" -> "c.pem"]), open_network_connection("moo.example", 7777, ["listener" -> #1])}"""));

        Assert.Equal(new ListenRequest(new ListeningPoint(TestMoo.Root, Value.Int(8888), false, false, true), "c.pem", null), open.Host.ListenRequests[0]);
        Assert.Equal(new OutboundRequest("moo.example", 7777, TestMoo.Root, false, false, false), open.Host.OutboundRequests[0]);
    }

    [Fact]
    public void What_the_host_refuses_is_raised()
    {
        using var open = new TestMoo(outside: new OutsideAccess { Connections = true });
        open.Host.OutboundResult = Value.Err(ErrorCode.E_INVARG);

        Assert.Equal("{E_INVARG, E_INVARG, E_TYPE}", open.Eval(
            "{`open_network_connection(\"x\", 1) ! ANY', `open_network_connection(\"x\", 0) ! ANY', `open_network_connection(\"x\", 1, 5) ! ANY'}"));
    }

    [Fact]
    public void Data_for_clients_goes_out_as_effects()
    {
        _moo.Run("gmcp_send(player, \"Core.Goodbye\"); msdp_send(player, \"ROOM\", {1}); play_sound(#-10, \"bell.wav\");");

        Assert.Collection(_moo.Effects,
            effect => Assert.Equal(new GmcpEffect(TestMoo.Wizard, "Core.Goodbye", null), effect),
            effect => Assert.Equal("ROOM", Assert.IsType<MsdpEffect>(effect).Variable),
            effect => Assert.Equal(_wizards.Id, Assert.IsType<PlaySoundEffect>(effect).Target));
    }

    [Fact]
    public void The_task_of_a_command_knows_its_connection()
    {
        var second = _moo.Host.Connect(TestMoo.Wizard);

        Assert.Equal($"{{{_wizards.Id}, {_wizards.Id}}}", _moo.Run("return {connection(), connections(connection())[1][1]};", connection: _wizards.Id).ToString());
        Assert.Equal(second.Id.ToString(), _moo.Eval("connection()"));
    }
}
