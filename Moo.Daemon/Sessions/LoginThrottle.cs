namespace Moo.Daemon.Sessions;

/// <summary>Makes guessing passwords slow: tries to log in take longer the more of them there were, from one address or at one player.</summary>
/// <remarks>
/// A try is a line <c>connect NAME …</c>, shortened or not. It counts when it is made, since whether it succeeds shows later; success wipes
/// the address's slate clean, not the player's: who knows one password may be guessing another.
/// </remarks>
/// <param name="limits">The limits.</param>
/// <param name="counters">Takes note of delays.</param>
internal sealed class LoginThrottle(NetworkLimits limits, NetworkCounters counters)
{
    private const long Window = 5 * 60_000;
    private const int MostSlates = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Slate> _slates = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes note of a line at the login screen.</summary>
    /// <returns>How long it has to wait.</returns>
    public TimeSpan Attempt(Admission admission, string line)
    {
        var words = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || words[0].Length < 2 || !"connect".StartsWith(words[0], StringComparison.OrdinalIgnoreCase)) return TimeSpan.Zero;
        return AttemptAs(admission, words[1].Trim('"'));
    }

    /// <summary>Takes note of a try to log in by a name.</summary>
    /// <returns>How long it has to wait.</returns>
    public TimeSpan AttemptAs(Admission admission, string name)
    {
        if (admission.IsTrusted) return TimeSpan.Zero;
        int seconds;
        lock (_lock)
        {
            seconds = Math.Max(
                Delay("address " + admission.Key, limits.LoginTriesPerAddress),
                Delay("player " + name, limits.LoginTriesPerPlayer));
        }
        if (seconds > 0) counters.LoginDelayed();
        return TimeSpan.FromSeconds(seconds);
    }

    /// <summary>Somebody from this address has logged in.</summary>
    public void Succeeded(string key)
    {
        lock (_lock) _slates.Remove("address " + key);
    }

    private int Delay(string key, int free)
    {
        const int mostDoublings = 16;
        var now = Environment.TickCount64;
        if (_slates.Count > MostSlates) Forget(now);
        var slate = _slates.GetValueOrDefault(key);
        slate = slate.Tries == 0 || now - slate.Since > Window ? new Slate(1, now) : slate with { Tries = slate.Tries + 1 };
        _slates[key] = slate;
        return slate.Tries <= free ? 0 : Math.Min(1 << Math.Min(slate.Tries - free - 1, mostDoublings), limits.LongestLoginDelaySeconds);
    }

    private void Forget(long now)
    {
        foreach (var (key, slate) in _slates.ToArray())
            if (now - slate.Since > Window) _slates.Remove(key);
        // All of them fresh: a flood of made-up names. Then the oldest knowledge is worth least.
        if (_slates.Count > MostSlates) _slates.Clear();
    }

    private readonly record struct Slate(int Tries, long Since);
}
