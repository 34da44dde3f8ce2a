using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Store.Tests.Worlds;

/// <summary>Compares what the cached lookups of a transaction say with a plain walk through the objects as it sees them.</summary>
internal static class LookupCheck
{
    private const int Objects = 9;
    private static readonly string[] Names = ["p", "q", "r", "s", "v", "w", "xyz"];

    public static void Agree(Transaction transaction)
    {
        for (var id = 0; id < Objects; id++)
        {
            if (transaction.Find(new ObjectId(id)) is not { } draft) continue;
            foreach (var name in Names)
            {
                Assert.Equal(Walked(transaction, draft, name), Looked(transaction, draft, name));
                Assert.Equal(WalkedVerbs(transaction, draft, name), LookedVerbs(transaction, draft, name));
            }
        }
    }

    private static string Looked(Transaction transaction, ObjectDraft draft, string name)
    {
        if (Properties.Find(transaction, draft, name) is not { } place) return $"{draft.Id}.{name} missing";
        return $"{draft.Id}.{name} {Properties.Read(transaction, draft, place)} {Properties.Access(transaction, draft, place)}";
    }

    private static string Walked(Transaction transaction, ObjectDraft draft, string name)
    {
        var line = Line(transaction, draft);
        if (!line.Exists(s => s.Class.Defines(name))) return $"{draft.Id}.{name} missing";
        var cells = line.Where(s => s.Shape.IndexOf(name) >= 0).Select(s => (s.Id, Cell: s.Cells[s.Shape.IndexOf(name)])).ToList();
        var value = cells.First(c => !c.Cell.Value.IsClear).Cell.Value;
        var (holder, cell) = cells.First(c => c.Cell.Access is not null);
        var access = cell.Access!;
        if (holder != draft.Id && (access.Flags & PropertyFlags.ChangeOwner) != 0) access = access with { Owner = draft.State!.Owner };
        return $"{draft.Id}.{name} {value} {access}";
    }

    private static string LookedVerbs(Transaction transaction, ObjectDraft draft, string name) => string.Join(' ',
        Verbs.FindAll(transaction, draft, name).Select(v => $"{v.Definer}[{v.Index}]"))
        + Show(Verbs.FindCallable(transaction, draft, name)) + Show(Verbs.FindPassed(transaction, draft, name));

    private static string WalkedVerbs(Transaction transaction, ObjectDraft draft, string name)
    {
        var found = Line(transaction, draft).SelectMany(s => s.Class.Verbs.ToArray().Select((v, i) => new ResolvedVerb(s.Id, i, v)))
            .Where(v => v.Verb.Answers(name)).ToList();
        return string.Join(' ', found.Select(v => $"{v.Definer}[{v.Index}]"))
            + Show(found.Find(v => v.Verb.Flags == VerbFlags.Execute))
            + Show(found.Find(v => v.Verb.Flags == VerbFlags.Execute && v.Definer != draft.Id));
    }

    private static string Show(ResolvedVerb? verb) => verb is null ? " none" : $" {verb.Definer}[{verb.Index}] {verb.Verb.Source}";

    // The object and its ancestors, depth first, parents from left to right, each once.
    private static List<ObjectState> Line(Transaction transaction, ObjectDraft draft)
    {
        var line = new List<ObjectState>();
        Visit(draft.Id);
        return line;

        void Visit(ObjectId id)
        {
            if (line.Exists(s => s.Id == id) || transaction.Open(id).State is not { } state) return;
            line.Add(state);
            foreach (var parent in state.Class.Parents) Visit(parent);
        }
    }
}
