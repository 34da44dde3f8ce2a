using Moo.Language.Execution;
using Moo.Language.Tests.Support;

namespace Moo.Language.Tests.Builtins;

public sealed class DatabaseFunctionTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("moo-databases-").FullName;
    private readonly TestMoo _moo;

    public DatabaseFunctionTests() => _moo = new TestMoo(
        outside: new OutsideAccess { Databases = true, DataFolder = _data, LargestFile = 100_000, DatabaseTime = TimeSpan.FromSeconds(2) });

    public void Dispose()
    {
        foreach (var (_, database) in _moo.Runtime.Databases.All) database.Dispose();
        _moo.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private string Run(string program) => _moo.Run("d = sqlite_open(\"test.db\"); " + program).ToString();

    [Fact]
    public void Rows_go_in_and_come_out()
    {
        var result = Run("""
            sqlite_query(d, "CREATE TABLE t (a, b); INSERT INTO t VALUES ('x', NULL)");
            sqlite_execute(d, "INSERT INTO t VALUES (?, ?)", {"12", 1.5});
            sqlite_execute(d, "INSERT INTO t VALUES (?, ?)", {#7, "it's"});
            id = sqlite_last_insert_row_id(d);
            return {id, sqlite_query(d, "SELECT * FROM t"), sqlite_query(d, "SELECT a FROM t WHERE b = 1.5", 1),
              sqlite_execute(d, "SELECT b FROM t WHERE a = ?", {#7})};
            """);

        Assert.Equal("{3, {{\"x\", \"NULL\"}, {12, 1.5}, {#7, \"it's\"}}, {{{\"a\", 12}}}, {{\"it's\"}}}", result);
    }

    [Fact]
    public void Options_say_how_values_come_out() => Assert.Equal("{{{\"12\", \"#3\", \"a\\tb\"}}, {{12, \"#3\", \"a\\nb\"}}}", Run("""
        q = "SELECT 12, '#3', 'a' || char(10) || 'b'";
        e = sqlite_open("other.db", 8); f = sqlite_open("third.db", 2);
        return {sqlite_query(e, q), sqlite_query(f, q)};
        """));

    [Fact]
    public void What_SQLite_refuses_comes_as_its_words() =>
        Assert.Equal("\"no such table: nosuch\"", Run("return sqlite_query(d, \"SELECT * FROM nosuch\");"));

    [Theory]
    [InlineData("ATTACH DATABASE '/tmp/other.db' AS other")]
    [InlineData("VACUUM INTO '/tmp/moo-should-not-be-here.db'")]
    [InlineData("PRAGMA max_page_count = 1000000")]
    [InlineData("PRAGMA temp_store_directory = '/tmp'")]
    public void A_database_reaches_no_other_file(string sql)
    {
        // SQLite has two ways to say it.
        Assert.Matches("not authorized|authorization denied", Run($"return sqlite_query(d, \"{sql}\");"));
        Assert.False(File.Exists("/tmp/moo-should-not-be-here.db"));
    }

    [Fact]
    public void A_database_can_be_tidied() => Assert.Equal("{}", Run("return sqlite_query(d, \"VACUUM\");"));

    [Fact]
    public void A_database_does_not_grow_beyond_its_limit()
    {
        var result = Run("""
            sqlite_query(d, "CREATE TABLE t (a)");
            return sqlite_query(d, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) INSERT INTO t SELECT hex(randomblob(1000)) FROM n");
            """);

        Assert.Equal("\"database or disk is full\"", result);
        Assert.True(new FileInfo(Path.Combine(_data, "files", "test.db")).Length <= 100_000);
    }

    [Fact]
    public void A_request_that_takes_too_long_is_interrupted() =>
        Assert.Equal("\"interrupted\"", Run("return sqlite_query(d, \"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n\");"));

    [Fact]
    public void Too_many_rows_are_refused() => Assert.Equal("E_QUOTA", Run("""
        add_property(#0, "server_options", create(#1), {player, "r"});
        add_property(#0.server_options, "max_list_value_bytes", 20000, {player, "r"});
        suspend(0);
        return `sqlite_query(d, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n") ! ANY';
        """));

    [Fact]
    public void Killing_the_task_ends_the_request() => Assert.Equal("{{}, 0}", Run("""
        fork t (0) sqlite_query(d, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"); endfork
        suspend(0.3); kill_task(t); suspend(0.3);
        return {threads(), sqlite_info(d)["locks"]};
        """));

    [Theory]
    [InlineData("sqlite_open(\"../x.db\")", "E_INVARG")]
    [InlineData("sqlite_open(\"test.db\")", "E_INVARG")]
    [InlineData("sqlite_open(\"nosuch/x.db\")", "E_NONE")]
    [InlineData("sqlite_close(9)", "E_INVARG")]
    [InlineData("sqlite_info(9)", "E_INVARG")]
    [InlineData("sqlite_query(9, \"\")", "E_INVARG")]
    [InlineData("sqlite_execute(d, \"SELECT ?\", {{}})", "E_INVARG")]
    [InlineData("sqlite_limit(d, \"LIMIT_NONE\", 1)", "E_INVARG")]
    [InlineData("sqlite_limit(d, \"LIMIT_ATTACHED\", 9)", "E_INVARG")]
    [InlineData("sqlite_limit(d, 99, 1)", "E_INVARG")]
    [InlineData("sqlite_interrupt(9)", "E_INVARG")]
    [InlineData("sqlite_interrupt(d)", "0")]
    [InlineData("sqlite_limit(d, \"LIMIT_COLUMN\", 3)", "2000")]
    [InlineData("{sqlite_close(d), sqlite_handles()}", "{0, {}}")]
    [InlineData("sqlite_query(d, \" -- nothing\")", "{}")]
    [InlineData("sqlite_info(d)[\"path\"]", "\"files/test.db\"")]
    public void A_question_has_its_answer(string expression, string expected) => Assert.Equal(expected, Run($"return `{expression} ! ANY';"));
}
