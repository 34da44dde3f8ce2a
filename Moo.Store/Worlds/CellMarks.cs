using System.Numerics;
using System.Runtime.CompilerServices;

namespace Moo.Store.Worlds;

/// <summary>A set of cell numbers: 64 in place, more on the heap.</summary>
internal struct CellMarks
{
    private ulong _first;
    private ulong[]? _more;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int cell)
    {
        if (cell < 64) _first |= 1UL << cell;
        else AddFar(cell - 64);
    }

    private void AddFar(int cell)
    {
        var word = cell >> 6;
        if (_more is null || _more.Length <= word) Array.Resize(ref _more, Math.Max(4, word + 1));
        _more[word] |= 1UL << cell;
    }

    public readonly bool IsEmpty => _first == 0 && (_more is null || _more.AsSpan().IndexOfAnyExcept(0UL) < 0);

    public void Clear()
    {
        _first = 0;
        if (_more is not null) Array.Clear(_more);
    }

    /// <summary>The lowest number from <paramref name="from"/> on, or -1.</summary>
    public readonly int Next(int from)
    {
        for (var word = from >> 6; word <= (_more?.Length ?? 0); word++)
        {
            var bits = word == 0 ? _first : _more![word - 1];
            if (word == from >> 6) bits &= ulong.MaxValue << from;
            if (bits != 0) return (word << 6) + BitOperations.TrailingZeroCount(bits);
        }
        return -1;
    }
}
