namespace Moo.Language.Builtins.Documents;

/// <summary>The codes of CBOR (RFC 8949, 3), and the names of what only MOO has.</summary>
internal static class Cbor
{
    public const int KindShift = 5;
    public const int Unsigned = 0, Negative = 1, Bytes = 2, Text = 3, Array = 4, Map = 5, Tag = 6, Simple = 7;

    public const byte False = 0xF4, True = 0xF5, Double = 0xFB;

    /// <summary>"Serialised language-independent object with type name and constructor arguments", in IANA's registry of tags.</summary>
    public const ulong ObjectTag = 27;

    public const string ObjectName = "moo/obj", SymbolName = "moo/sym", ErrorName = "moo/err", FlyweightName = "moo/flyweight";
}
