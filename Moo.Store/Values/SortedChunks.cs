namespace Moo.Store.Values;

/// <summary>Says in which order keys stand.</summary>
internal interface IKeyOrder<TKey>
{
    static abstract int Compare(in TKey left, in TKey right);
}

/// <summary>A persistent sorted table: the mechanism under <see cref="MooMap"/> and the sets of objects.</summary>
/// <remarks>
/// The entries stand in chunks, each an array sorted by key and never empty; all keys of a chunk come before those of the
/// next. A change copies one chunk and the table of chunks. A chunk is split when it outgrows <see cref="ChunkLimit"/>,
/// which rises with the number of chunks, so that both copies stay near the square root of the size.
/// </remarks>
internal readonly struct SortedChunks<TKey, TValue, TOrder> where TOrder : IKeyOrder<TKey>
{
    private const int SmallestChunkLimit = 64;

    private readonly Entry[][]? _chunks;

    private SortedChunks(Entry[][] chunks, int count)
    {
        _chunks = chunks;
        Count = count;
    }

    public int Count { get; }

    private Entry[][] Chunks => _chunks ?? [];

    private static int ChunkLimit(int chunks) => Math.Max(SmallestChunkLimit, chunks / 2);

    /// <summary>A table of entries that already stand in order, each key once.</summary>
    public static SortedChunks<TKey, TValue, TOrder> FromSorted(ReadOnlySpan<Entry> entries)
    {
        var size = Math.Max(SmallestChunkLimit / 2, (int)Math.Sqrt(entries.Length));
        var chunks = new Entry[(entries.Length + size - 1) / size][];
        for (var i = 0; i < chunks.Length; i++)
            chunks[i] = entries.Slice(i * size, Math.Min(size, entries.Length - i * size)).ToArray();
        return new(chunks, entries.Length);
    }

    /// <summary>Where a key stands, or where it would have to be put in.</summary>
    public bool Find(in TKey key, out Place place)
    {
        var chunks = Chunks;
        int low = 0, high = chunks.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (TOrder.Compare(chunks[middle][0].Key, key) <= 0) low = middle;
            else high = middle - 1;
        }
        var chunk = chunks.Length == 0 ? [] : chunks[low];
        int first = 0, last = chunk.Length - 1;
        while (first <= last)
        {
            var middle = (first + last) / 2;
            var order = TOrder.Compare(chunk[middle].Key, key);
            if (order == 0)
            {
                place = new Place(low, middle);
                return true;
            }
            if (order < 0) first = middle + 1;
            else last = middle - 1;
        }
        place = new Place(low, first);
        return false;
    }

    public ref readonly Entry At(Place place) => ref Chunks[place.Chunk][place.Index];

    /// <summary>The table with the value at a place that <see cref="Find"/> found replaced.</summary>
    public SortedChunks<TKey, TValue, TOrder> Replace(Place place, TValue value)
    {
        var chunk = (Entry[])Chunks[place.Chunk].Clone();
        chunk[place.Index] = new Entry(chunk[place.Index].Key, value);
        return new(WithChunk(place.Chunk, chunk), Count);
    }

    /// <summary>The table with an entry put in at the place where <see cref="Find"/> missed its key.</summary>
    public SortedChunks<TKey, TValue, TOrder> Insert(Place place, in TKey key, TValue value)
    {
        if (Count == 0) return new([[new Entry(key, value)]], 1);
        var chunk = Chunks[place.Chunk];
        var grown = new Entry[chunk.Length + 1];
        Array.Copy(chunk, grown, place.Index);
        grown[place.Index] = new Entry(key, value);
        Array.Copy(chunk, place.Index, grown, place.Index + 1, chunk.Length - place.Index);
        return new(grown.Length <= ChunkLimit(Chunks.Length) ? WithChunk(place.Chunk, grown) : WithSplit(place.Chunk, grown),
            Count + 1);
    }

    /// <summary>The table without the entry at a place that <see cref="Find"/> found.</summary>
    public SortedChunks<TKey, TValue, TOrder> RemoveAt(Place place)
    {
        var chunk = Chunks[place.Chunk];
        if (chunk.Length > 1) return new(WithChunk(place.Chunk, Without(chunk, place.Index)), Count - 1);
        return new(Without(Chunks, place.Chunk), Count - 1);
    }

    /// <summary>The entry at a 0-based rank.</summary>
    public ref readonly Entry AtRank(int rank)
    {
        foreach (var chunk in Chunks)
        {
            if (rank < chunk.Length) return ref chunk[rank];
            rank -= chunk.Length;
        }
        throw new ArgumentOutOfRangeException(nameof(rank), rank, "outside the table");
    }

    /// <summary>The 0-based rank of a place.</summary>
    public int RankOf(Place place)
    {
        var rank = place.Index;
        for (var i = 0; i < place.Chunk; i++) rank += Chunks[i].Length;
        return rank;
    }

    /// <summary>A step of an iteration whose state is one number: start with 0. False behind the last entry.</summary>
    public bool Next(ref long cursor, out Entry entry)
    {
        var chunks = Chunks;
        var (chunk, index) = ((int)(cursor >> 32), (int)cursor);
        if (chunk < chunks.Length && index >= chunks[chunk].Length) (chunk, index) = (chunk + 1, 0);
        if (chunk >= chunks.Length)
        {
            entry = default;
            return false;
        }
        entry = chunks[chunk][index];
        cursor = ((long)chunk << 32) | (uint)(index + 1);
        return true;
    }

    private Entry[][] WithChunk(int index, Entry[] chunk)
    {
        var chunks = (Entry[][])Chunks.Clone();
        chunks[index] = chunk;
        return chunks;
    }

    private Entry[][] WithSplit(int index, Entry[] chunk)
    {
        // A table that is built in key order fills its chunks: split near the end then, in the middle else.
        var cut = index == Chunks.Length - 1 ? chunk.Length * 7 / 8 : chunk.Length / 2;
        var chunks = new Entry[Chunks.Length + 1][];
        Array.Copy(Chunks, chunks, index);
        chunks[index] = chunk[..cut];
        chunks[index + 1] = chunk[cut..];
        Array.Copy(Chunks, index + 1, chunks, index + 2, Chunks.Length - index - 1);
        return chunks;
    }

    private static T[] Without<T>(T[] items, int index)
    {
        var fewer = new T[items.Length - 1];
        Array.Copy(items, fewer, index);
        Array.Copy(items, index + 1, fewer, index, fewer.Length - index);
        return fewer;
    }

    internal readonly record struct Entry(TKey Key, TValue Value);

    internal readonly record struct Place(int Chunk, int Index);
}
