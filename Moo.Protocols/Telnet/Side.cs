namespace Moo.Protocols.Telnet;

/// <summary>Which end performs an option. Each option is agreed separately for both.</summary>
internal enum Side
{
    /// <summary>We do: agreed by WILL from us and DO from the client.</summary>
    Server,

    /// <summary>The client does: agreed by DO from us and WILL from the client.</summary>
    Client,
}
