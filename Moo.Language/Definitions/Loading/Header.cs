using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Definitions.Loading;

/// <summary>An object's attributes as they are to be.</summary>
/// <param name="Name">The name.</param>
/// <param name="Owner">The owner.</param>
/// <param name="Location">Where it is.</param>
/// <param name="Parents">The parents.</param>
/// <param name="Flags">The flags that texts know.</param>
internal sealed record Header(string Name, ObjectId Owner, ObjectId Location, IReadOnlyList<ObjectId> Parents, ObjectFlags Flags)
{
    private const ObjectFlags Known = ObjectFlags.Player | ObjectFlags.Programmer | ObjectFlags.Wizard
        | ObjectFlags.Readable | ObjectFlags.Writeable | ObjectFlags.Fertile | ObjectFlags.AnonymousFertile;

    private static readonly (string Name, ObjectFlags Flag, char Letter)[] Letters =
    [
        ("PLAYER", ObjectFlags.Player, 'u'), ("PROGRAMMER", ObjectFlags.Programmer, 'p'), ("WIZARD", ObjectFlags.Wizard, 'w'),
        ("READABLE", ObjectFlags.Readable, 'r'), ("WRITEABLE", ObjectFlags.Writeable, 'W'), ("FERTILE", ObjectFlags.Fertile, 'f'),
        ("ANONYMOUS", ObjectFlags.AnonymousFertile, 'a'),
    ];

    /// <summary>What an object's attributes are.</summary>
    public static Header Of(ObjectDraft draft) =>
        new(draft.Name, draft.Owner, draft.Location, draft.Class.Parents.ToArray(), draft.Flags & (HiddenIds.IsHidden(draft.Id) ? Known & ~ObjectFlags.Waif : Known));

    /// <summary>
    /// What a text wants them to be. One that names the object is a whole description, in which what is not said has its default; one that
    /// does not says what is to change.
    /// </summary>
    public static Header Wanted(ObjectDefinition definition, ObjectDraft? existing, LoadOptions options)
    {
        var given = definition.Given;
        if (existing is null || options.Replaces || given.Contains("NAME"))
            return new Header(definition.Name, definition.Owner, definition.Location, definition.Parents, definition.Flags);
        var now = Of(existing);
        var flags = now.Flags;
        foreach (var (name, flag, _) in Letters)
            if (given.Contains(name)) flags = flags & ~flag | definition.Flags & flag;
        return new Header(now.Name,
            given.Contains("OWNER") ? definition.Owner : now.Owner,
            given.Contains("LOCATION") ? definition.Location : now.Location,
            given.Contains("PARENT") || given.Contains("PARENTS") ? definition.Parents : now.Parents,
            flags);
    }

    /// <summary>Name, owner and place, for reports.</summary>
    public Value Attributes => Value.List(Value.Str(Name), Value.Obj(Owner), Value.Obj(Location));

    /// <summary>The flags as letters, for reports: <c>upwrWfa</c>.</summary>
    public Value FlagLetters => Value.Str(string.Concat(Letters.Where(letter => (Flags & letter.Flag) != 0).Select(letter => letter.Letter)));

    /// <summary>The parents, for reports.</summary>
    public Value ParentList => Value.List(MooList.Of([.. Parents.Select(Value.Obj)]));
}
