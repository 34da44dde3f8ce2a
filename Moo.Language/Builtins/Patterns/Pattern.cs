using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Moo.Language.Builtins.Patterns;

/// <summary>A pattern made ready for matching: instructions, and where a match can begin at all.</summary>
internal sealed class Pattern
{
    private const int LongestText = 32_767; // as LambdaMOO's, where jumps are 16 bits wide

    private Pattern(Instruction[] code, int loops, int states, bool caseMatters)
    {
        Code = code;
        Loops = loops;
        States = states;
        CaseMatters = caseMatters;
        HasReferences = code.Any(i => i.Operation == PatternOperation.Reference);
        IsAnchored = code[0].Operation == PatternOperation.LineStart;
        var first = new FirstCharacters(code, 0);
        (Starts, NoStarts) = first.ToSearch();
    }

    /// <summary>Makes a pattern ready, or says what is wrong with it.</summary>
    public static Pattern? Compile(string text, bool caseMatters, [NotNullWhen(false)] out string? problem)
    {
        problem = "it is too long";
        if (text.Length > LongestText) return null;
        if (!PatternParser.TryParse(text, caseMatters, out var node, out problem)) return null;
        var compiler = new PatternCompiler();
        var code = compiler.Compile(node);
        problem = "repetitions that may be empty nest too deep";
        if (compiler.IsTooDeep) return null;
        problem = null;
        return new Pattern(code, compiler.Loops, compiler.States, caseMatters);
    }

    public Instruction[] Code { get; }

    /// <summary>The number of loops whose body may be empty.</summary>
    public int Loops { get; }

    /// <summary>The number of states that splits and runs can be in.</summary>
    public int States { get; }

    /// <summary>Whether it tells small letters from capitals.</summary>
    public bool CaseMatters { get; }

    /// <summary>Whether a group's text is taken again, so that what was tried cannot be remembered by place alone.</summary>
    public bool HasReferences { get; }

    /// <summary>Whether a match can only begin at the start of a line.</summary>
    public bool IsAnchored { get; }

    /// <summary>The characters that a match begins with, if these are all ASCII.</summary>
    public SearchValues<char>? Starts { get; }

    /// <summary>The ASCII characters that no match begins with, if some other character might. Neither if a match may be empty.</summary>
    public SearchValues<char>? NoStarts { get; }
}
