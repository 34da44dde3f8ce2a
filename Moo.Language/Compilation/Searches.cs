using Moo.Language.Syntax;

namespace Moo.Language.Compilation;

/// <summary>Whether an expression assigns to any variable.</summary>
internal sealed class AssignmentSearch : SyntaxWalker
{
    public static bool Assigns(Expr expression) => new AssignmentSearch().Visit(expression);

    public override bool Visit(Expr expression) =>
        expression is AssignExpr { Target: not PropertyExpr } or ScatterExpr or ComprehensionExpr || base.Visit(expression);
}

/// <summary>Whether an index refers to the ends of what it indexes, by <c>$</c> or <c>^</c>. Those of an index inside it do not count.</summary>
internal sealed class EndsSearch : SyntaxWalker
{
    public static bool Finds(Expr index) => new EndsSearch().Visit(index);

    public override bool Visit(Expr expression) => expression switch
    {
        LastIndexExpr or FirstIndexExpr => true,
        IndexExpr e => Visit(e.Base),
        RangeExpr e => Visit(e.Base),
        _ => base.Visit(expression),
    };
}
