namespace Moo.Language.Execution;

/// <summary>Why a task was stopped for good, past every handler.</summary>
internal enum TaskAbort
{
    None,
    Ticks,
    Seconds,
    Killed,
}
