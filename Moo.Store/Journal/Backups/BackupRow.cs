using System.Text.Json;

namespace Moo.Store.Journal.Backups;

/// <summary>A row of a backup file.</summary>
internal sealed class BackupRow : IStoredRow
{
    private readonly Cell[] _cells = new Cell[StoreTable.All.Max(table => table.Columns.Length)];
    private byte[] _texts = new byte[1024];

    private record struct Cell(bool IsNull, long Integer, double Real, int Start, int Length);

    /// <summary>Takes a line over.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">For each value of the line, the place of its column.</param>
    /// <param name="line">The line.</param>
    /// <exception cref="JsonException">It is no row of this table.</exception>
    public void Take(StoreTable table, ReadOnlySpan<int> columns, ReadOnlySpan<byte> line)
    {
        Array.Fill(_cells, new Cell(IsNull: true, 0, 0, 0, 0));
        if (_texts.Length < line.Length) _texts = new byte[Math.Max(line.Length, _texts.Length * 2)];
        var json = new Utf8JsonReader(line);
        if (!json.Read() || json.TokenType != JsonTokenType.StartArray) throw new JsonException("it is no row");
        var used = 0;
        foreach (var column in columns)
        {
            if (!json.Read()) throw new JsonException("it is too short");
            if (json.TokenType == JsonTokenType.Null) continue;
            var kind = table.Columns[column].Kind;
            if (kind is ColumnKind.Long or ColumnKind.Short or ColumnKind.Truth)
            {
                if (json.TokenType != JsonTokenType.Number || !json.TryGetInt64(out var number) || !Fits(number, kind)) throw Wrong(table, column);
                _cells[column] = new Cell(false, number, 0, 0, 0);
            }
            else if (kind == ColumnKind.Real)
            {
                if (json.TokenType != JsonTokenType.Number || !json.TryGetDouble(out var number)) throw Wrong(table, column);
                _cells[column] = new Cell(false, 0, number, 0, 0);
            }
            else
            {
                if (json.TokenType != JsonTokenType.String) throw Wrong(table, column);
                var length = CopyText(ref json, _texts.AsSpan(used)) ?? throw Wrong(table, column);
                _cells[column] = new Cell(false, 0, 0, used, length);
                used += length;
            }
        }
        if (!json.Read() || json.TokenType != JsonTokenType.EndArray || json.Read()) throw new JsonException("it is too long");
    }

    private static bool Fits(long number, ColumnKind kind) => kind switch
    {
        ColumnKind.Truth => number is 0 or 1,
        ColumnKind.Short => number is >= int.MinValue and <= int.MaxValue,
        _ => true,
    };

    // Null for half a surrogate pair, which UTF-8 does not know.
    private static int? CopyText(ref Utf8JsonReader json, Span<byte> target)
    {
        try
        {
            return json.CopyString(target);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonException Wrong(StoreTable table, int column) => new($"{table.Columns[column].Name} is of the wrong kind");

    public bool IsNull(int column) => _cells[column].IsNull;

    public long Integer(int column) => _cells[column].Integer;

    public double Real(int column) => _cells[column].Real;

    public ReadOnlySpan<byte> Text(int column) => _texts.AsSpan(_cells[column].Start, _cells[column].Length);
}
