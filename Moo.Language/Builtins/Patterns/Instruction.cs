using System.Buffers;

namespace Moo.Language.Builtins.Patterns;

/// <summary>What an instruction of a compiled pattern does.</summary>
internal enum PatternOperation : byte
{
    /// <summary>The whole pattern has matched.</summary>
    Match,
    /// <summary>Takes one of two ASCII characters: a letter in either case.</summary>
    Character,
    /// <summary>Takes a character of a set.</summary>
    Set,
    /// <summary>Takes as many characters of a set as there are; gives them back one by one if what follows fails.</summary>
    Run,
    /// <summary>Goes on behind; if that fails, at the target.</summary>
    Split,
    /// <summary>Goes on at the target.</summary>
    Jump,
    /// <summary>A group begins.</summary>
    GroupStart,
    /// <summary>A group ends.</summary>
    GroupEnd,
    /// <summary>Takes what a group has matched.</summary>
    Reference,
    /// <summary>Notes where a turn of a loop begins whose body may be empty.</summary>
    LoopStart,
    /// <summary>Ends such a loop, at the target, if the turn took nothing: it would go on for ever.</summary>
    LoopCheck,
    /// <summary><c>^</c></summary>
    LineStart,
    /// <summary><c>$</c></summary>
    LineEnd,
    /// <summary><c>%&lt;</c></summary>
    WordStart,
    /// <summary><c>%></c></summary>
    WordEnd,
    /// <summary><c>%b</c></summary>
    WordEdge,
    /// <summary><c>%B</c></summary>
    NoWordEdge,
}

/// <summary>An instruction of a compiled pattern.</summary>
internal struct Instruction
{
    public PatternOperation Operation;

    /// <summary>Of a run: what follows can begin with none of its characters, so that giving back is of no use.</summary>
    public bool IsPossessive;

    /// <summary>The character in one case and in the other.</summary>
    public char One, Other;

    /// <summary>Where to go on.</summary>
    public int Target;

    /// <summary>Which group or loop is meant; of a split or run, the first of its states' numbers.</summary>
    public int Number;

    /// <summary>Of a split or run: the loops around it whose bodies may be empty.</summary>
    /// <remarks>What follows from here depends on which of them have taken nothing in this turn: each combination is a state of its own.</remarks>
    public int[]? Loops;

    /// <summary>Which characters are taken.</summary>
    public CharacterSet? Set;

    /// <summary>Of a run: the characters that what follows begins with, if they are known and all ASCII.</summary>
    public SearchValues<char>? Next;
}
