namespace Moo.Language.Syntax;

/// <summary>What came of reading a program.</summary>
/// <param name="Statements">The program, as far as it could be read.</param>
/// <param name="Diagnostics">What was wrong, in order of place.</param>
public sealed record ParseResult(IReadOnlyList<Statement> Statements, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether the program can be run.</summary>
    public bool IsValid => !Diagnostics.Any(d => !d.IsWarning);
}
