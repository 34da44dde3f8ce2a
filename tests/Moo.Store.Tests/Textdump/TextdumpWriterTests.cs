using System.Text;
using Moo.Store.Tests.Journal;
using Moo.Store.Textdump;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Tests.Textdump;

public sealed class TextdumpWriterTests
{
    [Fact]
    public void What_is_written_reads_back_as_the_same_world()
    {
        var (world, _) = SampleDumps.Build(SampleDumps.Four);

        var (text, report) = Write(world);
        var (again, _) = SampleDumps.Build(text);

        Assert.Equal(WorldText.Of(world), WorldText.Of(again));
        Assert.Empty(report.Notes);
    }

    [Fact]
    public void Tasks_that_have_not_begun_are_written()
    {
        var dump = SampleDumps.Read(SampleDumps.Four);
        var (world, _) = SampleDumps.Build(SampleDumps.Four);

        var (text, _) = Write(world, dump.Tasks);

        var task = Assert.Single(SampleDumps.Read(text).Tasks);
        Assert.Equal(dump.Tasks[0].Frames[0].Variables, task.Frames[0].Variables);
        Assert.Equal(dump.Tasks[0].Frames[0].Source, task.Frames[0].Source);
    }

    [Fact]
    public void What_LambdaMOO_does_not_know_is_written_as_what_comes_nearest_and_noted()
    {
        var (world, _) = SampleDumps.Build(SampleDumps.Seventeen);

        var (text, report) = Write(world);
        var (again, _) = SampleDumps.Build(text);

        Assert.Equal("{{#3, 1}, {\"a\", 1}}", again.Property(ObjectId.System, "state")!.Value.ToString());
        Assert.Equal("#-1", again.Property(ObjectId.System, "marks")!.Value.ToString());
        Assert.Contains(report.Notes, note => note.Place == "#0.state" && !note.IsLost && note.What.Contains("a map", StringComparison.Ordinal));
        Assert.Contains(report.Notes, note => note.Place == "#0.marks" && note.IsLost);
        Assert.Contains(report.Notes, note => note.Place == "#4" && note.IsLost && note.What.Contains("parents", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_of_several_lines_stays_on_one()
    {
        var builder = new SnapshotBuilder();
        builder.AddObject(ObjectId.System, "two\nlines", ObjectId.System, ObjectId.Nothing, ObjectFlags.None, []);

        var (text, report) = Write(builder.Build());

        Assert.Equal("two~0Alines", SampleDumps.Read(text).Objects[0].Name);
        Assert.Contains(report.Notes, note => note.Place == "#0");
    }

    private static (string Text, DumpReport Report) Write(Snapshot world, IReadOnlyList<DumpedTask>? tasks = null)
    {
        var report = new DumpReport();
        var programs = new Dictionary<Verb, string>(ReferenceEqualityComparer.Instance);
        foreach (var verb in world.All().SelectMany(state => state.Class.Verbs.ToArray())) programs[verb] = verb.Source;
        using var stream = new MemoryStream();
        TextdumpWriter.Write(stream, world, programs, tasks ?? [], report);
        return (Encoding.UTF8.GetString(stream.ToArray()), report);
    }
}
