using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Journal.Rows;

/// <summary>Finds in which verbs two states of an object differ, for the tables <c>verb</c> and <c>verb_history</c>.</summary>
internal static class VerbDiff
{
    public static void AddRows(RowSet rows, ObjectId id, ObjectState? old, ObjectState now)
    {
        var before = old is null ? [] : old.Class.Verbs;
        var verbs = now.Class.Verbs;
        for (var i = 0; i < verbs.Length; i++)
            if (i >= before.Length || !verbs[i].Equals(before[i])) rows.Verbs.Add(new VerbRow(id, i + 1, verbs[i]));
        if (before.Length > verbs.Length) rows.RemovedVerbs.Add(new RemovedVerbs(id, verbs.Length));
    }

    /// <summary>Adds a version for each verb that is new or has a new program, and an end for each one that is gone.</summary>
    public static void AddHistory(RowSet rows, ObjectChange change, QueuedCommit commit)
    {
        if (change.Old?.Class == change.New?.Class) return;
        var before = change.Old is null ? [] : change.Old.Class.Verbs;
        var now = change.New is null ? [] : change.New.Class.Verbs;
        for (var i = 0; i < now.Length; i++)
        {
            if (!Holds(before, now[i].Names, now[i].Source))
                rows.VerbHistory.Add(new VerbVersion(change.Id, i + 1, now[i].Names, now[i].Source, commit));
        }
        for (var i = 0; i < before.Length; i++)
        {
            if (!Holds(now, before[i].Names, null))
                rows.VerbHistory.Add(new VerbVersion(change.Id, i + 1, before[i].Names, null, commit));
        }
    }

    // Verbs are known by their names: another one's removal moves their places.
    private static bool Holds(ReadOnlySpan<Verb> verbs, string names, string? source)
    {
        foreach (var verb in verbs)
            if (verb.Names == names && (source is null || verb.Source == source)) return true;
        return false;
    }
}
