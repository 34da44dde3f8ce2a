using System.Globalization;
using System.Reflection;
using System.Text;
using Moo.Store.Journal.Schema;
using Moo.Testing.Databases;
using Npgsql;

namespace Moo.Store.Tests.Journal;

/// <summary>Holds docs/reference/schema.md against the databases; UPDATE_SNAPSHOTS=1 writes it anew.</summary>
public sealed class SchemaTests(PgCluster cluster)
{
    private const string Columns = """
        select c.relname, obj_description(c.oid), a.attname, replace(format_type(a.atttypid, null), 'timestamp with time zone', 'timestamptz'),
               a.attnotnull, col_description(c.oid, a.attnum), c.relkind::text,
               coalesce((select a.attnum = any(i.indkey) from pg_index i where i.indrelid = c.oid and i.indisprimary), false)
        from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
        order by c.relkind, array_position(array['object', 'property', 'verb', 'task', 'meta', 'commit_log', 'verb_history']::text[], c.relname::text),
                 c.relname, a.attnum
        """;

    private sealed record Column(string Table, string Comment, string Name, string Type, bool IsRequired, string Meaning, bool IsView, bool IsKey);

    [Fact]
    public async Task The_reference_describes_the_schema_as_it_is()
    {
        await using var store = await TestStore.Create(StoreKind.PostgreSql, cluster);
        using (var journal = store.Open()) journal.Load();
        var columns = await Read(store);
        Assert.All(columns, c => Assert.True(c.Comment.Length > 0 && c.Meaning.Length > 0, $"{c.Table}.{c.Name} has no comment"));

        var text = Render(columns);

        var path = Path.Combine(typeof(SchemaTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(a => a.Key == "RepositoryRoot").Value!, "docs/reference/schema.md");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1") await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        Assert.Equal(text, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task SQLite_has_the_same_tables_views_and_columns()
    {
        await using var postgres = await TestStore.Create(StoreKind.PostgreSql, cluster);
        await using var sqlite = await TestStore.Create(StoreKind.Sqlite, cluster);
        foreach (var store in new[] { postgres, sqlite })
        {
            using var journal = store.Open();
            journal.Load();
        }

        var expected = (await Read(postgres)).Select(c => (c.Table, c.Name)).Order();
        var found = new List<(string, string)>();
        var tables = ((string)sqlite.Ask("select group_concat(name) from sqlite_master where type in ('table', 'view')")!).Split(',');
        foreach (var table in tables)
            found.AddRange(((string)sqlite.Ask($"select group_concat(name) from pragma_table_info('{table}')")!).Split(',').Select(c => (table, c)));

        Assert.Equal(expected, found.Order());
    }

    private static async Task<List<Column>> Read(TestStore store)
    {
        var columns = new List<Column>();
        await using var connection = new NpgsqlConnection(store.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(Columns, connection);
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            string Text(int column) => rows.IsDBNull(column) ? "" : rows.GetString(column);
            columns.Add(new Column(Text(0), Text(1), Text(2), Text(3), rows.GetBoolean(4), Text(5), Text(6) == "v", rows.GetBoolean(7)));
        }
        return columns;
    }

    private static string Render(List<Column> columns)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # The schema

            How the databases keep a world, version {SchemaSteps.Current}. PostgreSQL and SQLite have the same tables, views and columns; the types are
            PostgreSQL's. SQLite keeps JSON and times as text and booleans as 0 and 1. Reading is welcome at any time;
            writing is the server's alone, which holds the world in memory and never looks at the tables again
            after its start. A test compares this page with the databases; `UPDATE_SNAPSHOTS=1` writes it anew.

            """);
        foreach (var table in columns.GroupBy(c => c.Table))
        {
            var first = table.First();
            text.Append(CultureInfo.InvariantCulture, $"\n## {(first.IsView ? "View " : "")}{first.Table}\n\n{first.Comment}\n\n");
            text.Append("| column | type | | meaning |\n|---|---|---|---|\n");
            foreach (var column in table)
            {
                var note = column.IsKey ? "key" : column.IsRequired || column.IsView ? "" : "may be null";
                text.Append(CultureInfo.InvariantCulture, $"| {column.Name} | {column.Type} | {note} | {column.Meaning.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
            }
        }
        return text.ToString();
    }
}
