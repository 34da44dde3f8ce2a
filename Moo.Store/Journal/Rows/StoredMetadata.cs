using System.Text.Json;
using Moo.Store.Values;

namespace Moo.Store.Journal.Rows;

/// <summary>Metadata as the tables hold it: null where there is none, as nearly everywhere.</summary>
internal static class StoredMetadata
{
    public static string? Write(MooMap metadata) => metadata.Count == 0 ? null : ValueJson.ToText(Value.Of(metadata));

    /// <summary>Reads it; false if it is no map.</summary>
    public static bool TryRead(ReadOnlySpan<byte> json, out MooMap metadata)
    {
        metadata = MooMap.Empty;
        if (json.IsEmpty) return true;
        try
        {
            if (!ValueJson.FromUtf8(json).TryMap(out var map)) return false;
            metadata = map;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
