using Moo.Store.Values;

namespace Moo.Language.Scheduling;

/// <summary>How the first part of a task ended: for whoever started it.</summary>
/// <param name="Kind">How.</param>
/// <param name="Result">What it returned, if it did.</param>
/// <param name="ForcesInput">Whether it has put lines into somebody's input, which come before those that wait there.</param>
public readonly record struct TaskEnd(TaskEndKind Kind, Value Result, bool ForcesInput = false);

/// <summary>How the first part of a task ended.</summary>
public enum TaskEndKind
{
    /// <summary>There was nothing to run: no such verb.</summary>
    NothingToRun,
    /// <summary>It returned.</summary>
    Returned,
    /// <summary>It waits for something and goes on later.</summary>
    Waiting,
    /// <summary>An error, a limit or a kill ended it.</summary>
    Failed,
}
