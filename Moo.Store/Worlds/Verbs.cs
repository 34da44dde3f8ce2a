namespace Moo.Store.Worlds;

/// <summary>Verbs of objects in a transaction: finding and changing them. No permission is checked here.</summary>
public static class Verbs
{
    /// <summary>The verb that a call <c>object:name()</c> runs; null if there is none.</summary>
    public static ResolvedVerb? FindCallable(Transaction transaction, ObjectDraft draft, string name) =>
        transaction.LineageOf(draft).FindCallable(draft, name);

    /// <summary>The verb that <c>pass()</c> runs in a verb that <paramref name="definer"/> defines; null if there is none.</summary>
    public static ResolvedVerb? FindPassed(Transaction transaction, ObjectDraft definer, string name) =>
        transaction.LineageOf(definer).FindPassed(definer, name);

    /// <summary>The verbs of an object and its ancestors that answer to a name, nearest first, whatever their flags.</summary>
    public static IReadOnlyList<ResolvedVerb> FindAll(Transaction transaction, ObjectDraft draft, string name) =>
        transaction.LineageOf(draft).FindVerbs(draft, name);

    /// <summary>Adds a verb at the end of the object's own.</summary>
    public static void Add(Transaction transaction, ObjectDraft draft, Verb verb) =>
        Set(transaction, draft, [.. draft.Class.Verbs, verb]);

    /// <summary>Replaces the object's own verb at a 0-based place.</summary>
    public static void Replace(Transaction transaction, ObjectDraft draft, int index, Verb verb)
    {
        var verbs = draft.Class.Verbs.ToArray();
        verbs[index] = verb;
        Set(transaction, draft, verbs);
    }

    /// <summary>Removes the object's own verb at a 0-based place.</summary>
    public static void Remove(Transaction transaction, ObjectDraft draft, int index) =>
        Set(transaction, draft, [.. draft.Class.Verbs[..index], .. draft.Class.Verbs[(index + 1)..]]);

    /// <summary>Gives the object these verbs of its own, in this order, instead of those it has.</summary>
    public static void ReplaceAll(Transaction transaction, ObjectDraft draft, ReadOnlySpan<Verb> verbs) => Set(transaction, draft, verbs);

    private static void Set(Transaction transaction, ObjectDraft draft, ReadOnlySpan<Verb> verbs)
    {
        draft.Change(Aspects.Class).Class = draft.Class.WithVerbs(verbs);
        Structure.Moved(transaction, draft);
    }
}
