using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Flyweights (mooR): making them, and looking at or changing their slots and contents.</summary>
/// <remarks>A flyweight never changes; each function that seems to change one returns another.</remarks>
internal static class FlyweightFunctions
{
    /// <summary>A flyweight that has the verbs of an object, and slots and contents of its own.</summary>
    /// <remarks>The slots are a map whose keys are symbols or strings.</remarks>
    /// <example>toflyweight(#1, ["name" -> "blade"], {"edge"}) => &lt;#1, .name = "blade", {"edge"}></example>
    /// <exception cref="MooError">E_TYPE for a key that is neither a symbol nor a string.</exception>
    [Builtin("toflyweight")]
    public static Value ToFlyweight(MooTask task, ObjectId @delegate, MooMap? slots = null, MooList? contents = null)
    {
        if (!Effort.OfElements(task, slots?.Count ?? 0)) return Value.Failure;
        var named = MooMap.Empty;
        foreach (var (key, value) in slots ?? MooMap.Empty)
        {
            if (Name(key) is not { } name) return BadName(task, key);
            named = named.Set(name, value);
        }
        return Quota.Check(task, Value.Of(new MooFlyweight(@delegate, named, contents ?? MooList.Empty)));
    }

    /// <summary>The slots of a flyweight: a map from symbols to values.</summary>
    /// <example>flyslots(&lt;#1, .name = "sword", .power = 10>) => ['name -> "sword", 'power -> 10]</example>
    [Builtin("flyslots")]
    public static MooMap FlySlots(MooFlyweight flyweight) => flyweight.Slots;

    /// <summary>The contents of a flyweight.</summary>
    /// <example>flycontents(&lt;#1, {"edge", "balanced"}>) => {"edge", "balanced"}</example>
    [Builtin("flycontents")]
    public static MooList FlyContents(MooFlyweight flyweight) => flyweight.Contents;

    /// <summary>A flyweight with one slot set, added if it was not there.</summary>
    /// <example>flyslotset(&lt;#1, .name = "sword">, 'power, 10) => &lt;#1, .name = "sword", .power = 10></example>
    /// <exception cref="MooError">E_TYPE if <paramref name="slot"/> is neither a symbol nor a string.</exception>
    [Builtin("flyslotset")]
    public static Value FlySlotSet(MooTask task, MooFlyweight flyweight, Value slot, Value value)
    {
        if (Name(slot) is not { } name) return BadName(task, slot);
        var slots = flyweight.Slots.Set(name, value);
        var checkedSlots = Quota.Check(task, Value.Of(slots));
        if (!checkedSlots.IsMap) return checkedSlots;
        return Quota.Check(task, Value.Of(new MooFlyweight(flyweight.Delegate, slots, flyweight.Contents)));
    }

    /// <summary>A flyweight without one of its slots; the same flyweight if it has no such slot.</summary>
    /// <example>flyslotremove(&lt;#1, .name = "sword", .power = 10>, 'power) => &lt;#1, .name = "sword"></example>
    /// <exception cref="MooError">E_TYPE if <paramref name="slot"/> is neither a symbol nor a string.</exception>
    [Builtin("flyslotremove")]
    public static Value FlySlotRemove(MooTask task, MooFlyweight flyweight, Value slot)
    {
        if (Name(slot) is not { } name) return BadName(task, slot);
        var slots = flyweight.Slots.Remove(name);
        if (ReferenceEquals(slots, flyweight.Slots)) return Value.Of(flyweight);
        return Value.Of(new MooFlyweight(flyweight.Delegate, slots, flyweight.Contents));
    }

    /// <summary>A flyweight with other contents.</summary>
    /// <example>flycontentsset(&lt;#1, {1, 2}>, {3}) => &lt;#1, {3}></example>
    [Builtin("flycontentsset")]
    public static Value FlyContentsSet(MooTask task, MooFlyweight flyweight, MooList contents) =>
        Quota.Check(task, Value.Of(new MooFlyweight(flyweight.Delegate, flyweight.Slots, contents)));

    // Slots are found by symbol; a string names the same slot.
    private static Value? Name(Value key) =>
        key.Try<MooSymbol>(out _) ? key : key.TryStr(out var text) && text.Length > 0 ? Value.Of(new MooSymbol(text)) : null;

    private static Value BadName(MooTask task, Value key) =>
        task.RaiseHere(ErrorCode.E_TYPE, "a slot is named by a symbol or a string, not by {0}", Value.Str(Kinds.Describe(key)));
}
