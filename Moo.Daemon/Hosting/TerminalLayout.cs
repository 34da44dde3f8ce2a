using Moo.Language.Scheduling;
using Moo.Protocols.Terminal;

namespace Moo.Daemon.Hosting;

/// <summary>What the language asks about text on terminals, answered by the rules by which sessions write it.</summary>
internal sealed class TerminalLayout : ITextLayout
{
    /// <inheritdoc/>
    public int Width(string text) => TextWidth.Of(text);

    /// <inheritdoc/>
    public IReadOnlyList<string> Wrap(string text, int width, int indent) =>
        [.. TextLayout.Wrap(StyledText.Plain(text), width, indent).Select(line => line.Text)];

    /// <inheritdoc/>
    public string Cut(string text, int width, string ellipsis) => TextLayout.Cut(StyledText.Plain(text), width, ellipsis).Text;

    /// <inheritdoc/>
    public string Strip(string markup) => Markup.Strip(markup);
}
