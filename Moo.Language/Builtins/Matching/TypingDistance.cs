using Moo.Language.Builtins.Text;

namespace Moo.Language.Builtins.Matching;

/// <summary>How many typing errors lie between two words.</summary>
internal static class TypingDistance
{
    /// <summary>
    /// The least number of characters to insert, delete, replace or swap with their neighbour (Damerau and Levenshtein), ignoring case.
    /// </summary>
    public static int Between(string left, string right)
    {
        // Row and column 0 stand for "before any character"; one more border keeps what is beyond reach out.
        var beyond = left.Length + right.Length;
        var distances = new int[left.Length + 2, right.Length + 2];
        var lastRow = new Dictionary<char, int>();
        distances[0, 0] = beyond;
        for (var i = 0; i <= left.Length; i++) (distances[i + 1, 0], distances[i + 1, 1]) = (beyond, i);
        for (var j = 0; j <= right.Length; j++) (distances[0, j + 1], distances[1, j + 1]) = (beyond, j);
        for (var i = 1; i <= left.Length; i++)
        {
            var lastMatch = 0;
            for (var j = 1; j <= right.Length; j++)
            {
                var (row, column) = (lastRow.GetValueOrDefault(CaseFolding.Fold(right[j - 1])), lastMatch);
                var isSame = CaseFolding.Fold(left[i - 1]) == CaseFolding.Fold(right[j - 1]);
                if (isSame) lastMatch = j;
                var changed = Math.Min(distances[i, j] + (isSame ? 0 : 1), Math.Min(distances[i + 1, j], distances[i, j + 1]) + 1);
                distances[i + 1, j + 1] = Math.Min(changed, distances[row, column] + (i - row - 1) + 1 + (j - column - 1));
            }
            lastRow[CaseFolding.Fold(left[i - 1])] = i;
        }
        return distances[left.Length + 1, right.Length + 1];
    }
}
