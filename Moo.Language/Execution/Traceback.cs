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
        var lines = new List<string>();
        for (var i = 0; i < Stack.Count; i++)
        {
            lines.Add(i == 0 ? $"{Stack[i].ToText()}:  {Message}" : $"... called from {Stack[i].ToText()}");
            if (i > 0 || Stack[i].Source is not { } source) continue;
            var (line, carets) = source.Point(Span);
            lines.Add(line);
            lines.Add(Detail is null ? carets : $"{carets} {Detail}");
        }
        if (Stack.Count == 0) lines.Add(Message);
        lines.Add("(End of traceback)");
        return lines;
    }
}
