namespace Moo.Language.Syntax;

// The statements of the language. Each summary is the concrete syntax.

/// <summary>A statement.</summary>
/// <param name="Span">Where it stands in the source.</param>
public abstract record Statement(SourceSpan Span);

/// <summary><c>expr;</c></summary>
public sealed record ExpressionStatement(Expr Expression, SourceSpan Span) : Statement(Span);

/// <summary><c>if (test) … elseif (test) … else … endif</c></summary>
public sealed record IfStatement(
    IReadOnlyList<(Expr Test, IReadOnlyList<Statement> Body)> Branches, IReadOnlyList<Statement>? Else, SourceSpan Span) : Statement(Span);

/// <summary><c>for value, key in (collection) … endfor</c></summary>
public sealed record ForInStatement(
    string Value, string? Key, Expr Collection, IReadOnlyList<Statement> Body, SourceSpan Span) : Statement(Span);

/// <summary><c>for name in [from..to] … endfor</c></summary>
public sealed record ForRangeStatement(string Name, Expr From, Expr To, IReadOnlyList<Statement> Body, SourceSpan Span) : Statement(Span);

/// <summary><c>while name (test) … endwhile</c></summary>
public sealed record WhileStatement(string? Name, Expr Test, IReadOnlyList<Statement> Body, SourceSpan Span) : Statement(Span);

/// <summary><c>fork name (seconds) … endfork</c></summary>
public sealed record ForkStatement(string? Name, Expr Delay, IReadOnlyList<Statement> Body, SourceSpan Span) : Statement(Span);

/// <summary><c>try … except id (codes) … finally … endtry</c></summary>
public sealed record TryStatement(
    IReadOnlyList<Statement> Body, IReadOnlyList<ExceptClause> Excepts, IReadOnlyList<Statement>? Finally, SourceSpan Span) : Statement(Span);

/// <summary><c>except id (codes) …</c>; codes null is <c>ANY</c>.</summary>
public sealed record ExceptClause(string? Name, IReadOnlyList<Expr>? Codes, IReadOnlyList<Statement> Body, SourceSpan Span);

/// <summary><c>return expr;</c></summary>
public sealed record ReturnStatement(Expr? Value, SourceSpan Span) : Statement(Span);

/// <summary><c>break name;</c></summary>
public sealed record BreakStatement(string? Name, SourceSpan Span) : Statement(Span);

/// <summary><c>continue name;</c></summary>
public sealed record ContinueStatement(string? Name, SourceSpan Span) : Statement(Span);

/// <summary><c>begin … end</c></summary>
public sealed record BlockStatement(IReadOnlyList<Statement> Body, SourceSpan Span) : Statement(Span);

/// <summary><c>let name = value;  const name = value;  global name = value;</c></summary>
public sealed record DeclarationStatement(DeclarationKind Kind, string Name, Expr? Value, SourceSpan Span) : Statement(Span);

/// <summary><c>let {a, ?b = default, @rest} = value;</c></summary>
public sealed record ScatterDeclarationStatement(DeclarationKind Kind, ScatterPattern Pattern, Expr Value, SourceSpan Span) : Statement(Span);

/// <summary><c>fn name (params) … endfn</c>: a function that may call itself by its name.</summary>
public sealed record FunctionStatement(string Name, LambdaExpr Function, SourceSpan Span) : Statement(Span);

/// <summary>What a declaration makes.</summary>
public enum DeclarationKind
{
    /// <summary><c>let</c>: a variable of this block.</summary>
    Let,
    /// <summary><c>const</c>: a variable of this block that is never assigned again.</summary>
    Const,
    /// <summary><c>global</c>: the verb-wide variable, even where a block's variable of that name hides it.</summary>
    Global,
}
