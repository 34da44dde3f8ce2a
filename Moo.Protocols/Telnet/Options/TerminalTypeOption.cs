using System.Globalization;
using Moo.Protocols.Terminal;

namespace Moo.Protocols.Telnet.Options;

/// <summary>
/// TTYPE (RFC 1091) with MTTS: the client's name, then its terminal type, then <c>MTTS</c> and a number.
/// </summary>
internal sealed class TerminalTypeOption(TelnetOutput output, TerminalFacts terminal) : TelnetOption
{
    private const byte Is = 0, Send = 1;
    private const int MostReplies = 4;

    private string _last = "";
    private int _replies;
    private bool _isAsking;

    public override byte Code => OptionCode.TerminalType;
    public override OptionOffer Offer => OptionOffer.AskClient;
    public override bool IsWaiting => _isAsking;

    public override void OnEnabled(Side side)
    {
        (_last, _replies) = ("", 0);
        Ask();
    }

    public override void OnDisabled(Side side) => _isAsking = false;

    public override void OnSubnegotiation(ReadOnlySpan<byte> data)
    {
        if (!_isAsking || data.IsEmpty || data[0] != Is)
            return;
        _isAsking = false;
        var name = FactText.Printable(data[1..]);
        terminal.LearnTerminalName(name);
        Learn(name);
        // A client that has said everything says the last one again.
        var isLast = name == _last || ++_replies == MostReplies;
        _last = name;
        if (!isLast)
            Ask();
    }

    private void Ask()
    {
        _isAsking = true;
        output.Subnegotiation(Code, [Send]);
    }

    private void Learn(string name)
    {
        if (name.StartsWith("MTTS ", StringComparison.OrdinalIgnoreCase))
        {
            if (int.TryParse(name.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var bits))
                terminal.LearnMtts(bits);
        }
        else if (KnownTerminals.IsTerminalType(name))
        {
            // The best comes first: TinyFugue goes on to ANSI and UNKNOWN.
            if (terminal.TerminalType.Length == 0)
                terminal.LearnTerminalType(name);
        }
        else if (_replies == 0)
        {
            // "MUDLET 4/20/1" carries the version; Core.Hello, if it comes, knows better.
            var words = name.Split(' ', 2);
            if (terminal.ClientName.Length == 0)
                terminal.LearnClient(words[0], words.Length == 1 ? "" : words[1].Replace('/', '.'));
        }
    }
}
