using System.Security.Cryptography;

namespace Moo.Protocols.Ssh;

/// <summary>KEXINIT: what a side can do (RFC 4253 §7.1); ours, and what follows from the client's.</summary>
internal sealed class KexOffer
{
    private const string Strict = "kex-strict-s-v00@openssh.com", ClientStrict = "kex-strict-c-v00@openssh.com";
    private const string ClientTakesExtensions = "ext-info-c", NoCompression = "none";
    private const int CookieBytes = 16, Lists = 10;

    private static readonly Dictionary<string, string> Exchanges = new()
    {
        ["ecdh-sha2-nistp256"] = "nistp256",
        ["ecdh-sha2-nistp384"] = "nistp384",
        ["ecdh-sha2-nistp521"] = "nistp521",
    };

    private KexOffer(EllipticCurve curve) => Curve = curve;

    /// <summary>The curve on which keys are exchanged.</summary>
    public EllipticCurve Curve { get; }

    /// <summary>Whether both sides hold to the strict order of messages (OpenSSH's PROTOCOL, 1.10).</summary>
    public bool IsStrict { get; private init; }

    /// <summary>Whether the client wants to know what signatures are taken (RFC 8308).</summary>
    public bool TakesExtensions { get; private init; }

    /// <summary>Whether the client sends a message on a guess that was wrong: it is to be skipped.</summary>
    public bool GuessedWrong { get; private init; }

    /// <summary>Our own KEXINIT.</summary>
    /// <param name="isFirst">Whether it is the first of the connection.</param>
    public static byte[] Ours(bool isFirst)
    {
        // Without a cipher that authenticates itself a MAC would be needed; the name only fills its place.
        const string unusedMac = "hmac-sha2-256";
        var exchanges = string.Join(',', Exchanges.Keys) + (isFirst ? "," + Strict : "");
        return Header()
            .String(exchanges).String(HostKey.Algorithm)
            .String(PacketCipher.Name).String(PacketCipher.Name).String(unusedMac).String(unusedMac)
            .String(NoCompression).String(NoCompression).String("").String("")
            .Boolean(false).UInt32(0).ToArray();
    }

    private static SshWriter Header() =>
        SshWriter.Message(SshMessage.KexInit).Bytes(RandomNumberGenerator.GetBytes(CookieBytes));

    /// <summary>Reads the client's KEXINIT; null, and why, if nothing is common to both sides.</summary>
    public static KexOffer? Of(ReadOnlySpan<byte> message, out string problem)
    {
        var reader = new SshReader(message);
        _ = reader.Bytes(1 + CookieBytes);
        var lists = new string[Lists][];
        for (var i = 0; i < Lists; i++)
            lists[i] = reader.Names();
        var hasGuessed = reader.Boolean();
        var (exchanges, hostKeys) = (lists[0], lists[1]);
        problem = "";
        var chosen = Array.Find(exchanges, Exchanges.ContainsKey);
        if (reader.IsBroken)
            problem = "malformed KEXINIT";
        else if (chosen is null)
            problem = "no common key exchange; this server has " + string.Join(", ", Exchanges.Keys);
        else if (!hostKeys.Contains(HostKey.Algorithm))
            problem = "no common type of host key; this server has " + HostKey.Algorithm;
        else if (!lists[2].Contains(PacketCipher.Name) || !lists[3].Contains(PacketCipher.Name))
            problem = "no common cipher; this server has " + PacketCipher.Name;
        else if (!lists[6].Contains(NoCompression) || !lists[7].Contains(NoCompression))
            problem = "this server does not compress";
        if (problem.Length > 0)
            return null;
        return new KexOffer(EllipticCurve.Find(Exchanges[chosen!])!)
        {
            IsStrict = exchanges.Contains(ClientStrict),
            TakesExtensions = exchanges.Contains(ClientTakesExtensions),
            GuessedWrong = hasGuessed && (exchanges[0] != Exchanges.Keys.First() || hostKeys[0] != HostKey.Algorithm),
        };
    }
}
