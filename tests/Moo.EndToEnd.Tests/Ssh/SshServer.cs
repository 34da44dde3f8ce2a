using System.Globalization;
using System.Text.RegularExpressions;
using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.Ssh;

/// <summary>The starter world behind SSH: one server for all tests of a class.</summary>
public sealed partial class SshServer : IAsyncLifetime
{
    internal const string Password = MooServer.WizardPassword;

    internal MooServer Server { get; private set; } = null!;

    internal int Port { get; } = MooServer.FreePort();

    /// <summary>The fingerprint that the server logs.</summary>
    internal string Fingerprint => HostKeyLine().Match(Server.Log).Groups[1].Value;

    // More may wait than a test sends: what is tested is that nothing gets lost on the way, not when lines are dropped.
    private static readonly Dictionary<string, string> Patient = new() { ["LIMITS__LOGGEDIN__QUEUEDOUTPUTBYTES"] = "50000000", ["LIMITS__LOGGEDIN__LARGESTQUEUEDOUTPUTBYTES"] = "90000000" };

    public async ValueTask InitializeAsync() => Server = await MooServer.StartWith(Patient, "--core", Path.Combine(MooServer.Root, "core-db"), "--listen", $"ssh://127.0.0.1:{Port}");

    public async ValueTask DisposeAsync() => await Server.DisposeAsync();

    /// <summary>The OpenSSH client, with nothing of this machine's settings; skips the test if there is none.</summary>
    /// <param name="options">What comes before the address.</param>
    /// <param name="port">The port, if it is another server's.</param>
    internal string OpenSsh(string options, int port = 0)
    {
        var program = Programs.Need("ssh", "openssh-client");
        const string settings = "-F /dev/null -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o GlobalKnownHostsFile=/dev/null -o IdentityAgent=none -o IdentitiesOnly=yes -o LogLevel=INFO";
        return string.Create(CultureInfo.InvariantCulture, $"timeout 100 {program} {settings} -p {(port == 0 ? Port : port)} {options}");
    }

    /// <summary>The same with a password that is typed by a program.</summary>
    internal string OpenSshWithPassword(string options, string password = Password, int port = 0) =>
        $"{Programs.Need("sshpass", "sshpass")} -p '{password}' {OpenSsh("-o PubkeyAuthentication=no " + options, port)}";

    [GeneratedRegex(@"SSH host key \S+: (SHA256:\S+)")]
    private static partial Regex HostKeyLine();
}
