using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Execution;

/// <summary>Properties of WAIFs (ToastStunt): <c>waif.name</c> is defined on the class object as <c>:name</c>.</summary>
internal static class Waifs
{
    public static Value Read(Frame frame, Node at, MooWaif waif, string name)
    {
        var draft = frame.Transaction.Open(waif.Id);
        if (!draft.Exists) return frame.Fail(at, ErrorCode.E_INVIND, "this WAIF is no more");
        if (Is(name, "owner")) return Value.Obj(draft.Owner);
        if (Is(name, "class")) return Value.Obj(ClassOf(frame.Task, waif));
        if (Is(name, "programmer") || Is(name, "wizard")) return Value.Int(0);
        if (ClassOf(frame.Task, waif) == ObjectId.Nothing) return frame.Fail(at, ErrorCode.E_INVIND, "the class of this WAIF is no more");
        return new PropertySite(":" + name).Read(frame, at, Value.Obj(waif.Id));
    }

    public static Value Write(Frame frame, Node at, MooWaif waif, string name, Value value)
    {
        var draft = frame.Transaction.Open(waif.Id);
        if (!draft.Exists) return frame.Fail(at, ErrorCode.E_INVIND, "this WAIF is no more");
        if (Is(name, "owner") || Is(name, "class") || Is(name, "programmer") || Is(name, "wizard"))
            return frame.Fail(at, ErrorCode.E_PERM, "a WAIF's {0} cannot be changed", Value.Str(name));
        if (ClassOf(frame.Task, waif) == ObjectId.Nothing) return frame.Fail(at, ErrorCode.E_INVIND, "the class of this WAIF is no more");
        if (Contains(frame.Transaction, value, waif.Id)) return frame.Fail(at, ErrorCode.E_RECMOVE, "a WAIF cannot hold itself");
        return new PropertySite(":" + name).Write(frame, at, Value.Obj(waif.Id), value);
    }

    /// <summary>The object that defines a WAIF's properties and verbs; <c>#-1</c> if that is no more.</summary>
    public static ObjectId ClassOf(MooTask task, MooWaif waif) =>
        task.Transaction.Find(waif.Id) is { } draft && draft.Class.Parents is [var id] && task.Transaction.IsValid(id) ? id : ObjectId.Nothing;

    // Through collections and other WAIFs: they make no cycles, so this comes to an end.
    private static bool Contains(Transaction transaction, Value value, ObjectId waif)
    {
        if (value.Reference is not ReferenceValue) return false;
        var seen = new HashSet<ObjectId>();
        var open = new Stack<Value>([value]);
        while (open.TryPop(out var next))
        {
            foreach (var id in References.In(next))
            {
                if (id == waif) return true;
                if (!seen.Add(id) || transaction.Find(id) is not { } draft || !draft.State!.IsWaif) continue;
                for (var cell = 0; cell < draft.State.Shape.Count; cell++)
                {
                    draft.MarkRead(cell);
                    open.Push(draft.State.Cells[cell].Value);
                }
            }
        }
        return false;
    }

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
