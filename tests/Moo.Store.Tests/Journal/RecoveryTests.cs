using Moo.Store.Journal;
using Moo.Store.Journal.PostgreSql;
using Moo.Store.Journal.Sqlite;
using Moo.Testing.Databases;

namespace Moo.Store.Tests.Journal;

public sealed class RecoveryTests(PgCluster cluster)
{
    [Theory, InlineData(StoreKind.Sqlite), InlineData(StoreKind.PostgreSql)]
    public async Task A_world_that_random_slices_made_is_loaded_again_as_it_was(StoreKind kind)
    {
        await using var store = await TestStore.Create(kind, cluster);
        for (var life = 1; life <= 4; life++)
        {
            string expected;
            using (var world = new RecordedWorld(store.Open(), seed: life))
            {
                for (var step = 0; step < 120; step++)
                {
                    world.Step();
                    if (step % 30 == 0) await world.Flush(); // some batches of one, some of many
                }
                await world.Flush();
                expected = world.Expected(world.World.Current.Sequence);
                Assert.Equal(Enumerable.Range(0, world.Released.Count).Select(n => n + world.Released[0]), world.Released);
            }

            using var again = store.Open();
            var loaded = again.Load();

            Assert.Equal(expected, RecordedWorld.Text(loaded.Snapshot, loaded.Tasks));
            Worlds.StructureCheck.Holds(loaded.Snapshot);
        }
    }

    [Fact]
    public async Task SQLite_killed_at_any_write_point_holds_a_committed_world_with_everything_that_was_seen()
    {
        await using var store = await TestStore.Create(StoreKind.Sqlite, cluster);
        var images = new List<(string Folder, WritePoint Point, long Seen)>();
        RecordedWorld? world = null;
        var journal = new SqliteJournal(store.File)
        {
            OnWritePoint = point =>
            {
                // What a killed process leaves is what the files hold now.
                var image = Directory.CreateDirectory(Path.Combine(store.Folder, $"image{images.Count}")).FullName;
                foreach (var file in Directory.GetFiles(store.Folder).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))) File.Copy(file, Path.Combine(image, Path.GetFileName(file)));
                images.Add((image, point, world!.LastReleased));
            },
        };
        using (world = new RecordedWorld(journal, seed: 5))
        {
            for (var step = 0; step < 60; step++)
            {
                world.Step();
                if (step % 3 == 0) await world.Flush();
            }
            await world.Flush();
        }

        Assert.Equal(Enum.GetValues<WritePoint>().Length, images.Select(i => i.Point).Distinct().Count());
        foreach (var (folder, point, seen) in images)
        {
            using var found = new SqliteJournal(Path.Combine(folder, "moo.db"));
            var loaded = found.Load();
            Assert.True(loaded.Snapshot.Sequence >= seen, $"{point}: commit {seen} was seen, but only {loaded.Snapshot.Sequence} found");
            Assert.Equal(world.Expected(loaded.Snapshot.Sequence), RecordedWorld.Text(loaded.Snapshot, loaded.Tasks));
        }
    }

    [Fact]
    public async Task PostgreSQL_sessions_killed_at_any_write_point_lose_nothing_and_write_nothing_twice()
    {
        await using var store = await TestStore.Create(StoreKind.PostgreSql, cluster);
        var random = new Random(6);
        var killed = new HashSet<WritePoint>();
        PostgreSqlJournal? journal = null;
        journal = new PostgreSqlJournal(store.ConnectionString)
        {
            OnWritePoint = point =>
            {
                if (random.Next(12) > 0) return;
                store.Ask($"select pg_terminate_backend({journal!.Session})");
                killed.Add(point);
            },
        };
        using (var world = new RecordedWorld(journal, seed: 6))
        {
            for (var step = 0; step < 150; step++)
            {
                world.Step();
                if (step % 3 == 0) await world.Flush();
            }
            await world.Flush();
            Assert.Equal(Enumerable.Range(0, world.Released.Count).Select(n => n + 1L), world.Released);
            Assert.InRange(world.Queue.Counters.LostConnections, 10, long.MaxValue);
            AssertHolds(store, world);
        }
        Assert.InRange(killed.Count, 4, int.MaxValue);
    }

    [Fact]
    public async Task A_batch_of_unknown_fate_is_neither_lost_nor_written_twice()
    {
        await using var store = await TestStore.Create(StoreKind.PostgreSql, cluster);
        var random = new Random(7);
        var (written, notWritten) = (0, 0);
        var journal = new PostgreSqlJournal(store.ConnectionString)
        {
            OnWritePoint = point =>
            {
                if (point is not (WritePoint.Committed or WritePoint.Meta) || random.Next(4) > 0) return;
                _ = point == WritePoint.Committed ? written++ : notWritten++;
                throw new IOException("The answer to COMMIT was lost.");
            },
        };
        using var world = new RecordedWorld(journal, seed: 7);
        for (var step = 0; step < 80; step++)
        {
            world.Step();
            if (step % 2 == 0) await world.Flush();
        }
        await world.Flush();

        Assert.True(written > 3 && notWritten > 3);
        Assert.Equal(Enumerable.Range(0, world.Released.Count).Select(n => n + 1L), world.Released);
        Assert.Equal(world.World.Current.Sequence, store.Ask("select count(*) from commit_log"));
        AssertHolds(store, world);
    }

    // Reads the tables beside the running server, as only PostgreSQL lets one.
    private static void AssertHolds(TestStore store, RecordedWorld world)
    {
        using var connection = new Npgsql.NpgsqlConnection(store.ConnectionString + ";Pooling=false");
        connection.Open();
        var loaded = PostgreSqlLoader.Load(connection, "the test's database");
        Assert.Equal(world.Expected(world.World.Current.Sequence), RecordedWorld.Text(loaded.Snapshot, loaded.Tasks));
    }
}
