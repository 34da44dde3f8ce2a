using System.Buffers;
using System.Text;

namespace Moo.Protocols.Mssp;

/// <summary>Writes an <see cref="MsspTable"/> in both of MSSP's forms.</summary>
public static class MsspWriter
{
    private const byte Variable = 1, Value = 2;
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\0\u0001\u0002\r\n\t");

    /// <summary>The payload of the telnet subnegotiation, in UTF-8.</summary>
    public static byte[] ToTelnet(MsspTable table)
    {
        var bytes = new ArrayBufferWriter<byte>();
        foreach (var (name, values) in table.Variables)
        {
            bytes.Write([Variable]);
            Encoding.UTF8.GetBytes(Clean(name), bytes);
            foreach (var value in values)
            {
                bytes.Write([Value]);
                Encoding.UTF8.GetBytes(Clean(value), bytes);
            }
        }
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>The answer to a line <c>MSSP-REQUEST</c>: name and value apart by a tab, one line each.</summary>
    public static string ToText(MsspTable table)
    {
        var text = new StringBuilder("\nMSSP-REPLY-START\n");
        foreach (var (name, values) in table.Variables)
            text.Append(Clean(name)).Append('\t').AppendJoin('\t', values.Select(Clean)).Append('\n');
        return text.Append("MSSP-REPLY-END\n").ToString();
    }

    // Neither form can quote its separators, so they become blanks.
    private static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(Forbidden))
            return text;
        return string.Create(text.Length, text, static (chars, from) =>
        {
            from.CopyTo(chars);
            chars.ReplaceAny(Forbidden, ' ');
        });
    }
}
