using Moo.Store.Values;

namespace Moo.Store.Worlds;

/// <summary>Objects in a transaction: making, unmaking, moving, parents. No permission is checked and no verb called here.</summary>
public static class Structure
{
    /// <summary>Makes an object under the next number.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="parents">The parents; all exist.</param>
    /// <param name="owner">The owner; null makes it own itself.</param>
    public static ObjectDraft Create(Transaction transaction, ReadOnlySpan<ObjectId> parents, ObjectId? owner) =>
        CreateAt(transaction, transaction.ReserveNumber(), parents, owner);

    /// <summary>Makes an anonymous object or a WAIF: an object under a hidden number, not filed among its parents' children.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="parents">The parents; a WAIF's is its class alone.</param>
    /// <param name="owner">The owner.</param>
    /// <param name="isWaif">Whether it is a WAIF.</param>
    public static ObjectDraft CreateHidden(Transaction transaction, ReadOnlySpan<ObjectId> parents, ObjectId owner, bool isWaif = false)
    {
        var draft = transaction.Open(transaction.ReserveHidden());
        draft.Create(new ObjectState(draft.Id) { Owner = owner, Class = ObjectClass.Plain(parents), Flags = isWaif ? ObjectFlags.Waif : ObjectFlags.None });
        foreach (var parent in parents) NoteHiddenChild(transaction, parent);
        return draft;
    }

    private static void NoteHiddenChild(Transaction transaction, ObjectId parent)
    {
        var above = transaction.Open(parent);
        if (above.State!.Has(ObjectFlags.HasHiddenChildren)) return;
        if (!above.State.HasHeirs) transaction.MoveStructure();
        SetFlag(above, ObjectFlags.HasHiddenChildren, true);
    }

    /// <summary>Makes an object under a number that is free.</summary>
    public static ObjectDraft CreateAt(Transaction transaction, ObjectId id, ReadOnlySpan<ObjectId> parents, ObjectId? owner)
    {
        transaction.ClaimNumber(id);
        var draft = transaction.Open(id);
        draft.Create(new ObjectState(id)
        {
            Owner = owner ?? id,
            Class = ObjectClass.Plain(parents),
            BirthStamp = transaction.World.NextStamp(),
        });
        foreach (var parent in parents) AddChild(transaction, parent, draft);
        return draft;
    }

    /// <summary>
    /// Unmakes an object: its children become its parents' children, its contents go nowhere, it leaves its location. The
    /// properties it defined vanish from its descendants.
    /// </summary>
    public static void Recycle(Transaction transaction, ObjectDraft draft)
    {
        foreach (var content in draft.Contents)
            if (transaction.Find(content) is { } thing) Move(transaction, thing, ObjectId.Nothing);
        Move(transaction, draft, ObjectId.Nothing);
        var parents = draft.Class.Parents.ToArray();
        foreach (var childId in draft.Children)
            if (transaction.Find(childId) is { } child) SetParents(transaction, child, Heirs(child, draft.Id, parents));
        if (draft.State!.Has(ObjectFlags.HasHiddenChildren)) RecycleHiddenChildren(transaction, draft.Id);
        foreach (var parent in parents) RemoveChild(transaction, parent, draft);
        SetPlayer(transaction, draft, false);
        draft.Destroy();
    }

    // ToastStunt: an anonymous object without its parent is none any more, a WAIF without its class has no properties and verbs.
    private static void RecycleHiddenChildren(Transaction transaction, ObjectId parent)
    {
        foreach (var hidden in transaction.ReadHidden())
        {
            if (!hidden.Class.Parents.Contains(parent)) continue;
            var draft = transaction.Open(hidden.Id);
            if (hidden.IsWaif) draft.Change(Aspects.Class).Class = ObjectClass.Plain([]);
            else draft.Destroy();
        }
    }

    // The child's parents, with the recycled one's own parents in its place; none twice.
    private static ObjectId[] Heirs(ObjectDraft child, ObjectId recycled, ObjectId[] parents)
    {
        var heirs = new List<ObjectId>();
        foreach (var parent in child.Class.Parents)
        {
            if (parent == recycled) heirs.AddRange(parents.Except(heirs));
            else if (!heirs.Contains(parent)) heirs.Add(parent);
        }
        return [.. heirs];
    }

    /// <summary>Puts an object somewhere, or nowhere (<see cref="ObjectId.Nothing"/>).</summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="draft">The object.</param>
    /// <param name="destination">Where it goes.</param>
    /// <param name="position">The 1-based place it takes among the contents; 0 for the end.</param>
    public static void Move(Transaction transaction, ObjectDraft draft, ObjectId destination, int position = 0)
    {
        if (draft.Location != destination || position > 0) File(transaction, draft, destination);
        if (position == 0 || transaction.Find(destination) is not { } place) return;
        // Those that are to stand behind it arrive anew, in their order.
        foreach (var id in place.Contents.Where(id => id != draft.Id).Skip(position - 1).ToList())
            File(transaction, transaction.Open(id), destination);
    }

    private static void File(Transaction transaction, ObjectDraft draft, ObjectId destination)
    {
        var from = draft.Location;
        var arrival = transaction.World.NextStamp();
        if (transaction.Find(from) is { } left)
            left.MoveMember(Aspects.Contents, draft.State!.ArrivalStamp, draft.Id, isAdded: false);
        if (transaction.Find(destination) is { } entered)
            entered.MoveMember(Aspects.Contents, arrival, draft.Id, isAdded: true);
        var state = draft.Change(Aspects.Location);
        state.Location = destination;
        state.ArrivalStamp = arrival;
    }

    /// <summary>Gives an object other parents.</summary>
    /// <returns>
    /// E_INVARG if two of the ancestors, or an ancestor and the object or a descendant, would define the same property.
    /// The caller has made sure that the object would not become its own ancestor.
    /// </returns>
    public static ErrorCode? ChangeParents(Transaction transaction, ObjectDraft draft, ReadOnlySpan<ObjectId> parents)
    {
        if (HasClash(transaction, draft, parents)) return ErrorCode.E_INVARG;
        SetParents(transaction, draft, parents);
        return null;
    }

    /// <summary>Whether two of these objects or their ancestors define a property of one name: then they cannot be parents of one object.</summary>
    public static bool HasClash(Transaction transaction, ReadOnlySpan<ObjectId> parents)
    {
        if (parents.Length < 2) return false;
        var definitions = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return Definitions(Ancestors(transaction, parents)).Any(name => !definitions.Add(name));
    }

    private static bool HasClash(Transaction transaction, ObjectDraft draft, ReadOnlySpan<ObjectId> parents)
    {
        var definitions = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return Definitions(Ancestors(transaction, parents)).Any(name => !definitions.Add(name))
            || Definitions(SelfAndDescendants(transaction, draft)).Any(definitions.Contains);
    }

    private static void SetParents(Transaction transaction, ObjectDraft draft, ReadOnlySpan<ObjectId> parents)
    {
        var old = draft.Class.Parents.ToArray();
        var kept = Definitions(Ancestors(transaction, parents)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var had = Definitions(Ancestors(transaction, old)).ToList();
        var lost = had.Where(name => !kept.Contains(name)).ToList();
        var accesses = had.Where(kept.Contains)
            .Select(name => (Name: name, Access: Properties.AccessOf(transaction, draft, name))).ToList();

        foreach (var parent in old) RemoveChild(transaction, parent, draft);
        var state = draft.Change(Aspects.Class);
        state.Class = state.Class.WithParents(parents);
        state.BirthStamp = transaction.World.NextStamp();
        foreach (var parent in parents) AddChild(transaction, parent, draft);
        if (lost.Count > 0)
        {
            foreach (var below in SelfAndAllBelow(transaction, draft))
            {
                foreach (var name in lost)
                {
                    Properties.RemoveCell(transaction, below, name);
                    Properties.MoveNotes(below, name, newName: null);
                }
            }
        }
        Moved(transaction, draft);
        // A property that the object keeps, it keeps with owner and bits; only a value that it had not is the new parents'.
        foreach (var (name, access) in accesses) Properties.KeepAccess(transaction, draft, name, access);
    }

    /// <summary>Makes an object a player, or no longer one. Players are kept in order of number.</summary>
    public static void SetPlayer(Transaction transaction, ObjectDraft draft, bool isPlayer)
    {
        if (((draft.Flags & ObjectFlags.Player) != 0) == isPlayer) return;
        SetFlag(draft, ObjectFlags.Player, isPlayer);
        transaction.MovePlayer(draft.State!, isPlayer);
    }

    /// <summary>Sets or clears one flag.</summary>
    public static void SetFlag(ObjectDraft draft, ObjectFlags flag, bool isSet)
    {
        var flags = draft.Flags;
        draft.Change(Aspects.Flags).Flags = isSet ? flags | flag : flags & ~flag;
    }

    /// <summary>Sets the name.</summary>
    public static void SetName(ObjectDraft draft, string name) => draft.Change(Aspects.Name).Name = name;

    /// <summary>Sets what is noted about the object (<see cref="ObjectState.Metadata"/>).</summary>
    public static void SetMetadata(ObjectDraft draft, MooMap metadata) => draft.Change(Aspects.Metadata).Metadata = metadata;

    /// <summary>Sets the owner.</summary>
    public static void SetOwner(Transaction transaction, ObjectDraft draft, ObjectId owner)
    {
        Properties.PinOwners(transaction, draft);
        draft.Change(Aspects.Owner).Owner = owner;
    }

    /// <summary>Whether one object is another or descends from it.</summary>
    public static bool IsA(Transaction transaction, ObjectDraft draft, ObjectId ancestor) =>
        draft.Id == ancestor || transaction.LineageOf(draft).Ancestors.Contains(ancestor);

    /// <summary>An object and everything that descends from it, each once.</summary>
    public static List<ObjectDraft> SelfAndDescendants(Transaction transaction, ObjectDraft draft)
    {
        var found = new List<ObjectDraft> { draft };
        if (draft.Children.Count == 0) return found;
        var seen = new HashSet<ObjectId> { draft.Id };
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var child in found[i].Children)
                if (seen.Add(child) && transaction.Find(child) is { } below) found.Add(below);
        }
        return found;
    }

    /// <summary>An object and everything that descends from it, anonymous objects and WAIFs as well.</summary>
    internal static List<ObjectDraft> SelfAndAllBelow(Transaction transaction, ObjectDraft draft)
    {
        var found = SelfAndDescendants(transaction, draft);
        if (!found.Exists(below => below.State!.Has(ObjectFlags.HasHiddenChildren))) return found;
        var ids = found.Select(below => below.Id).ToHashSet();
        foreach (var hidden in transaction.ReadHidden())
            if (hidden.Id != draft.Id && hidden.Class.Parents.ContainsAny(ids)) found.Add(transaction.Open(hidden.Id));
        return found;
    }

    private static bool ContainsAny(this ReadOnlySpan<ObjectId> parents, HashSet<ObjectId> ids)
    {
        foreach (var parent in parents)
            if (ids.Contains(parent)) return true;
        return false;
    }

    private static IEnumerable<string> Definitions(IEnumerable<ObjectDraft> drafts) =>
        drafts.SelectMany(draft => draft.Class.Definitions.ToArray());

    private static List<ObjectDraft> Ancestors(Transaction transaction, ReadOnlySpan<ObjectId> parents)
    {
        var found = new List<ObjectDraft>();
        var open = new Stack<ObjectId>(parents.ToArray());
        while (open.TryPop(out var id))
        {
            if (found.Exists(d => d.Id == id) || transaction.Find(id) is not { } ancestor) continue;
            found.Add(ancestor);
            foreach (var parent in ancestor.Class.Parents) open.Push(parent);
        }
        return found;
    }

    private static void AddChild(Transaction transaction, ObjectId parent, ObjectDraft child)
    {
        if (HiddenIds.IsHidden(child.Id))
        {
            NoteHiddenChild(transaction, parent);
            return;
        }
        var draft = transaction.Open(parent);
        // A first child: lookups cached in the time before, when changes to the parent concerned nobody, must be checked.
        if (!draft.State!.HasHeirs) transaction.MoveStructure();
        draft.MoveMember(Aspects.Children, child.State!.BirthStamp, child.Id, isAdded: true);
    }

    private static void RemoveChild(Transaction transaction, ObjectId parent, ObjectDraft child)
    {
        // Anonymous objects and WAIFs are not filed among their parents' children.
        if (HiddenIds.IsHidden(child.Id)) return;
        transaction.Find(parent)?.MoveMember(Aspects.Children, child.State!.BirthStamp, child.Id, isAdded: false);
    }

    /// <summary>Notes that an object's class or shape changed: if it has children, their cached lookups must be checked.</summary>
    internal static void Moved(Transaction transaction, ObjectDraft draft)
    {
        if (draft.State!.HasHeirs) transaction.MoveStructure();
    }
}
