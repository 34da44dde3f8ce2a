using System.Globalization;
using System.Text;

namespace Moo.Soak.Tests;

/// <summary>A random task: its parts, each a slice of its own.</summary>
/// <param name="Key">A number that no other task has.</param>
/// <param name="Parts">What it does, from one commit to the next.</param>
internal sealed record Script(long Key, IReadOnlyList<Part> Parts)
{
    /// <summary>A random one.</summary>
    public static Script Make(Random random, long key, int depth = 0)
    {
        var parts = new List<Part>();
        var count = 1 + random.Next(3);
        for (var i = 0; i < count; i++)
        {
            var isLast = i == count - 1;
            var end = random.Next(8) == 0 ? PartEnd.Fail : random.Next(12) == 0 ? PartEnd.RollBack : isLast ? PartEnd.Return : (PartEnd)random.Next(3);
            var fork = depth < 2 && random.Next(5) == 0 ? Make(random, key * 10 + i + 1, depth + 1) : null;
            parts.Add(new Part([.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Operation.Make(random))], end, fork));
        }
        return new Script(key, parts);
    }

    /// <summary>The program.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    private void Write(StringBuilder text)
    {
        for (var i = 0; i < Parts.Count; i++)
        {
            var part = Parts[i];
            foreach (var operation in part.Operations) text.AppendLine(operation.Text(Key));
            text.AppendLine(CultureInfo.InvariantCulture, $"#{part.Operations[^1].X}.last = {Mark(i)}; notify(#2, \"{Mark(i)}\");");
            if (part.Fork is { } fork)
            {
                text.AppendLine("fork (0)");
                fork.Write(text);
                text.AppendLine("endfork");
            }
            text.AppendLine(part.End switch
            {
                PartEnd.Sleep => "suspend(0);",
                PartEnd.SleepLonger => "suspend(0.02);",
                PartEnd.Commit => "commit();",
                PartEnd.Fail => "raise(E_QUOTA);",
                PartEnd.RollBack => "rollback();",
                _ => "",
            });
        }
    }

    /// <summary>What a part leaves behind where it was: no other one leaves the same.</summary>
    public long Mark(int part) => Key * 10 + part;
}

/// <summary>How a part ends.</summary>
internal enum PartEnd
{
    Sleep,
    SleepLonger,
    Commit,
    Return,
    Fail,
    RollBack,
}

/// <summary>What a task does between two commits.</summary>
/// <param name="Operations">What it does; at least one thing.</param>
/// <param name="End">How it ends.</param>
/// <param name="Fork">The task it forks; null for none.</param>
internal sealed record Part(IReadOnlyList<Operation> Operations, PartEnd End, Script? Fork)
{
    /// <summary>Whether nothing of it may be left.</summary>
    public bool IsUndone => End is PartEnd.Fail or PartEnd.RollBack;
}

/// <summary>What a task does to the accounts.</summary>
/// <param name="Kind">What.</param>
/// <param name="X">The first account.</param>
/// <param name="Y">The second.</param>
/// <param name="N">A number.</param>
internal sealed record Operation(OperationKind Kind, int X, int Y, int N)
{
    public const int FirstAccount = 10, Accounts = 6, Modulus = 1_000_003;

    public static Operation Make(Random random) => new((OperationKind)random.Next(Enum.GetValues<OperationKind>().Length),
        FirstAccount + random.Next(Accounts), FirstAccount + random.Next(Accounts), random.Next(1000));

    /// <summary>The statement.</summary>
    public string Text(long key) => Kind switch
    {
        // The outcome depends on the order of all that went before: no two orders look alike.
        OperationKind.Mix => $"#{X}.a = (#{X}.a * 3 + #{Y}.b + {N}) % {Modulus};",
        OperationKind.Swap => $"t = #{X}.a; #{X}.a = #{Y}.b; #{Y}.b = t;",
        OperationKind.Choose => $"if (#{X}.a % 2) #{X}.a = #{X}.a + {N}; else #{Y}.b = #{Y}.b + {N}; endif",
        OperationKind.Linger => $"t = #{X}.b; for i in [1..300] endfor #{X}.b = (t + {N}) % {Modulus};",
        OperationKind.Note => $"#{X}.notes = {{@#{X}.notes, {key}}}[max(1, $ - 8)..$];",
        _ => $"if (valid(#{X}.item)) recycle(#{X}.item); #{X}.item = #-1; else #{X}.item = create(#1); #{X}.item.name = \"{N}\"; endif",
    };
}

/// <summary>What can be done to accounts.</summary>
internal enum OperationKind
{
    Mix,
    Swap,
    Choose,
    Linger,
    Note,
    Item,
}
