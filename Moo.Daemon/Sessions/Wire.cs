using System.Net.Sockets;
using System.Net.WebSockets;

namespace Moo.Daemon.Sessions;

/// <summary>Carries a session's bytes or messages: one loop reads, one writes, and only the writing one waits for a slow client.</summary>
/// <param name="session">Whose they are.</param>
internal abstract class Wire(Session session) : IDisposable
{
    private static readonly TimeSpan PatienceWithReaders = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LeastDelay = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly CancellationTokenSource _ending = new();
    private long _stuckSince;
    private int _hasWoken;

    /// <summary>Whose bytes they are.</summary>
    protected Session Session => session;

    /// <summary>Cancelled when the connection is over, or will be once what waits has been sent.</summary>
    protected CancellationToken Ending => _ending.Token;

    /// <summary>Whether the connection is over, or will be once what waits has been sent.</summary>
    public bool IsEnding => _ending.IsCancellationRequested;

    /// <summary>Milliseconds for which the client has taken nothing although something is being sent to it.</summary>
    public long StuckFor => Volatile.Read(ref _stuckSince) is > 0 and var since ? Environment.TickCount64 - since : 0;

    /// <summary>Carries bytes until the connection ends.</summary>
    public async Task RunAsync()
    {
        var writing = WriteAllAsync();
        try
        {
            Wake();
            await ReadAsync().ConfigureAwait(false);
        }
        finally
        {
            session.Close(CloseCause.ClientLeft);
            await writing.ConfigureAwait(false);
        }
    }

    /// <summary>Says that there is something to send.</summary>
    public void Wake()
    {
        if (Interlocked.Exchange(ref _hasWoken, 1) == 0) _wake.Release();
    }

    /// <summary>Ends the connection once what waits has been sent; a client that does not read is cut off after a while.</summary>
    public void End()
    {
        _ending.Cancel();
        Wake();
        _ = AbortLaterAsync();
    }

    /// <summary>Bytes that the wire itself holds and that wait to be sent.</summary>
    public virtual long HeldBytes => 0;

    /// <summary>Cuts the connection.</summary>
    public abstract void Abort();

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        _ending.Dispose();
        _wake.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads until the client has hung up or the connection ends.</summary>
    protected abstract Task ReadAsync();

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

    private async Task WriteAllAsync()
    {
        try
        {
            while (true)
            {
                await _wake.WaitAsync().ConfigureAwait(false);
                Volatile.Write(ref _hasWoken, 0);
                Volatile.Write(ref _stuckSince, Environment.TickCount64);
                if (!await SendAsync().ConfigureAwait(false) || IsEnding) return;
                Volatile.Write(ref _stuckSince, 0);
            }
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // The client is gone; what was to be sent has nowhere to go.
        }
        finally
        {
            await _ending.CancelAsync().ConfigureAwait(false);
            await CompleteAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Notes that the client took something.</summary>
    protected void NoteProgress() => Volatile.Write(ref _stuckSince, Environment.TickCount64);

    private async Task AbortLaterAsync()
    {
        await Task.Delay(PatienceWithReaders).ConfigureAwait(false);
        Abort();
    }
}
