namespace Moo.Language.Execution;

/// <summary>What a task may use up. See language.md §6; the numbers come from <c>$server_options</c>.</summary>
internal sealed record TaskLimits
{
    public static readonly TaskLimits Default = new();

    public int ForegroundTicks { get; init; } = 60_000;
    public int BackgroundTicks { get; init; } = 30_000;
    public double ForegroundSeconds { get; init; } = 5;
    public double BackgroundSeconds { get; init; } = 3;
    public int MaxStackDepth { get; init; } = 50;

    /// <summary>Longest string a task may build, in characters.</summary>
    public long MaxStringConcat { get; init; } = 16 << 20;

    /// <summary>Largest list a task may build, in bytes as <c>value_bytes()</c> counts.</summary>
    public long MaxListBytes { get; init; } = 64_537_861;

    /// <summary>Largest map a task may build, in bytes as <c>value_bytes()</c> counts.</summary>
    public long MaxMapBytes { get; init; } = 64_537_861;

    /// <summary>Whether exceeding one of the three raises E_QUOTA, which can be caught; else the task runs out of seconds.</summary>
    public bool AreQuotasCatchable { get; init; } = true;

    /// <summary>What all variables of a task may hold together, in bytes.</summary>
    public long MaxTaskBytes { get; init; } = 192L << 20;

    /// <summary>How deep lists and maps may nest in each other.</summary>
    public const int DeepestValue = 1000;

    /// <summary>What the tasks of one owner that sleep or wait may hold together, in bytes.</summary>
    public long MaxQueuedBytes { get; init; } = 256L << 20;

    /// <summary>How many tasks of one owner may sleep or wait.</summary>
    public int QueuedTaskLimit { get; init; } = 10_000;

    /// <summary>The most that <see cref="MostFinishedTasks"/> may be.</summary>
    public const long MostRememberedTasks = 1000;

    /// <summary>How many of the tasks that ended last are remembered.</summary>
    public int MostFinishedTasks { get; init; } = 15;

    /// <summary>After how many seconds <c>#0:handle_lagging_task</c> is told of a task; below a tenth of a second: never.</summary>
    public double LagSeconds { get; init; } = 5;

    /// <summary>Whether an error undoes the slice (promise 2); LambdaMOO's way if not.</summary>
    public bool AtomicTasks { get; init; } = true;
}
