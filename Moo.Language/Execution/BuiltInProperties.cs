using System.Collections.Frozen;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Execution;

/// <summary>Reading and setting the properties that every object has (LambdaMOO Programmer's Manual, 2.2.1 and 3.2.2).</summary>
internal static class BuiltInProperties
{
    private static readonly FrozenDictionary<string, BuiltInProperty> ByName = Enum.GetValues<BuiltInProperty>()
        .Where(property => property != BuiltInProperty.A).ToFrozenDictionary(p => p.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The built-in property of a name, or null.</summary>
    public static BuiltInProperty? Find(string name) => ByName.TryGetValue(name, out var property) ? property : null;

    /// <summary>The built-in property of a name that an object has unless it has another property of that name, or null.</summary>
    /// <remarks>ToastStunt's <c>a</c>: worlds older than it have properties called that.</remarks>
    public static BuiltInProperty? FindYielding(string name) => name is "a" or "A" ? BuiltInProperty.A : null;

    public static Value Read(Frame frame, Node at, ObjectDraft draft, BuiltInProperty property)
    {
        if (IsProtected(frame, property)) return Denied(frame, at, draft, property, "only wizards may read {0}.");
        return Read(draft, property);
    }

    /// <summary>The value, without a check of permission.</summary>
    public static Value Read(ObjectDraft draft, BuiltInProperty property) => property switch
    {
        BuiltInProperty.Name => Value.Str(draft.Name),
        BuiltInProperty.Owner => Value.Obj(draft.Owner),
        BuiltInProperty.Location => Value.Obj(draft.Location),
        BuiltInProperty.Contents => Value.List(draft.Contents.ToList()),
        _ => Value.Truth((draft.Flags & FlagOf(property)) != 0),
    };

    // $server_options.protect_<property> keeps a built-in property from everybody but wizards.
    private static bool IsProtected(Frame frame, BuiltInProperty property) =>
        !frame.IsWizard && frame.Task.Runtime.Options.IsProtectedProperty(frame.Transaction, property);

    public static Value Write(Frame frame, Node at, ObjectDraft draft, BuiltInProperty property, Value value)
    {
        if (IsProtected(frame, property)) return Denied(frame, at, draft, property, "only wizards may set {0}.");
        var isOwner = frame.IsWizard || draft.Owner == frame.Programmer;
        switch (property)
        {
            case BuiltInProperty.Name:
                if (!value.TryStr(out var name)) return Mismatch(frame, at, "a name is a string, not {0}", value);
                // A player's name also names its login: only wizards change it (LambdaMOO).
                if (!frame.IsWizard && (!isOwner || (draft.Flags & ObjectFlags.Player) != 0)) return Denied(frame, at, draft, property, "you may not rename {0}.");
                Structure.SetName(draft, name);
                return value;
            case BuiltInProperty.Owner:
                if (!value.TryObj(out var owner)) return Mismatch(frame, at, "an owner is an object, not {0}", value);
                if (!frame.IsWizard) return Denied(frame, at, draft, property, "only wizards may change the owner of {0}.");
                Structure.SetOwner(frame.Transaction, draft, owner);
                return value;
            case BuiltInProperty.Location or BuiltInProperty.Contents:
                return frame.Fail(at, ErrorCode.E_PERM, "{0}." + property.ToString().ToLowerInvariant() + " changes by move() alone", Value.Obj(draft.Id));
            case BuiltInProperty.Programmer or BuiltInProperty.Wizard:
                if (!frame.IsWizard) return Denied(frame, at, draft, property, "only wizards may change what {0} may do:");
                if (HiddenIds.IsHidden(draft.Id)) return frame.Fail(at, ErrorCode.E_INVARG, "an anonymous object can be neither programmer nor wizard");
                break;
            default:
                if (!isOwner) return Denied(frame, at, draft, property, "only its owner may change {0}.");
                break;
        }
        return SetFlag(frame, draft, property, value);
    }

    private static Value SetFlag(Frame frame, ObjectDraft draft, BuiltInProperty property, Value value)
    {
        var isSet = value.IsTrue;
        if (property == BuiltInProperty.Wizard && isSet != ((draft.Flags & ObjectFlags.Wizard) != 0))
        {
            frame.Task.Runtime.LogWizardBit(frame, draft.Id, isSet);
            Structure.SetFlag(draft, ObjectFlags.Wizard, isSet);
            frame.Task.MoveEpoch();
        }
        else
        {
            Structure.SetFlag(draft, FlagOf(property), isSet);
        }
        return value;
    }

    private static ObjectFlags FlagOf(BuiltInProperty property) => property switch
    {
        BuiltInProperty.Programmer => ObjectFlags.Programmer,
        BuiltInProperty.Wizard => ObjectFlags.Wizard,
        BuiltInProperty.R => ObjectFlags.Readable,
        BuiltInProperty.W => ObjectFlags.Writeable,
        BuiltInProperty.F => ObjectFlags.Fertile,
        _ => ObjectFlags.AnonymousFertile,
    };

    private static Value Mismatch(Frame frame, Node at, string detail, Value value) =>
        frame.Fail(at, ErrorCode.E_TYPE, detail, Value.Str(Kinds.Describe(value)));

    private static Value Denied(Frame frame, Node at, ObjectDraft draft, BuiltInProperty property, string detail) =>
        frame.Fail(at, ErrorCode.E_PERM, detail + property.ToString().ToLowerInvariant(), Value.Obj(draft.Id));
}
