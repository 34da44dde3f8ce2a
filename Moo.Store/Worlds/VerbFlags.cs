namespace Moo.Store.Worlds;

/// <summary>The permission bits of a verb.</summary>
[Flags]
public enum VerbFlags : byte
{
    /// <summary>No bit.</summary>
    None = 0,
    /// <summary><c>r</c>: anybody may read the program.</summary>
    Read = 1,
    /// <summary><c>w</c>: anybody may change the program.</summary>
    Write = 2,
    /// <summary><c>x</c>: other verbs may call it.</summary>
    Execute = 4,
    /// <summary><c>d</c>: errors are raised; without it they are values.</summary>
    Debug = 8,
}
