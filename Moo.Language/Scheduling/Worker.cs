using System.Runtime.InteropServices;
using Moo.Language.Execution;
using Moo.Store.Worlds;

namespace Moo.Language.Scheduling;

/// <summary>One worker thread: takes slices, runs them, commits them.</summary>
internal sealed class Worker(Runtime runtime, Scheduler scheduler)
{
    // After this many conflicts a slice runs alone, so that it gets through.
    private const int MostConflicts = 4;

    // Within this time a player beside a busy task does not notice that there is one.
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(5);

    private readonly FramePool _frames = new();
    private readonly Stack<Transaction> _transactions = new();

    public void Run()
    {
        while (scheduler.Next() is { } slice)
        {
            WaitForRoom();
            try
            {
                Take(slice);
                _frames.Clean();
            }
            catch (Exception mistake)
            {
                // A mistake of ours ends the task, not the server.
                runtime.Host.Log($"Internal error in task {slice.Task.Id} ({slice.Start.Name}): {mistake}", isError: true);
                GiveUp(slice);
            }
        }
    }

    // Until there is room for the commit of one more slice, or the workers are to end.
    private void WaitForRoom()
    {
        if (scheduler.Room is not { } room || room() is not { IsCompleted: false } wait) return;
        try
        {
            wait.Wait(scheduler.Stopping);
        }
        catch (Exception over) when (over is OperationCanceledException or AggregateException)
        {
            // The server ends, or the journal has failed: then the slice is told so when it commits.
        }
    }

    private void Take(Slice slice)
    {
        // Also where it only has to commit: its frames go back to our pool, not to that of the worker that ran it.
        slice.Task.Frames = _frames;
        while (true)
        {
            if (slice.Outcome is null)
            {
                if (slice.Transaction is null && !Begin(slice)) return;
                var turn = slice.Conflicts >= MostConflicts ? Timeout.InfiniteTimeSpan : Turn;
                var (start, ticks) = (runtime.Clock.Provider.GetTimestamp(), slice.Task.TicksLeft);
                var outcome = slice.Task.Run(turn);
                var time = runtime.Clock.Provider.GetElapsedTime(start);
                slice.Spent += time;
                ticks -= slice.Task.TicksLeft;
                Interlocked.Add(ref scheduler.Counters.TicksField, ticks);
                if (slice.Work is { } work)
                {
                    work.Time += time;
                    work.Ticks += ticks;
                }
                if (outcome == SliceOutcome.Preempted)
                {
                    scheduler.MakeReady(slice);
                    return;
                }
                slice.Outcome = outcome;
            }
            if (Complete(slice)) return;
        }
    }

    // Starts the slice on the newest snapshot. False if it ended or was put aside already.
    private bool Begin(Slice slice)
    {
        var transaction = _transactions.Count > 0 ? _transactions.Pop() : runtime.World.Begin();
        slice.Transaction = transaction;
        if (slice.Conflicts >= MostConflicts)
        {
            if (!runtime.World.TryRunAlone(transaction))
            {
                Recycle(slice);
                scheduler.WaitForAlone(slice);
                return false;
            }
            Interlocked.Increment(ref scheduler.Counters.AloneField);
            scheduler.Counters.ByVerb.AddAlone(slice.Start.Verb);
        }
        runtime.Options.Follow(runtime.World);
        transaction.Reset(wasCommitted: false);
        slice.Task.BeginSlice(transaction, _frames, runtime.Options.Limits(transaction.Base), slice.IsForeground);
        if (slice.Start.Begin(slice.Task))
        {
            slice.Work ??= FinishedTask.Of(slice.Task, slice.IsForeground);
            return true;
        }
        slice.Outcome = SliceOutcome.Finished;
        slice.Task.HadNothingToRun = true;
        return true;
    }

    // Commits what the slice did. False if it has to run again.
    private bool Complete(Slice slice)
    {
        var (task, transaction) = (slice.Task, slice.Transaction!);
        var outcome = slice.Outcome!.Value;
        if (outcome is SliceOutcome.Failed or SliceOutcome.Aborted && (task.Limits.AtomicTasks || task.Abort == TaskAbort.RolledBack))
        {
            FollowUp(slice);
            return true;
        }
        if (!slice.IsPrepared)
        {
            // What failed and is committed all the same is reported in a slice of its own, as what is undone is.
            if (outcome is SliceOutcome.Failed or SliceOutcome.Aborted) slice.Report = TaskReport.Of(task, outcome);
            else slice.Start.Complete(task, outcome);
            slice.Image = PrepareChanges(slice, outcome);
            slice.IsPrepared = true;
        }
        var cause = new CommitCause(task.Id, task.Player, slice.Start.Verb);
        switch (runtime.World.Commit(transaction, cause))
        {
            case CommitResult.Conflict:
                Interlocked.Increment(ref scheduler.Counters.ConflictsField);
                scheduler.Counters.ByVerb.Add(slice.Start.Verb, slice.Spent);
                slice.Spent = TimeSpan.Zero;
                slice.Conflicts++;
                if (slice.Work is { } work) work.Ticks = 0; // what was undone took time, but is not what the task takes
                task.DropFrames();
                Recycle(slice);
                slice.Outcome = null;
                slice.Report = null;
                slice.IsPrepared = false;
                return false;
            case CommitResult.Wait:
                scheduler.WaitForAlone(slice);
                return true;
        }
        Interlocked.Increment(ref scheduler.Counters.SlicesField);
        scheduler.Counters.SliceTime.Add(slice.Spent);
        Settle(slice, outcome, slice.Image);
        return true;
    }

    // What the commit says about tasks: this one's sleep or end, and the forks and kills it asked for.
    private TaskImage? PrepareChanges(Slice slice, SliceOutcome outcome)
    {
        var (task, transaction) = (slice.Task, slice.Transaction!);
        foreach (var request in task.Requests)
        {
            switch (request)
            {
                case SchedulerRequest.Fork fork:
                    transaction.Tasks.Add(new TaskChange(fork.Image.Id, fork.Image) { IsNew = true });
                    break;
                case SchedulerRequest.Kill kill:
                    transaction.Tasks.Add(new TaskChange(kill.TaskId, null));
                    break;
            }
        }
        if (outcome != SliceOutcome.Waiting)
        {
            if (slice.IsStored) transaction.Tasks.Add(new TaskChange(task.Id, null));
            FreshGarbage.Drop(task, null);
            return null;
        }
        var image = TaskImage.Of(task, (task.Wait as TaskWait.Time)?.WakeAt, runtime.Clock.UnixSeconds);
        transaction.Tasks.Add(new TaskChange(task.Id, image) { IsNew = !slice.IsStored });
        FreshGarbage.Drop(task, image);
        return image;
    }

    // What follows from a commit: sleepers sleep, requests are carried out, whoever waits for the end is told.
    private void Settle(Slice slice, SliceOutcome outcome, TaskImage? image)
    {
        var task = slice.Task;
        SchedulerRequest[] requests = task.Requests.Count > 0 ? [.. task.Requests] : [];
        var (wait, result, hadNothing, forcesInput) = (task.Wait, task.Result, task.HadNothingToRun, task.ForcesInput);
        task.DropFrames();
        EndAlone(slice);
        Recycle(slice, wasCommitted: true);

        var ended = slice.Ended;
        // First: a task that forks and then sleeps for no time at all is to find the others gone before it, as where all stand in one queue.
        if (requests.Length > 0) StartForks(requests);
        if (image is not null)
        {
            switch (wait)
            {
                case TaskWait.Time:
                    scheduler.Sleep(image);
                    break;
                case TaskWait.Input input:
                    scheduler.Read(input.Connection, image, null);
                    runtime.Host.InputWanted(input.Connection);
                    break;
                case TaskWait.Commit commit:
                    scheduler.MakeReady(new Slice(new MooTask(runtime, task.Id, task.Player) { Connection = task.Connection },
                        new ResumeStart(image, commit.Result), slice.IsForeground, ended)
                    { IsStored = true });
                    ended = null;
                    break;
                case TaskWait.Outside outside:
                    scheduler.WaitOutside(image, outside);
                    break;
            }
        }
        // Only here: in between it would look as if there were no such task.
        scheduler.Leave(slice);
        if (slice.Work is { } past) scheduler.Finished.Note(past, isSuspended: image is not null);
        if (image is not null && task.IsKilled) scheduler.Kill(task.Id);
        foreach (var request in requests) CarryOut(request);
        // Last, since it may concern the tasks just forked.
        if (image is not null && wait is TaskWait.Outside work) _ = scheduler.RunOutside(image, work);
        if (slice.Report is { } report)
        {
            Report(slice, report, [], isForgotten: false, isStored: false);
            return;
        }
        var end = new TaskEnd(
            outcome == SliceOutcome.Waiting ? TaskEndKind.Waiting
            : outcome != SliceOutcome.Finished || slice.Start is ReportStart ? TaskEndKind.Failed
            : hadNothing ? TaskEndKind.NothingToRun : TaskEndKind.Returned, result, forcesInput);
        ended?.Invoke(end);
        if (end.Kind != TaskEndKind.Waiting) scheduler.NoteEnd(task.Id, end);
    }

    private void StartForks(SchedulerRequest[] requests)
    {
        var images = new List<TaskImage>();
        foreach (var request in requests)
        {
            if (request is not SchedulerRequest.Fork fork) continue;
            if (fork.Ended is not null) scheduler.Watch(fork.Image.Id, fork.Ended);
            images.Add(fork.Image);
        }
        if (images.Count > 0) scheduler.Sleep(CollectionsMarshal.AsSpan(images));
    }

    private void CarryOut(SchedulerRequest request)
    {
        switch (request)
        {
            case SchedulerRequest.Kill kill:
                scheduler.Kill(kill.TaskId);
                break;
            case SchedulerRequest.Resume resume:
                scheduler.Resume(resume.TaskId, resume.Value);
                break;
            case SchedulerRequest.Send send:
                if (scheduler.OwnerOf(send.TaskId) is not null) scheduler.Mail.Send(send.TaskId, send.Message);
                break;
        }
    }

    // The slice is undone; what remains of it is what it told its own player, and the report of its end, in a slice of their own.
    private void FollowUp(Slice slice)
    {
        var (task, transaction) = (slice.Task, slice.Transaction!);
        var isForgotten = task.Abort == TaskAbort.RolledBack && !task.KeepsOutput;
        var kept = isForgotten ? [] : transaction.Effects.Where(effect => IsKept(effect, task)).ToList();
        var report = TaskReport.Of(task, slice.Outcome!.Value);
        task.DropFrames();
        EndAlone(slice);
        Recycle(slice);
        Report(slice, report, kept, isForgotten, slice.IsStored);
        scheduler.Leave(slice);
    }

    private void Report(Slice slice, TaskReport report, IReadOnlyList<Effect> kept, bool isForgotten, bool isStored)
    {
        var task = slice.Task;
        scheduler.ReportFailure(task.Id, report);
        Interlocked.Increment(ref slice.Outcome == SliceOutcome.Failed ? ref scheduler.Counters.FailuresField : ref scheduler.Counters.AbortsField);
        var start = slice.Start is ReportStart hook ? hook.AfterHook(report, kept)
            : new ReportStart(report, isForgotten ? slice.Start.Marks.Before : null, kept, slice.Start.Marks.After);
        var follower = new MooTask(runtime, task.Id, task.Player) { Connection = task.Connection };
        scheduler.MakeReady(new Slice(follower, start, isForeground: true,
            slice.Ended is { } ended ? _ => ended(new TaskEnd(TaskEndKind.Failed, default)) : null)
        { IsStored = isStored });
    }

    private static bool IsKept(Effect effect, MooTask task) => effect switch
    {
        NotifyEffect notify => notify.Target == task.Player || notify.Target == task.Connection,
        LogEffect => true,
        _ => false,
    };

    private void GiveUp(Slice slice)
    {
        slice.Task.DropFrames();
        if (slice.Transaction is not null)
        {
            EndAlone(slice);
            Recycle(slice);
        }
        scheduler.Leave(slice);
        slice.Ended?.Invoke(new TaskEnd(TaskEndKind.Failed, default));
        scheduler.NoteEnd(slice.Task.Id, new TaskEnd(TaskEndKind.Failed, default));
    }

    private void EndAlone(Slice slice)
    {
        if (slice.Conflicts < MostConflicts) return;
        runtime.World.LeaveAlone(slice.Transaction!);
        scheduler.AloneEnded();
    }

    private void Recycle(Slice slice, bool wasCommitted = false)
    {
        slice.Transaction!.Reset(wasCommitted);
        _transactions.Push(slice.Transaction);
        slice.Transaction = null;
    }
}
