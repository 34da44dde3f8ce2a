using System.Globalization;

namespace Moo.Daemon.Hosting;

/// <summary>The backups in the data folder, named after the time at which each was made.</summary>
internal sealed class BackupFolder(string data)
{
    private const string Suffix = ".moo.gz";
    private const string TimeFormat = "yyyy-MM-dd'T'HH-mm-ss'Z'";

    // Beside one for each day: somebody who finds a mistake of the last hour should not lose a day.
    private const int NewestKept = 6;

    private readonly string _folder = Path.Combine(data, "backups");

    /// <summary>The file for a backup.</summary>
    /// <param name="time">When it is made.</param>
    /// <param name="kind">A word for backups that are not made by schedule, and never thrown away.</param>
    public string PathFor(DateTimeOffset time, string? kind = null) =>
        Path.Combine(_folder, (kind is null ? "" : kind + "-") + time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture) + Suffix);

    /// <summary>The backups made by schedule or by <c>dump_database()</c>, newest first.</summary>
    public IReadOnlyList<(DateTimeOffset Time, string Path)> All()
    {
        if (!Directory.Exists(_folder)) return [];
        var found = new List<(DateTimeOffset Time, string Path)>();
        foreach (var path in Directory.GetFiles(_folder, "*" + Suffix))
        {
            if (DateTimeOffset.TryParseExact(Path.GetFileName(path)[..^Suffix.Length], TimeFormat, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal, out var time))
            {
                found.Add((time, path));
            }
        }
        found.Sort((left, right) => right.Time.CompareTo(left.Time));
        return found;
    }

    /// <summary>Throws old backups away: what stays are the newest ones, and the last one of each day.</summary>
    /// <param name="days">How many days back one for each day is kept.</param>
    /// <param name="now">The time.</param>
    /// <returns>The files that went.</returns>
    public IReadOnlyList<string> Rotate(int days, DateTimeOffset now)
    {
        var gone = new List<string>();
        var lastDay = DateTime.MaxValue;
        foreach (var ((time, path), place) in All().Select((backup, place) => (backup, place)))
        {
            var isLastOfDay = time.UtcDateTime.Date != lastDay;
            lastDay = time.UtcDateTime.Date;
            if (place < NewestKept || isLastOfDay && now - time < TimeSpan.FromDays(days)) continue;
            File.Delete(path);
            gone.Add(path);
        }
        return gone;
    }
}
