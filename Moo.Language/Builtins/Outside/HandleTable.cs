namespace Moo.Language.Builtins.Outside;

/// <summary>What programs have open under numbers: files, databases.</summary>
/// <remarks>Numbers start at 1 again when nothing is open any more, as in ToastStunt.</remarks>
/// <typeparam name="T">What is open.</typeparam>
internal sealed class HandleTable<T> where T : class, IDisposable
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, T> _open = [];
    private long _next = 1;

    /// <summary>The numbers in use.</summary>
    public IReadOnlyList<long> Handles
    {
        get
        {
            lock (_lock) return [.. _open.Keys];
        }
    }

    /// <summary>Everything that is open, by number.</summary>
    public IReadOnlyList<KeyValuePair<long, T>> All
    {
        get
        {
            lock (_lock) return [.. _open];
        }
    }

    /// <summary>Opens something and gives it a number; null if there are as many as there may be.</summary>
    public long? Add(Func<T> open, long most)
    {
        long handle;
        lock (_lock)
        {
            if (_open.Count >= most) return null;
        }
        var opened = open();
        lock (_lock)
        {
            if (_open.Count < most)
            {
                handle = _next++;
                _open.Add(handle, opened);
                return handle;
            }
        }
        opened.Dispose();
        return null;
    }

    /// <summary>What is open under a number, or null.</summary>
    public T? Find(long handle)
    {
        lock (_lock) return _open.GetValueOrDefault(handle);
    }

    /// <summary>Forgets a number; what was open under it, or null.</summary>
    public T? Remove(long handle)
    {
        lock (_lock)
        {
            if (!_open.Remove(handle, out var open)) return null;
            if (_open.Count == 0) _next = 1;
            return open;
        }
    }
}
