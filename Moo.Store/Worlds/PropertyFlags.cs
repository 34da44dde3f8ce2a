namespace Moo.Store.Worlds;

/// <summary>The permission bits of a property.</summary>
[Flags]
public enum PropertyFlags : byte
{
    /// <summary>No bit.</summary>
    None = 0,
    /// <summary><c>r</c>: anybody may read the value.</summary>
    Read = 1,
    /// <summary><c>w</c>: anybody may set the value.</summary>
    Write = 2,
    /// <summary><c>c</c>: in a child the property belongs to the child's owner.</summary>
    ChangeOwner = 4,
}
