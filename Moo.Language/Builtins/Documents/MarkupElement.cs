using Moo.Store.Values;

namespace Moo.Language.Builtins.Documents;

/// <summary>An XML element on its way to a value or from one.</summary>
/// <param name="Name">The tag.</param>
internal sealed class MarkupElement(string Name)
{
    public string Name { get; } = Name;

    /// <summary>The attributes in order.</summary>
    public List<(string Name, string Value)> Attributes { get; } = [];

    /// <summary>What is inside, as values already: texts and elements.</summary>
    public List<Value> Contents { get; } = [];
}
