using System.Collections;
using System.Runtime.CompilerServices;

namespace Moo.Store.Values;

/// <summary>A list: immutable and structure-sharing. Positions are 0-based here, 1-based in the language.</summary>
/// <remarks>
/// Two forms. <b>Flat</b>: a window (<c>_offset</c>, <c>_count</c>) on an array that other lists may share. <b>Chunked</b>, for
/// large lists of which an element was replaced: a table of <see cref="ChunkSize"/>-element chunks, window offset 0.
/// <list type="number">
/// <item>Inside its window an array never changes, with one exception: <see cref="SetItemInPlace(int, Value, object)"/>, by its sole owner.</item>
/// <item>Behind the last window an array is filled by whoever claims the place first, through <see cref="Tail"/>; that
/// makes appending in a loop linear. A list without a <see cref="Tail"/> never writes behind its window.</item>
/// <item><see cref="Bytes"/> and <see cref="Depth"/> are kept up to date by every operation, never computed by a walk.
/// Depth is an upper bound: taking elements away does not lower it.</item>
/// </list>
/// </remarks>
public sealed class MooList : ReferenceValue, IReadOnlyList<Value>
{
    /// <summary>What an empty list weighs: its value and its length word.</summary>
    internal const int EmptyBytes = 32;

    private const int ChunkSize = 128;
    private const int SmallestGrownArray = 8;

    // Above this many elements replacing one goes through the chunked form instead of copying the array.
    private const int FlatLimit = 512;

    // A window this small is copied out instead of keeping a larger array alive.
    private const int SmallWindow = 8;

    private readonly Value[]? _items;
    private readonly Value[][]? _chunks;
    private readonly Tail? _tail;
    private readonly int _offset;
    private readonly int _count;
    private long _bytes;
    private int _depth;
    private object? _owner;

    private MooList(Value[] items, int offset, int count, Tail? tail, long bytes, int depth)
    {
        _items = items;
        _offset = offset;
        _count = count;
        _tail = tail;
        _bytes = bytes;
        _depth = depth;
    }

    private MooList(Value[][] chunks, int count, Tail? tail, long bytes, int depth)
    {
        _chunks = chunks;
        _count = count;
        _tail = tail;
        _bytes = bytes;
        _depth = depth;
    }

    /// <summary><c>{}</c>.</summary>
    public static readonly MooList Empty = new([], 0, 0, null, EmptyBytes, 1);

    /// <summary>A list of copies of these elements.</summary>
    public static MooList Of(params ReadOnlySpan<Value> elements) =>
        elements.IsEmpty ? Empty : FromOwned(elements.ToArray(), elements.Length);

    /// <summary>A list over an array that the caller gives away: the first <paramref name="count"/> elements of it.</summary>
    public static MooList FromOwned(Value[] items, int count)
    {
        if (count == 0) return Empty;

        long bytes = EmptyBytes;
        int depth = 0;
        foreach (ref readonly var item in items.AsSpan(0, count))
        {
            bytes += item.Bytes;
            if (item.Reference is ReferenceValue) depth = Math.Max(depth, item.Depth);
        }
        return new MooList(items, 0, count, null, bytes, depth + 1);
    }

    /// <summary>The same where the caller knows already what the elements weigh together and how deep the deepest nests.</summary>
    public static MooList FromOwned(Value[] items, int count, long elementBytes, int elementDepth) =>
        count == 0 ? Empty : new MooList(items, 0, count, null, EmptyBytes + elementBytes, elementDepth + 1);

    /// <summary>A list of strings.</summary>
    public static MooList OfStrings(IEnumerable<string> texts)
    {
        var items = texts.Select(text => Value.Str(text)).ToArray();
        return FromOwned(items, items.Length);
    }

    /// <summary>The number of elements.</summary>
    public int Count => _count;

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.List;

    /// <inheritdoc/>
    public override long Bytes => _bytes;

    /// <inheritdoc/>
    public override int Depth => _depth;

    /// <summary>The element at a 0-based position.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The position lies outside the list.</exception>
    public Value this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= (uint)_count) ThrowOutOfRange(index);
            return _items is not null ? _items[_offset + index] : FromChunk(index);
        }
    }

    private Value FromChunk(int index) => _chunks![index / ChunkSize][index % ChunkSize];

    private static void ThrowOutOfRange(int index) => throw new ArgumentOutOfRangeException(nameof(index), index, "outside the list");

    /// <summary>This list with one more element at its end.</summary>
    public MooList Append(Value item)
    {
        var bytes = _bytes + item.Bytes;
        var depth = Math.Max(_depth, item.Depth + 1);
        var end = _offset + _count;
        if (_items is null) return AppendChunked(item, bytes, depth);

        // Invariant 2: whoever moves Used from our end on owns the place.
        if (_tail is not null && end < _items.Length && _tail.Claim(end))
        {
            _items[end] = item;
            return new MooList(_items, _offset, _count + 1, _tail, bytes, depth);
        }
        var grown = new Value[Math.Max(SmallestGrownArray, _count + 1 + _count / 2)];
        Array.Copy(_items, _offset, grown, 0, _count);
        grown[_count] = item;
        return new MooList(grown, 0, _count + 1, new Tail(_count + 1), bytes, depth);
    }

    private MooList AppendChunked(Value item, long bytes, int depth)
    {
        var (chunk, place) = (_count / ChunkSize, _count % ChunkSize);
        if (_tail is not null && chunk < _chunks!.Length && _tail.Claim(_count))
        {
            if (place == 0) _chunks[chunk] = new Value[ChunkSize];
            _chunks[chunk][place] = item;
            return new MooList(_chunks, _count + 1, _tail, bytes, depth);
        }
        var chunks = new Value[chunk + 2 + chunk / 8][];
        Array.Copy(_chunks!, chunks, Math.Min(chunk + 1, _chunks!.Length));
        chunks[chunk] = new Value[ChunkSize];
        if (place > 0) Array.Copy(_chunks[chunk], chunks[chunk], place);
        chunks[chunk][place] = item;
        return new MooList(chunks, _count + 1, new Tail(_count + 1), bytes, depth);
    }

    /// <summary>This list followed by the elements of another.</summary>
    public MooList AppendRange(MooList other)
    {
        if (other._count == 0) return this;
        if (_count == 0) return other;

        var bytes = _bytes + other._bytes - EmptyBytes;
        var depth = Math.Max(_depth, other._depth);
        var end = _offset + _count;
        if (_items is not null && _tail is not null && end + other._count <= _items.Length
            && _tail.Claim(end, other._count))
        {
            other.CopyTo(_items.AsSpan(end));
            return new MooList(_items, _offset, _count + other._count, _tail, bytes, depth);
        }
        var total = checked(_count + other._count);
        var joined = new Value[other._count < _count ? total + total / 4 : total];
        CopyTo(joined);
        other.CopyTo(joined.AsSpan(_count));
        return new MooList(joined, 0, total, joined.Length > total ? new Tail(total) : null, bytes, depth);
    }

    /// <summary>This list with the element at a 0-based position replaced.</summary>
    public MooList SetItem(int index, Value item)
    {
        if ((uint)index >= (uint)_count) ThrowOutOfRange(index);

        var bytes = _bytes - this[index].Bytes + item.Bytes;
        var depth = Math.Max(_depth, item.Depth + 1);
        if (_items is not null && _count <= FlatLimit)
        {
            var copy = new Value[_count];
            Array.Copy(_items, _offset, copy, 0, _count);
            copy[index] = item;
            return new MooList(copy, 0, _count, null, bytes, depth);
        }
        var chunks = _chunks is not null ? (Value[][])_chunks.Clone() : ToChunks();
        var chunk = index / ChunkSize;
        if (_chunks is not null) chunks[chunk] = (Value[])chunks[chunk].Clone();
        chunks[chunk][index % ChunkSize] = item;
        // Both lists share the last chunk, so neither may claim places in it on the other's behalf: no tail.
        return new MooList(chunks, _count, null, bytes, depth);
    }

    /// <summary>
    /// Replaces an element, in place when <paramref name="owner"/> made this list and nobody else can see it; else in a copy
    /// that <paramref name="owner"/> then owns.
    /// </summary>
    /// <param name="index">The 0-based position.</param>
    /// <param name="item">The new element.</param>
    /// <param name="owner">A token that stands for the one variable holding the list; see <see cref="Disown"/>.</param>
    public MooList SetItemInPlace(int index, Value item, object owner)
    {
        if (!ReferenceEquals(_owner, owner))
        {
            var copy = SetItem(index, item);
            if (copy._items is not null) copy._owner = owner;
            return copy;
        }
        if ((uint)index >= (uint)_count) ThrowOutOfRange(index);

        ref var place = ref _items![_offset + index];
        if (!item.IsInt || !place.IsInt)
        {
            _bytes += item.Bytes - place.Bytes;
            _depth = Math.Max(_depth, item.Depth + 1);
        }
        place = item;
        return this;
    }

    /// <summary>
    /// The same for an element of a list that is an element of this one: a list that <paramref name="owner"/> owns owns in turn
    /// those of its elements that were changed through it.
    /// </summary>
    /// <param name="outer">The 0-based position of a list in this one.</param>
    /// <param name="inner">The 0-based position in that list.</param>
    /// <param name="item">The new element.</param>
    /// <param name="owner">A token that stands for the one variable holding this list.</param>
    public MooList SetItemInPlace(int outer, int inner, Value item, object owner)
    {
        var row = this[outer].AsList;
        if (_items is null || _count > FlatLimit) return SetItem(outer, Value.List(row.SetItem(inner, item)));

        var mine = ReferenceEquals(_owner, owner) ? this : SetItemInPlace(outer, this[outer], owner);
        var bytes = row._bytes;
        var changed = row.SetItemInPlace(inner, item, mine);
        mine._items![mine._offset + outer] = Value.List(changed);
        mine._bytes += changed._bytes - bytes;
        mine._depth = Math.Max(mine._depth, changed._depth + 1);
        return mine;
    }

    /// <summary>Ends in-place changes: called when the list becomes visible outside the variable that owns it.</summary>
    public void Disown()
    {
        // Lists are read by many threads; only one that is owned, and so seen by one thread, is written to.
        if (_owner is not null) _owner = null;
    }

    /// <summary>This list with an element put in before a 0-based position.</summary>
    public MooList Insert(int index, Value item)
    {
        if (index >= _count) return Append(item);

        var items = new Value[_count + 1];
        CopyTo(0, items.AsSpan(0, index));
        items[index] = item;
        CopyTo(index, items.AsSpan(index + 1));
        return new MooList(items, 0, items.Length, null, _bytes + item.Bytes, Math.Max(_depth, item.Depth + 1));
    }

    /// <summary>This list without the element at a 0-based position.</summary>
    public MooList RemoveAt(int index)
    {
        if ((uint)index >= (uint)_count) ThrowOutOfRange(index);
        if (_count == 1) return Empty;

        if (index == 0 || index == _count - 1) return Slice(index == 0 ? 1 : 0, _count - 1);
        var items = new Value[_count - 1];
        CopyTo(0, items.AsSpan(0, index));
        CopyTo(index + 1, items.AsSpan(index));
        return new MooList(items, 0, items.Length, null, _bytes - this[index].Bytes, _depth);
    }

    /// <summary>The elements from a 0-based position on.</summary>
    public MooList Slice(int start, int count)
    {
        if (start < 0 || count < 0 || start > _count - count) ThrowOutOfRange(start);
        if (count == 0) return Empty;
        if (count == _count) return this;

        Disown(); // the slice may share the array
        var bytes = BytesOfSlice(start, count);
        if (_items is not null && count > SmallWindow)
            return new MooList(_items, _offset + start, count, start + count == _count ? _tail : null, bytes, _depth);
        var items = new Value[count];
        CopyTo(start, items);
        return new MooList(items, 0, count, null, bytes, _depth);
    }

    // Counts whichever is less: what the slice keeps, or what it leaves out.
    private long BytesOfSlice(int start, int count)
    {
        long bytes = 0;
        if (count <= _count / 2)
        {
            for (var i = start; i < start + count; i++) bytes += this[i].Bytes;
            return EmptyBytes + bytes;
        }
        for (var i = 0; i < start; i++) bytes += this[i].Bytes;
        for (var i = start + count; i < _count; i++) bytes += this[i].Bytes;
        return _bytes - bytes;
    }

    /// <summary>This list with the elements of a 0-based range replaced by those of another list.</summary>
    public MooList ReplaceRange(int start, int count, MooList with)
    {
        if (start < 0 || count < 0 || start > _count - count) ThrowOutOfRange(start);

        var items = new Value[_count - count + with._count];
        CopyTo(0, items.AsSpan(0, start));
        with.CopyTo(items.AsSpan(start));
        CopyTo(start + count, items.AsSpan(start + with._count));
        return FromOwned(items, items.Length);
    }

    /// <summary>The 0-based position of the first element equal to <paramref name="item"/>, or -1.</summary>
    public int IndexOf(Value item, bool matchCase = false)
    {
        var span = AsSpan();
        if (item.TryInt(out var number))
        {
            for (var i = 0; i < span.Length; i++)
            {
                ref readonly var candidate = ref span[i];
                if (candidate.IsInt ? candidate.Bits == number : candidate.IsBool && candidate.Bits == number) return i;
            }
            return -1;
        }
        for (var i = 0; i < span.Length; i++)
            if (ValueComparison.AreEqual(span[i], item, matchCase)) return i;
        return -1;
    }

    /// <summary>The elements as one span: the array itself when flat, a copy when chunked.</summary>
    public ReadOnlySpan<Value> AsSpan()
    {
        if (_items is not null) return _items.AsSpan(_offset, _count);
        var copy = new Value[_count];
        CopyTo(copy);
        return copy;
    }

    /// <summary>Copies all elements.</summary>
    public void CopyTo(Span<Value> target) => CopyTo(0, target[.._count]);

    /// <summary>Fills <paramref name="target"/> with the elements from <paramref name="start"/> on, as far as there are any.</summary>
    public void CopyTo(int start, Span<Value> target)
    {
        if (_items is not null)
        {
            _items.AsSpan(_offset + start, Math.Min(target.Length, _count - start)).CopyTo(target);
            return;
        }
        var left = Math.Min(target.Length, _count - start);
        while (left > 0)
        {
            var run = Math.Min(left, ChunkSize - start % ChunkSize);
            _chunks![start / ChunkSize].AsSpan(start % ChunkSize, run).CopyTo(target);
            target = target[run..];
            start += run;
            left -= run;
        }
    }

    /// <summary>The same list without spare room or the rest of a shared array: for values that are kept for long.</summary>
    public MooList Compact()
    {
        if (_items is null || _items.Length <= _count + _count / 2 + 4) return this;
        return new MooList(_items.AsSpan(_offset, _count).ToArray(), 0, _count, null, _bytes, _depth);
    }

    /// <summary>Goes over the elements in order.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<Value> IEnumerable<Value>.GetEnumerator()
    {
        for (var i = 0; i < _count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<Value>)this).GetEnumerator();

    private Value[][] ToChunks()
    {
        var chunks = new Value[(_count + ChunkSize - 1) / ChunkSize][];
        for (var i = 0; i < chunks.Length; i++)
        {
            chunks[i] = new Value[ChunkSize];
            CopyTo(i * ChunkSize, chunks[i]);
        }
        return chunks;
    }

    /// <summary>Goes over a list without allocating.</summary>
    public struct Enumerator
    {
        private readonly MooList _list;
        private int _index;

        internal Enumerator(MooList list) => (_list, _index) = (list, -1);

        /// <summary>The element reached.</summary>
        public readonly Value Current => _list[_index];

        /// <summary>Goes on to the next element; false behind the last one.</summary>
        public bool MoveNext() => ++_index < _list._count;
    }

    /// <summary>How much of a shared array is in use; the right to fill the next place is claimed here.</summary>
    private sealed class Tail(int used)
    {
        private int _used = used;

        public bool Claim(int from, int count = 1) => Interlocked.CompareExchange(ref _used, from + count, from) == from;
    }
}
