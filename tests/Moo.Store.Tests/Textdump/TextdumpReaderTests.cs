using System.Text;
using Moo.Store.Textdump;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Tests.Textdump;

public sealed class TextdumpReaderTests
{
    [Fact]
    public void A_LambdaMOO_database_becomes_a_world()
    {
        var (world, report) = SampleDumps.Build(SampleDumps.Four);

        var lamp = world.Find(new ObjectId(4))!;
        Assert.Equal("lamp", lamp.Name);
        Assert.Equal(new ObjectId(3), lamp.Location);
        Assert.Equal([new ObjectId(2), new ObjectId(4)], world.Find(new ObjectId(3))!.Contents);
        Assert.Equal([new ObjectId(0), new ObjectId(2), new ObjectId(3), new ObjectId(4)], world.Find(new ObjectId(1))!.Children);
        Assert.Equal("{-7, 1500.0, E_PERM, #-3}", world.Property(lamp, "fuel")!.Value.ToString());
        Assert.Equal("\"Nothing to see.\"", world.Property(lamp, "description")!.Value.ToString());
        Assert.Equal("\"A \\\"wizard\\\", café.\"", world.Property(new ObjectId(2), "description")!.Value.ToString());
        Assert.Equal(5, world.MaxObject);
        Assert.Null(world.Find(new ObjectId(5)));
        Assert.Equal([new ObjectId(2)], world.Players);
        Assert.Equal((5, 1, 2, 2, 0), (report.Objects, report.Players, report.Verbs, report.Verbs, report.Lost));
    }

    [Fact]
    public void Verbs_come_with_their_arguments_and_programs()
    {
        var (world, _) = SampleDumps.Build(SampleDumps.Four);

        var verbs = world.Find(new ObjectId(1))!.Class.Verbs;
        Assert.Equal("l*ook examine", verbs[0].Names);
        Assert.Equal(VerbFlags.Read | VerbFlags.Execute | VerbFlags.Debug, verbs[0].Flags);
        Assert.Equal(VerbArguments.Method, verbs[0].Arguments);
        Assert.Equal("return (1 + (2 * 3));", verbs[0].Source);
        Assert.Equal(new VerbArguments(ArgumentSpec.Any, 4, ArgumentSpec.None), verbs[1].Arguments);
        Assert.Equal("player:tell(\"You put.\");\nif (1)\nendif", verbs[1].Source);
    }

    [Fact]
    public void What_follows_from_the_parent_is_not_kept_again()
    {
        var (world, _) = SampleDumps.Build(SampleDumps.Four);

        // Clear, and owned by the object's owner because of the c bit: as a child is made.
        Assert.Equal(-1, world.Find(new ObjectId(4))!.Shape.IndexOf("description"));
        // A value of its own, but bits that differ from the parent's.
        var wizard = world.Find(new ObjectId(2))!;
        Assert.Equal(new PropertyAccess(new ObjectId(2), PropertyFlags.ChangeOwner), wizard.Cells[wizard.Shape.IndexOf("description")].Access);
    }

    [Fact]
    public void Forked_tasks_and_connections_are_read()
    {
        var dump = SampleDumps.Read(SampleDumps.Four);

        var task = Assert.Single(dump.Tasks);
        Assert.Equal((DumpedTaskKind.Forked, 77L, 1084848696L), (task.Kind, task.Id, task.StartTime));
        Assert.Equal("this.fuel = x;", task.Frames[0].Source);
        Assert.Equal((new ObjectId(2), new ObjectId(2), "light", true), (task.Frames[0].Player, task.Frames[0].Programmer, task.Frames[0].Verb, task.Frames[0].IsDebug));
        Assert.Equal(("x", Value.Int(5)), task.Frames[0].Variables[2]);
        Assert.True(task.Frames[0].Variables[3].Value.IsUnset);
        Assert.Equal([(new ObjectId(2), ObjectId.System)], dump.Connections);
    }

    [Fact]
    public void A_ToastStunt_database_becomes_a_world()
    {
        var (world, report) = SampleDumps.Build(SampleDumps.Seventeen);

        Assert.Equal("[#3 -> true, \"a\" -> 1]", world.Property(ObjectId.System, "state")!.Value.ToString());
        var heir = world.Find(new ObjectId(4))!;
        Assert.Equal([new ObjectId(3), new ObjectId(5)], heir.Class.Parents.ToArray());
        Assert.Equal(Value.Int(9), world.Property(heir, "other"));
        Assert.Equal("\"root\"", world.Property(heir, "description")!.Value.ToString());
        Assert.Equal((6, 1, 1, 0), (report.Objects, report.Anonymous, report.Waifs, report.Lost));
    }

    [Fact]
    public void Anonymous_objects_and_WAIFs_live_under_hidden_numbers()
    {
        var (world, _) = SampleDumps.Build(SampleDumps.Seventeen);

        Assert.True(world.Property(ObjectId.System, "marks")!.Value.Try<MooAnonymous>(out var anonymous));
        var hidden = world.Find(anonymous.Id)!;
        Assert.Equal("anon", hidden.Name);
        Assert.Equal(Value.Int(10), world.Property(hidden, "other"));
        Assert.Equal("return \"pong\";", hidden.Class.Verbs[0].Source);
        var waifs = world.Property(new ObjectId(4), "waifs")!.Value.AsList;
        Assert.True(waifs[0].Try<MooWaif>(out var waif));
        Assert.True(waifs[1].Is(waifs[0]));
        Assert.Equal(new ObjectId(3), waif.Class);
        // Its second property refers to itself.
        Assert.True(world.Property(waif.Id, ":size")!.Value.Is(waifs[0]));
        Assert.Equal("\"nobody\"", world.Property(waif.Id, ":name")!.Value.ToString());
    }

    [Fact]
    public void An_interrupted_task_goes_on_with_an_error()
    {
        var task = Assert.Single(SampleDumps.Read(SampleDumps.Seventeen).Tasks);

        Assert.Equal((DumpedTaskKind.Interrupted, 9L, Value.Err(ErrorCode.E_INTRPT)), (task.Kind, task.Id, task.Value));
        Assert.Equal((3L, 1L), (task.Frames[0].Pc, task.Frames[0].ErrorPc));
    }

    [Fact]
    public void A_text_that_is_no_UTF_8_is_Latin_1()
    {
        var bytes = Encoding.Latin1.GetBytes(SampleDumps.Four);

        var dump = SampleDumps.Read(bytes);

        Assert.Equal("A \"wizard\", café.", dump.Objects[2].Properties[0].Value.AsStr);
        Assert.Equal(1, dump.Latin1Texts);
    }

    [Fact]
    public void Lines_may_end_as_Windows_ends_them()
    {
        var dump = SampleDumps.Read(SampleDumps.Four.Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Equal("The System Object", dump.Objects[0].Name);
    }

    public static TheoryData<string> Samples => [SampleDumps.Four, SampleDumps.Seventeen];

    [Theory, MemberData(nameof(Samples))]
    public void A_file_that_is_cut_off_anywhere_is_refused_with_the_line(string sample)
    {
        var lines = sample.TrimEnd('\n').Split('\n');
        // The oldest files end behind the queued tasks.
        var optional = Array.FindIndex(lines, line => line.EndsWith(" suspended tasks", StringComparison.Ordinal));
        var needed = sample == SampleDumps.Four ? optional : lines.Length;

        for (var kept = 0; kept < needed; kept++)
        {
            var problem = Assert.Throws<TextdumpException>(() => SampleDumps.Read(string.Concat(lines.Take(kept).Select(line => line + "\n"))));
            Assert.InRange(problem.Line, kept, kept + 1);
        }
    }

    [Theory, MemberData(nameof(Samples))]
    public void A_damaged_file_is_read_or_refused_but_never_breaks_the_reader(string sample)
    {
        var random = new Random(4711);
        var bytes = Encoding.UTF8.GetBytes(sample);
        var (read, refused) = (0, 0);
        for (var round = 0; round < 3000; round++)
        {
            var damaged = (byte[])bytes.Clone();
            for (var i = random.Next(1, 4); i > 0; i--) damaged[random.Next(damaged.Length)] = (byte)"0123456789-#\n .xr"[random.Next(17)];
            try
            {
                var dump = SampleDumps.Read(damaged);
                DumpAssembly.Build(dump, new DumpReport());
                read++;
            }
            catch (TextdumpException)
            {
                refused++;
            }
        }
        Assert.True(read > 0 && refused > 0, $"{read} read, {refused} refused");
    }

    [Theory]
    [InlineData("** LambdaMOO Database, Format Version 18 **\n", "the format version is 18")]
    [InlineData("hello\n", "found \"hello\"")]
    [InlineData("", "the file ends")]
    [InlineData("** LambdaMOO Database, Format Version 4 **\n999999999999\n", "belongs")]
    public void What_is_no_textdump_is_refused_by_name(string text, string reason)
    {
        var problem = Assert.Throws<TextdumpException>(() => SampleDumps.Read(text));

        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_that_are_their_own_ancestors_or_in_themselves_are_refused()
    {
        var parents = SampleDumps.Four.Replace("\n-1\n-1\n-1\n0\n-1\n2\nl*ook", "\n-1\n-1\n4\n0\n-1\n2\nl*ook", StringComparison.Ordinal);
        var places = SampleDumps.Four.Replace("#3\nRoom\n\n0\n2\n-1", "#3\nRoom\n\n0\n2\n4", StringComparison.Ordinal);

        Assert.NotEqual(SampleDumps.Four, parents);
        Assert.NotEqual(SampleDumps.Four, places);
        Assert.Contains("its own ancestor", Assert.Throws<TextdumpException>(() => SampleDumps.Build(parents)).Message, StringComparison.Ordinal);
        Assert.Contains("is in itself", Assert.Throws<TextdumpException>(() => SampleDumps.Build(places)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parent_that_does_not_exist_is_taken_away_and_noted()
    {
        var orphan = SampleDumps.Four.Replace("#4\nlamp\n\n0\n4\n3\n-1\n-1\n1\n", "#4\nlamp\n\n0\n4\n3\n-1\n-1\n99\n", StringComparison.Ordinal);

        var (world, report) = SampleDumps.Build(orphan);

        Assert.Empty(world.Find(new ObjectId(4))!.Class.Parents.ToArray());
        Assert.Contains(report.Notes, note => note.Place == "#4" && note.What.Contains("parent", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_without_end_is_not_believed()
    {
        var endless = SampleDumps.Four.Replace("4\n4\n0\n-7", "4\n2000000000\n0\n-7", StringComparison.Ordinal);

        Assert.Throws<TextdumpException>(() => SampleDumps.Read(endless));
    }

    [Fact]
    public void A_value_that_nests_without_end_is_not_believed()
    {
        var deep = SampleDumps.Four.Replace("4\n4\n0\n-7", string.Concat(Enumerable.Repeat("4\n1\n", 100_000)), StringComparison.Ordinal);

        Assert.Contains("nests deeper", Assert.Throws<TextdumpException>(() => SampleDumps.Read(deep)).Message, StringComparison.Ordinal);
    }
}
