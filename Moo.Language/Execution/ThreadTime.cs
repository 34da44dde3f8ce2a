using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Moo.Language.Execution;

/// <summary>How long the running thread has worked. Waiting for a processor, on a busy machine, does not count, where the host can tell.</summary>
internal static class ThreadTime
{
    // CLOCK_THREAD_CPUTIME_ID
    private static readonly int ClockId = OperatingSystem.IsLinux() ? 3 : OperatingSystem.IsMacOS() ? 16 : -1;
    private static readonly bool IsKnown = ClockId >= 0 && TryClock();

    /// <summary>The time since some moment in the past; only differences mean anything, and only on one thread.</summary>
    public static TimeSpan Now
    {
        get
        {
            if (!IsKnown || clock_gettime(ClockId, out var time) != 0) return Stopwatch.GetElapsedTime(0);
            return TimeSpan.FromTicks(time.Seconds * TimeSpan.TicksPerSecond + time.Nanoseconds / TimeSpan.NanosecondsPerTick);
        }
    }

    private static bool TryClock()
    {
        try
        {
            return clock_gettime(ClockId, out _) == 0;
        }
        catch (DllNotFoundException)
        {
            return false;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Moment
    {
        public nint Seconds;
        public nint Nanoseconds;
    }

    [DllImport("libc", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int clock_gettime(int clock, out Moment time);
}
