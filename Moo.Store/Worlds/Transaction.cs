using System.Numerics;
using System.Runtime.CompilerServices;
using Moo.Store.Values;

namespace Moo.Store.Worlds;

/// <summary>One slice of a task on the world: a snapshot, drafts of what it changed, a record of what it read, its effects.</summary>
/// <remarks>
/// Used by one thread at a time. Nothing outside can see it before <see cref="World.Commit"/>; dropping it (<see cref="Reset"/>) is the
/// rollback. The drafts stand in an open-addressing table, since every property access of a program looks here.
/// </remarks>
public sealed class Transaction
{
    private const int SmallestTable = 64;

    // A table that one greedy task blew up is not kept for the next one.
    private const int LargestKeptTable = 4096;

    private readonly World _world;
    private readonly Stack<ObjectDraft> _spare = new();
    private readonly List<ObjectDraft> _drafts = [];
    private readonly List<ObjectId> _reserved = [];
    private ObjectDraft?[] _table = new ObjectDraft?[SmallestTable];
    private Dictionary<ObjectClass, Lineage>? _ownLineages;

    internal Transaction(World world)
    {
        _world = world;
        Base = world.Current;
        StructureVersion = Base.StructureVersion;
    }

    /// <summary>The world this belongs to.</summary>
    public World World => _world;

    /// <summary>The world as it was when the transaction began.</summary>
    public Snapshot Base { get; private set; }

    /// <summary>Under which version this transaction's verb and property lookups may be cached.</summary>
    public long StructureVersion { get; private set; }

    /// <summary>What to let out with the commit, in order.</summary>
    public List<Effect> Effects { get; } = [];

    /// <summary>Tasks put to sleep, woken or killed.</summary>
    public List<TaskChange> Tasks { get; } = [];

    /// <summary>Whether there is anything to make durable: a changed object or task.</summary>
    public bool HasChanges => Tasks.Count > 0 || ResetsMaxObject || PlayerMoves is { Count: > 0 } || _drafts.Exists(d => d.IsChanged);

    internal List<ObjectDraft> Drafts => _drafts;

    internal bool HasStructureChange => StructureVersion != Base.StructureVersion;

    internal List<ObjectDraft.SetMove>? PlayerMoves { get; private set; }

    internal bool HasReadPlayers { get; private set; }

    internal bool HasReadMaxObject { get; private set; }

    internal bool HasReadAll { get; private set; }

    internal bool ResetsMaxObject { get; private set; }

    internal long MaxObject { get; private set; } = -1;

    internal long MaxHidden { get; private set; } = -1;

    /// <summary>The object of a number as this transaction sees it. There is always a draft; its state is null for no object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ObjectDraft Open(ObjectId id)
    {
        var table = _table;
        var place = Hash(id, table.Length);
        var draft = table[place];
        return draft is not null && draft.Id == id ? draft : OpenSlow(id, place);
    }

    // Fibonacci hashing: object numbers come in runs, and a run must not pile up in one place.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(ObjectId id, int length) =>
        (int)((ulong)id.Number * 0x9E3779B97F4A7C15UL >> (64 - BitOperations.TrailingZeroCount(length)));

    private ObjectDraft OpenSlow(ObjectId id, int place)
    {
        while (_table[place] is { } other)
        {
            if (other.Id == id) return other;
            place = (place + 1) & (_table.Length - 1);
        }
        var draft = _spare.Count > 0 ? _spare.Pop() : new ObjectDraft();
        draft.Start(id, Base.Find(id));
        _table[place] = draft;
        _drafts.Add(draft);
        if (_drafts.Count * 2 > _table.Length) Grow();
        return draft;
    }

    private void Grow()
    {
        _table = new ObjectDraft?[_table.Length * 2];
        foreach (var draft in _drafts)
        {
            var place = Hash(draft.Id, _table.Length);
            while (_table[place] is not null)
            {
                place = (place + 1) & (_table.Length - 1);
            }
            _table[place] = draft;
        }
    }

    /// <summary>The object of a number, or null if there is none.</summary>
    public ObjectDraft? Find(ObjectId id)
    {
        var draft = Open(id);
        return draft.Exists ? draft : null;
    }

    /// <summary>Whether there is an object of this number.</summary>
    public bool IsValid(ObjectId id) => Open(id).Exists;

    /// <summary>The resolved lookups of an object's structure; the structure is recorded as read.</summary>
    public Lineage LineageOf(ObjectDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var structure = draft.Class;
        var lineage = structure.Lineage;
        return lineage is not null && lineage.Version == StructureVersion ? lineage : LineageOf(draft, structure, lineage);
    }

    private Lineage LineageOf(ObjectDraft draft, ObjectClass structure, Lineage? known)
    {
        if (_ownLineages is not null && _ownLineages.TryGetValue(structure, out var own)) return own;
        if (known is null || !known.Holds(this)) known = Lineage.Resolve(this, draft);
        else if (!HasStructureChange) known.HoldsFor(StructureVersion);

        // What holds only with this transaction's own changes stays with it.
        if (HasStructureChange) (_ownLineages ??= [])[structure] = known;
        else structure.Lineage = known;
        return known;
    }

    /// <summary>Gives out the number of a new object.</summary>
    internal ObjectId ReserveNumber()
    {
        var id = _world.ReserveNumber();
        _reserved.Add(id);
        MaxObject = Math.Max(MaxObject, id.Number);
        return id;
    }

    /// <summary>Gives out the hidden number of a new anonymous object or WAIF.</summary>
    internal ObjectId ReserveHidden()
    {
        var index = _world.ReserveHidden();
        MaxHidden = Math.Max(MaxHidden, index);
        return HiddenIds.FromIndex(index);
    }

    /// <summary>Makes sure that the number of an object made under a chosen number counts as given out.</summary>
    internal void ClaimNumber(ObjectId id) => MaxObject = Math.Max(MaxObject, id.Number);

    /// <summary>Lets new numbers start over behind the highest object that exists, once this is committed: <c>reset_max_object()</c>.</summary>
    public void ResetMaxObject() => ResetsMaxObject = true;

    /// <summary>The highest object number given out.</summary>
    public long ReadMaxObject()
    {
        HasReadMaxObject = true;
        return Math.Max(Base.MaxObject, MaxObject);
    }

    /// <summary>All objects with a number, in order, as this transaction sees them. Any change to any of them counts as a conflict.</summary>
    public IEnumerable<ObjectState> ReadAll()
    {
        HasReadAll = true;
        var own = _drafts.Where(draft => draft.IsChanged && draft.Id.Number >= 0).ToDictionary(draft => draft.Id, draft => draft.State);
        if (own.Count == 0) return Base.All();
        return Base.All().Where(state => !own.ContainsKey(state.Id)).Concat(own.Values.OfType<ObjectState>()).OrderBy(state => state.Id);
    }

    /// <summary>Whether anonymous objects or WAIFs were made here.</summary>
    public bool HasMadeHidden => MaxHidden >= 0;

    /// <summary>The anonymous objects and WAIFs made here that nothing refers to: nothing that was changed here, and none of some values.</summary>
    /// <param name="values">The values.</param>
    public IReadOnlyList<ObjectDraft> UnreachedHidden(IEnumerable<Value> values)
    {
        var fresh = _drafts.Where(draft => HiddenIds.IsHidden(draft.Id) && draft is { Base: null, State: not null }).ToDictionary(draft => draft.Id);
        if (fresh.Count == 0) return [];
        var marking = new Marking(id => fresh.GetValueOrDefault(id)?.State);
        foreach (var value in values) marking.Add(value);
        foreach (var draft in _drafts)
            if (draft is { IsChanged: true, State: { } state } && !fresh.ContainsKey(draft.Id)) marking.Add(state);
        return [.. fresh.Values.Where(draft => !marking.IsReached(draft.Id))];
    }

    /// <summary>All anonymous objects and WAIFs, as this transaction sees them. Nothing is recorded as read.</summary>
    public IReadOnlyList<ObjectState> ReadHidden()
    {
        var own = _drafts.Where(draft => draft.IsChanged && HiddenIds.IsHidden(draft.Id)).ToDictionary(draft => draft.Id, draft => draft.State);
        return [.. Base.AllHidden().Where(state => !own.ContainsKey(state.Id)), .. own.Values.OfType<ObjectState>()];
    }

    /// <summary>The players, in order of number.</summary>
    public ObjectSet ReadPlayers()
    {
        HasReadPlayers = true;
        var players = Base.Players;
        foreach (var move in PlayerMoves ?? []) players = ApplyTo(players, move);
        return players;
    }

    internal void MovePlayer(ObjectState state, bool isPlayer) =>
        (PlayerMoves ??= []).Add(new(Aspects.None, state.Id.Number, state.Id, isPlayer));

    internal static ObjectSet ApplyTo(ObjectSet set, ObjectDraft.SetMove move) =>
        move.IsAdded ? set.Add(move.Stamp, move.Member) : set.Remove(move.Stamp);

    /// <summary>Notes that a verb, definition or parent changed where objects below inherit it: cached lookups no longer hold.</summary>
    internal void MoveStructure()
    {
        StructureVersion = World.NextVersion();
        _ownLineages?.Clear();
    }

    /// <summary>What the changes made here and the effects hold in memory, in bytes as <c>value_bytes()</c> counts them.</summary>
    public long HeldBytes()
    {
        var bytes = 0L;
        foreach (var effect in Effects) bytes += effect.Bytes;
        foreach (var draft in _drafts) bytes += draft.HeldBytes();
        return bytes;
    }

    /// <summary>Forgets everything and starts over on the newest snapshot: the rollback, and the start of the next slice.</summary>
    /// <param name="wasCommitted">Whether the object numbers that were given out are in use.</param>
    public void Reset(bool wasCommitted)
    {
        if (!wasCommitted) _world.GiveBack(_reserved);
        _reserved.Clear();
        foreach (var draft in _drafts)
        {
            draft.Clear();
            _spare.Push(draft);
        }
        _drafts.Clear();
        if (_table.Length > LargestKeptTable)
        {
            _table = new ObjectDraft?[SmallestTable];
            _spare.Clear();
        }
        else
        {
            Array.Clear(_table);
        }
        _ownLineages = null;
        PlayerMoves = null;
        HasReadPlayers = HasReadMaxObject = HasReadAll = ResetsMaxObject = false;
        MaxObject = MaxHidden = -1;
        Effects.Clear();
        Tasks.Clear();
        Base = _world.Current;
        StructureVersion = Base.StructureVersion;
    }
}
