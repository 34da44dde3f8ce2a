namespace Moo.Store.Values;

/// <summary>A flyweight (mooR): an immutable value that has an object's verbs, named slots and contents.</summary>
/// <param name="delegate">The object whose verbs it has.</param>
/// <param name="slots">The slots: symbol → value.</param>
/// <param name="contents">The contents.</param>
public sealed class MooFlyweight(ObjectId @delegate, MooMap slots, MooList contents) : ReferenceValue
{
    /// <summary>The object whose verbs it has.</summary>
    public ObjectId Delegate => @delegate;

    /// <summary>The slots: symbol → value.</summary>
    public MooMap Slots => slots;

    /// <summary>The contents.</summary>
    public MooList Contents => contents;

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Flyweight;

    /// <inheritdoc/>
    public override long Bytes => 32 + slots.Bytes + contents.Bytes;

    /// <inheritdoc/>
    public override int Depth => Math.Max(slots.Depth, contents.Depth) + 1;
}
