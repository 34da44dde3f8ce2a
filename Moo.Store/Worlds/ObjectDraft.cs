using System.Runtime.CompilerServices;
using Moo.Store.Values;

namespace Moo.Store.Worlds;

/// <summary>One object as one transaction sees it: what it was, what it has become, and what was looked at.</summary>
/// <remarks>
/// <list type="number">
/// <item><see cref="State"/> is <see cref="Base"/> itself until the first change, then a private copy; null for an object that
/// does not exist (any more).</item>
/// <item>Contents and children change by adding and removing members, kept in <see cref="Moves"/>: two transactions that put
/// things into one room do not conflict, unless they looked.</item>
/// <item>What was read is recorded before it is used, so that <see cref="World.Commit"/> can tell whether it still holds.</item>
/// </list>
/// </remarks>
public sealed class ObjectDraft
{
    private bool _ownsCells;
    private bool _ownsState;

    internal ObjectDraft()
    {
    }

    /// <summary>The object's number.</summary>
    public ObjectId Id { get; private set; }

    /// <summary>The object as it is in this transaction; null if there is none.</summary>
    public ObjectState? State { get; internal set; }

    /// <summary>The object as it was when the transaction began; null if there was none.</summary>
    internal ObjectState? Base { get; private set; }

    internal Aspects Read;
    internal Aspects Written;
    internal CellMarks ReadCells;
    internal CellMarks WrittenCells;
    internal List<SetMove>? Moves;

    /// <summary>Whether anything was changed.</summary>
    internal bool IsChanged => Written != Aspects.None || Moves is { Count: > 0 } || !WrittenCells.IsEmpty;

    /// <summary>Whether the object exists; recorded as read.</summary>
    public bool Exists
    {
        get
        {
            Read |= Aspects.Existence;
            return State is not null;
        }
    }

    /// <summary>Records that a cell's value was read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MarkRead(int cell) => ReadCells.Add(cell);

    /// <summary>Records that it mattered which cells there are.</summary>
    public void MarkShapeRead() => Read |= Aspects.Shape;

    /// <summary>Records that parents, verbs or definitions were read.</summary>
    public void MarkClassRead() => Read |= Aspects.Class;

    /// <summary>The name; recorded as read.</summary>
    public string Name
    {
        get
        {
            Read |= Aspects.Name;
            return State!.Name;
        }
    }

    /// <summary>The owner; recorded as read.</summary>
    public ObjectId Owner
    {
        get
        {
            Read |= Aspects.Owner;
            return State!.Owner;
        }
    }

    /// <summary>The flags; recorded as read.</summary>
    public ObjectFlags Flags
    {
        get
        {
            Read |= Aspects.Flags;
            return State!.Flags;
        }
    }

    /// <summary>The location; recorded as read.</summary>
    public ObjectId Location
    {
        get
        {
            Read |= Aspects.Location;
            return State!.Location;
        }
    }

    /// <summary>The contents; recorded as read.</summary>
    public ObjectSet Contents
    {
        get
        {
            Read |= Aspects.Contents;
            return State!.Contents;
        }
    }

    /// <summary>The children; recorded as read.</summary>
    public ObjectSet Children
    {
        get
        {
            Read |= Aspects.Children;
            return State!.Children;
        }
    }

    /// <summary>The structure; recorded as read.</summary>
    public ObjectClass Class
    {
        get
        {
            Read |= Aspects.Class;
            return State!.Class;
        }
    }

    /// <summary>What is noted about the object; recorded as read.</summary>
    public MooMap Metadata
    {
        get
        {
            Read |= Aspects.Metadata;
            return State!.Metadata;
        }
    }

    internal void Start(ObjectId id, ObjectState? state)
    {
        Id = id;
        Base = State = state;
    }

    /// <summary>Forgets everything, so that the draft can serve for another object.</summary>
    internal void Clear()
    {
        Base = State = null;
        Read = Written = Aspects.None;
        ReadCells.Clear();
        WrittenCells.Clear();
        Moves = null;
        _ownsCells = _ownsState = IsRewritten = false;
    }

    /// <summary>The state, private to this transaction and ready to be changed.</summary>
    internal ObjectState Change(Aspects aspect)
    {
        Written |= aspect;
        return Own();
    }

    /// <summary>Puts a new object where there was none.</summary>
    internal void Create(ObjectState state)
    {
        State = state;
        Written |= Aspects.Existence;
        _ownsState = true;
        _ownsCells = false;
    }

    internal void Destroy()
    {
        State = null;
        Written |= Aspects.Existence;
        _ownsState = _ownsCells = false;
    }

    // What was written, and what a new object is made of.
    internal long HeldBytes()
    {
        if (State is not { } state || !IsChanged) return 0;
        var bytes = (Written & Aspects.Name) != 0 ? state.Name.Length * sizeof(char) : 0L;
        for (var cell = WrittenCells.Next(0); cell >= 0 && cell < state.Shape.Count; cell = WrittenCells.Next(cell + 1)) bytes += state.Cells[cell].Value.Bytes;
        if ((Written & Aspects.Class) != 0)
            foreach (var verb in state.Class.Verbs) bytes += verb.Source.Length * sizeof(char);
        return bytes;
    }

    /// <summary>Takes back that an object was made here, of which nobody will know.</summary>
    public void Unmake()
    {
        if (Base is not null) throw new InvalidOperationException($"{Id} was there before.");
        State = null;
        Written = Aspects.None;
        WrittenCells.Clear();
        Moves = null;
        _ownsState = _ownsCells = false;
    }

    /// <summary>Sets the value of a cell that is there.</summary>
    public void SetCell(int cell, Value value)
    {
        ref var place = ref OwnCells()[cell];
        place = new PropertyCell(value, place.Access);
        WrittenCells.Add(cell);
    }

    internal void SetCell(int cell, PropertyCell content)
    {
        OwnCells()[cell] = content;
        WrittenCells.Add(cell);
    }

    /// <summary>Adds a cell; returns its place.</summary>
    internal int AddCell(string name, PropertyCell content)
    {
        var state = Change(Aspects.Shape);
        var place = state.Shape.Count;
        var cells = OwnCells();
        if (place == cells.Length)
        {
            Array.Resize(ref cells, place + 1);
            state.Cells = cells;
        }
        cells[place] = content;
        state.Shape = state.Shape.With(name);
        WrittenCells.Add(place);
        return place;
    }

    internal void RemoveCell(int cell)
    {
        // The places of the later cells change, so what was marked about places must become about everything.
        var state = Change(Aspects.Shape | Aspects.Class);
        var cells = new PropertyCell[state.Shape.Count - 1];
        Array.Copy(state.Cells, cells, cell);
        Array.Copy(state.Cells, cell + 1, cells, cell, cells.Length - cell);
        state.Shape = state.Shape.Without(cell);
        state.Cells = cells;
        _ownsCells = true;
        Read |= Aspects.Existence | Aspects.Shape | Aspects.Class;
        IsRewritten = true;
    }

    /// <summary>Whether cells were taken out: then this draft only commits if nobody else changed the object.</summary>
    internal bool IsRewritten { get; private set; }

    private ObjectState Own()
    {
        if (_ownsState) return State!;
        _ownsState = true;
        return State = State!.Copy();
    }

    private PropertyCell[] OwnCells()
    {
        var state = Own();
        if (_ownsCells) return state.Cells;
        _ownsCells = true;
        return state.Cells = (PropertyCell[])state.Cells.Clone();
    }

    /// <summary>Files or unfiles a member of the contents or children.</summary>
    internal void MoveMember(Aspects set, long stamp, ObjectId member, bool isAdded)
    {
        var move = new SetMove(set, stamp, member, isAdded);
        (Moves ??= []).Add(move);
        move.ApplyTo(Own());
    }

    /// <summary>One member added to or taken from the contents or children.</summary>
    internal readonly record struct SetMove(Aspects Set, long Stamp, ObjectId Member, bool IsAdded)
    {
        public void ApplyTo(ObjectState state)
        {
            if (Set == Aspects.Contents) state.Contents = Change(state.Contents);
            else state.Children = Change(state.Children);
        }

        private ObjectSet Change(ObjectSet set) => IsAdded ? set.Add(Stamp, Member) : set.Remove(Stamp);
    }
}
