using Moo.Daemon.Hosting;
using Moo.Language.Scheduling;
using Moo.Protocols;
using Moo.Protocols.Ssh;
using Moo.Protocols.Telnet;
using Moo.Store.Values;

namespace Moo.Daemon.Sessions;

/// <summary>Where a connection comes from: what accepted it, or what asked for it.</summary>
/// <param name="point">The place, as <c>listeners()</c> tells it.</param>
/// <param name="settings">How it speaks.</param>
/// <param name="limits">What its connections may cost.</param>
internal sealed class Listener(ListeningPoint point, ListenerSettings settings, NetworkLimits limits)
{
    private readonly TelnetSettings _telnet = settings.Telnet with { BeforeLogin = limits.BeforeLogin, AfterLogin = limits.LoggedIn };
    private readonly TelnetSettings _trusted = settings.Telnet with { BeforeLogin = WithoutRates(limits.BeforeLogin), AfterLogin = WithoutRates(limits.LoggedIn) };

    /// <summary>The place.</summary>
    public ListeningPoint Point => point;

    /// <summary>How it speaks.</summary>
    public ListenerSettings Settings => settings;

    /// <summary>What the server proves itself by, where SSH is spoken; else null.</summary>
    public HostKey? HostKey { get; init; }

    /// <summary>Whether the server made the connection itself.</summary>
    public bool IsOutbound { get; init; }

    /// <summary>The object whose verbs are called for its connections.</summary>
    public ObjectId Object => point.Object;

    /// <summary>How telnet is spoken on a connection.</summary>
    /// <param name="isTrusted">Whether limits on rates do not apply to it.</param>
    public TelnetSettings Telnet(bool isTrusted) => IsOutbound ? TelnetSettings.Plain : isTrusted ? _trusted : _telnet;

    /// <summary>How SSH is spoken on a connection.</summary>
    /// <param name="isTrusted">Whether limits on rates do not apply to it.</param>
    public SshSettings Ssh(bool isTrusted) => new()
    {
        LoginMilliseconds = limits.SshLoginSeconds * 1000,
        Tries = limits.SshLoginTries,
        BeforeLogin = Telnet(isTrusted).BeforeLogin,
        AfterLogin = Telnet(isTrusted).AfterLogin,
    };

    private static PeerLimits WithoutRates(PeerLimits limits) => limits with { Input = RateLimit.None, Lines = RateLimit.None, Gmcp = RateLimit.None };
}
