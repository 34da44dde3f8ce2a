using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;

namespace Moo.Daemon.Hosting;

/// <summary>A certificate and its key in files, read anew when the files have changed: who renews a certificate need not restart the server.</summary>
/// <param name="certificate">The path of the certificate, in PEM; further certificates in it are its chain.</param>
/// <param name="key">The path of its key, in PEM; null if it stands in the same file.</param>
/// <param name="log">Told when it changes, or cannot be read.</param>
internal sealed class ServerCertificate(string certificate, string? key, ILogger log)
{
    private const long LookEvery = 2000;

    private readonly Lock _lock = new();
    private SslStreamCertificateContext? _current;
    private (DateTime, DateTime) _version;
    private long _lookedAt = -LookEvery;

    /// <summary>The certificate as it is in the files, or was when they could be read last.</summary>
    /// <exception cref="IOException">There has never been one that could be read.</exception>
    public SslStreamCertificateContext Current
    {
        get
        {
            lock (_lock)
            {
                var now = Environment.TickCount64;
                if (_current is not null && now - _lookedAt < LookEvery) return _current;
                _lookedAt = now;
                var version = (File.GetLastWriteTimeUtc(certificate), File.GetLastWriteTimeUtc(key ?? certificate));
                if (_current is null || version != _version) Load(version);
                return _current!;
            }
        }
    }

    private void Load((DateTime, DateTime) version)
    {
        try
        {
            var own = X509Certificate2.CreateFromPemFile(certificate, key);
            var all = new X509Certificate2Collection();
            all.ImportFromPemFile(certificate);
            _current = SslStreamCertificateContext.Create(own, all, offline: true);
            _version = version;
            log.CertificateLoaded(certificate, own.Subject, own.NotAfter.ToUniversalTime().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            // Half-written files are looked at again in a moment; the one in use goes on.
            log.CertificateUnreadable(certificate, unreadable.Message);
            if (_current is null) throw new IOException($"the certificate {certificate} cannot be read: {unreadable.Message}", unreadable);
        }
    }

    /// <summary>The server's own certificate in its data folder; made, signed by itself, if there is none.</summary>
    public static ServerCertificate OfServer(string data, ILogger log)
    {
        var path = Path.Combine(data, "tls", "server.pem");
        if (!File.Exists(path)) Make(path, log);
        return new ServerCertificate(path, null, log);
    }

    private static void Make(string path, ILogger log)
    {
        const int years = 10;
        var host = System.Net.Dns.GetHostName();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + host, pair, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        var now = DateTimeOffset.UtcNow;
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(years));
        var pem = made.ExportCertificatePem() + "\n" + pair.ExportPkcs8PrivateKeyPem() + "\n";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new StreamWriter(path, options)) file.Write(pem);
        log.CertificateMade(path, made.GetCertHashString(HashAlgorithmName.SHA256));
    }
}
