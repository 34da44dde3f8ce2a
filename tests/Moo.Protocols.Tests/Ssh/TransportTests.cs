using System.Text;
using Moo.Protocols.Ssh;

namespace Moo.Protocols.Tests.Ssh;

/// <summary>Versions, exchanges of keys and their order.</summary>
public sealed class TransportTests
{
    private const string Loose = "ecdh-sha2-nistp256,ext-info-c", Strict = Loose + ",kex-strict-c-v00@openssh.com";

    [Theory]
    [InlineData("nistp256", 1)]
    [InlineData("nistp256", 1000)]
    [InlineData("nistp384", 1000)]
    [InlineData("nistp521", 1000)]
    public void Keys_are_exchanged_on_each_curve(string curve, int pieceSize)
    {
        using var client = new SshClient { Exchanges = "ecdh-sha2-" + curve, Curve = curve, PieceSize = pieceSize };

        client.Greet();

        client.Expect(SshMessage.ServiceAccept);
        Assert.Equal("", client.Host.Take());
    }

    [Fact]
    public void Whoever_asks_is_told_which_signatures_are_taken()
    {
        using var client = new SshClient();
        client.SendVersion();
        client.Exchange();

        Assert.Equal([SshMessage.ExtensionInfo], client.Others());
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n")]
    [InlineData("SSH-1.5-Old\r\n")]
    [InlineData("hello\n")]
    public void What_is_not_SSH_2_is_sent_away(string greeting)
    {
        using var client = new SshClient();

        client.SendRaw(Encoding.ASCII.GetBytes(greeting));

        Assert.Equal("close: SshBroken", client.Host.Take());
    }

    [Fact]
    public void A_version_without_end_is_not_held()
    {
        using var client = new SshClient();

        client.SendRaw(Enumerable.Repeat((byte)'x', 100_000).ToArray());

        Assert.Equal("close: SshBroken", client.Host.Take());
        Assert.True(client.Peer.HeldBytes < 1000);
    }

    [Theory]
    [InlineData(Loose, true)]
    [InlineData(Strict, false)]
    public void A_strict_client_sends_nothing_before_its_offer(string exchanges, bool isFine)
    {
        using var client = new SshClient { Exchanges = exchanges };
        client.SendVersion();
        client.Send(SshWriter.Message(SshMessage.Ignore).String("x"));
        client.SendInit();

        Assert.Equal(isFine ? "" : "close: SshBroken", client.Host.Take());
    }

    [Theory]
    [InlineData(Loose, true)]
    [InlineData(Strict, false)]
    public void A_strict_client_sends_nothing_within_the_first_exchange(string exchanges, bool isFine)
    {
        using var client = new SshClient { Exchanges = exchanges };
        client.SendVersion();
        client.SendInit();
        client.Send(SshWriter.Message(SshMessage.Ignore).String("x"));

        Assert.Equal(isFine ? "" : "close: SshBroken", client.Host.Take());
    }

    [Theory]
    [InlineData(SshMessage.NewKeys)]
    [InlineData(SshMessage.ServiceRequest)]
    [InlineData(SshMessage.UserAuthRequest)]
    [InlineData(SshMessage.ChannelOpen)]
    public void Nothing_else_is_taken_before_there_are_keys(byte number)
    {
        using var client = new SshClient();
        client.SendVersion();
        client.Send([number, 0, 0, 0, 0]);

        Assert.Equal("close: SshBroken", client.Host.Take());
    }

    [Theory]
    [InlineData(Loose, 3u)]
    [InlineData(Strict, 0u)]
    public void Packets_are_counted_anew_only_where_that_is_agreed(string exchanges, uint number)
    {
        using var client = new SshClient { Exchanges = exchanges };
        client.SendVersion();
        client.Exchange();
        client.Others();

        client.Send([199]);

        var answer = new SshReader(client.Expect(SshMessage.Unimplemented).AsSpan(1));
        Assert.Equal(number, answer.UInt32());
    }

    [Fact]
    public void A_point_that_is_not_on_the_curve_ends_the_connection()
    {
        using var client = new SshClient();
        client.SendVersion();
        client.SendInit();
        client.Send(SshWriter.Message(SshMessage.EcdhInit).String([4, .. new byte[64]]));

        Assert.Contains("point", client.ExpectDisconnect(), StringComparison.Ordinal);
        Assert.Equal("close: SshBroken", client.Host.Take());
    }

    [Fact]
    public void Nothing_in_common_is_said_by_name()
    {
        using var client = new SshClient { Exchanges = "curve25519-sha256" };
        client.SendVersion();
        client.SendInit();

        Assert.Contains("ecdh-sha2-nistp256", client.ExpectDisconnect(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_guess_is_passed_over()
    {
        using var client = new SshClient { Exchanges = "curve25519-sha256,ecdh-sha2-nistp256" };
        client.SendVersion();
        client.SendInit(guesses: true);
        var init = client.Expect(SshMessage.KexInit);
        client.Send(SshWriter.Message(SshMessage.EcdhInit).String(new byte[32]));
        client.FinishExchange(init);

        Assert.Equal("", client.Host.Take());
    }

    [Fact]
    public void While_the_client_changes_keys_the_server_says_nothing_and_then_everything()
    {
        using var client = new SshClient().Shell();
        client.SendInit();
        var init = client.Expect(SshMessage.KexInit);

        client.Peer.WriteText("said meanwhile\n");
        client.Collect();
        Assert.Equal("", client.Text);
        Assert.True(client.Peer.IsBlocked);

        client.FinishExchange(init);
        client.Collect();
        Assert.Equal("said meanwhile\n", client.Text);
        Assert.False(client.Peer.IsBlocked);
    }

    [Fact]
    public void A_client_that_talks_on_within_its_own_exchange_is_sent_away()
    {
        using var client = new SshClient().Shell();
        client.SendInit();
        client.Host.Take();

        client.Type("hello\n");

        Assert.Equal("close: SshBroken", client.Host.Take());
    }

    [Fact]
    public void The_server_asks_for_new_keys_in_time_and_takes_lines_meanwhile()
    {
        using var client = new SshClient(new SshSettings { RekeyBytes = 20_000 }).Shell();
        client.Host.Take();
        client.Peer.WriteText(new string('x', 30_000));
        var init = client.Expect(SshMessage.KexInit);
        client.Type("still here\n");
        Assert.Equal("line: still here", client.Host.Take());

        client.SendInit();
        client.FinishExchange(init);
        client.Collect();

        Assert.Equal(30_000, client.Text.Length);
    }

    [Fact]
    public void A_hundred_changes_of_keys_lose_nothing()
    {
        using var client = new SshClient().Shell();
        client.Host.Take();
        for (var i = 0; i < 100; i++)
        {
            client.SendInit();
            client.FinishExchange(client.Expect(SshMessage.KexInit));
            client.Type($"{i}\n");
            client.Peer.WriteText($"{i},");
        }
        client.Collect();

        Assert.Equal(string.Concat(Enumerable.Range(0, 100).Select(i => $"{i},")), client.Text);
        Assert.Equal(string.Join('\n', Enumerable.Range(0, 100).Select(i => $"line: {i}")), client.Host.Take());
    }

    [Fact]
    public void Random_bytes_after_the_version_never_throw()
    {
        var random = new Random(8);
        for (var round = 0; round < 2000; round++)
        {
            using var client = new SshClient();
            client.SendVersion();
            if (round % 2 == 0)
                client.SendInit();
            var bytes = new byte[random.Next(1, 300)];
            random.NextBytes(bytes);
            if (round % 3 == 0)
                bytes.AsSpan(0, Math.Min(3, bytes.Length)).Clear();
            client.Peer.Receive(bytes, client.Now);
            Assert.True(client.Peer.HeldBytes <= 40_000);
        }
    }

    [Fact]
    public void Random_messages_with_good_keys_never_throw()
    {
        var random = new Random(9);
        for (var round = 0; round < 600; round++)
        {
            using var client = round % 2 == 0 ? new SshClient().Greet() : new SshClient().Shell(hasTerminal: round % 4 == 1);
            client.Host.Accepts = _ => random.Next(2) == 0;
            for (var i = 0; i < 20; i++)
                client.Send(RandomMessage(random));
        }
    }

    // Messages that could be some: a number that means something, then strings, numbers and noise.
    private static byte[] RandomMessage(Random random)
    {
        byte[] numbers = [1, 2, 5, 7, 20, 21, 30, 50, 50, 50, 60, 61, 80, 90, 93, 94, 94, 95, 96, 97, 98, 98, 98, 99, 200];
        string[] words = ["ann", "ssh-connection", "ssh-userauth", "password", "publickey", "keyboard-interactive", "none", "ssh-ed25519",
            "rsa-sha2-256", "session", "pty-req", "env", "shell", "exec", "window-change", "signal", "LANG", "\0\u0001", ""];
        var message = SshWriter.Message(numbers[random.Next(numbers.Length)]);
        if (random.Next(3) > 0)
            message.UInt32(0);
        for (var i = random.Next(6); i > 0; i--)
        {
            switch (random.Next(4))
            {
                case 0:
                    message.String(words[random.Next(words.Length)]);
                    break;
                case 1:
                    message.UInt32((uint)random.NextInt64(uint.MaxValue));
                    break;
                case 2:
                    message.Boolean(random.Next(2) == 0);
                    break;
                default:
                    var noise = new byte[random.Next(80)];
                    random.NextBytes(noise);
                    message.String(noise);
                    break;
            }
        }
        return message.ToArray();
    }
}
