namespace Moo.Protocols.Terminal;

/// <summary>Text with its looks and links, before it is known which terminal will show it. Immutable.</summary>
/// <param name="runs">Its runs in order.</param>
public sealed class StyledText(IReadOnlyList<StyledRun> runs)
{
    /// <summary>The runs in order.</summary>
    public IReadOnlyList<StyledRun> Runs { get; } = runs;

    /// <summary>Nothing.</summary>
    public static StyledText Empty { get; } = new([]);

    /// <summary>The columns that it takes on one line.</summary>
    public int Width => Runs.Sum(run => TextWidth.Of(run.Text));

    /// <summary>The text alone.</summary>
    public string Text => Runs.Count == 1 ? Runs[0].Text : string.Concat(Runs.Select(run => run.Text));

    /// <summary>Plain text; control characters are taken out of it.</summary>
    public static StyledText Plain(string text) =>
        new([new StyledRun(TextSanitizer.StripControls(text, keepLineFeeds: true))]);

    /// <summary>Both, one after the other.</summary>
    public static StyledText operator +(StyledText left, StyledText right) => left.Append(right);

    /// <summary>This and then the other.</summary>
    public StyledText Append(StyledText other) => new([.. Runs, .. other.Runs]);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
