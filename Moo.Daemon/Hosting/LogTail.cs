using Microsoft.Extensions.Logging;
using Moo.Language.Scheduling;

namespace Moo.Daemon.Hosting;

/// <summary>Keeps the newest lines of the server's log, for those who look at it from inside the world.</summary>
internal sealed class LogTail : ILogger
{
    /// <summary>How many lines are kept.</summary>
    public const int MostLines = 500;

    private const int LongestLine = 2000;

    private readonly Lock _gate = new();
    private readonly Queue<LogLine> _lines = new();
    private TaskCompletionSource _next = Waiting();
    private long _newest;

    /// <summary>The lines that came after one, oldest first. If there is none yet, waits for the next.</summary>
    /// <param name="after">The number of that line; 0 for all that are kept, without waiting.</param>
    /// <param name="cancellation">Asks to give up.</param>
    public async Task<IReadOnlyList<LogLine>> ReadAsync(long after, CancellationToken cancellation)
    {
        while (true)
        {
            Task next;
            lock (_gate)
            {
                if (after <= 0 || _newest > after) return [.. _lines.Where(line => line.Number > after)];
                next = _next.Task;
            }
            await next.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var text = formatter(state, exception) + (exception is null ? "" : ": " + exception.Message);
        if (text.Length > LongestLine) text = text[..LongestLine] + " …";
        var level = logLevel >= LogLevel.Error ? "error" : logLevel == LogLevel.Warning ? "warning" : "info";
        TaskCompletionSource told;
        lock (_gate)
        {
            _lines.Enqueue(new LogLine(++_newest, DateTimeOffset.UtcNow, level, text));
            if (_lines.Count > MostLines) _lines.Dequeue();
            (told, _next) = (_next, Waiting());
        }
        told.SetResult();
    }

    // Those who wait must not go on inside of whatever wrote the line.
    private static TaskCompletionSource Waiting() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <summary>Hands the lines of every category to a tail.</summary>
    /// <param name="tail">The tail, which outlives this.</param>
    internal sealed class Provider(LogTail tail) : ILoggerProvider
    {
        /// <inheritdoc/>
        public ILogger CreateLogger(string categoryName) => tail;

        /// <inheritdoc/>
        public void Dispose()
        {
        }
    }
}
