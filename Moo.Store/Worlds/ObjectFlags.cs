namespace Moo.Store.Worlds;

/// <summary>The flags of an object (LambdaMOO Programmer's Manual, 2.2.1 "Fundamental Object Attributes").</summary>
[Flags]
public enum ObjectFlags : byte
{
    /// <summary>No flag.</summary>
    None = 0,
    /// <summary>It is a player.</summary>
    Player = 1,
    /// <summary>Its verbs may be programmed by it: the <c>programmer</c> bit.</summary>
    Programmer = 2,
    /// <summary>Of a hidden object, which can be no programmer: it is a WAIF, not an anonymous object.</summary>
    Waif = Programmer,
    /// <summary>The <c>wizard</c> bit: passes every permission check.</summary>
    Wizard = 4,
    /// <summary>The <c>r</c> bit: anybody may list its properties and verbs.</summary>
    Readable = 8,
    /// <summary>The <c>w</c> bit: anybody may add properties and verbs.</summary>
    Writeable = 16,
    /// <summary>The <c>f</c> bit: anybody may make children of it.</summary>
    Fertile = 32,
    /// <summary>The <c>a</c> bit (ToastStunt): anybody may make anonymous children of it.</summary>
    AnonymousFertile = 64,
    /// <summary>The server's own note: anonymous objects or WAIFs descend from it, though it may have no children.</summary>
    HasHiddenChildren = 128,
}
