namespace Moo.Language.Execution;

/// <summary>How the part before a <c>finally</c> clause ended; kept in a slot, beside what goes with it, until the clause is through.</summary>
internal static class Completion
{
    /// <summary>It went to its end.</summary>
    public const int Normal = 0;

    /// <summary>An error was raised.</summary>
    public const int Error = 1;

    /// <summary>It was left by <c>return</c>, <c>break</c> or <c>continue</c>: this, and the exit's number added.</summary>
    public const int FirstExit = 2;
}
