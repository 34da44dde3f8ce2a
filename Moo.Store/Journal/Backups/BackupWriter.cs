using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Moo.Store.Journal.Schema;

namespace Moo.Store.Journal.Backups;

/// <summary>Writes a backup file: lines of JSON, compressed with gzip.</summary>
/// <remarks>
/// First a line about the backup; then for each table a line with its name and columns, and a line for each row; at the end the
/// number of rows of each table and the SHA-256 of all lines before. docs/reference/backup-format.md describes it for others.
/// </remarks>
internal sealed class BackupWriter : IStoreSink, IDisposable
{
    public const string Format = "moo-backup";
    public const int Version = 1;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly GZipStream _stream;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _json;
    private readonly Dictionary<string, long> _counts = [];
    private StoreTable? _table;

    public BackupWriter(Stream file, string place, DateTimeOffset time)
    {
        _stream = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
        _json = new Utf8JsonWriter(_line, Options);
        _json.WriteStartObject();
        _json.WriteString("format", Format);
        _json.WriteNumber("version", Version);
        _json.WriteNumber("schema", SchemaSteps.Current);
        _json.WriteString("time", time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        _json.WriteString("from", place);
        _json.WriteEndObject();
        EndLine();
    }

    /// <summary>The rows written so far, by table.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    public void Write(StoreTable table, IStoredRow row)
    {
        if (table != _table) Begin(table);
        _counts[table.Name]++;
        _json.WriteStartArray();
        for (var column = 0; column < table.Columns.Length; column++)
        {
            if (row.IsNull(column)) _json.WriteNullValue();
            else if (table.Columns[column].Kind is ColumnKind.Long or ColumnKind.Short or ColumnKind.Truth) _json.WriteNumberValue(row.Integer(column));
            else if (table.Columns[column].Kind == ColumnKind.Real) WriteReal(row.Real(column));
            else _json.WriteStringValue(row.Text(column));
        }
        _json.WriteEndArray();
        EndLine();
    }

    // A task that wakes at the end of all days is one that no time wakes.
    private void WriteReal(double number)
    {
        if (double.IsFinite(number)) _json.WriteNumberValue(number);
        else _json.WriteNullValue();
    }

    private void Begin(StoreTable table)
    {
        _table = table;
        _counts[table.Name] = 0;
        _json.WriteStartObject();
        _json.WriteString("table", table.Name);
        _json.WriteStartArray("columns");
        foreach (var column in table.Columns) _json.WriteStringValue(column.Name);
        _json.WriteEndArray();
        _json.WriteEndObject();
        EndLine();
    }

    private void EndLine()
    {
        const int enough = 1 << 16;
        _json.Flush();
        _json.Reset();
        _line.Write("\n"u8);
        if (_line.WrittenCount >= enough) Drain();
    }

    private void Drain()
    {
        _hash.AppendData(_line.WrittenSpan);
        _stream.Write(_line.WrittenSpan);
        _line.ResetWrittenCount();
    }

    /// <summary>Writes the last line.</summary>
    public void Finish()
    {
        Drain();
        _json.WriteStartObject();
        _json.WriteStartObject("rows");
        foreach (var (table, count) in _counts) _json.WriteNumber(table, count);
        _json.WriteEndObject();
        _json.WriteString("sha256", Convert.ToHexStringLower(_hash.GetHashAndReset()));
        _json.WriteEndObject();
        EndLine();
        Drain();
        _stream.Dispose();
    }

    public void Dispose()
    {
        _json.Dispose();
        _stream.Dispose();
        _hash.Dispose();
    }
}
