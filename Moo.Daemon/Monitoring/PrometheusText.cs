using System.Globalization;
using System.Text;
using Moo.Store.Journal;

namespace Moo.Daemon.Monitoring;

/// <summary>Writes figures as Prometheus reads them (text format 0.0.4).</summary>
/// <remarks>https://prometheus.io/docs/instrumenting/exposition_formats/</remarks>
internal static class PrometheusText
{
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(Figures figures)
    {
        var text = new StringBuilder();
        foreach (var figure in figures.All)
        {
            Head(text, figure.Name, figure.Meaning, figure.IsCounter ? "counter" : "gauge");
            foreach (var (kind, value) in figure.Read())
                text.Append(figure.Name).Append(kind is null ? "" : $"{{{figure.Label}=\"{Escape(kind)}\"}}").Append(' ').Append(Number(value)).Append('\n');
        }
        foreach (var (name, meaning, times) in figures.Times) WriteTimes(text, name, meaning, times);
        return text.ToString();
    }

    private static void WriteTimes(StringBuilder text, string name, string meaning, TimeBuckets times)
    {
        Head(text, name, meaning, "histogram");
        var (counts, sum, total) = (times.Counts, times.Sum, 0L);
        for (var i = 0; i < counts.Length; i++)
        {
            total += counts[i];
            var bound = i < TimeBuckets.Bounds.Count ? Number(TimeBuckets.Bounds[i]) : "+Inf";
            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{le=\"{bound}\"}} {total}\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"{name}_sum {Number(sum.TotalSeconds)}\n{name}_count {total}\n");
    }

    private static void Head(StringBuilder text, string name, string meaning, string kind) =>
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {meaning}.\n# TYPE {name} {kind}\n");

    private static string Number(double value) => double.IsNaN(value) ? "NaN" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
