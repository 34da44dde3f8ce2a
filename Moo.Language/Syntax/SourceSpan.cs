namespace Moo.Language.Syntax;

/// <summary>A stretch of source text, in UTF-16 units.</summary>
/// <param name="Start">Where it starts, from 0.</param>
/// <param name="Length">How long it is.</param>
public readonly record struct SourceSpan(int Start, int Length)
{
    /// <summary>The place behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>The stretch from the start of one to the end of another.</summary>
    public static SourceSpan Between(SourceSpan first, SourceSpan last) => new(first.Start, last.End - first.Start);
}
