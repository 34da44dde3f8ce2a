using Moo.Language.Definitions;
using Moo.Language.Tests.Support;
using Moo.Store.Values;
using Moo.Testing;

namespace Moo.Language.Tests.Definitions;

public sealed class CoreDirectoryTests : IDisposable
{
    private const string Lamp = """
        // The lamp everybody starts with.
        object LAMP [
          import_export_id -> "lamp",
          import_export_hierarchy -> {"things"}
        ]
          name: "brass lamp"
          parent: ROOT
          owner: #2
          fertile: true
          readable: true

          // measured in hours
          property fuel (owner: #2, flags: "rc") = 40;
          property wicks (owner: #2, flags: "") = {
            "a wick that is long enough to go over the edge of the line, as wicks do",
            LAMP,
            {1, 2.5, E_PERM("no entry"), 'odd, '"odd name", b"SGk=", true},
            [1 -> "one", "two" -> {}]
          };
          override description [note -> "kept"] = "It has seen better cellars.";

          verb "l*ight ignite" (this none none) owner: #2 flags: "rxd"
            // an oil lamp burns only what it has
            this.fuel > 0 || return player:tell("It is empty.");

            player:tell("endverb is a word like any other here: /* not a comment");
          endverb

          // called by the clock
          method burn owner: #2
            {?amount = 1} = args;
            this.fuel = max(0, this.fuel - amount);
          endmethod
          // nothing else
        endobject

        """;

    private const string Root = """
        object ROOT [
          import_export_id -> "root"
        ]
          name: "root"

          property description (owner: #2, flags: "rc") = "";
        endobject

        """;

    private readonly string _directory = Directory.CreateTempSubdirectory("moo-core-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private string Write(string name, params (string File, string Text)[] files)
    {
        var directory = Path.Combine(_directory, name);
        foreach (var (file, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(directory, file))!);
            File.WriteAllText(Path.Combine(directory, file), text);
        }
        return directory;
    }

    [Fact]
    public void What_the_writer_wrote_is_written_again_byte_for_byte()
    {
        var source = Write("in", ("constants.moo", "define ROOT = #1;\ndefine LAMP = #45;\n"), ("root.moo", Root), ("things/lamp.moo", Lamp));
        var problems = new List<DefinitionProblem>();

        var world = CoreDirectory.Read(source, problems);
        CoreDirectory.Write(world!.Value.Snapshot, Path.Combine(_directory, "out"));

        Assert.Empty(problems);
        Assert.Equal(Lamp, File.ReadAllText(Path.Combine(_directory, "out", "things", "lamp.moo")));
        Assert.Equal(Root, File.ReadAllText(Path.Combine(_directory, "out", "root.moo")));
        Assert.Equal("define ROOT = #1;\ndefine LAMP = #45;\n", File.ReadAllText(Path.Combine(_directory, "out", "constants.moo")));
    }

    [Fact]
    public void All_mistakes_of_all_files_are_reported_with_their_places()
    {
        var source = Write("in",
            ("a.moo", "object #1\n  nam: \"x\"\n  property p (owner: #1, flags: \"q\") = 1;\n  override nothing = 2;\nendobject\n"),
            ("b.moo", "object #1\nendobject\nobject #2\n  parent: #99\n  name: UNKNOWN\nendobject\n"));
        var problems = new List<DefinitionProblem>();

        var world = CoreDirectory.Read(source, problems);

        Assert.Null(world);
        Snapshot.Match(string.Join('\n', problems));
    }

    [Fact]
    public void A_verb_keeps_its_text_whatever_that_is()
    {
        foreach (var text in new[] { "", "\n", "  both\n  indented", "x\n\n\ny", "endverb", "/* open", "a\n   \nb", "\tx;", "endmethod = 1;" })
        {
            var state = CoreDirectory.Read(Write("in" + text.Length + text.GetHashCode(StringComparison.Ordinal),
                ("a.moo", $"object #1\n  method foo owner: #1 [objdef_source -> {Literal.Of(Value.Str(text))}]\n  endmethod\nendobject\n")), [])!.Value.Snapshot;
            var out1 = Path.Combine(_directory, "out");

            CoreDirectory.Write(state, out1);
            var again = CoreDirectory.Read(out1, [])!.Value.Snapshot;

            Assert.Equal(text, again.Find(new ObjectId(1))!.Class.Verbs[0].Source);
            Directory.Delete(out1, recursive: true);
        }
    }

    [Fact]
    public void Anonymous_objects_and_WAIFs_are_written_and_read_with_those_who_hold_them()
    {
        using var moo = new TestMoo();
        moo.Run("""
            c = create(#1);
            add_property(c, ":size", 1, {player, "rc"});
            add_verb(c, {player, "xd", "new"}, {"this", "none", "this"});
            set_verb_code(c, "new", {"return new_waif();"});
            add_property(c, "held", 0, {player, "rc"});
            x = create(c, player, 1);
            x.name = "nameless";
            w = c:new();
            w.size = {2, x};
            x.held = "of the anonymous one";
            c.held = ["a" -> x, "w" -> {w, w}];
            """);
        var (first, second) = (Path.Combine(_directory, "first"), Path.Combine(_directory, "second"));
        var problems = new List<DefinitionProblem>();

        CoreDirectory.Write(moo.World.Current, first);
        var world = CoreDirectory.Read(first, problems)!.Value.Snapshot;
        CoreDirectory.Write(world, second);

        Assert.Empty(problems);
        var files = Directory.EnumerateFiles(first, "*.moo", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(first, file)).ToList();
        Assert.Equal(2, files.Count(file => file.StartsWith("hidden", StringComparison.Ordinal)));
        foreach (var file in files) Assert.Equal(File.ReadAllText(Path.Combine(first, file)), File.ReadAllText(Path.Combine(second, file)));
        var held = world.Property(new ObjectId(4), "held")!.Value.AsMap;
        var waif = Assert.IsType<MooWaif>(held.Find("w")!.Value.AsList[0].Reference);
        Assert.Equal((new ObjectId(4), TestMoo.Wizard), (waif.Class, waif.Owner));
        Assert.True(world.Find(waif.Id)!.IsWaif);
        var inside = Assert.IsType<MooAnonymous>(world.Property(waif.Id, ":size")!.Value.AsList[1].Reference);
        Assert.Equal(Assert.IsType<MooAnonymous>(held.Find("a")!.Value.Reference).Id, inside.Id);
        Assert.Equal("nameless", world.Find(inside.Id)!.Name);
        Assert.Equal("of the anonymous one", world.Property(inside.Id, "held")!.Value.AsStr);
    }

    [Fact]
    public void A_reference_to_an_object_without_a_number_that_nobody_describes_is_an_error()
    {
        var source = Write("in", ("a.moo", "object #1\n  property p (owner: #1, flags: \"\") = {anonymous!(3)};\nendobject\n"));
        var problems = new List<DefinitionProblem>();

        Assert.Null(CoreDirectory.Read(source, problems));

        Assert.Equal("a.moo:2:3: error: .p refers to the object without a number 3, which is described nowhere", Assert.Single(problems).ToString());
    }
}
