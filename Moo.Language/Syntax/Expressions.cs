using Moo.Store.Values;

namespace Moo.Language.Syntax;

// The expressions of the language. Each summary is the concrete syntax.

/// <summary>An expression.</summary>
/// <param name="Span">Where it stands in the source.</param>
public abstract record Expr(SourceSpan Span);

/// <summary><c>42  1.5  "text"  #12  'name  b"SGk="</c></summary>
public sealed record LiteralExpr(Value Value, SourceSpan Span) : Expr(Span);

/// <summary><c>name</c>: a variable, a predefined name such as <c>INT</c> or <c>true</c>, or an error such as <c>E_PERM</c>.</summary>
public sealed record NameExpr(string Name, SourceSpan Span) : Expr(Span);

/// <summary><c>object.name  object.(expr)</c>; with <c>IsSystem</c> <c>$name</c>.</summary>
public sealed record PropertyExpr(Expr Target, Expr Name, bool IsSystem, SourceSpan Span) : Expr(Span);

/// <summary><c>object:name(args)  object:(expr)(args)</c>; with <c>IsSystem</c> <c>$name(args)</c>.</summary>
public sealed record VerbCallExpr(Expr Target, Expr Name, IReadOnlyList<Expr> Arguments, bool IsSystem, SourceSpan Span) : Expr(Span);

/// <summary><c>function(args)</c>: a builtin function, or a variable that holds a lambda.</summary>
public sealed record FunctionCallExpr(string Name, IReadOnlyList<Expr> Arguments, SourceSpan NameSpan, SourceSpan Span) : Expr(Span);

/// <summary><c>(expr)(args)</c>: calls the value of an expression.</summary>
public sealed record ValueCallExpr(Expr Callee, IReadOnlyList<Expr> Arguments, SourceSpan Span) : Expr(Span);

/// <summary><c>base[index]</c></summary>
public sealed record IndexExpr(Expr Base, Expr Index, SourceSpan Span) : Expr(Span);

/// <summary><c>base[from..to]</c></summary>
public sealed record RangeExpr(Expr Base, Expr From, Expr To, SourceSpan Span) : Expr(Span);

/// <summary><c>$</c> inside an index: the length, or a map's last key.</summary>
public sealed record LastIndexExpr(SourceSpan Span) : Expr(Span);

/// <summary><c>^</c> inside an index: 1, or a map's first key.</summary>
public sealed record FirstIndexExpr(SourceSpan Span) : Expr(Span);

/// <summary><c>@expr</c> among list elements or arguments.</summary>
public sealed record SpliceExpr(Expr List, SourceSpan Span) : Expr(Span);

/// <summary><c>{a, @b, c}</c></summary>
public sealed record ListExpr(IReadOnlyList<Expr> Elements, SourceSpan Span) : Expr(Span);

/// <summary><c>[key -> value, …]</c></summary>
public sealed record MapExpr(IReadOnlyList<(Expr Key, Expr Value)> Entries, SourceSpan Span) : Expr(Span);

/// <summary><c>&lt;delegate, .slot = value, …, {contents}&gt;</c></summary>
public sealed record FlyweightExpr(Expr Delegate, IReadOnlyList<(string Name, Expr Value)> Slots, Expr? Contents, SourceSpan Span) : Expr(Span);

/// <summary><c>!x  -x  ~x</c></summary>
public sealed record UnaryExpr(UnaryOperator Operator, Expr Operand, SourceSpan Span) : Expr(Span);

/// <summary><c>a + b</c> and its like; not the ones that may leave their right side unevaluated.</summary>
public sealed record BinaryExpr(BinaryOperator Operator, Expr Left, Expr Right, SourceSpan Span) : Expr(Span);

/// <summary><c>a &amp;&amp; b  a || b</c></summary>
public sealed record LogicalExpr(bool IsAnd, Expr Left, Expr Right, SourceSpan Span) : Expr(Span);

/// <summary><c>test ? yes | no</c></summary>
public sealed record ConditionalExpr(Expr Test, Expr Yes, Expr No, SourceSpan Span) : Expr(Span);

/// <summary><c>target = value</c>; the target is a name, property, index or range.</summary>
public sealed record AssignExpr(Expr Target, Expr Value, SourceSpan Span) : Expr(Span);

/// <summary><c>{a, ?b = default, @rest} = value</c></summary>
public sealed record ScatterExpr(ScatterPattern Pattern, Expr Value, SourceSpan Span) : Expr(Span);

/// <summary><c>`expr ! codes => default'</c>; codes null is <c>ANY</c>.</summary>
public sealed record CatchExpr(Expr Body, IReadOnlyList<Expr>? Codes, Expr? Default, SourceSpan Span) : Expr(Span);

/// <summary><c>{element for value, key in (source) if filter}  {element for value in [from..to]}</c></summary>
public sealed record ComprehensionExpr(
    Expr Element, string Value, string? Key, Expr Source, Expr? To, Expr? Filter, SourceSpan Span) : Expr(Span);

/// <summary><c>{params} => expr  fn (params) … endfn</c></summary>
public sealed record LambdaExpr(ScatterPattern Parameters, Expr? Body, IReadOnlyList<Statement>? Statements, SourceSpan Span) : Expr(Span);

/// <summary><c>return expr</c> where an expression stands.</summary>
public sealed record ReturnExpr(Expr? Value, SourceSpan Span) : Expr(Span);

/// <summary><c>{a, ?b = default, @rest}</c> on the left of an assignment, or as parameters.</summary>
public sealed record ScatterPattern(IReadOnlyList<ScatterTarget> Targets, SourceSpan Span);

/// <summary>One variable of a scattering assignment.</summary>
/// <param name="Kind">Required, optional or rest.</param>
/// <param name="Name">The variable.</param>
/// <param name="Default">The default of an optional one, or null.</param>
/// <param name="Span">Where it stands.</param>
public sealed record ScatterTarget(ScatterKind Kind, string Name, Expr? Default, SourceSpan Span);

/// <summary>How a scattering assignment fills a variable.</summary>
public enum ScatterKind
{
    /// <summary><c>name</c>: always.</summary>
    Required,
    /// <summary><c>?name = default</c>: if there are enough elements.</summary>
    Optional,
    /// <summary><c>@name</c>: with the list of what is left over.</summary>
    Rest,
}

/// <summary>The unary operators.</summary>
public enum UnaryOperator
{
    /// <summary><c>!</c></summary>
    Not,
    /// <summary><c>-</c></summary>
    Negate,
    /// <summary><c>~</c></summary>
    Complement,
}

/// <summary>The binary operators that evaluate both sides.</summary>
public enum BinaryOperator
{
    /// <summary><c>+</c></summary>
    Add,
    /// <summary><c>-</c></summary>
    Subtract,
    /// <summary><c>*</c></summary>
    Multiply,
    /// <summary><c>/</c></summary>
    Divide,
    /// <summary><c>%</c></summary>
    Modulo,
    /// <summary><c>^</c></summary>
    Power,
    /// <summary><c>==</c></summary>
    Equal,
    /// <summary><c>!=</c></summary>
    NotEqual,
    /// <summary><c>&lt;</c></summary>
    Less,
    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,
    /// <summary><c>&gt;</c></summary>
    Greater,
    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,
    /// <summary><c>in</c></summary>
    In,
    /// <summary><c>&amp;.</c></summary>
    BitAnd,
    /// <summary><c>|.</c></summary>
    BitOr,
    /// <summary><c>^.</c></summary>
    BitXor,
    /// <summary><c>&lt;&lt;</c></summary>
    ShiftLeft,
    /// <summary><c>&gt;&gt;</c></summary>
    ShiftRight,
    /// <summary><c>&gt;&gt;&gt;</c>, which fills with zeros.</summary>
    ShiftRightLogical,
}
