using Moo.Store.Worlds;

namespace Moo.Store.Textdump;

/// <summary>The numbers by which textdumps write flags, bits and arguments (LambdaMOO, <c>db.h</c>).</summary>
internal static class DumpBits
{
    private const long User = 1 << 0, Programmer = 1 << 1, Wizard = 1 << 2, Readable = 1 << 4, Writeable = 1 << 5, Fertile = 1 << 7, AnonymousFertile = 1 << 8;
    private const int DirectShift = 4, IndirectShift = 6;

    public static bool IsPlayer(long flags) => (flags & User) != 0;

    public static long AsPlayer(long flags) => flags | User;

    public static ObjectFlags ToFlags(long flags) =>
        If(flags, User, ObjectFlags.Player) | If(flags, Programmer, ObjectFlags.Programmer) | If(flags, Wizard, ObjectFlags.Wizard)
        | If(flags, Readable, ObjectFlags.Readable) | If(flags, Writeable, ObjectFlags.Writeable) | If(flags, Fertile, ObjectFlags.Fertile)
        | If(flags, AnonymousFertile, ObjectFlags.AnonymousFertile);

    private static ObjectFlags If(long flags, long bit, ObjectFlags flag) => (flags & bit) != 0 ? flag : ObjectFlags.None;

    public static long FromFlags(ObjectFlags flags) =>
        If(flags, ObjectFlags.Player, User) | If(flags, ObjectFlags.Programmer, Programmer) | If(flags, ObjectFlags.Wizard, Wizard)
        | If(flags, ObjectFlags.Readable, Readable) | If(flags, ObjectFlags.Writeable, Writeable) | If(flags, ObjectFlags.Fertile, Fertile)
        | If(flags, ObjectFlags.AnonymousFertile, AnonymousFertile);

    private static long If(ObjectFlags flags, ObjectFlags flag, long bit) => (flags & flag) != 0 ? bit : 0;

    // The bits of properties and verbs are numbered alike there and here.
    public static PropertyFlags ToPropertyFlags(long bits) => (PropertyFlags)(bits & 7);

    public static VerbFlags ToVerbFlags(long bits) => (VerbFlags)(bits & 15);

    public static bool TryArguments(DumpedVerb verb, out VerbArguments arguments)
    {
        var isKnown = verb.Preposition >= VerbArguments.AnyPreposition && verb.Preposition < Prepositions.Count;
        arguments = new VerbArguments(ToSpec(verb.Bits >> DirectShift), isKnown ? (short)verb.Preposition : VerbArguments.AnyPreposition, ToSpec(verb.Bits >> IndirectShift));
        return isKnown;
    }

    private static ArgumentSpec ToSpec(long bits) => (bits & 3) switch
    {
        0 => ArgumentSpec.None,
        1 => ArgumentSpec.Any,
        _ => ArgumentSpec.This,
    };

    public static long FromVerb(Verb verb) =>
        (long)verb.Flags | (long)verb.Arguments.Direct << DirectShift | (long)verb.Arguments.Indirect << IndirectShift;
}
