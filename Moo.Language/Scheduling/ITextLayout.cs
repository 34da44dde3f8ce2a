namespace Moo.Language.Scheduling;

/// <summary>How text lies on a terminal: East Asian characters and emoji take two columns, marks none.</summary>
public interface ITextLayout
{
    /// <summary>The columns that a line takes.</summary>
    int Width(string text);

    /// <summary>The lines, of at most so many columns, that a text breaks into; its line feeds stay line ends.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The columns, at least 2.</param>
    /// <param name="indent">Blanks before each line but the first.</param>
    IReadOnlyList<string> Wrap(string text, int width, int indent);

    /// <summary>A line cut down to so many columns; what is cut ends in the ellipsis.</summary>
    string Cut(string text, int width, string ellipsis);

    /// <summary>The text of markup, as it is shown, without its tags.</summary>
    string Strip(string markup);
}
