using Moo.Language.Definitions;
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
}
