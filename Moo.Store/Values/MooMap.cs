using Table = Moo.Store.Values.SortedChunks<Moo.Store.Values.Value, Moo.Store.Values.Value, Moo.Store.Values.MooMap.KeyOrder>;

namespace Moo.Store.Values;

/// <summary>A map: immutable, structure-sharing, its entries ordered by key (<see cref="ValueComparison.CompareKeys"/>).</summary>
public sealed class MooMap : ReferenceValue
{
    // The map's own value and header; each entry then counts its key, its value and a node, as a tree would hold them.
    private const int EmptyBytes = 48;
    private const int NodeBytes = 32;

    private readonly Table _entries;

    private MooMap(Table entries, long bytes, int depth)
    {
        _entries = entries;
        Bytes = bytes;
        Depth = depth;
    }

    /// <summary><c>[]</c>.</summary>
    public static readonly MooMap Empty = new(default, EmptyBytes, 1);

    /// <summary>The number of entries.</summary>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Map;

    /// <inheritdoc/>
    public override long Bytes { get; }

    /// <inheritdoc/>
    public override int Depth { get; }

    /// <summary>A map of these entries; of two with one key the later counts.</summary>
    public static MooMap Of(IEnumerable<KeyValuePair<Value, Value>> entries)
    {
        var map = Empty;
        foreach (var (key, value) in entries) map = map.Set(key, value);
        return map;
    }

    /// <summary>A map of entries that stand in a row, key and value in turn; of two with one key the first spelling and the later value count.</summary>
    /// <remarks>The same as setting one after the other, but in time n log n and without the maps between.</remarks>
    public static MooMap OfPairs(ReadOnlySpan<Value> pairs)
    {
        if (pairs.IsEmpty) return Empty;
        var entries = new Table.Entry[pairs.Length / 2];
        var count = 0;
        var isInOrder = true;
        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (isInOrder && count > 0) isInOrder = ValueComparison.CompareKeys(entries[count - 1].Key, pairs[i]) < 0;
            entries[count++] = new Table.Entry(pairs[i], pairs[i + 1]);
        }
        if (!isInOrder) count = SortAndMerge(entries);
        long bytes = EmptyBytes;
        var depth = 0;
        foreach (ref readonly var entry in entries.AsSpan(0, count))
        {
            bytes += NodeBytes + entry.Key.Bytes + entry.Value.Bytes;
            depth = Math.Max(depth, entry.Value.Depth);
        }
        return new MooMap(Table.FromSorted(entries.AsSpan(0, count)), bytes, depth + 1);
    }

    // Entries with one key keep their order, so that the first of them gives the spelling and the last one the value.
    private static int SortAndMerge(Table.Entry[] entries)
    {
        var places = new int[entries.Length];
        for (var i = 0; i < places.Length; i++) places[i] = i;
        var unsorted = (Table.Entry[])entries.Clone();
        places.AsSpan().Sort((left, right) =>
        {
            var order = ValueComparison.CompareKeys(unsorted[left].Key, unsorted[right].Key);
            return order != 0 ? order : left - right;
        });
        var count = 0;
        foreach (var place in places)
        {
            ref readonly var entry = ref unsorted[place];
            if (count > 0 && ValueComparison.CompareKeys(entries[count - 1].Key, entry.Key) == 0)
                entries[count - 1] = new Table.Entry(entries[count - 1].Key, entry.Value);
            else
                entries[count++] = entry;
        }
        return count;
    }

    /// <summary>Whether a value may be a key: the scalars may (ToastStunt gives E_TYPE for collections).</summary>
    public static bool IsKey(Value value) => value.Kind is ValueKind.Int or ValueKind.Obj or ValueKind.Float or ValueKind.Err
        or ValueKind.Str or ValueKind.Bool or ValueKind.Symbol or ValueKind.Binary;

    /// <summary>The value under a key.</summary>
    public bool TryGet(Value key, out Value value, bool matchCase = false)
    {
        if (_entries.Find(key, out var place))
        {
            ref readonly var entry = ref _entries.At(place);
            value = entry.Value;
            return !matchCase || ValueComparison.AreEqual(entry.Key, key, matchCase: true);
        }
        value = default;
        return false;
    }

    /// <summary>The value under a string key, or null.</summary>
    public Value? Find(string key) => TryGet(Value.Str(key), out var value) ? value : null;

    /// <summary>This map with the value under a key set. An equal key that is there keeps its spelling.</summary>
    public MooMap Set(Value key, Value value)
    {
        var depth = Math.Max(Depth, Math.Max(key.Depth, value.Depth) + 1);
        if (!_entries.Find(key, out var place))
            return new MooMap(_entries.Insert(place, key, value), Bytes + NodeBytes + key.Bytes + value.Bytes, depth);

        var old = _entries.At(place).Value;
        return new MooMap(_entries.Replace(place, value), Bytes - old.Bytes + value.Bytes, depth);
    }

    /// <summary>This map without a key; the same map if it is not there.</summary>
    public MooMap Remove(Value key)
    {
        if (!_entries.Find(key, out var place)) return this;
        if (Count == 1) return Empty;

        var old = _entries.At(place);
        return new MooMap(_entries.RemoveAt(place), Bytes - NodeBytes - old.Key.Bytes - old.Value.Bytes, Depth);
    }

    /// <summary>The entry at a 0-based rank in key order.</summary>
    public KeyValuePair<Value, Value> EntryAt(int rank)
    {
        ref readonly var entry = ref _entries.AtRank(rank);
        return new(entry.Key, entry.Value);
    }

    /// <summary>The 0-based rank of a key in key order, or -1.</summary>
    public int RankOf(Value key) => _entries.Find(key, out var place) ? _entries.RankOf(place) : -1;

    /// <summary>A step of an iteration over the entries that can be kept between steps: start with 0.</summary>
    /// <param name="cursor">Where the iteration stands; moved on. Opaque, but plain data.</param>
    /// <param name="key">The next key.</param>
    /// <param name="value">The value under it.</param>
    /// <returns>False behind the last entry.</returns>
    public bool Next(ref long cursor, out Value key, out Value value)
    {
        var found = _entries.Next(ref cursor, out var entry);
        (key, value) = (entry.Key, entry.Value);
        return found;
    }

    /// <summary>The keys in order.</summary>
    public MooList Keys()
    {
        var keys = new Value[Count];
        var i = 0;
        foreach (var (key, _) in this) keys[i++] = key;
        return MooList.FromOwned(keys, i);
    }

    /// <summary>The values in the order of their keys.</summary>
    public MooList Values()
    {
        var values = new Value[Count];
        var i = 0;
        foreach (var (_, value) in this) values[i++] = value;
        return MooList.FromOwned(values, i);
    }

    /// <summary>Goes over the entries in key order.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Goes over a map without allocating.</summary>
    public struct Enumerator
    {
        private readonly MooMap _map;
        private long _cursor;

        internal Enumerator(MooMap map) => _map = map;

        /// <summary>The entry reached.</summary>
        public KeyValuePair<Value, Value> Current { readonly get; private set; }

        /// <summary>Goes on to the next entry; false behind the last one.</summary>
        public bool MoveNext()
        {
            if (!_map.Next(ref _cursor, out var key, out var value)) return false;
            Current = new(key, value);
            return true;
        }
    }

    internal readonly struct KeyOrder : IKeyOrder<Value>
    {
        public static int Compare(in Value left, in Value right) => ValueComparison.CompareKeys(left, right);
    }
}
