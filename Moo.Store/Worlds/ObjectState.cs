using Moo.Store.Values;

namespace Moo.Store.Worlds;

/// <summary>Everything the world knows of one object at one moment.</summary>
/// <remarks>
/// Immutable once published in a <see cref="Snapshot"/>. A transaction changes a private copy (<see cref="Copy"/>), which is why the
/// setters are internal.
/// </remarks>
public sealed class ObjectState
{
    internal ObjectState(ObjectId id) => Id = id;

    /// <summary>Its number.</summary>
    public ObjectId Id { get; }

    /// <summary>Its name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Its owner.</summary>
    public ObjectId Owner { get; internal set; } = ObjectId.Nothing;

    /// <summary>Where it is.</summary>
    public ObjectId Location { get; internal set; } = ObjectId.Nothing;

    /// <summary>Its flags.</summary>
    public ObjectFlags Flags { get; internal set; }

    /// <summary>Its structure: parents, verbs, property definitions.</summary>
    public ObjectClass Class { get; internal set; } = ObjectClass.Root;

    /// <summary>Which properties it holds cells of.</summary>
    public Shape Shape { get; internal set; } = Shape.Empty;

    /// <summary>The cells, in the order of <see cref="Shape"/>. May be longer than the shape.</summary>
    public PropertyCell[] Cells { get; internal set; } = [];

    /// <summary>What object files and tools note about the object: under <c>""</c> about itself, under a property's name about that.</summary>
    public MooMap Metadata { get; internal set; } = MooMap.Empty;

    /// <summary>What is in it, in order of arrival.</summary>
    public ObjectSet Contents { get; internal set; } = ObjectSet.Empty;

    /// <summary>The objects that have it as a parent, in order of becoming so.</summary>
    public ObjectSet Children { get; internal set; } = ObjectSet.Empty;

    /// <summary>The stamp under which it is filed in its location's contents.</summary>
    public long ArrivalStamp { get; internal set; }

    /// <summary>The stamp under which it is filed among its parents' children.</summary>
    public long BirthStamp { get; internal set; }

    /// <summary>Whether the object has one of these flags.</summary>
    public bool Has(ObjectFlags flag) => (Flags & flag) != 0;

    /// <summary>Whether it is a WAIF. Its class is its only parent; it has none if the class is no more.</summary>
    public bool IsWaif => HiddenIds.IsHidden(Id) && Has(ObjectFlags.Waif);

    /// <summary>The value that refers to it: its number, or what stands for a hidden object.</summary>
    public Value Reference => !HiddenIds.IsHidden(Id) ? Value.Obj(Id)
        : IsWaif ? Value.Of(new MooWaif(Id, Class.Parents is [var waifClass] ? waifClass : ObjectId.Nothing, Owner)) : Value.Of(new MooAnonymous(Id));

    /// <summary>Whether any object inherits from it.</summary>
    internal bool HasHeirs => Children.Count > 0 || Has(ObjectFlags.HasHiddenChildren);

    /// <summary>The same object under another number; shares the cells.</summary>
    internal ObjectState As(ObjectId id) => new(id)
    {
        Name = Name,
        Owner = Owner,
        Location = Location,
        Flags = Flags,
        Class = Class,
        Shape = Shape,
        Cells = Cells,
        Metadata = Metadata,
        Contents = Contents,
        Children = Children,
        ArrivalStamp = ArrivalStamp,
        BirthStamp = BirthStamp,
    };

    /// <summary>A copy that shares the cells.</summary>
    internal ObjectState Copy() => (ObjectState)MemberwiseClone();
}
