using System.Reflection;

namespace Moo.Language.Tests.Conformance;

/// <summary>Reads files of expectations: <c>tests/conformance/*.moo</c>; the readme there describes the format.</summary>
internal static class ConformanceFile
{
    private static readonly string Folder = Path.Combine(typeof(ConformanceFile).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(a => a.Key == "RepositoryRoot").Value!, "tests", "conformance");

    private static readonly (string Mark, OutcomeKind Kind)[] Marks =
    [
        ("=>", OutcomeKind.Returns), ("!>", OutcomeKind.Raises), ("~>", OutcomeKind.Tells), ("?>", OutcomeKind.DoesNotCompile),
    ];

    /// <summary>The files.</summary>
    public static IEnumerable<string> Paths => Directory.GetFiles(Folder, "*.moo").Order(StringComparer.Ordinal);

    /// <summary>The expectations in a text.</summary>
    /// <exception cref="FormatException">The text is not in the format; the message says where.</exception>
    public static List<Expectation> Parse(IEnumerable<string> lines)
    {
        var expectations = new List<Expectation>();
        var code = new List<string>();
        var outcomes = new List<Outcome>();
        var (start, isBlock, isWizardly, number) = (0, false, true, 0);
        foreach (var line in lines.Append(""))
        {
            number++;
            if (code.Count + (isBlock ? 1 : 0) > 0 && TryOutcome(line) is { } outcome)
            {
                outcomes.Add(outcome);
                continue;
            }
            if (outcomes.Count > 0)
            {
                expectations.Add(new Expectation(start, string.Join('\n', code), isBlock, isWizardly, [.. outcomes]));
                code.Clear();
                outcomes.Clear();
                isBlock = false;
            }
            if (isBlock)
            {
                code.Add(line);
            }
            else if (line.TrimEnd() == ";;")
            {
                if (code.Count > 0) throw new FormatException($"line {start}: an expectation has no outcome");
                (start, isBlock) = (number, true);
            }
            else if (line.StartsWith("// as:", StringComparison.Ordinal))
            {
                isWizardly = line[6..].Trim() switch
                {
                    "wizard" => true,
                    "programmer" => false,
                    var who => throw new FormatException($"line {number}: nobody runs code as '{who}'"),
                };
            }
            else if (line.Trim().Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))
            {
                if (code.Count > 0 || char.IsWhiteSpace(line[0])) throw new FormatException($"line {number}: an expression is one line, followed by its outcome");
                code.Add(line);
                start = number;
            }
        }
        if (code.Count + (isBlock ? 1 : 0) > 0) throw new FormatException($"line {start}: an expectation has no outcome");
        return expectations;
    }

    private static Outcome? TryOutcome(string line)
    {
        var text = line.TrimStart();
        if (text.Length == line.Length) return null;
        foreach (var (mark, kind) in Marks)
            if (text.StartsWith(mark, StringComparison.Ordinal)) return new Outcome(kind, text[mark.Length..].Trim());
        return null;
    }
}
