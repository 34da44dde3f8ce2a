using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Scheduling;

/// <summary>Drops anonymous objects and WAIFs that a slice made and nothing refers to at its end: most live no longer, and need never be stored.</summary>
internal static class FreshGarbage
{
    /// <summary>Drops them from the slice's transaction, except those that a <c>recycle</c> verb waits for.</summary>
    /// <param name="task">The task, at the end of its slice.</param>
    /// <param name="image">The task as it sleeps; null if it ends.</param>
    public static void Drop(MooTask task, TaskImage? image)
    {
        var transaction = task.Transaction;
        if (!transaction.HasMadeHidden) return;
        foreach (var draft in transaction.UnreachedHidden(Held(task, image)))
        {
            if (Collector.RecycleVerb(transaction, draft) is null) draft.Unmake();
        }
    }

    private static IEnumerable<Value> Held(MooTask task, TaskImage? image)
    {
        yield return task.Result;
        foreach (var value in image?.Values ?? []) yield return value;
        foreach (var request in task.Requests)
        {
            switch (request)
            {
                case SchedulerRequest.Fork fork:
                    foreach (var value in fork.Image.Values) yield return value;
                    break;
                case SchedulerRequest.Resume resume:
                    yield return resume.Value;
                    break;
                case SchedulerRequest.Send send:
                    yield return send.Message;
                    break;
            }
        }
    }
}
