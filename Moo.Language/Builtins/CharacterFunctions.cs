using System.Globalization;
using System.Text;
using Moo.Language.Builtins.Text;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Characters: numbers, names, and their bytes in other encodings (LambdaMOO 1.9).</summary>
internal static class CharacterFunctions
{
    /// <summary>The number that Unicode gives to a character.</summary>
    /// <example>ord("é") => 233</example>
    /// <exception cref="MooError">E_INVARG for a string that is not one character.</exception>
    [Builtin("ord")]
    public static Value Ord(MooTask task, string character) =>
        Single(character) is { } rune ? Value.Int(rune.Value) : NotOne(task, character);

    /// <summary>The name that Unicode gives to a character.</summary>
    /// <remarks>Names are those of Unicode 14.</remarks>
    /// <example>charname("é") => "LATIN SMALL LETTER E WITH ACUTE"</example>
    /// <exception cref="MooError">E_INVARG for a string that is not one character, or one that has no name.</exception>
    [Builtin("charname")]
    public static Value CharName(MooTask task, string character)
    {
        if (Single(character) is not { } rune) return NotOne(task, character);
        return UnicodeNames.Of(rune.Value) is { } name ? Value.Str(name)
            : task.RaiseHere(ErrorCode.E_INVARG, "the character with the number {0} has no name", Value.Int(rune.Value));
    }

    /// <summary>The character of a number, or of a name that Unicode gives to it.</summary>
    /// <example>{tochar(233), tochar("GREEK SMALL LETTER PI")} => {"é", "π"}</example>
    /// <exception cref="MooError">E_TYPE for what is neither number nor string; E_INVARG if there is no such character, or it cannot be shown.</exception>
    [Builtin("tochar")]
    public static Value ToChar(MooTask task, Value which)
    {
        if (!which.IsInt && !which.IsStr) return task.RaiseHere(ErrorCode.E_TYPE, "a character is meant by its number or name, not by {0}", Value.Str(Kinds.Describe(which)));
        var point = which.TryInt(out var number) ? number : UnicodeNames.Find(which.AsStr) ?? -1;
        return point is >= 0 and <= 0x10FFFF && Rune.IsValid((int)point) && IsPrintable(new Rune((int)point)) ? Value.Str(new Rune((int)point).ToString())
            : task.RaiseHere(ErrorCode.E_INVARG, "there is no character {0} that can be shown", which);
    }

    private static Rune? Single(string text) => Rune.DecodeFromUtf16(text, out var rune, out var length) == System.Buffers.OperationStatus.Done && length == text.Length ? rune : null;

    private static Value NotOne(MooTask task, string text) => task.RaiseHere(ErrorCode.E_INVARG, "{0} is not one character", Value.Str(Literal.Of(Value.Str(text))));

    private static bool IsPrintable(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Surrogate
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>Writes characters in an encoding, as a binary string.</summary>
    /// <remarks>
    /// <paramref name="what"/> is a string, a character's number, or a list of these. Encodings by their usual names: <c>"UTF-8"</c>, <c>"UTF-16LE"</c>,
    /// <c>"ISO-8859-1"</c>, <c>"windows-1252"</c>, <c>"shift_jis"</c> …
    /// </remarks>
    /// <example>encode_chars({"é", 8364}, "windows-1252") => "~E9~80"</example>
    /// <exception cref="MooError">E_INVARG for an unknown encoding, a character that it does not have, and for other kinds of value; E_QUOTA if the string would be too long.</exception>
    [Builtin("encode_chars")]
    public static Value EncodeChars(MooTask task, Value what, string encoding)
    {
        if (!Effort.OfBytes(task, what.Bytes)) return Value.Failure;
        if (FindEncoding(encoding) is not { } found) return UnknownEncoding(task, encoding);
        var text = new StringBuilder();
        if (Collect(task, text, what) is { } refused) return refused;
        try
        {
            return Quota.Check(task, Value.Str(ByteText.Write(found.GetBytes(text.ToString()))));
        }
        catch (EncoderFallbackException)
        {
            return task.RaiseHere(ErrorCode.E_INVARG, "{0} does not have all of these characters", Value.Str(encoding));
        }
    }

    // Null when all went well.
    private static Value? Collect(MooTask task, StringBuilder text, Value what)
    {
        if (what.TryStr(out var part))
        {
            text.Append(part);
            return null;
        }
        if (what.TryInt(out var number) && number is >= 0 and <= 0x10FFFF && Rune.IsValid((int)number))
        {
            text.Append(new Rune((int)number).ToString());
            return null;
        }
        if (!what.TryList(out var list)) return task.RaiseHere(ErrorCode.E_INVARG, "{0} is no character", what);
        foreach (var element in list)
            if (Collect(task, text, element) is { } refused) return refused;
        return null;
    }

    /// <summary>The characters that the bytes of a binary string stand for in an encoding: a list of strings, and of numbers for what cannot be shown.</summary>
    /// <remarks>With <paramref name="fully"/>, every character is a number. For encodings see <c>encode_chars()</c>.</remarks>
    /// <example>decode_chars("~E9t~E9~0A", "ISO-8859-1") => {"été", 10}</example>
    /// <exception cref="MooError">E_INVARG for a malformed binary string, an unknown encoding, or bytes that mean nothing in it; E_QUOTA if the list would be too large.</exception>
    [Builtin("decode_chars")]
    public static Value DecodeChars(MooTask task, string bytes, string encoding, bool fully = false)
    {
        const int costOfOne = 16;
        if (!Effort.Take(task, bytes.Length * (long)costOfOne)) return Value.Failure;
        if (ByteText.TryRead(bytes) is not { } raw) return task.RaiseHere(ErrorCode.E_INVARG, "this is no binary string: {0}", Value.Str(bytes));
        if (FindEncoding(encoding) is not { } found) return UnknownEncoding(task, encoding);
        string text;
        try
        {
            text = found.GetString(raw);
        }
        catch (DecoderFallbackException)
        {
            return task.RaiseHere(ErrorCode.E_INVARG, "these bytes are no text in {0}", Value.Str(encoding));
        }
        var (parts, shown) = (new List<Value>(), new StringBuilder());
        foreach (var rune in text.TrimStart('\uFEFF').EnumerateRunes())
        {
            if (!fully && IsPrintable(rune))
            {
                shown.Append(rune.ToString());
                continue;
            }
            if (shown.Length > 0) parts.Add(Value.Str(shown.ToString()));
            shown.Clear();
            parts.Add(Value.Int(rune.Value));
        }
        if (shown.Length > 0) parts.Add(Value.Str(shown.ToString()));
        return Quota.Check(task, Value.List(MooList.FromOwned([.. parts], parts.Count)));
    }

    private static Encoding? FindEncoding(string name)
    {
        // UTF-7 lets one text hide as another; nobody needs it.
        if (name.Equals("utf-7", StringComparison.OrdinalIgnoreCase)) return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Value UnknownEncoding(MooTask task, string name) => task.RaiseHere(ErrorCode.E_INVARG, "there is no encoding {0}", Value.Str(name));
}
