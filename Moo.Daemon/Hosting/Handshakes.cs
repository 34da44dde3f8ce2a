using System.IO.Pipelines;
using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Connections;
using Moo.Daemon.Sessions;
using Moo.Protocols.Proxy;

namespace Moo.Daemon.Hosting;

/// <summary>What comes on a connection before anything that a person wrote: a proxy's header, and TLS.</summary>
internal static class Handshakes
{
    private const int ReadBuffer = 4096;

    /// <summary>Reads a proxy's header and gives the connection the addresses in it.</summary>
    /// <exception cref="AuthenticationException">The other end is no proxy that is trusted here, or sends no header.</exception>
    /// <exception cref="OperationCanceledException">It takes too long.</exception>
    public static async Task TakeProxyHeaderAsync(ConnectionContext connection, ListenerSettings settings, TimeSpan patience)
    {
        if (connection.RemoteEndPoint is not IPEndPoint { Address: var proxy } || !Networks.Contain(settings.Proxies, proxy))
            throw new AuthenticationException("it is no proxy that is trusted here");
        using var timeout = new CancellationTokenSource(patience);
        var input = connection.Transport.Input;
        while (true)
        {
            var read = await input.ReadAsync(timeout.Token).ConfigureAwait(false);
            var result = ProxyProtocol.TryRead(read.Buffer, out var header, out var length);
            if (result == ProxyResult.Parsed)
            {
                input.AdvanceTo(read.Buffer.GetPosition(length));
                if (header.Source is not null) (connection.RemoteEndPoint, connection.LocalEndPoint) = (header.Source, header.Destination);
                return;
            }
            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (result == ProxyResult.Invalid || read.IsCompleted) throw new AuthenticationException("it sent no PROXY header");
        }
    }

    /// <summary>Encrypts a connection that was accepted; its transport is what goes through the encryption from then on.</summary>
    /// <exception cref="AuthenticationException">The other end does not speak TLS 1.2 or newer.</exception>
    /// <exception cref="OperationCanceledException">It takes too long.</exception>
    public static Task<SslStream> SecureAsync(ConnectionContext connection, ServerCertificate certificate, TimeSpan patience) =>
        SecureAsync(connection, patience, (stream, cancellation) => stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            ServerCertificateContext = certificate.Current,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        }, cancellation));

    /// <summary>Encrypts a connection that the server made.</summary>
    /// <exception cref="AuthenticationException">The other end does not speak TLS 1.2 or newer, or its certificate is not good.</exception>
    /// <exception cref="OperationCanceledException">It takes too long.</exception>
    public static Task<SslStream> SecureAsync(ConnectionContext connection, string host, bool isVerified, TimeSpan patience)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = host, EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 };
        // The world asked not to have it verified (tls_verify): servers of this kind mostly sign their certificates themselves.
#pragma warning disable CA5359
        if (!isVerified) options.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359
        return SecureAsync(connection, patience, (stream, cancellation) => stream.AuthenticateAsClientAsync(options, cancellation));
    }

    private static async Task<SslStream> SecureAsync(ConnectionContext connection, TimeSpan patience, Func<SslStream, CancellationToken, Task> authenticate)
    {
        using var timeout = new CancellationTokenSource(patience);
        var stream = new SslStream(new DuplexStream(connection.Transport));
        try
        {
            await authenticate(stream, timeout.Token).ConfigureAwait(false);
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        connection.Transport = new Pipes(
            PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: ReadBuffer, leaveOpen: true, useZeroByteReads: true)),
            PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true)));
        return stream;
    }

    private sealed record Pipes(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
