namespace Moo.Store.Values;

/// <summary>A symbol, <c>'name</c>: a name as a value. Equality ignores case; the spelling is kept.</summary>
/// <param name="name">The name, without the quote.</param>
public sealed class MooSymbol(string name) : ReferenceValue
{
    /// <summary>The name, without the quote.</summary>
    public string Name => name;

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Symbol;

    /// <inheritdoc/>
    public override long Bytes => 17 + name.Length;
}
