namespace Moo.Language.Syntax;

/// <summary>Knows what people from other languages write, and what to write instead. It looks at the words around the place where a program stopped making sense.</summary>
internal static class Remedies
{
    private const int FarthestBack = 200;

    // What other languages begin a statement with.
    private static readonly Dictionary<string, string> Beginnings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["elif"] = "write 'elseif'",
        ["elsif"] = "write 'elseif'",
        ["foreach"] = "write 'for x in (list)'",
        ["loop"] = "write 'while (1)'",
        ["until"] = "write 'while (!…)'",
        ["do"] = "write 'while (condition) … endwhile'",
        ["next"] = "write 'continue'",
        ["catch"] = "write 'except (ANY)'",
        ["var"] = "write 'let', or nothing: a variable is made by assigning to it",
        ["local"] = "write 'let', or nothing: a variable is made by assigning to it",
        ["function"] = "write 'fn name(parameters) … endfn'",
        ["func"] = "write 'fn name(parameters) … endfn'",
        ["def"] = "write 'fn name(parameters) … endfn'",
        ["switch"] = "write 'if … elseif … endif'",
        ["case"] = "write 'if … elseif … endif'",
        ["throw"] = "write 'raise(E_PERM)'",
        ["not"] = "write '!'",
        ["print"] = "write 'notify(player, text)'",
    };

    // What other languages put between the parts of an expression or statement.
    private static readonly Dictionary<string, string> Between = new(StringComparer.OrdinalIgnoreCase)
    {
        ["and"] = "write '&&'",
        ["or"] = "write '||'",
        ["mod"] = "write '%'",
        ["is"] = "write '=='",
        ["then"] = "nothing stands between the condition and the statements",
        ["do"] = "nothing stands between the condition and the statements",
        ["to"] = "write 'for i in [1..10]'",
    };

    /// <summary>What to write instead, with "; " in front; null if nothing comes to mind.</summary>
    /// <param name="tokens">The program.</param>
    /// <param name="at">Where it stopped making sense.</param>
    public static string? For(List<Token> tokens, int at)
    {
        var hint = ForWords(tokens, at) ?? ForSigns(tokens, at) ?? ForPlaces(tokens, at);
        return hint is null ? null : "; " + hint;
    }

    private static string? ForWords(List<Token> tokens, int at)
    {
        if (Word(tokens, at) is { } here && Between.TryGetValue(here, out var between)) return between;
        if (at > 1 && tokens[at - 1].Kind == TokenKind.LeftParen && Word(tokens, at - 2) is { } called && tokens[at].Kind == TokenKind.Any) return Beginning(called);
        if (Word(tokens, at - 1) is not { } before) return null;
        return at > 1 && tokens[at - 2].Kind == TokenKind.RightParen && Between.TryGetValue(before, out between) ? between : Beginning(before);
    }

    private static string? Beginning(string word) => Beginnings.TryGetValue(word, out var remedy) ? $"instead of '{word}' {remedy}" : null;

    /// <summary>What to write instead of the word that begins a statement, with "; " in front; null if nothing comes to mind.</summary>
    public static string? ForBeginning(Token first) => first.Kind == TokenKind.Name && Beginning(first.Text!) is { } hint ? "; " + hint : null;

    private static string? ForSigns(List<Token> tokens, int at)
    {
        var (here, before) = (tokens[at], at > 0 ? tokens[at - 1] : default);
        var areJoined = at > 0 && before.Span.End == here.Span.Start;
        switch (here.Kind)
        {
            case TokenKind.Assign when areJoined && before.Kind is TokenKind.Plus or TokenKind.Minus or TokenKind.Star or TokenKind.Slash or TokenKind.Percent:
                var sign = TokenText.Of(before.Kind);
                return $"for 'x {sign}= y' write 'x = x {sign} y'";
            case TokenKind.Plus when areJoined && before.Kind == TokenKind.Plus:
                return "for 'x++' write 'x = x + 1'";
            case TokenKind.Semicolon when before.Kind == TokenKind.Minus && at > 1 && tokens[at - 2].Kind == TokenKind.Minus:
                return "for 'x--' write 'x = x - 1'";
            case TokenKind.Assign when areJoined && before.Kind == TokenKind.Equal:
                return "write '=='";
            case TokenKind.Assign when before.Kind == TokenKind.NotEqual:
                return "write '!='";
            case TokenKind.Assign when areJoined && before.Kind == TokenKind.Colon:
                return "write '='";
            case TokenKind.Greater when areJoined && before.Kind == TokenKind.Less:
                return "write '!='";
            case TokenKind.Bar:
                return "'||' means or, '|.' works on bits";
            case TokenKind.Quote:
                return "strings stand between double quotes: \"";
            default:
                return null;
        }
    }

    private static string? ForPlaces(List<Token> tokens, int at)
    {
        var (here, before) = (tokens[at].Kind, at > 0 ? tokens[at - 1].Kind : TokenKind.End);
        if (before is TokenKind.If or TokenKind.ElseIf or TokenKind.While) return here == TokenKind.LeftParen ? null : "the condition stands in parentheses";
        if (before == TokenKind.For && here == TokenKind.LeftParen) return "no parenthesis stands behind 'for': write 'for x in (list)'";
        if (before == TokenKind.Fork) return "the seconds stand in parentheses";
        if (before == TokenKind.In && here == TokenKind.LeftBrace) return "the list stands in parentheses: 'for x in ({1, 2, 3})'";
        if (here == TokenKind.Comma && IsRangeOfFor(tokens, at)) return "a list stands in parentheses and braces: 'for x in ({1, 2, 3})'";
        if (here == TokenKind.DotDot) return "a range stands in brackets: '[1..10]'";
        if (before == TokenKind.Int && tokens[at - 1].Span.End == tokens[at].Span.Start && tokens[at].Text?.StartsWith('x') == true) return "numbers are written in decimal digits";
        if (IsInConditional(tokens, at)) return "the two results of '?' are separated by '|'";
        return IsBlockInBraces(tokens, at) ? "statements stand between no braces: an 'if' ends with 'endif', a 'for' with 'endfor'" : null;
    }

    // for x in [1, 2: the comma stands where '..' belongs.
    private static bool IsRangeOfFor(List<Token> tokens, int at)
    {
        for (var i = at - 1; i >= Math.Max(1, at - FarthestBack); i--)
            if (tokens[i].Kind == TokenKind.LeftBracket) return tokens[i - 1].Kind == TokenKind.In;
        return false;
    }

    // a ? b : c, of which b:c looks like the call of a verb.
    private static bool IsInConditional(List<Token> tokens, int at)
    {
        if (at < 1 || tokens[at - 1].Kind != TokenKind.Colon) return false;
        for (var i = at - 1; i >= Math.Max(0, at - FarthestBack); i--)
        {
            if (tokens[i].Kind is TokenKind.Semicolon or TokenKind.Bar) return false;
            if (tokens[i].Kind == TokenKind.Question) return true;
        }
        return false;
    }

    // if (x) { y = 1;
    private static bool IsBlockInBraces(List<Token> tokens, int at)
    {
        if (tokens[at].Kind == TokenKind.RightBrace && at > 0 && tokens[at - 1].Kind == TokenKind.Semicolon) return true;
        if (tokens[at].Kind != TokenKind.Semicolon) return false;
        for (var i = at - 1; i >= Math.Max(1, at - FarthestBack); i--)
        {
            if (tokens[i].Kind is TokenKind.Semicolon or TokenKind.RightBrace) return false;
            if (tokens[i].Kind == TokenKind.LeftBrace) return tokens[i - 1].Kind is TokenKind.RightParen or TokenKind.Else;
        }
        return false;
    }

    private static string? Word(List<Token> tokens, int at) => at >= 0 && tokens[at].Kind == TokenKind.Name ? tokens[at].Text : null;
}
