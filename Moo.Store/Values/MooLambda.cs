namespace Moo.Store.Values;

/// <summary>A function value: its source text and the variables it captured, by value.</summary>
/// <param name="source">The lambda expression as it was typed.</param>
/// <param name="captured">The captured variables: name (string) → value.</param>
/// <param name="programmer">Whose permissions it runs with: those of the verb that made it.</param>
public sealed class MooLambda(string source, MooMap captured, ObjectId programmer) : ReferenceValue
{
    /// <summary>The lambda expression as it was typed.</summary>
    public string Source => source;

    /// <summary>The captured variables: name (string) → value.</summary>
    public MooMap Captured => captured;

    /// <summary>Whose permissions it runs with: those of the verb that made it.</summary>
    public ObjectId Programmer => programmer;

    /// <summary>Where the interpreter keeps what it compiled from <see cref="Source"/>. Only a cache.</summary>
    public object? Compiled { get; set; }

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Lambda;

    /// <inheritdoc/>
    public override long Bytes => 32 + source.Length + captured.Bytes;

    /// <inheritdoc/>
    public override int Depth => captured.Depth + 1;
}
