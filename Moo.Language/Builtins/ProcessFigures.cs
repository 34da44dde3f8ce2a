using System.Diagnostics;
using System.Globalization;

namespace Moo.Language.Builtins;

/// <summary>What the operating system tells of this process.</summary>
internal static class ProcessFigures
{
    // Linux counts processor time in these (proc(5)); it has been 100 a second for as long as there is /proc.
    private const double ClockTicksPerSecond = 100;

    private const double LoadScale = 65_536;

    /// <summary>Pages of 4096 bytes: all, resident, shared, code, data. Null where that is not told.</summary>
    public static double[]? Memory()
    {
        if (Words("/proc/self/statm") is not { Length: >= 6 } pages) return null;
        return [pages[0], pages[1], pages[2], pages[3], pages[5]];
    }

    /// <summary>Load averages, processor time, and the counts of getrusage(2) behind them.</summary>
    public static (long[] Loads, double UserSeconds, double SystemSeconds, long[] Counts) Usage()
    {
        var loads = Words("/proc/loadavg") is { Length: >= 3 } averages ? averages[..3].Select(load => (long)(load * LoadScale)).ToArray() : [0, 0, 0];
        // The command's name in parentheses may hold blanks: what counts comes behind.
        var stat = Words("/proc/self/stat", after: ')') ?? [];
        long Stat(int field) => stat.Length > field - 3 ? (long)stat[field - 3] : 0;
        using var process = Process.GetCurrentProcess();
        var (user, system) = stat.Length > 12 ? (Stat(14) / ClockTicksPerSecond, Stat(15) / ClockTicksPerSecond)
            : (process.UserProcessorTime.TotalSeconds, process.PrivilegedProcessorTime.TotalSeconds);
        return (loads, user, system, [Stat(10), Stat(12), Field("/proc/self/io", "read_bytes") / 512, Field("/proc/self/io", "write_bytes") / 512,
            Field("/proc/self/status", "voluntary_ctxt_switches"), Field("/proc/self/status", "nonvoluntary_ctxt_switches"), 0]);
    }

    private static double[]? Words(string path, char? after = null)
    {
        if (Read(path) is not { } text) return null;
        if (after is { } mark) text = text[(text.LastIndexOf(mark) + 1)..];
        return [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => double.TryParse(word, CultureInfo.InvariantCulture, out var number) ? number : 0)];
    }

    private static long Field(string path, string name)
    {
        var line = Read(path)?.Split('\n').FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.Ordinal));
        return line is not null && long.TryParse(line.AsSpan(name.Length + 1), CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    private static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
