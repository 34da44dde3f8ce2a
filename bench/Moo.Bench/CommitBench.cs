using System.Collections.Concurrent;
using System.Diagnostics;
using Moo.Store.Journal;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Bench;

/// <summary>
/// Commits per second of players who each wait for the answer to one command before they give the next: a command adds 1 to a
/// property of the player's own and tells the player.
/// </summary>
internal sealed class CommitBench : IDisposable
{
    private static readonly PropertyAccess Access = new(ObjectId.System, PropertyFlags.Read);

    private readonly BlockingCollection<long> _ready = [];
    private readonly JournalQueue _queue;
    private readonly World _world;
    private long _answers;

    private CommitBench(IJournal journal, JournalOptions options)
    {
        var loaded = journal.Load();
        _queue = new JournalQueue(journal, loaded.Snapshot.Sequence, Answer, options);
        _queue.Start();
        _world = new World(loaded.Snapshot, _queue, loaded.LastStamp);
    }

    private sealed record Told(long Player) : Effect;

    public static void Run(string store, string folder, int players, int seconds, int? gathering)
    {
        var options = new JournalOptions { CommitLogRetention = null };
        if (gathering is { } microseconds) options = options with { LongestGathering = TimeSpan.FromMicroseconds(microseconds) };
        using var bench = new CommitBench(StoreAddress.Parse(store, folder).CreateJournal(), options);
        var made = bench.MakePlayers(players);
        bench.Play(made, 1);
        var (answers, clock) = (bench._answers, Stopwatch.StartNew());
        var (batches, rows, writing) = (bench._queue.Counters.Batches, bench._queue.Counters.Rows, bench._queue.Counters.WriteTime);
        var processor = Environment.CpuUsage.TotalTime;
        bench.Play(made, seconds);
        processor = Environment.CpuUsage.TotalTime - processor;
        answers = bench._answers - answers;
        batches = bench._queue.Counters.Batches - batches;
        Console.WriteLine($"{players} players: {answers / clock.Elapsed.TotalSeconds:N0} commits/s, {clock.Elapsed.TotalMicroseconds * players / answers:N0} us each; "
            + $"{(double)answers / batches:F1} commits and {(bench._queue.Counters.Rows - rows) / (double)batches:F1} rows a batch, "
            + $"{(bench._queue.Counters.WriteTime - writing).TotalMicroseconds / batches:N0} us a batch, "
            + $"{processor.TotalMicroseconds / answers:F1} us of our own processor time a commit");
    }

    private List<ObjectId> MakePlayers(int count)
    {
        var made = new List<ObjectId>();
        var transaction = _world.Begin();
        for (var i = 0; i < count; i++)
        {
            var player = Structure.Create(transaction, [], ObjectId.System);
            Properties.Define(transaction, player, "n", Value.Int(0), Access);
            made.Add(player.Id);
        }
        _world.Commit(transaction, new CommitCause(0, ObjectId.System, "bench"));
        _queue.Flush().Wait();
        return made;
    }

    private void Play(List<ObjectId> players, int seconds)
    {
        foreach (var player in players) _ready.Add(player.Number);
        var transaction = _world.Begin();
        var clock = Stopwatch.StartNew();
        var playing = players.Count;
        while (playing > 0)
        {
            var player = new ObjectId(_ready.Take());
            if (clock.Elapsed.TotalSeconds >= seconds)
            {
                playing--;
                continue;
            }
            transaction.Reset(wasCommitted: true);
            var draft = transaction.Find(player)!;
            var place = Properties.Find(transaction, draft, "n")!.Value;
            Properties.Write(transaction, draft, place, "n", Value.Int(Properties.Read(transaction, draft, place).AsInt + 1));
            transaction.Effects.Add(new Told(player.Number));
            _world.Commit(transaction, new CommitCause(1, player, "#0:do_command"));
        }
    }

    private void Answer(long sequence, IReadOnlyList<Effect> effects)
    {
        _answers++;
        foreach (var effect in effects) _ready.Add(((Told)effect).Player);
    }

    public void Dispose()
    {
        _queue.Stop(TimeSpan.FromSeconds(10));
        _queue.Dispose();
        _ready.Dispose();
    }
}
