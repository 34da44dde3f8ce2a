using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Moo.Protocols.Tests.Support;

/// <summary>Telnet bytes, as tests write and read them.</summary>
internal static class Wire
{
    private const byte Se = 240, Sb = 250, Iac = 255;

    private static readonly Dictionary<byte, string> Commands =
        Names("239 EOR 240 SE 241 NOP 246 AYT 249 GA 250 SB 251 WILL 252 WONT 253 DO 254 DONT");

    private static readonly Dictionary<byte, string> Options = Names(
        "0 BINARY 1 ECHO 3 SGA 6 TM 24 TTYPE 25 EOR 31 NAWS 34 LINEMODE 39 NEWENV 42 CHARSET 69 MSDP 70 MSSP 86 MCCP2 " +
        "87 MCCP3 90 MSP 91 MXP 201 GMCP");

    public static byte[] Will(byte option) => [Iac, 251, option];
    public static byte[] Wont(byte option) => [Iac, 252, option];
    public static byte[] Do(byte option) => [Iac, 253, option];
    public static byte[] Dont(byte option) => [Iac, 254, option];

    public static byte[] Sub(byte option, params byte[] payload) =>
        [Iac, Sb, option, .. payload.SelectMany(b => b == Iac ? new[] { Iac, Iac } : [b]), Iac, Se];

    /// <summary>A subnegotiation written as characters up to U+00FF, each one byte.</summary>
    public static byte[] Sub(byte option, string payload) => Sub(option, Encoding.Latin1.GetBytes(payload));

    public static byte[] Gmcp(string message) => Sub(201, Encoding.UTF8.GetBytes(message));

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    public static byte[] Repeat(int count, params byte[] part) =>
        [.. Enumerable.Repeat(part, count).SelectMany(p => p)];

    public static byte[] Compress(params byte[][] parts)
    {
        using var memory = new MemoryStream();
        using (var zlib = new ZLibStream(memory, CompressionLevel.Optimal))
            zlib.Write(Join(parts));
        return memory.ToArray();
    }

    public static byte[] Inflate(ReadOnlySpan<byte> data)
    {
        using var memory = new MemoryStream();
        using var zlib = new ZLibStream(new MemoryStream(data.ToArray()), CompressionMode.Decompress);
        zlib.CopyTo(memory);
        return memory.ToArray();
    }

    /// <summary>
    /// What a client sees: one line for each command and each line of text. A compressed part is inflated.
    /// </summary>
    public static string Describe(ReadOnlySpan<byte> data)
    {
        var lines = new List<string>();
        var text = new ArrayBufferWriter<byte>();
        while (!data.IsEmpty)
        {
            if (data[0] != Iac || data is [Iac, Iac, ..])
            {
                var step = data[0] == Iac ? 2 : 1;
                text.Write(data[..1]);
                data = data[step..];
                if (text.WrittenSpan.EndsWith("\r\n"u8))
                    Flush();
                continue;
            }
            Flush();
            data = Command(data, lines);
        }
        Flush();
        return string.Join('\n', lines);

        void Flush()
        {
            if (text.WrittenCount > 0)
                lines.Add(Escape(Encoding.UTF8.GetString(text.WrittenSpan)));
            text.Clear();
        }
    }

    private static ReadOnlySpan<byte> Command(ReadOnlySpan<byte> data, List<string> lines)
    {
        if (data.Length < 2)
        {
            lines.Add("IAC");
            return default;
        }
        if (data[1] is >= 251 and <= 254 && data.Length > 2)
        {
            lines.Add($"{Commands[data[1]]} {Name(data[2])}");
            return data[3..];
        }
        if (data[1] != Sb)
        {
            lines.Add(Commands.GetValueOrDefault(data[1], data[1].ToString()));
            return data[2..];
        }
        var end = data.IndexOf([Iac, Se]);
        Assert.True(end > 0, "an unfinished subnegotiation was sent");
        lines.Add($"SB {Name(data[2])} {Escape(Encoding.Latin1.GetString(data[3..end]))}".TrimEnd());
        var rest = data[(end + 2)..];
        if (data[2] != 86)
            return rest;
        lines.Add("(compressed)");
        lines.Add(Describe(Inflate(rest)));
        return default;
    }

    private static Dictionary<byte, string> Names(string list) =>
        list.Split(' ').Chunk(2)
            .ToDictionary(pair => byte.Parse(pair[0], CultureInfo.InvariantCulture), pair => pair[1]);

    private static string Name(byte option) => Options.GetValueOrDefault(option, option.ToString());

    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
            escaped.Append(c is < ' ' or (>= '\u007F' and < '\u00A0') ? $"\\x{(int)c:X2}" : c.ToString());
        return escaped.ToString();
    }
}
