namespace Moo.Daemon.Cli;

/// <summary>The program's exit codes.</summary>
internal static class ExitCodes
{
    /// <summary>All well.</summary>
    public const int Good = 0;

    /// <summary>It did not work: a store that cannot be used, a core with errors.</summary>
    public const int Refused = 1;

    /// <summary>It was asked for wrongly.</summary>
    public const int Misused = 2;
}
