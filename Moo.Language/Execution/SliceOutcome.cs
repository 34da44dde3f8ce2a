namespace Moo.Language.Execution;

/// <summary>How a run of a task ended.</summary>
internal enum SliceOutcome
{
    /// <summary>The outermost verb returned.</summary>
    Finished,

    /// <summary>The task waits for something (<see cref="MooTask.Wait"/>).</summary>
    Waiting,

    /// <summary>An error went uncaught (<see cref="MooTask.Traceback"/>).</summary>
    Failed,

    /// <summary>It was stopped for good (<see cref="MooTask.Abort"/>).</summary>
    Aborted,

    /// <summary>Others are to have a turn; the slice goes on later, its transaction stays open.</summary>
    Preempted,
}
