using Moo.Language.Builtins;
using Moo.Language.Syntax;

namespace Moo.Language.Compilation;

/// <summary>
/// Finds the expressions that cannot stay inside a step: evaluating them may run another verb, wait, or return, or takes
/// several steps. The compiler lifts them out.
/// </summary>
/// <param name="builtins">The builtin functions.</param>
/// <param name="names">The program's variables.</param>
internal sealed class LeavingSurvey(BuiltinTable builtins, NameSurvey names) : SyntaxWalker
{
    private readonly HashSet<Expr> _leaving = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether evaluating an expression that was visited may leave the frame.</summary>
    public bool Leaves(Expr expression) => _leaving.Contains(expression);

    /// <summary>Whether any default of a pattern that was visited may leave the frame.</summary>
    public bool Leaves(ScatterPattern pattern) => pattern.Targets.Any(t => t.Default is not null && Leaves(t.Default));

    /// <summary>Counts a made-up expression among those that leave.</summary>
    public void Note(Expr expression) => _leaving.Add(expression);

    /// <summary>Whether a name is a variable of the program.</summary>
    public bool IsVariable(string name) => names.Assigned.Contains(name);

    /// <summary>Whether a name in front of parentheses is a variable that holds a function.</summary>
    /// <remarks>Old programs write <c>length = length(x)</c>: a builtin function's name means a variable only where the program declares it as one.</remarks>
    public bool IsFunctionVariable(string name) => names.Assigned.Contains(name)
        && (names.Declared.Contains(name) || !builtins.TryFind(name, out _) && !name.Equals("pass", StringComparison.OrdinalIgnoreCase));

    public override bool Visit(Expr expression)
    {
        var leaves = base.Visit(expression) | LeavesItself(expression);
        if (leaves) _leaving.Add(expression);
        return leaves;
    }

    private bool LeavesItself(Expr expression) => expression switch
    {
        VerbCallExpr or ValueCallExpr or ReturnExpr => true,
        // An assignment deep inside a collection takes several steps; only a variable's own element, or one of that, is set in one.
        AssignExpr { Target: IndexExpr { Base: not NameExpr } or RangeExpr } assignment => !SetsElementOfElement(assignment),
        FunctionCallExpr call => IsFunctionVariable(call.Name) || builtins.TryFind(call.Name, out var builtin) && builtin.Leaves,
        _ => false,
    };

    // x[i][j] = v where nothing on the way changes variables or refers to the end of x[i].
    private static bool SetsElementOfElement(AssignExpr e) =>
        e.Target is IndexExpr { Base: IndexExpr { Base: NameExpr } outer } inner && !EndsSearch.Finds(inner.Index)
        && !AssignmentSearch.Assigns(outer.Index) && !AssignmentSearch.Assigns(inner.Index) && !AssignmentSearch.Assigns(e.Value);
}
