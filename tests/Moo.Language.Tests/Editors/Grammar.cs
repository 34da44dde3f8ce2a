using System.Text.Json;
using System.Text.RegularExpressions;

namespace Moo.Language.Tests.Editors;

/// <summary>A TextMate grammar, as far as the one under <c>clients/</c> needs: match, begin and end, captures, includes of the repository.</summary>
/// <remarks>The patterns are Oniguruma's; what they use means the same in .NET.</remarks>
internal sealed class Grammar
{
    private readonly Dictionary<string, Rule> _repository = [];
    private readonly Rule _root;

    public Grammar(string json)
    {
        using var document = JsonDocument.Parse(json);
        foreach (var entry in document.RootElement.GetProperty("repository").EnumerateObject()) _repository[entry.Name] = ReadRule(entry.Value);
        _root = new Rule { Children = ReadRules(document.RootElement.GetProperty("patterns")) };
    }

    /// <summary>The names of the rules that others include, and whether they exist.</summary>
    public IEnumerable<(string Name, bool Exists)> Includes =>
        _repository.Values.Append(_root).SelectMany(rule => rule.Below()).Where(rule => rule.Include is not null)
            .Select(rule => (rule.Include!, _repository.ContainsKey(rule.Include!)));

    /// <summary>The tokens of a text's lines: the text of each stretch with the innermost scope that it has; those without one are left out.</summary>
    public IEnumerable<(string Line, List<(string Text, string Scope)> Tokens)> Tokenize(string text)
    {
        var open = new Stack<Rule>([_root]);
        foreach (var line in text.Split('\n')) yield return (line, TokenizeLine(line, open));
    }

    private List<(string, string)> TokenizeLine(string line, Stack<Rule> open)
    {
        var scopes = new string?[line.Length];
        for (var at = 0; at <= line.Length;)
        {
            var current = open.Peek();
            var end = current.End?.Match(line, at);
            var (rule, match) = First(current, line, at);
            if (end is { Success: true } && (match is null || end.Index <= match.Index))
            {
                Paint(scopes, at, end.Index, current.Name);
                Paint(scopes, end.Index, end.Index + end.Length, current.Name);
                PaintCaptures(scopes, end, current.EndCaptures);
                open.Pop();
                // An empty end at the line's end must not be found for ever.
                if (end.Length == 0 && end.Index == line.Length) break;
                at = end.Index + end.Length;
                continue;
            }
            if (match is null)
            {
                Paint(scopes, at, line.Length, current.Name);
                break;
            }
            Paint(scopes, at, match.Index, current.Name);
            Paint(scopes, match.Index, match.Index + match.Length, rule!.Name);
            PaintCaptures(scopes, match, rule.Captures);
            if (rule.End is not null) open.Push(rule);
            at = match.Index + match.Length;
            if (match.Length == 0 && rule.End is null) at++;
        }
        return Runs(line, scopes);
    }

    private (Rule?, Match?) First(Rule current, string line, int at)
    {
        (Rule? Rule, Match? Match) best = default;
        foreach (var rule in Flattened(current))
        {
            var match = rule.Pattern!.Match(line, at);
            if (match.Success && (best.Match is null || match.Index < best.Match.Index)) best = (rule, match);
        }
        return best;
    }

    private IEnumerable<Rule> Flattened(Rule rule) => rule.Children.SelectMany(child =>
        child.Include is { } name ? _repository[name].Pattern is null ? Flattened(_repository[name]) : [_repository[name]]
        : child.Pattern is null ? Flattened(child) : [child]);

    private static void Paint(string?[] scopes, int from, int to, string? scope)
    {
        // What only says what kind of region it is has no colour.
        if (scope is null || scope.StartsWith("meta.", StringComparison.Ordinal)) return;
        for (var i = from; i < to; i++) scopes[i] = scope;
    }

    private static void PaintCaptures(string?[] scopes, Match match, Dictionary<int, string> captures)
    {
        foreach (var (group, scope) in captures)
            if (match.Groups[group] is { Success: true } found) Paint(scopes, found.Index, found.Index + found.Length, scope);
    }

    private static List<(string, string)> Runs(string line, string?[] scopes)
    {
        var runs = new List<(string, string)>();
        for (var (i, end) = (0, 0); i < line.Length; i = end)
        {
            for (end = i; end < line.Length && scopes[end] == scopes[i];) end++;
            if (scopes[i] is { } scope) runs.Add((line[i..end], scope));
        }
        return runs;
    }

    private static List<Rule> ReadRules(JsonElement patterns) => [.. patterns.EnumerateArray().Select(ReadRule)];

    private static Rule ReadRule(JsonElement json) => new()
    {
        Include = json.TryGetProperty("include", out var include) ? include.GetString()!.TrimStart('#') : null,
        Name = json.TryGetProperty("name", out var name) ? name.GetString() : null,
        Pattern = json.TryGetProperty("match", out var match) ? Expression(match) : json.TryGetProperty("begin", out var begin) ? Expression(begin) : null,
        End = json.TryGetProperty("end", out var end) ? Expression(end) : null,
        Captures = Captures(json, json.TryGetProperty("begin", out _) ? "beginCaptures" : "captures"),
        EndCaptures = Captures(json, "endCaptures"),
        Children = json.TryGetProperty("patterns", out var patterns) ? ReadRules(patterns) : [],
    };

    private static Regex Expression(JsonElement pattern) => new(pattern.GetString()!, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));

    private static Dictionary<int, string> Captures(JsonElement json, string key) => json.TryGetProperty(key, out var captures)
        ? captures.EnumerateObject().ToDictionary(capture => int.Parse(capture.Name, System.Globalization.CultureInfo.InvariantCulture), capture => capture.Value.GetProperty("name").GetString()!)
        : [];

    private sealed record Rule
    {
        public string? Include { get; init; }
        public string? Name { get; init; }
        public Regex? Pattern { get; init; }
        public Regex? End { get; init; }
        public Dictionary<int, string> Captures { get; init; } = [];
        public Dictionary<int, string> EndCaptures { get; init; } = [];
        public List<Rule> Children { get; init; } = [];

        public IEnumerable<Rule> Below() => Children.SelectMany(child => child.Below()).Append(this);
    }
}
