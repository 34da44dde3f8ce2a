using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>WAIFs: objects without a number, as many as a world likes, gone when nothing refers to them.</summary>
internal static class WaifFunctions
{
    /// <summary>Makes a WAIF of the class that calls this: <c>this</c> of the running verb.</summary>
    /// <remarks>
    /// Its owner is the programmer. Its properties are those that the class defines with a colon in front (<c>:name</c>), its verbs likewise
    /// (ToastStunt). Usually a verb <c>:new</c> of the class makes it and sets it up.
    /// </remarks>
    /// <example>
    /// c = create(#1); add_property(c, ":size", 3, {player, "rc"}); add_verb(c, {player, "xd", "new"}, {"this", "none", "this"}); set_verb_code(c, "new", {"return new_waif();"}); w = c:new(); w.size = w.size + 1; return {typeof(w) == WAIF, w.size, w.class == c, w.owner}; => {1, 4, 1, #2}
    /// </example>
    /// <exception cref="MooError">E_INVIND if <c>this</c> is no object; E_INVARG if it is an anonymous one.</exception>
    [Builtin("new_waif")]
    public static Value NewWaif(MooTask task)
    {
        var self = task.Top!.This;
        if (self.Kind == ValueKind.Anon) return task.RaiseHere(ErrorCode.E_INVARG, "an anonymous object cannot be the class of a WAIF");
        var id = self.Try<MooWaif>(out var waif) ? waif.Class : self.TryObj(out var number) ? number : ObjectId.Nothing;
        if (!task.Transaction.IsValid(id)) return task.RaiseHere(ErrorCode.E_INVIND, "{0} is no object that can be the class of a WAIF", self);
        return Value.Of(new MooWaif(Structure.CreateHidden(task.Transaction, [id], task.Programmer).Id, id));
    }
}
