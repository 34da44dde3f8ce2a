using System.Collections;
using Moo.Store.Values;
using Table = Moo.Store.Values.SortedChunks<long, long, Moo.Store.Worlds.ObjectSet.StampOrder>;

namespace Moo.Store.Worlds;

/// <summary>A persistent set of objects in order of arrival: an object's contents or children, or the players.</summary>
/// <remarks>
/// Each member is filed under a stamp that only grows (<see cref="World.NextStamp"/>); the member's own state remembers it, so
/// that taking one out needs no search through the others.
/// </remarks>
public sealed class ObjectSet : IEnumerable<ObjectId>
{
    private readonly Table _members;

    private ObjectSet(Table members) => _members = members;

    /// <summary>The empty set.</summary>
    public static readonly ObjectSet Empty = new(default);

    /// <summary>The number of members.</summary>
    public int Count => _members.Count;

    /// <summary>A set of members with their stamps, in any order.</summary>
    public static ObjectSet Of(IEnumerable<(long Stamp, ObjectId Id)> members)
    {
        var sorted = members.Select(m => new Table.Entry(m.Stamp, m.Id.Number)).ToArray();
        Array.Sort(sorted, static (left, right) => left.Key.CompareTo(right.Key));
        return sorted.Length == 0 ? Empty : new ObjectSet(Table.FromSorted(sorted));
    }

    /// <summary>A set of members that stand in the order of their stamps.</summary>
    internal static ObjectSet OfSorted(ReadOnlySpan<Membership> members)
    {
        var entries = new Table.Entry[members.Length];
        for (var i = 0; i < entries.Length; i++) entries[i] = new Table.Entry(members[i].Stamp, members[i].Member.Number);
        return entries.Length == 0 ? Empty : new ObjectSet(Table.FromSorted(entries));
    }

    /// <summary>The set with a member filed under a stamp.</summary>
    public ObjectSet Add(long stamp, ObjectId id) =>
        _members.Find(stamp, out var place) ? this : new ObjectSet(_members.Insert(place, stamp, id.Number));

    /// <summary>The set without the member filed under a stamp.</summary>
    public ObjectSet Remove(long stamp) =>
        !_members.Find(stamp, out var place) ? this : Count == 1 ? Empty : new ObjectSet(_members.RemoveAt(place));

    /// <summary>The members in order, as a MOO list.</summary>
    public MooList ToList()
    {
        var items = new Value[Count];
        var i = 0;
        foreach (var id in this) items[i++] = Value.Obj(id);
        return MooList.FromOwned(items, i);
    }

    /// <summary>Goes over the members in order of arrival.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<ObjectId> IEnumerable<ObjectId>.GetEnumerator()
    {
        long cursor = 0;
        while (_members.Next(ref cursor, out var entry)) yield return new ObjectId(entry.Value);
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<ObjectId>)this).GetEnumerator();

    /// <summary>Goes over the members without allocating.</summary>
    public struct Enumerator
    {
        private readonly ObjectSet _set;
        private long _cursor;

        internal Enumerator(ObjectSet set) => _set = set;

        /// <summary>The member reached.</summary>
        public ObjectId Current { readonly get; private set; }

        /// <summary>Goes on to the next member; false behind the last one.</summary>
        public bool MoveNext()
        {
            if (!_set._members.Next(ref _cursor, out var entry)) return false;
            Current = new ObjectId(entry.Value);
            return true;
        }
    }

    internal readonly struct StampOrder : IKeyOrder<long>
    {
        public static int Compare(in long left, in long right) => left.CompareTo(right);
    }
}
