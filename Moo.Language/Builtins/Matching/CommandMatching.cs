using System.Globalization;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Builtins.Matching;

/// <summary>Finds what words of a command mean among objects that a program names, as mooR's <c>parse_command()</c> does.</summary>
/// <param name="transaction">The world.</param>
/// <param name="player">Who <c>me</c> is.</param>
/// <param name="here">What <c>here</c> is.</param>
/// <param name="things">The objects, each with its names.</param>
internal sealed class CommandMatching(Transaction transaction, ObjectId player, ObjectId here, IReadOnlyList<(ObjectId Id, IReadOnlyList<string> Names)> things)
{
    /// <summary>How many typing errors are forgiven, as a share of the word's length; null for LambdaMOO's plain matching.</summary>
    public double? Tolerance { get; init; }

    /// <summary>The object that words mean: <c>#-1</c> for none, <c>$failed_match</c>, <c>$ambiguous_match</c>.</summary>
    /// <param name="words">The words.</param>
    /// <param name="candidates">The objects that it could be, where they are several.</param>
    public ObjectId Match(string words, out IReadOnlyList<ObjectId> candidates)
    {
        candidates = [];
        if (words.Length == 0) return ObjectId.Nothing;
        if (words[0] == '#' && long.TryParse(words.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return transaction.IsValid(new ObjectId(number)) ? new ObjectId(number) : ObjectId.FailedMatch;
        if (words.Equals("me", StringComparison.OrdinalIgnoreCase)) return player;
        if (words.Equals("here", StringComparison.OrdinalIgnoreCase)) return here;

        var (ordinal, word) = Tolerance is null ? (0, words) : OrdinalWords.Split(words);
        var matching = new NameMatching(word, Tolerance ?? 0);
        if (word.Length > 0)
            foreach (var (id, names) in things) matching.Add(Value.Obj(id), Tolerance is null ? names.Where(name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase)) : names);
        var found = (ordinal > 0 ? matching.All() : matching.Best()).Select(value => value.AsObj).Distinct().ToList();
        if (ordinal > 0) return ordinal <= found.Count ? found[(int)ordinal - 1] : ObjectId.FailedMatch;
        if (found.Count < 2) return found.Count == 0 ? ObjectId.FailedMatch : found[0];
        candidates = found;
        return ObjectId.AmbiguousMatch;
    }
}
