using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Moo.Language.Builtins.Outside;

/// <summary>Bytes in strings, as LambdaMOO writes them: what is not printable ASCII, and the tilde itself, is <c>~XX</c>.</summary>
/// <remarks>LambdaMOO Programmer's Manual, 4.4.2.2 "Operations on Strings", <c>encode_binary()</c>.</remarks>
public static class BinaryText
{
    /// <summary>Whether every tilde is followed by two hexadecimal digits.</summary>
    public static bool IsValid(string text)
    {
        for (var i = text.IndexOf('~', StringComparison.Ordinal); i >= 0; i = text.IndexOf('~', i + 1))
            if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2])) return false;
        return true;
    }

    /// <summary>The bytes of a binary string; characters beyond ASCII count as UTF-8. False if it is none.</summary>
    public static bool TryDecode(string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (!IsValid(text)) return false;
        var buffer = new MemoryStream(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '~')
            {
                buffer.WriteByte(byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 3;
                continue;
            }
            var end = text.IndexOf('~', i);
            if (end < 0) end = text.Length;
            buffer.Write(Encoding.UTF8.GetBytes(text, i, end - i));
            i = end;
        }
        bytes = buffer.ToArray();
        return true;
    }

    /// <summary>The binary string of some bytes.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var value in bytes)
        {
            if (value is >= 0x20 and < 0x7F and not (byte)'~') text.Append((char)value);
            else text.Append('~').Append(value.ToString("X2", CultureInfo.InvariantCulture));
        }
        return text.ToString();
    }
}
