using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Execution;

/// <summary>Finds the verb that a call runs, whatever kind of value it is called on.</summary>
internal static class Dispatch
{
    /// <summary>Finds a verb.</summary>
    /// <param name="task">The task that calls.</param>
    /// <param name="receiver">What it is called on.</param>
    /// <param name="name">The name called; a WAIF's verbs are named with a colon in front.</param>
    /// <param name="draft">The object whose verbs were searched.</param>
    /// <param name="found">The verb.</param>
    /// <returns>Null, or E_INVIND, E_VERBNF, or E_TYPE for a value that has no verbs.</returns>
    public static ErrorCode? Find(MooTask task, Value receiver, ref string name, out ObjectDraft? draft, out ResolvedVerb? found)
    {
        found = null;
        var holder = receiver.IsObj ? receiver.AsObj : HolderOf(task, receiver, ref name);
        draft = holder is { } id ? task.Transaction.Open(id) : null;
        if (draft is null) return ErrorCode.E_TYPE;
        if (!draft.Exists) return receiver.IsObj || receiver.Kind is ValueKind.Anon or ValueKind.Waif ? ErrorCode.E_INVIND : ErrorCode.E_TYPE;
        found = Verbs.FindCallable(task.Transaction, draft, name);
        return found is null ? ErrorCode.E_VERBNF : null;
    }

    private static ObjectId? HolderOf(MooTask task, Value receiver, ref string name)
    {
        switch (receiver.Reference)
        {
            case MooAnonymous anonymous:
                return anonymous.Id;
            case MooFlyweight flyweight:
                return flyweight.Delegate;
            case MooWaif waif:
                name = ":" + name;
                return Waifs.ClassOf(task, waif);
        }
        // "abc":reverse() runs $str_proto:reverse("abc") (ToastStunt).
        var prototype = receiver.Kind switch
        {
            ValueKind.Int => "int_proto",
            ValueKind.Float => "float_proto",
            ValueKind.Str => "str_proto",
            ValueKind.List => "list_proto",
            ValueKind.Map => "map_proto",
            ValueKind.Err => "err_proto",
            ValueKind.Symbol => "sym_proto",
            ValueKind.Bool => "bool_proto",
            ValueKind.Binary => "binary_proto",
            ValueKind.Lambda => "lambda_proto",
            _ => null,
        };
        return prototype is null ? null : Runtime.SystemObject(task.Transaction, prototype);
    }
}
