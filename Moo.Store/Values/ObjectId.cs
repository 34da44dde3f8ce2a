using System.Globalization;

namespace Moo.Store.Values;

/// <summary>An object number: <c>#12</c>. Negative numbers name connections, and the three special objects.</summary>
/// <param name="Number">The number after the <c>#</c>.</param>
public readonly record struct ObjectId(long Number) : IComparable<ObjectId>
{
    /// <summary><c>#0</c>, the system object.</summary>
    public static readonly ObjectId System = new(0);

    /// <summary><c>#-1</c>, <c>$nothing</c>.</summary>
    public static readonly ObjectId Nothing = new(-1);

    /// <summary><c>#-2</c>, <c>$ambiguous_match</c>.</summary>
    public static readonly ObjectId AmbiguousMatch = new(-2);

    /// <summary><c>#-3</c>, <c>$failed_match</c>.</summary>
    public static readonly ObjectId FailedMatch = new(-3);

    /// <summary>Orders by number.</summary>
    public int CompareTo(ObjectId other) => Number.CompareTo(other.Number);

    /// <summary>The literal, <c>#12</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Number}");

    /// <summary>Orders by number.</summary>
    public static bool operator <(ObjectId left, ObjectId right) => left.Number < right.Number;

    /// <summary>Orders by number.</summary>
    public static bool operator >(ObjectId left, ObjectId right) => left.Number > right.Number;

    /// <summary>Orders by number.</summary>
    public static bool operator <=(ObjectId left, ObjectId right) => left.Number <= right.Number;

    /// <summary>Orders by number.</summary>
    public static bool operator >=(ObjectId left, ObjectId right) => left.Number >= right.Number;
}
