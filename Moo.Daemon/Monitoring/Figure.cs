namespace Moo.Daemon.Monitoring;

/// <summary>Something that is counted or measured, for those who watch the server.</summary>
/// <param name="Name">Its name, in the manner of Prometheus: <c>moo_commits_total</c>.</param>
/// <param name="IsCounter">Whether it only grows.</param>
/// <param name="Meaning">What it is, in a few words.</param>
/// <param name="Read">Reads it, and if it comes in kinds, each kind.</param>
/// <param name="Label">What the kinds are called; null if there are none.</param>
internal sealed record Figure(string Name, bool IsCounter, string Meaning, Func<IEnumerable<(string? Kind, double Value)>> Read, string? Label = null)
{
    public static Figure Counter(string name, string meaning, Func<double> read) => new(name, true, meaning, () => [(null, read())]);

    public static Figure Gauge(string name, string meaning, Func<double> read) => new(name, false, meaning, () => [(null, read())]);
}
