using Moo.Protocols.Msdp;
using Moo.Protocols.Tests.Support;

namespace Moo.Protocols.Tests.Msdp;

public class MsdpSessionTests
{
    private readonly List<string> _sent = [];
    private readonly MsdpSession _msdp;

    public MsdpSessionTests() => _msdp = new MsdpSession((name, value) => _sent.Add($"{name}={Recorder.Show(value)}"));

    [Fact]
    public void What_is_reported_is_sent_at_once_and_whenever_it_changes()
    {
        _msdp.Set("HEALTH", new MsdpText("10"));
        Assert.Empty(_sent);

        Assert.True(_msdp.Receive("REPORT", new MsdpArray([new MsdpText("HEALTH"), new MsdpText("MANA")])));
        _msdp.Set("HEALTH", new MsdpText("9"));
        _msdp.Set("MANA", new MsdpText("3"));
        _msdp.Receive("UNREPORT", new MsdpText("HEALTH"));
        _msdp.Set("HEALTH", new MsdpText("8"));
        _msdp.Receive("RESET", new MsdpText("REPORTABLE_VARIABLES"));
        _msdp.Set("MANA", new MsdpText("4"));

        Assert.Equal(["HEALTH=10", "HEALTH=9", "MANA=3"], _sent);
    }

    [Fact]
    public void SEND_sends_once_and_lists_are_listed()
    {
        _msdp.Set("HEALTH", new MsdpText("10"));
        _msdp.Receive("SEND", new MsdpText("HEALTH"));
        _msdp.Receive("SEND", new MsdpText("NOTHING"));
        _msdp.Receive("LIST", new MsdpText("REPORTABLE_VARIABLES"));
        _msdp.Receive("LIST", new MsdpText("COMMANDS"));
        _msdp.Receive("LIST", new MsdpText("NONSENSE"));

        Assert.Equal(["HEALTH=10", "REPORTABLE_VARIABLES=[HEALTH]", "COMMANDS=[LIST, REPORT, RESET, SEND, UNREPORT]"], _sent);
    }

    [Fact]
    public void What_is_no_command_is_the_hosts_business() => Assert.False(_msdp.Receive("CLIENT_NAME", new MsdpText("x")));

    [Fact]
    public void A_client_and_a_world_make_it_remember_so_much_and_no_more()
    {
        for (var i = 0; i < 1000; i++)
        {
            _msdp.Set($"V{i}", new MsdpText("x"));
            _msdp.Receive("REPORT", new MsdpText($"R{i}"));
        }
        _msdp.Receive("SEND", new MsdpText("V255"));
        _msdp.Receive("SEND", new MsdpText("V256"));

        Assert.Equal(["V255=x"], _sent);
    }
}
