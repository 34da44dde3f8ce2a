using Moo.Store.Values;

namespace Moo.Store.Textdump;

/// <summary>What a textdump says, as read: before names, places and programs are put together.</summary>
public sealed class DumpedWorld
{
    /// <summary>The format.</summary>
    public DumpVersion Version { get; internal set; }

    /// <summary>The list of players, in the file's order.</summary>
    public List<ObjectId> Players { get; } = [];

    /// <summary>The objects that have numbers, in the file's order.</summary>
    public List<DumpedObject> Objects { get; } = [];

    /// <summary>The anonymous objects; their numbers are hidden ones.</summary>
    public List<DumpedObject> Anonymous { get; } = [];

    /// <summary>The WAIFs.</summary>
    public List<DumpedWaif> Waifs { get; } = [];

    /// <summary>The forked, suspended and interrupted tasks.</summary>
    public List<DumpedTask> Tasks { get; } = [];

    /// <summary>The connections that were open: player and listener.</summary>
    public List<(ObjectId Player, ObjectId Listener)> Connections { get; } = [];

    /// <summary>The highest number of an object, recycled ones included; -1 if there is none.</summary>
    public long MaxObject { get; internal set; } = -1;

    /// <summary>The highest place given out among the hidden numbers; -1 if none was.</summary>
    public long MaxHidden { get; internal set; } = -1;

    /// <summary>How many texts were no UTF-8 and were read as Latin-1.</summary>
    public long Latin1Texts { get; internal set; }

    /// <summary>What could not be read as it stands there, by line.</summary>
    internal List<(long Line, string What)> OddValues { get; } = [];
}

/// <summary>An object of a textdump.</summary>
/// <param name="Id">Its number; a hidden one for an anonymous object.</param>
/// <param name="Line">Where it begins in the file.</param>
public sealed record DumpedObject(ObjectId Id, long Line)
{
    /// <summary>Its name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Its flags as the file has them.</summary>
    public long Flags { get; internal set; }

    /// <summary>Its owner.</summary>
    public ObjectId Owner { get; internal set; }

    /// <summary>Where it is.</summary>
    public ObjectId Location { get; internal set; }

    /// <summary>Its parents, first the one looked in first.</summary>
    public List<ObjectId> Parents { get; } = [];

    /// <summary>What is in it, in order; before version 5 the first alone, and <see cref="Next"/> leads on.</summary>
    public List<ObjectId> Contents { get; } = [];

    /// <summary>Its children, in order; before version 5 the first alone, and <see cref="Sibling"/> leads on.</summary>
    public List<ObjectId> Children { get; } = [];

    /// <summary>Before version 5: what follows in the contents of its location.</summary>
    public ObjectId Next { get; internal set; } = ObjectId.Nothing;

    /// <summary>Before version 5: what follows among the children of its parent.</summary>
    public ObjectId Sibling { get; internal set; } = ObjectId.Nothing;

    /// <summary>When and from where it was moved last (ToastStunt), as a map; 0 if the file does not say.</summary>
    public Value LastMove { get; internal set; }

    /// <summary>Its verbs.</summary>
    public List<DumpedVerb> Verbs { get; } = [];

    /// <summary>The names of the properties that it defines.</summary>
    public List<string> Definitions { get; } = [];

    /// <summary>The values of its properties: its own definitions first, then those of its ancestors in the order of search.</summary>
    public DumpedProperty[] Properties { get; internal set; } = [];

    /// <summary>Where it ends in the file.</summary>
    public long LastLine { get; internal set; }
}

/// <summary>A verb of a textdump.</summary>
/// <param name="Names">Its names.</param>
/// <param name="Owner">Its owner.</param>
/// <param name="Bits">Its permission bits, and what it wants of the objects of a command.</param>
/// <param name="Preposition">The number of its preposition: -1 none, -2 any.</param>
public sealed record DumpedVerb(string Names, ObjectId Owner, long Bits, long Preposition)
{
    /// <summary>Its program; null if it has none.</summary>
    public string? Source { get; set; }

    /// <summary>Where the program begins in the file.</summary>
    public long Line { get; internal set; }
}

/// <summary>One value of a property.</summary>
/// <param name="Value">The value; <see cref="Values.Value.Clear"/> takes the parent's.</param>
/// <param name="Owner">The owner.</param>
/// <param name="Bits">The permission bits.</param>
/// <param name="Line">Where it ends in the file.</param>
public readonly record struct DumpedProperty(Value Value, ObjectId Owner, long Bits, long Line);

/// <summary>A WAIF of a textdump.</summary>
/// <param name="Id">The hidden number it gets.</param>
/// <param name="Class">Its class.</param>
/// <param name="Owner">Its owner.</param>
/// <param name="Line">Where it begins in the file.</param>
public sealed record DumpedWaif(ObjectId Id, ObjectId Class, ObjectId Owner, long Line)
{
    /// <summary>Values, each with its place among the properties of the class whose names begin with a colon.</summary>
    public List<(long Place, Value Value)> Values { get; } = [];
}
