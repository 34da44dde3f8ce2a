using Moo.Language.Builtins;
using Moo.Language.Compilation;
using Moo.Language.Syntax;
using Moo.Store.Worlds;

namespace Moo.Language.Checking;

/// <summary>Everything that is wrong with a program or doubtful about it.</summary>
internal static class ProgramCheck
{
    /// <summary>Checks a program.</summary>
    /// <param name="source">Its text.</param>
    /// <param name="world">The world that its <c>$names</c> are looked up in; null to leave them alone.</param>
    /// <returns>Errors, or warnings if there are none, in order of place.</returns>
    public static IReadOnlyList<Diagnostic> Check(string source, Snapshot? world)
    {
        var compiled = ProgramCompiler.Compile(source, BuiltinTable.Default);
        if (compiled.Program is null) return [.. compiled.Diagnostics.Where(problem => !problem.IsWarning)];
        var statements = Parser.Parse(source).Statements;
        var found = compiled.Diagnostics.Concat(VariableSurvey.Check(statements)).Concat(Reachability.Check(statements))
            .Concat(ConditionSurvey.Check(source, statements));
        if (world is not null) found = found.Concat(ReferenceSurvey.Check(statements, world));
        return [.. found.OrderBy(problem => problem.Span.Start).ThenBy(problem => problem.Span.Length)];
    }
}
