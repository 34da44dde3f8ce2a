namespace Moo.Store.Values;

/// <summary>An error as a value: its code, and perhaps a message and a value of its own.</summary>
/// <remarks>Equality looks at the code alone, so <c>E_PERM("no entry") == E_PERM</c>.</remarks>
public sealed class MooError : ReferenceValue
{
    private readonly string? _message;

    internal MooError(ErrorCode code, string? message, Value value)
    {
        Code = code;
        _message = message;
        Value = value;
    }

    /// <summary>An error of this code with a message of its own.</summary>
    public static MooError Of(ErrorCode code, string? message, Value value = default) =>
        message is null && value.Is(default) ? code.Plain : new MooError(code, message, value);

    /// <summary>The code.</summary>
    public ErrorCode Code { get; }

    /// <summary>The message: its own, else the code's.</summary>
    public string Message => _message ?? Code.Message;

    /// <summary>Whether it has a message of its own.</summary>
    public bool HasMessage => _message is not null;

    /// <summary>The third argument of <c>raise()</c>; 0 where there was none.</summary>
    public Value Value { get; }

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Err;

    /// <inheritdoc/>
    public override long Bytes => 16 + (_message?.Length + 1 ?? 0) + (Value.Is(default) ? 0 : Value.Bytes);

    /// <inheritdoc/>
    public override int Depth => Value.Depth;
}
