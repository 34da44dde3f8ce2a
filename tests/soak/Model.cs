using System.Text;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Soak.Tests;

/// <summary>What the world should be after some commit: plain numbers, changed by one task after the other.</summary>
internal sealed class Model
{
    private readonly Account[] _accounts = [.. Enumerable.Range(0, Operation.Accounts).Select(_ => new Account())];

    private sealed record Account
    {
        public long A { get; set; } = 1;

        public long B { get; set; } = 2;

        public long Last { get; set; }

        public string? Item { get; set; }

        public List<long> Notes { get; init; } = [];
    }

    /// <summary>The sleeping tasks, by number, and the part that each has before it.</summary>
    public SortedDictionary<long, (Script Script, int Next)> Sleeping { get; private init; } = [];

    public Model Copy()
    {
        var copy = new Model { Sleeping = new(Sleeping) };
        for (var i = 0; i < _accounts.Length; i++) copy._accounts[i] = _accounts[i] with { Notes = [.. _accounts[i].Notes] };
        return copy;
    }

    /// <summary>Does what one part of a task does.</summary>
    public void Run(Script script, int part)
    {
        foreach (var operation in script.Parts[part].Operations) Run(operation, script.Key);
        Of(script.Parts[part].Operations[^1].X).Last = script.Mark(part);
    }

    private Account Of(int id) => _accounts[id - Operation.FirstAccount];

    private void Run(Operation operation, long key)
    {
        var (x, y, n) = (Of(operation.X), Of(operation.Y), operation.N);
        switch (operation.Kind)
        {
            case OperationKind.Mix:
                x.A = (x.A * 3 + y.B + n) % Operation.Modulus;
                break;
            case OperationKind.Swap:
                (x.A, y.B) = (y.B, x.A);
                break;
            case OperationKind.Choose when x.A % 2 != 0:
                x.A += n;
                break;
            case OperationKind.Choose:
                y.B += n;
                break;
            case OperationKind.Linger:
                x.B = (x.B + n) % Operation.Modulus;
                break;
            case OperationKind.Note:
                x.Notes.Add(key);
                if (x.Notes.Count > 9) x.Notes.RemoveRange(0, x.Notes.Count - 9);
                break;
            case OperationKind.Item:
                x.Item = x.Item is null ? $"{n}" : null;
                break;
        }
    }

    /// <summary>What the accounts hold, as text.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        foreach (var account in _accounts) text.AppendLine($"{account.A} {account.B} {account.Last} {account.Item ?? "-"} {string.Join(',', account.Notes)}");
        return text.AppendLine($"{_accounts.Count(account => account.Item is not null)} items").ToString();
    }

    /// <summary>The same of a world.</summary>
    public static string Text(Snapshot world)
    {
        var text = new StringBuilder();
        for (var i = 0; i < Operation.Accounts; i++)
        {
            var id = new ObjectId(Operation.FirstAccount + i);
            Value Read(string name) => world.Property(id, name)!.Value;
            var notes = Read("notes").TryList(out var list) ? string.Join(',', list.Select(note => note.AsInt)) : "?";
            var item = Read("item").TryObj(out var made) && made != ObjectId.Nothing ? world.Find(made)?.Name ?? "recycled" : "-";
            text.AppendLine($"{Read("a").AsInt} {Read("b").AsInt} {Read("last").AsInt} {item} {notes}");
        }
        return text.AppendLine($"{world.All().Count(state => state.Id.Number >= Operation.FirstAccount + Operation.Accounts)} items").ToString();
    }
}
