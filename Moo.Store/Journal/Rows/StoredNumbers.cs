using System.Buffers.Text;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Journal.Rows;

/// <summary>Object numbers as a JSON list: <c>[1,2]</c>.</summary>
internal static class StoredNumbers
{
    // An import changes every object there is: the log need not name them all.
    private const int MostLogged = 1000;

    public static string Of(ReadOnlySpan<ObjectId> ids)
    {
        var text = new TextBuilder(stackalloc char[64]);
        text.Append('[');
        foreach (var id in ids) Add(ref text, id);
        text.Append(']');
        return text.Finish();
    }

    public static string Of(IReadOnlyList<ObjectChange> changes)
    {
        var text = new TextBuilder(stackalloc char[256]);
        text.Append('[');
        for (var i = 0; i < Math.Min(MostLogged, changes.Count); i++) Add(ref text, changes[i].Id);
        text.Append(']');
        return text.Finish();
    }

    /// <summary>Reads such a list.</summary>
    /// <param name="json">The text.</param>
    /// <param name="ids">Room for the numbers, replaced if it is too small; cut to what there was.</param>
    public static bool TryRead(ReadOnlySpan<byte> json, ref Span<ObjectId> ids)
    {
        var count = 0;
        if (json is not [(byte)'[', .. var rest, (byte)']']) return false;
        if (ids.Length < rest.Length / 2 + 1) ids = new ObjectId[rest.Length / 2 + 1];
        while (!rest.IsEmpty)
        {
            if (!Utf8Parser.TryParse(rest, out long number, out var used)) return false;
            ids[count++] = new ObjectId(number);
            rest = rest[used..];
            if (rest is [(byte)',', _, ..]) rest = rest[1..].TrimStart((byte)' '); // people write blanks
            else if (!rest.IsEmpty) return false;
        }
        ids = ids[..count];
        return true;
    }

    private static void Add(ref TextBuilder text, ObjectId id)
    {
        if (text.Length > 1) text.Append(',');
        text.Append(id.Number);
    }
}
