using Moo.EndToEnd.Tests.Support;
using Moo.Testing;

namespace Moo.EndToEnd.Tests;

/// <summary>The program as operators and CI call it: exit codes, one clear line for a mistake, help that reads well.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("moo-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private const string GoodTest = "    $box.count == 0 || raise(E_RANGE);\n    $box.count = 1;\n";

    private string Core(string test)
    {
        var core = Path.Combine(_folder, "core");
        Directory.CreateDirectory(core);
        File.WriteAllText(Path.Combine(core, "constants.moo"), "define SYSOBJ = #0;\ndefine WIZARD = #1;\ndefine BOX = #2;\n");
        File.WriteAllText(Path.Combine(core, "sysobj.moo"), """
            object SYSOBJ
              name: "System Object"
              owner: WIZARD

              property box (owner: WIZARD, flags: "r") = BOX;
            endobject

            """);
        File.WriteAllText(Path.Combine(core, "wizard.moo"), """
            object WIZARD
              name: "Wizard"
              owner: WIZARD
              player: true
              wizard: true
              programmer: true
            endobject

            """);
        File.WriteAllText(Path.Combine(core, "box.moo"),
            "object BOX\n  name: \"box\"\n  owner: WIZARD\n\n  property count (owner: WIZARD, flags: \"r\") = 0;\n\n"
            + $"  method test_one owner: WIZARD\n{test}  endmethod\n\n  method test_two owner: WIZARD\n{GoodTest}  endmethod\nendobject\n");
        return core;
    }

    public static TheoryData<string, string> Mistakes => new()
    {
        { "bogus", "moo: there is no command bogus; moo --help says what there is" },
        { "chekc core", "moo: there is no command chekc; did you mean check?" },
        { "--bogus", "moo: moo has no option --bogus; moo --help says what there is" },
        { "serve --telnet", "moo: --telnet needs a value: address:port; moo serve --help says what there is" },
        { "serve --telnet nowhere", "moo: --telnet nowhere is no address; write ADDRESS:PORT, such as 127.0.0.1:7777 or 0.0.0.0:7777, or a port" },
        { "serve --workers 0", "moo: --workers 0 is no number of workers; write a number from 1 to 256" },
        { "import", "moo: import needs a path; moo import --help says what there is" },
        { "export a b", "moo: export has no use for b; moo export --help says what there is" },
        { "check", "moo: check takes a core directory or a file, or else --data or --store; moo check --help says what there is" },
        { "check x --data y", "moo: check takes a core directory or a file, or else --data or --store; moo check --help says what there is" },
        { "check --eror x", "moo: check has no option --eror; moo check --help says what there is" },
        { "check no/such/path", "moo: there is no file or directory no/such/path" },
        { "check --data no/such/path", "moo: there is no world in no/such/path/moo.db" },
        { "test", "moo: test needs a directory; moo test --help says what there is" },
        { "test --verbos x", "moo: test has no option --verbos; did you mean --verbose?" },
        { "test --timeout soon x", "moo: --timeout soon is no time; write a number of seconds from 1 to 86400; moo test --help says what there is" },
        { "test no/such/path", "moo: there is no directory no/such/path" },
        { "fmt", "moo: fmt needs a path; moo fmt --help says what there is" },
        { "fmt no/such/path", "moo: there is no file or directory no/such/path" },
        { "eval 1 2", "moo: eval has no use for 2; moo eval --help says what there is" },
        { "eval --as me 1", "moo: --as me is no object's number; write a number, such as 2; moo eval --help says what there is" },
        { "eval --core x --data y 1", "moo: --core names one world, --data or --store another; give one of them; moo eval --help says what there is" },
        { "eval --keep 1", "moo: --keep needs a store to keep it in; give --data or --store; moo eval --help says what there is" },
        { "eval --keep --data no/such/path 1", "moo: there is no world in no/such/path/moo.db" },
        { "eval --core no/such/path 1", "moo: there is no directory no/such/path" },
        { "repl now", "moo: repl has no use for now; moo repl --help says what there is" },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public async Task A_mistake_gets_one_line_and_exit_code_2(string arguments, string expected)
    {
        var (code, output, errors) = await MooServer.Run(arguments.Split(' '));

        Assert.Equal(expected + "\n", errors);
        Assert.Equal("", output);
        Assert.Equal(2, code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("serve")]
    [InlineData("import")]
    [InlineData("export")]
    [InlineData("check")]
    [InlineData("test")]
    [InlineData("fmt")]
    [InlineData("eval")]
    [InlineData("repl")]
    public async Task Help_reads_well(string command)
    {
        var (code, output, errors) = await MooServer.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Snapshot.Match(output, command.Length == 0 ? "moo" : command);
        Assert.Equal("", errors);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task A_clean_core_passes_the_check_the_tests_and_the_formatter()
    {
        var core = Core(GoodTest);

        Assert.Equal((0, "0 errors, 0 warnings\n", ""), await MooServer.Run("check", core));
        Assert.Equal((0, "", ""), await MooServer.Run("fmt", "--check", core));
        var (code, output, _) = await MooServer.Run("test", core, "--verbose");
        Assert.StartsWith("passed $box:test_one\npassed $box:test_two\n2 tests: 2 passed, 0 failed (", output, StringComparison.Ordinal);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task Findings_and_failures_give_exit_code_1()
    {
        var core = Core("    unused = 1;\n    $box:test_too();\n    return 1 / 0;\n");

        var check = await MooServer.Run("check", core);
        var onlyErrors = await MooServer.Run("check", core, "--errors-only");
        var test = await MooServer.Run("test", core);
        var filtered = await MooServer.Run("test", core, "--filter", "TWO");
        var none = await MooServer.Run("test", core, "--filter", "three");

        Assert.Equal((1, $"{core}/box.moo:8:5: warning: the variable 'unused' is never used\n"
            + $"{core}/box.moo:9:10: warning: $box has no verb 'test_too'; did you mean 'test_two'?\n0 errors, 2 warnings\n", ""), check);
        Assert.Equal((0, "0 errors\n", ""), onlyErrors);
        Assert.Equal(1, test.ExitCode);
        Assert.StartsWith("FAILED $box:test_one\n  #2:test_one, line 2:  Verb not found\n", test.Output, StringComparison.Ordinal);
        Assert.Contains("2 tests: 1 passed, 1 failed (", test.Output, StringComparison.Ordinal);
        Assert.Equal(0, filtered.ExitCode);
        Assert.Equal((1, "", "moo: no test's name contains three\n"), none);
    }

    [Fact]
    public async Task A_core_with_errors_can_be_neither_tested_nor_run()
    {
        var core = Core(GoodTest);
        File.AppendAllText(Path.Combine(core, "box.moo"), "object #3\n  parent: #99\nendobject\n");
        var expected = $"{core}/box.moo:17:1: error: the parent #99 of #3 is described nowhere\n";

        Assert.Equal((1, "", expected), await MooServer.Run("test", core));
        Assert.Equal((1, "", expected), await MooServer.Run("eval", "--core", core, "1"));
        Assert.Equal((1, expected + "1 error, 0 warnings\n", ""), await MooServer.Run("check", core));
    }

    [Fact]
    public async Task Files_are_formatted_in_place()
    {
        var core = Core(GoodTest);
        var file = Path.Combine(core, "wizard.moo");
        var canonical = File.ReadAllText(file);
        File.WriteAllText(file, canonical.Replace("  owner: WIZARD\n", "  owner:   #1\n", StringComparison.Ordinal));

        var check = await MooServer.Run("fmt", "--check", core);
        var fmt = await MooServer.Run("fmt", core);

        Assert.Equal((1, $"{file}: not in canonical form\n", ""), check);
        Assert.Equal((0, $"{file}\n", ""), fmt);
        Assert.Equal(canonical, File.ReadAllText(file));
    }

    [Fact]
    public async Task A_text_is_evaluated_in_a_copy_of_the_world()
    {
        var core = Core(GoodTest);

        Assert.Equal((0, "told\n\"box\"\n", ""), await MooServer.Run("eval", "--core", core, "notify(player, \"told\"); return $box.name;"));
        Assert.Equal((0, "{#1, 0}\n", ""), await MooServer.Run("eval", "--core", core, "{player, $box.count}"));
        Assert.Equal((0, "#2\n", ""), await MooServer.Run("eval", "--core", core, "--as", "2", "player"));
        var (code, output, errors) = await MooServer.Run("eval", "--core", core, "$box.name[9]");
        Assert.Equal((1, ""), (code, errors));
        Assert.StartsWith("#-1:, line 1:  Range error", output, StringComparison.Ordinal);
        Assert.Equal((1, "", "Line 1:  expected an expression, found the end of the program\n  1 +\n     ^\n"), await MooServer.Run("eval", "--core", core, "1 +"));
    }

    [Fact]
    public async Task A_running_servers_world_can_be_checked_and_asked_and_stays_as_it_is()
    {
        await using var server = await MooServer.Start("--core", Core("    return 1;\n    unused = 2;\n"));

        Assert.Equal((1, "#2:test_one:2:1: warning: the variable 'unused' is never used\n#2:test_one:2:1: warning: this can never run: the verb returns before it\n"
            + "0 errors, 2 warnings\n", ""), await MooServer.Run("check", "--data", server.Data));
        Assert.Equal((0, "5\n", ""), await MooServer.Run("eval", "--data", server.Data, "$box.count = 5"));
        Assert.Equal((0, "0\n", ""), await MooServer.Run("eval", "--data", server.Data, "$box.count"));
    }
}
