using System.Net;
using System.Net.Sockets;
using System.Text;
using Moo.Language.Builtins.Text;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins.Outside;

/// <summary>Fetches pages from the web for tasks, from public addresses alone unless the settings say otherwise.</summary>
/// <param name="outside">The settings.</param>
internal sealed class WebReader(OutsideAccess outside)
{
    private static readonly TimeSpan IdleConnections = TimeSpan.FromSeconds(30);

    private readonly Lazy<HttpClient> _client = new(() => new HttpClient(new SocketsHttpHandler
    {
        // As curl does: whoever asks for a page gets the answer, also when that says to go elsewhere.
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        PooledConnectionIdleTimeout = IdleConnections,
        ConnectCallback = async (context, cancellation) => await Connect(context.DnsEndPoint, outside.PrivateAddresses, cancellation).ConfigureAwait(false),
    })
    { Timeout = Timeout.InfiniteTimeSpan });

    /// <summary>Fetches a page.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="withHeaders">Whether the answer's headers stand before it.</param>
    /// <param name="time">How long to wait.</param>
    /// <param name="cancellation">Asks to give up.</param>
    /// <returns>The page as a binary string, or E_INVARG with the reason.</returns>
    public async Task<Value> Fetch(Uri address, bool withHeaders, TimeSpan time, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        over.CancelAfter(time < outside.WebTime ? time : outside.WebTime);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("User-Agent", "moo");
            using var answer = await _client.Value.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, over.Token).ConfigureAwait(false);
            var bytes = new MemoryStream();
            if (withHeaders) bytes.Write(Encoding.Latin1.GetBytes(HeadersOf(answer)));
            await using var body = await answer.Content.ReadAsStreamAsync(over.Token).ConfigureAwait(false);
            var buffer = new byte[8192];
            while (await body.ReadAsync(buffer, over.Token).ConfigureAwait(false) is var count and > 0)
            {
                bytes.Write(buffer, 0, count);
                if (bytes.Length > outside.LargestPage) return Failed($"the page has more than {outside.LargestPage} bytes");
            }
            return Value.Str(ByteText.Write(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Failed("Timeout was reached");
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or SocketException or ClosedAddressException)
        {
            return Failed(problem.GetBaseException().Message);
        }
    }

    private static Value Failed(string reason) => Value.Of(MooError.Of(ErrorCode.E_INVARG, reason));

    private static string HeadersOf(HttpResponseMessage answer)
    {
        var text = new StringBuilder().Append("HTTP/").Append(answer.Version).Append(' ').Append((int)answer.StatusCode).Append(' ').Append(answer.ReasonPhrase).Append("\r\n");
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers)) text.Append(name).Append(": ").AppendJoin(", ", values).Append("\r\n");
        return text.Append("\r\n").ToString();
    }

    // The address that is looked at is the one that is used: a name cannot mean another one a moment later.
    private static async Task<Stream> Connect(DnsEndPoint where, bool allowsPrivate, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(where.Host, cancellation).ConfigureAwait(false);
        var allowed = allowsPrivate ? addresses : Array.FindAll(addresses, PublicAddresses.Contains);
        if (allowed.Length == 0) throw new ClosedAddressException($"{where.Host} is at no public address; only the setting Outside:PrivateAddresses allows others");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, where.Port, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class ClosedAddressException(string message) : Exception(message);
}
