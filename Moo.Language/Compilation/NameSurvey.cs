using Moo.Language.Syntax;

namespace Moo.Language.Compilation;

/// <summary>Finds the names a program uses and assigns.</summary>
/// <param name="depth">How deep the tree that is walked lies in another one.</param>
internal sealed class NameSurvey(int depth = 0) : SyntaxWalker(depth)
{
    /// <summary>The names that are assigned somewhere, with or without a declaration.</summary>
    public HashSet<string> Assigned { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of which an element or a range is assigned somewhere.</summary>
    public HashSet<string> Indexed { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of which elements of elements are assigned: <c>x[i][j] = v</c>.</summary>
    public HashSet<string> IndexedTwice { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All names that occur as variables, those of enclosed lambdas included: a lambda captures what it names.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All names that stand in front of parentheses: builtin functions, or variables that hold functions.</summary>
    public HashSet<string> Called { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names that blocks declare: <c>let</c>, <c>const</c>, <c>fn</c>, and the variables of comprehensions.</summary>
    public HashSet<string> Declared { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>An upper bound for the number of variables that blocks declare.</summary>
    public int Declarations { get; private set; }

    public override bool Visit(Statement statement)
    {
        switch (statement)
        {
            case ForInStatement s:
                Assign(s.Value);
                if (s.Key is not null) Assign(s.Key);
                break;
            case ForRangeStatement s:
                Assign(s.Name);
                break;
            case WhileStatement { Name: { } name }:
                Assign(name);
                break;
            case ForkStatement { Name: { } name }:
                Assign(name);
                break;
            case TryStatement s:
                foreach (var clause in s.Excepts)
                    if (clause.Name is not null) Assign(clause.Name);
                break;
            case DeclarationStatement s:
                Declare(s.Name);
                break;
            case ScatterDeclarationStatement s:
                foreach (var target in s.Pattern.Targets) Declare(target.Name);
                break;
            case FunctionStatement s:
                Declare(s.Name);
                break;
        }
        return base.Visit(statement);
    }

    public override bool Visit(ScatterPattern pattern)
    {
        foreach (var target in pattern.Targets) Assign(target.Name);
        return base.Visit(pattern);
    }

    public override bool Visit(Expr expression)
    {
        switch (expression)
        {
            case NameExpr e:
                Names.Add(e.Name);
                break;
            case FunctionCallExpr e:
                Called.Add(e.Name);
                break;
            case AssignExpr { Target: { } target }:
                // x[1][2] = v assigns to x.
                while (target is IndexExpr or RangeExpr) target = target is IndexExpr i ? i.Base : ((RangeExpr)target).Base;
                if (target is not NameExpr name) break;
                Assign(name.Name);
                if (expression is AssignExpr { Target: not NameExpr }) Indexed.Add(name.Name);
                if (expression is AssignExpr { Target: IndexExpr { Base: not NameExpr } }) IndexedTwice.Add(name.Name);
                break;
            case ComprehensionExpr e:
                Declare(e.Value);
                if (e.Key is not null) Declare(e.Key);
                break;
        }
        return base.Visit(expression);
    }

    public override bool Visit(LambdaExpr lambda)
    {
        var inner = new NameSurvey(Depth);
        inner.Visit(lambda.Parameters);
        if (lambda.Body is not null) inner.Visit(lambda.Body);
        if (lambda.Statements is not null) inner.Visit(lambda.Statements);
        Names.UnionWith(inner.Names);
        Called.UnionWith(inner.Called);
        TooDeep ??= inner.TooDeep;
        return false;
    }

    private void Assign(string name)
    {
        Assigned.Add(name);
        Names.Add(name);
    }

    private void Declare(string name)
    {
        Assign(name);
        Declared.Add(name);
        Declarations++;
    }
}
