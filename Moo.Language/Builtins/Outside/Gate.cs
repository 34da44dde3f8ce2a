using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins.Outside;

/// <summary>Refuses what the server's settings have not switched on.</summary>
internal static class Gate
{
    /// <summary>E_PERM, with the name of the setting that would allow it.</summary>
    public static Value Closed(MooTask task, string setting) => task.RaiseHere(ErrorCode.E_PERM,
        "this is switched off: only who runs the server can allow it, with the setting Outside:{0}", Value.Str(setting));
}
