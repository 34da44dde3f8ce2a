using System.Buffers;
using System.Net.Sockets;

namespace Moo.Daemon.Sessions;

/// <summary>Carries a session over a socket, with nothing between the two.</summary>
/// <remarks>
/// An idle connection holds a buffer that takes a line; whatever is longer goes through one that belongs to the thread. What the client takes at
/// once is sent by whoever has it to send, without a thread of its own; only for a client that does not keep up somebody has to wait.
/// </remarks>
/// <param name="socket">The socket, which does not block; whoever made it disposes of it.</param>
/// <param name="session">Whose bytes they are.</param>
internal sealed class SocketWire(Socket socket, Session session) : Wire(session)
{
    private const int LineBytes = 128, BulkBytes = 16 * 1024, MostTurns = 16;

    [ThreadStatic]
    private static byte[]? _bulk;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _outgoing;

    private long _heldBytes;

    /// <inheritdoc/>
    public override long HeldBytes => Volatile.Read(ref _heldBytes);

    /// <inheritdoc/>
    public override void Abort() => socket.Dispose();

    /// <inheritdoc/>
    protected override void StopReading() => Shutdown(SocketShutdown.Receive);

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var line = new byte[LineBytes];
        for (var turn = 1; ; turn++)
        {
            var receiving = socket.ReceiveAsync(line, SocketFlags.None, CancellationToken.None);
            var isWaiting = !receiving.IsCompleted;
            int count;
            try
            {
                count = await receiving.ConfigureAwait(false);
            }
            catch (Exception gone) when (IsGone(gone))
            {
                return;
            }
            if (count == 0 || IsEnding) return;
            var delay = Receive(line.AsSpan(0, count));
            if ((delay > TimeSpan.Zero || !Session.HasInputRoom) && !await SlowDownAsync(delay).ConfigureAwait(false)) return;
            // Who sends without a pause does not keep the thread that reads for everybody.
            if (isWaiting) turn = 0;
            else if (turn % MostTurns == 0) await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        }
    }

    // A buffer that is full may not be all that came.
    private TimeSpan Receive(ReadOnlySpan<byte> first)
    {
        if (first.Length < LineBytes) return Session.Receive(first);
        var bulk = _bulk ??= new byte[BulkBytes];
        first.CopyTo(bulk);
        var more = socket.Receive(bulk.AsSpan(first.Length), SocketFlags.None, out var error);
        return Session.Receive(bulk.AsSpan(0, first.Length + (error == SocketError.Success ? more : 0)));
    }

    /// <inheritdoc/>
    protected override ValueTask<bool> SendAsync()
    {
        var outgoing = _outgoing ??= new ArrayBufferWriter<byte>(BulkBytes);
        while (true)
        {
            outgoing.ResetWrittenCount();
            if (!Session.Write(outgoing)) return new ValueTask<bool>(true);
            if (outgoing.WrittenCount == 0) continue;
            var sent = socket.Send(outgoing.WrittenSpan, SocketFlags.None, out var error);
            if (error is not (SocketError.Success or SocketError.WouldBlock)) return new ValueTask<bool>(false);
            if (error == SocketError.WouldBlock) sent = 0;
            if (sent > 0) NoteProgress();
            if (sent < outgoing.WrittenCount) return SendSlowlyAsync(outgoing.WrittenSpan[sent..].ToArray());
        }
    }

    // The client does not take it as fast as it comes.
    private async ValueTask<bool> SendSlowlyAsync(ReadOnlyMemory<byte> rest)
    {
        var buffer = new ByteBuffer();
        while (true)
        {
            while (!rest.IsEmpty)
            {
                Volatile.Write(ref _heldBytes, rest.Length);
                var sent = await socket.SendAsync(rest, SocketFlags.None, CancellationToken.None).ConfigureAwait(false);
                rest = rest[sent..];
                NoteProgress();
            }
            Volatile.Write(ref _heldBytes, 0);
            buffer.Clear();
            if (!Session.Write(buffer)) return true;
            rest = buffer.Memory;
        }
    }

    /// <inheritdoc/>
    protected override ValueTask CompleteAsync()
    {
        Shutdown(SocketShutdown.Send);
        DropUnread();
        return ValueTask.CompletedTask;
    }

    // What nobody has read would make the system cut the connection off when it is closed, and the last words with it.
    private void DropUnread()
    {
        var bulk = _bulk ??= new byte[BulkBytes];
        try
        {
            for (var turn = 0; turn < MostTurns; turn++)
                if (socket.Receive(bulk, SocketFlags.None, out var error) <= 0 || error != SocketError.Success) return;
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // Then there is nothing to read.
        }
    }

    private void Shutdown(SocketShutdown how)
    {
        try
        {
            socket.Shutdown(how);
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // There is nobody at the other end.
        }
    }
}
