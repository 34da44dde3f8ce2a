using Microsoft.Extensions.Logging;
using Moo.Language.Execution;
using Moo.Store.Journal;
using Moo.Store.Journal.Backups;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Daemon.Hosting;

/// <summary>Makes backups while the server runs: when the world asks for one, and when one is due.</summary>
/// <remarks>
/// Everything is read from the database through a connection of its own, so that the world stops for nothing. One is made at a time:
/// who asks meanwhile gets that one, and another after it. <c>#0:checkpoint_started()</c> and <c>#0:checkpoint_finished(success)</c> are called around it.
/// </remarks>
internal sealed class BackupSchedule : IAsyncDisposable
{
    private static readonly TimeSpan UsualInterval = TimeSpan.FromHours(24);
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(60); // LambdaMOO's

    private readonly DaemonSettings _settings;
    private readonly World _world;
    private readonly Func<string, Value[], Task> _callHook;
    private readonly ILogger _log;
    private readonly TimeProvider _time;
    private readonly BackupFolder _folder;
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _ending = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ITimer _timer;
    private Task _making = Task.CompletedTask;
    private bool _isWanted;
    private bool _isEnding;
    private DateTimeOffset _last;
    private long _lastSequence = -1;

    /// <summary>Starts looking at the clock.</summary>
    /// <param name="settings">Where the store is, and how often.</param>
    /// <param name="world">The world, which may name an interval of its own.</param>
    /// <param name="callHook">Calls a verb of <c>#0</c> and waits for it.</param>
    /// <param name="log">The log.</param>
    /// <param name="time">The clock.</param>
    public BackupSchedule(DaemonSettings settings, World world, Func<string, Value[], Task> callHook, ILogger log, TimeProvider time)
    {
        (_settings, _world, _callHook, _log, _time) = (settings, world, callHook, log, time);
        _folder = new BackupFolder(settings.Data);
        _last = _folder.All() is [var (newest, _), ..] ? newest : time.GetUtcNow();
        _timer = time.CreateTimer(_ => Look(), null, LookInterval, LookInterval);
    }

    /// <summary>Makes a backup, after the one that is being made.</summary>
    public void Ask()
    {
        lock (_gate)
        {
            _isWanted = true;
            if (_making.IsCompleted && !_isEnding) _making = MakeAllAsync();
        }
    }

    private void Look()
    {
        if (Interval is not { } interval || _time.GetUtcNow() - _last < interval || _world.Current.Sequence == _lastSequence) return;
        lock (_gate)
            if (!_making.IsCompleted) return;
        Ask();
    }

    // What the operator says goes before what the world says.
    private TimeSpan? Interval
    {
        get
        {
            if (_settings.BackupHours is { } hours) return hours == 0 ? null : TimeSpan.FromHours(hours);
            var world = _world.Current;
            var told = WorldOptions.Find(world, "dump_interval") ?? world.Property(ObjectId.System, "dump_interval");
            if (told is not { } said || !said.TryInt(out var seconds)) return UsualInterval;
            return seconds < ShortestInterval.TotalSeconds ? UsualInterval : TimeSpan.FromSeconds(Math.Min(seconds, UsualInterval.TotalSeconds * 365));
        }
    }

    private async Task MakeAllAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (true)
        {
            lock (_gate)
            {
                if (!_isWanted || _isEnding)
                {
                    // Under the lock, so that nobody takes this for being under way still.
                    _making = Task.CompletedTask;
                    return;
                }
                _isWanted = false;
            }
            await TellAsync("checkpoint_started").ConfigureAwait(false);
            var isMade = Make();
            await TellAsync("checkpoint_finished", Value.Int(isMade ? 1 : 0)).ConfigureAwait(false);
        }
    }

    // When the server ends, nobody may be left to run the hook.
    private Task TellAsync(string hook, params Value[] arguments) => Task.WhenAny(_callHook(hook, arguments), _ending.Task);

    private bool Make()
    {
        var now = _time.GetUtcNow();
        _last = now;
        try
        {
            var start = _time.GetTimestamp();
            var file = _folder.PathFor(now);
            var report = Backup.Write(_settings.StoreAddress, file, now);
            _lastSequence = report.Sequence;
            _log.BackupMade(file, report.Objects, report.Sequence, report.Bytes, (long)_time.GetElapsedTime(start).TotalMilliseconds);
            foreach (var old in _folder.Rotate(_settings.BackupDays, now)) _log.BackupDropped(old);
            return true;
        }
        catch (Exception problem) when (problem is JournalException or JournalAwayException or IOException or UnauthorizedAccessException)
        {
            _log.BackupFailed(problem.Message);
            return false;
        }
    }

    /// <summary>Ends; a backup that is being written is finished first.</summary>
    public async ValueTask DisposeAsync()
    {
        Task making;
        lock (_gate)
        {
            _isEnding = true;
            making = _making;
        }
        _ending.TrySetResult();
        await _timer.DisposeAsync().ConfigureAwait(false);
        await making.ConfigureAwait(false);
    }
}
