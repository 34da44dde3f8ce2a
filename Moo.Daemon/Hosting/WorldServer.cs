using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Moo.Daemon.Sessions;
using Moo.Language.Definitions;
using Moo.Language.Execution;
using Moo.Store.Journal;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Daemon.Hosting;

/// <summary>The world and everything that runs it: store, journal, scheduler. Started before anybody may connect, stopped after all.</summary>
internal sealed class WorldServer : IDisposable
{
    private static readonly TimeSpan PatienceAtEnd = TimeSpan.FromSeconds(30);

    private readonly JournalQueue _journal;
    private readonly ILogger _log;

    private WorldServer(JournalQueue journal, Runtime runtime, ILogger log, bool isNew)
    {
        (_journal, Runtime, _log, IsNew) = (journal, runtime, log, isNew);
    }

    /// <summary>What the tasks run in.</summary>
    public Runtime Runtime { get; }

    /// <summary>Whether the store was empty and has just been filled.</summary>
    public bool IsNew { get; }

    /// <summary>Writes the commits.</summary>
    public JournalQueue Journal => _journal;

    /// <summary>Whether commits can be taken.</summary>
    public bool IsReady => _journal.Failure is null && !_journal.IsAway;

    /// <summary>Opens the store, fills it if it is empty, and starts the workers.</summary>
    /// <exception cref="JournalException">The store cannot be used.</exception>
    /// <exception cref="SettingsException">The core cannot be used.</exception>
    public static WorldServer Start(DaemonSettings settings, SessionRegistry sessions, Listeners listeners, LogTail tail, ILogger log, Action<string> onJournalFailed)
    {
        Directory.CreateDirectory(settings.Data);
        var clock = Stopwatch.StartNew();
        var journal = settings.StoreAddress.CreateJournal();
        LoadedWorld loaded;
        try
        {
            loaded = journal.Load();
        }
        catch
        {
            journal.Dispose();
            throw;
        }
        var options = new JournalOptions { CommitLogRetention = TimeSpan.FromDays(settings.AuditDays) };
        JournalQueue? queue = null;
        queue = new JournalQueue(journal, loaded.Snapshot.Sequence, (_, effects) => sessions.Deliver(effects, isHurried: queue!.IsOwnThread), options)
        {
            OnAway = reason =>
            {
                log.DatabaseAway(reason);
                sessions.Broadcast("*** The database is away; what you do now waits until it is back. ***");
            },
            OnBack = () =>
            {
                log.DatabaseBack();
                sessions.Broadcast("*** The database is back. ***");
            },
            OnFailed = failure =>
            {
                log.JournalFailed(failure.Message);
                onJournalFailed(failure.Message);
            },
        };
        queue.Start();
        var world = new World(loaded.Snapshot, queue, loaded.LastStamp);
        var runtime = new Runtime(world, new DaemonHost(sessions, listeners, new StoreAccess(settings.StoreAddress, journal, queue, log), tail, log), new Clock(TimeProvider.System), settings.Outside);
        runtime.Scheduler.Room = queue.WhenRoom;
        (sessions.World, sessions.Scheduler, sessions.WhenSettled) = (world, runtime.Scheduler, queue.Flush);
        var server = new WorldServer(queue, runtime, log, loaded.IsEmpty);
        try
        {
            if (loaded.IsEmpty) server.Fill(settings.Core);
            else log.WorldLoaded(journal.Place, loaded.Snapshot.All().LongCount(), loaded.Tasks.Count, clock.ElapsedMilliseconds);
            foreach (var refused in runtime.Scheduler.Load(loaded.Tasks.Select(task => (task.Id, task.Owner, task.WakeAt, task.Json)))) log.TaskRefused(refused);
            runtime.Scheduler.Start(settings.Workers);
        }
        catch
        {
            server.Dispose();
            throw;
        }
        return server;
    }

    private void Fill(string core)
    {
        const int mostShown = 20;
        var problems = new List<DefinitionProblem>();
        if (CoreImport.Fill(Runtime.World, core, problems) is not { } objects)
        {
            throw new SettingsException($"the core in {core} cannot be used:\n"
                + string.Join('\n', problems.Where(problem => !problem.IsWarning).Take(mostShown)));
        }
        _log.CoreImported(core, objects);
    }

    /// <summary>Calls a verb of <c>#0</c> and waits for it, if it exists.</summary>
    public async Task CallHookAsync(string verb, params Value[] arguments)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Runtime.Scheduler.CallVerb(ObjectId.System, ObjectId.System, verb, MooList.Of(arguments), ended: _ => done.SetResult());
        await done.Task.ConfigureAwait(false);
        await _journal.Flush().ConfigureAwait(false);
    }

    /// <summary>Lets running slices end, makes everything durable, and lets the last output out.</summary>
    /// <returns>Whether everything is durable.</returns>
    public bool Stop()
    {
        Runtime.Scheduler.Stop();
        var isDurable = _journal.Stop(PatienceAtEnd);
        if (isDurable) _log.ShutDown(_journal.DurableSequence);
        return isDurable;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Runtime.Scheduler.Dispose();
        _journal.Dispose();
    }
}
