using System.Text;
using Moo.Protocols.Terminal;

namespace Moo.Protocols.Telnet.Options;

/// <summary>
/// CHARSET (RFC 2066): agreeing on the character set of the text. Either end may ask; ours goes first.
/// </summary>
internal sealed class CharsetOption(TelnetOutput output, TerminalFacts terminal) : TelnetOption
{
    private const byte Request = 1, Accepted = 2, Rejected = 3, TableIs = 4, TableRejected = 5;

    // UTF-8 first: Mudlet before 4.20 takes the first name that it knows.
    private static readonly byte[] OurRequest =
        [Request, .. Encoding.ASCII.GetBytes(";" + string.Join(';', Charset.All.Select(charset => charset.Name)))];

    private bool _isAsking;

    public override byte Code => OptionCode.Charset;
    public override OptionOffer Offer => OptionOffer.OfferClient;
    public override bool IsWaiting => _isAsking;

    // A client that says WILL wants to send a request of its own.
    public override bool Allows(Side side) => true;

    public override void OnEnabled(Side side)
    {
        if (side == Side.Client)
            return;
        _isAsking = true;
        output.Subnegotiation(Code, OurRequest);
    }

    public override void OnDisabled(Side side) => _isAsking = false;

    public override void OnSubnegotiation(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty)
            return;
        switch (data[0])
        {
            case Request:
                Answer(data[1..]);
                break;
            case Accepted when _isAsking:
                _isAsking = false;
                if (Charset.Find(FactText.Printable(data[1..])) is { } charset)
                    terminal.LearnCharset(charset);
                break;
            case Rejected:
                _isAsking = false;
                break;
            case TableIs:
                output.Subnegotiation(Code, [TableRejected]);
                break;
        }
    }

    // [TTABLE]n may precede the list; the list's first byte is its separator.
    private void Answer(ReadOnlySpan<byte> request)
    {
        if (request.StartsWith("[TTABLE]"u8))
            request = request[Math.Min(request.Length, 9)..];
        // Two requests that cross would wait for each other. RFC 2066: the server's stands.
        if (_isAsking || request.Length < 2)
        {
            output.Subnegotiation(Code, [Rejected]);
            return;
        }
        ReadOnlySpan<byte> chosen = default;
        foreach (var range in request[1..].Split(request[0]))
        {
            var name = request[1..][range];
            var charset = Charset.Find(FactText.Printable(name));
            if (charset is not null && (chosen.IsEmpty || charset == Charset.Utf8))
                chosen = name;
        }
        if (chosen.IsEmpty)
        {
            output.Subnegotiation(Code, [Rejected]);
            return;
        }
        terminal.LearnCharset(Charset.Find(FactText.Printable(chosen))!);
        output.Subnegotiation(Code, [Accepted, .. chosen]);
    }
}
