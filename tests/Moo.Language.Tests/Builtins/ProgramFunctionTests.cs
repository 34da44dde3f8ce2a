using Moo.Language.Execution;
using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Builtins;

public sealed class ProgramFunctionTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("moo-programs-").FullName;
    private readonly TestMoo _moo;

    public ProgramFunctionTests()
    {
        Directory.CreateDirectory(Path.Combine(_data, "executables", "sub"));
        _moo = new TestMoo(outside: new OutsideAccess
        {
            Programs = true,
            DataFolder = _data,
            ProgramTime = TimeSpan.FromSeconds(3),
            MostProgramOutput = 10_000,
            MostPrograms = 2,
        });
    }

    public void Dispose()
    {
        _moo.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private void Write(string name, string script)
    {
        var path = Path.Combine(_data, "executables", name);
        File.WriteAllText(path, "#!/bin/sh\n" + script);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void A_program_gets_arguments_input_and_environment()
    {
        Write("show.sh", "echo \"$1|$2|$NAME|$PATH|$HOME\"; cat; echo oops >&2; exit 3");

        Assert.Equal("{3, \"a b|$x;|v=1|/bin:/usr/bin|~0Ain~00put\", \"oops~0A\"}",
            _moo.Eval("exec({\"show.sh\", \"a b\", \"$x;\"}, \"in~00put\", {\"NAME=v=1\"})"));
    }

    [Fact]
    public void A_program_need_not_read_its_input()
    {
        Write("deaf.sh", "exit 0");

        Assert.Equal("{0, \"\", \"\"}", _moo.Run("s = \"0123456789\"; for i in [1..15] s = s + s; endfor return exec({\"deaf.sh\"}, s);").ToString());
    }

    [Theory]
    [InlineData("while :; do :; done")]
    [InlineData("while :; do echo 0123456789012345678901234567890123456789; done")]
    [InlineData("sleep 100 & wait")]
    public void A_program_that_takes_too_much_is_killed(string script)
    {
        Write("greedy.sh", script);

        Assert.Equal("E_QUOTA", _moo.Eval("`exec({\"greedy.sh\"}) ! ANY'"));
    }

    [Fact]
    public void Killing_the_task_kills_the_program()
    {
        var mark = Path.Combine(_data, "mark");
        Write("slow.sh", $"sleep 1.5; echo done > {mark}");

        _moo.Run("fork t (0) exec({\"slow.sh\"}); endfork suspend(0.5); kill_task(t); suspend(2);");

        Assert.False(File.Exists(mark));
    }

    [Fact]
    public void Only_so_many_run_at_once()
    {
        Write("nap.sh", "sleep 1");

        Assert.Equal("E_QUOTA", _moo.Run("for i in [1..2] fork (0) exec({\"nap.sh\"}); endfork endfor suspend(0.3); return `exec({\"nap.sh\"}) ! ANY';").ToString());
    }

    [Theory]
    [InlineData("exec({})")]
    [InlineData("exec({1})")]
    [InlineData("exec({\"\"})")]
    [InlineData("exec({\"/bin/sh\"})")]
    [InlineData("exec({\"../x\"})")]
    [InlineData("exec({\"sub/../../x\"})")]
    [InlineData("exec({\"./x\"})")]
    [InlineData("exec({\"sub\"})")]
    [InlineData("exec({\"nosuch\"})")]
    [InlineData("exec({\"nosuch\"}, \"~\")")]
    [InlineData("exec({\"nosuch\"}, \"\", {1})")]
    public void A_wrong_argument_is_E_INVARG(string expression) => Assert.Equal("E_INVARG", _moo.Eval($"`{expression} ! ANY'"));

    [Fact]
    public void What_is_no_program_cannot_be_run()
    {
        File.WriteAllText(Path.Combine(_data, "executables", "text"), "nothing");

        Assert.Equal("E_EXEC", _moo.Eval("`exec({\"text\"}) ! ANY'"));
    }

    [Fact]
    public void Programmers_may_not() => Assert.Equal("E_PERM", _moo.Eval("`exec({\"x\"}) ! ANY'", TestMoo.Programmer));
}
