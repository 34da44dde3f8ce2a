namespace Moo.Protocols.Terminal;

/// <summary>Text of one look. It may hold line feeds and tabs, and no other control characters.</summary>
/// <param name="Text">The text.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Link">What it leads to, or null.</param>
public readonly record struct StyledRun(string Text, TextStyle Style = default, TextLink? Link = null);
