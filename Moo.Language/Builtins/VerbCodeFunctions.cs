using Moo.Language.Execution;
using Moo.Language.Syntax;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>The programs of verbs.</summary>
internal static class VerbCodeFunctions
{
    /// <summary>The program of a verb, line by line, as it was typed.</summary>
    /// <remarks>
    /// With <paramref name="withParentheses"/> true or <paramref name="isIndented"/> false the program is written anew from what it means: every
    /// operation inside another one in parentheses, or no line indented. Differs from LambdaMOO, which always writes it anew: comments and layout are kept here.
    /// </remarks>
    /// <example>
    /// o = create(#1); add_verb(o, {player, "rxd", "f"}, {"this", "none", "this"}); set_verb_code(o, "f", {"return 1+2*3;  // seven"}); return {verb_code(o, 1), verb_code(o, 1, 1)}; => {{"return 1+2*3;  // seven"}, {"return 1 + (2 * 3);"}}
    /// </example>
    /// <exception cref="MooError">E_INVARG if there is no such object; E_VERBNF if it does not itself define the verb; E_PERM unless that is readable or yours.</exception>
    [Builtin("verb_code")]
    public static Value Code(MooTask task, Value target, Value verb, bool withParentheses = false, bool isIndented = true)
    {
        if (VerbPlace.Find(task, target, verb, out var failed) is not { } place) return failed;
        if (!place.Allows(task, VerbFlags.Read)) return place.NotReadable(task);
        var source = place.Verb.Source;
        if (!withParentheses && isIndented || Parser.Parse(source) is not { IsValid: true } parsed) return Value.List(MooList.OfStrings(LinesOf(source)));
        return Value.List(MooList.OfStrings(Unparser.Lines(parsed.Statements, withParentheses, isIndented)));
    }

    private static string[] LinesOf(string source) => source.Length == 0 ? [] : source.Split('\n');

    /// <summary>Gives a verb a program, line by line. Returns the errors in it, as lines to show; none means that it is in force.</summary>
    /// <remarks>A program with errors changes nothing. The text is kept as given. Tasks inside the verb go on with the program they began.</remarks>
    /// <example>
    /// o = create(#1); add_verb(o, {player, "rxd", "f"}, {"this", "none", "this"}); return {set_verb_code(o, "f", {"return 1 +;"})[1][1..7], set_verb_code(o, "f", {"return 3;"}), o:f()}; => {"Line 1:", {}, 3}
    /// </example>
    /// <exception cref="MooError">
    /// E_TYPE if a line is no string; E_INVARG if there is no such object; E_VERBNF if it does not itself define the verb; E_PERM unless the programmer
    /// has the programmer bit and the verb is writable or yours.
    /// </exception>
    [Builtin("set_verb_code")]
    public static Value SetCode(MooTask task, Value target, Value verb, MooList code)
    {
        foreach (var line in code)
            if (!line.IsStr) return task.RaiseHere(ErrorCode.E_TYPE, "a program's lines are strings, not {0}", line);
        if (VerbPlace.Find(task, target, verb, out var failed) is not { } place) return failed;
        if (!IsProgrammer(task)) return Permissions.Denied(task, "{0} is no programmer and cannot program verbs", Value.Obj(task.Programmer));
        if (!place.Allows(task, VerbFlags.Write)) return place.NotWritable(task);

        var source = string.Join('\n', code.Select(line => line.AsStr));
        if (!task.Spend(source.Length / CharactersPerTick)) return Value.Failure;
        var programmed = place.Verb.WithSource(source);
        var compiled = Programs.Of(task.Runtime, programmed);
        if (compiled.Program is null) return Value.List(MooList.OfStrings(compiled.ErrorLines()));
        Verbs.Replace(task.Transaction, place.Draft, place.Index, programmed);
        return Value.List(MooList.Empty);
    }

    private const int CharactersPerTick = 100;

    private static bool IsProgrammer(MooTask task) =>
        task.Transaction.Find(task.Programmer) is { } programmer && (programmer.Flags & ObjectFlags.Programmer) != 0;

    /// <summary>The steps that a verb's program was compiled to, as lines for people.</summary>
    /// <remarks>The form is the server's own and may change with any version.</remarks>
    /// <example>
    /// o = create(#1); add_verb(o, {player, "rxd", "f"}, {"this", "none", "this"}); set_verb_code(o, "f", {"return this;"}); return disassemble(o, "f")[2]; => "   0  line 1  Return  return this;"
    /// </example>
    /// <exception cref="MooError">E_INVARG if there is no such object; E_VERBNF if it does not itself define the verb; E_PERM unless that is readable or yours.</exception>
    [Builtin("disassemble")]
    public static Value Disassemble(MooTask task, Value target, Value verb)
    {
        if (VerbPlace.Find(task, target, verb, out var failed) is not { } place) return failed;
        if (!place.Allows(task, VerbFlags.Read)) return place.NotReadable(task);
        var compiled = Programs.Of(task.Runtime, place.Verb);
        return Value.List(MooList.OfStrings(compiled.Program is { } program ? Disassembly.Lines(program) : compiled.ErrorLines()));
    }
}
