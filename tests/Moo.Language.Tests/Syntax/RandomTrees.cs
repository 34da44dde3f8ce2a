using Moo.Language.Syntax;
using Moo.Store.Values;

namespace Moo.Language.Tests.Syntax;

/// <summary>Makes programs that no person would write, out of everything the grammar has.</summary>
internal sealed class RandomTrees(int seed)
{
    private static readonly string[] Names = ["x", "count", "this", "player", "args", "Mixed_Case", "_a1", "INT", "E_PERM", "true", "caller"];
    private static readonly string[] Variables = ["x", "y", "count", "Mixed_Case", "_a1"];
    private static readonly string[] Functions = ["length", "notify", "tostr", "x"];
    private static readonly string[] Members = ["name", "location", "two words", "9lives", "if", "Mixed_Case"];
    private static readonly BinaryOperator[] Operators = Enum.GetValues<BinaryOperator>();

    private readonly Random _random = new(seed);
    private int _indexes;
    private int _loops;

    public IReadOnlyList<Statement> Program() => Body(5);

    private bool Maybe() => _random.Next(2) == 0;

    private T Of<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    private List<T> Some<T>(Func<T> make, int most, int least = 0)
    {
        var list = new List<T>();
        for (var count = _random.Next(least, most + 1); count > 0; count--) list.Add(make());
        return list;
    }

    // ---- statements

    private List<Statement> Body(int depth) => Some(() => Statement(depth - 1), 3);

    private Statement Statement(int depth)
    {
        switch (_random.Next(depth <= 0 ? 6 : 16))
        {
            case 0 or 1:
                return new ExpressionStatement(Expression(depth), default);
            case 2:
                return new ReturnStatement(Maybe() ? Expression(depth) : null, default);
            case 3 when _loops > 0:
                return Maybe() ? new BreakStatement(null, default) : new ContinueStatement(null, default);
            case 4:
                return new DeclarationStatement(Of([DeclarationKind.Let, DeclarationKind.Global]), Of(Variables), Expression(depth), default);
            case 5:
                return new ScatterDeclarationStatement(DeclarationKind.Let, Pattern(depth), Expression(depth), default);
            case 6 or 7:
                return new IfStatement(Some(() => (Expression(depth), (IReadOnlyList<Statement>)Body(depth)), 3, least: 1), Maybe() ? Body(depth) : null, default);
            case 8:
                return Loop(() => new ForInStatement(Of(Variables), Maybe() ? "key" : null, Expression(depth), Body(depth), default));
            case 9:
                return Loop(() => new ForRangeStatement(Of(Variables), Expression(depth), Expression(depth), Body(depth), default));
            case 10:
                return Loop(() => new WhileStatement(Maybe() ? "again" : null, Expression(depth), Body(depth), default));
            case 11:
                return Outside(() => new ForkStatement(Maybe() ? "child" : null, Expression(depth), Body(depth), default));
            case 12:
                var excepts = Some(() => new ExceptClause(Maybe() ? "e" : null, Codes(), Body(depth), default), 2);
                return new TryStatement(Body(depth), excepts, excepts.Count == 0 || Maybe() ? Body(depth) : null, default);
            case 13:
                return new BlockStatement(Body(depth), default);
            case 14:
                return new FunctionStatement("local", new LambdaExpr(Pattern(depth), null, Outside(() => Body(depth)), default), default);
            default:
                return new ExpressionStatement(Expression(depth + 1), default);
        }
    }

    private Statement Loop(Func<Statement> make)
    {
        _loops++;
        var loop = make();
        _loops--;
        return loop;
    }

    // A fork's or function's body is in no loop and in no index.
    private T Outside<T>(Func<T> make)
    {
        var (loops, indexes) = (_loops, _indexes);
        (_loops, _indexes) = (0, 0);
        var part = make();
        (_loops, _indexes) = (loops, indexes);
        return part;
    }

    private IReadOnlyList<Expr>? Codes() => Maybe() ? null : Some<Expr>(() => new NameExpr(Of(["E_PERM", "E_TYPE", "E_MINE"]), default), 2, least: 1);

    private ScatterPattern Pattern(int depth)
    {
        var targets = new List<ScatterTarget>();
        foreach (var name in Variables)
        {
            if (Maybe()) continue;
            var kind = targets.Any(target => target.Kind == ScatterKind.Rest) ? Of([ScatterKind.Required, ScatterKind.Optional])
                : Of([ScatterKind.Required, ScatterKind.Optional, ScatterKind.Rest]);
            targets.Add(new ScatterTarget(kind, name, kind == ScatterKind.Optional && Maybe() ? Expression(depth) : null, default));
        }
        if (targets.Count == 0) targets.Add(new ScatterTarget(ScatterKind.Required, "x", null, default));
        return new ScatterPattern(targets, default);
    }

    // ---- expressions

    private Expr Expression(int depth)
    {
        depth--;
        if (depth <= 0) return Leaf();
        switch (_random.Next(22))
        {
            case 0 or 1 or 2:
                return new BinaryExpr(Of(Operators), Expression(depth), Expression(depth), default);
            case 3:
                return new LogicalExpr(Maybe(), Expression(depth), Expression(depth), default);
            case 4:
                return new UnaryExpr(Of(Enum.GetValues<UnaryOperator>()), Expression(depth), default);
            case 5:
                return new ConditionalExpr(Expression(depth), Expression(depth), Expression(depth), default);
            case 6:
                return new AssignExpr(Target(depth), Expression(depth), default);
            case 7:
                return new ScatterExpr(Pattern(depth), Expression(depth), default);
            case 8 or 9:
                return new PropertyExpr(Expression(depth), Member(depth), IsSystem: false, default);
            case 10 or 11:
                return new VerbCallExpr(Expression(depth), Member(depth), Elements(depth), IsSystem: false, default);
            case 12:
                return new FunctionCallExpr(Of(Functions), Elements(depth), default, default);
            case 13:
                return new IndexExpr(Expression(depth), Index(depth), default);
            case 14:
                return new RangeExpr(Expression(depth), Index(depth), Index(depth), default);
            case 15:
                return new ListExpr(Elements(depth), default);
            case 16:
                return new MapExpr(Some(() => (Expression(depth), Expression(depth)), 3), default);
            case 17:
                return new CatchExpr(Expression(depth), Codes(), Maybe() ? Expression(depth) : null, default);
            case 18:
                return new ComprehensionExpr(Expression(depth), "item", Maybe() ? "key" : null, Expression(depth), null, Maybe() ? Expression(depth) : null, default);
            case 19:
                return Outside(() => new LambdaExpr(Pattern(depth), Expression(depth), null, default));
            case 20:
                return new FlyweightExpr(Leaf(), Some(() => (Of(Variables), Expression(depth)), 2), Maybe() ? new ListExpr(Elements(depth), default) : null, default);
            default:
                return System(depth);
        }
    }

    private Expr System(int depth)
    {
        var system = new LiteralExpr(Value.Obj(ObjectId.System), default);
        var name = new LiteralExpr(Value.Str("string_utils"), default);
        return Maybe() ? new PropertyExpr(system, name, IsSystem: true, default) : new VerbCallExpr(system, name, Elements(depth), IsSystem: true, default);
    }

    private Expr Member(int depth) => Maybe() ? new LiteralExpr(Value.Str(Of(Members)), default) : Expression(depth);

    private List<Expr> Elements(int depth) => Some(() => Maybe() ? Expression(depth) : new SpliceExpr(Expression(depth), default), 3);

    private Expr Index(int depth)
    {
        _indexes++;
        var index = Expression(depth);
        _indexes--;
        return index;
    }

    private Expr Target(int depth) => _random.Next(4) switch
    {
        0 => new PropertyExpr(Expression(depth), Member(depth), IsSystem: false, default),
        1 => new IndexExpr(new NameExpr(Of(Variables), default), Index(depth), default),
        2 => new RangeExpr(new PropertyExpr(Leaf(), Member(depth), IsSystem: false, default), Index(depth), Index(depth), default),
        _ => new NameExpr(Of(Variables), default),
    };

    // A minus before a number is an operator.
    private Expr Leaf() => _random.Next(8) switch
    {
        0 or 1 => new NameExpr(Of(Names), default),
        2 when _indexes > 0 => Maybe() ? new LastIndexExpr(default) : new FirstIndexExpr(default),
        3 => new LiteralExpr(Value.Str(Of(["", "text", "a \"quoted\" \\ one", "日本 🐄", "tab\there"])), default),
        4 => new LiteralExpr(Value.Float(Of([0.5, 1e300, 1.0 / 3, double.Epsilon, 12345678.9])), default),
        5 => new LiteralExpr(Value.Obj(new ObjectId(_random.Next(-5, 100))), default),
        6 => new LiteralExpr(Value.Int(Of([long.MaxValue, 0L, 42L])), default),
        _ => new LiteralExpr(Value.Int(_random.Next(100)), default),
    };
}
