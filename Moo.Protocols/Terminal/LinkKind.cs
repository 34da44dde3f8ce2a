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
