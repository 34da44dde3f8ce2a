using Moo.Language.Definitions;
using Moo.Language.Formatting;

namespace Moo.Language.Tests.Formatting;

public sealed class DefinitionFormatTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("moo-fmt-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        File.WriteAllText(path, text);
        return path;
    }

    private string Format(string text, bool formatsCode = false)
    {
        var file = Write("lamp.moo", text);
        var problems = new List<DefinitionProblem>();
        var formatted = DefinitionFormat.Format(file, formatsCode, problems);
        Assert.Empty(problems);
        return Assert.Single(formatted).Canonical;
    }

    private const string Canonical = """
        // The lamp.
        object LAMP [
          import_export_id -> "lamp"
        ]
          name: "brass lamp"
          parent: #1
          owner: LAMP
          fertile: true

          // hours
          property fuel (owner: LAMP, flags: "rc") = 40;
          property oil (owner: LAMP, flags: "") = 0;
          override description = "It has seen better cellars.";

          // light it
          verb "l*ight" (this none none) owner: LAMP flags: "rxd"
            if (this.fuel > 0)
                player:tell("It glows.");  // enough
            endif
          endverb

          method burn owner: LAMP
          endmethod
          // the end
        endobject

        """;

    [Fact]
    public void The_canonical_form_stays()
    {
        Write("constants.moo", "define LAMP = #7;\n");

        Assert.Equal(Canonical, Format(Canonical));
    }

    [Fact]
    public void Everything_finds_its_place()
    {
        Write("constants.moo", "// numbers\ndefine   LAMP=#7;\n");

        var canonical = Format("""
            // The lamp.
            OBJECT #7 ['import_export_id -> "lamp",]
              fertile: TRUE   wizard: false
              owner: #7
              override description = "It has seen better cellars."
              property oil (owner: #7, flags: "")
              name: "brass lamp"
              parent: #1
              // hours
              property fuel (owner: #7, flags: "cr") = 40;
              override nothing;
              // light it
              verb "l*ight" (this none none) owner: #7 flags: "xrd"
              if (this.fuel > 0)
                  player:tell("It glows.");  // enough
              endif
              endverb
              verb burn (this none this) owner: #7 flags: "rxd"
              endverb
              // the end
            endobject
            """);

        Assert.Equal(Canonical, canonical);
    }

    [Fact]
    public void Code_is_indented_if_that_is_asked_for()
    {
        Write("constants.moo", "define LAMP = #7;\n");

        Assert.Equal(Canonical.Replace("    player:tell", "  player:tell", StringComparison.Ordinal), Format(Canonical, formatsCode: true));
    }

    [Fact]
    public void A_verb_that_does_not_compile_is_kept()
    {
        const string broken = "object #1\n  name: \"\"\n\n  method go owner: #1\n    if (x\n       y\n  endmethod\nendobject\n";

        Assert.Equal(broken, Format(broken, formatsCode: true));
    }

    [Fact]
    public void Values_keep_what_only_their_text_tells()
    {
        Write("greeting.txt", "hello");
        const string text = """
            define WORD = "word";

            // two numbers
            define FEW = {1,   2};
            define ONE = #1;

            object ONE
              name: "one"

              property a (owner: ONE, flags: "") = include!("greeting.txt");
              property b (owner: ONE, flags: "") = {WORD,  1};
              property c (owner: ONE, flags: "") = {
                1, // the first
                2
              };
            endobject

            object #2
              name: "two"
              parent: ONE
            endobject

            // that is all

            """;

        Assert.Equal(text, Format(text));
    }

    [Theory]
    [InlineData("object #1 // which one\nendobject\n", 1, 11)]
    [InlineData("object #1\n  name: \"x\" // a name\nendobject\n", 2, 13)]
    [InlineData("object #1\n  // about the name\n  name: \"x\"\nendobject\n", 2, 3)]
    [InlineData("object #1\n  property p (owner: #1, flags: \"\") = 1; // one\nendobject\n", 2, 42)]
    [InlineData("object #1\n  method go owner: #1 // goes\n    return;\n  endmethod\nendobject\n", 2, 23)]
    [InlineData("object #1 [note -> include!(\"lamp.moo\")]\nendobject\n", 1, 20)]
    public void What_would_be_lost_keeps_the_file_as_it_is(string text, int line, int column)
    {
        var file = Write("lamp.moo", text);
        var problems = new List<DefinitionProblem>();

        var formatted = DefinitionFormat.Format(file, formatsCode: false, problems);

        Assert.Empty(formatted);
        Assert.Equal(new SourcePlace(file, line, column), Assert.Single(problems).Place);
    }

    [Fact]
    public void A_file_with_errors_keeps_the_others_from_nothing()
    {
        Write("a.moo", "object #1\n  colour: true\nendobject\n");
        Write("b.moo", "object #2\nendobject\n");
        var problems = new List<DefinitionProblem>();

        var formatted = DefinitionFormat.Format(_folder, formatsCode: false, problems);

        Assert.Equal("a.moo:2:3: error: an object has no attribute 'colour'", Assert.Single(problems).ToString());
        Assert.Equal("object #2\n  name: \"\"\nendobject\n", Assert.Single(formatted).Canonical);
    }

    [Fact]
    public void What_was_exported_is_canonical()
    {
        Write("constants.moo", "define LAMP = #7;\ndefine ROOT = #1;\n");
        Write("lamp.moo", Canonical);
        Write("root.moo", "object #1 [import_export_id -> \"root\"]\n  property description (owner: #7, flags: \"r\") = \"\";\nendobject\n");
        var world = CoreDirectory.Read(_folder, [])!.Value.Snapshot;
        var exported = Path.Combine(_folder, "exported");
        CoreDirectory.Write(world, exported);
        var problems = new List<DefinitionProblem>();

        var formatted = DefinitionFormat.Format(exported, formatsCode: false, problems);

        Assert.Empty(problems);
        Assert.Equal(3, formatted.Count);
        Assert.All(formatted, file => Assert.Equal(file.Text, file.Canonical));
    }

    [Fact]
    public void A_program_is_indented_only_if_that_is_asked_for()
    {
        var file = Write("verb.moo", "if (1)\nreturn;\nendif\n\n");

        Assert.Equal("if (1)\nreturn;\nendif\n\n", Assert.Single(DefinitionFormat.Format(file, formatsCode: false, [])).Canonical);
        Assert.Equal("if (1)\n  return;\nendif\n", Assert.Single(DefinitionFormat.Format(file, formatsCode: true, [])).Canonical);
    }
}
