using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>Parents, children, ancestors, descendants.</summary>
internal static class FamilyFunctions
{
    /// <summary>The parent of an object; <c>#-1</c> if it has none. Of several parents, the first.</summary>
    /// <example>parent(create(#1)) => #1</example>
    /// <exception cref="MooError">E_INVARG if there is no such object.</exception>
    [Builtin("parent")]
    public static Value Parent(MooTask task, Value target)
    {
        if (Permissions.Object(task, target) is not { } draft) return Permissions.NoObject(task, target);
        return Value.Obj(draft.Class.Parents is [var first, ..] ? first : ObjectId.Nothing);
    }

    /// <summary>The parents of an object, in the order in which verbs and properties are looked for.</summary>
    /// <example>parents(create({#1, #3})) => {#1, #3}</example>
    /// <exception cref="MooError">E_INVARG if there is no such object.</exception>
    [Builtin("parents")]
    public static Value Parents(MooTask task, Value target)
    {
        if (Permissions.Object(task, target) is not { } draft) return Permissions.NoObject(task, target);
        return Value.List(ListOf(draft.Class.Parents.ToArray()));
    }

    /// <summary>The objects that have this one as a parent. Anonymous objects are not among them.</summary>
    /// <example>a = create(#1); b = create(a); return children(a) == {b}; => 1</example>
    /// <exception cref="MooError">E_INVARG if there is no such object.</exception>
    [Builtin("children")]
    public static Value Children(MooTask task, Value target)
    {
        if (Permissions.Object(task, target) is not { } draft) return Permissions.NoObject(task, target);
        return Value.List(draft.Children.ToList());
    }

    /// <summary>All objects that an object inherits from, nearest first.</summary>
    /// <remarks>In the order in which verbs and properties are looked for. With <paramref name="withSelf"/>, the object itself comes first.</remarks>
    /// <example>a = create(#1); return ancestors(a, 1) == {a, #1}; => 1</example>
    /// <exception cref="MooError">E_INVARG if there is no such object.</exception>
    [Builtin("ancestors")]
    public static Value Ancestors(MooTask task, Value target, bool withSelf = false)
    {
        if (Permissions.Object(task, target) is not { } draft) return Permissions.NoObject(task, target);
        var ancestors = task.Transaction.LineageOf(draft).Ancestors.Select(Value.Obj);
        return Quota.Check(task, Value.List(MooList.Of([.. withSelf ? ancestors.Prepend(target) : ancestors])));
    }

    /// <summary>All objects that inherit from an object.</summary>
    /// <remarks>Children first, then theirs. With <paramref name="withSelf"/>, the object itself comes first.</remarks>
    /// <example>a = create(#1); b = create(a); c = create(b); return descendants(a) == {b, c}; => 1</example>
    /// <exception cref="MooError">E_INVARG if there is no such object.</exception>
    [Builtin("descendants")]
    public static Value Descendants(MooTask task, Value target, bool withSelf = false)
    {
        if (Permissions.Object(task, target) is not { } draft) return Permissions.NoObject(task, target);
        var found = Structure.SelfAndDescendants(task.Transaction, draft);
        if (!Effort.OfElements(task, found.Count)) return Value.Failure;
        var below = found.Skip(1).Select(d => Value.Obj(d.Id));
        return Quota.Check(task, Value.List(MooList.Of([.. withSelf ? below.Prepend(target) : below])));
    }

    /// <summary>Whether an object is another one or descends from it; of a list, from any of its objects.</summary>
    /// <remarks>
    /// A WAIF descends from what its class descends from. With <paramref name="returnsObject"/>, the answer is the first that fits, or
    /// <c>#-1</c>. An object that does not exist descends from nothing.
    /// </remarks>
    /// <example>a = create(#1); return {isa(a, #1), isa(a, {#3, #1}, 1), isa(#1, a)}; => {1, #1, 0}</example>
    /// <exception cref="MooError">E_TYPE for something else than objects.</exception>
    [Builtin("isa")]
    public static Value IsA(MooTask task, Value target, Value parent, bool returnsObject = false)
    {
        if (target.Try<MooWaif>(out var waif)) target = Value.Obj(Waifs.ClassOf(task, waif));
        if (!Permissions.IsObject(target)) return Permissions.NoObject(task, target);
        var parents = parent.TryList(out var several) ? several : MooList.Of(parent);
        foreach (var one in parents)
            if (!Permissions.IsObject(one)) return Permissions.NoObject(task, one);

        if (Permissions.Object(task, target) is { } draft)
        {
            foreach (var one in parents)
            {
                if (Permissions.Object(task, one) is { } above && Structure.IsA(task.Transaction, draft, above.Id))
                    return returnsObject ? one : Value.Int(1);
            }
        }
        return returnsObject ? Value.Nothing : Value.Int(0);
    }

    /// <summary>Gives an object another parent; <c>#-1</c> for none.</summary>
    /// <remarks>
    /// What it had of properties that only the old ancestors define is gone; those that both define keep their values. The new parent must be
    /// fertile or yours.
    /// </remarks>
    /// <example>a = create(#1); b = create(#1); chparent(b, a); return parent(b) == a; => 1</example>
    /// <exception cref="MooError">
    /// E_INVARG for an object that does not exist, or if both families define a property of one name; E_PERM unless the object is yours and
    /// the parent fertile; E_RECMOVE if the parent descends from the object.
    /// </exception>
    [Builtin("chparent")]
    public static Value ChParent(MooTask task, Value target, ObjectId parent) =>
        ChangeParents(task, target, parent == ObjectId.Nothing ? [] : [parent]);

    /// <summary>Gives an object other parents, in the order in which verbs and properties are to be looked for.</summary>
    /// <remarks>As <c>chparent()</c>, for any number of parents.</remarks>
    /// <example>a = create(#1); b = create(#-1); chparents(b, {a, #3}); return parents(b) == {a, #3}; => 1</example>
    /// <exception cref="MooError">
    /// E_TYPE if the list holds anything else than objects; E_INVARG for an object that does not exist or stands twice, or if two of the
    /// families define a property of one name; E_PERM unless the object is yours and the parents fertile; E_RECMOVE if a parent descends
    /// from the object.
    /// </exception>
    [Builtin("chparents")]
    public static Value ChParents(MooTask task, Value target, MooList parents)
    {
        var ids = new ObjectId[parents.Count];
        for (var i = 0; i < ids.Length; i++)
            if (!parents[i].TryObj(out ids[i])) return task.RaiseHere(ErrorCode.E_TYPE, "a parent is an object, not {0}", Value.Str(Kinds.Describe(parents[i])));
        return ChangeParents(task, target, ids);
    }

    private static Value ChangeParents(MooTask task, Value target, ObjectId[] parents)
    {
        if (Permissions.Object(task, target) is not { } draft) return Permissions.NoObject(task, target);
        foreach (var parent in parents)
            if (!task.Transaction.IsValid(parent)) return Permissions.NoObject(task, Value.Obj(parent));
        if (!Permissions.Controls(task, draft)) return Permissions.Denied(task, "{0} is not yours to change", target);
        foreach (var parent in parents)
        {
            if (!Permissions.Allows(task, task.Transaction.Open(parent), ObjectFlags.Fertile))
                return Permissions.Denied(task, "{0} is not fertile: only its owner may make children of it", Value.Obj(parent));
        }
        foreach (var parent in parents)
        {
            if (Structure.IsA(task.Transaction, task.Transaction.Open(parent), draft.Id))
                return task.RaiseHere(ErrorCode.E_RECMOVE, "{1} descends from {0} and cannot become its parent", target, Value.Obj(parent));
        }
        if (parents.Distinct().Count() < parents.Length) return task.RaiseHere(ErrorCode.E_INVARG, "a parent stands twice in the list");
        return Structure.ChangeParents(task.Transaction, draft, parents) is null ? Value.Int(0)
            : task.RaiseHere(ErrorCode.E_INVARG, "{0} and its new family define a property of one name", target);
    }

    /// <summary>Objects as a list.</summary>
    public static MooList ListOf(IReadOnlyCollection<ObjectId> ids)
    {
        var values = new Value[ids.Count];
        var i = 0;
        foreach (var id in ids) values[i++] = Value.Obj(id);
        return MooList.FromOwned(values, i);
    }
}
