namespace Moo.Protocols.Editing;

/// <summary>What a key means to <see cref="LineEditor"/>.</summary>
internal enum Key
{
    /// <summary>Nothing.</summary>
    None,
    Enter,
    Backspace,
    Delete,

    /// <summary>Control-D: the character under the cursor goes; on an empty line, the user.</summary>
    DeleteOrEnd,
    Left,
    Right,
    WordLeft,
    WordRight,
    Home,
    End,
    Up,
    Down,
    KillToStart,
    KillToEnd,
    KillWordLeft,
    KillWordRight,
    Yank,

    /// <summary>Control-C.</summary>
    Cancel,

    /// <summary>Control-L.</summary>
    Redraw,
    PasteStart,
    PasteEnd,
}
