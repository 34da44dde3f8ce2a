using Moo.Protocols.Telnet;
using Moo.Protocols.Tests.Support;

namespace Moo.Protocols.Tests.Telnet;

/// <summary>Long runs, for <c>tests/soak/run.sh codec</c>; in the suite they are short.</summary>
public class SoakTests
{
    private static readonly int Bytes = Environment.GetEnvironmentVariable("MOO_SOAK") is null ? 100_000 : 10_000_000;

    [Fact]
    public void Random_bytes_give_the_same_events_however_they_are_cut()
    {
        for (var (seed, done) = (0, 0); done < Bytes; seed++)
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(100, 5000)];
            random.NextBytes(bytes);
            for (var i = 0; i < bytes.Length; i++)
                if (random.Next(4) == 0) bytes[i] = Likely[random.Next(Likely.Length)];

            var whole = Events(bytes, _ => bytes.Length);
            var cut = Events(bytes, left => random.Next(1, Math.Min(left, 40) + 1));

            Assert.True(whole == cut, $"seed {seed}:\n{whole}\n---\n{cut}");
            done += bytes.Length;
        }
    }

    // Which limits apply must not depend on the cuts, so there are none of rate, and no time passes.
    private static string Events(byte[] bytes, Func<int, int> next)
    {
        var limits = PeerLimits.LoggedIn with { Commands = RateLimit.None, CommandFlood = RateLimit.None, Gmcp = RateLimit.None };
        using var peer = new TestPeer(new TelnetSettings { Msdp = true, Mxp = true, Msp = true, LineMode = true, BeforeLogin = limits, AfterLogin = limits });
        for (var at = 0; at < bytes.Length;)
        {
            var count = Math.Min(next(bytes.Length - at), bytes.Length - at);
            peer.Receive(bytes[at..(at + count)]);
            at += count;
        }
        return peer.TakeEvents() + "\n" + peer.TakeSent();
    }

    private static readonly byte[] Likely =
        [255, 255, 250, 240, 251, 252, 253, 254, 24, 31, 39, 42, 69, 70, 86, 91, 201, 0, 1, 2, 3, 10, 13, (byte)';'];
}
