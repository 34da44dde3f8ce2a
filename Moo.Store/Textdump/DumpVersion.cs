namespace Moo.Store.Textdump;

/// <summary>A textdump's format version, and what it tells about the file.</summary>
/// <remarks>
/// 0 (no header) to 4 are LambdaMOO's, 5 to 17 Stunt's and ToastStunt's: each adds to the one before, so a version is also a list of
/// features (ToastStunt, <c>version.h</c>).
/// </remarks>
/// <param name="Number">The number in the header.</param>
public readonly record struct DumpVersion(int Number)
{
    /// <summary>The last one of LambdaMOO.</summary>
    public static readonly DumpVersion LambdaMoo = new(4);

    /// <summary>The last one of ToastStunt.</summary>
    public static readonly DumpVersion ToastStunt = new(17);

    /// <summary>Whether this server reads it.</summary>
    public bool IsKnown => Number >= 0 && Number <= ToastStunt.Number;

    /// <summary>Whether each frame of a suspended task says its language version.</summary>
    public bool HasFrameVersions => Number >= 3;

    /// <summary>Whether objects list their contents, parents and children as values.</summary>
    public bool HasLists => Number >= 5;

    /// <summary>Whether suspended tasks have a local value.</summary>
    public bool HasTaskLocal => Number >= 6;

    /// <summary>Whether 10 is a map; before, LambdaMOO with the WAIF patch writes WAIFs as 10.</summary>
    public bool HasMaps => Number >= 7;

    /// <summary>Whether interrupted tasks are listed.</summary>
    public bool HasInterruptedTasks => Number >= 10;

    /// <summary>Whether a frame's <c>this</c> is a value of its own.</summary>
    public bool HasThis => Number >= 11;

    /// <summary>Whether there are anonymous objects; tasks and connections then stand before the objects.</summary>
    public bool HasAnonymous => Number >= 13;

    /// <summary>Whether objects say when they were moved last.</summary>
    public bool HasLastMove => Number >= 15;

    /// <summary>Whether frames say whether they run threaded.</summary>
    public bool HasThreadMode => Number >= 16;

    /// <inheritdoc/>
    public override string ToString() => Number <= LambdaMoo.Number ? $"LambdaMOO version {Number}" : $"ToastStunt version {Number}";
}
