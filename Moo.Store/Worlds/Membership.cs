using Moo.Store.Values;

namespace Moo.Store.Worlds;

/// <summary>One member of one set of objects; sorts by set, then by stamp.</summary>
internal readonly record struct Membership(ObjectId Owner, long Stamp, ObjectId Member) : IComparable<Membership>
{
    public int CompareTo(Membership other) =>
        Owner == other.Owner ? Stamp.CompareTo(other.Stamp) : Owner.Number.CompareTo(other.Owner.Number);
}
