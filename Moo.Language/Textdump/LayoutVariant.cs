namespace Moo.Language.Textdump;

/// <summary>What the compilers of LambdaMOO and its heirs do not all do alike.</summary>
/// <param name="LargestInteger">The largest integer that is an instruction of its own: all numbers that no other instruction has are used for that.</param>
/// <param name="HasIterators">Whether loops over collections keep an iterator (ToastStunt).</param>
internal readonly record struct LayoutVariant(long LargestInteger, bool HasIterators)
{
    /// <summary>Those that are known: LambdaMOO with and without BYTECODE_REDUCE_REF, then Stunt, then ToastStunt.</summary>
    public static IEnumerable<LayoutVariant> All =>
    [
        new(99, false), new(132, false), new(97, true), new(94, true), new(130, true), new(127, true), new(96, true), new(98, true), new(97, false), new(94, false),
    ];
}
