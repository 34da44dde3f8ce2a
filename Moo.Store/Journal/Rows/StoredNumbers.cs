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

    private static void Add(ref TextBuilder text, ObjectId id)
    {
        if (text.Length > 1) text.Append(',');
        text.Append(id.Number);
    }
}
