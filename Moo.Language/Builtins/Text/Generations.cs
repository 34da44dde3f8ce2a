using System.Collections.Concurrent;

namespace Moo.Language.Builtins.Text;

/// <summary>A bounded cache in two generations. Reading takes no lock.</summary>
/// <remarks>When the young generation is full it becomes the old one, and what was old and is not used again is forgotten.</remarks>
/// <param name="size">How many values a generation holds.</param>
internal sealed class Generations<TKey, TValue>(int size) where TKey : notnull
{
    private ConcurrentDictionary<TKey, TValue> _young = new();
    private ConcurrentDictionary<TKey, TValue> _old = new();
    private int _count;

    /// <summary>What is kept now.</summary>
    public IReadOnlyList<TValue> Values =>
        [.. _young.Concat(_old.Where(entry => !_young.ContainsKey(entry.Key))).Select(entry => entry.Value)];

    /// <summary>The value under a key, made if it is not there.</summary>
    public TValue GetOrAdd(TKey key, Func<TKey, TValue> make)
    {
        var young = _young;
        if (young.TryGetValue(key, out var value)) return value;
        if (!_old.TryGetValue(key, out value)) value = make(key);
        if (young.TryAdd(key, value) && Interlocked.Increment(ref _count) >= size) Age(young);
        return value;
    }

    private void Age(ConcurrentDictionary<TKey, TValue> full)
    {
        if (Interlocked.CompareExchange(ref _young, new(), full) != full) return;
        _old = full;
        _count = 0;
    }
}
