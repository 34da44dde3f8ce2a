using System.Buffers;
using System.Text;

namespace Moo.Protocols.Msdp;

/// <summary>Writes MSDP subnegotiations, in UTF-8.</summary>
public static class MsdpWriter
{
    private static readonly SearchValues<char> Forbidden =
        SearchValues.Create("\0\u0001\u0002\u0003\u0004\u0005\u0006");

    /// <summary>The payload that sets a variable.</summary>
    public static byte[] Write(string name, MsdpValue value)
    {
        var output = new ArrayBufferWriter<byte>();
        Variable(name, value, output);
        return output.WrittenSpan.ToArray();
    }

    private static void Variable(string name, MsdpValue value, ArrayBufferWriter<byte> output)
    {
        output.Write([MsdpByte.Variable]);
        Text(name, output);
        output.Write([MsdpByte.Value]);
        Value(value, output);
    }

    private static void Value(MsdpValue value, ArrayBufferWriter<byte> output)
    {
        switch (value)
        {
            case MsdpText text:
                Text(text.Text, output);
                break;
            case MsdpArray array:
                output.Write([MsdpByte.ArrayOpen]);
                foreach (var item in array.Items)
                {
                    output.Write([MsdpByte.Value]);
                    Value(item, output);
                }
                output.Write([MsdpByte.ArrayClose]);
                break;
            case MsdpTable table:
                output.Write([MsdpByte.TableOpen]);
                foreach (var (name, entry) in table.Entries)
                    Variable(name, entry, output);
                output.Write([MsdpByte.TableClose]);
                break;
        }
    }

    // MSDP cannot quote its control bytes; they are left out.
    private static void Text(string text, ArrayBufferWriter<byte> output)
    {
        if (text.AsSpan().ContainsAny(Forbidden))
            text = string.Concat(text.Where(c => !Forbidden.Contains(c)));
        Encoding.UTF8.GetBytes(text, output);
    }
}
