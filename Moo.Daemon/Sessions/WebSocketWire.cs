using System.Buffers;
using System.Net.WebSockets;
using Moo.Protocols.WebSocket;

namespace Moo.Daemon.Sessions;

/// <summary>Carries a session over the messages of a WebSocket.</summary>
/// <param name="socket">The WebSocket.</param>
/// <param name="protocol">The agreed subprotocol.</param>
/// <param name="session">Whose messages they are.</param>
internal sealed class WebSocketWire(WebSocket socket, Subprotocol protocol, Session session) : Wire(session)
{
    private const int ReadAtOnce = 4 * 1024, MostFragments = 16;
    private const int TooBig = 1009, PolicyViolation = 1008;

    private readonly Queue<(bool IsText, byte[] Bytes)> _outbox = new();
    private readonly ByteBuffer _stream = new();
    private long _heldBytes;

    /// <inheritdoc/>
    public override long HeldBytes => Volatile.Read(ref _heldBytes);

    /// <summary>Queues a message.</summary>
    public void Enqueue(bool isText, ReadOnlySpan<byte> message)
    {
        lock (_outbox) _outbox.Enqueue((isText, message.ToArray()));
        Interlocked.Add(ref _heldBytes, message.Length);
    }

    /// <inheritdoc/>
    public override void Abort() => socket.Abort();

    /// <inheritdoc/>
    protected override void StopReading()
    {
        // Cancelling a read would cut the connection, with what waits to be sent: it ends by the client's answer to our close, or by Abort.
    }

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var message = new ArrayBufferWriter<byte>();
        while (true)
        {
            message.ResetWrittenCount();
            try
            {
                if (await ReceiveAsync(message).ConfigureAwait(false) is not { } isText) return;
                // A telnet stream has no message borders; every other subprotocol has.
                var delay = protocol == Subprotocol.Telnet
                    ? Session.Receive(new ReadOnlySequence<byte>(message.WrittenMemory))
                    : Session.Receive(isText, message.WrittenSpan);
                if ((delay > TimeSpan.Zero || !Session.HasInputRoom) && !await SlowDownAsync(delay).ConfigureAwait(false)) return;
            }
            catch (Exception gone) when (IsGone(gone))
            {
                return;
            }
        }
    }

    // One whole message; null when there will be no more.
    private async Task<bool?> ReceiveAsync(ArrayBufferWriter<byte> message)
    {
        for (var fragments = 1; ; fragments++)
        {
            // Nothing is held for a client that says nothing: an empty read waits for the first byte.
            await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None).ConfigureAwait(false);
            var part = await socket.ReceiveAsync(message.GetMemory(ReadAtOnce), CancellationToken.None).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close) return null;
            message.Advance(part.Count);
            if (message.WrittenCount > Session.Limits.MessageBytes) return await RefuseAsync(TooBig, "the message is too long").ConfigureAwait(false);
            if (part.EndOfMessage) return part.MessageType == WebSocketMessageType.Text;
            if (fragments >= MostFragments * Math.Max(1, Session.Limits.MessageBytes / ReadAtOnce))
                return await RefuseAsync(PolicyViolation, "the message has too many fragments").ConfigureAwait(false);
        }
    }

    private async Task<bool?> RefuseAsync(int status, string reason)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await socket.CloseOutputAsync((WebSocketCloseStatus)status, reason, patience.Token).ConfigureAwait(false);
        return null;
    }

    /// <inheritdoc/>
    protected override async ValueTask<bool> SendAsync()
    {
        while (true)
        {
            var hasMore = Session.Write(_stream);
            while (TryDequeue(out var message))
            {
                await socket.SendAsync(message.Bytes, message.IsText ? WebSocketMessageType.Text : WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None)
                    .ConfigureAwait(false);
                NoteProgress();
            }
            if (_stream.Count > 0)
            {
                await socket.SendAsync(_stream.Memory, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None).ConfigureAwait(false);
                _stream.Clear();
                NoteProgress();
            }
            if (!hasMore) return socket.State is WebSocketState.Open or WebSocketState.CloseReceived;
        }
    }

    private bool TryDequeue(out (bool IsText, byte[] Bytes) message)
    {
        lock (_outbox)
        {
            if (!_outbox.TryDequeue(out message)) return false;
        }
        Interlocked.Add(ref _heldBytes, -message.Bytes.Length);
        return true;
    }

    /// <inheritdoc/>
    protected override async ValueTask CompleteAsync()
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived)) return;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token).ConfigureAwait(false);
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // There is nobody to tell.
        }
    }
}
