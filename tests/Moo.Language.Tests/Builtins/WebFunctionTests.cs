using System.Net;
using System.Net.Sockets;
using System.Text;
using Moo.Language.Builtins.Outside;
using Moo.Language.Execution;
using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Builtins;

public sealed class WebFunctionTests : IDisposable
{
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private readonly TestMoo _moo = new(outside: new OutsideAccess { Web = true, PrivateAddresses = true, LargestPage = 1000, WebTime = TimeSpan.FromSeconds(2) });

    public WebFunctionTests() => _server.Start();

    public void Dispose()
    {
        _server.Dispose();
        _moo.Dispose();
    }

    private string Address => _server.LocalEndpoint.ToString()!;

    // Answers one request with these bytes; an empty text says nothing for ever.
    private async Task Answer(string text)
    {
        using var client = await _server.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.ReadAtLeastAsync(new byte[10_000], 20, cancellationToken: TestContext.Current.CancellationToken);
        if (text.Length == 0) await Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        else await stream.WriteAsync(Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_page_comes_as_a_binary_string()
    {
        _ = Answer("HTTP/1.1 200 OK\r\nContent-Length: 6\r\nX-A: b\r\n\r\nhi\né!x");

        Assert.Equal("\"hi~0A~E9!x\"", _moo.Eval($"curl(\"http://{Address}/page\")"));
    }

    [Fact]
    public void Headers_come_if_they_are_asked_for()
    {
        _ = Answer("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal("\"HTTP/1.1 302 Found~0D~0ALocation: /elsewhere~0D~0AContent-Length: 0~0D~0A~0D~0A\"", _moo.Eval($"curl(\"{Address}\", 1)"));
    }

    [Fact]
    public void A_page_that_is_too_long_is_refused()
    {
        _ = Answer("HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n" + new string('x', 2000));

        Assert.Equal("E_INVARG", _moo.Eval($"`curl(\"http://{Address}/\") ! ANY'"));
    }

    [Fact]
    public void Nobody_waits_for_ever()
    {
        _ = Answer("");

        Assert.Contains("Timeout", _moo.Run($"curl(\"http://{Address}/\", 0, 1);").AsStr, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("curl(\"file:///etc/passwd\")")]
    [InlineData("curl(\"ftp://moo.example/\")")]
    [InlineData("curl(\"http://\")")]
    [InlineData("curl(\"http://127.0.0.1:1/\")")]
    [InlineData("curl(\"moo.example\", 0, -1)")]
    public void What_cannot_be_fetched_is_E_INVARG(string expression) => Assert.Equal("E_INVARG", _moo.Eval($"`{expression} ! ANY'"));

    [Fact]
    public void Private_addresses_are_closed_unless_a_setting_opens_them()
    {
        using var moo = new TestMoo(outside: new OutsideAccess { Web = true });

        Assert.Contains("Outside:PrivateAddresses", moo.Run($"curl(\"http://{Address}/\");").AsStr, StringComparison.Ordinal);
        Assert.Contains("Outside:PrivateAddresses", moo.Run("curl(\"http://localhost:1/\");").AsStr, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.1.1.1", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    public void Addresses_are_public_or_not(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddresses.Contains(IPAddress.Parse(address)));

    [Fact]
    public void Programmers_may_not() => Assert.Equal("E_PERM", _moo.Eval("`curl(\"x\") ! ANY'", TestMoo.Programmer));
}
