using Moo.Language.Builtins;
using Moo.Language.Syntax;

namespace Moo.Language.Compilation;

/// <summary>
/// Finds the expressions that cannot stay inside a step: evaluating them may run another verb, wait, or return, or takes
/// several steps. The compiler lifts them out.
/// </summary>
/// <param name="builtins">The builtin functions.</param>
/// <param name="variables">The names that, in front of parentheses, are variables that hold functions.</param>
internal sealed class LeavingSurvey(BuiltinTable builtins, IReadOnlySet<string> variables) : SyntaxWalker
{
    private readonly HashSet<Expr> _leaving = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether evaluating an expression that was visited may leave the frame.</summary>
    public bool Leaves(Expr expression) => _leaving.Contains(expression);

    /// <summary>Whether any default of a pattern that was visited may leave the frame.</summary>
    public bool Leaves(ScatterPattern pattern) => pattern.Targets.Any(t => t.Default is not null && Leaves(t.Default));

    /// <summary>Counts a made-up expression among those that leave.</summary>
    public void Note(Expr expression) => _leaving.Add(expression);

    /// <summary>Whether a name in front of parentheses is a variable that holds a function.</summary>
    public bool IsVariable(string name) => variables.Contains(name);

    public override bool Visit(Expr expression)
    {
        var leaves = base.Visit(expression) | LeavesItself(expression);
        if (leaves) _leaving.Add(expression);
        return leaves;
    }

    private bool LeavesItself(Expr expression) => expression switch
    {
        VerbCallExpr or ValueCallExpr or ReturnExpr => true,
        // An assignment deep inside a collection takes several steps; only a variable's own element is set in one.
        AssignExpr { Target: IndexExpr { Base: not NameExpr } or RangeExpr } => true,
        FunctionCallExpr call => variables.Contains(call.Name) || builtins.TryFind(call.Name, out var builtin) && builtin.Leaves,
        _ => false,
    };
}
