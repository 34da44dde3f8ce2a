namespace Moo.Protocols.Telnet;

/// <summary>One piece of a telnet stream. <see cref="Data"/> is valid until the next one is read.</summary>
internal readonly ref struct TelnetToken(TelnetTokenKind kind, byte command, byte option, ReadOnlySpan<byte> data)
{
    public TelnetTokenKind Kind { get; } = kind;
    public byte Command { get; } = command;
    public byte Option { get; } = option;
    public ReadOnlySpan<byte> Data { get; } = data;
}
