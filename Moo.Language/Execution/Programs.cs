using System.Collections.Concurrent;
using Moo.Language.Builtins;
using Moo.Language.Compilation;
using Moo.Language.Syntax;
using Moo.Store.Worlds;

namespace Moo.Language.Execution;

/// <summary>Compiled programs: each verb's is kept with the verb, those of <c>eval()</c> by their text.</summary>
internal static class Programs
{
    // What players evaluate once is not worth keeping for long; what a program evaluates in a loop is.
    private const int MostKept = 1000;
    private const int LongestKept = 4000;

    private static readonly ConcurrentDictionary<string, CompiledProgram> Evaluated = new(StringComparer.Ordinal);

    /// <summary>How many programs of <c>eval()</c> are kept.</summary>
    public static int KeptCount => Evaluated.Count;

    /// <summary>Forgets the programs of <c>eval()</c>.</summary>
    public static void Forget() => Evaluated.Clear();

    /// <summary>The program of a verb; null if it does not compile.</summary>
    public static Program? Of(Runtime runtime, ResolvedVerb found) => Of(runtime, found.Verb).Program;

    /// <summary>What came of compiling a verb.</summary>
    public static CompiledProgram Of(Runtime runtime, Verb verb)
    {
        if (verb.Compiled is CompiledProgram known && known.Builtins == runtime.Builtins) return known;
        var compiled = ProgramCompiler.Compile(verb.Source, runtime.Builtins);
        verb.Compiled = compiled;
        return compiled;
    }

    /// <summary>A program that a frame stands in, in a form that heeds what has been protected since it was compiled; its steps are the same.</summary>
    public static Program Heeding(Runtime runtime, Program program)
    {
        var names = runtime.Builtins.ProtectedNames;
        if (program.Builtins == runtime.Builtins || program.Builtins.Heeds(names)) return program;
        var table = BuiltinTable.With(program.Builtins.ProtectedNames, names.Except(program.Builtins.ProtectedNames).ToHashSet(StringComparer.OrdinalIgnoreCase));
        var compiled = program.IsLambda ? ProgramCompiler.CompileLambda(program.Source.Text, table) : ProgramCompiler.Compile(program.Source.Text, table);
        return compiled.Program ?? program;
    }

    /// <summary>What came of compiling a text that is evaluated.</summary>
    public static CompiledProgram OfEvaluated(BuiltinTable builtins, string source)
    {
        if (Evaluated.TryGetValue(source, out var known) && known.Builtins == builtins) return known;
        var compiled = ProgramCompiler.Compile(source, builtins);
        if (source.Length > LongestKept) return compiled;
        if (Evaluated.Count >= MostKept) Evaluated.Clear();
        return Evaluated[source] = compiled;
    }
}

/// <summary>A program, if the text compiled, and what was wrong or doubtful.</summary>
/// <param name="Program">The program, or null.</param>
/// <param name="Source">The text.</param>
/// <param name="Diagnostics">What was wrong or doubtful.</param>
/// <param name="Builtins">The functions it was compiled with; it is good for no other table.</param>
internal sealed record CompiledProgram(Program? Program, SourceText Source, IReadOnlyList<Diagnostic> Diagnostics, BuiltinTable Builtins)
{
    /// <summary>The errors as lines, as <c>set_verb_code()</c> returns them.</summary>
    public IEnumerable<string> ErrorLines() => Diagnostics.Where(d => !d.IsWarning).SelectMany(d => d.ToLines(Source));
}
