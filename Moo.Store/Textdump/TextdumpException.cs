namespace Moo.Store.Textdump;

/// <summary>A textdump cannot be read: it is cut off, damaged, or of an unknown kind. Nothing was imported.</summary>
/// <param name="line">The 1-based line where reading stopped.</param>
/// <param name="reason">What was found, and what belongs there.</param>
public sealed class TextdumpException(long line, string reason) : Exception($"line {line}: {reason}")
{
    /// <summary>The 1-based line where reading stopped.</summary>
    public long Line => line;
}
