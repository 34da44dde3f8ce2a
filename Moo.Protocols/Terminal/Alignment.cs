namespace Moo.Protocols.Terminal;

/// <summary>Where text stands in the space it is given.</summary>
public enum Alignment
{
    /// <summary>At the left.</summary>
    Left,

    /// <summary>At the right.</summary>
    Right,

    /// <summary>In the middle.</summary>
    Center,
}
