using System.Buffers.Text;

namespace Moo.Store.Journal.Backups;

/// <summary>What a backup holds.</summary>
public sealed record BackupReport
{
    /// <summary>The last commit in it.</summary>
    public long Sequence { get; private set; }

    /// <summary>How many objects, the anonymous ones included.</summary>
    public long Objects { get; private set; }

    /// <summary>How many properties, counted where a value or a right is kept.</summary>
    public long Properties { get; private set; }

    /// <summary>How many verbs.</summary>
    public long Verbs { get; private set; }

    /// <summary>How many sleeping tasks.</summary>
    public long Tasks { get; private set; }

    /// <summary>When it was made, as it says.</summary>
    public string Time { get; init; } = "";

    /// <summary>The file's size.</summary>
    public long Bytes { get; init; }

    internal void Count(StoreTable table, IStoredRow row)
    {
        if (table == StoreTable.Objects) Objects++;
        else if (table == StoreTable.Properties) Properties++;
        else if (table == StoreTable.Verbs) Verbs++;
        else if (table == StoreTable.Tasks) Tasks++;
        else if (table == StoreTable.Meta && row.Text(0).SequenceEqual("sequence"u8) && Utf8Parser.TryParse(row.Text(1), out long sequence, out _)) Sequence = sequence;
    }
}
