using Moo.Language.Definitions;
using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>What is noted about objects, properties and verbs, beside what they are: for tools, editors, packages (mooR).</summary>
/// <remarks>Notes are kept with the world, and written into object files. They are not inherited. Keys are strings or symbols, which mean the same.</remarks>
internal static class MetadataFunctions
{
    private const int LongestKey = 255;

    /// <summary>What is noted about an object: a map; with a <paramref name="key"/>, what is noted under that, or <c>{}</c>.</summary>
    /// <example>o = create(#1); set_object_metadata(o, "package", "core"); return object_metadata(o); => ["package" -> "core"]</example>
    /// <exception cref="MooError">E_INVARG if there is no such object, or for a key that is none; E_PERM unless it is readable or yours.</exception>
    [Builtin("object_metadata")]
    public static Value OfObject(MooTask task, Value target, Value? key = null)
    {
        if (Permissions.Object(task, target) is not { } draft) return Permissions.NoObject(task, target);
        if (!Permissions.Allows(task, draft, ObjectFlags.Readable)) return Permissions.Denied(task, "{0} is not readable: only its owner may see what is noted about it", target);
        return Show(task, Notes(draft, DefinitionKeys.Self), key);
    }

    /// <summary>Notes something about an object.</summary>
    /// <example>o = create(#1); set_object_metadata(o, 'package, "core"); return object_metadata(o, "package"); => "core"</example>
    /// <exception cref="MooError">E_INVARG if there is no such object, or for a key that is none; E_PERM unless it is yours.</exception>
    [Builtin("set_object_metadata")]
    public static Value SetOfObject(MooTask task, Value target, Value key, Value value) =>
        Owned(task, target, out var draft) ?? Change(task, draft!, DefinitionKeys.Self, key, value);

    /// <summary>Forgets what is noted about an object under a key.</summary>
    /// <example>o = create(#1); set_object_metadata(o, 'package, "core"); clear_object_metadata(o, 'package); return object_metadata(o); => []</example>
    /// <exception cref="MooError">E_INVARG if there is no such object, or for a key that is none; E_PERM unless it is yours.</exception>
    [Builtin("clear_object_metadata")]
    public static Value ClearOfObject(MooTask task, Value target, Value key) =>
        Owned(task, target, out var draft) ?? Change(task, draft!, DefinitionKeys.Self, key, null);

    private static Value? Owned(MooTask task, Value target, out ObjectDraft? draft)
    {
        draft = Permissions.Object(task, target);
        if (draft is null) return Permissions.NoObject(task, target);
        return Permissions.Controls(task, draft) ? null : Permissions.Denied(task, "{0} is not yours to note things about", target);
    }

    /// <summary>What is noted about a property of an object: a map; with a <paramref name="key"/>, what is noted under that, or <c>{}</c>.</summary>
    /// <remarks>Notes belong to the object that is named: its children have their own.</remarks>
    /// <example>o = create(#1); add_property(o, "p", 1, {player, ""}); set_property_metadata(o, "p", "doc", "a number"); return property_metadata(o, "p"); => ["doc" -> "a number"]</example>
    /// <exception cref="MooError">
    /// E_INVARG if there is no such object, or for a key that is none; E_PROPNF if it has no such property; E_PERM unless the property is readable or yours.
    /// </exception>
    [Builtin("property_metadata")]
    public static Value OfProperty(MooTask task, Value target, Value property, Value? key = null) =>
        FindProperty(task, target, property, PropertyFlags.Read, out var draft, out var name) ?? Show(task, Notes(draft!, Value.Str(name)), key);

    /// <summary>Notes something about a property of an object.</summary>
    /// <example>o = create(#1); add_property(o, "p", 1, {player, ""}); set_property_metadata(o, "p", "doc", "a number"); return property_metadata(o, "p", "doc"); => "a number"</example>
    /// <exception cref="MooError">
    /// E_INVARG if there is no such object, or for a key that is none; E_PROPNF if it has no such property; E_PERM unless the property is writable or yours.
    /// </exception>
    [Builtin("set_property_metadata")]
    public static Value SetOfProperty(MooTask task, Value target, Value property, Value key, Value value) =>
        FindProperty(task, target, property, PropertyFlags.Write, out var draft, out var name) ?? Change(task, draft!, Value.Str(name), key, value);

    /// <summary>Forgets what is noted about a property of an object under a key.</summary>
    /// <example>o = create(#1); add_property(o, "p", 1, {player, ""}); set_property_metadata(o, "p", "doc", ""); clear_property_metadata(o, "p", "doc"); return property_metadata(o, "p"); => []</example>
    /// <exception cref="MooError">
    /// E_INVARG if there is no such object, or for a key that is none; E_PROPNF if it has no such property; E_PERM unless the property is writable or yours.
    /// </exception>
    [Builtin("clear_property_metadata")]
    public static Value ClearOfProperty(MooTask task, Value target, Value property, Value key) =>
        FindProperty(task, target, property, PropertyFlags.Write, out var draft, out var name) ?? Change(task, draft!, Value.Str(name), key, null);

    private static Value? FindProperty(MooTask task, Value target, Value property, PropertyFlags flag, out ObjectDraft? draft, out string name)
    {
        name = "";
        draft = Permissions.Object(task, target);
        if (draft is null) return Permissions.NoObject(task, target);
        if (!ValueProperties.TryName(property, out var given))
            return task.RaiseHere(ErrorCode.E_TYPE, "a property is named by a string or a symbol, not by {0}", Value.Str(Kinds.Describe(property)));
        name = given;
        if (Properties.Find(task.Transaction, draft, name) is not { } place)
            return task.RaiseHere(ErrorCode.E_PROPNF, "{0} has no property \"{1}\"", target, Value.Str(name));
        var access = Properties.Access(task.Transaction, draft, place);
        if ((access.Flags & flag) != 0 || access.Owner == task.Programmer || task.IsWizardly) return null;
        var what = flag == PropertyFlags.Read ? " is not readable for {1}" : " is not writable for {1}";
        return Permissions.Denied(task, "{0}." + Kinds.Verbatim(name) + what, target);
    }

    /// <summary>What is noted about a verb that an object defines itself: a map; with a <paramref name="key"/>, what is noted under that, or <c>{}</c>.</summary>
    /// <example>o = create(#1); add_verb(o, {player, "rxd", "f"}, {"this", "none", "this"}); set_verb_metadata(o, "f", "editor", "web"); return verb_metadata(o, 1); => ["editor" -> "web"]</example>
    /// <exception cref="MooError">
    /// E_INVARG if there is no such object, or for a key that is none; E_VERBNF if it does not itself define the verb; E_PERM unless that is readable or yours.
    /// </exception>
    [Builtin("verb_metadata")]
    public static Value OfVerb(MooTask task, Value target, Value verb, Value? key = null)
    {
        if (VerbPlace.Find(task, target, Named(verb), out var failed) is not { } place) return failed;
        return place.Allows(task, VerbFlags.Read) ? Show(task, place.Verb.Metadata, key) : place.NotReadable(task);
    }

    /// <summary>Notes something about a verb that an object defines itself.</summary>
    /// <example>o = create(#1); add_verb(o, {player, "rxd", "f"}, {"this", "none", "this"}); set_verb_metadata(o, "f", "editor", "web"); return verb_metadata(o, 1, "editor"); => "web"</example>
    /// <exception cref="MooError">
    /// E_INVARG if there is no such object, or for a key that is none; E_VERBNF if it does not itself define the verb; E_PERM unless that is writable or yours.
    /// </exception>
    [Builtin("set_verb_metadata")]
    public static Value SetOfVerb(MooTask task, Value target, Value verb, Value key, Value value) => ChangeVerb(task, target, verb, key, value);

    /// <summary>Forgets what is noted about a verb under a key.</summary>
    /// <example>o = create(#1); add_verb(o, {player, "rxd", "f"}, {"this", "none", "this"}); set_verb_metadata(o, "f", "editor", "web"); clear_verb_metadata(o, "f", "editor"); return verb_metadata(o, 1); => []</example>
    /// <exception cref="MooError">
    /// E_INVARG if there is no such object, or for a key that is none; E_VERBNF if it does not itself define the verb; E_PERM unless that is writable or yours.
    /// </exception>
    [Builtin("clear_verb_metadata")]
    public static Value ClearOfVerb(MooTask task, Value target, Value verb, Value key) => ChangeVerb(task, target, verb, key, null);

    private static Value ChangeVerb(MooTask task, Value target, Value verb, Value key, Value? value)
    {
        if (VerbPlace.Find(task, target, Named(verb), out var failed) is not { } place) return failed;
        if (!place.Allows(task, VerbFlags.Write)) return place.NotWritable(task);
        if (ReadKey(task, key, out var symbol) is { } wrong) return wrong;
        var notes = Changed(place.Verb.Metadata, symbol, value);
        if (Quota.Check(task, Value.Of(notes)) is { IsMap: false } refused) return refused;
        Verbs.Replace(task.Transaction, place.Draft, place.Index, place.Verb with { Metadata = notes });
        return Value.Int(0);
    }

    // A symbol names a verb as a string does.
    private static Value Named(Value verb) => verb.Try<MooSymbol>(out var symbol) ? Value.Str(symbol.Name) : verb;

    private static MooMap Notes(ObjectDraft draft, Value about) => draft.Metadata.TryGet(about, out var value) && value.TryMap(out var notes) ? notes : MooMap.Empty;

    private static Value Change(MooTask task, ObjectDraft draft, Value about, Value key, Value? value)
    {
        if (ReadKey(task, key, out var symbol) is { } wrong) return wrong;
        var notes = Changed(Notes(draft, about), symbol, value);
        var all = notes.Count > 0 ? draft.Metadata.Set(about, Value.Of(notes)) : draft.Metadata.Remove(about);
        if (Quota.Check(task, Value.Of(all)) is { IsMap: false } refused) return refused;
        Structure.SetMetadata(draft, all);
        return Value.Int(0);
    }

    private static MooMap Changed(MooMap notes, Value key, Value? value)
    {
        if (value is not { } given) return notes.Remove(key);
        // What is shared with the program's variables must not change with them.
        if (given.TryList(out var list)) list.Disown();
        return notes.Set(key, given);
    }

    private static Value? ReadKey(MooTask task, Value key, out Value symbol)
    {
        symbol = default;
        if (!ValueProperties.TryName(key, out var name))
            return task.RaiseHere(ErrorCode.E_TYPE, "a key is a string or a symbol, not {0}", Value.Str(Kinds.Describe(key)));
        if (name.Length is 0 or > LongestKey) return task.RaiseHere(ErrorCode.E_INVARG, "a key has 1 to {0} characters", Value.Int(LongestKey));
        symbol = DefinitionKeys.Symbol(name);
        return null;
    }

    /// <summary>Notes as programs see them: under strings.</summary>
    private static Value Show(MooTask task, MooMap notes, Value? key)
    {
        if (key is { } given)
        {
            if (ReadKey(task, given, out var symbol) is { } wrong) return wrong;
            return notes.TryGet(symbol, out var value) ? value : Value.List(MooList.Empty);
        }
        var shown = MooMap.Empty;
        foreach (var (noted, value) in notes) shown = shown.Set(Value.Str(((MooSymbol)noted.Reference!).Name), value);
        return Value.Of(shown);
    }
}
