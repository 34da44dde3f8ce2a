namespace Moo.Store.Journal.Backups;

/// <summary>A row of a table. Columns count from 0; what it gives holds until the next row.</summary>
/// <remarks>Whole numbers and truths are read as <see cref="Integer"/>, everything else but floating-point numbers as <see cref="Text"/>.</remarks>
internal interface IStoredRow
{
    /// <summary>Whether a column holds nothing.</summary>
    bool IsNull(int column);

    /// <summary>A whole number; a truth is 0 or 1.</summary>
    long Integer(int column);

    /// <summary>A floating-point number.</summary>
    double Real(int column);

    /// <summary>A text in UTF-8; nothing for null.</summary>
    ReadOnlySpan<byte> Text(int column);
}
