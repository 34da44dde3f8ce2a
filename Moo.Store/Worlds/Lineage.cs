using System.Collections.Concurrent;
using Moo.Store.Values;

namespace Moo.Store.Worlds;

/// <summary>A verb found by a lookup, and where.</summary>
/// <param name="Definer">The object that defines it.</param>
/// <param name="Index">Its 0-based place among the definer's verbs.</param>
/// <param name="Verb">The verb.</param>
public sealed record ResolvedVerb(ObjectId Definer, int Index, Verb Verb);

/// <summary>A cell of an object.</summary>
/// <param name="Object">The object.</param>
/// <param name="Cell">The cell's place.</param>
public readonly record struct CellPlace(ObjectId Object, int Cell);

/// <summary>Where an object gets a property from that it holds no value of itself.</summary>
/// <param name="Definer">The ancestor that defines it.</param>
/// <param name="Value">The nearest ancestor's cell that held a value.</param>
/// <param name="Access">The nearest ancestor's cell that has an owner and bits of its own.</param>
/// <param name="Clear">Nearer cells that were clear: should one get a value, that one counts.</param>
public sealed record InheritedProperty(ObjectId Definer, CellPlace Value, CellPlace Access, IReadOnlyList<CellPlace> Clear);

/// <summary>An object's ancestors, and what was already looked up along them: one per <see cref="ObjectClass"/> and state of the ancestors.</summary>
/// <remarks>
/// <list type="number">
/// <item>Ancestors are searched depth first, parents from left to right (ToastStunt's order; with single inheritance LambdaMOO's).</item>
/// <item>The answers hold as long as every ancestor keeps its class and its shape, both compared by reference.</item>
/// <item><see cref="Version"/> is a structure version for which 2 is known to hold. Whatever changes class or shape of an object
/// with children moves the world's version, and so does an object's first child; a lineage met under another version is
/// checked, and used again if 2 still holds.</item>
/// </list>
/// </remarks>
public sealed class Lineage
{
    // Worlds ask for names that do not exist, too; a cache that such names filled is started afresh.
    private const int MostCachedNames = 4096;
    private const int LongestCachedName = 255;

    private readonly Ancestor[] _ancestors;
    private readonly ConcurrentDictionary<string, ResolvedVerb?> _callable = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, ResolvedVerb[]> _verbs = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, InheritedProperty?> _properties = new(StringComparer.OrdinalIgnoreCase);
    private long _version;

    private Lineage(long version, Ancestor[] ancestors)
    {
        _version = version;
        _ancestors = ancestors;
    }

    /// <summary>A structure version for which the answers are known to hold.</summary>
    public long Version => Volatile.Read(ref _version);

    /// <summary>The ancestors in the order of search, without the object itself.</summary>
    public IEnumerable<ObjectId> Ancestors => _ancestors.Select(a => a.Id);

    internal static Lineage Resolve(Transaction transaction, ObjectDraft draft)
    {
        var ancestors = new List<Ancestor>();
        var seen = new HashSet<ObjectId>();
        var open = new Stack<ObjectId>();
        Push(open, draft.Class.Parents);
        while (open.TryPop(out var id))
        {
            if (!seen.Add(id) || transaction.Find(id) is not { } ancestor) continue;
            ancestor.MarkShapeRead();
            ancestors.Add(new Ancestor(id, ancestor.Class, ancestor.State!.Shape));
            Push(open, ancestor.Class.Parents);
        }
        return new Lineage(transaction.StructureVersion, [.. ancestors]);
    }

    private static void Push(Stack<ObjectId> open, ReadOnlySpan<ObjectId> parents)
    {
        for (var i = parents.Length - 1; i >= 0; i--) open.Push(parents[i]);
    }

    /// <summary>Whether every ancestor is, in a transaction, what it was (invariant 2); recorded as read.</summary>
    internal bool Holds(Transaction transaction)
    {
        foreach (var ancestor in _ancestors)
        {
            if (transaction.Find(ancestor.Id) is not { } draft || draft.Class != ancestor.Class) return false;
            draft.MarkShapeRead();
            if (draft.State!.Shape != ancestor.Shape) return false;
        }
        return true;
    }

    /// <summary>Notes that the answers hold for a version, too.</summary>
    internal void HoldsFor(long version) => Volatile.Write(ref _version, version);

    /// <summary>All verbs that answer to a name, nearest first; whatever their flags.</summary>
    internal ResolvedVerb[] FindVerbs(ObjectDraft draft, string name)
    {
        if (_verbs.TryGetValue(name, out var found)) return found;

        var verbs = new List<ResolvedVerb>();
        Collect(verbs, draft.Id, draft.State!.Class, name);
        foreach (var ancestor in _ancestors) Collect(verbs, ancestor.Id, ancestor.Class, name);
        return Keep(_verbs, name, [.. verbs]);
    }

    private static void Collect(List<ResolvedVerb> verbs, ObjectId id, ObjectClass structure, string name)
    {
        for (var i = 0; i < structure.Verbs.Length; i++)
            if (structure.Verbs[i].Answers(name)) verbs.Add(new ResolvedVerb(id, i, structure.Verbs[i]));
    }

    /// <summary>The verb that a call of a name runs: the nearest with the <c>x</c> bit; null if there is none.</summary>
    internal ResolvedVerb? FindCallable(ObjectDraft draft, string name) =>
        _callable.TryGetValue(name, out var found) ? found
        : Keep(_callable, name, Array.Find(FindVerbs(draft, name), v => (v.Verb.Flags & VerbFlags.Execute) != 0));

    /// <summary>The verb that <c>pass()</c> in a verb of this object runs: the nearest ancestor's with the <c>x</c> bit.</summary>
    internal ResolvedVerb? FindPassed(ObjectDraft definer, string name) =>
        Array.Find(FindVerbs(definer, name), v => v.Definer != definer.Id && (v.Verb.Flags & VerbFlags.Execute) != 0);

    /// <summary>Where the object inherits a property from; null if no ancestor has it.</summary>
    internal InheritedProperty? FindProperty(Transaction transaction, string name) =>
        _properties.TryGetValue(name, out var found) ? found : Keep(_properties, name, Inherit(transaction, name));

    private InheritedProperty? Inherit(Transaction transaction, string name)
    {
        CellPlace? value = null, access = null;
        var clear = new List<CellPlace>();
        foreach (var ancestor in _ancestors)
        {
            var cell = ancestor.Shape.IndexOf(name);
            if (cell < 0) continue;
            var place = new CellPlace(ancestor.Id, cell);
            var content = transaction.Open(ancestor.Id).State!.Cells[cell];
            if (content.Access is not null) access ??= place;
            if (!content.Value.IsClear) value ??= place;
            else if (value is null) clear.Add(place);
            if (value is not null && access is not null && ancestor.Class.Defines(name))
                return new InheritedProperty(ancestor.Id, value.Value, access.Value, clear);
        }
        return null;
    }

    private static T Keep<T>(ConcurrentDictionary<string, T> cache, string name, T found)
    {
        if (name.Length > LongestCachedName) return found;
        if (cache.Count >= MostCachedNames) cache.Clear();
        return cache[name] = found;
    }

    private readonly record struct Ancestor(ObjectId Id, ObjectClass Class, Shape Shape);
}
