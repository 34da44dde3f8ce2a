using System.Collections.Frozen;
using System.Text;

namespace Moo.Protocols.Terminal;

/// <summary>A character set that a client's terminal may use. There are six, and they are these objects.</summary>
/// <remarks>
/// Own tables, because the server runs without the system's code pages. They change text only; GMCP and the other
/// structured messages are UTF-8 whatever the terminal uses.
/// </remarks>
public sealed class Charset
{
    private const int FirstHigh = 0x80;

    // What the bytes 80 to FF stand for; null for UTF-8.
    private readonly string? _high;
    private readonly FrozenDictionary<char, byte>? _bytes;

    private Charset(string name, string? high)
    {
        Name = name;
        _high = high;
        _bytes = high?.Select((c, i) => KeyValuePair.Create(c, (byte)(FirstHigh + i)))
            .Where(pair => pair.Key != Unknown).ToFrozenDictionary();
    }

    /// <summary>What stands for a byte sequence that is no character.</summary>
    public const char Unknown = '\uFFFD';

    /// <summary>UTF-8 (RFC 3629).</summary>
    public static Charset Utf8 { get; } = new("UTF-8", null);

    /// <summary>US-ASCII: the only one that every terminal shows. What it lacks is spelled out.</summary>
    public static Charset Ascii { get; } = new("US-ASCII", new string(Unknown, 128));

    /// <summary>ISO-8859-1, Western Europe. Its bytes 80 to 9F are no characters.</summary>
    public static Charset Latin1 { get; } =
        new("ISO-8859-1", new string(Unknown, 32) + string.Create(96, 0, static (chars, _) => Fill(chars, '\u00A0')));

    /// <summary>Windows code page 1251, Cyrillic.</summary>
    public static Charset Cp1251 { get; } = new(
        "CP1251",
        "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\uFFFD™љ›њќћџ" +
        "\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕї" +
        "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ" +
        "абвгдежзийклмнопрстуфхцчшщъыьэюя");

    /// <summary>KOI8-R, Cyrillic (RFC 1489).</summary>
    public static Charset Koi8R { get; } = new(
        "KOI8-R",
        "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u00A0⌡°²·÷" +
        "═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©" +
        "юабцдефгхийклмнопярстужвьызшэщчъ" +
        "ЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ");

    /// <summary>IBM code page 437, the character set of the PC's text screen.</summary>
    public static Charset Cp437 { get; } = new(
        "CP437",
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ" +
        "áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐" +
        "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀" +
        "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0");

    /// <summary>
    /// All of them, in the order in which a client is offered them: UTF-8 first, since some take the first they know.
    /// </summary>
    public static IReadOnlyList<Charset> All { get; } = [Utf8, Latin1, Cp1251, Koi8R, Cp437, Ascii];

    /// <summary>The name in the IANA registry, as it is offered to clients.</summary>
    public string Name { get; }

    /// <summary>The character set of that name or a common other spelling of it, or null.</summary>
    public static Charset? Find(ReadOnlySpan<char> name)
    {
        // "utf8", "UTF-8", "ISO_8859-1", "iso88591": what differs between spellings is punctuation and case.
        Span<char> plain = stackalloc char[16];
        var length = 0;
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                continue;
            if (length == plain.Length)
                return null;
            plain[length++] = char.ToUpperInvariant(c);
        }
        return plain[..length] switch
        {
            "UTF8" => Utf8,
            "ASCII" or "USASCII" or "ANSIX341968" or "ISO646US" => Ascii,
            "ISO88591" or "LATIN1" or "L1" => Latin1,
            "CP1251" or "WINDOWS1251" or "1251" => Cp1251,
            "KOI8R" => Koi8R,
            "CP437" or "IBM437" or "437" => Cp437,
            _ => null,
        };
    }

    /// <summary>Text from bytes. What is no character in this set becomes U+FFFD; nothing throws.</summary>
    public string Decode(ReadOnlySpan<byte> bytes)
    {
        if (_high is null)
            return Encoding.UTF8.GetString(bytes);
        var chars = bytes.Length <= 512 ? stackalloc char[bytes.Length] : new char[bytes.Length];
        for (var i = 0; i < chars.Length; i++)
            chars[i] = bytes[i] < FirstHigh ? (char)bytes[i] : _high[bytes[i] - FirstHigh];
        return chars.ToString();
    }

    /// <summary>
    /// The byte for a character of a single-byte set; false where the set lacks it, and always for UTF-8.
    /// </summary>
    public bool TryEncode(char character, out byte value)
    {
        value = (byte)character;
        return character < FirstHigh || (_bytes is not null && _bytes.TryGetValue(character, out value));
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static void Fill(Span<char> chars, char first)
    {
        for (var i = 0; i < chars.Length; i++)
            chars[i] = (char)(first + i);
    }
}
