namespace Moo.Store.Worlds;

/// <summary>What a verb wants in the place of an object on the command line.</summary>
public enum ArgumentSpec : byte
{
    /// <summary>Nothing may stand there.</summary>
    None,
    /// <summary>Anything, or nothing.</summary>
    Any,
    /// <summary>The object that has the verb.</summary>
    This,
}

/// <summary>The command lines a verb answers to: direct object, preposition, indirect object.</summary>
/// <param name="Direct">What the direct object must be.</param>
/// <param name="Preposition">
/// The number of the preposition group (see <see cref="Prepositions"/>), or <see cref="NoPreposition"/> or <see cref="AnyPreposition"/>.
/// </param>
/// <param name="Indirect">What the indirect object must be.</param>
public readonly record struct VerbArguments(ArgumentSpec Direct, short Preposition, ArgumentSpec Indirect)
{
    /// <summary><c>none</c>: no preposition may stand there.</summary>
    public const short NoPreposition = -1;

    /// <summary><c>any</c>: whatever preposition, or none.</summary>
    public const short AnyPreposition = -2;

    /// <summary><c>this none this</c>: a verb that is called, never typed.</summary>
    public static readonly VerbArguments Method = new(ArgumentSpec.This, NoPreposition, ArgumentSpec.This);
}
