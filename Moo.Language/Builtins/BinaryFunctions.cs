using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Moo.Language.Builtins.Text;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Bytes in strings, and their encodings.</summary>
internal static class BinaryFunctions
{
    private const int MostRandomBytes = 10_000;
    private const int ValuesPerTick = 64;

    /// <summary>
    /// Takes a binary string (<c>~XX</c> for a byte) apart: strings of printable characters, and numbers for all other bytes.
    /// </summary>
    /// <remarks>With <paramref name="fully"/> every byte becomes a number. Tabs count as printable.</remarks>
    /// <example>decode_binary("foo~0D~0A") => {"foo", 13, 10}</example>
    /// <example>decode_binary("foo", 1) => {102, 111, 111}</example>
    /// <exception cref="MooError">E_INVARG for a malformed binary string; E_QUOTA if the list would be too large.</exception>
    [Builtin("decode_binary")]
    public static Value DecodeBinary(MooTask task, string text, bool fully = false)
    {
        if (!Effort.Take(task, text.Length * 16L)) return Value.Failure;
        if (ByteText.TryRead(text) is not { } bytes) return Malformed(task);
        var parts = new List<Value>();
        var weight = 0L;
        for (var at = 0; at < bytes.Length && weight <= task.Limits.MaxListBytes; weight += parts[^1].Bytes)
        {
            var end = at;
            while (!fully && end < bytes.Length && (ByteText.IsPrintable(bytes[end]) || bytes[end] == '\t')) end++;
            parts.Add(end > at ? Value.Str(Encoding.ASCII.GetString(bytes, at, end - at)) : Value.Int(bytes[at]));
            at = Math.Max(end, at + 1);
        }
        return Quota.Check(task, Value.List(MooList.FromOwned([.. parts], parts.Count)));
    }

    /// <summary>Makes a binary string of numbers, strings and lists of them: the opposite of <c>decode_binary()</c>.</summary>
    /// <remarks>A string is taken as it stands: a <c>~</c> in it is a tilde. Characters outside ASCII are their UTF-8 bytes.</remarks>
    /// <example>encode_binary("foo", 10, {"~", 255}) => "foo~0A~7E~FF"</example>
    /// <exception cref="MooError">
    /// E_INVARG for a number that is no byte, and for other kinds of value; E_QUOTA if the string would be too long.
    /// </exception>
    [Builtin("encode_binary")]
    public static Value EncodeBinary(MooTask task, params ReadOnlySpan<Value> values)
    {
        using var bytes = new MemoryStream();
        var count = 0;
        return Collect(task, bytes, values, ref count) ?? Quota.Check(task, Value.Str(ByteText.Write(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))));
    }

    // Null when all went well.
    private static Value? Collect(MooTask task, MemoryStream bytes, ReadOnlySpan<Value> values, ref int count)
    {
        foreach (ref readonly var value in values)
        {
            if (++count % ValuesPerTick == 0 && !task.Spend(1)) return Value.Failure;
            switch (value.Reference)
            {
                case null when value.AsInt is >= 0 and <= 255:
                    bytes.WriteByte((byte)value.AsInt);
                    break;
                case string text:
                    bytes.Write(Encoding.UTF8.GetBytes(text));
                    break;
                case MooBinary binary:
                    bytes.Write(binary.AsSpan());
                    break;
                case MooList list:
                    if (Collect(task, bytes, list.AsSpan(), ref count) is { } refused) return refused;
                    break;
                default:
                    return task.RaiseHere(ErrorCode.E_INVARG, "{0} is no byte", value);
            }
            if (bytes.Length > task.Limits.MaxStringConcat) break;
        }
        return null;
    }

    /// <summary>Writes the bytes of a binary string, or of a binary value, in base 64.</summary>
    /// <remarks>
    /// With <paramref name="urlSafe"/> <c>-</c> and <c>_</c> take the place of <c>+</c> and <c>/</c>, and no padding is written; nor with
    /// <paramref name="noPadding"/>.
    /// </remarks>
    /// <example>encode_base64("Hello~0A") => "SGVsbG8K"</example>
    /// <exception cref="MooError">E_INVARG for a malformed binary string; E_TYPE for other kinds of value.</exception>
    [Builtin("encode_base64")]
    public static Value EncodeBase64(MooTask task, Value data, bool urlSafe = false, bool noPadding = false)
    {
        if (Bytes(task, data, out var refused) is not { } bytes) return refused;
        if (!Effort.Take(task, bytes.Length)) return Value.Failure;
        var text = urlSafe ? Base64Url.EncodeToString(bytes) : Convert.ToBase64String(bytes);
        return Quota.Check(task, Value.Str(noPadding ? text.TrimEnd('=') : text));
    }

    /// <summary>The bytes that a text in base 64 stands for, as a binary string.</summary>
    /// <remarks>
    /// With <paramref name="urlSafe"/> the text has <c>-</c> and <c>_</c> and may lack its padding. Differs from mooR: there the result
    /// is a binary value.
    /// </remarks>
    /// <example>decode_base64("SGVsbG8K") => "Hello~0A"</example>
    /// <exception cref="MooError">E_INVARG if the text is not base 64.</exception>
    [Builtin("decode_base64")]
    public static Value DecodeBase64(MooTask task, string text, bool urlSafe = false)
    {
        if (!Effort.Take(task, text.Length)) return Value.Failure;
        var digits = text.AsSpan().TrimEnd('=');
        var isPadded = text.Length % 4 == 0 && text.Length - digits.Length <= 2;
        var isWhole = isPadded || urlSafe && digits.Length == text.Length && digits.Length % 4 != 1;
        if (!isWhole || digits.ContainsAny(urlSafe ? "+/ \t\r\n" : "-_ \t\r\n"))
            return task.RaiseHere(ErrorCode.E_INVARG, "the text is not base 64");
        var padded = digits.ToString().Replace('-', '+').Replace('_', '/').PadRight((digits.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length / 4 * 3];
        if (!Convert.TryFromBase64String(padded, bytes, out var written))
            return task.RaiseHere(ErrorCode.E_INVARG, "the text is not base 64");
        return Quota.Check(task, Value.Str(ByteText.Write(bytes.AsSpan(0, written))));
    }

    /// <summary>Writes the bytes of a text (in UTF-8) or of a binary value in base 32.</summary>
    /// <example>encode_base32("Hello") => "JBSWY3DP"</example>
    /// <exception cref="MooError">E_TYPE for other kinds of value.</exception>
    [Builtin("encode_base32")]
    public static Value EncodeBase32(MooTask task, Value data)
    {
        byte[] bytes;
        if (data.TryStr(out var text)) bytes = Encoding.UTF8.GetBytes(text);
        else if (data.Try<MooBinary>(out var binary)) bytes = binary.AsSpan().ToArray();
        else return NoBytes(task, data);
        return Effort.Take(task, bytes.Length * 4L) ? Quota.Check(task, Value.Str(Base32.Encode(bytes))) : Value.Failure;
    }

    /// <summary>The bytes that a text in base 32 stands for, as a binary value.</summary>
    /// <remarks>Small letters will do, and padding may be missing.</remarks>
    /// <example>decode_base32("JBSWY3DP") => b"SGVsbG8="</example>
    /// <exception cref="MooError">E_INVARG if the text is not base 32.</exception>
    [Builtin("decode_base32")]
    public static Value DecodeBase32(MooTask task, string text)
    {
        if (!Effort.Take(task, text.Length * 4L)) return Value.Failure;
        return Base32.TryDecode(text) is { } bytes ? Value.Of(new MooBinary(bytes))
            : task.RaiseHere(ErrorCode.E_INVARG, "the text is not base 32");
    }

    /// <summary>The text that bytes are in UTF-8. They may be a binary value or a binary string.</summary>
    /// <remarks>With <paramref name="allowLossy"/> what is no UTF-8 becomes U+FFFD.</remarks>
    /// <example>binary_to_str(b"w6k=") => "é"</example>
    /// <exception cref="MooError">E_INVARG for bytes that are not UTF-8; E_TYPE for other kinds of value.</exception>
    [Builtin("binary_to_str")]
    public static Value BinaryToStr(MooTask task, Value data, bool allowLossy = false)
    {
        if (Bytes(task, data, out var refused) is not { } bytes) return refused;
        if (!allowLossy && !System.Text.Unicode.Utf8.IsValid(bytes)) return task.RaiseHere(ErrorCode.E_INVARG, "the bytes are not UTF-8");
        return Quota.Check(task, Value.Str(Encoding.UTF8.GetString(bytes)));
    }

    /// <summary>The UTF-8 bytes of a text as a binary value.</summary>
    /// <example>binary_from_str("é") => b"w6k="</example>
    [Builtin("binary_from_str")]
    public static Value BinaryFromStr(string text) => Value.Of(new MooBinary(Encoding.UTF8.GetBytes(text)));

    /// <summary>Random bytes, fit for keys, as a binary string.</summary>
    /// <remarks>At most 10000 at once. Differs from mooR: there the result is a binary value.</remarks>
    /// <example>length(decode_binary(random_bytes(20), 1)) => 20</example>
    /// <exception cref="MooError">E_INVARG for a number below 0 or above 10000.</exception>
    [Builtin("random_bytes")]
    public static Value RandomBytes(MooTask task, long count) => count is < 0 or > MostRandomBytes
        ? task.RaiseHere(ErrorCode.E_INVARG, "{0} random bytes are not to be had at once", Value.Int(count))
        : Quota.Check(task, Value.Str(ByteText.Write(RandomNumberGenerator.GetBytes((int)count))));

    /// <summary>The bytes of an argument: a binary string or a binary value. Null, and the error raised, if it is neither.</summary>
    internal static byte[]? Bytes(MooTask task, Value data, out Value refused)
    {
        refused = default;
        if (ByteText.TryRead(data) is { } bytes) return bytes;
        refused = data.IsStr ? Malformed(task) : NoBytes(task, data);
        return null;
    }

    private static Value Malformed(MooTask task) =>
        task.RaiseHere(ErrorCode.E_INVARG, "in a binary string a ~ must be followed by two hexadecimal digits");

    private static Value NoBytes(MooTask task, Value data) =>
        task.RaiseHere(ErrorCode.E_TYPE, "a string or a binary string is needed, not {0}", Value.Str(Kinds.Describe(data)));
}
