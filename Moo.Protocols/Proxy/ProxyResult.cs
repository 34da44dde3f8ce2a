namespace Moo.Protocols.Proxy;

/// <summary>What the first bytes of a connection are.</summary>
public enum ProxyResult
{
    /// <summary>The beginning of a header.</summary>
    NeedMore,

    /// <summary>No header: close the connection.</summary>
    Invalid,

    /// <summary>A header.</summary>
    Parsed,
}
