using Moo.Language.Definitions;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Daemon.Hosting;

/// <summary>Fills an empty world with a core, as one commit.</summary>
internal static class CoreImport
{
    /// <summary>Reads a core and puts it into a world that has no objects.</summary>
    /// <param name="world">The world.</param>
    /// <param name="folder">Where the core's files are.</param>
    /// <param name="problems">Takes what is wrong, or odd, with the files.</param>
    /// <returns>How many objects there are; null if the core cannot be used, and nothing has changed.</returns>
    public static int? Fill(World world, string folder, List<DefinitionProblem> problems)
    {
        if (CoreDirectory.Read(folder, problems) is not { } core) return null;
        world.Populate(core.Snapshot, core.LastStamp, new CommitCause(0, ObjectId.System, "import " + folder));
        return core.Snapshot.All().Count();
    }
}
