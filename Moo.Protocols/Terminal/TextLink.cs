namespace Moo.Protocols.Terminal;

/// <summary>Something that a run of text leads to.</summary>
/// <param name="Kind">What a click does.</param>
/// <param name="Target">The command or the address.</param>
/// <param name="Hint">What is shown when the mouse rests on it, or empty.</param>
public sealed record TextLink(LinkKind Kind, string Target, string Hint = "");
