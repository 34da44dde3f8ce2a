using System.Diagnostics;
using System.Text.RegularExpressions;
using Moo.Language.Execution;

namespace Moo.Language.Builtins.Regexes;

/// <summary>A search for one match after the other, within the time that a task may spend on it.</summary>
/// <param name="regex">The regular expression.</param>
/// <param name="text">The text to search in.</param>
/// <param name="task">Who pays.</param>
internal sealed class RegexSearch(PerlRegex regex, string text, MooTask task)
{
    private const int TicksPerMillisecond = 20;

    // On a busy machine the time can be up with next to nothing done.
    private const int MostAttempts = 10;

    // Asking for the thread's own time is a call of the system: not for each of a thousand quick matches.
    private static readonly TimeSpan Noticeable = TimeSpan.FromMilliseconds(1);

    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly TimeSpan _workedBefore = ThreadTime.Now;
    private TimeSpan _elapsed;
    private TimeSpan _worked;
    private int _attempts;

    /// <summary>The form of the regular expression that fits the text.</summary>
    public PerlRegex.Form Form { get; } = regex.For(text);

    /// <summary>Whether the search was given up, or the task must stop.</summary>
    public RegexSearchEnd End { get; private set; }

    /// <summary>The next match that begins at an offset or behind it, or null.</summary>
    public Match? Next(int from)
    {
        while (true)
        {
            Match match;
            try
            {
                match = Form.Regex.Match(text, from);
            }
            catch (RegexMatchTimeoutException)
            {
                // The time limit is one of the clock on the wall. Most of it went to others: try again.
                if (!Pay()) return null;
                if (_worked < PerlRegex.MostTime / 2 && ++_attempts < MostAttempts) continue;
                End = RegexSearchEnd.TooSlow;
                return null;
            }
            if (!Pay() || !match.Success) return null;
            if (IsWhole(match.Index) && IsWhole(match.Index + match.Length)) return match;
            from = match.Index + 1; // half a surrogate pair is no character
        }
    }

    private bool IsWhole(int at) => at == 0 || at >= text.Length || !char.IsLowSurrogate(text[at]) || !char.IsHighSurrogate(text[at - 1]);

    // Time is what a search costs, so time is what is paid for: the thread's own. False if there is none left.
    private bool Pay()
    {
        var before = _worked;
        var elapsed = Stopwatch.GetElapsedTime(_started);
        _worked = elapsed - _elapsed < Noticeable ? _worked + (elapsed - _elapsed)
            : TimeSpan.FromTicks(Math.Max(_worked.Ticks, Math.Min(elapsed.Ticks, (ThreadTime.Now - _workedBefore).Ticks)));
        _elapsed = elapsed;
        if (_worked > PerlRegex.MostTime) End = RegexSearchEnd.TooSlow;
        var owed = _worked - before;
        regex.NoteTime(owed);
        if (!task.Spend(1 + (int)(owed.TotalMilliseconds * TicksPerMillisecond))) End = RegexSearchEnd.Stopped;
        return End == RegexSearchEnd.None;
    }
}

/// <summary>Why a search ended before its time.</summary>
internal enum RegexSearchEnd
{
    None,
    TooSlow,
    Stopped,
}
