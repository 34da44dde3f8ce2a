using System.Globalization;
using Moo.Language.Execution;
using Moo.Language.Execution.Steps;

namespace Moo.Language.Builtins;

/// <summary>Shows a compiled program to people: one line a step, with the piece of source it came from.</summary>
internal static class Disassembly
{
    private const int LongestSource = 60;

    public static IEnumerable<string> Lines(Program program)
    {
        yield return program.Variables.Length == 0 ? "No variables." : $"Variables: {string.Join(", ", program.Variables)}";
        foreach (var step in program.Steps) yield return Line(program, step);
        foreach (var handler in program.Handlers)
        {
            var codes = handler.Codes is null ? "any error" : string.Join(", ", handler.Codes.Select(code => code.Name));
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{handler.Kind} of {(handler.CodesSlot >= 0 ? "listed errors" : codes)} in steps {handler.Start} to {handler.End - 1}: go to {handler.Target}");
        }
    }

    private static string Line(Program program, Step step)
    {
        var name = step.GetType().Name;
        var target = step is JumpingStep jump ? string.Create(CultureInfo.InvariantCulture, $" to {jump.Target}") : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{step.Index,4}  line {program.LineOf(step.Index)}  {name[..^"Step".Length]}{target}  {Source(program, step)}").TrimEnd();
    }

    private static string Source(Program program, Step step)
    {
        var text = program.Source.Text;
        var start = Math.Clamp(step.Span.Start, 0, text.Length);
        var source = text.AsSpan(start, Math.Clamp(step.Span.Length, 0, text.Length - start));
        var end = source.IndexOf('\n');
        if (end >= 0) source = source[..end];
        return source.Length <= LongestSource ? source.ToString() : $"{source[..LongestSource]}…";
    }
}
