using Moo.Store.Values;

namespace Moo.Language.Execution;

/// <summary>The command line's parts, as verbs see them in <c>argstr</c>, <c>dobj</c> and so on.</summary>
/// <remarks>Each is a value, since a verb may assign anything to these variables and callees see it (LambdaMOO).</remarks>
internal sealed record CommandWords(Value Argstr, Value Dobj, Value Dobjstr, Value Prepstr, Value Iobj, Value Iobjstr)
{
    /// <summary>Outside any command.</summary>
    public static readonly CommandWords None = new(
        Value.EmptyString, Value.Nothing, Value.EmptyString, Value.EmptyString, Value.Nothing, Value.EmptyString);
}
