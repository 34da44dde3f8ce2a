using Moo.Language.Syntax;

namespace Moo.Language.Checking;

/// <summary>Which errors a list of codes catches.</summary>
internal static class Caught
{
    /// <summary>Whether one of these errors is among the codes, or may be: null is <c>ANY</c>, and what is computed can be anything.</summary>
    public static bool Includes(IReadOnlyList<Expr>? codes, params ReadOnlySpan<string> errors)
    {
        if (codes is null) return true;
        foreach (var code in codes)
        {
            if (code is not NameExpr { Name: var name }) return true;
            foreach (var error in errors)
                if (name.Equals(error, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
