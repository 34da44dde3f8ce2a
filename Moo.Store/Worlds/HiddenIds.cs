using Moo.Store.Values;

namespace Moo.Store.Worlds;

/// <summary>The hidden numbers under which anonymous objects and WAIFs live in the world.</summary>
/// <remarks>Far below every connection's number, so that no literal typed by accident means one. MOO code never sees them.</remarks>
public static class HiddenIds
{
    private const long First = -(1L << 40);

    /// <summary>Whether a number is a hidden one.</summary>
    public static bool IsHidden(ObjectId id) => id.Number <= First;

    /// <summary>The hidden number of a 0-based place in the table of hidden objects.</summary>
    public static ObjectId FromIndex(long index) => new(First - index);

    /// <summary>The 0-based place of a hidden number.</summary>
    public static long ToIndex(ObjectId id) => First - id.Number;
}
