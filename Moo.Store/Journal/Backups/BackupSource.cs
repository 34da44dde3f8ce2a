using System.IO.Compression;
using System.Text.Json;
using Moo.Store.Journal.Schema;

namespace Moo.Store.Journal.Backups;

/// <summary>Reads a backup file, and believes nothing in it before it has seen it.</summary>
internal sealed class BackupSource(string file) : IStoreSource
{
    public string Place => "backup " + file;

    /// <summary>When it was made, as it says; known after reading.</summary>
    public string Time { get; private set; } = "";

    public void Read(IReadOnlyCollection<StoreTable> tables, Action<StoreTable, IStoredRow> row)
    {
        BackupLines? lines = null;
        try
        {
            using var stream = File.OpenRead(file);
            using var unpacked = new GZipStream(stream, CompressionMode.Decompress);
            using (lines = new BackupLines(unpacked)) Read(lines, tables, row);
        }
        catch (Exception problem) when (problem is JsonException or InvalidDataException)
        {
            throw Damaged(problem.Message, lines?.Number ?? 0);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new JournalException($"{Place} cannot be read: {problem.Message}", problem);
        }
    }

    public void ReadVerbHistory(long holder, Action<IStoredRow> row) => Read([StoreTable.VerbHistory], (_, found) =>
    {
        if (found.Integer(0) == holder) row(found);
    });

    private void Read(BackupLines lines, IReadOnlyCollection<StoreTable> tables, Action<StoreTable, IStoredRow> take)
    {
        if (!lines.Read()) throw new InvalidDataException("it is empty");
        ReadHeader(lines.Line);
        var row = new BackupRow();
        var counts = new Dictionary<string, long>();
        StoreTable? table = null;
        var columns = Array.Empty<int>();
        while (lines.Read())
        {
            if (lines.Line is [(byte)'[', ..])
            {
                if (table is null) throw new InvalidDataException("a row comes before its table");
                row.Take(table, columns, lines.Line);
                counts[table.Name]++;
                if (tables.Contains(table)) take(table, row);
                continue;
            }
            using var line = JsonDocument.Parse(lines.Line.ToArray());
            if (line.RootElement.TryGetProperty("rows", out var rows))
            {
                CheckEnd(lines, line.RootElement, rows, counts);
                return;
            }
            (table, columns) = ReadTable(line.RootElement);
            if (!counts.TryAdd(table.Name, 0)) throw new InvalidDataException($"the table {table.Name} comes twice");
        }
        throw new InvalidDataException("its end is missing");
    }

    private void ReadHeader(ReadOnlySpan<byte> line)
    {
        using var header = JsonDocument.Parse(line.ToArray());
        var root = header.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format) || format.ToString() != BackupWriter.Format)
            throw new InvalidDataException("it is no backup of a world");
        var (version, schema) = (Number(root, "version"), Number(root, "schema"));
        if (version > BackupWriter.Version || schema > SchemaSteps.Current)
            throw new JournalException($"{Place} was made by a newer server (format {version}, schema {schema}). Restore it with that one, or a newer one.");
        Time = root.TryGetProperty("time", out var time) ? time.ToString() : "";
    }

    private static long Number(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var value)
            ? value : throw new InvalidDataException($"it does not say its {name}");

    private static (StoreTable, int[]) ReadTable(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object || !line.TryGetProperty("table", out var name) || !line.TryGetProperty("columns", out var columns)
            || columns.ValueKind != JsonValueKind.Array)
        {
            throw new InvalidDataException("a line is neither a row nor a table");
        }
        var table = Array.Find(StoreTable.All, table => table.Name == name.ToString()) ?? throw new InvalidDataException($"there is no table {name}");
        var places = columns.EnumerateArray().Select(column => table[column.ToString()]).ToArray();
        if (places.Contains(-1) || places.Distinct().Count() < places.Length) throw new InvalidDataException($"the columns of {name} are not those of a world");
        return (table, places);
    }

    private static void CheckEnd(BackupLines lines, JsonElement end, JsonElement rows, Dictionary<string, long> counts)
    {
        if (rows.ValueKind != JsonValueKind.Object) throw new InvalidDataException("its end does not say how many rows there are");
        var said = rows.EnumerateObject().ToDictionary(count => count.Name, count => count.Value.ToString());
        if (said.Count != counts.Count || counts.Any(count => said.GetValueOrDefault(count.Key) != count.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            throw new InvalidDataException("rows are missing, or there are too many");
        if (!end.TryGetProperty("sha256", out var hash) || hash.ToString() != lines.HashBefore())
            throw new InvalidDataException("its checksum is wrong: something in it was changed");
        if (lines.Read()) throw new InvalidDataException("something follows its end");
    }

    private JournalException Damaged(string why, long line) =>
        new($"{Place} is damaged: {why}{(line > 0 ? $" (line {line} of what is packed in it)" : "")}. Use another backup.");

    public void Dispose()
    {
        // Every reading opens the file anew.
    }
}
