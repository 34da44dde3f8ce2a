using Moo.Language.Execution;
using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Builtins;

public sealed class FileFunctionTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("moo-files-").FullName;
    private readonly TestMoo _moo;

    public FileFunctionTests() => _moo = new TestMoo(outside: new OutsideAccess { Files = true, DataFolder = _data, LargestFile = 10_000 });

    public void Dispose()
    {
        _moo.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private string Run(string program) => _moo.Run(program).ToString();

    private string PathOf(string name) => Path.Combine(_data, "files", name);

    [Fact]
    public void Lines_are_written_and_read_back()
    {
        var result = Run("""
            f = file_open("notes.txt", "w-tn");
            file_writeline(f, "first"); file_writeline(f, "Grüße"); n = file_write(f, "last");
            file_close(f);
            f = file_open("notes.txt", "r-tn");
            r = {n, file_readline(f), file_eof(f), file_readline(f), file_readline(f), file_eof(f), `file_readline(f) ! E_FILE => "end"', file_handles()};
            file_close(f);
            return {@r, file_handles()};
            """);

        Assert.Equal("{4, \"first\", 0, \"Grüße\", \"last\", 1, \"end\", {1}, {}}", result);
        Assert.Equal("first\nGrüße\nlast", File.ReadAllText(PathOf("notes.txt")));
    }

    [Fact]
    public void Binary_files_are_read_and_written_as_binary_strings()
    {
        var result = Run("""
            f = file_open("bytes", "w+bf");
            file_write(f, "a~00~FF~0A"); file_seek(f, 0, "SEEK_SET");
            r = {file_read(f, 2), file_tell(f), file_readline(f), `file_read(f, 1) ! E_FILE => "end"', `file_write(f, "~G") ! E_INVARG => "no"'};
            file_close(f);
            return r;
            """);

        Assert.Equal("{\"a~00\", 2, \"~FF~0A\", \"end\", \"no\"}", result);
        Assert.Equal([(byte)'a', 0, 255, 10], File.ReadAllBytes(PathOf("bytes")));
    }

    [Fact]
    public void Lines_are_found_by_number_and_by_text()
    {
        var result = Run("""
            f = file_open("poem", "w+tn");
            for line in ({"One", "two one", "three", "ONE more"}) file_writeline(f, line); endfor
            r = {file_readlines(f, 2, 3), file_readline(f), file_readlines(f, 4, 9), `file_readlines(f, 6, 7) ! E_FILE => "none"',
              file_grep(f, "one"), file_grep(f, "one", 1), file_grep(f, "x", 1), file_count_lines(f)};
            file_close(f);
            return r;
            """);

        Assert.Equal(
            "{{\"two one\", \"three\"}, \"two one\", {\"ONE more\"}, \"none\", {{\"One\", 1}}, {{\"One\", 1}, {\"two one\", 2}, {\"ONE more\", 4}}, {}, 4}", result);
    }

    [Fact]
    public void What_is_appended_goes_to_the_end()
    {
        var result = Run("""
            f = file_open("log", "a-tn"); file_writeline(f, "a"); file_close(f);
            f = file_open("log", "a+tn"); file_seek(f, 0, "SEEK_SET"); file_writeline(f, "b"); r = file_readlines(f, 1, 5); file_close(f);
            return r;
            """);

        Assert.Equal("{\"a\", \"b\"}", result);
    }

    [Fact]
    public void Files_and_folders_are_made_moved_and_removed()
    {
        var result = Run("""
            file_mkdir("/box"); f = file_open("box/one", "w-tn"); file_write(f, "12345"); size = file_size(f); file_close(f);
            file_chmod("box/one", "640"); file_rename("box/one", "box/two");
            r = {size, file_list("box"), file_list("/box", 1), file_type("box"), file_mode("box/two"), file_stat("box/two")[1..5],
              file_last_modify("box/two") > 1600000000, `file_mkdir("box") ! E_FILE => "is there"', `file_rmdir("box") ! E_FILE => "not empty"'};
            file_remove("box/two"); file_rmdir("box");
            return {@r, file_list("")};
            """);

        Assert.Equal(
            "{5, {\"two\"}, {{\"two\", \"reg\", \"640\", 5}}, \"dir\", \"640\", {5, \"reg\", \"640\", \"\", \"\"}, 1, \"is there\", \"not empty\", {}}", result);
    }

    [Theory]
    [InlineData("file_open(\"../x\", \"r-tn\")", "E_INVARG")]
    [InlineData("file_open(\"a/../../x\", \"r-tn\")", "E_INVARG")]
    [InlineData("file_open(\"/../x\", \"w-tn\")", "E_INVARG")]
    [InlineData("file_open(\"a\\\\b\", \"w-tn\")", "E_INVARG")]
    [InlineData("file_list(\"..\")", "E_INVARG")]
    [InlineData("file_rename(\"x\", \"../x\")", "E_INVARG")]
    [InlineData("file_open(\"x\", \"rw\")", "E_INVARG")]
    [InlineData("file_open(\"x\", \"r-tx\")", "E_INVARG")]
    [InlineData("file_open(\"nosuch\", \"r-tn\")", "E_FILE")]
    [InlineData("file_open(\"nosuch/x\", \"w-tn\")", "E_FILE")]
    [InlineData("file_size(\"nosuch\")", "E_FILE")]
    [InlineData("file_size(5)", "E_INVARG")]
    [InlineData("file_size({})", "E_INVARG")]
    [InlineData("file_remove(\"nosuch\")", "E_FILE")]
    [InlineData("file_chmod(\"nosuch\", \"888\")", "E_INVARG")]
    [InlineData("file_chmod(\"nosuch\", \"644\")", "E_FILE")]
    [InlineData("file_close(7)", "E_INVARG")]
    [InlineData("file_readline(7)", "E_INVARG")]
    [InlineData("file_tell(0)", "E_INVARG")]
    [InlineData("file_readlines(7, 0, 1)", "E_INVARG")]
    [InlineData("file_read(7, -1)", "E_INVARG")]
    public void A_wrong_argument_has_its_error(string expression, string error) => Assert.Equal(error, _moo.Eval($"`{expression} ! ANY'"));

    [Fact]
    public void A_file_is_open_for_what_it_was_opened_for()
    {
        var result = Run("""
            f = file_open("x", "w-tn"); g = file_open("x", "r-tn");
            return {`file_readline(f) ! E_INVARG => "write-only"', `file_writeline(g, "") ! E_INVARG => "read-only"', file_openmode(f), file_name(g),
              `file_seek(g, 0, "SEEK_HERE") ! ANY'};
            """);

        Assert.Equal("{\"write-only\", \"read-only\", \"w-tn\", \"x\", E_INVARG}", result);
    }

    [Fact]
    public void A_file_does_not_grow_beyond_its_limit()
    {
        var result = Run("""
            f = file_open("big", "w-tn"); s = "0123456789";
            for i in [1..6] s = s + s; endfor
            try while (1) file_write(f, s); endwhile except e (E_QUOTA) endtry
            file_close(f);
            return e[1];
            """);

        Assert.Equal("E_QUOTA", result);
        Assert.True(new FileInfo(PathOf("big")).Length <= 10_000);
    }

    [Fact]
    public void Only_so_many_files_are_open_at_once() => Assert.Equal("{E_QUOTA, 3}", Run("""
        add_property(#0, "server_options", create(#1), {player, "r"});
        add_property(#0.server_options, "file_io_max_files", 3, {player, "r"});
        suspend(0);
        try
          while (1)
            file_open("x", "a-tn");
          endwhile
        except e (ANY)
          return {e[1], length(file_handles())};
        endtry
        """));

    [Fact]
    public void Programmers_may_not() => Assert.Equal("E_PERM", _moo.Eval("`file_list(\"\") ! ANY'", TestMoo.Programmer));

    [Fact]
    public void What_the_setting_allows_is_named_where_it_does_not()
    {
        using var closed = new TestMoo();

        Assert.Contains("Outside:Files", closed.Run("file_list(\"\");").AsStr, StringComparison.Ordinal);
    }
}
