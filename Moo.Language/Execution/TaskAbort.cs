namespace Moo.Language.Execution;

/// <summary>Why a task was stopped for good, past every handler.</summary>
internal enum TaskAbort
{
    None,
    Ticks,
    Seconds,
    Killed,

    /// <summary>By <c>rollback()</c>: nothing is said of it.</summary>
    RolledBack,
}
