using System.Globalization;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>What time it is.</summary>
internal static class ClockFunctions
{
    private static readonly long FirstSecond = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>The time in whole seconds since the start of 1970, Greenwich time.</summary>
    /// <example>time() > 1700000000 => 1</example>
    [Builtin("time")]
    public static long Time(MooTask task) => (long)Math.Floor(task.Runtime.Clock.UnixSeconds);

    /// <summary>The time in seconds since the start of 1970, with a fraction; with 1 or 2, since some moment in the past, by a clock that nobody sets.</summary>
    /// <remarks>The second form is for measuring how long something takes.</remarks>
    /// <example>t = ftime(1); return {ftime() > 1700000000.0, ftime(1) >= t}; => {1, 1}</example>
    [Builtin("ftime")]
    public static Value FTime(MooTask task, long clock = 0)
    {
        var provider = task.Runtime.Clock.Provider;
        return Value.Float(clock == 0 ? task.Runtime.Clock.UnixSeconds : provider.GetTimestamp() / (double)provider.TimestampFrequency);
    }

    /// <summary>A time for people to read, as <c>Mon Aug 13 19:13:20 1990 PDT</c>: the time in seconds since 1970 that is given, else the present.</summary>
    /// <remarks>In the server's time zone.</remarks>
    /// <example>length(ctime(650600000)) > 24 => 1</example>
    /// <exception cref="MooError">E_INVARG for a time before the year 1 or after 9999.</exception>
    [Builtin("ctime")]
    public static Value CTime(MooTask task, long? time = null)
    {
        var clock = task.Runtime.Clock;
        var seconds = time ?? (long)Math.Floor(clock.UnixSeconds);
        var zone = clock.Provider.LocalTimeZone;
        // The zone may lie up to 14 hours beyond either end.
        if (seconds < FirstSecond + 86_400 || seconds > LastSecond - 86_400)
            return task.RaiseHere(ErrorCode.E_INVARG, "{0} is no time of a calendar", Value.Int(seconds));
        var local = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(seconds), zone);
        return Value.Str(string.Create(CultureInfo.InvariantCulture, $"{local:ddd MMM} {local.Day,2} {local:HH:mm:ss yyyy} {NameOf(zone, local)}"));
    }

    // The zone's abbreviation; where .NET knows none but a long name, the offset.
    private static string NameOf(TimeZoneInfo zone, DateTimeOffset local)
    {
        var name = zone.IsDaylightSavingTime(local) ? zone.DaylightName : zone.StandardName;
        if (!name.Contains(' ')) return name;
        return local.Offset == TimeSpan.Zero ? "UTC" : local.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
    }
}
