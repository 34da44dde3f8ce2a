using System.Globalization;
using Moo.Protocols.Terminal;

namespace Moo.Protocols.Telnet.Options;

/// <summary>NEW-ENVIRON (RFC 1572) with MNES: variables about the client and its terminal.</summary>
/// <remarks><c>USER</c>, which some clients leak, is not kept: it says who somebody is on another machine.</remarks>
internal sealed class EnvironmentOption(TelnetOutput output, TerminalFacts terminal) : TelnetOption
{
    private const byte Is = 0, Send = 1, Info = 2;
    private const byte Variable = 0, Value = 1, Escape = 2, UserVariable = 3;
    private const int MostPairs = 64, LongestName = 64, LongestValue = 1024;

    private bool _isAsking;

    public override byte Code => OptionCode.NewEnvironment;
    public override OptionOffer Offer => OptionOffer.AskClient;
    public override bool IsWaiting => _isAsking;

    public override void OnEnabled(Side side)
    {
        // Everything of both kinds, by name of the kind: TinTin++ answers a bare SEND with nothing.
        output.Subnegotiation(Code, [Send, Variable, UserVariable]);
        _isAsking = true;
    }

    public override void OnDisabled(Side side) => _isAsking = false;

    public override void OnSubnegotiation(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty || data[0] is not (Is or Info))
            return;
        _isAsking = false;
        data = data[1..];
        for (var pairs = 0; pairs < MostPairs && !data.IsEmpty; pairs++)
        {
            data = data[1..];
            var name = ReadText(ref data, LongestName);
            var value = "";
            if (!data.IsEmpty && data[0] == Value)
            {
                data = data[1..];
                value = ReadText(ref data, LongestValue);
            }
            // TinTin++ doubles the VAR byte, which reads as a variable without a name.
            if (name.Length > 0)
                Learn(name, value);
        }
    }

    // Up to the next unescaped type byte. Too long a text is read to its end and taken for empty.
    private static string ReadText(ref ReadOnlySpan<byte> data, int longest)
    {
        Span<byte> text = stackalloc byte[LongestValue];
        var count = 0;
        while (!data.IsEmpty && data[0] is not (Variable or Value or UserVariable))
        {
            if (data[0] == Escape && data.Length > 1)
                data = data[1..];
            if (count < longest)
                text[count] = data[0];
            count++;
            data = data[1..];
        }
        return count > longest ? "" : FactText.Printable(text[..count]);
    }

    private void Learn(string name, string value)
    {
        if (name != "USER")
            terminal.LearnVariable(name, value);
        switch (name)
        {
            case "CHARSET" when !terminal.IsCharsetAgreed && Charset.Find(value) is { } charset:
                terminal.LearnCharset(charset);
                break;
            case "CLIENT_NAME":
                terminal.LearnClient(value, "");
                break;
            case "CLIENT_VERSION":
                terminal.LearnClient("", value);
                break;
            case "IPADDRESS":
                terminal.LearnAddress(value);
                break;
            case "MTTS" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var bits):
                terminal.LearnMtts(bits);
                break;
            case "TERMINAL_TYPE":
                terminal.LearnTerminalType(value);
                break;
            default:
                terminal.Learn(FeatureOf(name), value == "1");
                break;
        }
    }

    private static TerminalFeatures FeatureOf(string name) => name switch
    {
        "ANSI" => TerminalFeatures.Ansi,
        "VT100" => TerminalFeatures.Vt100,
        "256_COLORS" => TerminalFeatures.Colors256,
        "TRUECOLOR" => TerminalFeatures.TrueColor,
        "UTF-8" => TerminalFeatures.Utf8,
        "OSC_COLOR_PALETTE" => TerminalFeatures.OscPalette,
        "SCREEN_READER" => TerminalFeatures.ScreenReader,
        "TLS" => TerminalFeatures.Tls,
        "WORD_WRAP" => TerminalFeatures.WordWrap,
        "BOLD_IS_BRIGHT" => TerminalFeatures.BoldIsBright,
        "OSC_HYPERLINKS" => TerminalFeatures.Links,
        "OSC_HYPERLINKS_SEND" => TerminalFeatures.SendLinks,
        "OSC_HYPERLINKS_PROMPT" => TerminalFeatures.PromptLinks,
        _ => TerminalFeatures.None,
    };
}
