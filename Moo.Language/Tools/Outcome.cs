using Moo.Store.Values;

namespace Moo.Language.Tools;

/// <summary>What came of running a program in a tool's world.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="Result">What it returned, if it did.</param>
/// <param name="Told">The lines that players were told, in order.</param>
/// <param name="Problems">Tracebacks; or the errors that keep it from compiling.</param>
public sealed record Outcome(OutcomeKind Kind, Value Result, IReadOnlyList<string> Told, IReadOnlyList<string> Problems);

/// <summary>How a program in a tool's world ended.</summary>
public enum OutcomeKind
{
    /// <summary>It returned.</summary>
    Returned,
    /// <summary>An error, or a limit, or a kill ended it, or a task that it forked.</summary>
    Failed,
    /// <summary>It does not compile.</summary>
    DoesNotCompile,
    /// <summary>There is no such verb, or it does not compile or may not be called.</summary>
    NothingToRun,
    /// <summary>It did not end in time.</summary>
    NeverEnded,
}
