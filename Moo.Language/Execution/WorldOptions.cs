using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Execution;

/// <summary>What a world has set for its server, in <c>$server_options</c> or in the <c>server_options</c> of an object that connections come to.</summary>
public static class WorldOptions
{
    /// <summary>The property that names the object which holds the options.</summary>
    internal const string Property = "server_options";

    /// <summary>The object that holds the options of another one; null if it has none.</summary>
    /// <param name="world">The world.</param>
    /// <param name="owner">Whose options: <c>#0</c>'s are the server's.</param>
    public static ObjectState? Holder(Snapshot world, ObjectId owner) =>
        Place(world, world.Find(owner)) is { } place ? world.Find(place) : null;

    /// <summary>The number of the object that holds the options of another one; null if it names none.</summary>
    internal static ObjectId? Place(Snapshot world, ObjectState? owner) =>
        owner is not null && world.Property(owner, Property) is { } value && value.TryObj(out var place) ? place : null;

    /// <summary>The value of an option, or null where it is not set.</summary>
    /// <param name="world">The world.</param>
    /// <param name="owner">Whose option: <c>#0</c>'s are the server's.</param>
    /// <param name="name">The option's name.</param>
    public static Value? Find(Snapshot world, ObjectId owner, string name) => Holder(world, owner) is { } holder ? world.Property(holder, name) : null;

    /// <summary>The value of one of the server's options, or null where it is not set.</summary>
    /// <param name="world">The world.</param>
    /// <param name="name">The option's name.</param>
    public static Value? Find(Snapshot world, string name) => Find(world, ObjectId.System, name);
}
