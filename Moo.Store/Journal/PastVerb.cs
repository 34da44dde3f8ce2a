using System.Globalization;
using System.Text;
using Moo.Store.Journal.Rows;
using Moo.Store.Values;

namespace Moo.Store.Journal;

/// <summary>A version of a verb's program, from the table <c>verb_history</c>.</summary>
/// <param name="Sequence">The commit that made it.</param>
/// <param name="Time">When.</param>
/// <param name="Player">Who.</param>
/// <param name="Place">The verb's place among its object's verbs then, from 1.</param>
/// <param name="Names">Its names then.</param>
/// <param name="Source">The program; null if the verb was removed.</param>
public sealed record PastVerb(long Sequence, DateTimeOffset Time, ObjectId Player, int Place, string Names, string? Source)
{
    /// <summary>Reads every version of the programs of an object's verbs, oldest first, beside a running server.</summary>
    /// <exception cref="JournalException">The store cannot be read.</exception>
    /// <exception cref="JournalAwayException">The database is away.</exception>
    public static IReadOnlyList<PastVerb> Read(StoreAddress store, ObjectId holder)
    {
        ArgumentNullException.ThrowIfNull(store);
        var found = new List<PastVerb>();
        using var source = store.OpenSource();
        source.ReadVerbHistory(holder.Number, row =>
        {
            var time = DateTimeOffset.Parse(Encoding.UTF8.GetString(row.Text(2)), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            found.Add(new PastVerb(row.Integer(1), time, new ObjectId(row.Integer(3)), (int)row.Integer(4), StoredText.Read(row.Text(5)),
                row.IsNull(6) ? null : StoredText.Read(row.Text(6))));
        });
        return found;
    }
}
