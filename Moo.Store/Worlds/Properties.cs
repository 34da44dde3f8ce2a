using Moo.Store.Values;

namespace Moo.Store.Worlds;

/// <summary>Where an object's property was found.</summary>
/// <param name="OwnCell">The place of the object's own cell, or -1.</param>
/// <param name="Inherited">Where the value comes from if the own cell is missing or clear; null if the property is defined here.</param>
public readonly record struct PropertyPlace(int OwnCell, InheritedProperty? Inherited);

/// <summary>Properties of objects in a transaction: finding, reading, setting, defining. No permission is checked here.</summary>
/// <remarks>
/// An object holds a cell of a property only where it differs from what it would inherit: it defines the property, has a value
/// of its own, or an owner or bits of its own. Without a cell the value is the nearest ancestor's, and so are the bits; the owner is
/// the object's own owner if the <c>c</c> bit is set, else the ancestor's. That is what a LambdaMOO object is created with;
/// where it would drift from that later (<see cref="SetAccess"/>, <see cref="PinOwners"/>), cells are made.
/// </remarks>
public static class Properties
{
    /// <summary>The most UTF-16 units that a property's name may have.</summary>
    /// <remarks>Differs from LambdaMOO: it has no bound. Names are keys in the database, and those have one.</remarks>
    public const int LongestName = 255;

    /// <summary>Finds a property; null if the object has none of that name.</summary>
    public static PropertyPlace? Find(Transaction transaction, ObjectDraft draft, string name)
    {
        // Nothing can be called so, and what is not there is remembered by its name.
        if (name.Length > LongestName) return null;
        var cell = draft.State!.Shape.IndexOf(name);
        if (cell < 0) draft.MarkShapeRead();
        var inherited = transaction.LineageOf(draft).FindProperty(transaction, name);
        // Nobody goes through the hidden objects when a property is removed above them: a cell may be left over.
        if (inherited is null && HiddenIds.IsHidden(draft.Id) && !draft.Class.Defines(name)) return null;
        return cell < 0 && inherited is null ? null : new PropertyPlace(cell, inherited);
    }

    /// <summary>The value at a place; recorded as read.</summary>
    public static Value Read(Transaction transaction, ObjectDraft draft, PropertyPlace place)
    {
        if (place.OwnCell >= 0)
        {
            draft.MarkRead(place.OwnCell);
            var own = draft.State!.Cells[place.OwnCell].Value;
            if (!own.IsClear) return own;
        }
        var inherited = place.Inherited!;
        foreach (var nearer in inherited.Clear)
            if (ReadCell(transaction, nearer) is { IsClear: false } value) return value;
        var found = ReadCell(transaction, inherited.Value);
        return found.IsClear ? ReadBehind(transaction, draft, draft.State!.Shape, place) : found;
    }

    private static Value ReadCell(Transaction transaction, CellPlace place)
    {
        var holder = transaction.Open(place.Object);
        holder.MarkRead(place.Cell);
        return holder.State!.Cells[place.Cell].Value;
    }

    // The ancestor that held the value has been cleared since: look on behind it.
    private static Value ReadBehind(Transaction transaction, ObjectDraft draft, Shape shape, PropertyPlace place)
    {
        var holder = transaction.Open(place.Inherited!.Value.Object);
        var name = holder.State!.Shape.Names[place.Inherited.Value.Cell];
        foreach (var id in transaction.LineageOf(draft).Ancestors)
        {
            var ancestor = transaction.Open(id);
            ancestor.MarkShapeRead();
            var cell = ancestor.State!.Shape.IndexOf(name);
            if (cell < 0) continue;
            ancestor.MarkRead(cell);
            if (ancestor.State.Cells[cell].Value is { IsClear: false } value) return value;
        }
        throw new InvalidOperationException($"No ancestor of {draft.Id} holds a value of .{name}.");
    }

    /// <summary>Owner and bits of a property on this object; recorded as read.</summary>
    public static PropertyAccess Access(Transaction transaction, ObjectDraft draft, PropertyPlace place)
    {
        if (place.OwnCell >= 0)
        {
            draft.MarkRead(place.OwnCell);
            if (draft.State!.Cells[place.OwnCell].Access is { } own) return own;
        }
        var source = place.Inherited!.Access;
        var holder = transaction.Open(source.Object);
        holder.MarkRead(source.Cell);
        var access = holder.State!.Cells[source.Cell].Access!;
        if ((access.Flags & PropertyFlags.ChangeOwner) == 0) return access;
        return draft.Owner == access.Owner ? access : access with { Owner = draft.Owner };
    }

    /// <summary>Sets the value. <see cref="Value.Clear"/> makes the object take its parent's.</summary>
    public static void Write(Transaction transaction, ObjectDraft draft, PropertyPlace place, string name, Value value)
    {
        if (value.TryList(out var list))
        {
            list.Disown();
            value = Value.List(list.Compact());
        }
        if (place.OwnCell >= 0) draft.SetCell(place.OwnCell, value);
        else if (!value.IsClear) AddCell(transaction, draft, DefinedName(transaction, place, name), new PropertyCell(value, null));
    }

    // Cells are named as the property was defined, whatever case an assignment used: then siblings share their shapes.
    private static string DefinedName(Transaction transaction, PropertyPlace place, string name)
    {
        foreach (var defined in transaction.Open(place.Inherited!.Definer).Class.Definitions)
            if (string.Equals(defined, name, StringComparison.OrdinalIgnoreCase)) return defined;
        return name;
    }

    /// <summary>Defines a property on an object.</summary>
    /// <returns>E_INVARG if it, an ancestor or a descendant has one of that name, or the name is too long; else null.</returns>
    public static ErrorCode? Define(Transaction transaction, ObjectDraft draft, string name, Value value, PropertyAccess access)
    {
        if (name.Length > LongestName) return ErrorCode.E_INVARG;
        if (Find(transaction, draft, name) is not null || IsKnownBelow(transaction, draft, name)) return ErrorCode.E_INVARG;

        draft.Change(Aspects.Class).Class = draft.Class.WithDefinitions([.. draft.Class.Definitions, name]);
        AddCell(transaction, draft, name, new PropertyCell(value, access));
        Structure.Moved(transaction, draft);
        return null;
    }

    /// <summary>Removes a property that this object defines, from it and all its descendants.</summary>
    /// <returns>E_PROPNF if it does not define it.</returns>
    public static ErrorCode? Undefine(Transaction transaction, ObjectDraft draft, string name)
    {
        if (!draft.Class.Defines(name)) return ErrorCode.E_PROPNF;

        RemoveDefinition(draft, name);
        foreach (var below in Structure.SelfAndAllBelow(transaction, draft))
        {
            RemoveCell(transaction, below, name);
            MoveNotes(below, name, newName: null);
        }
        Structure.Moved(transaction, draft);
        return null;
    }

    /// <summary>Gives a property that this object defines another name, here and in all descendants.</summary>
    /// <returns>
    /// E_PROPNF if it does not define it; E_INVARG if it, an ancestor or a descendant has one of the new name, or that is too long.
    /// </returns>
    public static ErrorCode? Rename(Transaction transaction, ObjectDraft draft, string name, string newName)
    {
        if (!draft.Class.Defines(name)) return ErrorCode.E_PROPNF;
        if (newName.Length > LongestName) return ErrorCode.E_INVARG;
        var isOther = !string.Equals(name, newName, StringComparison.OrdinalIgnoreCase);
        if (isOther && (Find(transaction, draft, newName) is not null || IsKnownBelow(transaction, draft, newName)))
            return ErrorCode.E_INVARG;

        var definitions = draft.Class.Definitions.ToArray();
        definitions[Array.FindIndex(definitions, d => Same(d, name))] = newName;
        draft.Change(Aspects.Class).Class = draft.Class.WithDefinitions(definitions);
        foreach (var below in Structure.SelfAndAllBelow(transaction, draft))
        {
            below.MarkShapeRead();
            MoveNotes(below, name, newName);
            var cell = below.State!.Shape.IndexOf(name);
            if (cell < 0) continue;
            var content = below.State.Cells[cell];
            RemoveCell(transaction, below, name);
            AddCell(transaction, below, newName, content);
        }
        Structure.Moved(transaction, draft);
        return null;
    }

    /// <summary>Gives a property an owner and bits on this object alone; children keep what they had.</summary>
    public static void SetAccess(Transaction transaction, ObjectDraft draft, PropertyPlace place, string name, PropertyAccess access)
    {
        foreach (var childId in draft.Children)
            if (transaction.Find(childId) is { } child) PinAccess(transaction, child, name);
        if (place.OwnCell >= 0)
        {
            draft.SetCell(place.OwnCell, draft.State!.Cells[place.OwnCell] with { Access = access });
            // What children made from here on inherit has changed, though neither class nor shape shows it: see Lineage.
            draft.Change(Aspects.Class).Class = draft.Class.Fresh();
            Structure.Moved(transaction, draft);
        }
        else
        {
            AddCell(transaction, draft, DefinedName(transaction, place, name), new PropertyCell(Value.Clear, access));
        }
    }

    /// <summary>Takes away what the object has of its own in a property that it inherits: value, owner and bits. Children keep theirs.</summary>
    public static void Inherit(Transaction transaction, ObjectDraft draft, string name)
    {
        foreach (var childId in draft.Children)
            if (transaction.Find(childId) is { } child) PinAccess(transaction, child, name);
        RemoveCell(transaction, draft, name);
    }

    /// <summary>Before an object changes owner: its inherited <c>c</c> properties keep the owner they had.</summary>
    public static void PinOwners(Transaction transaction, ObjectDraft draft)
    {
        foreach (var name in AllNames(transaction, draft))
        {
            var place = Find(transaction, draft, name);
            if (place is null || (Access(transaction, draft, place.Value).Flags & PropertyFlags.ChangeOwner) == 0) continue;
            PinAccess(transaction, draft, name);
        }
    }

    /// <summary>Owner and bits of a property that the object has.</summary>
    internal static PropertyAccess AccessOf(Transaction transaction, ObjectDraft draft, string name) =>
        Access(transaction, draft, Find(transaction, draft, name)!.Value);

    /// <summary>Makes sure that a property has, on this object, the owner and bits that it had before its ancestors changed.</summary>
    internal static void KeepAccess(Transaction transaction, ObjectDraft draft, string name, PropertyAccess access)
    {
        if (AccessOf(transaction, draft, name) != access) PinAccess(transaction, draft, name, access);
    }

    // Writes down on the object what it derives from its ancestors until now.
    private static void PinAccess(Transaction transaction, ObjectDraft draft, string name)
    {
        if (Find(transaction, draft, name) is not { } place) return;
        if (place.OwnCell >= 0 && draft.State!.Cells[place.OwnCell].Access is not null) return;
        PinAccess(transaction, draft, name, Access(transaction, draft, place));
    }

    private static void PinAccess(Transaction transaction, ObjectDraft draft, string name, PropertyAccess access)
    {
        var place = Find(transaction, draft, name)!.Value;
        if (place.OwnCell >= 0) draft.SetCell(place.OwnCell, draft.State!.Cells[place.OwnCell] with { Access = access });
        else AddCell(transaction, draft, DefinedName(transaction, place, name), new PropertyCell(Value.Clear, access));
    }

    /// <summary>The names of all properties that an object has: its own definitions first, then its ancestors'.</summary>
    public static IEnumerable<string> AllNames(Transaction transaction, ObjectDraft draft)
    {
        var names = new List<string>(draft.Class.Definitions.ToArray());
        foreach (var ancestor in transaction.LineageOf(draft).Ancestors)
            names.AddRange(transaction.Open(ancestor).Class.Definitions);
        return names;
    }

    /// <summary>Takes a cell away, if there is one: the object has the property no longer, or nothing of its own in it.</summary>
    internal static void RemoveCell(Transaction transaction, ObjectDraft draft, string name)
    {
        var cell = draft.State!.Shape.IndexOf(name);
        if (cell < 0)
        {
            draft.MarkShapeRead(); // should somebody else have added one, it would be left over
            return;
        }
        draft.RemoveCell(cell);
        Structure.Moved(transaction, draft);
    }

    /// <summary>What is noted about a property goes with it, or comes under its new name.</summary>
    internal static void MoveNotes(ObjectDraft draft, string name, string? newName)
    {
        var key = Value.Str(name);
        if (!draft.Metadata.TryGet(key, out var notes)) return;
        var rest = draft.Metadata.Remove(key);
        Structure.SetMetadata(draft, newName is null ? rest : rest.Set(Value.Str(newName), notes));
    }

    internal static void RemoveDefinition(ObjectDraft draft, string name) =>
        draft.Change(Aspects.Class).Class =
            draft.Class.WithDefinitions(Array.FindAll(draft.Class.Definitions.ToArray(), d => !Same(d, name)));

    private static void AddCell(Transaction transaction, ObjectDraft draft, string name, PropertyCell content)
    {
        draft.AddCell(name, content);
        Structure.Moved(transaction, draft);
    }

    // A descendant may define the name, or inherit it from another parent: it would have two properties of one name.
    private static bool IsKnownBelow(Transaction transaction, ObjectDraft draft, string name) =>
        draft.Children.Count > 0 && Structure.SelfAndDescendants(transaction, draft).Exists(below => below != draft
            && (below.Class.Defines(name) || below.Class.Parents.Length > 1 && Find(transaction, below, name) is not null));

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
