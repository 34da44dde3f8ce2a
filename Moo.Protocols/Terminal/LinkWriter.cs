using Moo.Protocols.Mxp;

namespace Moo.Protocols.Terminal;

/// <summary>Writes a link in the way that a terminal knows: OSC 8, MXP, or as text.</summary>
internal static class LinkWriter
{
    /// <summary>The text, made into a link if the terminal has such links.</summary>
    public static string Write(string text, TextLink link, TerminalFacts terminal) => link.Kind switch
    {
        LinkKind.Web => Web(text, link, terminal),
        LinkKind.Send when terminal.Has(TerminalFeatures.SendLinks) =>
            Osc.Link(text, Osc.CommandAddress("send", link.Target)),
        LinkKind.Send when terminal.Has(TerminalFeatures.Mxp) => MxpTag.Send(text, link.Target, link.Hint),
        LinkKind.Prompt when terminal.Has(TerminalFeatures.PromptLinks) =>
            Osc.Link(text, Osc.CommandAddress("prompt", link.Target)),
        LinkKind.Prompt when terminal.Has(TerminalFeatures.Mxp) => MxpTag.Prompt(text, link.Target, link.Hint),
        _ => text,
    };

    private static string Web(string text, TextLink link, TerminalFacts terminal)
    {
        if (Osc.WebAddress(link.Target) is not { } address)
            return text;
        if (terminal.Has(TerminalFeatures.Links))
            return Osc.Link(text, address);
        if (terminal.Has(TerminalFeatures.Mxp))
            return MxpTag.Web(text, address);
        // Without links the address itself must be seen, or it is lost.
        return text.Contains(address, StringComparison.OrdinalIgnoreCase) ? text : $"{text} ({address})";
    }
}
