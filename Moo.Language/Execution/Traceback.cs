using System.Globalization;
using Moo.Language.Syntax;
using Moo.Store.Values;

namespace Moo.Language.Execution;

/// <summary>An error nobody caught, with the stack it went through: what players see of it.</summary>
/// <param name="Code">The error.</param>
/// <param name="Message">Its message.</param>
/// <param name="Value">Its value.</param>
/// <param name="Detail">What exactly was wrong, for people; null where the message says it all.</param>
/// <param name="Span">Where in the innermost frame's source.</param>
/// <param name="Stack">The frames, innermost first.</param>
internal sealed record Traceback(
    Value Code, string Message, Value Value, string? Detail, SourceSpan Span, IReadOnlyList<TraceLine> Stack)
{
    /// <summary>The stack as <c>handle_uncaught_error</c> gets it.</summary>
    public MooList StackValue() => MooList.FromOwned([.. Stack.Select(line => line.ToValue(withLine: true))], Stack.Count);

    /// <summary>The lines, in LambdaMOO's wording, with the source and a caret below the first.</summary>
    public IReadOnlyList<string> ToLines()
    {
        var lines = new List<string> { Stack.Count == 0 ? Message : $"{Stack[0].ToText()}:  {Message}" };
        if (Stack.Count > 0 && Stack[0].Source is { } source)
        {
            var (line, carets) = source.Point(Span);
            lines.Add(line);
            lines.Add(Detail is null ? carets : $"{carets} {Detail}");
        }
        AddCallers(lines);
        lines.Add("(End of traceback)");
        return lines;
    }

    // Recursion makes the same line many times over.
    private void AddCallers(List<string> lines)
    {
        const int leastRun = 4;
        var callers = Stack.Skip(1).Select(line => $"... called from {line.ToText()}").ToList();
        for (var (i, end) = (0, 0); i < callers.Count; i = end)
        {
            for (end = i; end < callers.Count && callers[end] == callers[i];) end++;
            if (end - i < leastRun) lines.AddRange(callers[i..end]);
            else lines.Add(string.Create(CultureInfo.InvariantCulture, $"{callers[i]} ({end - i} times)"));
        }
    }
}
