using Moo.Language.Definitions;
using Moo.Language.Textdump;
using Moo.Store.Textdump;
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

    /// <summary>Reads a textdump of LambdaMOO or ToastStunt and puts it into a world that has no objects.</summary>
    /// <param name="world">The world.</param>
    /// <param name="file">The textdump.</param>
    /// <param name="progress">Told now and then how many bytes were read.</param>
    /// <returns>What was imported.</returns>
    /// <exception cref="TextdumpException">It cannot be read, and nothing has changed.</exception>
    /// <exception cref="IOException">The file cannot be read, and nothing has changed.</exception>
    public static DumpReport FillFromTextdump(World world, string file, Action<long> progress)
    {
        DumpedWorld dump;
        using (var stream = File.OpenRead(file)) dump = TextdumpReader.Read(stream, progress);
        var report = new DumpReport { Version = dump.Version };
        DumpedPrograms.Adopt(dump, report);
        var (snapshot, lastStamp) = DumpAssembly.Build(dump, report);
        var tasks = DumpedTasks.Adopt(dump, report, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0);
        world.Populate(snapshot, lastStamp, new CommitCause(0, ObjectId.System, "import " + file), tasks);
        return report;
    }
}
