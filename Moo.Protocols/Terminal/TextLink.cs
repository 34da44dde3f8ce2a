namespace Moo.Protocols.Terminal;

/// <summary>What happens when a link is clicked.</summary>
public enum LinkKind
{
    /// <summary>A command is sent.</summary>
    Send,

    /// <summary>A command is put into the input line.</summary>
    Prompt,

    /// <summary>A web address is opened.</summary>
    Web,
}

/// <summary>Something that a run of text leads to.</summary>
/// <param name="Kind">What a click does.</param>
/// <param name="Target">The command or the address.</param>
/// <param name="Hint">What is shown when the mouse rests on it, or empty.</param>
public sealed record TextLink(LinkKind Kind, string Target, string Hint = "");
