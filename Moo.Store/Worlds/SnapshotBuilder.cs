using System.Runtime.InteropServices;
using Moo.Store.Values;

namespace Moo.Store.Worlds;

/// <summary>Builds the first snapshot of a world from what a database or a file holds, object by object.</summary>
/// <remarks>
/// An object's parts may come in any order after <see cref="AddObject"/>; other objects may be added in between. Contents and children
/// follow from the locations and parents. Nothing is checked beyond what is needed to build: <c>moo verify</c> does that.
/// </remarks>
public sealed class SnapshotBuilder
{
    private readonly Dictionary<ObjectId, Draft> _drafts = [];
    private long _maxObject = -1;
    private long _maxHidden = -1;

    /// <summary>The number of objects so far.</summary>
    public int Count => _drafts.Count;

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
    public void AddObject(ObjectId id, string name, ObjectId owner, ObjectId location, ObjectFlags flags,
        ReadOnlySpan<ObjectId> parents, long arrival = 0, long birth = 0)
    {
        if (arrival == 0) arrival = LastStamp + 1;
        LastStamp = Math.Max(LastStamp, arrival);
        if (birth == 0) birth = LastStamp + 1;
        LastStamp = Math.Max(LastStamp, birth);
        var state = new ObjectState(id)
        {
            Name = name,
            Owner = owner,
            Location = location,
            Flags = flags,
            ArrivalStamp = arrival,
            BirthStamp = birth,
        };
        _drafts.Add(id, new Draft(state, parents.ToArray()));
        if (HiddenIds.IsHidden(id)) _maxHidden = Math.Max(_maxHidden, HiddenIds.ToIndex(id));
        else _maxObject = Math.Max(_maxObject, id.Number);
    }

    /// <summary>Whether an object of this number was added.</summary>
    public bool Has(ObjectId id) => _drafts.ContainsKey(id);

    /// <summary>Adds a cell to an object that was added.</summary>
    public void AddCell(ObjectId id, string name, Value value, PropertyAccess? access)
    {
        var draft = _drafts[id];
        draft.State.Shape = draft.State.Shape.With(name);
        draft.Cells.Add(new PropertyCell(value, access));
    }

    /// <summary>Says that an object that was added defines a property; the order of calls is the order of definition.</summary>
    public void AddDefinition(ObjectId id, string name) => (_drafts[id].Definitions ??= []).Add(name);

    /// <summary>Adds a verb to an object that was added; the order of calls is the order of verbs.</summary>
    public void AddVerb(ObjectId id, Verb verb) => (_drafts[id].Verbs ??= []).Add(verb);

    /// <summary>The snapshot. The builder is done.</summary>
    /// <param name="maxObject">The highest object number ever given out, where that is known.</param>
    /// <param name="maxHidden">The highest place in the table of hidden objects ever given out, where that is known.</param>
    /// <param name="sequence">The number of the commit that made this world.</param>
    public Snapshot Build(long maxObject = -1, long maxHidden = -1, long sequence = 0)
    {
        var contents = new Dictionary<ObjectId, List<(long, ObjectId)>>();
        var children = new Dictionary<ObjectId, List<(long, ObjectId)>>();
        foreach (var (id, draft) in _drafts)
        {
            if (_drafts.ContainsKey(draft.State.Location)) Enlist(contents, draft.State.Location, draft.State.ArrivalStamp, id);
            foreach (var parent in HiddenIds.IsHidden(id) ? [] : draft.Parents) Enlist(children, parent, draft.State.BirthStamp, id);
        }
        var (objects, hidden, edit) = (ObjectTable.Empty, ObjectTable.Empty, new object());
        foreach (var (id, draft) in _drafts)
        {
            var state = draft.Finish();
            if (contents.TryGetValue(id, out var inside)) state.Contents = ObjectSet.Of(inside);
            if (children.TryGetValue(id, out var below)) state.Children = ObjectSet.Of(below);
            if (HiddenIds.IsHidden(id)) hidden = hidden.Set(HiddenIds.ToIndex(id), state, edit);
            else objects = objects.Set(id.Number, state, edit);
        }
        return new Snapshot
        {
            Sequence = sequence,
            StructureVersion = World.NextVersion(),
            MaxObject = Math.Max(maxObject, _maxObject),
            MaxHidden = Math.Max(maxHidden, _maxHidden),
            Players = ObjectSet.Of(_drafts.Values.Where(d => d.State.Has(ObjectFlags.Player)).Select(d => (d.State.Id.Number, d.State.Id))),
            Objects = objects,
            Hidden = hidden,
        };
    }

    private static void Enlist(Dictionary<ObjectId, List<(long, ObjectId)>> sets, ObjectId owner, long stamp, ObjectId member)
    {
        ref var members = ref CollectionsMarshal.GetValueRefOrAddDefault(sets, owner, out _);
        (members ??= []).Add((stamp, member));
    }

    private sealed class Draft(ObjectState state, ObjectId[] parents)
    {
        public ObjectState State => state;

        public ObjectId[] Parents => parents;

        public List<PropertyCell> Cells { get; } = [];

        public List<string>? Definitions { get; set; }

        public List<Verb>? Verbs { get; set; }

        public ObjectState Finish()
        {
            state.Cells = [.. Cells];
            state.Class = ObjectClass.Of(parents, CollectionsMarshal.AsSpan(Verbs), CollectionsMarshal.AsSpan(Definitions));
            return state;
        }
    }
}
