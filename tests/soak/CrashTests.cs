using System.Globalization;
using Moo.Store.Journal;
using Moo.Store.Journal.PostgreSql;
using Moo.Store.Journal.Sqlite;
using Moo.Testing.Databases;

namespace Moo.Soak.Tests;

/// <summary>Lives that end at every write point of the journal, each going on from what the last one left.</summary>
public sealed class CrashTests(PgCluster cluster)
{
    private const int ShortLives = 21;

    // PostgreSQL gets all rows of a table at once, so there are fewer steps.
    private static readonly WritePoint[] PostgreSqlPoints = [WritePoint.Begun, WritePoint.Objects, WritePoint.Meta, WritePoint.Committed];

    // Ends a life at a write point, the way a machine dies.
    private sealed class Crash(WritePoint point, int occurrence, Action onCrash)
    {
        private int _left = occurrence;

        public ManualResetEventSlim IsOver { get; } = new();

        public void Pass(WritePoint now)
        {
            if (!IsOver.IsSet && (now != point || --_left > 0)) return;
            if (!IsOver.IsSet) onCrash();
            IsOver.Set();
            throw new JournalException("The machine has died.");
        }
    }

    [Fact]
    public async Task SQLite_killed_at_every_write_point_goes_on_as_the_model_says()
    {
        var root = Directory.CreateTempSubdirectory("moo-soak-").FullName;
        try
        {
            await Live(Enum.GetValues<WritePoint>(), (life, point, occurrence) =>
            {
                var (folder, next) = (Path.Combine(root, $"{life}"), Path.Combine(root, $"{life + 1}"));
                if (life > 1) Directory.Delete(Path.Combine(root, $"{life - 1}"), recursive: true);
                // What a killed process leaves is what the files hold at that moment.
                var crash = new Crash(point, occurrence, () =>
                {
                    Directory.CreateDirectory(next);
                    foreach (var file in Directory.GetFiles(folder, "moo.db*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
                        File.Copy(file, Path.Combine(next, Path.GetFileName(file)));
                });
                var journal = new SqliteJournal(Path.Combine(folder, "moo.db"));
                return (journal, crash, () => journal.OnWritePoint = crash.Pass);
            });
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public async Task PostgreSQL_killed_at_every_write_point_goes_on_as_the_model_says()
    {
        var store = await cluster.CreateDatabase();
        await Live(PostgreSqlPoints, (_, point, occurrence) =>
        {
            var journal = new PostgreSqlJournal(store);
            var crash = new Crash(point, occurrence, () =>
            {
                using var connection = new Npgsql.NpgsqlConnection(store + ";Pooling=false");
                connection.Open();
                using var kill = new Npgsql.NpgsqlCommand($"select pg_terminate_backend({journal.Session})", connection);
                kill.ExecuteScalar();
            });
            return (journal, crash, () => journal.OnWritePoint = crash.Pass);
        });
    }

    private static async Task Live(WritePoint[] points, Func<int, WritePoint, int, (IJournal Journal, Crash Crash, Action Arm)> begin)
    {
        var minutes = Number("MOO_SOAK_MINUTES", 0);
        var seed = Number("MOO_SOAK_SEED", minutes == 0 ? 1 : Environment.TickCount);
        TestContext.Current.SendDiagnosticMessage("seed {0}", seed);
        var random = new Random(seed);
        var start = TimeProvider.System.GetTimestamp();
        var (key, life) = (0L, 0);
        Life? before = null;
        while (minutes == 0 ? life < ShortLives : TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromMinutes(minutes))
        {
            var (journal, crash, arm) = begin(life, points[life % points.Length], 1 + random.Next(20));
            using var now = new Life(journal, before);
            if (life == 0) await now.Drain();
            arm();
            // More than one life can do: some are on their way whenever the end comes.
            for (var i = 0; i < 3000 && !crash.IsOver.IsSet; i++)
            {
                now.Begin(Script.Make(random, ++key));
                if (i % 8 == 0) crash.IsOver.Wait(2, TestContext.Current.CancellationToken);
            }
            Assert.True(crash.IsOver.Wait(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken), "the journal did not come to its end");
            now.Dispose();
            now.CheckMistakes();
            (before, life) = (now, life + 1);
        }

        var (last, never, _) = begin(life, WritePoint.Begun, int.MaxValue);
        using var end = new Life(last, before);
        await end.Drain();
        end.CheckMistakes();
        Assert.False(never.IsOver.IsSet);
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
