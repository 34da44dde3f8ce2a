using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Moo.Daemon.Hosting;
using Moo.Protocols.Ssh;

namespace Moo.Daemon.Ssh;

/// <summary>The file in which the server's SSH key is.</summary>
/// <remarks>Clients remember the key: a server that comes up with another one looks like somebody else's to them.</remarks>
internal static class HostKeyFile
{
    /// <summary>The server's own key, in its data folder; made if there is none, readable by the server's user alone.</summary>
    /// <exception cref="IOException">It can neither be read nor made.</exception>
    public static HostKey OfServer(string data, ILogger log)
    {
        var path = Path.Combine(data, "ssh", "host_key.pem");
        if (!File.Exists(path)) Make(path);
        return Load(path, log);
    }

    /// <summary>Reads a key.</summary>
    /// <exception cref="IOException">It cannot be read, or is none.</exception>
    public static HostKey Load(string path, ILogger log)
    {
        try
        {
            var key = HostKey.FromPem(File.ReadAllText(path));
            log.HostKeyLoaded(path, key.Fingerprint);
            return key;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or ArgumentException or UnauthorizedAccessException)
        {
            throw new IOException($"the SSH host key {path} cannot be read: {unreadable.Message} (make one: openssl ecparam -name prime256v1 -genkey -noout)", unreadable);
        }
    }

    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var key = HostKey.Create();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(path, options);
        file.WriteLine(key.ToPem());
    }
}
