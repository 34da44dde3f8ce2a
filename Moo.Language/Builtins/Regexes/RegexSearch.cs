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

    private readonly long _started = Stopwatch.GetTimestamp();
    private TimeSpan _paid;

    /// <summary>The form of the regular expression that fits the text.</summary>
    public PerlRegex.Form Form { get; } = regex.For(text);

    /// <summary>Whether the search was given up, or the task must stop.</summary>
    public RegexSearchEnd End { get; private set; }

    /// <summary>The next match that begins at an offset or behind it, or null.</summary>
    public Match? Next(int from)
    {
        try
        {
            while (true)
            {
                var match = Form.Regex.Match(text, from);
                if (!Pay()) return null;
                if (!match.Success) return null;
                if (IsWhole(match.Index) && IsWhole(match.Index + match.Length)) return match;
                from = match.Index + 1; // half a surrogate pair is no character
            }
        }
        catch (RegexMatchTimeoutException)
        {
            End = RegexSearchEnd.TooSlow;
            Pay();
            return null;
        }
    }

    private bool IsWhole(int at) => at == 0 || at >= text.Length || !char.IsLowSurrogate(text[at]) || !char.IsHighSurrogate(text[at - 1]);

    // Time is what a search costs, so time is what is paid for. False if there is none left.
    private bool Pay()
    {
        var elapsed = Stopwatch.GetElapsedTime(_started);
        if (elapsed > PerlRegex.MostTime) End = RegexSearchEnd.TooSlow;
        var owed = elapsed - _paid;
        _paid = elapsed;
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
