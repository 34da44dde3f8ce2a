using Moo.Language.Textdump;
using Moo.Store.Textdump;
using Moo.Store.Worlds;

namespace Moo.Language.Tests.Textdump;

/// <summary>A core read from another server's database, as an import reads it.</summary>
internal sealed record ImportedCore(Snapshot World, IReadOnlyList<StoredTask> Tasks, DumpReport Report)
{
    public static ImportedCore Read(string file)
    {
        using var stream = File.OpenRead(file);
        return Read(stream);
    }

    public static ImportedCore Read(Stream stream)
    {
        var dump = TextdumpReader.Read(stream);
        var report = new DumpReport { Version = dump.Version };
        DumpedPrograms.Adopt(dump, report);
        var (world, _) = DumpAssembly.Build(dump, report);
        return new ImportedCore(world, DumpedTasks.Adopt(dump, report, now: 1_000_000), report);
    }

    public IEnumerable<(string Place, string Source)> Programs() =>
        from state in World.All()
        from verb in state.Class.Verbs.ToArray()
        where verb.Source.Length > 0
        select ($"{state.Id}:{verb.Names}", verb.Source);
}
