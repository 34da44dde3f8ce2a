using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Moo.Store.Values;

namespace Moo.Language.Syntax;

/// <summary>Cuts source text into tokens. Never throws: what it cannot read becomes a diagnostic and a <see cref="TokenKind.Bad"/> token.</summary>
internal sealed class Lexer(string source, List<Diagnostic> diagnostics, int start = 0)
{
    private static readonly FrozenDictionary<string, TokenKind> Keywords = new Dictionary<string, TokenKind>
    {
        ["if"] = TokenKind.If,
        ["elseif"] = TokenKind.ElseIf,
        ["else"] = TokenKind.Else,
        ["endif"] = TokenKind.EndIf,
        ["for"] = TokenKind.For,
        ["in"] = TokenKind.In,
        ["endfor"] = TokenKind.EndFor,
        ["while"] = TokenKind.While,
        ["endwhile"] = TokenKind.EndWhile,
        ["fork"] = TokenKind.Fork,
        ["endfork"] = TokenKind.EndFork,
        ["return"] = TokenKind.Return,
        ["break"] = TokenKind.Break,
        ["continue"] = TokenKind.Continue,
        ["try"] = TokenKind.Try,
        ["except"] = TokenKind.Except,
        ["finally"] = TokenKind.Finally,
        ["endtry"] = TokenKind.EndTry,
        ["any"] = TokenKind.Any,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, TokenKind>.AlternateLookup<ReadOnlySpan<char>> KeywordLookup =
        Keywords.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private static readonly SearchValues<char> StringStops = SearchValues.Create("\"\\\n");

    private int _at = start;

    /// <summary>The words that the lexer reserves.</summary>
    public static IEnumerable<string> ReservedWords => Keywords.Keys;

    /// <summary>Where the next token is looked for.</summary>
    public int Position => _at;

    private char Peek(int ahead = 0) => _at + ahead < source.Length ? source[_at + ahead] : '\0';

    public Token Next()
    {
        SkipBlanks();
        var from = _at;
        if (_at >= source.Length) return new Token(TokenKind.End, new SourceSpan(source.Length, 0));

        var c = source[_at];
        if (c is 'b' or 'B' && Peek(1) == '"') return BinaryLiteral();
        if (char.IsAsciiLetter(c) || c == '_') return Word();
        if (char.IsAsciiDigit(c) || c == '.' && char.IsAsciiDigit(Peek(1))) return Number();
        if (c == '"') return StringLiteral();
        if (c == '#') return ObjectLiteral();

        var (kind, length) = Operator(c);
        _at += length;
        var span = new SourceSpan(from, length);
        if (kind == TokenKind.Bad) Report(span, $"a program cannot contain {Describe(c)} here{Remedy(c)}");
        return new Token(kind, span);
    }

    private static string Remedy(char c) => c switch
    {
        '&' => "; '&&' means and, '&.' works on bits",
        '“' or '”' or '„' or '«' or '»' => "; strings stand between straight quotes: \"",
        '‘' or '’' => "; write '",
        '–' or '—' => "; write -",
        _ => "",
    };

    private void SkipBlanks()
    {
        while (_at < source.Length)
        {
            var c = source[_at];
            if (c is ' ' or '\t' or '\n' or '\r' or '\f' or '\v') _at++;
            else if (c == '/' && Peek(1) == '/') _at = IndexOrEnd('\n');
            else if (c == '/' && Peek(1) == '*') SkipComment();
            else break;
        }
    }

    private void SkipComment()
    {
        var end = source.IndexOf("*/", _at + 2, StringComparison.Ordinal);
        if (end < 0) Report(new SourceSpan(_at, 2), "this comment is never closed: */ is missing");
        _at = end < 0 ? source.Length : end + 2;
    }

    private int IndexOrEnd(char c)
    {
        var found = source.IndexOf(c, _at);
        return found < 0 ? source.Length : found;
    }

    private Token Word()
    {
        var from = _at;
        var length = source.AsSpan(_at).IndexOfAnyExcept(NameCharacters);
        _at = length < 0 ? source.Length : _at + length;
        var word = source.AsSpan(from, _at - from);
        var span = new SourceSpan(from, word.Length);
        if (KeywordLookup.TryGetValue(word, out var keyword)) return new Token(keyword, span, Names.Intern(word));
        var name = Names.Intern(word);
        var isError = word.Length > 2 && word[1] == '_' && ErrorCode.IsBuiltIn(name);
        return new Token(isError ? TokenKind.Error : TokenKind.Name, span, name);
    }

    private Token Number()
    {
        var from = _at;
        SkipDigits();
        var isFloat = false;
        // 1..5 is a range, 1.name a property; 1.5, 1. and 1.e5 are floats.
        if (Peek() == '.' && Peek(1) != '.' && (!char.IsAsciiLetter(Peek(1)) && Peek(1) is not ('_' or '(') || IsExponent(1)))
        {
            isFloat = true;
            _at++;
            SkipDigits();
        }
        if (IsExponent(0))
        {
            isFloat = true;
            _at += 2;
            SkipDigits();
        }
        var span = new SourceSpan(from, _at - from);
        var digits = source.Substring(from, span.Length).Replace("_", "", StringComparison.Ordinal);
        if (!isFloat) return new Token(TokenKind.Int, span, null, Value.Int(Integer(digits, span)));
        if (!FloatText.TryParse(digits, out var number)) Report(span, $"{digits} is too large for a float");
        return new Token(TokenKind.Float, span, null, Value.Float(double.IsFinite(number) ? number : 0));
    }

    private bool IsExponent(int ahead) => Peek(ahead) is 'e' or 'E'
        && (char.IsAsciiDigit(Peek(ahead + 1)) || Peek(ahead + 1) is '+' or '-' && char.IsAsciiDigit(Peek(ahead + 2)));

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek()) || Peek() == '_' && char.IsAsciiDigit(Peek(1))) _at++;
    }

    // The magnitude of the smallest integer has no positive twin; "-9223372036854775808" reads as its negation, which wraps back.
    private long Integer(ReadOnlySpan<char> digits, SourceSpan span)
    {
        const ulong largest = (ulong)long.MaxValue + 1;
        if (ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= largest)
            return unchecked((long)number);
        Report(span, $"{digits} is too large for an integer: the largest is {long.MaxValue}");
        return 0;
    }

    private Token ObjectLiteral()
    {
        var from = _at++;
        var digits = _at;
        if (Peek() == '-') _at++;
        while (char.IsAsciiDigit(Peek())) _at++;
        var span = new SourceSpan(from, _at - from);
        if (long.TryParse(source.AsSpan(digits, _at - digits), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return new Token(TokenKind.Object, span, null, Value.Obj(number));
        var isComment = _at < source.Length && source[_at] is ' ' or '#' or '!';
        Report(span, "an object number such as #12 needs digits behind the #" + (isComment ? "; a comment begins with //" : ""));
        return new Token(TokenKind.Object, span, null, Value.Nothing);
    }

    private Token StringLiteral()
    {
        var from = _at++;
        var rest = source.AsSpan(_at);
        var stop = rest.IndexOfAny(StringStops);
        if (stop >= 0 && rest[stop] == '"')
        {
            // The common case: no escapes.
            _at += stop + 1;
            return new Token(TokenKind.Str, new SourceSpan(from, _at - from), null, Value.Str(rest[..stop].ToString()));
        }
        var text = new StringBuilder();
        while (true)
        {
            if (_at >= source.Length || source[_at] == '\n')
            {
                Report(new SourceSpan(from, _at - from), "this string is never closed: a \" is missing");
                break;
            }
            var c = source[_at++];
            if (c == '"') break;
            if (c == '\\' && _at < source.Length) Escape(text);
            else text.Append(c);
        }
        return new Token(TokenKind.Str, new SourceSpan(from, _at - from), null, Value.Str(MooText.Repair(text.ToString())));
    }

    private void Escape(StringBuilder text)
    {
        var from = _at - 1;
        var c = source[_at++];
        switch (c)
        {
            case 'n':
                text.Append('\n');
                break;
            case 'r':
                text.Append('\r');
                break;
            case 't':
                text.Append('\t');
                break;
            case 'x' when IsHex(2):
                Append(text, Hex(2), from);
                break;
            case 'u' when IsHex(4):
                AppendUnit(text, Hex(4), from);
                break;
            case 'u' when Peek() == '{':
                AppendBraced(text, from);
                break;
            default:
                text.Append(c);
                break;
        }
    }

    private bool IsHex(int digits)
    {
        for (var i = 0; i < digits; i++)
            if (!char.IsAsciiHexDigit(Peek(i))) return false;
        return true;
    }

    private int Hex(int digits)
    {
        var code = int.Parse(source.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        _at += digits;
        return code;
    }

    private void AppendUnit(StringBuilder text, int unit, int from)
    {
        // A pair written as two escapes is one character.
        if (char.IsHighSurrogate((char)unit) && Peek() == '\\' && Peek(1) == 'u')
        {
            _at += 2;
            if (IsHex(4))
            {
                text.Append((char)unit).Append((char)Hex(4));
                return;
            }
            _at -= 2;
        }
        Append(text, unit, from);
    }

    private void AppendBraced(StringBuilder text, int from)
    {
        _at++;
        var digits = 0;
        while (char.IsAsciiHexDigit(Peek(digits)) && digits < 6) digits++;
        if (digits == 0 || Peek(digits) != '}')
        {
            Report(new SourceSpan(from, _at - from), "\\u{…} needs one to six hexadecimal digits between the braces");
            return;
        }
        var code = Hex(digits);
        _at++;
        Append(text, code, from);
    }

    private void Append(StringBuilder text, int code, int from)
    {
        if (Rune.IsValid(code)) text.Append(new Rune(code).ToString());
        else Report(new SourceSpan(from, _at - from), $"{code:X} is not a character");
    }

    private Token BinaryLiteral()
    {
        var from = _at++;
        var content = StringLiteral();
        var span = new SourceSpan(from, _at - from);
        var base64 = content.Value.AsStr.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        base64 = base64.PadRight((base64.Length + 3) / 4 * 4, '=');
        var bytes = new byte[base64.Length];
        if (Convert.TryFromBase64String(base64, bytes, out var written))
            return new Token(TokenKind.Binary, span, null, Value.Of(new MooBinary(bytes[..written])));
        Report(span, "a binary literal holds URL-safe base64: letters, digits, - and _");
        return new Token(TokenKind.Binary, span, null, Value.Of(new MooBinary([])));
    }

    private (TokenKind Kind, int Length) Operator(char c) => (c, Peek(1), Peek(2)) switch
    {
        ('=', '=', _) => (TokenKind.Equal, 2),
        ('=', '>', _) => (TokenKind.FatArrow, 2),
        ('=', _, _) => (TokenKind.Assign, 1),
        ('!', '=', _) => (TokenKind.NotEqual, 2),
        ('!', _, _) => (TokenKind.Bang, 1),
        ('<', '=', _) => (TokenKind.LessOrEqual, 2),
        ('<', '<', _) => (TokenKind.ShiftLeft, 2),
        ('<', _, _) => (TokenKind.Less, 1),
        ('>', '=', _) => (TokenKind.GreaterOrEqual, 2),
        ('>', '>', '>') => (TokenKind.ShiftRightLogical, 3),
        ('>', '>', _) => (TokenKind.ShiftRight, 2),
        ('>', _, _) => (TokenKind.Greater, 1),
        ('-', '>', _) => (TokenKind.Arrow, 2),
        ('-', _, _) => (TokenKind.Minus, 1),
        ('&', '&', _) => (TokenKind.And, 2),
        ('&', '.', _) => (TokenKind.BitAnd, 2),
        ('|', '|', _) => (TokenKind.Or, 2),
        // "a ? b |.5" is a conditional with a float, not a bitwise or: nobody or's with a property of nothing.
        ('|', '.', _) => char.IsAsciiDigit(Peek(2)) ? (TokenKind.Bar, 1) : (TokenKind.BitOr, 2),
        ('|', _, _) => (TokenKind.Bar, 1),
        ('^', '.', not '.') => (TokenKind.BitXor, 2),
        ('^', _, _) => (TokenKind.Caret, 1),
        ('.', '.', _) => (TokenKind.DotDot, 2),
        ('.', _, _) => (TokenKind.Dot, 1),
        ('+', _, _) => (TokenKind.Plus, 1),
        ('*', _, _) => (TokenKind.Star, 1),
        ('/', _, _) => (TokenKind.Slash, 1),
        ('%', _, _) => (TokenKind.Percent, 1),
        ('~', _, _) => (TokenKind.Tilde, 1),
        ('(', _, _) => (TokenKind.LeftParen, 1),
        (')', _, _) => (TokenKind.RightParen, 1),
        ('{', _, _) => (TokenKind.LeftBrace, 1),
        ('}', _, _) => (TokenKind.RightBrace, 1),
        ('[', _, _) => (TokenKind.LeftBracket, 1),
        (']', _, _) => (TokenKind.RightBracket, 1),
        (',', _, _) => (TokenKind.Comma, 1),
        (';', _, _) => (TokenKind.Semicolon, 1),
        (':', _, _) => (TokenKind.Colon, 1),
        ('$', _, _) => (TokenKind.Dollar, 1),
        ('@', _, _) => (TokenKind.At, 1),
        ('?', _, _) => (TokenKind.Question, 1),
        ('`', _, _) => (TokenKind.Backquote, 1),
        ('\'', _, _) => (TokenKind.Quote, 1),
        _ => (TokenKind.Bad, char.IsSurrogatePair(c, Peek(1)) ? 2 : 1),
    };

    private static string Describe(char c) =>
        char.IsControl(c) ? $"the control character \\x{(int)c:X2}" : char.IsSurrogate(c) ? "this character" : $"'{c}'";

    private void Report(SourceSpan span, string message) => diagnostics.Add(new Diagnostic(span, message));
}
