using System.Collections.Concurrent;
using System.Diagnostics;
using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Scheduling;

/// <summary>Collects anonymous objects and WAIFs that nothing refers to any more, circles of them too, while tasks go on.</summary>
/// <remarks>
/// A slice that runs may hold what the world no longer does. So:
/// <list type="number">
/// <item>From the first moment on, all commits are noted: what they put in place and what they replaced.</item>
/// <item>Marking starts when every slice that was under way at that moment is over. Whatever a later slice holds, it has from a state of the
/// world that is marked: the one at the moment of marking, or one that a noted commit replaced.</item>
/// <item>Some values pass from slice to slice outside the world (a result, a value to resume with): so what was not reached is looked for once more,
/// in the commits noted since, when all slices that were under way at the marking are over as well.</item>
/// </list>
/// What is found is unmade by slices of its own, after its <c>recycle</c> verb has run (ToastStunt).
/// </remarks>
internal sealed class Collector(Runtime runtime, Scheduler scheduler) : IDisposable
{
    private const int MostPerSlice = 200;

    // Marking may take this part of a thread's time.
    private const int ShareOfTime = 50;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _turn = new(1);
    private long _collected;

    /// <summary>How many have been collected.</summary>
    public long Collected => Interlocked.Read(ref _collected);

    /// <summary>Collects now and then, until told to stop.</summary>
    public void Start(CancellationToken stopping) =>
        Task.Run(() => Repeat(stopping), CancellationToken.None).ContinueWith(
            failed => runtime.Host.Log($"Internal error in the collector: {failed.Exception}", isError: true), CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    private async Task Repeat(CancellationToken stopping)
    {
        var (seen, pause) = (-1L, ShortestPause);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(pause, runtime.Clock.Provider, stopping).ConfigureAwait(false);
                var now = runtime.World.Current;
                if (now.Sequence == seen) continue;
                var clock = Stopwatch.StartNew();
                await Collect(stopping).ConfigureAwait(false);
                seen = now.Sequence;
                pause = clock.Elapsed * ShareOfTime is var longer && longer > ShortestPause ? longer : ShortestPause;
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    /// <summary>Collects what there is at this moment; how many were found.</summary>
    public async Task<int> Collect(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var garbage = runtime.World.Current.AllHidden().Any() ? await Find(cancellation).ConfigureAwait(false) : [];
            await Bury(garbage, cancellation).ConfigureAwait(false);
            Interlocked.Add(ref _collected, garbage.Count);
            return garbage.Count;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<IReadOnlyList<ObjectState>> Find(CancellationToken cancellation)
    {
        var noted = new ConcurrentQueue<Commit>();
        var oldest = runtime.World.Observe(noted.Enqueue).MaxHidden;
        try
        {
            var images = scheduler.Images();
            await Finish(scheduler.Unfinished(), cancellation).ConfigureAwait(false);

            var (snapshot, underWay) = (runtime.World.Current, scheduler.Unfinished());
            var marking = new Marking(snapshot.Find);
            foreach (var image in images) Mark(marking, image);
            MarkTasks(marking);
            Mark(marking, noted);
            foreach (var state in snapshot.All()) marking.Add(state);
            bool IsGarbage(ObjectState state) => HiddenIds.ToIndex(state.Id) <= oldest && !marking.IsReached(state.Id);
            var garbage = snapshot.AllHidden().Where(IsGarbage).ToList();
            if (garbage.Count == 0) return garbage;

            await Finish(underWay, cancellation).ConfigureAwait(false);
            MarkTasks(marking);
            Mark(marking, noted);
            return [.. garbage.Where(IsGarbage)];
        }
        finally
        {
            runtime.World.EndObserving(noted.Enqueue);
        }
    }

    private async Task Finish(HashSet<Slice> slices, CancellationToken cancellation)
    {
        while (true)
        {
            slices.IntersectWith(scheduler.Unfinished());
            if (slices.Count == 0) return;
            await Task.Delay(BetweenLooks, cancellation).ConfigureAwait(false);
        }
    }

    private void MarkTasks(Marking marking)
    {
        foreach (var image in scheduler.Images()) Mark(marking, image);
        foreach (var message in scheduler.Mail.All()) marking.Add(message);
    }

    private static void Mark(Marking marking, TaskImage image)
    {
        foreach (var value in image.Values) marking.Add(value);
    }

    private static void Mark(Marking marking, ConcurrentQueue<Commit> noted)
    {
        while (noted.TryDequeue(out var commit))
        {
            foreach (var change in commit.Objects)
            {
                if (change.Old is not null) marking.Add(change.Old);
                if (change.New is not null) marking.Add(change.New);
            }
            foreach (var task in commit.Tasks)
                if (task.Task is TaskImage image) Mark(marking, image);
        }
    }

    public void Dispose() => _turn.Dispose();

    // ---- the end

    /// <summary>The verb that an object wants to have run before it is unmade; null if it has none.</summary>
    public static ResolvedVerb? RecycleVerb(Transaction transaction, ObjectDraft draft)
    {
        if (!draft.State!.IsWaif) return Verbs.FindCallable(transaction, draft, "recycle");
        return draft.Class.Parents is [var waifClass] && transaction.Find(waifClass) is { } holder ? Verbs.FindCallable(transaction, holder, ":recycle") : null;
    }

    private async Task Bury(IReadOnlyList<ObjectState> garbage, CancellationToken cancellation)
    {
        if (garbage.Count == 0) return;
        var look = runtime.World.Begin();
        var isWaitedFor = garbage.ToLookup(state => look.Find(state.Id) is { } draft && RecycleVerb(look, draft) is not null);
        foreach (var state in isWaitedFor[true])
        {
            var end = await Run(new RecycleStart(state.Reference, [state.Id]), cancellation).ConfigureAwait(false);
            if (end.Kind == TaskEndKind.Failed) await Run(new RecycleStart(null, [state.Id]), cancellation).ConfigureAwait(false);
        }
        foreach (var several in isWaitedFor[false].Select(state => state.Id).Chunk(MostPerSlice))
            await Run(new RecycleStart(null, several), cancellation).ConfigureAwait(false);
    }

    private async Task<TaskEnd> Run(RecycleStart start, CancellationToken cancellation)
    {
        var over = new TaskCompletionSource<TaskEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        scheduler.Submit(new MooTask(runtime, scheduler.NewTaskId(), ObjectId.Nothing), start, isForeground: false, end => over.TrySetResult(end));
        return await over.Task.WaitAsync(cancellation).ConfigureAwait(false);
    }
}
