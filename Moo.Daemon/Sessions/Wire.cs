using System.Net.Sockets;
using System.Net.WebSockets;

namespace Moo.Daemon.Sessions;

/// <summary>Carries a session's bytes or messages: one loop reads; what waits is sent as soon as the client takes it, and nobody else waits for that.</summary>
/// <remarks>
/// Sending is a piece of work for the thread pool that exists only while there is something to send: <c>_sending</c> says whether it is at work, and
/// whether it has to look once more. A connection that is idle holds nothing for it.
/// </remarks>
/// <param name="session">Whose they are.</param>
internal abstract class Wire(Session session) : IThreadPoolWorkItem
{
    private static readonly TimeSpan PatienceWithReaders = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LeastDelay = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(1);

    private const int Idle = 0, AtWork = 1, AtWorkAndMore = 2, Over = 3;

    private readonly TaskCompletionSource _allSent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _stuckSince;
    private int _sending;
    private volatile bool _isEnding, _isReadingOver;

    /// <summary>Whose bytes they are.</summary>
    protected Session Session => session;

    /// <summary>Whether the connection is over, or will be once what waits has been sent.</summary>
    public bool IsEnding => _isEnding;

    /// <summary>Milliseconds for which the client has taken nothing although something is being sent to it.</summary>
    public long StuckFor => Volatile.Read(ref _stuckSince) is > 0 and var since ? Environment.TickCount64 - since : 0;

    /// <summary>Carries bytes until the connection ends.</summary>
    public async Task RunAsync()
    {
        try
        {
            Wake();
            await ReadAsync().ConfigureAwait(false);
        }
        finally
        {
            _isReadingOver = true;
            session.Close(CloseCause.ClientLeft);
            Wake();
            await _allSent.Task.ConfigureAwait(false);
        }
    }

    /// <summary>Says that there is something to send; a thread of the pool sends it.</summary>
    public void Wake() => Wake(isHere: false);

    /// <summary>Sends what the client takes without waiting for it. For threads that nobody else waits for.</summary>
    public void SendHere() => Wake(isHere: true);

    private void Wake(bool isHere)
    {
        while (true)
        {
            var state = Volatile.Read(ref _sending);
            if (state is AtWorkAndMore or Over) return;
            var next = state == Idle ? AtWork : AtWorkAndMore;
            if (Interlocked.CompareExchange(ref _sending, next, state) != state) continue;
            if (state != Idle) return;
            if (isHere) _ = SendAllAsync();
            else ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            return;
        }
    }

    void IThreadPoolWorkItem.Execute() => _ = SendAllAsync();

    /// <summary>Ends the connection once what waits has been sent; a client that does not read is cut off after a while.</summary>
    public void End()
    {
        _isEnding = true;
        StopReading();
        Wake();
        _ = AbortLaterAsync();
    }

    /// <summary>Bytes that the wire itself holds and that wait to be sent.</summary>
    public virtual long HeldBytes => 0;

    /// <summary>Cuts the connection.</summary>
    public abstract void Abort();

    /// <summary>Reads until the client has hung up or the connection ends.</summary>
    protected abstract Task ReadAsync();

    /// <summary>Has the reading loop look whether the connection ends.</summary>
    protected abstract void StopReading();

    /// <summary>Sends what waits. False if there is nobody to take it any more.</summary>
    protected abstract ValueTask<bool> SendAsync();

    /// <summary>Tells the client that nothing more will come.</summary>
    protected abstract ValueTask CompleteAsync();

    /// <summary>Whether a failure means no more than that the other end, or the connection, is gone.</summary>
    protected static bool IsGone(Exception failure) =>
        failure is OperationCanceledException or IOException or SocketException or WebSocketException or ObjectDisposedException;

    /// <summary>Waits for who sends faster than lines can be worked off, or than is decent.</summary>
    /// <param name="delay">How long to wait at least.</param>
    /// <returns>False if the connection ends.</returns>
    protected async ValueTask<bool> SlowDownAsync(TimeSpan delay)
    {
        while (delay > TimeSpan.Zero || !session.HasInputRoom)
        {
            await Task.Delay(delay < LeastDelay ? LeastDelay : delay > LongestDelay ? LongestDelay : delay, CancellationToken.None).ConfigureAwait(false);
            delay = TimeSpan.Zero;
            if (IsEnding) return false;
        }
        return true;
    }

    private async Task SendAllAsync()
    {
        try
        {
            do
            {
                Volatile.Write(ref _sending, AtWork);
                NoteProgress();
                // Looked at first: what was to be said before the end was queued before it.
                var isEnding = IsEnding;
                if (!await SendAsync().ConfigureAwait(false) || isEnding && (_isReadingOver || !session.EndsWithClient))
                {
                    await EndSendingAsync().ConfigureAwait(false);
                    return;
                }
                Volatile.Write(ref _stuckSince, 0);
            }
            while (Interlocked.CompareExchange(ref _sending, Idle, AtWork) != AtWork);
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // The client is gone; what was to be sent has nowhere to go.
            await EndSendingAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask EndSendingAsync()
    {
        Volatile.Write(ref _sending, Over);
        _isEnding = true;
        StopReading();
        await CompleteAsync().ConfigureAwait(false);
        _allSent.TrySetResult();
    }

    /// <summary>Notes that the client took something.</summary>
    protected void NoteProgress() => Volatile.Write(ref _stuckSince, Environment.TickCount64);

    private async Task AbortLaterAsync()
    {
        await Task.WhenAny(_allSent.Task, Task.Delay(PatienceWithReaders)).ConfigureAwait(false);
        // The other end has our goodbye, and some time to say its own.
        if (_allSent.Task.IsCompleted) await Task.Delay(PatienceWithReaders).ConfigureAwait(false);
        Abort();
    }
}
