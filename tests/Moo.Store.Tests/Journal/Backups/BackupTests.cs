using System.IO.Compression;
using System.Text;
using Moo.Store.Journal;
using Moo.Store.Journal.Backups;
using Moo.Testing.Databases;

namespace Moo.Store.Tests.Journal.Backups;

public sealed class BackupTests(PgCluster cluster)
{
    private static readonly DateTimeOffset Time = new(2030, 12, 31, 23, 59, 58, TimeSpan.Zero);

    [Theory]
    [InlineData(StoreKind.Sqlite, StoreKind.Sqlite), InlineData(StoreKind.Sqlite, StoreKind.PostgreSql)]
    [InlineData(StoreKind.PostgreSql, StoreKind.Sqlite), InlineData(StoreKind.PostgreSql, StoreKind.PostgreSql)]
    public async Task A_backup_made_while_the_world_goes_on_is_the_world_after_some_commit(StoreKind from, StoreKind to)
    {
        await using var store = await TestStore.Create(from, cluster);
        await using var target = await TestStore.Create(to, cluster);
        var file = Path.Combine(store.Folder, "backup.moo.gz");
        using var world = new RecordedWorld(store.Open(), seed: 11);
        for (var step = 0; step < 60; step++) world.Step();
        await world.Flush();
        var seen = world.LastReleased;
        using var end = new CancellationTokenSource();
        var going = Task.Run(
            () =>
            {
                while (!end.IsCancellationRequested) world.Step();
            }, TestContext.Current.CancellationToken);

        var made = Backup.Write(store.Address, file, Time);
        await end.CancelAsync();
        await going;
        var restored = Backup.Restore(file, target.Address);

        Assert.Equal(made, restored with { Bytes = made.Bytes });
        Assert.Equal("2030-12-31T23:59:58Z", restored.Time);
        Assert.True(made.Sequence >= seen, $"commit {seen} was seen before, but the backup ends with {made.Sequence}");
        using var journal = target.Open();
        var loaded = journal.Load();
        Assert.Equal(made.Sequence, loaded.Snapshot.Sequence);
        Assert.Equal(world.Expected(made.Sequence), RecordedWorld.Text(loaded.Snapshot, loaded.Tasks));
        journal.Dispose();
        Assert.Equal(made.Sequence, target.Ask("select count(*) from commit_log"));
    }

    [Theory, InlineData(StoreKind.Sqlite, StoreKind.PostgreSql), InlineData(StoreKind.PostgreSql, StoreKind.Sqlite)]
    public async Task Logs_and_histories_come_back_to_the_microsecond(StoreKind from, StoreKind to)
    {
        await using var store = await TestStore.Create(from, cluster);
        await using var target = await TestStore.Create(to, cluster);
        var (first, second) = (Path.Combine(store.Folder, "first.gz"), Path.Combine(store.Folder, "second.gz"));
        using (var world = new RecordedWorld(store.Open(), seed: 12))
        {
            for (var step = 0; step < 60; step++) world.Step();
            await world.Flush();
        }

        Backup.Write(store.Address, first, Time);
        Backup.Restore(first, target.Address);
        Backup.Write(target.Address, second, Time);

        Assert.Equal(Rows(first), Rows(second));
        Assert.Contains(Rows(first), row => row.StartsWith("verb_history [", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_world_can_be_copied_from_one_database_to_the_other()
    {
        await using var store = await TestStore.Create(StoreKind.Sqlite, cluster);
        await using var target = await TestStore.Create(StoreKind.PostgreSql, cluster);
        string expected;
        using (var world = new RecordedWorld(store.Open(), seed: 13))
        {
            for (var step = 0; step < 60; step++) world.Step();
            await world.Flush();
            expected = world.Expected(world.World.Current.Sequence);
        }

        var report = Backup.Copy(store.Address, target.Address);

        using var journal = target.Open();
        var loaded = journal.Load();
        Assert.Equal(expected, RecordedWorld.Text(loaded.Snapshot, loaded.Tasks));
        Assert.Equal(loaded.Snapshot.All().Concat(loaded.Snapshot.AllHidden()).LongCount(), report.Objects);
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task A_store_with_a_world_is_not_restored_into(StoreKind kind)
    {
        await using var store = await TestStore.Create(kind, cluster);
        var file = await SmallBackup(store);

        var problem = Assert.Throws<JournalException>(() => Backup.Restore(file, store.Address));

        Assert.Contains("There is a world in", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Name an empty store", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_that_was_cut_short_anywhere_is_refused_and_the_store_stays_empty()
    {
        await using var store = await TestStore.Create(StoreKind.Sqlite, cluster);
        await using var target = await TestStore.Create(StoreKind.Sqlite, cluster);
        var whole = await File.ReadAllBytesAsync(await SmallBackup(store), TestContext.Current.CancellationToken);
        var cut = Path.Combine(store.Folder, "cut.gz");

        for (var length = 0; length < whole.Length; length += 1 + whole.Length / 200)
        {
            await File.WriteAllBytesAsync(cut, whole[..length], TestContext.Current.CancellationToken);
            var problem = Assert.Throws<JournalException>(() => Backup.Restore(cut, target.Address));
            Assert.Contains("is damaged", problem.Message, StringComparison.Ordinal);
        }
        Assert.False(File.Exists(target.File));
    }

    [Fact]
    public async Task A_backup_with_any_byte_changed_is_refused_or_still_says_the_same()
    {
        await using var store = await TestStore.Create(StoreKind.Sqlite, cluster);
        var file = await SmallBackup(store);
        var (whole, rows, random) = (await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), Rows(file), new Random(3));
        var changed = Path.Combine(store.Folder, "changed.gz");
        var refused = 0;

        for (var attempt = 0; attempt < 300; attempt++)
        {
            var bytes = (byte[])whole.Clone();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(changed, bytes, TestContext.Current.CancellationToken);
            try
            {
                Backup.Inspect(changed);
                Assert.Equal(rows, Rows(changed));
            }
            catch (JournalException problem)
            {
                Assert.Contains("changed.gz", problem.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.InRange(refused, 250, 300); // a few bytes of gzip's own mean nothing
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("hello\n", "is damaged")]
    [InlineData("{}\n", "it is no backup of a world")]
    [InlineData("{\"format\":\"moo-backup\"}\n", "it does not say its version")]
    [InlineData("{\"format\":\"moo-backup\",\"version\":2,\"schema\":1}\n", "was made by a newer server (format 2, schema 1)")]
    [InlineData("{\"format\":\"moo-backup\",\"version\":1,\"schema\":99}\n", "was made by a newer server (format 1, schema 99)")]
    [InlineData(Header, "its end is missing")]
    [InlineData(Header + "[1]\n", "a row comes before its table")]
    [InlineData(Header + "[\n", "a row comes before its table")]
    [InlineData(Header + "{\"table\":\"secret\",\"columns\":[]}\n", "there is no table secret")]
    [InlineData(Header + "{\"table\":\"meta\",\"columns\":[\"key\",\"key\"]}\n", "the columns of meta are not those of a world")]
    [InlineData(Header + Meta + Meta, "the table meta comes twice")]
    [InlineData(Header + Meta + "[1,\"x\"]\n", "key is of the wrong kind")]
    [InlineData(Header + Meta + "[\"x\"]\n", "is damaged")]
    [InlineData(Header + Meta + "[\"x\",\"y\",\"z\"]\n", "it is too long")]
    [InlineData(Header + Meta + "[\"\\ud800\",\"y\"]\n", "key is of the wrong kind")]
    [InlineData(Header + Meta + "{\"rows\":{\"meta\":1},\"sha256\":\"\"}\n", "rows are missing")]
    [InlineData(Header + Meta + "{\"rows\":{\"meta\":0},\"sha256\":\"00\"}\n", "its checksum is wrong")]
    [InlineData(Header + Meta + "{\"rows\":{\"meta\":0}", "it ends within a line")]
    [InlineData(Header + "{\"table\":\"verb\",\"columns\":[\"place\"]}\n[3000000000]\n", "place is of the wrong kind")]
    [InlineData(Header + "{\"table\":\"task\",\"columns\":[\"wake_at\"]}\n[\"soon\"]\n", "wake_at is of the wrong kind")]
    public async Task What_is_no_backup_is_refused_with_its_place(string text, string message)
    {
        var file = Path.GetTempFileName();
        try
        {
            await using (var stream = File.Create(file))
            await using (var packed = new GZipStream(stream, CompressionLevel.Fastest)) await packed.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);

            var problem = Assert.Throws<JournalException>(() => Backup.Inspect(file));

            Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private const string Header = "{\"format\":\"moo-backup\",\"version\":1,\"schema\":1}\n";
    private const string Meta = "{\"table\":\"meta\",\"columns\":[\"key\",\"value\"]}\n";

    [Fact]
    public async Task A_backup_that_cannot_be_written_leaves_nothing_behind()
    {
        await using var store = await TestStore.Create(StoreKind.Sqlite, cluster);
        var file = await SmallBackup(store);
        var before = Directory.GetFileSystemEntries(store.Folder);

        var problem = Assert.Throws<JournalException>(() => Backup.Write(store.Address, Path.Combine(file, "inside.gz"), Time));

        Assert.Contains("cannot be written", problem.Message, StringComparison.Ordinal);
        Assert.Equal(before.Order(), Directory.GetFileSystemEntries(store.Folder).Order());
    }

    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task There_is_nothing_to_back_up_where_no_world_is(StoreKind kind)
    {
        await using var store = await TestStore.Create(kind, cluster);

        var problem = Assert.Throws<JournalException>(() => Backup.Write(store.Address, Path.Combine(store.Folder, "none.gz"), Time));

        Assert.Contains("There is no world in", problem.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(store.File));
    }

    private static async Task<string> SmallBackup(TestStore store)
    {
        using (var world = new RecordedWorld(store.Open(), seed: 14))
        {
            for (var step = 0; step < 30; step++) world.Step();
            await world.Flush();
        }
        var file = Path.Combine(store.Folder, "small.gz");
        Backup.Write(store.Address, file, Time);
        return file;
    }

    // In any order: a table has none.
    private static List<string> Rows(string file)
    {
        var rows = new List<string>();
        using var source = new BackupSource(file);
        source.Read(StoreTable.All, (table, row) =>
        {
            var cells = table.Columns.Select((column, place) => row.IsNull(place) ? "null" : column.Kind == ColumnKind.Real ? $"{row.Real(place)}"
                : column.Kind is ColumnKind.Long or ColumnKind.Short or ColumnKind.Truth ? $"{row.Integer(place)}" : Encoding.UTF8.GetString(row.Text(place)));
            if (!OwnMeta.Holds(table, row)) rows.Add($"{table.Name} [{string.Join(" | ", cells)}]");
        });
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
