namespace Moo.Protocols.Terminal;

/// <summary>How a <see cref="Color"/> is given.</summary>
internal enum ColorKind : byte
{
    Default,
    Indexed,
    Rgb,
}
