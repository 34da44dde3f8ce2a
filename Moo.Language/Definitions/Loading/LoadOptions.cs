using Moo.Store.Values;

namespace Moo.Language.Definitions.Loading;

/// <summary>What becomes of the parts of an existing object that a text describes differently.</summary>
internal enum ConflictMode
{
    /// <summary>The text's are taken.</summary>
    Clobber,
    /// <summary>The object's are kept.</summary>
    Skip,
    /// <summary>Nothing changes at all.</summary>
    Detect,
}

/// <summary>How the text of one object is loaded into a running world.</summary>
internal sealed record LoadOptions
{
    public ConflictMode Mode { get; init; }

    /// <summary>Whether only to find out what would change.</summary>
    public bool IsTrial { get; init; }

    /// <summary>Whether what the text does not name goes.</summary>
    public bool Replaces { get; init; }

    /// <summary>Whether the text goes into another object than it names: its stable name stays behind.</summary>
    public bool IsCopy { get; init; }

    /// <summary>The parts that may change; null for all.</summary>
    public IReadOnlySet<string>? Parts { get; init; }

    /// <summary>Parts that the text's versions are taken of whatever the mode: <c>{object, part}</c> each.</summary>
    public MooList Overrides { get; init; } = MooList.Empty;

    /// <summary>Parts that go if the text does not name them: <c>{object, part}</c> each.</summary>
    public MooList Removals { get; init; } = MooList.Empty;

    /// <summary>The names of parts (mooR's entities).</summary>
    public static class Part
    {
        public const string Flags = "object_flags";
        public const string Attributes = "builtin_props";
        public const string Parents = "parentage";
        public const string Metadata = "metadata";
        public const string Property = "property_def";
        public const string Value = "property_value";
        public const string Access = "property_flag";
        public const string PropertyMetadata = "property_metadata";
        public const string Verb = "verb_def";
        public const string Program = "verb_program";
        public const string VerbMetadata = "verb_metadata";

        public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            Flags, Attributes, Parents, Metadata, Property, Value, Access, PropertyMetadata, Verb, Program, VerbMetadata,
        };
    }
}
