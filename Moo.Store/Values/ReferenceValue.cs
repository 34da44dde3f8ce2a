namespace Moo.Store.Values;

/// <summary>A value that lives on the heap and is not a string. Immutable, except for WAIFs.</summary>
public abstract class ReferenceValue
{
    private protected ReferenceValue()
    {
    }

    /// <summary>Which kind of value this is.</summary>
    public abstract ValueKind Kind { get; }

    /// <summary>The logical size in bytes, as <c>value_bytes()</c> counts it: shared parts count each time.</summary>
    public abstract long Bytes { get; }

    /// <summary>How many collections deep this value nests; 0 for one that holds no others. An upper bound.</summary>
    public virtual int Depth => 0;
}
