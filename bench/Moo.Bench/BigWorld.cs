using System.Globalization;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Bench;

/// <summary>Makes a world of any size: things of a hundred kinds in rooms, each with twelve properties of its own values.</summary>
internal static class BigWorld
{
    private const int Kinds = 100;
    private const int ThingsPerRoom = 100;

    private static readonly string[] Names =
        ["aliases", "description", "key", "weight", "opened", "home", "created", "visits", "message", "notes", "score", "history"];

    /// <summary>A world of <paramref name="count"/> objects; the same one each time.</summary>
    public static Snapshot Make(int count, long sequence)
    {
        var random = new Random(1);
        var builder = new SnapshotBuilder();
        var access = new PropertyAccess(ObjectId.System, PropertyFlags.Read | PropertyFlags.ChangeOwner);
        builder.AddObject(ObjectId.System, "The System Object", ObjectId.System, ObjectId.Nothing, ObjectFlags.Readable, []);
        for (var id = 1; id < count; id++)
        {
            if (id <= Kinds) AddKind(builder, new ObjectId(id), access);
            else AddThing(builder, new ObjectId(id), count, random);
        }
        return builder.Build(sequence: sequence);
    }

    private static void AddKind(SnapshotBuilder builder, ObjectId id, PropertyAccess access)
    {
        builder.AddObject(id, "generic thing " + id, ObjectId.System, ObjectId.Nothing, ObjectFlags.Fertile, [ObjectId.System]);
        foreach (var name in Names)
        {
            builder.AddDefinition(id, name);
            builder.AddCell(id, name, Value.Int(0), access);
        }
        builder.AddVerb(id, new Verb("l*ook examine", ObjectId.System, VerbFlags.Read | VerbFlags.Execute, VerbArguments.Method,
            "player:tell(this:title());\nplayer:tell(this.description);"));
    }

    private static void AddThing(SnapshotBuilder builder, ObjectId id, int count, Random random)
    {
        var room = id.Number - id.Number % ThingsPerRoom;
        var isRoom = room == id.Number || room <= Kinds;
        builder.AddObject(id, string.Create(CultureInfo.InvariantCulture, $"thing number {id.Number}"), ObjectId.System,
            isRoom ? ObjectId.Nothing : new ObjectId(room), ObjectFlags.Readable, [new ObjectId(1 + id.Number % Kinds)]);
        foreach (var name in Names) builder.AddCell(id, name, ValueOf(name, id.Number, count, random), null);
    }

    private static Value ValueOf(string name, long id, int count, Random random) => name switch
    {
        "aliases" => Value.List(Value.Str("thing"), Value.Str(string.Create(CultureInfo.InvariantCulture, $"t{id}"))),
        "description" => Value.Str(string.Create(CultureInfo.InvariantCulture,
            $"A thing like many others, but this is number {id}, scratched {random.Next(1000)} times.")),
        "key" or "opened" => Value.Int(random.Next(2)),
        "weight" => Value.Float(random.NextDouble() * 100),
        "home" => Value.Obj(random.Next(count)),
        "created" => Value.Int(1_000_000_000 + id),
        "message" => Value.Str("You pick it up. It is of kind " + random.Next(50).ToString(CultureInfo.InvariantCulture) + "."),
        "notes" => Value.EmptyString,
        "history" => Value.List(Value.Int(random.Next()), Value.Int(random.Next()), Value.Obj(random.Next(count))),
        _ => Value.Int(random.Next()),
    };
}
