using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>The server's own quota: an integer property <c>ownership_quota</c> on a player counts down with each object made.</summary>
/// <remarks>LambdaMOO Programmer's Manual, 4.4.3.1, <c>create()</c>. A player without such a property has no limit.</remarks>
internal static class Quotas
{
    private const string Name = "ownership_quota";

    /// <summary>Takes one from a player's quota; E_QUOTA raised (a failure) if there is none left.</summary>
    public static Value Take(MooTask task, ObjectId owner)
    {
        if (Find(task, owner) is not { } quota) return Value.Int(0);
        if (quota.Left <= 0) return task.RaiseHere(ErrorCode.E_QUOTA, "the quota of {0} is used up", Value.Obj(owner));
        Set(task, quota, quota.Left - 1);
        return Value.Int(0);
    }

    /// <summary>Gives one back when an object goes.</summary>
    public static void Give(MooTask task, ObjectId owner)
    {
        if (Find(task, owner) is { } quota) Set(task, quota, quota.Left + 1);
    }

    private static (ObjectDraft Owner, PropertyPlace Place, long Left)? Find(MooTask task, ObjectId owner)
    {
        if (task.Transaction.Find(owner) is not { } draft) return null;
        if (Properties.Find(task.Transaction, draft, Name) is not { } place) return null;
        return Properties.Read(task.Transaction, draft, place).TryInt(out var left) ? (draft, place, left) : null;
    }

    private static void Set(MooTask task, (ObjectDraft Owner, PropertyPlace Place, long Left) quota, long left) =>
        Properties.Write(task.Transaction, quota.Owner, quota.Place, Name, Value.Int(left));
}
