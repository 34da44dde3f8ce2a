using System.Globalization;

namespace Moo.Store.Journal.Rows;

/// <summary>The rows of the table <c>meta</c> that go on with the world.</summary>
/// <param name="Sequence">The last commit.</param>
/// <param name="MaxObject">The highest object number given out.</param>
/// <param name="MaxHidden">The highest place in the table of hidden objects given out.</param>
internal sealed record MetaRows(long Sequence, long MaxObject, long MaxHidden)
{
    /// <summary>The rows that differ from what was written before; all if nothing is known of that.</summary>
    public IEnumerable<(string Key, string Value)> Since(MetaRows? written)
    {
        yield return ("sequence", Text(Sequence));
        if (MaxObject != written?.MaxObject) yield return ("max_object", Text(MaxObject));
        if (MaxHidden != written?.MaxHidden) yield return ("max_hidden", Text(MaxHidden));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
