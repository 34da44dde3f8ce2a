using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Moo.Daemon.Sessions;

/// <summary>Carries a session's bytes: one loop reads, one writes, and only the writing one waits for a slow client.</summary>
/// <param name="transport">The accepted connection.</param>
/// <param name="session">Whose bytes they are.</param>
internal sealed class Wire(ConnectionContext transport, Session session) : IDisposable
{
    private static readonly TimeSpan PatienceWithReaders = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LeastDelay = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _wake = new(0, 1);
    private readonly CancellationTokenSource _ending = new();
    private int _hasWoken;

    /// <summary>Whether the connection is over, or will be once what waits has been sent.</summary>
    public bool IsEnding => _ending.IsCancellationRequested;

    /// <summary>Carries bytes until the connection ends.</summary>
    public async Task RunAsync()
    {
        var writing = WriteAsync();
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

    /// <inheritdoc/>
    public void Dispose()
    {
        _ending.Dispose();
        _wake.Dispose();
    }

    private async Task ReadAsync()
    {
        var input = transport.Transport.Input;
        while (true)
        {
            ReadResult read;
            try
            {
                read = await input.ReadAsync(_ending.Token).ConfigureAwait(false);
            }
            catch (Exception gone) when (gone is OperationCanceledException or IOException or ConnectionAbortedException)
            {
                return;
            }
            var delay = session.Receive(read.Buffer);
            input.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted) return;
            // Who sends faster than lines can be worked off, or than is decent, has to wait.
            while (delay > TimeSpan.Zero || !session.HasInputRoom)
            {
                await Task.Delay(delay < LeastDelay ? LeastDelay : delay > LongestDelay ? LongestDelay : delay, CancellationToken.None).ConfigureAwait(false);
                delay = TimeSpan.Zero;
                if (IsEnding) return;
            }
        }
    }

    private async Task WriteAsync()
    {
        var output = transport.Transport.Output;
        try
        {
            while (true)
            {
                await _wake.WaitAsync().ConfigureAwait(false);
                Volatile.Write(ref _hasWoken, 0);
                while (session.Write(output))
                {
                    var flushed = await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
                    if (flushed.IsCompleted) return;
                }
                if (IsEnding) return;
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or ConnectionAbortedException)
        {
            // The client is gone; what was to be sent has nowhere to go.
        }
        finally
        {
            await _ending.CancelAsync().ConfigureAwait(false);
            await output.CompleteAsync().ConfigureAwait(false);
        }
    }

    private async Task AbortLaterAsync()
    {
        await Task.Delay(PatienceWithReaders).ConfigureAwait(false);
        transport.Abort(new ConnectionAbortedException("the client did not read"));
    }
}
