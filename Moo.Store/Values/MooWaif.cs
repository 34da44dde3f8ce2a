namespace Moo.Store.Values;

/// <summary>Refers to a WAIF. Its properties live in the world under a hidden number, as long as it is referred to.</summary>
/// <param name="id">The hidden number; see <c>World/HiddenIds</c>.</param>
/// <param name="waifClass">The object that defines its <c>:properties</c> and <c>:verbs</c>.</param>
public sealed class MooWaif(ObjectId id, ObjectId waifClass) : ReferenceValue
{
    /// <summary>The hidden number.</summary>
    public ObjectId Id => id;

    /// <summary>The object that defines its <c>:properties</c> and <c>:verbs</c>.</summary>
    public ObjectId Class => waifClass;

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Waif;

    /// <inheritdoc/>
    public override long Bytes => 32;
}
