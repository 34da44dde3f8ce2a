using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>What programs say of a property: <c>{owner, "rwc" [, new name]}</c>.</summary>
/// <param name="Access">Owner and bits.</param>
/// <param name="NewName">The name it is to have, or null.</param>
internal sealed record PropertyInfo(PropertyAccess Access, string? NewName)
{
    /// <summary>Reads it; null (and E_TYPE or E_INVARG raised, <paramref name="failed"/>) if it is not right.</summary>
    public static PropertyInfo? Read(MooTask task, MooList info, out Value failed)
    {
        failed = default;
        if (info.Count is not (2 or 3) || !info[0].TryObj(out var owner) || !info[1].TryStr(out var bits) || info.Count == 3 && !info[2].IsStr)
            failed = task.RaiseHere(ErrorCode.E_TYPE, Kinds.Verbatim("a property is described by {owner, \"rwc\"} or {owner, \"rwc\", new name}"));
        else if (!task.Transaction.IsValid(owner))
            failed = task.RaiseHere(ErrorCode.E_INVARG, "there is no object {0} that could own a property", info[0]);
        else if (!AccessText.TryParse(bits, out PropertyFlags flags))
            failed = task.RaiseHere(ErrorCode.E_INVARG, "a property has the bits r, w and c, not \"{0}\"", info[1]);
        else
            return new PropertyInfo(new PropertyAccess(owner, flags), info.Count == 3 ? info[2].AsStr : null);
        return null;
    }
}
