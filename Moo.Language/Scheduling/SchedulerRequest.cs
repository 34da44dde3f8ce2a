using Moo.Store.Values;

namespace Moo.Language.Scheduling;

/// <summary>What a slice asks the scheduler to do once it is committed.</summary>
internal abstract record SchedulerRequest
{
    /// <summary>What it holds in memory, in bytes.</summary>
    public virtual long Bytes => 64;

    /// <summary>Starts a forked task.</summary>
    public sealed record Fork(TaskImage Image) : SchedulerRequest
    {
        /// <inheritdoc/>
        public override long Bytes => Image.Bytes;

        /// <summary>Told when the forked task is over for good.</summary>
        public Action<TaskEnd>? Ended { get; init; }
    }

    /// <summary>Ends a task for good.</summary>
    public sealed record Kill(long TaskId) : SchedulerRequest;

    /// <summary>Wakes a task with a value, which <c>suspend()</c> returns; an error is raised there.</summary>
    public sealed record Resume(long TaskId, Value Value) : SchedulerRequest
    {
        /// <inheritdoc/>
        public override long Bytes => Value.Bytes;
    }

    /// <summary>Leaves a message for a task.</summary>
    public sealed record Send(long TaskId, Value Message) : SchedulerRequest
    {
        /// <inheritdoc/>
        public override long Bytes => Message.Bytes;
    }
}
