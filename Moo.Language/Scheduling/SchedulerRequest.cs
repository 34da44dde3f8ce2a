using Moo.Store.Values;

namespace Moo.Language.Scheduling;

/// <summary>What a slice asks the scheduler to do once it is committed.</summary>
internal abstract record SchedulerRequest
{
    /// <summary>Starts a forked task.</summary>
    public sealed record Fork(TaskImage Image) : SchedulerRequest
    {
        /// <summary>Told when the forked task is over for good.</summary>
        public Action<TaskEnd>? Ended { get; init; }
    }

    /// <summary>Ends a task for good.</summary>
    public sealed record Kill(long TaskId) : SchedulerRequest;

    /// <summary>Wakes a task with a value, which <c>suspend()</c> returns; an error is raised there.</summary>
    public sealed record Resume(long TaskId, Value Value) : SchedulerRequest;

    /// <summary>Leaves a message for a task.</summary>
    public sealed record Send(long TaskId, Value Message) : SchedulerRequest;
}
