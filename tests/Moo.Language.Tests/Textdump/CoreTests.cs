using Moo.Language.Builtins;
using Moo.Language.Compilation;
using Moo.Language.Syntax;
using Moo.Language.Tests.Syntax;
using Moo.Language.Textdump;
using Moo.Store.Journal;
using Moo.Store.Textdump;
using Moo.Store.Values;
using Snapshot = Moo.Store.Worlds.Snapshot;
using Moo.Testing;

namespace Moo.Language.Tests.Textdump;

/// <summary>The cores that worlds are built on, imported whole.</summary>
public sealed class CoreTests
{
    public static TheoryData<string> Cores => ["LambdaCore.db", "toastcore.db"];

    [Theory, MemberData(nameof(Cores))]
    public void Nothing_of_a_core_is_lost(string name)
    {
        var core = ImportedCore.Read(CoreDatabases.Find(name));

        Assert.Equal(0, core.Report.Lost);
        Assert.DoesNotContain(core.Report.Notes, note => !note.What.Contains("there is no function", StringComparison.Ordinal));
        Assert.True(core.Report.Objects > 90 && core.Report.Programs > 1700 && core.Tasks.Count > 0);
    }

    [Theory, MemberData(nameof(Cores))]
    public void Every_verb_of_a_core_compiles(string name)
    {
        var broken = ImportedCore.Read(CoreDatabases.Find(name)).Programs()
            .Select(program => (program.Place, Compiled: ProgramCompiler.Compile(program.Source, BuiltinTable.Default)))
            .Where(program => program.Compiled.Program is null)
            .Select(program => $"{program.Place}: {string.Join(' ', program.Compiled.ErrorLines())}");

        Assert.Empty(broken);
    }

    [Theory, MemberData(nameof(Cores))]
    public void Every_verb_of_a_core_unparses_to_itself(string name)
    {
        foreach (var (place, source) in ImportedCore.Read(CoreDatabases.Find(name)).Programs())
        {
            var tree = Parser.Parse(source).Statements;
            foreach (var fullyParenthesised in (bool[])[false, true])
            {
                var again = Parser.Parse(string.Join('\n', Unparser.Lines(tree, fullyParenthesised)));
                Assert.True(again.IsValid && TreeText.Of(tree) == TreeText.Of(again.Statements), place);
            }
        }
    }

    // In full parentheses and without indentation, which is what verb_code() gives with its third argument true and its fourth false.
    [Fact]
    public void Programs_are_written_as_LambdaMOO_wrote_them()
    {
        using var stream = File.OpenRead(CoreDatabases.LambdaCore);
        var different =
            from read in TextdumpReader.Read(stream).Objects
            from verb in read.Verbs
            where verb.Source is not null
            let written = LambdaMooPrograms.Write("", verb.Source!, new DumpReport())
            where written != verb.Source
            select $"{read.Id}:{verb.Names}: {written}";

        Assert.Empty(different);
    }

    [Fact]
    public void LambdaCore_exported_as_a_textdump_and_imported_again_is_an_equal_world()
    {
        var core = ImportedCore.Read(CoreDatabases.LambdaCore);
        var report = new DumpReport();
        using var file = new MemoryStream();

        TextdumpWriter.Write(file, core.World, LambdaMooPrograms.Of(core.World, report), ForkedTasks.Of(Rows(core), report), report);
        file.Position = 0;
        var again = ImportedCore.Read(file);

        Assert.Empty(report.Notes);
        Assert.Empty(again.Report.Notes);
        Assert.Equal(Text(core.World), Text(again.World));
        Assert.Equal(core.Tasks.Select(task => task.ToJson()), again.Tasks.Select(task => task.ToJson()));
    }

    private static IEnumerable<TaskRow> Rows(ImportedCore core) => core.Tasks.Select(task => new TaskRow(task.Id, task.Owner, task.WakeAt, task.ToJson()));

    private static string Text(Snapshot world) => string.Join('\n', world.All().Select(state => string.Join('\n',
    [
        $"{state.Id} {state.Name} {state.Owner} {state.Location} {state.Flags} {string.Join(' ', state.Class.Parents.ToArray())}",
        $"contents {string.Join(' ', state.Contents)} children {string.Join(' ', state.Children)} defines {string.Join(' ', state.Class.Definitions.ToArray())}",
        .. state.Shape.Names.ToArray().Select((name, place) => $".{name} {ValueJson.ToText(state.Cells[place].Value)} {state.Cells[place].Access}").Order(StringComparer.Ordinal),
        .. state.Class.Verbs.ToArray().Select(verb => verb.ToString()),
    ])));
}
