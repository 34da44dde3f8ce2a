using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Execution;

/// <summary>A place in a program where a property of one name is read or set, and what was found there last: an inline cache.</summary>
/// <remarks>
/// The cache is one reference to something immutable, so tasks on several threads may use and replace it without a lock. What it
/// holds is compared with the object at hand by reference (<see cref="Shape"/>, <see cref="ObjectClass"/>) and by structure version.
/// </remarks>
internal sealed class PropertySite
{
    private readonly BuiltInProperty? _builtIn;
    private Found? _found;

    public PropertySite(string name)
    {
        Name = name;
        _builtIn = BuiltInProperties.Find(name);
    }

    /// <summary>The property's name.</summary>
    public string Name { get; }

    /// <summary>Reads the property of an object.</summary>
    public Value Read(Frame frame, Node at, Value holder)
    {
        var draft = frame.Transaction.Open(holder.AsObj);
        if (draft.State is not { } state) return Invalid(frame, at, draft, holder);
        if (_builtIn is not null) return BuiltInProperties.Read(frame, at, draft, _builtIn.Value);

        var found = _found;
        if (found is not null && found.Shape == state.Shape)
        {
            if (found.OwnCell >= 0)
            {
                ref readonly var cell = ref state.Cells[found.OwnCell];
                if (!cell.Value.IsClear && (frame.IsWizard || MayRead(frame, cell.Access)))
                {
                    draft.MarkRead(found.OwnCell);
                    return cell.Value;
                }
            }
            else if (found.Class == state.Class && found.Version == frame.Transaction.StructureVersion
                && TryReadInherited(frame, draft, found.Inherited!, out var inherited))
            {
                return inherited;
            }
        }
        return ReadSlowly(frame, at, draft, holder);
    }

    private static bool MayRead(Frame frame, PropertyAccess? access) =>
        access is not null && ((access.Flags & PropertyFlags.Read) != 0 || access.Owner == frame.Programmer);

    private static bool TryReadInherited(Frame frame, ObjectDraft draft, InheritedProperty inherited, out Value value)
    {
        var source = frame.Transaction.Open(inherited.Value.Object);
        source.MarkRead(inherited.Value.Cell);
        value = source.State!.Cells[inherited.Value.Cell].Value;
        if (value.IsClear) return false;
        if (!frame.IsWizard)
        {
            var granting = frame.Transaction.Open(inherited.Access.Object);
            granting.MarkRead(inherited.Access.Cell);
            if ((granting.State!.Cells[inherited.Access.Cell].Access!.Flags & PropertyFlags.Read) == 0) return false;
        }
        draft.MarkShapeRead();
        draft.MarkClassRead();
        return true;
    }

    private Value ReadSlowly(Frame frame, Node at, ObjectDraft draft, Value holder)
    {
        var transaction = frame.Transaction;
        if (Properties.Find(transaction, draft, Name) is not { } place)
        {
            return BuiltInProperties.FindYielding(Name) is { } yielding
                ? BuiltInProperties.Read(frame, at, draft, yielding) : NotFound(frame, at, holder);
        }
        Remember(transaction, draft, place);
        if (!frame.IsWizard)
        {
            var access = Properties.Access(transaction, draft, place);
            if ((access.Flags & PropertyFlags.Read) == 0 && access.Owner != frame.Programmer)
                return frame.Fail(at, ErrorCode.E_PERM, "{0}." + Kinds.Verbatim(Name) + " is not readable for {1}", holder, Value.Obj(frame.Programmer));
        }
        return Properties.Read(transaction, draft, place);
    }

    /// <summary>Sets the property of an object.</summary>
    /// <returns>The value, or a failure.</returns>
    public Value Write(Frame frame, Node at, Value holder, Value value)
    {
        var draft = frame.Transaction.Open(holder.AsObj);
        if (draft.State is not { } state) return Invalid(frame, at, draft, holder);
        if (_builtIn is not null) return BuiltInProperties.Write(frame, at, draft, _builtIn.Value, value);

        var found = _found;
        if (found is not null && found.OwnCell >= 0 && found.Shape == state.Shape
            && (frame.IsWizard || MayWrite(frame, state.Cells[found.OwnCell].Access)))
        {
            // That the property still exists when this commits is checked with the class.
            draft.MarkClassRead();
            draft.SetCell(found.OwnCell, value);
            return value;
        }
        return WriteSlowly(frame, at, draft, holder, value);
    }

    private static bool MayWrite(Frame frame, PropertyAccess? access) =>
        access is not null && ((access.Flags & PropertyFlags.Write) != 0 || access.Owner == frame.Programmer);

    private Value WriteSlowly(Frame frame, Node at, ObjectDraft draft, Value holder, Value value)
    {
        var transaction = frame.Transaction;
        if (Properties.Find(transaction, draft, Name) is not { } place)
        {
            return BuiltInProperties.FindYielding(Name) is { } yielding
                ? BuiltInProperties.Write(frame, at, draft, yielding, value) : NotFound(frame, at, holder);
        }
        if (!frame.IsWizard)
        {
            var access = Properties.Access(transaction, draft, place);
            if ((access.Flags & PropertyFlags.Write) == 0 && access.Owner != frame.Programmer)
                return frame.Fail(at, ErrorCode.E_PERM, "{0}." + Kinds.Verbatim(Name) + " is not writable for {1}", holder, Value.Obj(frame.Programmer));
        }
        Properties.Write(transaction, draft, place, Name, value);
        if (place.OwnCell >= 0) Remember(transaction, draft, place);
        return value;
    }

    private void Remember(Transaction transaction, ObjectDraft draft, PropertyPlace place)
    {
        var state = draft.State!;
        if (place.OwnCell >= 0) _found = new Found(state.Shape, place.OwnCell, null, null, 0);
        else if (place.Inherited!.Clear.Count == 0) _found = new Found(state.Shape, -1, state.Class, place.Inherited, transaction.StructureVersion);
    }

    private static Value Invalid(Frame frame, Node at, ObjectDraft draft, Value holder)
    {
        _ = draft.Exists; // recorded as read
        return frame.Fail(at, ErrorCode.E_INVIND, "there is no object {0}", holder);
    }

    private Value NotFound(Frame frame, Node at, Value holder) =>
        frame.Fail(at, ErrorCode.E_PROPNF, "{0} has no property \"{1}\"", holder, Value.Str(Name));

    private sealed record Found(Shape Shape, int OwnCell, ObjectClass? Class, InheritedProperty? Inherited, long Version);
}
