using System.Globalization;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Commands;

/// <summary>Finds the object that a player means by some words, among what the player carries and what is around.</summary>
/// <remarks>LambdaMOO Programmer's Manual, 4.1: exact names before the beginnings of names; two of the same rank are ambiguous.</remarks>
internal static class ObjectMatching
{
    /// <summary>The object, <c>#-1</c> for no words, <c>$failed_match</c> or <c>$ambiguous_match</c>.</summary>
    public static ObjectId Match(Transaction transaction, ObjectId player, string words)
    {
        if (words.Length == 0) return ObjectId.Nothing;
        if (words[0] == '#' && long.TryParse(words.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return transaction.IsValid(new ObjectId(number)) ? new ObjectId(number) : ObjectId.FailedMatch;
        if (transaction.Find(player) is not { } self) return ObjectId.FailedMatch;
        if (Is(words, "me")) return player;
        if (Is(words, "here")) return self.Location;

        var (exact, partial) = (ObjectId.FailedMatch, ObjectId.FailedMatch);
        foreach (var place in new[] { self, transaction.Find(self.Location) })
        {
            foreach (var id in place?.Contents ?? ObjectSet.Empty)
            {
                switch (Compare(transaction, id, words))
                {
                    case Likeness.Exact when exact != ObjectId.FailedMatch && exact != id:
                        return ObjectId.AmbiguousMatch;
                    case Likeness.Exact:
                        exact = id;
                        break;
                    case Likeness.Beginning:
                        partial = partial == ObjectId.FailedMatch || partial == id ? id : ObjectId.AmbiguousMatch;
                        break;
                }
            }
        }
        return exact != ObjectId.FailedMatch ? exact : partial;
    }

    private enum Likeness
    {
        None,
        Beginning,
        Exact,
    }

    private static Likeness Compare(Transaction transaction, ObjectId id, string words)
    {
        var draft = transaction.Open(id);
        var best = Compare(draft.Name, words);
        if (Properties.Find(transaction, draft, "aliases") is not { } place) return best;
        if (!Properties.Read(transaction, draft, place).TryList(out var aliases)) return best;
        foreach (var alias in aliases)
        {
            if (!alias.TryStr(out var name)) continue;
            var likeness = Compare(name, words);
            if (likeness > best) best = likeness;
        }
        return best;
    }

    private static Likeness Compare(string name, string words) =>
        !name.StartsWith(words, StringComparison.OrdinalIgnoreCase) ? Likeness.None
        : name.Length == words.Length ? Likeness.Exact : Likeness.Beginning;

    private static bool Is(string words, string other) => words.Equals(other, StringComparison.OrdinalIgnoreCase);
}
