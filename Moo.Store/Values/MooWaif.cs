namespace Moo.Store.Values;

/// <summary>Refers to a WAIF. Its properties live in the world under a hidden number, as long as it is referred to.</summary>
/// <param name="id">The hidden number; see <c>World/HiddenIds</c>.</param>
/// <param name="waifClass">The object that defined its <c>:properties</c> and <c>:verbs</c> when it was made.</param>
/// <param name="owner">Its owner.</param>
public sealed class MooWaif(ObjectId id, ObjectId waifClass, ObjectId owner) : ReferenceValue
{
    /// <summary>The hidden number.</summary>
    public ObjectId Id => id;

    /// <summary>The object that defined its <c>:properties</c> and <c>:verbs</c> when it was made: what its literal says. It may be no more.</summary>
    public ObjectId Class => waifClass;

    /// <summary>Its owner: who ran the verb that made it.</summary>
    public ObjectId Owner => owner;

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Waif;

    /// <inheritdoc/>
    public override long Bytes => 32;
}
