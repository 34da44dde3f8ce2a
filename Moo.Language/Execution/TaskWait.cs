using Moo.Store.Values;

namespace Moo.Language.Execution;

/// <summary>What a stopped task waits for.</summary>
internal abstract record TaskWait
{
    /// <summary>For a time, or for <c>resume()</c> if there is none. In seconds since 1970.</summary>
    public sealed record Time(double? WakeAt) : TaskWait;

    /// <summary>For a line of input from a connection.</summary>
    public sealed record Input(ObjectId Connection) : TaskWait;

    /// <summary>For something outside that reports back: a host process, a web request.</summary>
    public sealed record Outside(Func<CancellationToken, Task<Value>> Work, string Name) : TaskWait
    {
        /// <summary>Told of the result once the task has dealt with it: when it has ended or sleeps again, or if it is no more. Null for nobody.</summary>
        public Action<Value>? Followed { get; init; }
    }

    /// <summary>For nothing: only for the slice to be committed.</summary>
    public sealed record Commit(Value Result) : TaskWait;
}
