using Moo.Language.Builtins;
using Moo.Language.Syntax;

namespace Moo.Language.Textdump;

/// <summary>
/// Calls of functions that this server does not have become <c>call_function("name", …)</c>, as LambdaMOO does when it loads a database:
/// the program compiles, and the call alone fails.
/// </summary>
internal sealed class UnknownFunctions : SyntaxWalker
{
    private readonly List<FunctionCallExpr> _calls = [];

    /// <summary>The text with such calls replaced.</summary>
    /// <param name="source">A program.</param>
    /// <param name="found">Told the name of each such function, once.</param>
    public static string Replace(string source, Action<string> found)
    {
        var parsed = Parser.Parse(source);
        if (!parsed.IsValid) return source;
        var walker = new UnknownFunctions();
        walker.Visit(parsed.Statements);
        foreach (var name in walker._calls.Select(call => call.Name).Distinct(StringComparer.OrdinalIgnoreCase)) found(name);
        // From the end, so that the places before stay what they are.
        foreach (var call in walker._calls.OrderByDescending(call => call.NameSpan.Start))
        {
            var open = source.IndexOf('(', call.NameSpan.End);
            source = $"{source[..call.NameSpan.Start]}call_function(\"{call.Name}\"{(call.Arguments.Count > 0 ? ", " : "")}{source[(open + 1)..]}";
        }
        return source;
    }

    public override bool Visit(Expr expression)
    {
        if (expression is FunctionCallExpr call && !BuiltinTable.Default.TryFind(call.Name, out _) && !call.Name.StartsWith("E_", StringComparison.OrdinalIgnoreCase)) _calls.Add(call);
        return base.Visit(expression);
    }
}
