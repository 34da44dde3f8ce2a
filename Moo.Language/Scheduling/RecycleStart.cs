using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Scheduling;

/// <summary>Unmakes anonymous objects and WAIFs that nothing refers to; before that, one's <c>recycle</c> verb is called.</summary>
/// <param name="receiver">The one whose verb is called; null for none.</param>
/// <param name="ids">Those that are unmade.</param>
internal sealed class RecycleStart(Value? receiver, IReadOnlyList<ObjectId> ids) : TaskStart
{
    public override string Name => "collector";

    public override bool Begin(MooTask task)
    {
        if (receiver is not { } value || task.Transaction.Find(ids[0]) is not { } draft) return false;
        if (Collector.RecycleVerb(task.Transaction, draft) is not { } found || Programs.Of(task.Runtime, found) is not { } program) return false;
        var frame = task.Push()!;
        frame.ArgumentList = MooList.Empty;
        frame.Command = CommandWords.None;
        task.Start(frame, null, value, found, draft.State!.IsWaif ? ":recycle" : "recycle", program);
        return true;
    }

    // Also where the verb goes on later: it goes on without its object.
    public override void Complete(MooTask task, SliceOutcome outcome)
    {
        foreach (var id in ids)
        {
            if (task.Transaction.Find(id) is { } draft) Structure.Recycle(task.Transaction, draft);
        }
    }
}
