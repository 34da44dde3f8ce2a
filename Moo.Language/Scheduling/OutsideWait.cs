namespace Moo.Language.Scheduling;

/// <summary>A task that waits for work outside the world.</summary>
/// <param name="Image">The task.</param>
/// <param name="What">What it waits for: the function's name.</param>
/// <param name="GiveUp">Ends the work, when the task is killed.</param>
internal sealed record OutsideWait(TaskImage Image, string What, CancellationTokenSource GiveUp)
{
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
