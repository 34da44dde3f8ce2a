using Moo.Language.Checking;
using Moo.Language.Definitions;

namespace Moo.Language.Tests.Checking;

public sealed class CoreCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("moo-check-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string file, string text)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private void WriteCore(string body)
    {
        Write("constants.moo", "define SYSOBJ = #0;\ndefine LAMP = #1;\n");
        Write("system.moo", "object SYSOBJ\n  name: \"system\"\n  owner: #1\n\n  property lamp (owner: #1, flags: \"r\") = LAMP;\nendobject\n");
        Write("things/lamp.moo", $"object LAMP\n  name: \"lamp\"\n  owner: #1\n  wizard: true\n\n  verb \"l*ight\" (this none none) owner: #1 flags: \"rxd\"\n{body}  endverb\nendobject\n");
    }

    [Fact]
    public void A_clean_core_has_nothing_to_say()
    {
        WriteCore("    $lamp:light();\n");

        Assert.Empty(CoreCheck.Directory(_folder));
    }

    [Fact]
    public void Places_are_those_of_the_file()
    {
        WriteCore("    // a comment\n\n    if (this)\n      $lamp:lihgt();\n    endif\n");

        var problem = Assert.Single(CoreCheck.Directory(_folder));

        Assert.Equal("things/lamp.moo:10:13: warning: $lamp has no verb 'lihgt'; did you mean 'light'?", problem.ToString());
    }

    [Fact]
    public void Errors_of_definitions_and_of_programs_come_together()
    {
        WriteCore("    return 1 +;\n");
        Write("broken.moo", "object #5\n  parent: #77\n  colour: true\nendobject\n");

        Assert.Equal(
            [
                "broken.moo:1:1: error: the parent #77 of #5 is described nowhere",
                "broken.moo:3:3: error: an object has no attribute 'colour'",
                "things/lamp.moo:7:15: error: expected an expression, found ';'",
            ],
            CoreCheck.Directory(_folder).Select(problem => problem.ToString()));
    }

    [Fact]
    public void A_file_of_a_core_is_checked_as_part_of_it()
    {
        WriteCore("    $lamp:lihgt();\n");
        Write("other.moo", "object #5\n  parent: LAMP\n\n  method go owner: #1\n    $lamp:light();\n    unused = 1;\n  endmethod\nendobject\n");
        var file = Path.Combine(_folder, "other.moo");

        var problem = Assert.Single(CoreCheck.File(file));

        Assert.Equal($"{file}:6:5: warning: the variable 'unused' is never used", problem.ToString());
    }

    [Fact]
    public void A_definition_file_of_no_core_is_checked_by_itself()
    {
        var file = Write("alone.moo", "object #5\n  parent: #1\n\n  method go owner: #1\n    $lamp:lihgt(;\n  endmethod\nendobject\n");

        var problem = Assert.Single(CoreCheck.File(file));

        Assert.Equal(new SourcePlace(file, 5, 17), problem.Place);
    }

    [Fact]
    public void A_file_without_definitions_is_a_program()
    {
        var file = Write("verb.moo", "// a program\nobject = args[1];\nreturn object:look(;\n");

        var problem = Assert.Single(CoreCheck.File(file));

        Assert.Equal($"{file}:3:20: error: expected an expression, found ';'", problem.ToString());
    }

    [Fact]
    public void A_program_that_stands_in_the_metadata_is_pointed_to_at_its_header()
    {
        WriteCore("    return;\n");
        Write("odd.moo", "object #5\n\n  method go owner: #1 [objdef_source -> \"return\\nfoo(;\"]\n  endmethod\nendobject\n");

        var problem = Assert.Single(CoreCheck.Directory(_folder));

        Assert.Equal(new SourcePlace("odd.moo", 3, 3), problem.Place);
    }

    [Fact]
    public void The_verbs_of_a_world_are_named_as_people_name_them()
    {
        WriteCore("    return 1 +;\n");
        var core = CoreDirectory.Read(_folder, [])!.Value;

        var problem = Assert.Single(CoreCheck.World(core.Snapshot));

        Assert.Equal("#1:light:1:11: error: expected an expression, found ';'", problem.ToString());
    }
}
