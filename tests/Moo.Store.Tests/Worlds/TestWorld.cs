using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Tests.Worlds;

/// <summary>A world without a database, and short words for what tests do in it.</summary>
internal sealed class TestWorld
{
    public static readonly CommitCause Cause = new(1, ObjectId.System, "#0:test");
    public static readonly PropertyAccess Access = new(ObjectId.System, PropertyFlags.Read);

    public TestWorld() => World = new World(Snapshot.Empty, Log);

    public DiscardingLog Log { get; } = new();

    public World World { get; }

    public Transaction Begin() => World.Begin();

    /// <summary>Runs a slice that nothing can get in the way of.</summary>
    public void Do(Action<Transaction> slice)
    {
        var transaction = World.Begin();
        slice(transaction);
        Assert.Equal(CommitResult.Done, Commit(transaction));
        transaction.Reset(wasCommitted: true);
    }

    public CommitResult Commit(Transaction transaction) => World.Commit(transaction, Cause);

    /// <summary>Makes an object and commits it.</summary>
    public ObjectId Create(params ObjectId[] parents)
    {
        var id = ObjectId.Nothing;
        Do(t => id = Structure.Create(t, parents, ObjectId.System).Id);
        return id;
    }

    public void Define(ObjectId id, string name, long value) =>
        Do(t => Assert.Null(Properties.Define(t, t.Find(id)!, name, Value.Int(value), Access)));

    public void AddVerb(ObjectId id, string names, string source) => Do(t => Verbs.Add(t, t.Find(id)!, NewVerb(names, source)));

    public static Verb NewVerb(string names, string source) =>
        new(names, ObjectId.System, VerbFlags.Execute, VerbArguments.Method, source);

    public static long Read(Transaction t, ObjectId id, string name)
    {
        var draft = t.Find(id)!;
        return Properties.Read(t, draft, Properties.Find(t, draft, name)!.Value).AsInt;
    }

    public static void Write(Transaction t, ObjectId id, string name, long value)
    {
        var draft = t.Find(id)!;
        Properties.Write(t, draft, Properties.Find(t, draft, name)!.Value, name, Value.Int(value));
    }
}
