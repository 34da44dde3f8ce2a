using Moo.Store.Values;

namespace Moo.Store.Worlds;

/// <summary>A verb as one object defines it. Immutable; changing a verb makes a new one.</summary>
/// <param name="Names">The name patterns, blank-separated: <c>l*ook examine</c>.</param>
/// <param name="Owner">Whose permissions its program runs with.</param>
/// <param name="Flags">The permission bits.</param>
/// <param name="Arguments">The command lines it answers to.</param>
/// <param name="Source">The program as typed, lines separated by <c>\n</c>.</param>
public sealed record Verb(string Names, ObjectId Owner, VerbFlags Flags, VerbArguments Arguments, string Source)
{
    /// <summary>Where the interpreter keeps what it compiled from <see cref="Source"/>. Only a cache.</summary>
    public object? Compiled { get; set; }

    /// <summary>What object files and tools note about the verb.</summary>
    public MooMap Metadata { get; init; } = MooMap.Empty;

    /// <summary>The same verb with another program.</summary>
    public Verb WithSource(string source) => this with { Source = source, Compiled = null };

    /// <summary>Whether a word names this verb.</summary>
    public bool Answers(ReadOnlySpan<char> word) => VerbNames.Match(Names, word);

    /// <summary>Whether both are the same, the cache aside.</summary>
    public bool Equals(Verb? other) => other is not null && Names == other.Names && Owner == other.Owner
        && Flags == other.Flags && Arguments == other.Arguments && Source == other.Source
        && ValueComparison.AreEqual(Value.Of(Metadata), Value.Of(other.Metadata), matchCase: true);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Names, Owner, Flags, Arguments);
}
