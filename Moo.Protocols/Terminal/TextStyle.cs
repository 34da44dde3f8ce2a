namespace Moo.Protocols.Terminal;

/// <summary>How a run of text looks. <c>default</c> is plain.</summary>
/// <param name="Foreground">The colour of the text.</param>
/// <param name="Background">The colour behind it.</param>
/// <param name="Attributes">Bold and the like.</param>
public readonly record struct TextStyle(Color Foreground, Color Background, TextAttributes Attributes)
{
    /// <summary>Whether there is nothing to say about it.</summary>
    public bool IsPlain => this == default;
}
