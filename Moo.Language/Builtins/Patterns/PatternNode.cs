namespace Moo.Language.Builtins.Patterns;

/// <summary>A part of a pattern, as it is written.</summary>
internal abstract record PatternNode
{
    /// <summary>Whether it can match without taking a character.</summary>
    public abstract bool CanBeEmpty { get; }
}

/// <summary><c>a  .  [a-z]  %w</c>: one character.</summary>
/// <param name="Set">Which characters.</param>
/// <param name="Letters">For a plain ASCII character: it in one case and in the other.</param>
internal sealed record CharacterNode(CharacterSet Set, (char One, char Other)? Letters = null) : PatternNode
{
    public override bool CanBeEmpty => false;
}

/// <summary>Parts one behind the other.</summary>
internal sealed record SequenceNode(IReadOnlyList<PatternNode> Parts) : PatternNode
{
    public override bool CanBeEmpty => Parts.All(part => part.CanBeEmpty);
}

/// <summary><c>a%|b</c></summary>
internal sealed record AlternativesNode(IReadOnlyList<PatternNode> Choices) : PatternNode
{
    public override bool CanBeEmpty => Choices.Any(choice => choice.CanBeEmpty);
}

/// <summary><c>a*  a+  a?</c></summary>
/// <param name="Body">What is repeated.</param>
/// <param name="AtLeastOnce">Whether it must be there.</param>
/// <param name="Many">Whether it may be there more than once.</param>
internal sealed record RepeatNode(PatternNode Body, bool AtLeastOnce, bool Many) : PatternNode
{
    public override bool CanBeEmpty => !AtLeastOnce || Body.CanBeEmpty;
}

/// <summary><c>%(a%)</c></summary>
/// <param name="Number">1 to 9, or 0 for a group beyond the ninth, which remembers nothing.</param>
/// <param name="Body">What is inside.</param>
internal sealed record GroupNode(int Number, PatternNode Body) : PatternNode
{
    public override bool CanBeEmpty => Body.CanBeEmpty;
}

/// <summary><c>%1</c>: what a group has matched, once more.</summary>
internal sealed record ReferenceNode(int Number) : PatternNode
{
    public override bool CanBeEmpty => true;
}

/// <summary><c>^  $  %b  %B  %&lt;  %></c>: a place, not a character.</summary>
internal sealed record PlaceNode(PatternOperation Place) : PatternNode
{
    public override bool CanBeEmpty => true;
}
