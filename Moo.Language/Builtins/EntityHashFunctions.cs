using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>Hashes of parts of objects, to tell whether they have changed since somebody looked (mooR).</summary>
/// <remarks>
/// Each is the hash of the literal of what another function returns. Algorithms as for <c>string_hash()</c>; SHA256 where none is named. With a true last
/// argument the result is a binary string.
/// </remarks>
internal static class EntityHashFunctions
{
    /// <summary>The hash of an object's attributes: name, owner, location, parents, and the flags.</summary>
    /// <remarks>Differs from mooR: hashes are those of literals, not of CBOR, so they cannot be compared between servers.</remarks>
    /// <example>a = create(#1); b = create(#1); return object_attrs_hash(a) == object_attrs_hash(b); => 1</example>
    /// <exception cref="MooError">E_INVARG if there is no such object, or for an unknown algorithm.</exception>
    [Builtin("object_attrs_hash")]
    public static Value ObjectAttributes(MooTask task, Value target, Value? algorithm = null, bool binary = false)
    {
        if (Permissions.Object(task, target) is not { } draft) return Permissions.NoObject(task, target);
        BuiltInProperty[] attributes = [BuiltInProperty.Name, BuiltInProperty.Owner, BuiltInProperty.Location, BuiltInProperty.Programmer,
            BuiltInProperty.Wizard, BuiltInProperty.R, BuiltInProperty.W, BuiltInProperty.F, BuiltInProperty.A];
        var values = attributes.Select(attribute => BuiltInProperties.Read(draft, attribute))
            .Append(Value.List(MooList.Of([.. draft.Class.Parents.ToArray().Select(Value.Obj)])))
            .Append(Value.Truth((draft.Flags & ObjectFlags.Player) != 0));
        return Hash(task, Value.List(MooList.Of([.. values])), algorithm, binary);
    }

    /// <summary>The hash of <c>object_metadata(object)</c>.</summary>
    /// <example>o = create(#1); h = object_metadata_hash(o); set_object_metadata(o, "k", 1); return h == object_metadata_hash(o); => 0</example>
    /// <exception cref="MooError">As <c>object_metadata()</c>; E_INVARG for an unknown algorithm.</exception>
    [Builtin("object_metadata_hash")]
    public static Value ObjectMetadata(MooTask task, Value target, Value? algorithm = null, bool binary = false) =>
        Hash(task, MetadataFunctions.OfObject(task, target), algorithm, binary);

    /// <summary>The hash of a property's value.</summary>
    /// <example>o = create(#1); o.name = "lamp"; return property_value_hash(o, "name") == value_hash("lamp", "sha256"); => 1</example>
    /// <exception cref="MooError">E_INVARG if there is no such object, or for an unknown algorithm; E_PROPNF if it has no such property; E_PERM unless that is readable or yours.</exception>
    [Builtin("property_value_hash")]
    public static Value PropertyValue(MooTask task, Value target, string property, Value? algorithm = null, bool binary = false)
    {
        if (Permissions.Object(task, target) is not { } draft) return Permissions.NoObject(task, target);
        if (BuiltInProperties.Find(property) is { } attribute)
        {
            return !task.IsWizardly && task.Runtime.Options.IsProtectedProperty(task.Transaction, attribute)
                ? Permissions.Denied(task, "only wizards may read {0}." + Kinds.Verbatim(property), target)
                : HashOf(task, BuiltInProperties.Read(draft, attribute), algorithm, binary);
        }
        if (Properties.Find(task.Transaction, draft, property) is not { } place)
            return task.RaiseHere(ErrorCode.E_PROPNF, "{0} has no property \"{1}\"", target, Value.Str(property));
        var access = Properties.Access(task.Transaction, draft, place);
        if ((access.Flags & PropertyFlags.Read) == 0 && access.Owner != task.Programmer && !task.IsWizardly)
            return Permissions.Denied(task, "{0}." + Kinds.Verbatim(property) + " is not readable for {1}", target);
        return HashOf(task, Properties.Read(task.Transaction, draft, place), algorithm, binary);
    }

    /// <summary>The hash of <c>property_info(object, property)</c>.</summary>
    /// <example>o = create(#1); add_property(o, "p", 1, {player, "r"}); return property_info_hash(o, "p") == value_hash(property_info(o, "p"), "sha256"); => 1</example>
    /// <exception cref="MooError">As <c>property_info()</c>; E_INVARG for an unknown algorithm.</exception>
    [Builtin("property_info_hash")]
    public static Value PropertyInfo(MooTask task, Value target, string property, Value? algorithm = null, bool binary = false) =>
        Hash(task, PropertyFunctions.Info(task, target, property), algorithm, binary);

    /// <summary>The hash of <c>property_metadata(object, property)</c>.</summary>
    /// <example>o = create(#1); add_property(o, "p", 1, {player, "r"}); return property_metadata_hash(o, "p") == value_hash([], "sha256"); => 1</example>
    /// <exception cref="MooError">As <c>property_metadata()</c>; E_INVARG for an unknown algorithm.</exception>
    [Builtin("property_metadata_hash")]
    public static Value PropertyMetadata(MooTask task, Value target, Value property, Value? algorithm = null, bool binary = false) =>
        Hash(task, MetadataFunctions.OfProperty(task, target, property), algorithm, binary);

    /// <summary>The hash of <c>verb_code(object, verb)</c>.</summary>
    /// <example>o = create(#1); add_verb(o, {player, "rxd", "f"}, {"this", "none", "this"}); return verb_code_hash(o, "f") == value_hash({}, "sha256"); => 1</example>
    /// <exception cref="MooError">As <c>verb_code()</c>; E_INVARG for an unknown algorithm.</exception>
    [Builtin("verb_code_hash")]
    public static Value VerbCode(MooTask task, Value target, Value verb, Value? algorithm = null, bool binary = false) =>
        Hash(task, VerbCodeFunctions.Code(task, target, verb), algorithm, binary);

    /// <summary>The hash of <c>verb_info(object, verb)</c> and <c>verb_args(object, verb)</c>, one behind the other in a list.</summary>
    /// <example>o = create(#1); add_verb(o, {player, "rxd", "f"}, {"this", "none", "this"}); return verb_info_hash(o, 1) == value_hash({verb_info(o, 1), verb_args(o, 1)}, "sha256"); => 1</example>
    /// <exception cref="MooError">As <c>verb_info()</c>; E_INVARG for an unknown algorithm.</exception>
    [Builtin("verb_info_hash")]
    public static Value VerbInfo(MooTask task, Value target, Value verb, Value? algorithm = null, bool binary = false)
    {
        var info = VerbFunctions.Info(task, target, verb);
        return Hash(task, info.IsList ? Value.List(info, VerbFunctions.Arguments(task, target, verb)) : info, algorithm, binary);
    }

    /// <summary>The hash of <c>verb_metadata(object, verb)</c>.</summary>
    /// <example>o = create(#1); add_verb(o, {player, "rxd", "f"}, {"this", "none", "this"}); return verb_metadata_hash(o, "f") == value_hash([], "sha256"); => 1</example>
    /// <exception cref="MooError">As <c>verb_metadata()</c>; E_INVARG for an unknown algorithm.</exception>
    [Builtin("verb_metadata_hash")]
    public static Value VerbMetadata(MooTask task, Value target, Value verb, Value? algorithm = null, bool binary = false) =>
        Hash(task, MetadataFunctions.OfVerb(task, target, verb), algorithm, binary);

    // An error that was raised goes through as it is, as a failure or as a value.
    private static Value Hash(MooTask task, Value value, Value? algorithm, bool binary) =>
        value.IsFailure || value.TryErr(out _) ? value : HashOf(task, value, algorithm, binary);

    private static Value HashOf(MooTask task, Value value, Value? algorithm, bool binary) =>
        HashFunctions.ValueHash(task, value, algorithm ?? Value.Str("SHA256"), binary);
}
