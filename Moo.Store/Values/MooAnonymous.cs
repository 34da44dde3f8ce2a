namespace Moo.Store.Values;

/// <summary>Refers to an anonymous object. The object lives in the world under a hidden number, as long as it is referred to.</summary>
/// <param name="id">The hidden number; see <c>World/HiddenIds</c>.</param>
public sealed class MooAnonymous(ObjectId id) : ReferenceValue
{
    /// <summary>The hidden number.</summary>
    public ObjectId Id => id;

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Anon;

    /// <inheritdoc/>
    public override long Bytes => 16;
}
