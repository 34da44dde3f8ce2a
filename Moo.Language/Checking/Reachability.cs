using Moo.Language.Syntax;

namespace Moo.Language.Checking;

/// <summary>Finds statements that can never run: behind a <c>return</c>, a <c>break</c>, a loop without end.</summary>
internal sealed class Reachability : SyntaxWalker
{
    private readonly List<Diagnostic> _found = [];

    /// <summary>The first statement that cannot run, of each block that has one.</summary>
    public static IReadOnlyList<Diagnostic> Check(IReadOnlyList<Statement> statements)
    {
        var reachability = new Reachability();
        reachability.Block(statements);
        return reachability._found;
    }

    // Whether a block never comes to its end. Lambdas inside it are programs of their own.
    private bool Block(IReadOnlyList<Statement> statements)
    {
        Statement? last = null;
        foreach (var statement in statements)
        {
            if (last is not null)
            {
                _found.Add(new Diagnostic(statement.Span, $"this can never run: {Reason(last)}", IsWarning: true));
                return true;
            }
            Visit(statement);
            if (Leaves(statement)) last = statement;
        }
        return last is not null;
    }

    private static string Reason(Statement last) => last switch
    {
        ReturnStatement or ExpressionStatement => "the verb returns before it",
        BreakStatement => "the loop is left before it",
        ContinueStatement => "the loop goes on before it",
        WhileStatement => "the loop before it has no end",
        _ => "the statement before it never gets here",
    };

    private bool Leaves(Statement statement)
    {
        switch (statement)
        {
            case ReturnStatement or BreakStatement or ContinueStatement or ExpressionStatement { Expression: ReturnExpr }:
                return true;
            case IfStatement s:
                var isLeft = s.Else is not null;
                foreach (var (_, body) in s.Branches) isLeft &= Block(body);
                return (s.Else is null || Block(s.Else)) && isLeft;
            case ForInStatement s:
                Block(s.Body);
                return false;
            case ForRangeStatement s:
                Block(s.Body);
                return false;
            case WhileStatement s:
                Block(s.Body);
                return s.Test is LiteralExpr { Value.IsTrue: true } or NameExpr { Name: "true" } && !Breaks.Any(s);
            case ForkStatement s:
                Block(s.Body);
                return false;
            case BlockStatement s:
                return Block(s.Body);
            case TryStatement s:
                return Try(s);
            default:
                return false;
        }
    }

    private bool Try(TryStatement statement)
    {
        var isLeft = Block(statement.Body);
        foreach (var clause in statement.Excepts) isLeft &= Block(clause.Body);
        return statement.Finally is not null && Block(statement.Finally) || isLeft;
    }

    // Statements inside statements are Leaves' business; here only their expressions count, for the lambdas in them.
    public override bool Visit(Statement statement)
    {
        switch (statement)
        {
            case IfStatement s:
                foreach (var (test, _) in s.Branches) Visit(test);
                return false;
            case ForInStatement s:
                return Visit(s.Collection);
            case ForRangeStatement s:
                return Visit(s.From) | Visit(s.To);
            case WhileStatement s:
                return Visit(s.Test);
            case ForkStatement s:
                return Visit(s.Delay);
            case BlockStatement or TryStatement:
                return false;
            default:
                return base.Visit(statement);
        }
    }

    public override bool Visit(LambdaExpr lambda)
    {
        if (lambda.Body is not null) Visit(lambda.Body);
        if (lambda.Statements is not null) Block(lambda.Statements);
        return false;
    }

    /// <summary>Whether a loop is left by a <c>break</c>: its own, or one that names it or a loop around it.</summary>
    private sealed class Breaks(string? own) : SyntaxWalker
    {
        private int _loops;

        public static bool Any(WhileStatement loop) => new Breaks(loop.Name).Visit(loop.Body);

        public override bool Visit(Statement statement)
        {
            switch (statement)
            {
                case BreakStatement s:
                    return s.Name is null ? _loops == 0 : own is null || s.Name.Equals(own, StringComparison.OrdinalIgnoreCase);
                case ForkStatement:
                    return false;
                case WhileStatement or ForInStatement or ForRangeStatement:
                    _loops++;
                    var isLeft = base.Visit(statement);
                    _loops--;
                    return isLeft;
                default:
                    return base.Visit(statement);
            }
        }
    }
}
