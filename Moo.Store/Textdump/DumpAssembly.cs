using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Textdump;

/// <summary>Makes a world of what a textdump says.</summary>
/// <remarks>
/// A textdump has a value, an owner and bits of every property for every object; the world keeps those that do not follow from the
/// ancestors (<see cref="Properties"/>). So objects are gone through parents first. What contradicts itself is mended as LambdaMOO
/// does (a parent that is not there becomes none), and noted; what cannot be mended ends the import.
/// </remarks>
public sealed class DumpAssembly
{
    private readonly DumpedWorld _dump;
    private readonly DumpReport _report;
    private readonly SnapshotBuilder _builder = new();
    private readonly Dictionary<ObjectId, DumpedObject> _objects = [];
    private readonly DumpLayouts _layouts;
    private readonly DumpAccess _access;

    private DumpAssembly(DumpedWorld dump, DumpReport report)
    {
        (_dump, _report) = (dump, report);
        foreach (var read in dump.Objects.Concat(dump.Anonymous)) _objects.Add(read.Id, read);
        _layouts = new DumpLayouts(_objects);
        _access = new DumpAccess(_layouts);
    }

    /// <summary>Puts a world together.</summary>
    /// <param name="dump">What was read; its programs are taken as they are in it.</param>
    /// <param name="report">Takes counts and notes.</param>
    /// <returns>The world, and the highest stamp in it.</returns>
    /// <exception cref="TextdumpException">The objects contradict each other.</exception>
    public static (Snapshot Snapshot, long LastStamp) Build(DumpedWorld dump, DumpReport report)
    {
        var assembly = new DumpAssembly(dump, report);
        assembly.Mend();
        var snapshot = assembly.Assemble();
        return (snapshot, assembly._builder.LastStamp);
    }

    // ---- what does not fit together

    private void Mend()
    {
        foreach (var read in _objects.Values)
        {
            if (read.Parents.RemoveAll(parent => !IsThere(parent)) > 0) _report.Changed(read.Id.ToString(), "a parent that does not exist was taken away");
            if (read.Parents.Distinct().Count() < read.Parents.Count) throw new TextdumpException(read.Line, $"{read.Id} has a parent twice");
            if (read.Location == ObjectId.Nothing || IsThere(read.Location)) continue;
            _report.Changed(read.Id.ToString(), $"it was in {read.Location}, which does not exist, and is now nowhere");
            read.Location = ObjectId.Nothing;
        }
        foreach (var read in _objects.Values) CheckLocations(read);
        var players = _dump.Players.ToHashSet();
        foreach (var player in players.Where(player => !IsThere(player))) _report.Changed("players", $"{player} is in the list of players but does not exist");
        foreach (var read in _dump.Objects)
        {
            var isPlayer = DumpBits.IsPlayer(read.Flags);
            if (isPlayer == players.Contains(read.Id)) continue;
            if (!isPlayer) read.Flags = DumpBits.AsPlayer(read.Flags);
            _report.Changed(read.Id.ToString(), isPlayer ? "it is a player, but was not in the list of players" : "it was in the list of players, and is a player now");
        }
    }

    private bool IsThere(ObjectId id) => id.Number >= 0 && _objects.ContainsKey(id);

    private void CheckLocations(DumpedObject read)
    {
        var slow = read;
        var fast = read;
        while (Outside(fast) is { } next && Outside(next) is { } further)
        {
            fast = further;
            slow = Outside(slow)!;
            if (slow == fast) throw new TextdumpException(read.Line, $"{read.Id} is in itself, by way of its location {read.Location}");
        }
    }

    private DumpedObject? Outside(DumpedObject read) => _objects.GetValueOrDefault(read.Location);

    // ---- putting it together

    private Snapshot Assemble()
    {
        var order = _layouts.ParentsFirst();
        var stamps = new DumpOrder(_dump, _objects, _report);
        foreach (var read in order)
        {
            var flags = DumpBits.ToFlags(read.Flags);
            if (HiddenIds.IsHidden(read.Id)) flags &= ~ObjectFlags.Waif;
            _builder.AddObject(read.Id, read.Name, read.Owner, read.Location, flags, [.. read.Parents], stamps.Arrival(read.Id), stamps.Birth(read.Id));
            if (read.LastMove.TryMap(out var moved) && moved.Count > 0) Note(read.Id, "last_move", read.LastMove);
            foreach (var verb in read.Verbs) AddVerb(read.Id, verb);
        }
        if (!_dump.Version.HasLists && IsThere(ObjectId.System)) Note(ObjectId.System, WorldOrigin.Key, WorldOrigin.LambdaMoo);
        foreach (var read in order) AddProperties(read);
        foreach (var waif in _dump.Waifs) AddWaif(waif);
        foreach (var (line, what) in _dump.OddValues) _report.Lose(PlaceOf(line), what);
        _report.Objects = _dump.Objects.Count;
        _report.Anonymous = _dump.Anonymous.Count;
        _report.Waifs = _dump.Waifs.Count;
        _report.Players = _dump.Players.Count;
        _report.Latin1Texts = _dump.Latin1Texts;
        return _builder.Build(_dump.MaxObject, _dump.MaxHidden);
    }

    private void Note(ObjectId id, string key, Value value) =>
        _builder.SetMetadata(id, MooMap.Empty.Set(Value.EmptyString, Value.Of(MooMap.Empty.Set(Value.Str(key), value))));

    private void AddVerb(ObjectId id, DumpedVerb verb)
    {
        _report.Verbs++;
        if (!DumpBits.TryArguments(verb, out var arguments))
            _report.Lose($"{id}:{verb.Names}", $"the preposition {verb.Preposition} is unknown; the verb takes any");
        _builder.AddVerb(id, new Verb(verb.Names, verb.Owner, DumpBits.ToVerbFlags(verb.Bits), arguments, verb.Source ?? ""));
    }

    private void AddProperties(DumpedObject read)
    {
        var layout = _layouts.Of(read);
        _report.Properties += read.Definitions.Count;
        foreach (var name in read.Definitions) AddDefinition(read, name);
        if (read.Properties.Length != layout.Count)
        {
            _report.Lose(read.Id.ToString(), $"it has {read.Properties.Length} values for {layout.Count} properties (line {read.LastLine}); "
                + (read.Properties.Length > layout.Count ? "those too many are left out" : "the rest take their parents'"));
        }
        for (var i = 0; i < read.Properties.Length && i < layout.Count; i++) AddProperty(read, layout[i], read.Properties[i], i < read.Definitions.Count);
        for (var i = read.Properties.Length; i < read.Definitions.Count; i++)
            _builder.AddCell(read.Id, read.Definitions[i], default, new PropertyAccess(read.Owner, PropertyFlags.None));
    }

    private void AddDefinition(DumpedObject read, string name)
    {
        if (name.Length > Properties.LongestName) throw new TextdumpException(read.Line, $"the name of a property of {read.Id} is longer than {Properties.LongestName}");
        _builder.AddDefinition(read.Id, name);
    }

    private void AddProperty(DumpedObject read, LaidOutProperty place, in DumpedProperty property, bool isOwn)
    {
        var name = $"{read.Id}.{place.Name}";
        if (place.IsRepeated)
        {
            _report.Lose(name, "another ancestor defines a property of this name; this one's value is left out");
            return;
        }
        var value = property.Value;
        if (value.IsUnset || value.IsClear && isOwn)
        {
            _report.Changed(name, "it had no value and is now 0");
            value = default;
        }
        if (!value.IsClear) _report.Values++;
        var access = _access.Find(read, place.Name, new PropertyAccess(property.Owner, DumpBits.ToPropertyFlags(property.Bits)), isOwn);
        if (!value.IsClear || access is not null) _builder.AddCell(read.Id, place.Name, value, access);
    }

    private string PlaceOf(long line)
    {
        var read = _objects.Values.FirstOrDefault(read => line >= read.Line && line <= read.LastLine);
        if (read is null) return $"line {line}";
        var (layout, place) = (_layouts.Of(read), Array.FindIndex(read.Properties, property => line <= property.Line));
        return place >= 0 && place < layout.Count ? $"{read.Id}.{layout[place].Name} (line {line})" : $"{read.Id} (line {line})";
    }

    private void AddWaif(DumpedWaif waif)
    {
        _objects.TryGetValue(waif.Class, out var waifClass);
        // A WAIF whose class was recycled has nothing but its owner, as it was where it comes from.
        _builder.AddObject(waif.Id, "", waif.Owner, ObjectId.Nothing, ObjectFlags.Waif, waifClass is null ? [] : [waif.Class]);
        if (waifClass is null) return;
        var names = _layouts.Of(waifClass).Where(place => place.Name.StartsWith(':')).ToList();
        foreach (var (place, value) in waif.Values)
        {
            if (place >= names.Count) _report.Lose($"a WAIF of {waif.Class} (line {waif.Line})", $"its class has {names.Count} properties for WAIFs, and it has a value for number {place + 1}");
            else if (!value.IsClear && !value.IsUnset) _builder.AddCell(waif.Id, names[(int)place].Name, value, null);
        }
    }
}
