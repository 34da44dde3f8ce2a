using Moo.Store.Values;

namespace Moo.Language.Execution;

/// <summary>What a builtin function that may leave the frame did: came to a value, failed, called a verb, or made the task wait.</summary>
/// <remarks>A builtin whose C# method returns this, not a <see cref="Value"/>, gets a step of its own from the compiler.</remarks>
internal readonly struct TaskStep
{
    private TaskStep(TaskStepKind kind, Value value) => (Kind, Value) = (kind, value);

    public TaskStepKind Kind { get; }

    public Value Value { get; }

    /// <summary>Came to a value, or failed if that is <see cref="Value.Failure"/>.</summary>
    public static TaskStep Of(Value value) => new(value.IsFailure ? TaskStepKind.Failed : TaskStepKind.Done, value);

    /// <summary>Put a frame on top that runs now.</summary>
    public static readonly TaskStep Entered = new(TaskStepKind.Entered, default);

    /// <summary>The task waits (see <see cref="MooTask.Wait"/>) or ends.</summary>
    public static readonly TaskStep Stopped = new(TaskStepKind.Stopped, default);
}

internal enum TaskStepKind
{
    Done,
    Failed,
    Entered,
    Stopped,
}
