using Moo.Store.Values;

namespace Moo.Language.Execution;

/// <summary>Properties of WAIFs (ToastStunt): <c>waif.name</c> is defined on the class object as <c>:name</c>.</summary>
internal static class Waifs
{
    public static Value Read(Frame frame, Node at, MooWaif waif, string name)
    {
        var draft = frame.Transaction.Open(waif.Id);
        if (!draft.Exists) return frame.Fail(at, ErrorCode.E_INVIND, "this WAIF is no more");
        if (Is(name, "owner")) return Value.Obj(draft.Owner);
        if (Is(name, "class")) return frame.Transaction.IsValid(waif.Class) ? Value.Obj(waif.Class) : Value.Nothing;
        if (Is(name, "programmer") || Is(name, "wizard")) return Value.Int(0);
        return new PropertySite(":" + name).Read(frame, at, Value.Obj(waif.Id));
    }

    public static Value Write(Frame frame, Node at, MooWaif waif, string name, Value value)
    {
        var draft = frame.Transaction.Open(waif.Id);
        if (!draft.Exists) return frame.Fail(at, ErrorCode.E_INVIND, "this WAIF is no more");
        if (Is(name, "owner") || Is(name, "class") || Is(name, "programmer") || Is(name, "wizard"))
            return frame.Fail(at, ErrorCode.E_PERM, "a WAIF's {0} cannot be changed", Value.Str(name));
        return new PropertySite(":" + name).Write(frame, at, Value.Obj(waif.Id), value);
    }

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
