using Moo.Protocols.Telnet.Options;

namespace Moo.Protocols.Telnet;

/// <summary>The options of a connection, as its listener's settings have them.</summary>
internal static class OptionList
{
    /// <summary>
    /// The options in the order in which they are offered. Compression comes last: old Mudlets want the terminal type
    /// settled before it. ATCP is not among them, so that Mudlet cannot take the order for that of KaVir's server and
    /// connect again.
    /// </summary>
    public static IEnumerable<TelnetOption> Create(
        TelnetPeer peer, TelnetSettings settings, TelnetOutput output, IPeerEvents events)
    {
        var terminal = peer.Terminal;
        yield return new EchoOption();
        yield return new TimingMarkOption(events);
        if (settings.TerminalType)
            yield return new TerminalTypeOption(output, terminal);
        if (settings.WindowSize)
            yield return new WindowSizeOption(terminal);
        if (settings.Environment)
            yield return new EnvironmentOption(output, terminal);
        if (settings.CharacterSet)
            yield return new CharsetOption(output, terminal);
        if (settings.EndOfRecord)
            yield return new EndOfRecordOption();
        if (settings.Gmcp)
            yield return new GmcpOption(peer);
        if (settings.Mssp)
            yield return new MsspOption(peer);
        if (settings.Msdp)
            yield return new MsdpOption(events);
        if (settings.Msp)
            yield return new SoundOption(terminal);
        if (settings.Mxp)
            yield return new MxpOption(output, terminal);
        if (settings.LineMode)
            yield return new LineModeOption(output);
        if (settings.SuppressGoAhead)
            yield return new SuppressGoAheadOption();
        if (settings.Binary)
            yield return new BinaryOption();
        if (settings.Compression)
            yield return new CompressionOption(output);
        if (settings.CompressedInput)
            yield return new CompressedInputOption(peer);
    }
}
