namespace Moo.Store.Worlds;

/// <summary>The parts of an object that are read and written separately, as far as conflicts go. Property values count one by one beside these.</summary>
[Flags]
internal enum Aspects : ushort
{
    None = 0,
    Existence = 1,
    Name = 2,
    Owner = 4,
    Flags = 8,
    Location = 16,
    Contents = 32,
    Children = 64,
    Class = 128,

    /// <summary>Which cells there are.</summary>
    Shape = 256,
    Metadata = 512,
}
