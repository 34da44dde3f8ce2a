using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Moo.Store.Values;

/// <summary>Builds a string on a stack buffer first, on pooled arrays after. Dispose it, or call <see cref="Finish"/>.</summary>
/// <param name="initial">The first buffer, usually a stackalloc.</param>
public ref struct TextBuilder(Span<char> initial)
{
    private Span<char> _buffer = initial;
    private char[]? _rented;
    private int _length;

    /// <summary>The number of UTF-16 units so far.</summary>
    public readonly int Length => _length;

    /// <summary>What was built so far.</summary>
    public readonly ReadOnlySpan<char> Text => _buffer[.._length];

    /// <summary>Adds a character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(char c)
    {
        if (_length == _buffer.Length) Grow(1);
        _buffer[_length++] = c;
    }

    /// <summary>Adds text.</summary>
    public void Append(scoped ReadOnlySpan<char> text)
    {
        if (text.Length > _buffer.Length - _length) Grow(text.Length);
        text.CopyTo(_buffer[_length..]);
        _length += text.Length;
    }

    /// <summary>Adds a number in decimal.</summary>
    public void Append(long number)
    {
        const int longestNumber = 20;
        if (_buffer.Length - _length < longestNumber) Grow(longestNumber);
        number.TryFormat(_buffer[_length..], out var written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Takes back the last characters.</summary>
    public void Truncate(int length) => _length = length;

    /// <summary>The string; the builder is done.</summary>
    public string Finish()
    {
        var text = Text.ToString();
        Dispose();
        return text;
    }

    /// <summary>Gives the buffers back.</summary>
    public void Dispose()
    {
        if (_rented is not null) ArrayPool<char>.Shared.Return(_rented);
        this = default;
    }

    private void Grow(int needed)
    {
        var grown = ArrayPool<char>.Shared.Rent(Math.Max(checked(_length + needed), Math.Max(256, (int)Math.Min(_buffer.Length * 2L, Array.MaxLength))));
        Text.CopyTo(grown);
        if (_rented is not null) ArrayPool<char>.Shared.Return(_rented);
        _buffer = _rented = grown;
    }
}
