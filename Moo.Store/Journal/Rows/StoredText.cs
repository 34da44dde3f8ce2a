using System.Buffers;
using System.Text;
using Moo.Store.Values;

namespace Moo.Store.Journal.Rows;

/// <summary>Names and program texts as the databases take them.</summary>
/// <remarks>
/// PostgreSQL's text holds no U+0000, and a verb may well put one into a name: it is written as <c>␀0</c>, and <c>␀</c>
/// (U+2400) itself as <c>␀␀</c>. Texts without the two, which is all that one meets, are written as they are.
/// </remarks>
internal static class StoredText
{
    private const char Mark = '\u2400';
    private static readonly SearchValues<char> Special = SearchValues.Create(['\0', Mark]);

    public static string Write(string text)
    {
        if (text.AsSpan().IndexOfAny(Special) >= 0) text = text.Replace("\u2400", "\u2400\u2400").Replace("\0", "\u24000");
        return MooText.Repair(text); // no database takes half a surrogate pair
    }

    public static string Read(ReadOnlySpan<byte> utf8) => Read(Encoding.UTF8.GetString(utf8));

    public static string Read(string text)
    {
        if (!text.Contains(Mark)) return text;
        var read = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Mark && i + 1 < text.Length) read.Append(text[++i] == '0' ? '\0' : text[i]);
            else read.Append(text[i]);
        }
        return read.ToString();
    }
}
