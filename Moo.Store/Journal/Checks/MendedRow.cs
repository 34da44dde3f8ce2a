using System.Text;
using Moo.Store.Journal.Backups;

namespace Moo.Store.Journal.Checks;

/// <summary>A row with some columns put right.</summary>
internal sealed class MendedRow(IStoredRow row) : IStoredRow
{
    private readonly Dictionary<int, object?> _mended = [];

    public void Set(int column, long number) => _mended[column] = number;

    public void Set(int column, string text) => _mended[column] = Encoding.UTF8.GetBytes(text);

    public void Clear(int column) => _mended[column] = null;

    public bool IsNull(int column) => _mended.TryGetValue(column, out var value) ? value is null : row.IsNull(column);

    public long Integer(int column) => _mended.TryGetValue(column, out var value) ? (long)value! : row.Integer(column);

    public double Real(int column) => row.Real(column);

    public ReadOnlySpan<byte> Text(int column) => _mended.TryGetValue(column, out var value) ? (byte[]?)value : row.Text(column);
}
