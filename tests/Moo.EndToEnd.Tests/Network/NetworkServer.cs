using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.Network;

/// <summary>One server for all tests of a class: listeners of every kind, the options that are off by default on one of them.</summary>
public sealed class NetworkServer : IAsyncLifetime
{
    internal MooServer Server { get; private set; } = null!;

    internal int TlsPort { get; } = MooServer.FreePort();

    /// <summary>A listener with MSDP, MSP, MXP and LINEMODE.</summary>
    internal int RichPort { get; } = MooServer.FreePort();

    /// <summary>A listener with nothing but text.</summary>
    internal int PoorPort { get; } = MooServer.FreePort();

    internal int ProxyPort { get; } = MooServer.FreePort();

    /// <summary>A listener that takes the PROXY protocol, but not from here.</summary>
    internal int StrangeProxyPort { get; } = MooServer.FreePort();

    internal string UnixPath { get; } = Path.Combine(Path.GetTempPath(), $"moo-{Guid.NewGuid():N}.sock");

    public async ValueTask InitializeAsync()
    {
        const string all = "ttype,naws,new-environ,charset,eor,ga,gmcp,mssp,binary,mccp2,mccp3";
        Server = await MooServer.StartNetwork(new() { ["OUTSIDE__CONNECTIONS"] = "true" }, "--listen",
            $"telnets://127.0.0.1:{TlsPort} telnet://127.0.0.1:{RichPort}?on=msdp,msp,mxp,linemode telnet://127.0.0.1:{PoorPort}?off={all}&mcp=never"
            + $" telnet://127.0.0.1:{ProxyPort}?proxy=127.0.0.1 telnet://127.0.0.1:{StrangeProxyPort}?proxy=10.0.0.0/8 unix://{UnixPath}");
    }

    public async ValueTask DisposeAsync() => await Server.DisposeAsync();
}
