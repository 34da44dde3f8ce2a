namespace Moo.Language.Syntax;

/// <summary>Goes over a syntax tree from the top. What a walker asks of each node, it answers with a truth; a node's is the or of its parts'.</summary>
/// <remarks>
/// The walk stops at trees deeper than <see cref="DeepestTree"/>: the compiler and evaluation recurse over the same tree, each level taking some
/// hundred bytes of stack, so whoever walks first finds those that are too deep (<see cref="TooDeep"/>).
/// Lambdas are programs of their own: their insides are not visited unless <see cref="Visit(LambdaExpr)"/> is overridden.
/// </remarks>
/// <param name="depth">How deep the tree that is walked lies in another one.</param>
public abstract class SyntaxWalker(int depth = 0)
{
    /// <summary>How deep a tree may be.</summary>
    public const int DeepestTree = 1000;

    private int _depth = depth;

    /// <summary>An expression that lies too deep, if one was met.</summary>
    public Expr? TooDeep { get; protected set; }

    /// <summary>How deep the walk is.</summary>
    protected int Depth => _depth;

    /// <summary>Visits statements in order.</summary>
    public bool Visit(IReadOnlyList<Statement> statements)
    {
        var found = false;
        foreach (var statement in statements) found |= Visit(statement);
        return found;
    }

    /// <summary>Visits a statement.</summary>
    public virtual bool Visit(Statement statement) => statement switch
    {
        ExpressionStatement s => Visit(s.Expression),
        IfStatement s => Visit(s),
        ForInStatement s => Visit(s.Collection) | Visit(s.Body),
        ForRangeStatement s => Visit(s.From) | Visit(s.To) | Visit(s.Body),
        WhileStatement s => Visit(s.Test) | Visit(s.Body),
        ForkStatement s => Visit(s.Delay) | Visit(s.Body),
        TryStatement s => Visit(s),
        ReturnStatement s => VisitOptional(s.Value),
        BlockStatement s => Visit(s.Body),
        DeclarationStatement s => VisitOptional(s.Value),
        ScatterDeclarationStatement s => Visit(s.Pattern) | Visit(s.Value),
        FunctionStatement s => Visit(s.Function),
        _ => false,
    };

    private bool Visit(IfStatement statement)
    {
        var found = false;
        foreach (var (test, body) in statement.Branches) found |= Visit(test) | Visit(body);
        return found | (statement.Else is not null && Visit(statement.Else));
    }

    private bool Visit(TryStatement statement)
    {
        var found = Visit(statement.Body);
        foreach (var clause in statement.Excepts) found |= VisitAll(clause.Codes ?? []) | Visit(clause.Body);
        return found | (statement.Finally is not null && Visit(statement.Finally));
    }

    /// <summary>Visits the variables and defaults of a scattering assignment.</summary>
    public virtual bool Visit(ScatterPattern pattern)
    {
        var found = false;
        foreach (var target in pattern.Targets) found |= VisitOptional(target.Default);
        return found;
    }

    /// <summary>Visits a lambda.</summary>
    public virtual bool Visit(LambdaExpr lambda) => false;

    /// <summary>Visits an expression.</summary>
    public virtual bool Visit(Expr expression)
    {
        if (_depth >= DeepestTree)
        {
            TooDeep ??= expression;
            return false;
        }
        _depth++;
        var found = VisitParts(expression);
        _depth--;
        return found;
    }

    private bool VisitParts(Expr expression) => expression switch
    {
        PropertyExpr e => Visit(e.Target) | Visit(e.Name),
        VerbCallExpr e => Visit(e.Target) | Visit(e.Name) | VisitAll(e.Arguments),
        FunctionCallExpr e => VisitAll(e.Arguments),
        ValueCallExpr e => Visit(e.Callee) | VisitAll(e.Arguments),
        IndexExpr e => Visit(e.Base) | Visit(e.Index),
        RangeExpr e => Visit(e.Base) | Visit(e.From) | Visit(e.To),
        SpliceExpr e => Visit(e.List),
        ListExpr e => VisitAll(e.Elements),
        MapExpr e => Visit(e),
        FlyweightExpr e => Visit(e),
        UnaryExpr e => Visit(e.Operand),
        BinaryExpr e => Visit(e.Left) | Visit(e.Right),
        LogicalExpr e => Visit(e.Left) | Visit(e.Right),
        ConditionalExpr e => Visit(e.Test) | Visit(e.Yes) | Visit(e.No),
        AssignExpr e => Visit(e.Target) | Visit(e.Value),
        ScatterExpr e => Visit(e.Pattern) | Visit(e.Value),
        CatchExpr e => Visit(e.Body) | VisitAll(e.Codes ?? []) | VisitOptional(e.Default),
        ComprehensionExpr e => Visit(e.Element) | Visit(e.Source) | VisitOptional(e.To) | VisitOptional(e.Filter),
        ReturnExpr e => VisitOptional(e.Value),
        LambdaExpr e => Visit(e),
        _ => false,
    };

    private bool Visit(MapExpr map)
    {
        var found = false;
        foreach (var (key, value) in map.Entries) found |= Visit(key) | Visit(value);
        return found;
    }

    private bool Visit(FlyweightExpr flyweight)
    {
        var found = Visit(flyweight.Delegate);
        foreach (var (_, value) in flyweight.Slots) found |= Visit(value);
        return found | VisitOptional(flyweight.Contents);
    }

    private bool VisitOptional(Expr? expression) => expression is not null && Visit(expression);

    private bool VisitAll(IReadOnlyList<Expr> expressions)
    {
        var found = false;
        foreach (var expression in expressions) found |= Visit(expression);
        return found;
    }
}
