using Moo.Store.Values;

namespace Moo.Language.Syntax;

/// <summary>One token of a program.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">The word, for names and errors.</param>
/// <param name="Value">The value, for literals.</param>
internal readonly record struct Token(TokenKind Kind, SourceSpan Span, string? Text = null, Value Value = default);
