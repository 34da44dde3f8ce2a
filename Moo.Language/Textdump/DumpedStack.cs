using Moo.Language.Scheduling;
using Moo.Store.Textdump;

namespace Moo.Language.Textdump;

/// <summary>Takes over a task that stood in the middle of its verbs.</summary>
internal static class DumpedStack
{
    /// <summary>The task as this server stores it; null with a reason if it cannot go on exactly where it stood.</summary>
    public static TaskImage? Adopt(DumpedTask task, long id, double now, out string reason)
    {
        reason = "it was suspended in the middle of a verb";
        return null;
    }
}
