using Moo.Store.Values;

namespace Moo.Store.Worlds;

/// <summary>For which server a world's core was written, where that matters: a note on #0 (<see cref="ObjectState.Metadata"/>).</summary>
public static class WorldOrigin
{
    /// <summary>The note's key, among those about the object itself.</summary>
    public const string Key = "origin";

    /// <summary>What a world that came out of a LambdaMOO database notes.</summary>
    public static readonly Value LambdaMoo = Value.Str("LambdaMOO");

    /// <summary>Whether the world came out of a LambdaMOO database.</summary>
    public static bool IsLambdaMoo(Transaction transaction) =>
        transaction.Find(ObjectId.System) is { } system
        && system.Metadata.TryGet(Value.EmptyString, out var notes) && notes.TryMap(out var about)
        && about.TryGet(Value.Str(Key), out var origin) && origin == LambdaMoo;
}
