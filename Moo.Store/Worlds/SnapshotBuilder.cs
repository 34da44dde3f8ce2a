using System.Runtime.InteropServices;
using Moo.Store.Values;

namespace Moo.Store.Worlds;

/// <summary>Builds the first snapshot of a world from what a database or a file holds, object by object.</summary>
/// <remarks>
/// An object's parts may come in any order after <see cref="AddObject"/>; other objects may be added in between. It is fastest when the
/// cells of one object come one after the other: they are gathered in a buffer (<c>_open</c>) and filed as one array, in the order of
/// their names, so that objects with the same properties share a shape. Contents and children follow from the locations and
/// parents. Nothing is checked beyond what is needed to build: <c>moo verify</c> does that.
/// </remarks>
public sealed class SnapshotBuilder
{
    private readonly object _edit = new();
    private readonly Dictionary<ObjectId, OwnStructure> _structures = [];
    private readonly ShapeCache _shapes = new();
    private readonly List<string> _openNames = [];
    private readonly List<PropertyCell> _openCells = [];
    private ObjectTable _objects = ObjectTable.Empty;
    private ObjectTable _hidden = ObjectTable.Empty;
    private ObjectState? _open;
    private long _maxObject = -1;
    private long _maxHidden = -1;

    /// <summary>The number of objects so far.</summary>
    public int Count { get; private set; }

    /// <summary>The highest stamp met so far.</summary>
    public long LastStamp { get; private set; }

    /// <summary>Adds an object.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="name">Its name.</param>
    /// <param name="owner">Its owner.</param>
    /// <param name="location">Where it is.</param>
    /// <param name="flags">Its flags.</param>
    /// <param name="parents">Its parents.</param>
    /// <param name="arrival">The stamp under which it is filed in its location; 0 for "as it comes".</param>
    /// <param name="birth">The stamp under which it is filed among its parents' children; 0 for "as it comes".</param>
    /// <exception cref="ArgumentException">There is an object of this number.</exception>
    public void AddObject(ObjectId id, string name, ObjectId owner, ObjectId location, ObjectFlags flags,
        ReadOnlySpan<ObjectId> parents, long arrival = 0, long birth = 0)
    {
        if (Has(id)) throw new ArgumentException($"{id} is there twice.", nameof(id));
        if (arrival == 0) arrival = LastStamp + 1;
        LastStamp = Math.Max(LastStamp, arrival);
        if (birth == 0) birth = LastStamp + 1;
        LastStamp = Math.Max(LastStamp, birth);
        var state = new ObjectState(id)
        {
            Name = name,
            Owner = owner,
            Location = location,
            Flags = flags & ~ObjectFlags.HasHiddenChildren,
            Class = ObjectClass.Plain(parents),
            ArrivalStamp = arrival,
            BirthStamp = birth,
        };
        Count++;
        if (HiddenIds.IsHidden(id))
        {
            var place = HiddenIds.ToIndex(id);
            _hidden = _hidden.Set(place, state, _edit);
            _maxHidden = Math.Max(_maxHidden, place);
            return;
        }
        _objects = _objects.Set(id.Number, state, _edit);
        _maxObject = Math.Max(_maxObject, id.Number);
    }

    /// <summary>Whether an object of this number was added.</summary>
    public bool Has(ObjectId id) => Find(id) is not null;

    private ObjectState? Find(ObjectId id) =>
        id == _open?.Id ? _open
        : id.Number >= 0 ? _objects.Find(id.Number)
        : HiddenIds.IsHidden(id) ? _hidden.Find(HiddenIds.ToIndex(id)) : null;

    private ObjectState FindAdded(ObjectId id) => Find(id) ?? throw new ArgumentException($"{id} was not added.", nameof(id));

    /// <summary>Sets what is noted about an object that was added (<see cref="ObjectState.Metadata"/>).</summary>
    public void SetMetadata(ObjectId id, MooMap metadata) => FindAdded(id).Metadata = metadata;

    /// <summary>Adds a cell to an object that was added.</summary>
    /// <exception cref="ArgumentException">There is no such object.</exception>
    public void AddCell(ObjectId id, string name, Value value, PropertyAccess? access)
    {
        if (id != _open?.Id)
        {
            FileCells();
            _open = FindAdded(id);
        }
        _openNames.Add(name);
        _openCells.Add(new PropertyCell(value, access));
    }

    private void FileCells()
    {
        if (_open is not { } state || _openNames.Count == 0) return;

        // Cells that came earlier, with others' in between: take them up again.
        _openNames.AddRange(state.Shape.Names);
        _openCells.AddRange(state.Cells);
        var names = CollectionsMarshal.AsSpan(_openNames);
        var cells = CollectionsMarshal.AsSpan(_openCells);
        if (!IsSorted(names)) names.Sort(cells, string.CompareOrdinal);
        state.Shape = _shapes.Find(names);
        state.Cells = cells.ToArray();
        _openNames.Clear();
        _openCells.Clear();
    }

    private static bool IsSorted(ReadOnlySpan<string> names)
    {
        for (var i = 1; i < names.Length; i++)
            if (string.CompareOrdinal(names[i - 1], names[i]) > 0) return false;
        return true;
    }

    /// <summary>Says that an object that was added defines a property; the order of calls is the order of definition.</summary>
    /// <exception cref="ArgumentException">There is no such object.</exception>
    public void AddDefinition(ObjectId id, string name) => StructureOf(id).Definitions.Add(name);

    /// <summary>Adds a verb to an object that was added; the order of calls is the order of verbs.</summary>
    /// <exception cref="ArgumentException">There is no such object.</exception>
    public void AddVerb(ObjectId id, Verb verb) => StructureOf(id).Verbs.Add(verb);

    private OwnStructure StructureOf(ObjectId id)
    {
        ref var structure = ref CollectionsMarshal.GetValueRefOrAddDefault(_structures, id, out _);
        return structure ??= new OwnStructure(FindAdded(id));
    }

    /// <summary>The snapshot. The builder is done.</summary>
    /// <param name="maxObject">The highest object number ever given out, where that is known.</param>
    /// <param name="maxHidden">The highest place in the table of hidden objects ever given out, where that is known.</param>
    /// <param name="sequence">The number of the commit that made this world.</param>
    public Snapshot Build(long maxObject = -1, long maxHidden = -1, long sequence = 0)
    {
        FileCells();
        foreach (var structure in _structures.Values) structure.File();
        foreach (var state in _hidden.All())
        {
            foreach (var parent in state.Class.Parents)
                if (Find(parent) is { } above) above.Flags |= ObjectFlags.HasHiddenChildren;
        }
        FileContents();
        FileChildren();
        return new Snapshot
        {
            Sequence = sequence,
            StructureVersion = World.NextVersion(),
            MaxObject = Math.Max(maxObject, _maxObject),
            MaxHidden = Math.Max(maxHidden, _maxHidden),
            Players = ObjectSet.Of(Everything().Where(s => s.Has(ObjectFlags.Player)).Select(s => (s.Id.Number, s.Id))),
            Objects = _objects,
            Hidden = _hidden,
        };
    }

    private IEnumerable<ObjectState> Everything() => _objects.All().Concat(_hidden.All());

    private void FileContents()
    {
        var members = new List<Membership>(Count);
        foreach (var state in Everything())
            if (state.Location != ObjectId.Nothing) members.Add(new Membership(state.Location, state.ArrivalStamp, state.Id));
        File(members, static (place, contents) => place.Contents = contents);
    }

    private void FileChildren()
    {
        var members = new List<Membership>(Count);
        foreach (var state in _objects.All())
            foreach (var parent in state.Class.Parents) members.Add(new Membership(parent, state.BirthStamp, state.Id));
        File(members, static (parent, children) => parent.Children = children);
    }

    // Sorting all memberships at once makes each set of one run, without a list for each owner.
    private void File(List<Membership> members, Action<ObjectState, ObjectSet> file)
    {
        var sorted = CollectionsMarshal.AsSpan(members);
        sorted.Sort();
        while (!sorted.IsEmpty)
        {
            var run = 1;
            while (run < sorted.Length && sorted[run].Owner == sorted[0].Owner)
            {
                run++;
            }
            if (Find(sorted[0].Owner) is { } owner) file(owner, ObjectSet.OfSorted(sorted[..run]));
            sorted = sorted[run..];
        }
    }

    // What an object defines itself: most define nothing.
    private sealed class OwnStructure(ObjectState state)
    {
        public List<string> Definitions { get; } = [];

        public List<Verb> Verbs { get; } = [];

        public void File() => state.Class =
            ObjectClass.Of(state.Class.Parents, CollectionsMarshal.AsSpan(Verbs), CollectionsMarshal.AsSpan(Definitions));
    }
}
