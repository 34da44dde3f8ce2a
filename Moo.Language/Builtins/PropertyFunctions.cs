using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>Properties of objects: what there is, whose it is, adding, deleting, clearing.</summary>
internal static class PropertyFunctions
{
    /// <summary>The names of the properties that an object defines itself, in the order in which they were added.</summary>
    /// <example>o = create(#1); add_property(o, "weight", 5, {player, "rc"}); return properties(o); => {"weight"}</example>
    /// <exception cref="MooError">E_INVARG if there is no such object; E_PERM unless it is readable or yours.</exception>
    [Builtin("properties")]
    public static Value List(MooTask task, Value target)
    {
        if (Permissions.Object(task, target) is not { } draft) return Permissions.NoObject(task, target);
        if (!Permissions.Allows(task, draft, ObjectFlags.Readable)) return Permissions.Denied(task, "{0} is not readable: only its owner may list its properties", target);
        return Value.List(MooList.OfStrings(draft.Class.Definitions.ToArray()));
    }

    /// <summary>Owner and permission bits of a property: <c>{owner, "rwc"}</c>.</summary>
    /// <example>o = create(#1); add_property(o, "weight", 5, {player, "rc"}); return property_info(o, "weight"); => {#2, "rc"}</example>
    /// <exception cref="MooError">
    /// E_INVARG if there is no such object; E_PROPNF if it has no such property, or a built-in one; E_PERM unless the property is readable or yours.
    /// </exception>
    [Builtin("property_info")]
    public static Value Info(MooTask task, Value target, string name)
    {
        if (Permissions.Object(task, target) is not { } draft) return Permissions.NoObject(task, target);
        if (Properties.Find(task.Transaction, draft, name) is not { } place) return NotFound(task, target, name);
        var access = Properties.Access(task.Transaction, draft, place);
        if (!Allows(task, access, PropertyFlags.Read)) return Permissions.Denied(task, "{0}." + Kinds.Verbatim(name) + " is not readable for {1}", target);
        return Value.List(Value.Obj(access.Owner), Value.Str(AccessText.Of(access.Flags)));
    }

    /// <summary>Gives a property another owner and other permission bits: <c>{owner, "rwc"}</c>, or <c>{owner, "rwc", new name}</c>.</summary>
    /// <remarks>Only wizards change the owner. Only the object that defines a property can give it another name.</remarks>
    /// <example>
    /// o = create(#1); add_property(o, "weight", 5, {player, "rc"}); set_property_info(o, "weight", {player, "r", "mass"}); return o.mass; => 5
    /// </example>
    /// <exception cref="MooError">
    /// E_INVARG for an object that does not exist, an unknown bit, or a name that is taken; E_PROPNF if there is no such property; E_PERM unless it
    /// is writable or yours, or for another owner.
    /// </exception>
    [Builtin("set_property_info")]
    public static Value SetInfo(MooTask task, Value target, string name, MooList info)
    {
        if (Permissions.Object(task, target) is not { } draft) return Permissions.NoObject(task, target);
        if (PropertyInfo.Read(task, info, out var failed) is not { } wanted) return failed;
        if (Properties.Find(task.Transaction, draft, name) is not { } place) return NotFound(task, target, name);
        var access = Properties.Access(task.Transaction, draft, place);
        if (!Allows(task, access, PropertyFlags.Write)) return Permissions.Denied(task, "{0}." + Kinds.Verbatim(name) + " is not writable for {1}", target);
        if (!task.IsWizardly && wanted.Access.Owner != access.Owner)
            return Permissions.Denied(task, "{1} is no wizard and cannot give properties to {0}", Value.Obj(wanted.Access.Owner));
        if (wanted.NewName is { } newName)
        {
            if (BuiltInProperties.Find(newName) is not null || Properties.Rename(task.Transaction, draft, name, newName) is not null)
                return task.RaiseHere(ErrorCode.E_INVARG, "{0}." + Kinds.Verbatim(name) + " cannot be named \"{1}\"", target, Value.Str(newName));
            name = newName;
            place = Properties.Find(task.Transaction, draft, name)!.Value;
        }
        Properties.SetAccess(task.Transaction, draft, place, name, wanted.Access);
        return Value.Int(0);
    }

    /// <summary>Defines a property on an object; its descendants inherit it.</summary>
    /// <remarks><paramref name="info"/> is the owner and the permission bits: <c>{owner, "rwc"}</c>.</remarks>
    /// <example>o = create(#1); add_property(o, "weight", 5, {player, "rc"}); return o.weight; => 5</example>
    /// <exception cref="MooError">
    /// E_INVARG if the object, an ancestor or a descendant has a property of that name; E_PERM unless the object is writable or yours, or for another
    /// owner; E_TYPE for a description that is none.
    /// </exception>
    [Builtin("add_property")]
    public static Value Add(MooTask task, Value target, string name, Value value, MooList info)
    {
        if (PropertyInfo.Read(task, info, out var failed) is not { } wanted) return failed;
        if (wanted.NewName is not null) return task.RaiseHere(ErrorCode.E_TYPE, "add_property() takes {{owner, bits}}, no third element");
        if (Permissions.Object(task, target) is not { } draft) return Permissions.NoObject(task, target);
        if (!Permissions.Allows(task, draft, ObjectFlags.Writeable)) return Permissions.Denied(task, "{0} is not writable: only its owner may add properties", target);
        if (!task.IsWizardly && wanted.Access.Owner != task.Programmer)
            return Permissions.Denied(task, "{1} is no wizard and cannot add properties for {0}", Value.Obj(wanted.Access.Owner));
        if (BuiltInProperties.Find(name) is not null || Properties.Define(task.Transaction, draft, name, value, wanted.Access) is not null)
            return task.RaiseHere(ErrorCode.E_INVARG, "{0}, an ancestor or a descendant has a property \"{1}\" already", target, Value.Str(name));
        return Value.Int(0);
    }

    /// <summary>Removes a property from the object that defines it, and from all its descendants.</summary>
    /// <example>o = create(#1); add_property(o, "weight", 5, {player, "rc"}); delete_property(o, "weight"); return properties(o); => {}</example>
    /// <exception cref="MooError">
    /// E_INVARG if there is no such object; E_PERM unless it is writable or yours; E_PROPNF if the object does not itself define the property.
    /// </exception>
    [Builtin("delete_property")]
    public static Value Delete(MooTask task, Value target, string name)
    {
        if (Permissions.Object(task, target) is not { } draft) return Permissions.NoObject(task, target);
        if (!Permissions.Allows(task, draft, ObjectFlags.Writeable)) return Permissions.Denied(task, "{0} is not writable: only its owner may delete properties", target);
        return Properties.Undefine(task.Transaction, draft, name) is null ? Value.Int(0)
            : task.RaiseHere(ErrorCode.E_PROPNF, "{0} does not itself define a property \"{1}\"", target, Value.Str(name));
    }

    /// <summary>Whether an object has no value of its own in a property and so takes its parent's.</summary>
    /// <example>
    /// a = create(#1); b = create(a); add_property(a, "weight", 5, {player, "rc"}); b.weight = 6; return {is_clear_property(b, "weight"), b.weight}; => {0, 6}
    /// </example>
    /// <exception cref="MooError">E_INVARG if there is no such object; E_PROPNF if it has no such property; E_PERM unless it is readable or yours.</exception>
    [Builtin("is_clear_property")]
    public static Value IsClear(MooTask task, Value target, string name)
    {
        if (Permissions.Object(task, target) is not { } draft) return Permissions.NoObject(task, target);
        if (BuiltInProperties.Find(name) is not null) return Value.Int(0);
        if (Properties.Find(task.Transaction, draft, name) is not { } place) return NotFound(task, target, name);
        if (!Allows(task, Properties.Access(task.Transaction, draft, place), PropertyFlags.Read))
            return Permissions.Denied(task, "{0}." + Kinds.Verbatim(name) + " is not readable for {1}", target);
        if (place.OwnCell >= 0) draft.MarkRead(place.OwnCell);
        return Value.Truth(place.OwnCell < 0 || draft.State!.Cells[place.OwnCell].Value.IsClear);
    }

    /// <summary>Lets an object take its parent's value in a property again.</summary>
    /// <example>
    /// a = create(#1); b = create(a); add_property(a, "weight", 5, {player, "rc"}); b.weight = 6; clear_property(b, "weight"); return b.weight; => 5
    /// </example>
    /// <exception cref="MooError">
    /// E_INVARG if there is no such object, or it defines the property itself; E_PROPNF if it has no such property; E_PERM for a built-in property, or
    /// unless it is writable or yours.
    /// </exception>
    [Builtin("clear_property")]
    public static Value Clear(MooTask task, Value target, string name)
    {
        if (Permissions.Object(task, target) is not { } draft) return Permissions.NoObject(task, target);
        if (BuiltInProperties.Find(name) is not null) return Permissions.Denied(task, "the built-in properties of {0} cannot be cleared", target);
        if (Properties.Find(task.Transaction, draft, name) is not { } place) return NotFound(task, target, name);
        if (!Allows(task, Properties.Access(task.Transaction, draft, place), PropertyFlags.Write))
            return Permissions.Denied(task, "{0}." + Kinds.Verbatim(name) + " is not writable for {1}", target);
        if (draft.Class.Defines(name))
            return task.RaiseHere(ErrorCode.E_INVARG, "{0} defines \"{1}\" itself: there is no parent's value to take", target, Value.Str(name));
        Properties.Write(task.Transaction, draft, place, name, Value.Clear);
        return Value.Int(0);
    }

    private static bool Allows(MooTask task, PropertyAccess access, PropertyFlags flag) =>
        (access.Flags & flag) != 0 || access.Owner == task.Programmer || task.IsWizardly;

    private static Value NotFound(MooTask task, Value target, string name) =>
        task.RaiseHere(ErrorCode.E_PROPNF, "{0} has no property \"{1}\"", target, Value.Str(name));
}
