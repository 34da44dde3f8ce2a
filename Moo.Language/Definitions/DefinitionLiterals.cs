using Moo.Language.Execution;
using Moo.Language.Syntax;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Definitions;

/// <summary>Reads the literals of definition files: the language's, constants, and the forms with a <c>!</c> that only files have.</summary>
/// <remarks>
/// <c>include!("path")</c> is a file's text, <c>include_bin!("path")</c> its bytes, <c>lambda!("source", [captured], #programmer)</c> a
/// function with the variables it captured, which a plain lambda literal cannot show; <c>anonymous!(3)</c> and <c>waif!(4, #class, #owner)</c> refer to
/// objects without a number, which the same core describes.
/// </remarks>
internal sealed class DefinitionLiterals
{
    private const int DeepestNesting = TaskLimits.DeepestValue;

    private readonly string _source;
    private readonly Dictionary<string, Value> _constants;
    private readonly Func<string, string?> _include;
    private readonly ObjectId _owner;
    private readonly List<Diagnostic> _diagnostics;
    private Lexer _lexer;
    private Token _current;
    private int _end;
    private int _nesting;

    public DefinitionLiterals(string source, List<Diagnostic> diagnostics, int start, Dictionary<string, Value> constants,
        Func<string, string?> include, ObjectId owner)
    {
        _source = source;
        _diagnostics = diagnostics;
        _constants = constants;
        _include = include;
        _owner = owner;
        _lexer = new Lexer(source, diagnostics, start);
        _current = _lexer.Next();
    }

    /// <summary>Where comments, included files and names of constants stand: the value alone does not tell of them.</summary>
    public List<int> Losses { get; } = [];

    /// <summary>Reads one literal.</summary>
    /// <param name="end">The place behind it.</param>
    /// <exception cref="ReadingProblem">There is none.</exception>
    public Value Read(out int end)
    {
        var value = Value();
        end = _end;
        return value;
    }

    private void Advance()
    {
        // What stands behind the literal is none of its business: a token's surroundings count when it is taken.
        for (var at = _end; _end > 0 && at < _current.Span.Start; at++)
        {
            if (char.IsWhiteSpace(_source[at])) continue;
            Losses.Add(at);
            break;
        }
        _end = _current.Span.End;
        _current = _lexer.Next();
    }

    private bool Accept(TokenKind kind)
    {
        if (_current.Kind != kind) return false;
        Advance();
        return true;
    }

    private void Expect(TokenKind kind, string what)
    {
        if (!Accept(kind)) throw Unexpected(what);
    }

    private ReadingProblem Unexpected(string expected) =>
        new(_current.Span, $"expected {expected}, found '{_source.AsSpan(_current.Span.Start, Math.Min(_current.Span.Length, 40))}'");

    private Value Value()
    {
        if (++_nesting > DeepestNesting) throw new ReadingProblem(_current.Span, $"this value nests more than {DeepestNesting} levels deep");
        var value = Bare();
        _nesting--;
        return value;
    }

    private Value Bare()
    {
        var token = _current;
        switch (token.Kind)
        {
            case TokenKind.Int or TokenKind.Float or TokenKind.Str or TokenKind.Object or TokenKind.Binary:
                Advance();
                return token.Value;
            case TokenKind.Minus:
                Advance();
                return Negated();
            case TokenKind.LeftBrace:
                return IsLambda(token.Span.Start) ? Lambda(token.Span.Start) : List();
            case TokenKind.LeftBracket:
                return Map();
            case TokenKind.Less:
                return Flyweight();
            case TokenKind.Quote:
                return Symbol();
            case TokenKind.Error:
                Advance();
                return Error(token.Text!);
            case TokenKind.Name:
                return Named();
        }
        throw Unexpected("a value");
    }

    private Value Negated()
    {
        var token = _current;
        if (token.Kind is not (TokenKind.Int or TokenKind.Float)) throw Unexpected("a number");
        Advance();
        return token.Value.IsInt ? Store.Values.Value.Int(-token.Value.AsInt) : Store.Values.Value.Float(-token.Value.AsFloat);
    }

    private Value List()
    {
        var items = new List<Value>();
        Advance();
        while (_current.Kind != TokenKind.RightBrace)
        {
            items.Add(Value());
            if (!Accept(TokenKind.Comma)) break;
        }
        Expect(TokenKind.RightBrace, "',' or '}'");
        return Store.Values.Value.List(MooList.FromOwned([.. items], items.Count));
    }

    private Value Map() => Store.Values.Value.Of(Entries());

    private MooMap Entries()
    {
        var map = MooMap.Empty;
        Expect(TokenKind.LeftBracket, "'['");
        while (_current.Kind != TokenKind.RightBracket)
        {
            var at = _current.Span;
            var key = Value();
            if (!MooMap.IsKey(key)) throw new ReadingProblem(at, $"{Kinds.Name(key.Kind)} cannot be a key of a map");
            Expect(TokenKind.Arrow, "'->'");
            map = map.Set(key, Value());
            if (!Accept(TokenKind.Comma)) break;
        }
        Expect(TokenKind.RightBracket, "',' or ']'");
        return map;
    }

    // <object, .slot = value, …, {contents}>
    private Value Flyweight()
    {
        Advance();
        var at = _current.Span;
        if (!Value().TryObj(out var @delegate)) throw new ReadingProblem(at, "a flyweight's delegate is an object");
        var (slots, contents) = (MooMap.Empty, MooList.Empty);
        while (Accept(TokenKind.Comma))
        {
            if (Accept(TokenKind.Dot))
            {
                var name = _current.Text ?? throw Unexpected("the slot's name");
                Advance();
                Expect(TokenKind.Assign, "'='");
                slots = slots.Set(DefinitionKeys.Symbol(name), Value());
            }
            else
            {
                at = _current.Span;
                if (!Value().TryList(out var list)) throw new ReadingProblem(at, "a flyweight's contents are a list");
                contents = list;
            }
        }
        Expect(TokenKind.Greater, "',' or '>'");
        return Store.Values.Value.Of(new MooFlyweight(@delegate, slots, contents));
    }

    private Value Symbol()
    {
        Advance();
        var name = _current.Text ?? (_current.Kind == TokenKind.Str ? _current.Value.AsStr : throw Unexpected("the symbol's name"));
        Advance();
        return DefinitionKeys.Symbol(name);
    }

    // E_NAME [ (message [, value]) ]
    private Value Error(string name)
    {
        var code = ErrorCode.Find(name) ?? throw Unexpected("an error name that is known already: there are too many others");
        if (!Accept(TokenKind.LeftParen)) return Store.Values.Value.Err(code);
        if (_current.Kind != TokenKind.Str) throw Unexpected("the error's message, a string");
        var message = _current.Value.AsStr;
        Advance();
        var value = Accept(TokenKind.Comma) ? Value() : default;
        Expect(TokenKind.RightParen, "')'");
        return Store.Values.Value.Of(MooError.Of(code, message, value));
    }

    private Value Named()
    {
        var token = _current;
        var name = token.Text!;
        if (name.Equals("fn", StringComparison.OrdinalIgnoreCase)) return Lambda(token.Span.Start);
        Advance();
        if (_current.Kind == TokenKind.Bang && _current.Span.Start == token.Span.End) return Special(name, token.Span);
        if (_constants.TryGetValue(name, out var constant))
        {
            // An object's name is found again when it is written.
            if (!constant.IsObj) Losses.Add(token.Span.Start);
            return constant;
        }
        if (BuiltInVariables.TryConstant(name, out constant)) return constant;
        if (name.StartsWith("E_", StringComparison.OrdinalIgnoreCase)) return Error(name);
        var close = Spelling.Closest(name, _constants.Keys);
        throw new ReadingProblem(token.Span, $"'{name}' is not defined{(close is null ? "; constants.moo is the place to define it" : $"; did you mean '{close}'?")}");
    }

    private Value Special(string name, SourceSpan span)
    {
        Advance();
        Expect(TokenKind.LeftParen, "'('");
        if (name.Equals("anonymous", StringComparison.OrdinalIgnoreCase) || name.Equals("waif", StringComparison.OrdinalIgnoreCase)) return Hidden(isWaif: name.Length == 4);
        if (_current.Kind != TokenKind.Str) throw Unexpected("a string");
        var text = _current.Value.AsStr;
        var at = _current.Span;
        Advance();
        switch (name.ToUpperInvariant())
        {
            case "INCLUDE" or "INCLUDE_BIN":
                Losses.Add(span.Start);
                Expect(TokenKind.RightParen, "')'");
                var file = _include(text) ?? throw new ReadingProblem(at, $"there is no file \"{text}\" inside this directory");
                return name.Length == 7
                    ? Store.Values.Value.Str(MooText.Repair(File.ReadAllText(file)))
                    : Store.Values.Value.Of(new MooBinary(File.ReadAllBytes(file)));
            case "LAMBDA":
                Expect(TokenKind.Comma, "','");
                var captured = Entries();
                Expect(TokenKind.Comma, "','");
                if (!Value().TryObj(out var programmer)) throw Unexpected("the programmer, an object");
                Expect(TokenKind.RightParen, "')'");
                return Store.Values.Value.Of(new MooLambda(text, captured, programmer));
            default:
                throw new ReadingProblem(span, $"there is no '{name}!': only include!, include_bin!, lambda!, anonymous! and waif!");
        }
    }

    // anonymous!(number) or waif!(number [, class, owner]); what is left out the object's own description says.
    private Value Hidden(bool isWaif)
    {
        const long highest = 1L << 40;
        if (_current.Kind != TokenKind.Int || _current.Value.AsInt is < 0 or >= highest) throw Unexpected("its number among the objects without a number, from 0");
        var id = HiddenIds.FromIndex(_current.Value.AsInt);
        Advance();
        var (waifClass, owner) = (ObjectId.Nothing, ObjectId.Nothing);
        if (isWaif && Accept(TokenKind.Comma))
        {
            if (!Value().TryObj(out waifClass)) throw Unexpected("its class, an object");
            Expect(TokenKind.Comma, "','");
            if (!Value().TryObj(out owner)) throw Unexpected("its owner, an object");
        }
        Expect(TokenKind.RightParen, "')'");
        return isWaif ? Store.Values.Value.Of(new MooWaif(id, waifClass, owner)) : Store.Values.Value.Of(new MooAnonymous(id));
    }

    // { … } =>
    private bool IsLambda(int start)
    {
        var lexer = new Lexer(_source, [], start);
        var depth = 0;
        while (true)
        {
            var token = lexer.Next();
            if (token.Kind == TokenKind.End) return false;
            if (token.Kind == TokenKind.LeftBrace) depth++;
            if (token.Kind == TokenKind.RightBrace && --depth == 0) return lexer.Next().Kind == TokenKind.FatArrow;
        }
    }

    private static bool EndsValue(TokenKind kind) => kind is TokenKind.Semicolon or TokenKind.Comma or TokenKind.RightBrace
        or TokenKind.RightBracket or TokenKind.RightParen;

    // A lambda's text goes to the first delimiter that is not inside it.
    private Value Lambda(int start)
    {
        var lexer = new Lexer(_source, [], start);
        var (depth, functions, end) = (0, 0, start);
        while (true)
        {
            var token = lexer.Next();
            if (token.Kind == TokenKind.End || depth == 0 && functions == 0 && EndsValue(token.Kind)) break;
            if (token.Kind is TokenKind.LeftBrace or TokenKind.LeftBracket or TokenKind.LeftParen) depth++;
            if (token.Kind is TokenKind.RightBrace or TokenKind.RightBracket or TokenKind.RightParen) depth--;
            if (token.Kind == TokenKind.Name && token.Text!.Equals("fn", StringComparison.OrdinalIgnoreCase)) functions++;
            if (token.Kind == TokenKind.Name && token.Text!.Equals("endfn", StringComparison.OrdinalIgnoreCase)) functions--;
            end = token.Span.End;
        }
        var text = _source[start..end];
        var (expression, mistakes) = Parser.ParseExpression(text);
        if (expression is not LambdaExpr)
        {
            var message = mistakes.Count > 0 ? mistakes[0].Message : "this is no function";
            throw new ReadingProblem(new SourceSpan(start + (mistakes.Count > 0 ? mistakes[0].Span.Start : 0), 1), message);
        }
        _lexer = new Lexer(_source, _diagnostics, end);
        _current = new Token(TokenKind.Bad, new SourceSpan(start, text.Length));
        Advance();
        return Store.Values.Value.Of(new MooLambda(text, MooMap.Empty, _owner));
    }
}
