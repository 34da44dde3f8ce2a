using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.StarterWorld;

/// <summary>One server with the starter world, for all tests of a class.</summary>
public sealed class StarterServer : IAsyncLifetime
{
    internal MooServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await MooServer.Start("--core", Path.Combine(MooServer.Root, "core-db"));

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
