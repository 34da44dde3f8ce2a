using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Moo.Daemon.Sessions;

/// <summary>Carries a session over a stream of bytes: TCP, TLS, a Unix socket.</summary>
/// <param name="transport">The accepted connection.</param>
/// <param name="session">Whose bytes they are.</param>
internal sealed class StreamWire(ConnectionContext transport, Session session) : Wire(session)
{
    /// <inheritdoc/>
    public override void Abort() => transport.Abort(new ConnectionAbortedException("the client did not read"));

    /// <inheritdoc/>
    protected override void StopReading() => transport.Transport.Input.CancelPendingRead();

    /// <inheritdoc/>
    protected override async Task ReadAsync()
    {
        var input = transport.Transport.Input;
        while (true)
        {
            ReadResult read;
            try
            {
                read = await input.ReadAsync(CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception gone) when (IsGone(gone))
            {
                return;
            }
            // Some clients have to say that they have room before they can be told the rest.
            if (IsEnding && !Session.EndsWithClient) return;
            var delay = Session.Receive(read.Buffer);
            input.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted) return;
            if ((delay > TimeSpan.Zero || !Session.HasInputRoom) && !await SlowDownAsync(delay).ConfigureAwait(false)) return;
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask<bool> SendAsync()
    {
        var output = transport.Transport.Output;
        while (Session.Write(output))
        {
            var flushed = await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            if (flushed.IsCompleted) return false;
            NoteProgress();
        }
        return true;
    }

    /// <inheritdoc/>
    protected override async ValueTask CompleteAsync()
    {
        try
        {
            await transport.Transport.Output.CompleteAsync().ConfigureAwait(false);
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // There is nobody to tell.
        }
    }
}
