using Moo.Language.Syntax;
using Moo.Store.Values;

namespace Moo.Language.Textdump;

/// <summary>Tells whether a program keeps to what LambdaMOO 1.8 understands.</summary>
internal sealed class LambdaMooDialect : SyntaxWalker
{
    private string? _stranger;

    /// <summary>What LambdaMOO does not know, in words; null if it knows everything.</summary>
    public static string? FirstStranger(IReadOnlyList<Statement> statements)
    {
        var walker = new LambdaMooDialect();
        walker.Visit(statements);
        return walker._stranger ?? (walker.TooDeep is null ? null : "expressions that nest so deep");
    }

    public override bool Visit(Statement statement)
    {
        _stranger ??= statement switch
        {
            ForInStatement { Key: not null } => "loops with two variables",
            TryStatement { Excepts.Count: > 0, Finally: not null } => "'except' and 'finally' in one statement",
            BlockStatement => "blocks",
            DeclarationStatement or ScatterDeclarationStatement => "declarations",
            FunctionStatement => "functions inside a program",
            _ => null,
        };
        return _stranger is null && base.Visit(statement);
    }

    public override bool Visit(Expr expression)
    {
        _stranger ??= expression switch
        {
            LiteralExpr literal => Literal(literal.Value),
            FirstIndexExpr => "'^' in an index",
            MapExpr => "maps",
            FlyweightExpr => "flyweights",
            ComprehensionExpr => "comprehensions",
            LambdaExpr or ValueCallExpr => "functions as values",
            ReturnExpr => "'return' inside an expression",
            UnaryExpr { Operator: UnaryOperator.Complement } => "bit operations",
            BinaryExpr { Operator: >= BinaryOperator.BitAnd } => "bit operations",
            FunctionCallExpr call when call.Name.StartsWith("E_", StringComparison.OrdinalIgnoreCase) => "errors with messages",
            NameExpr name when IsNewerName(name.Name) => $"word {name.Name}",
            _ => null,
        };
        return _stranger is null && base.Visit(expression);
    }

    private static bool IsNewerName(string name) => name.StartsWith("E_", StringComparison.OrdinalIgnoreCase)
        && (ErrorCode.Find(name) is not { } code || code.Number < 0 || code.Number > ErrorCode.E_FLOAT.Number);

    private static string? Literal(Value value) => value.Kind switch
    {
        ValueKind.Int or ValueKind.Obj or ValueKind.Float or ValueKind.Err => null,
        ValueKind.Str => value.AsStr.AsSpan().IndexOfAnyExceptInRange(' ', '\uffff') is >= 0 and var at && value.AsStr[at] != '\t' ? "strings of several lines" : null,
        _ => $"{value.Kind.ToString().ToLowerInvariant()} literals",
    };
}
