using System.Buffers;
using Moo.Language.Execution;

namespace Moo.Language.Builtins;

/// <summary>Says which of two items comes first: negative, 0 or positive.</summary>
internal interface IOrder<T>
{
    int Compare(in T left, in T right);

    /// <summary>How much work a comparison of these two may be, in comparisons of two numbers.</summary>
    int Effort(in T left, in T right);
}

/// <summary>Sorts stably, with n log n comparisons at most, and charges the task for them.</summary>
/// <remarks>
/// A bottom-up merge sort: runs of <see cref="RunLength"/> by insertion, then merges of twice the length each. It is
/// right for any consistent order, and for an inconsistent one it still ends and loses nothing.
/// </remarks>
internal static class MergeSort
{
    private const int RunLength = 12;

    // A tick buys this many comparisons of two numbers.
    private const int ComparisonsPerTick = 256;

    /// <summary>Sorts. False if the task must stop: return a failure.</summary>
    public static bool Sort<T, TOrder>(MooTask task, Span<T> items, TOrder order) where TOrder : struct, IOrder<T>
    {
        var meter = new Meter(task);
        for (var start = 0; start < items.Length; start += RunLength)
            if (!Insertion(ref meter, items.Slice(start, Math.Min(RunLength, items.Length - start)), order)) return false;
        if (items.Length <= RunLength) return true;

        var scratch = ArrayPool<T>.Shared.Rent(items.Length);
        var sorted = Merges(ref meter, items, scratch.AsSpan(0, items.Length), order);
        ArrayPool<T>.Shared.Return(scratch, clearArray: true);
        return sorted;
    }

    private static bool Insertion<T, TOrder>(ref Meter meter, Span<T> run, TOrder order) where TOrder : struct, IOrder<T>
    {
        for (var i = 1; i < run.Length; i++)
        {
            var item = run[i];
            var at = i;
            for (; at > 0 && order.Compare(run[at - 1], item) > 0; at--)
            {
                if (!meter.Count(order.Effort(run[at - 1], item))) return false;
                run[at] = run[at - 1];
            }
            run[at] = item;
        }
        return true;
    }

    // Merges back and forth between two buffers; what ends in the scratch is copied home.
    private static bool Merges<T, TOrder>(ref Meter meter, Span<T> items, Span<T> scratch, TOrder order)
        where TOrder : struct, IOrder<T>
    {
        var from = items;
        var to = scratch;
        var isHome = true;
        for (var width = RunLength; width < items.Length; width *= 2)
        {
            for (var start = 0; start < items.Length; start += 2 * width)
            {
                var middle = Math.Min(start + width, items.Length);
                var end = Math.Min(start + 2 * width, items.Length);
                if (!Merge(ref meter, from[start..middle], from[middle..end], to[start..end], order)) return false;
            }
            var swap = from;
            from = to;
            to = swap;
            isHome = !isHome;
        }
        if (!isHome) from.CopyTo(items);
        return true;
    }

    private static bool Merge<T, TOrder>(ref Meter meter, Span<T> left, Span<T> right, Span<T> target, TOrder order)
        where TOrder : struct, IOrder<T>
    {
        int l = 0, r = 0, at = 0;
        while (l < left.Length && r < right.Length)
        {
            if (!meter.Count(order.Effort(left[l], right[r]))) return false;
            // Of equal items the left one goes first: that keeps their order.
            target[at++] = order.Compare(left[l], right[r]) <= 0 ? left[l++] : right[r++];
        }
        left[l..].CopyTo(target[at..]);
        right[r..].CopyTo(target[(at + left.Length - l)..]);
        return true;
    }

    private struct Meter(MooTask task)
    {
        private int _count;

        public bool Count(int effort)
        {
            _count += effort;
            return _count < ComparisonsPerTick || Pay();
        }

        private bool Pay()
        {
            var ticks = _count / ComparisonsPerTick;
            _count %= ComparisonsPerTick;
            return task.Spend(ticks);
        }
    }
}
