namespace Moo.Language.Syntax;

/// <summary>The kinds of token. Keywords come as <see cref="Name"/> where old code may use the word as a name.</summary>
internal enum TokenKind : byte
{
    End, Bad,
    Name, Int, Float, Str, Object, Binary,

    // words that LambdaMOO reserves
    If, ElseIf, Else, EndIf, For, In, EndFor, While, EndWhile, Fork, EndFork, Return, Break, Continue,
    Try, Except, Finally, EndTry, Any, Error,

    // operators and punctuation
    LeftParen, RightParen, LeftBrace, RightBrace, LeftBracket, RightBracket,
    Comma, Semicolon, Dot, DotDot, Colon, Dollar, At, Question, Backquote, Quote,
    Assign, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Bang,
    Plus, Minus, Star, Slash, Percent, Caret, Tilde,
    And, Or, Bar, BitAnd, BitOr, BitXor, ShiftLeft, ShiftRight, ShiftRightLogical,
    Arrow, FatArrow,
}
