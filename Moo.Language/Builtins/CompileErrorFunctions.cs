using System.Globalization;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Showing what a compiler said.</summary>
internal static class CompileErrorFunctions
{
    private const string Red = "\x1b[31m", Normal = "\x1b[0m";

    /// <summary>The lines that show a compile error to people, from a map that describes it.</summary>
    /// <remarks>
    /// The map has <c>"message"</c>, and perhaps <c>"line"</c>, <c>"column"</c>, <c>"source"</c> (the program), <c>"expected_tokens"</c>
    /// and <c>"notes"</c> (lists of strings); keys may be symbols. <paramref name="verbosity"/> 0 gives the message alone, 1 the source
    /// line too, 2 all there is. With <paramref name="mode"/> 2 the caret is red.
    /// </remarks>
    /// <example>format_compile_error(["message" -> "expected ';'", "line" -> 1, "column" -> 3, "source" -> "x x"])[1] => "Line 1:  expected ';'"</example>
    /// <exception cref="MooError">E_INVARG if there is no message, or for another verbosity or mode.</exception>
    [Builtin("format_compile_error")]
    public static Value FormatCompileError(MooTask task, MooMap error, long verbosity = 2, long mode = 0)
    {
        if (verbosity is < 0 or > 2 || mode is < 0 or > 2)
            return task.RaiseHere(ErrorCode.E_INVARG, "the verbosity and the mode are 0, 1 or 2");
        if (Find(error, "message") is not { IsStr: true } message)
            return task.RaiseHere(ErrorCode.E_INVARG, "the map has no \"message\"");
        var line = Find(error, "line") is { IsInt: true } number ? number.AsInt : 0;
        var where = line > 0 ? string.Create(CultureInfo.InvariantCulture, $"Line {line}:  ") : "";
        var lines = new List<string> { where + message.AsStr };
        if (verbosity >= 1 && Find(error, "source") is { IsStr: true } source)
            AddSource(lines, source.AsStr, line, Find(error, "column"), mode);
        if (verbosity >= 2)
        {
            var expected = Strings(Find(error, "expected_tokens"));
            if (expected.Count > 0) lines.Add("expected: " + string.Join(", ", expected));
            lines.AddRange(Strings(Find(error, "notes")).Select(note => "note: " + note));
        }
        return Quota.Check(task, Value.List(MooList.OfStrings(lines)));
    }

    private static void AddSource(List<string> lines, string source, long line, Value? column, long mode)
    {
        var sourceLines = source.Split('\n');
        if (line < 1 || line > sourceLines.Length) return;
        var text = sourceLines[line - 1].TrimEnd('\r');
        lines.Add(text);
        if (column is not { IsInt: true, AsInt: >= 1 } place || place.AsInt > MooText.Length(text) + 1) return;
        var caret = mode == 2 ? Red + "^" + Normal : "^";
        lines.Add(new string(' ', (int)place.AsInt - 1) + caret);
    }

    private static Value? Find(MooMap error, string key) =>
        error.Find(key) ?? (error.TryGet(Value.Of(new MooSymbol(key)), out var value) ? value : null);

    private static List<string> Strings(Value? value) =>
        value is { IsList: true } list ? [.. list.AsList.Where(item => item.IsStr).Select(item => item.AsStr)] : [];
}
