using System.Text;
using Moo.Protocols.Tests.Support;
using Moo.Testing;

namespace Moo.Protocols.Tests.Telnet;

/// <summary>
/// What well-known clients send from the first byte to the first commands, replayed whole and cut at every place. The
/// snapshots show what each was sent and what the host was told.
/// </summary>
public class HandshakeTests
{
    private static readonly byte[] Mudlet = Wire.Join(
        Wire.Will(24), Wire.Will(31), Wire.Sub(31, 0, 120, 0, 40), Wire.Will(39), Wire.Do(42), Wire.Do(25),
        Wire.Do(201),
        Wire.Gmcp("""Core.Hello {"client":"Mudlet","version":"4.20.1"}"""),
        Wire.Gmcp("""Core.Supports.Set ["Char 1","Char.Items 1","Room 1","IRE.Rift 1","Client.Media 1","Char.Login 2"]"""),
        Wire.Do(70), Wire.Do(86),
        Wire.Sub(24, "\0MUDLET"),
        Wire.Sub(39,
        "\0\u0003ANSI\u00011\u0003CHARSET\u0001UTF-8\u0003CLIENT_NAME\u0001MUDLET\u0003CLIENT_VERSION\u00014.20.1" +
            "\u0003OSC_HYPERLINKS\u00011\u0003OSC_HYPERLINKS_SEND\u00011\u0003SCREEN_READER\u00010" +
            "\u0003WORD_WRAP\u000180"),
        Wire.Sub(42, "\u0002UTF-8"),
        Wire.Sub(24, "\0ANSI-TRUECOLOR"), Wire.Sub(24, "\0MTTS 2349"), Wire.Sub(24, "\0MTTS 2349"),
        Wire.Utf8("connect guest\r\nsay Grüße\r\n"));

    private static readonly byte[] TinTin = Wire.Join(
        Wire.Will(24), Wire.Will(31), Wire.Sub(31, 0, 100, 0, 40), Wire.Will(39), Wire.Do(42), Wire.Do(25),
        Wire.Dont(201),
        Wire.Dont(70), Wire.Do(86),
        Wire.Sub(24, "\0TINTIN++"),
        Wire.Sub(39,
        "\0\0\0CHARSET\u0001UTF-8\0\0CLIENT_NAME\u0001TinTin++\0\0CLIENT_VERSION\u00012.02.20\0\0MTTS\u0001783" +
            "\0\0TERMINAL_TYPE\u0001xterm"),
        Wire.Sub(42, "\u0002UTF-8"),
        Wire.Sub(24, "\0xterm"), Wire.Sub(24, "\0MTTS 271"), Wire.Sub(24, "\0MTTS 271"),
        Wire.Utf8("connect guest\r\nsay café ☃\r\n"));

    private static readonly byte[] TinyFugue = Wire.Join(
        Wire.Will(24), Wire.Will(31), Wire.Sub(31, 0, 80, 0, 24), Wire.Wont(39), Wire.Dont(42), Wire.Do(25),
        Wire.Dont(201),
        Wire.Dont(70), Wire.Do(86),
        Wire.Sub(24, "\0TINYFUGUE"), Wire.Sub(24, "\0ANSI-ATTR"), Wire.Sub(24, "\0ANSI"), Wire.Sub(24, "\0UNKNOWN"),
        Wire.Utf8("connect guest\r\nlook\r\n"));

    // It answers nothing that it does not know, and puts a NUL after each terminal type.
    private static readonly byte[] KildClient = Wire.Join(
        Wire.Will(24), Wire.Will(31), Wire.Sub(31, 0, 80, 0, 25), Wire.Do(201), Wire.Do(86),
        Wire.Sub(24, "\0KildClient"), [0], Wire.Sub(24, "\0KildClient"), [0],
        Wire.Utf8("connect guest\r\nlook\r\n"));

    private static readonly byte[] InetutilsTelnet = Wire.Join(
        Wire.Will(24), Wire.Will(31), Wire.Sub(31, 0, 80, 0, 24), Wire.Will(39), Wire.Dont(42), Wire.Dont(25),
        Wire.Dont(201),
        Wire.Dont(70), Wire.Dont(86),
        Wire.Sub(24, "\0XTERM"), Wire.Sub(39, "\0\u0003USER\u0001jane\0DISPLAY\u0001host:0"), Wire.Sub(24, "\0XTERM"),
        Encoding.ASCII.GetBytes("connect guest\r\0look\r\0"));

    private static readonly byte[] Plink = Wire.Join(
        Wire.Will(31), Wire.Will(32), Wire.Will(24), Wire.Will(39), Wire.Do(1), Wire.Will(3), Wire.Do(3),
        Wire.Sub(31, 0, 80, 0, 24), Wire.Dont(42), Wire.Dont(25), Wire.Dont(201), Wire.Dont(70), Wire.Dont(86),
        Wire.Sub(24, "\0XTERM"), Wire.Sub(39, "\0\u0003USER\u0001jane"), Wire.Sub(24, "\0XTERM"),
        Encoding.ASCII.GetBytes("connect guest\nlook\n"));

    public static TheoryData<string> Clients => new(All.Keys);

    private static Dictionary<string, byte[]> All => new()
    {
        [nameof(Mudlet)] = Mudlet,
        [nameof(TinTin)] = TinTin,
        [nameof(TinyFugue)] = TinyFugue,
        [nameof(KildClient)] = KildClient,
        [nameof(InetutilsTelnet)] = InetutilsTelnet,
        [nameof(Plink)] = Plink,
    };

    [Theory]
    [MemberData(nameof(Clients))]
    public void A_client_is_understood(string client) => Snapshot.Match(Replay(All[client]), client);

    [Theory]
    [MemberData(nameof(Clients))]
    public void Byte_by_byte_is_the_same(string client)
    {
        var bytes = All[client];

        Assert.Equal(Replay(bytes), Replay([.. bytes.Select(b => new[] { b })]));
    }

    [Theory]
    [MemberData(nameof(Clients))]
    public void Cut_in_two_anywhere_is_the_same(string client)
    {
        var bytes = All[client];
        var whole = Replay(bytes);

        for (var cut = 1; cut < bytes.Length; cut++)
            Assert.Equal(whole, Replay(bytes[..cut], bytes[cut..]));
    }

    private static string Replay(params byte[][] pieces)
    {
        using var peer = new TestPeer();
        peer.Host.WhenLine = line => peer.Peer.WriteLine("You typed: " + line);
        foreach (var piece in pieces)
            peer.Receive(piece);
        peer.Peer.WritePrompt("> ");
        var terminal = peer.Peer.Terminal;
        var type = terminal.TerminalType;
        return
            $"""
             --- offered
             {peer.Offers}
             --- sent
             {peer.TakeSent()}
             --- told
             {peer.TakeEvents()}
             --- known
             client {terminal.ClientName} {terminal.ClientVersion}, terminal {type}, MTTS {terminal.Mtts}
             {terminal.Columns}x{terminal.Rows}, {terminal.Charset}, {terminal.Colors}
             {terminal.Features}
             modules {string.Join(", ", peer.Peer.Gmcp.Modules.Select(m => m.Name + " " + m.Version))}
             """;
    }
}
