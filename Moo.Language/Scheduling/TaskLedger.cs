using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Scheduling;

/// <summary>Counts the tasks that sleep or wait, and what they hold, by owner. Whoever uses it holds the scheduler's lock.</summary>
internal sealed class TaskLedger
{
    private readonly Dictionary<ObjectId, (int Count, long Bytes)> _byOwner = [];

    public void Add(TaskImage image)
    {
        var (count, bytes) = _byOwner.GetValueOrDefault(image.Owner);
        _byOwner[image.Owner] = (count + 1, bytes + image.Bytes);
    }

    public void Remove(TaskImage image)
    {
        var (count, bytes) = _byOwner[image.Owner];
        if (count == 1) _byOwner.Remove(image.Owner);
        else _byOwner[image.Owner] = (count - 1, bytes - image.Bytes);
    }

    /// <summary>Whether an owner may have one more, beside those that a running slice has asked for.</summary>
    public bool HasRoom(ObjectId owner, MooTask task)
    {
        var (count, bytes) = _byOwner.GetValueOrDefault(owner);
        if (count + task.Requests.Count >= Limit(owner, task)) return false;
        return bytes + task.RequestedBytes < task.Limits.MaxQueuedBytes;
    }

    // The owner's own limit goes before the world's (LambdaMOO Programmer's Manual, 4.7.2).
    private static long Limit(ObjectId owner, MooTask task) =>
        task.Transaction.Base.Property(owner, "queued_task_limit") is { } value && value.TryInt(out var limit) && limit >= 0 ? limit : task.Limits.QueuedTaskLimit;
}
