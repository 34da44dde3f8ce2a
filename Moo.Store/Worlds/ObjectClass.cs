using System.Collections.Concurrent;
using Moo.Store.Values;

namespace Moo.Store.Worlds;

/// <summary>The structure of an object: its parents, and the verbs and properties that it defines itself. Immutable.</summary>
/// <remarks>
/// Objects that define nothing of their own share one instance with all their like of the same parent (<see cref="Plain"/>),
/// so comparing two by reference tells the interpreter whether a lookup would go the same way.
/// </remarks>
public sealed class ObjectClass
{
    private static readonly ConcurrentDictionary<ObjectId, ObjectClass> PlainChildren = new();

    private readonly ObjectId[] _parents;
    private readonly Verb[] _verbs;
    private readonly string[] _definitions;

    private ObjectClass(ObjectId[] parents, Verb[] verbs, string[] definitions)
    {
        _parents = parents;
        _verbs = verbs;
        _definitions = definitions;
    }

    /// <summary>The class of an object without parents that defines nothing.</summary>
    public static readonly ObjectClass Root = new([], [], []);

    /// <summary>The parents, first the one looked in first. Empty for a root object.</summary>
    public ReadOnlySpan<ObjectId> Parents => _parents;

    /// <summary>The verbs defined here, in order.</summary>
    public ReadOnlySpan<Verb> Verbs => _verbs;

    /// <summary>The names of the properties defined here, in order.</summary>
    public ReadOnlySpan<string> Definitions => _definitions;

    /// <summary>The resolved lookups, for one structure version; see <see cref="Lineage"/>.</summary>
    internal volatile Lineage? Lineage;

    /// <summary>Whether it defines neither verbs nor properties.</summary>
    public bool IsPlain => _verbs.Length == 0 && _definitions.Length == 0;

    /// <summary>The class of objects with these parents that define nothing.</summary>
    public static ObjectClass Plain(ReadOnlySpan<ObjectId> parents) => parents.Length switch
    {
        0 => Root,
        1 => PlainChildren.GetOrAdd(parents[0], static parent => new ObjectClass([parent], [], [])),
        _ => new ObjectClass(parents.ToArray(), [], []),
    };

    /// <summary>The class with these parts.</summary>
    public static ObjectClass Of(ReadOnlySpan<ObjectId> parents, ReadOnlySpan<Verb> verbs, ReadOnlySpan<string> definitions) =>
        verbs.IsEmpty && definitions.IsEmpty ? Plain(parents)
            : new ObjectClass(parents.ToArray(), verbs.ToArray(), definitions.ToArray());

    /// <summary>An equal class of its own: where something changed about an object that its class must show.</summary>
    public ObjectClass Fresh() => new(_parents, _verbs, _definitions);

    /// <summary>The same with other parents.</summary>
    public ObjectClass WithParents(ReadOnlySpan<ObjectId> parents) => Of(parents, _verbs, _definitions);

    /// <summary>The same with other verbs.</summary>
    public ObjectClass WithVerbs(ReadOnlySpan<Verb> verbs) => Of(_parents, verbs, _definitions);

    /// <summary>The same with other property definitions.</summary>
    public ObjectClass WithDefinitions(ReadOnlySpan<string> definitions) => Of(_parents, _verbs, definitions);

    /// <summary>Whether a property of this name is defined here.</summary>
    public bool Defines(string name) => _definitions.Contains(name, StringComparer.OrdinalIgnoreCase);
}
