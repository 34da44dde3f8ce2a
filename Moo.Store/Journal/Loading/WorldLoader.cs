using System.Globalization;
using System.Text;
using System.Text.Json;
using Moo.Store.Journal.Rows;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Journal.Loading;

/// <summary>Makes a world of the rows of a database. Objects come first, then properties and verbs, each in any order.</summary>
/// <param name="place">The database, for messages.</param>
internal sealed class WorldLoader(string place)
{
    private const int MostParentsOnStack = 16;

    private readonly SnapshotBuilder _builder = new();
    private readonly NamePool _names = new();
    private readonly Dictionary<(ObjectId, PropertyFlags), PropertyAccess> _accesses = [];
    private readonly List<(ObjectId Object, int Place, string Name)> _definitions = [];
    private readonly List<(ObjectId Object, int Place, Verb Verb)> _verbs = [];
    private readonly List<TaskRow> _tasks = [];

    private long _sequence;
    private long _maxObject = -1;
    private long _maxHidden = -1;

    public void AddMeta(string key, string value)
    {
        if (key == "sequence") _sequence = Number();
        if (key == "max_object") _maxObject = Number();
        if (key == "max_hidden") _maxHidden = Number();

        long Number() => long.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number
            : throw Damaged("meta", $"\"{value}\" as {key}");
    }

    public void AddObject(long id, ReadOnlySpan<byte> name, long owner, long location, ObjectFlags flags, ReadOnlySpan<byte> parents,
        long arrival, long birth, ReadOnlySpan<byte> metadata)
    {
        Span<ObjectId> ids = stackalloc ObjectId[MostParentsOnStack];
        if (!StoredNumbers.TryRead(parents, ref ids)) throw Damaged("object", $"the parents {Encoding.UTF8.GetString(parents)} of #{id}");
        _builder.AddObject(new(id), StoredText.Read(name), new(owner), new(location), flags, ids, arrival, birth);
        if (!StoredMetadata.TryRead(metadata, out var notes)) throw Damaged("object", $"what is no metadata of #{id}");
        if (notes.Count > 0) _builder.SetMetadata(new(id), notes);
    }

    /// <summary>Adds a cell; an empty <paramref name="json"/> is a clear one.</summary>
    public void AddProperty(long @object, ReadOnlySpan<byte> name, int definitionPlace, ReadOnlySpan<byte> json, PropertyAccess? access)
    {
        var (id, text) = (new ObjectId(@object), _names.Find(name));
        if (!_builder.Has(id)) throw Orphan("property", $".{text}", id);
        try
        {
            _builder.AddCell(id, text, json.IsEmpty ? Value.Clear : ValueJson.FromUtf8(json), access);
        }
        catch (JsonException problem)
        {
            throw Damaged("property", $"what is no value in {id}.{text}: {problem.Message}");
        }
        if (definitionPlace > 0) _definitions.Add((id, definitionPlace, text));
    }

    /// <summary>The owner and bits of a property; equal ones are one instance.</summary>
    public PropertyAccess Access(long owner, ReadOnlySpan<byte> letters)
    {
        var key = (new ObjectId(owner), FlagLetters.ToProperty(letters));
        if (!_accesses.TryGetValue(key, out var access)) _accesses[key] = access = new PropertyAccess(key.Item1, key.Item2);
        return access;
    }

    public void AddVerb(long @object, int verbPlace, ReadOnlySpan<byte> names, long owner, ReadOnlySpan<byte> letters,
        ReadOnlySpan<byte> direct, ReadOnlySpan<byte> preposition, ReadOnlySpan<byte> indirect, ReadOnlySpan<byte> source,
        ReadOnlySpan<byte> metadata)
    {
        var id = new ObjectId(@object);
        if (!_builder.Has(id)) throw Orphan("verb", $":{Encoding.UTF8.GetString(names)}", id);
        if (!Prepositions.TryParse(Encoding.UTF8.GetString(preposition), out var group))
            throw Damaged("verb", $"the preposition \"{Encoding.UTF8.GetString(preposition)}\" of #{@object}:{Encoding.UTF8.GetString(names)}");
        if (!StoredMetadata.TryRead(metadata, out var notes))
            throw Damaged("verb", $"what is no metadata of #{@object}:{Encoding.UTF8.GetString(names)}");
        var verb = new Verb(StoredText.Read(names), new(owner), FlagLetters.ToVerb(letters),
            new VerbArguments(Argument(direct), group, Argument(indirect)), StoredText.Read(source))
        {
            Metadata = notes,
        };
        _verbs.Add((id, verbPlace, verb));
    }

    private ArgumentSpec Argument(ReadOnlySpan<byte> word) => Encoding.UTF8.GetString(word) switch
    {
        "none" => ArgumentSpec.None,
        "any" => ArgumentSpec.Any,
        "this" => ArgumentSpec.This,
        var other => throw Damaged("verb", $"the argument \"{other}\""),
    };

    public void AddTask(long id, long owner, double? wakeAt, ReadOnlySpan<byte> json) =>
        _tasks.Add(new TaskRow(id, new ObjectId(owner), wakeAt, Encoding.UTF8.GetString(json)));

    public LoadedWorld Finish()
    {
        _definitions.Sort(static (left, right) => left.Place.CompareTo(right.Place));
        foreach (var (id, _, name) in _definitions) _builder.AddDefinition(id, name);
        _verbs.Sort(static (left, right) => left.Place.CompareTo(right.Place));
        foreach (var (id, _, verb) in _verbs) _builder.AddVerb(id, verb);
        var snapshot = _builder.Build(_maxObject, _maxHidden, _sequence);
        _tasks.Sort(static (left, right) => left.Id.CompareTo(right.Id));
        return new LoadedWorld(snapshot, _builder.LastStamp, _tasks);
    }

    private JournalException Orphan(string table, string what, ObjectId id) =>
        Damaged(table, $"{what} of {id}, but there is no such object");

    private JournalException Damaged(string table, string what) => new(
        $"{place}: the table {table} holds {what}. The world is damaged: repair the row, or restore a backup.");
}
