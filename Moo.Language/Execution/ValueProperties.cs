using System.Diagnostics.CodeAnalysis;
using Moo.Store.Values;

namespace Moo.Language.Execution;

/// <summary>Properties of what is not an object number: WAIFs, anonymous objects, flyweights, errors.</summary>
internal static class ValueProperties
{
    /// <summary>A property's name from a value: a string or a symbol.</summary>
    public static bool TryName(Value value, [NotNullWhen(true)] out string? name)
    {
        name = value.TryStr(out var text) ? text : value.Try<MooSymbol>(out var symbol) ? symbol.Name : null;
        return name is not null;
    }

    public static Value ReadOther(Frame frame, Node at, Value holder, string name)
    {
        switch (holder.Reference)
        {
            case MooAnonymous anonymous:
                return new PropertySite(name).Read(frame, at, Value.Obj(anonymous.Id));
            case MooWaif waif:
                return Waifs.Read(frame, at, waif, name);
            case MooFlyweight flyweight:
                return ReadSlot(frame, at, flyweight, name);
            default:
                return holder.IsFailure ? holder
                    : frame.Fail(at, ErrorCode.E_TYPE, "{0} is no object and has no properties", Value.Str(Kinds.Describe(holder)));
        }
    }

    // A flyweight has its delegate's verbs, but not its properties (mooR).
    private static Value ReadSlot(Frame frame, Node at, MooFlyweight flyweight, string name)
    {
        if (flyweight.Slots.TryGet(Value.Of(new MooSymbol(name)), out var slot)) return slot;
        return MooText.EqualsIgnoringCase(name, "delegate") ? Value.Obj(flyweight.Delegate)
            : frame.Fail(at, ErrorCode.E_PROPNF, "the flyweight has no slot {0}", Value.Str(name));
    }

    public static Value WriteOther(Frame frame, Node at, Value holder, string name, Value value)
    {
        switch (holder.Reference)
        {
            case MooAnonymous anonymous:
                return new PropertySite(name).Write(frame, at, Value.Obj(anonymous.Id), value);
            case MooWaif waif:
                return Waifs.Write(frame, at, waif, name, value);
            default:
                return frame.Fail(at, ErrorCode.E_TYPE, "{0} is no object and has no properties to set", Value.Str(Kinds.Describe(holder)));
        }
    }
}
