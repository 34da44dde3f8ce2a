namespace Moo.Protocols.Gmcp;

/// <summary>A module that a client supports, as it listed it.</summary>
/// <param name="Name">As <c>Char</c> or <c>Comm.Channel</c>.</param>
/// <param name="Version">The version; 1 if the client named none.</param>
public readonly record struct GmcpModule(string Name, int Version)
{
    internal bool IsNamed(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
