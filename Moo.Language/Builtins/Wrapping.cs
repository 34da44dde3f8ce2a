using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>From a C# result to a value. Called by the code that <see cref="BuiltinBinding"/> writes.</summary>
internal static class Wrapping
{
    public static Value Wrap(bool truth) => Value.Truth(truth);

    public static Value Wrap(long number) => Value.Int(number);

    public static Value Wrap(string text) => Value.Str(text);

    public static Value Wrap(ObjectId id) => Value.Obj(id);

    public static Value Wrap(MooList list) => Value.List(list);

    public static Value Wrap(MooMap map) => Value.Of(map);
}
