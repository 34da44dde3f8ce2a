using System.Buffers;
using System.Globalization;
using System.Text;
using Moo.Store.Values;

namespace Moo.Language.Builtins.Text;

/// <summary>Bytes as MOO has always written them: in a string, with <c>~XX</c> for whatever is no printable ASCII character.</summary>
/// <remarks>
/// LambdaMOO Programmer's Manual, 4.1.2 "binary strings". A character outside ASCII in such a string stands for its UTF-8 bytes.
/// </remarks>
internal static class ByteText
{
    private const string Digits = "0123456789ABCDEF";

    /// <summary>The bytes of a binary string, or of a binary value; null for a malformed string and for any other value.</summary>
    public static byte[]? TryRead(Value value) => value.Reference switch
    {
        string text => TryRead(text),
        MooBinary binary => binary.AsSpan().ToArray(),
        _ => null,
    };

    /// <summary>The bytes of a binary string; null if a <c>~</c> is not followed by two hexadecimal digits.</summary>
    public static byte[]? TryRead(string text)
    {
        if (!text.Contains('~')) return Encoding.UTF8.GetBytes(text);
        var bytes = new ArrayBufferWriter<byte>(text.Length);
        var rest = text.AsSpan();
        while (true)
        {
            var mark = rest.IndexOf('~');
            Encoding.UTF8.GetBytes(mark < 0 ? rest : rest[..mark], bytes);
            if (mark < 0) return bytes.WrittenSpan.ToArray();
            if (rest.Length < mark + 3) return null;
            if (!byte.TryParse(rest.Slice(mark + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) return null;
            bytes.Write([value]);
            rest = rest[(mark + 3)..];
        }
    }

    /// <summary>The binary string of bytes.</summary>
    public static string Write(ReadOnlySpan<byte> bytes)
    {
        var text = new TextBuilder(stackalloc char[256]);
        foreach (var value in bytes)
        {
            if (value != '~' && IsPrintable(value)) text.Append((char)value);
            else AppendEscaped(ref text, value);
        }
        return text.Finish();
    }

    /// <summary>Bytes with every one of them escaped, as hashes are returned in binary form.</summary>
    public static string WriteEscaped(ReadOnlySpan<byte> bytes)
    {
        var text = new TextBuilder(stackalloc char[256]);
        foreach (var value in bytes) AppendEscaped(ref text, value);
        return text.Finish();
    }

    /// <summary>Whether a byte is a printable ASCII character or a blank.</summary>
    public static bool IsPrintable(byte value) => value is >= (byte)' ' and < 127;

    private static void AppendEscaped(ref TextBuilder text, byte value)
    {
        text.Append('~');
        text.Append(Digits[value >> 4]);
        text.Append(Digits[value & 15]);
    }
}
