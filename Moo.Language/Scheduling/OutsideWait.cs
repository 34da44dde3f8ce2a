using Moo.Store.Values;

namespace Moo.Language.Scheduling;

/// <summary>A task that waits for work outside the world.</summary>
/// <param name="Image">The task.</param>
/// <param name="What">What it waits for: the function's name.</param>
/// <param name="GiveUp">Ends the work, when the task is killed.</param>
internal sealed record OutsideWait(TaskImage Image, string What, CancellationTokenSource GiveUp)
{
    /// <summary>Does the work. Null if it was given up: killed, or the server ends; then the database has the task, and it is told at the next start.</summary>
    public async Task<Value?> DoAsync(Func<CancellationToken, Task<Value>> work, IHost host)
    {
        try
        {
            return await work(GiveUp.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (GiveUp.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception mistake)
        {
            // A mistake of ours must not leave the task asleep for ever.
            host.Log($"Internal error in {What} for task {Image.Id}: {mistake}", isError: true);
            return Value.Err(ErrorCode.E_INTRPT);
        }
        finally
        {
            GiveUp.Dispose();
        }
    }

    /// <summary>Tells the work to end.</summary>
    public void End()
    {
        try
        {
            GiveUp.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It was over at this very moment.
        }
    }
}
