using Moo.Store.Values;

namespace Moo.Language.Syntax;

/// <summary>Reads programs: recursive descent for statements, precedence climbing for expressions.</summary>
/// <remarks>
/// After an error it keeps quiet until the next statement (<see cref="Recover"/>) and goes on from there, so that one mistake gives one
/// message and several mistakes give several. It never throws, whatever the text.
/// Words that LambdaMOO does not reserve (<c>let</c>, <c>fn</c>, <c>begin</c> …) are keywords only where a name could not stand.
/// </remarks>
public sealed class Parser
{
    private const int MostErrors = 20;

    // Deeper nesting than any person writes; each level costs some hundred bytes of stack.
    private const int DeepestNesting = 200;

    private static readonly LiteralExpr Missing = new(default, default);

    private readonly List<Diagnostic> _diagnostics = [];
    private readonly List<Token> _tokens = [];
    private readonly SourceText _source;
    private int _at;
    private int _nesting;
    private int _indexes;
    private bool _isQuiet;
    private SourceSpan? _elseIf;
    private bool _noGreater;
    private bool _noLambda;

    private Parser(string source)
    {
        _source = new SourceText(source);
        var lexer = new Lexer(source, _diagnostics);
        do _tokens.Add(lexer.Next());
        while (_tokens[^1].Kind != TokenKind.End);
    }

    /// <summary>Reads a whole program: the text of a verb.</summary>
    public static ParseResult Parse(string source)
    {
        var parser = new Parser(source);
        var statements = parser.Statements();
        while (parser.Current.Kind != TokenKind.End)
        {
            if (parser.Opener() is { } opener)
            {
                parser.Report(parser.Current.Span, $"there is no '{opener}' that this {Describe(parser.Current)} could belong to");
                parser._at++;
                parser._isQuiet = false;
            }
            else
            {
                parser.Unexpected("a statement");
                parser.Recover(parser._at);
            }
            statements.AddRange(parser.Statements());
        }
        return new ParseResult(statements, parser.Errors());
    }

    /// <summary>Reads one expression that is the whole text; null if it is none.</summary>
    public static (Expr? Expression, IReadOnlyList<Diagnostic> Diagnostics) ParseExpression(string source)
    {
        var parser = new Parser(source);
        var expression = parser.Expression();
        if (parser.Current.Kind != TokenKind.End) parser.Unexpected("the end");
        var errors = parser.Errors();
        return (errors.Count == 0 ? expression : null, errors);
    }

    private List<Diagnostic> Errors() => [.. _diagnostics.OrderBy(d => d.Span.Start).Take(MostErrors)];

    // ---- tokens

    private Token Current => _tokens[_at];

    private Token Ahead(int count = 1) => _tokens[Math.Min(_at + count, _tokens.Count - 1)];

    private Token Take()
    {
        var token = _tokens[_at];
        if (token.Kind != TokenKind.End) _at++;
        return token;
    }

    private bool Accept(TokenKind kind)
    {
        if (Current.Kind != kind) return false;
        _at++;
        return true;
    }

    private bool Expect(TokenKind kind, string what)
    {
        if (Accept(kind)) return true;
        Unexpected(what);
        return false;
    }

    private bool IsWord(string word, int ahead = 0)
    {
        var token = Ahead(ahead);
        return token.Kind == TokenKind.Name && token.Text!.Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    private SourceSpan From(SourceSpan start) => SourceSpan.Between(start, _tokens[Math.Max(0, _at - 1)].Span);

    // ---- errors

    private void Unexpected(string expected)
    {
        var found = Current;
        if (FollowsUnreadable())
        {
            _isQuiet = true;
            return;
        }
        var hint = Remedies.For(_tokens, _at) ?? (found.Kind is TokenKind.Name or TokenKind.End ? Misspelling() : null);
        Report(found.Span, $"expected {expected}, found {Describe(found)}{hint}");
    }

    // What the lexer could not read it has reported; what comes of it behind that place is no mistake of its own.
    private bool FollowsUnreadable() => _at > 0 && _diagnostics.Exists(known => known.Span.End == _tokens[_at - 1].Span.End);

    // Where a semicolon is missing and the next statement stands in another line, the mistake is at the end of the line before.
    private void EndStatement(int first)
    {
        if (Accept(TokenKind.Semicolon)) return;
        var last = _tokens[Math.Max(0, _at - 1)].Span;
        var isElsewhere = _at > 0 && _source.LineOf(last.End) != _source.LineOf(Current.Span.Start);
        if (!isElsewhere || FollowsUnreadable() || Remedies.For(_tokens, _at) is not null || Misspelling() is not null) Unexpected("';'");
        else Report(new SourceSpan(last.End, 0), $"expected ';' at the end of this statement{Remedies.ForBeginning(_tokens[first])}");
    }

    private void Report(SourceSpan span, string message)
    {
        if (_isQuiet) return;
        _isQuiet = true;
        // What the lexer could not read it has reported itself.
        if (Current.Kind != TokenKind.Bad) _diagnostics.Add(new Diagnostic(span, message));
    }

    // "esle" or "endfi" in front of the error explain it better than what came after.
    private string? Misspelling()
    {
        for (var i = _at; i >= Math.Max(0, _at - 1); i--)
        {
            // Keywords begin statements: a word inside one is no slip of one.
            if (_tokens[i].Kind != TokenKind.Name || i > 0 && !MayPrecedeStatement(_tokens[i - 1], _tokens[i])) continue;
            var close = Spelling.Closest(_tokens[i].Text!, Lexer.ReservedWords);
            if (close is not null) return $"; did you mean '{close}' instead of '{_tokens[i].Text}'?";
        }
        return null;
    }

    private bool MayPrecedeStatement(Token before, Token word) => before.Kind == TokenKind.Semicolon || StartsOrEndsStatement(before.Kind)
        || _source.LineOf(before.Span.End) != _source.LineOf(word.Span.Start);

    private static string Describe(Token token) => token.Kind switch
    {
        TokenKind.End => "the end of the program",
        TokenKind.Str => "a string",
        TokenKind.Int or TokenKind.Float => $"the number {token.Value}",
        TokenKind.Object => $"{token.Value}",
        TokenKind.Bad => "something unreadable",
        TokenKind.Binary => "a binary string",
        _ => $"'{token.Text ?? TokenText.Of(token.Kind)}'",
    };

    // Skips to behind the next semicolon, or to a word that starts or ends a statement.
    private void Recover(int start)
    {
        _isQuiet = false;
        _indexes = 0;
        _noGreater = _noLambda = false;
        // Of "x = ;" nothing is left to skip: the next statement is to be read.
        if (_at > start && _tokens[_at - 1].Kind == TokenKind.Semicolon) return;
        var first = _at;
        while (Current.Kind != TokenKind.End)
        {
            if (Accept(TokenKind.Semicolon)) return;
            if (_at > first && StartsOrEndsStatement(Current.Kind)) return;
            _at++;
        }
    }

    private static bool StartsOrEndsStatement(TokenKind kind) =>
        kind is >= TokenKind.If and <= TokenKind.EndTry and not (TokenKind.In or TokenKind.Return);

    private bool Enter()
    {
        if (_nesting >= DeepestNesting)
        {
            Report(Current.Span, $"this is nested more than {DeepestNesting} levels deep");
            return false;
        }
        _nesting++;
        return true;
    }

    // ---- statements

    private static bool EndsBlock(TokenKind kind) => kind is TokenKind.End or TokenKind.ElseIf or TokenKind.Else or TokenKind.EndIf
        or TokenKind.EndFor or TokenKind.EndWhile or TokenKind.EndFork or TokenKind.Except or TokenKind.Finally or TokenKind.EndTry;

    // statements = { statement }
    private List<Statement> Statements(string? closingWord = null)
    {
        var statements = new List<Statement>();
        if (!Enter())
        {
            // Leave the whole text: nothing behind this makes sense.
            _at = _tokens.Count - 1;
            return statements;
        }
        while (!EndsBlock(Current.Kind) && !(closingWord is not null && IsClosing(closingWord)) && !(closingWord != "end" && IsLooseEnd()))
        {
            var before = _at;
            if (Statement() is { } statement) statements.Add(statement);
            if (_isQuiet) Recover(before);
            else if (_at == before) _at++;
        }
        _nesting--;
        return statements;
    }

    // "end" and "endfn" close a block, unless something is done with a variable of that name in the same line.
    private bool IsClosing(string word) => IsWord(word) && (EndsLine() || Ahead().Kind is not (TokenKind.Assign or TokenKind.Dot
        or TokenKind.Colon or TokenKind.LeftBracket or TokenKind.Plus or TokenKind.Minus or TokenKind.Question));

    // Whether nothing follows the current token in its line.
    private bool EndsLine() => _source.LineOf(Current.Span.Start) != _source.LineOf(Ahead().Span.Start);

    private Statement? Statement()
    {
        var (start, first) = (Current.Span, _at);
        switch (Current.Kind)
        {
            case TokenKind.Semicolon:
                _at++;
                return null;
            case TokenKind.If:
                return If(start);
            case TokenKind.For:
                return For(start);
            case TokenKind.While:
                return While(start);
            case TokenKind.Fork:
                return Fork(start);
            case TokenKind.Try:
                return Try(start);
            case TokenKind.Return when Ahead().Kind == TokenKind.Semicolon || StartsExpression(Ahead()):
                return Return(start);
            case TokenKind.Break or TokenKind.Continue:
                return Jump(start);
            case TokenKind.Name when Contextual(start) is { } statement:
                return statement;
        }
        var expression = Expression();
        EndStatement(first);
        return new ExpressionStatement(expression, From(start));
    }

    // if (expr) statements { elseif (expr) statements } [ else statements ] endif
    private IfStatement If(SourceSpan start)
    {
        var branches = new List<(Expr, IReadOnlyList<Statement>)>();
        do
        {
            _at++;
            var test = Parenthesised();
            branches.Add((test, Statements()));
        }
        while (Current.Kind == TokenKind.ElseIf);
        if (Current.Kind == TokenKind.Else && Ahead().Kind == TokenKind.If && !EndsLine()) _elseIf ??= Current.Span;
        IReadOnlyList<Statement>? otherwise = Accept(TokenKind.Else) ? Statements() : null;
        Close(TokenKind.EndIf, "endif", "if", start);
        return new IfStatement(branches, otherwise, From(start));
    }

    // for name [, name] in ( (expr) | [expr..expr] ) statements endfor
    private Statement For(SourceSpan start)
    {
        _at++;
        var value = Name("the loop's variable");
        var key = Accept(TokenKind.Comma) ? Name("the second variable") : null;
        Expect(TokenKind.In, "'in'");
        if (key is null && Accept(TokenKind.LeftBracket))
        {
            var from = Expression();
            Expect(TokenKind.DotDot, "'..'");
            var to = Expression();
            Expect(TokenKind.RightBracket, "']'");
            var rangeBody = Statements();
            Close(TokenKind.EndFor, "endfor", "for", start);
            return new ForRangeStatement(value, from, to, rangeBody, From(start));
        }
        var collection = Parenthesised();
        var body = Statements();
        Close(TokenKind.EndFor, "endfor", "for", start);
        return new ForInStatement(value, key, collection, body, From(start));
    }

    // while [name] (expr) statements endwhile
    private WhileStatement While(SourceSpan start)
    {
        _at++;
        var name = Current.Kind == TokenKind.Name ? Take().Text : null;
        var test = Parenthesised();
        var body = Statements();
        Close(TokenKind.EndWhile, "endwhile", "while", start);
        return new WhileStatement(name, test, body, From(start));
    }

    // fork [name] (expr) statements endfork
    private ForkStatement Fork(SourceSpan start)
    {
        _at++;
        var name = Current.Kind == TokenKind.Name ? Take().Text : null;
        var delay = Parenthesised();
        var body = Statements();
        Close(TokenKind.EndFork, "endfork", "fork", start);
        return new ForkStatement(name, delay, body, From(start));
    }

    // try statements { except [name] (codes) statements } [ finally statements ] endtry
    private TryStatement Try(SourceSpan start)
    {
        _at++;
        var body = Statements();
        var excepts = new List<ExceptClause>();
        while (Current.Kind == TokenKind.Except)
        {
            var clause = Take().Span;
            var name = Current.Kind == TokenKind.Name ? Take().Text : null;
            Expect(TokenKind.LeftParen, "'(' and the errors to catch");
            var codes = Codes();
            Expect(TokenKind.RightParen, "')'");
            excepts.Add(new ExceptClause(name, codes, Statements(), From(clause)));
        }
        IReadOnlyList<Statement>? last = Accept(TokenKind.Finally) ? Statements() : null;
        if (excepts.Count == 0 && last is null) Unexpected("'except' or 'finally'");
        Close(TokenKind.EndTry, "endtry", "try", start);
        return new TryStatement(body, excepts, last, From(start));
    }

    private ReturnStatement Return(SourceSpan start)
    {
        _at++;
        var value = Current.Kind == TokenKind.Semicolon ? null : Expression();
        // "return x || return y" and the like go on behind the value; Expression has read it all.
        EndStatement(_at);
        return new ReturnStatement(value, From(start));
    }

    private Statement Jump(SourceSpan start)
    {
        var isBreak = Take().Kind == TokenKind.Break;
        var name = Current.Kind == TokenKind.Name && _source.LineOf(Current.Span.Start) == _source.LineOf(start.Start) ? Take().Text : null;
        EndStatement(_at);
        return isBreak ? new BreakStatement(name, From(start)) : new ContinueStatement(name, From(start));
    }

    private Statement? Contextual(SourceSpan start)
    {
        var next = Ahead().Kind;
        if (next is TokenKind.Name or TokenKind.LeftBrace)
        {
            if (IsWord("let")) return Declaration(DeclarationKind.Let, start);
            if (IsWord("const")) return Declaration(DeclarationKind.Const, start);
            if (IsWord("global")) return Declaration(DeclarationKind.Global, start);
        }
        if (IsWord("fn") && next == TokenKind.Name && Ahead(2).Kind == TokenKind.LeftParen) return Function(start);
        return IsWord("begin") && (EndsLine() || StartsBlock(Ahead())) ? Block(start) : null;
    }

    // Behind "begin" as a variable an operator or the statement's end must follow; behind the keyword, a statement.
    private static bool StartsBlock(Token next) => next.Kind is TokenKind.Name or TokenKind.Str or TokenKind.Int or TokenKind.Float
        or TokenKind.Object or TokenKind.Error or TokenKind.Dollar or TokenKind.LeftBrace or TokenKind.Backquote
        || next.Kind is TokenKind.Return or TokenKind.Break or TokenKind.Continue
        || next.Kind is TokenKind.If or TokenKind.For or TokenKind.While or TokenKind.Fork or TokenKind.Try;

    // ( let | const | global ) ( name [= expr] | pattern = expr ) ;
    private Statement Declaration(DeclarationKind kind, SourceSpan start)
    {
        _at++;
        if (Current.Kind == TokenKind.LeftBrace)
        {
            var pattern = Pattern();
            Expect(TokenKind.Assign, "'='");
            var source = Expression();
            EndStatement(_at);
            return new ScatterDeclarationStatement(kind, pattern, source, From(start));
        }
        var name = Name("the variable's name");
        var value = Accept(TokenKind.Assign) ? Expression() : null;
        if (kind == DeclarationKind.Const && value is null) Unexpected("'=' and the constant's value");
        EndStatement(_at);
        return new DeclarationStatement(kind, name, value, From(start));
    }

    // begin statements end
    private BlockStatement Block(SourceSpan start)
    {
        _at++;
        var body = Statements("end");
        if (!_isQuiet && !IsWord("end")) Unexpected($"'end' (for the 'begin' in {Place(start)})");
        else if (IsWord("end")) _at++;
        return new BlockStatement(body, From(start));
    }

    // fn name (params) statements endfn
    private FunctionStatement Function(SourceSpan start)
    {
        _at++;
        var name = Name("the function's name");
        return new FunctionStatement(name, FunctionRest(start), From(start));
    }

    private void Close(TokenKind kind, string word, string opener, SourceSpan start)
    {
        if (Accept(kind)) return;
        var expected = $"'{word}' (for the '{opener}' in {Place(start)})";
        if (IsEndWord())
        {
            var isTwoWords = !EndsLine() && Ahead().Kind != TokenKind.End;
            Report(Current.Span, $"expected {expected}, found '{Current.Text}'; write '{word}'{(isTwoWords ? ", as one word" : "")}");
            _at += isTwoWords ? 2 : 1;
            _isQuiet = false;
        }
        else if (_elseIf is { } span && kind == TokenKind.EndIf)
        {
            Report(Current.Span, $"expected {expected}, found {Describe(Current)}; the 'else if' in {Place(span)} begins an 'if' of its own: write 'elseif'");
        }
        else
        {
            Unexpected(expected);
            // Of two words that end blocks, the one at the wrong place was meant for this block.
            if (Opener() is null || Current.Kind is TokenKind.ElseIf or TokenKind.Else or TokenKind.Except or TokenKind.Finally) return;
            _at++;
            _isQuiet = false;
        }
    }

    // "end", "end if": how other languages end a block.
    private bool IsLooseEnd() => _nesting > 1 && IsEndWord();

    private bool IsEndWord() => IsWord("end")
        && (EndsLine() || Ahead().Kind is TokenKind.If or TokenKind.For or TokenKind.While or TokenKind.Fork or TokenKind.Try or TokenKind.End);

    // What the current word, if it ends a block or a part of one, ends.
    private string? Opener() => Current.Kind switch
    {
        TokenKind.ElseIf or TokenKind.Else or TokenKind.EndIf => "if",
        TokenKind.EndFor => "for",
        TokenKind.EndWhile => "while",
        TokenKind.EndFork => "fork",
        TokenKind.Except or TokenKind.Finally or TokenKind.EndTry => "try",
        _ => null,
    };

    private string Place(SourceSpan span) => $"line {_source.LineOf(span.Start)}";

    private string Name(string what)
    {
        if (Current.Kind == TokenKind.Name) return Take().Text!;
        Unexpected(what);
        return "";
    }

    private Expr Parenthesised()
    {
        Expect(TokenKind.LeftParen, "'('");
        var expression = Expression();
        Expect(TokenKind.RightParen, "')'");
        return expression;
    }

    // codes = ANY | arguments
    private List<Expr>? Codes()
    {
        if (Accept(TokenKind.Any)) return null;
        var outer = _noLambda;
        _noLambda = true;
        var codes = new List<Expr>();
        do codes.Add(Argument());
        while (Accept(TokenKind.Comma));
        _noLambda = outer;
        return codes;
    }

    // ---- expressions, loosest first

    // expression = conditional [ = expression ]
    private Expr Expression()
    {
        if (_isQuiet) return Missing;
        if (!Enter()) return Missing;
        var start = Current.Span;
        var expression = Conditional();
        if (Current.Kind == TokenKind.Assign && !_isQuiet) expression = Assignment(expression, start);
        _nesting--;
        return expression;
    }

    private Expr Assignment(Expr target, SourceSpan start)
    {
        var sign = Take().Span;
        if (target is not (NameExpr or PropertyExpr or IndexExpr or RangeExpr))
        {
            Report(sign, "only a variable, a property, an index or a list of variables can stand before '='; to compare, write '=='");
            return target;
        }
        var value = Expression();
        return new AssignExpr(target, value, From(start));
    }

    // conditional = binary [ ? expression | conditional ]
    private Expr Conditional()
    {
        var start = Current.Span;
        var test = Binary(0);
        if (!Accept(TokenKind.Question)) return test;
        var yes = Expression();
        Expect(TokenKind.Bar, "'|' and what the condition gives if it is false");
        if (_isQuiet || !Enter()) return Missing;
        var no = Conditional();
        _nesting--;
        return new ConditionalExpr(test, yes, no, From(start));
    }

    private static (int Level, BinaryOperator Operator) Rank(TokenKind kind) => kind switch
    {
        TokenKind.And or TokenKind.Or => (1, default),
        TokenKind.Equal => (2, BinaryOperator.Equal),
        TokenKind.NotEqual => (2, BinaryOperator.NotEqual),
        TokenKind.Less => (2, BinaryOperator.Less),
        TokenKind.LessOrEqual => (2, BinaryOperator.LessOrEqual),
        TokenKind.Greater => (2, BinaryOperator.Greater),
        TokenKind.GreaterOrEqual => (2, BinaryOperator.GreaterOrEqual),
        TokenKind.In => (2, BinaryOperator.In),
        TokenKind.BitAnd => (3, BinaryOperator.BitAnd),
        TokenKind.BitOr => (3, BinaryOperator.BitOr),
        TokenKind.BitXor => (3, BinaryOperator.BitXor),
        TokenKind.ShiftLeft => (4, BinaryOperator.ShiftLeft),
        TokenKind.ShiftRight => (4, BinaryOperator.ShiftRight),
        TokenKind.ShiftRightLogical => (4, BinaryOperator.ShiftRightLogical),
        TokenKind.Plus => (5, BinaryOperator.Add),
        TokenKind.Minus => (5, BinaryOperator.Subtract),
        TokenKind.Star => (6, BinaryOperator.Multiply),
        TokenKind.Slash => (6, BinaryOperator.Divide),
        TokenKind.Percent => (6, BinaryOperator.Modulo),
        TokenKind.Caret => (7, BinaryOperator.Power),
        _ => (0, default),
    };

    private const int PowerLevel = 7;

    // binary = unary { operator unary }, by precedence; '^' groups to the right, all others to the left
    private Expr Binary(int above)
    {
        var start = Current.Span;
        var left = Unary();
        while (!_isQuiet)
        {
            var kind = Current.Kind;
            var (level, binary) = Rank(kind);
            if (level <= above || _noGreater && StartsWithGreater(kind)) break;
            _at++;
            if (!Enter()) return Missing;
            var right = Binary(level == PowerLevel ? level - 1 : level);
            _nesting--;
            left = level == 1
                ? new LogicalExpr(kind == TokenKind.And, left, right, From(start))
                : new BinaryExpr(binary, left, right, From(start));
        }
        return left;
    }

    private static bool StartsWithGreater(TokenKind kind) =>
        kind is TokenKind.Greater or TokenKind.GreaterOrEqual or TokenKind.ShiftRight or TokenKind.ShiftRightLogical;

    // unary = ( ! | - | ~ ) unary | postfix
    private Expr Unary()
    {
        UnaryOperator? unary = Current.Kind switch
        {
            TokenKind.Bang => UnaryOperator.Not,
            TokenKind.Minus => UnaryOperator.Negate,
            TokenKind.Tilde => UnaryOperator.Complement,
            _ => null,
        };
        if (unary is null) return Postfix();
        var start = Take().Span;
        if (!Enter()) return Missing;
        var operand = Unary();
        _nesting--;
        return new UnaryExpr(unary.Value, operand, From(start));
    }

    // postfix = primary { .name | :name(args) | (args) | [index] | [from..to] }
    private Expr Postfix()
    {
        var start = Current.Span;
        var expression = Primary();
        while (!_isQuiet)
        {
            switch (Current.Kind)
            {
                case TokenKind.Dot:
                    _at++;
                    expression = new PropertyExpr(expression, MemberName("a property name"), false, From(start));
                    break;
                case TokenKind.Colon:
                    _at++;
                    var verb = MemberName("a verb name");
                    expression = new VerbCallExpr(expression, verb, Arguments(), false, From(start));
                    break;
                case TokenKind.LeftBracket:
                    expression = Index(expression, start);
                    break;
                case TokenKind.LeftParen when IsCallable(expression):
                    expression = Call(expression, start);
                    break;
                default:
                    return expression;
            }
        }
        return expression;
    }

    private static bool IsCallable(Expr expression) => expression is NameExpr or PropertyExpr or IndexExpr or LambdaExpr
        or FunctionCallExpr or VerbCallExpr or ValueCallExpr or ConditionalExpr or LogicalExpr or CatchExpr;

    private Expr Call(Expr callee, SourceSpan start) => callee switch
    {
        NameExpr name => new FunctionCallExpr(name.Name, Arguments(), name.Span, From(start)),
        PropertyExpr { IsSystem: true } verb => new VerbCallExpr(verb.Target, verb.Name, Arguments(), true, From(start)),
        _ => new ValueCallExpr(callee, Arguments(), From(start)),
    };

    // name | (expr)
    private Expr MemberName(string what)
    {
        if (Current.Text is not null)
        {
            var token = Take();
            return new LiteralExpr(Value.Str(token.Text!), token.Span);
        }
        if (Current.Kind == TokenKind.LeftParen) return Bracketed(Parenthesised);
        Unexpected(what);
        return Missing;
    }

    // [expr] | [expr..expr]
    private Expr Index(Expr indexed, SourceSpan start)
    {
        _at++;
        _indexes++;
        var (from, to) = Bracketed(() =>
        {
            var first = Expression();
            return (first, Accept(TokenKind.DotDot) ? Expression() : null);
        });
        _indexes--;
        Expect(TokenKind.RightBracket, "']'");
        return to is null ? new IndexExpr(indexed, from, From(start)) : new RangeExpr(indexed, from, to, From(start));
    }

    // Inside brackets of any kind '>' and '=>' mean what they always mean.
    private T Bracketed<T>(Func<T> content)
    {
        var (noGreater, noLambda) = (_noGreater, _noLambda);
        _noGreater = _noLambda = false;
        var result = content();
        (_noGreater, _noLambda) = (noGreater, noLambda);
        return result;
    }

    // arguments = ( [argument {, argument}] )
    private List<Expr> Arguments()
    {
        var arguments = new List<Expr>();
        if (!Expect(TokenKind.LeftParen, "'(' and the arguments")) return arguments;
        if (Accept(TokenKind.RightParen)) return arguments;
        Bracketed(() =>
        {
            do arguments.Add(Argument());
            while (!_isQuiet && Accept(TokenKind.Comma));
            return true;
        });
        Expect(TokenKind.RightParen, "',' or ')'");
        return arguments;
    }

    // argument = [@] expr
    private Expr Argument()
    {
        var start = Current.Span;
        return Accept(TokenKind.At) ? new SpliceExpr(Expression(), From(start)) : Expression();
    }

    private static bool StartsExpression(Token token) => token.Kind is TokenKind.Name or TokenKind.Int or TokenKind.Float
        or TokenKind.Str or TokenKind.Object or TokenKind.Binary or TokenKind.Error or TokenKind.LeftParen or TokenKind.LeftBrace
        or TokenKind.LeftBracket or TokenKind.Dollar or TokenKind.Backquote or TokenKind.Quote or TokenKind.Bang or TokenKind.Minus
        or TokenKind.Tilde or TokenKind.Less or TokenKind.Caret or TokenKind.Return;

    private Expr Primary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Int or TokenKind.Float or TokenKind.Str or TokenKind.Object or TokenKind.Binary:
                _at++;
                return new LiteralExpr(token.Value, token.Span);
            case TokenKind.Name when IsWord("fn") && Ahead().Kind == TokenKind.LeftParen:
                _at++;
                return FunctionRest(token.Span);
            case TokenKind.Name or TokenKind.Error:
                _at++;
                return new NameExpr(token.Text!, token.Span);
            case TokenKind.LeftParen:
                return Bracketed(Parenthesised);
            case TokenKind.LeftBrace:
                return Braces();
            case TokenKind.LeftBracket:
                return Map();
            case TokenKind.Less:
                return Flyweight();
            case TokenKind.Dollar:
                return Dollar();
            case TokenKind.Caret when _indexes > 0:
                _at++;
                return new FirstIndexExpr(token.Span);
            case TokenKind.Backquote:
                return Catch();
            case TokenKind.Quote when IsSymbol():
                _at += 2;
                var name = _tokens[_at - 1];
                return new LiteralExpr(Value.Of(new MooSymbol(name.Text ?? name.Value.AsStr)), From(token.Span));
            case TokenKind.Return:
                _at++;
                return new ReturnExpr(StartsExpression(Current) ? Expression() : null, From(token.Span));
        }
        Unexpected("an expression");
        return Missing;
    }

    // 'name, or '"any text" for names that are none.
    private bool IsSymbol() => (Ahead().Text is not null || Ahead().Kind == TokenKind.Str) && Ahead().Span.Start == Current.Span.End;

    // $name | $
    private Expr Dollar()
    {
        var start = Take().Span;
        if (Current.Text is not null && Current.Span.Start == start.End)
        {
            var name = Take();
            var system = new LiteralExpr(Value.Obj(ObjectId.System), start);
            return new PropertyExpr(system, new LiteralExpr(Value.Str(name.Text!), name.Span), true, From(start));
        }
        if (_indexes > 0) return new LastIndexExpr(start);
        Report(start, "'$' alone means the length, and only inside an index; for a property of #0 write $name");
        return Missing;
    }

    // `expr ! codes [=> expr]'
    private CatchExpr Catch()
    {
        var start = Take().Span;
        return Bracketed(() =>
        {
            var body = Expression();
            Expect(TokenKind.Bang, "'!' and the errors to catch");
            var codes = _isQuiet ? null : Codes();
            var otherwise = Accept(TokenKind.FatArrow) ? Expression() : null;
            Expect(TokenKind.Quote, "\"'\" at the end of the catch expression");
            return new CatchExpr(body, codes, otherwise, From(start));
        });
    }

    // { elements } | pattern = expr | pattern => expr | { expr for … }
    private Expr Braces()
    {
        var start = Current.Span;
        var noLambda = _noLambda;
        var (elements, optionals) = Bracketed(BraceElements);
        if (_isQuiet) return Missing;
        if (elements.Count == 1 && Current.Kind == TokenKind.For) return Bracketed(() => Comprehension(elements[0], start));
        Expect(TokenKind.RightBrace, "',' or '}'");
        if (Current.Kind == TokenKind.Assign)
        {
            var pattern = ToPattern(elements, optionals, From(start));
            _at++;
            return new ScatterExpr(pattern, Expression(), From(start));
        }
        if (Current.Kind == TokenKind.FatArrow && !noLambda)
        {
            var parameters = ToPattern(elements, optionals, From(start), mayBeEmpty: true);
            _at++;
            return new LambdaExpr(parameters, Expression(), null, From(start));
        }
        if (optionals.Count > 0)
            Report(optionals.Values.First().Span, "'?' belongs in a list of variables that is assigned to, or in a lambda's parameters");
        return new ListExpr(elements, From(start));
    }

    private (List<Expr> Elements, Dictionary<int, ScatterTarget> Optionals) BraceElements()
    {
        var elements = new List<Expr>();
        var optionals = new Dictionary<int, ScatterTarget>();
        _at++;
        if (Current.Kind == TokenKind.RightBrace) return (elements, optionals);
        do
        {
            if (Current.Kind == TokenKind.Question)
            {
                optionals[elements.Count] = Optional();
                elements.Add(Missing);
            }
            else
            {
                elements.Add(Argument());
            }
        }
        while (!_isQuiet && Accept(TokenKind.Comma));
        return (elements, optionals);
    }

    // ?name [= expr]
    private ScatterTarget Optional()
    {
        var start = Take().Span;
        var name = Name("the optional variable's name");
        var otherwise = Accept(TokenKind.Assign) ? Expression() : null;
        return new ScatterTarget(ScatterKind.Optional, name, otherwise, From(start));
    }

    private ScatterPattern ToPattern(List<Expr> elements, Dictionary<int, ScatterTarget> optionals, SourceSpan span, bool mayBeEmpty = false)
    {
        var targets = new List<ScatterTarget>();
        for (var i = 0; i < elements.Count; i++)
        {
            if (optionals.TryGetValue(i, out var optional)) targets.Add(optional);
            else if (elements[i] is NameExpr name) targets.Add(new ScatterTarget(ScatterKind.Required, name.Name, null, name.Span));
            else if (elements[i] is SpliceExpr { List: NameExpr rest }) targets.Add(new ScatterTarget(ScatterKind.Rest, rest.Name, null, rest.Span));
            else Report(elements[i].Span, "only variables can stand in a list that is assigned to: name, ?name = default, @name");
        }
        if (targets.Count == 0 && !mayBeEmpty) Report(span, "there are no variables to assign to between these braces");
        if (targets.Count(t => t.Kind == ScatterKind.Rest) > 1) Report(span, "only one variable can take the rest with '@'");
        return new ScatterPattern(targets, span);
    }

    private ScatterPattern Pattern()
    {
        var start = Current.Span;
        var (elements, optionals) = BraceElements();
        Expect(TokenKind.RightBrace, "',' or '}'");
        return ToPattern(elements, optionals, From(start));
    }

    // { element for name [, name] in ( (expr) | [expr..expr] ) [if expr] }
    private ComprehensionExpr Comprehension(Expr element, SourceSpan start)
    {
        _at++;
        var value = Name("the variable");
        var key = Accept(TokenKind.Comma) ? Name("the second variable") : null;
        Expect(TokenKind.In, "'in'");
        Expr source;
        Expr? to = null;
        if (key is null && Accept(TokenKind.LeftBracket))
        {
            source = Expression();
            Expect(TokenKind.DotDot, "'..'");
            to = Expression();
            Expect(TokenKind.RightBracket, "']'");
        }
        else
        {
            source = Parenthesised();
        }
        var filter = Accept(TokenKind.If) ? Expression() : null;
        Expect(TokenKind.RightBrace, "'}'");
        return new ComprehensionExpr(element, value, key, source, to, filter, From(start));
    }

    // ( [param {, param}] ) statements endfn
    private LambdaExpr FunctionRest(SourceSpan start)
    {
        var open = Current.Span;
        Expect(TokenKind.LeftParen, "'('");
        var targets = new List<ScatterTarget>();
        while (!_isQuiet && Current.Kind != TokenKind.RightParen)
        {
            var at = Current.Span;
            if (Current.Kind == TokenKind.Question) targets.Add(Optional());
            else if (Accept(TokenKind.At)) targets.Add(new ScatterTarget(ScatterKind.Rest, Name("a parameter"), null, From(at)));
            else targets.Add(new ScatterTarget(ScatterKind.Required, Name("a parameter"), null, From(at)));
            if (!Accept(TokenKind.Comma)) break;
        }
        Expect(TokenKind.RightParen, "',' or ')'");
        var parameters = new ScatterPattern(targets, From(open));
        var outer = (_indexes, _noGreater, _noLambda);
        (_indexes, _noGreater, _noLambda) = (0, false, false);
        var body = Statements("endfn");
        (_indexes, _noGreater, _noLambda) = outer;
        if (!_isQuiet && IsEndWord())
        {
            Report(Current.Span, $"expected 'endfn' (for the 'fn' in {Place(start)}), found '{Current.Text}'; write 'endfn'");
            _at++;
            _isQuiet = false;
        }
        else if (!_isQuiet && !IsWord("endfn"))
        {
            Unexpected($"'endfn' (for the 'fn' in {Place(start)})");
        }
        else if (IsWord("endfn"))
        {
            _at++;
        }
        return new LambdaExpr(parameters, null, body, From(start));
    }

    // [ [expr -> expr {, expr -> expr}] ]
    private MapExpr Map()
    {
        var start = Take().Span;
        var entries = new List<(Expr, Expr)>();
        if (Accept(TokenKind.RightBracket)) return new MapExpr(entries, From(start));
        Bracketed(() =>
        {
            do
            {
                if (Current.Kind == TokenKind.RightBracket) break;
                var key = Expression();
                Expect(TokenKind.Arrow, "'->' and the value");
                entries.Add((key, Expression()));
            }
            while (!_isQuiet && Accept(TokenKind.Comma));
            return true;
        });
        Expect(TokenKind.RightBracket, "',' or ']'");
        return new MapExpr(entries, From(start));
    }

    // < expr {, .name = expr} [, { elements }] >
    private FlyweightExpr Flyweight()
    {
        var start = Take().Span;
        var outer = (_noGreater, _noLambda);
        (_noGreater, _noLambda) = (true, false);
        var @delegate = Expression();
        var slots = new List<(string, Expr)>();
        Expr? contents = null;
        while (!_isQuiet && Accept(TokenKind.Comma))
        {
            if (Accept(TokenKind.Dot))
            {
                var name = Current.Text is not null ? Take().Text! : Name("the slot's name");
                Expect(TokenKind.Assign, "'='");
                slots.Add((name, Expression()));
            }
            else
            {
                contents = Expression();
                break;
            }
        }
        (_noGreater, _noLambda) = outer;
        SplitGreater();
        Expect(TokenKind.Greater, "'>' at the end of the flyweight");
        return new FlyweightExpr(@delegate, slots, contents, From(start));
    }

    // Where a flyweight ends that is the last part of another one, two signs stand together that look like one.
    private void SplitGreater()
    {
        var (first, rest) = (Current, Current.Kind switch
        {
            TokenKind.ShiftRight => TokenKind.Greater,
            TokenKind.ShiftRightLogical => TokenKind.ShiftRight,
            _ => TokenKind.End,
        });
        if (rest == TokenKind.End) return;
        var (start, length) = (first.Span.Start, first.Span.Length);
        _tokens[_at] = first with { Kind = TokenKind.Greater, Span = new SourceSpan(start, 1) };
        _tokens.Insert(_at + 1, first with { Kind = rest, Span = new SourceSpan(start + 1, length - 1) });
    }
}
