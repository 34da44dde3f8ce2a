namespace Moo.Protocols;

/// <summary>What <see cref="LineAssembler.Read"/> found.</summary>
internal enum LineResult
{
    NeedMore,
    Line,
    TooLong,
}
