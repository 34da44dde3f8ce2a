using Moo.Language.Builtins;
using Moo.Language.Syntax;
using Moo.Store.Values;

namespace Moo.Language.Execution;

/// <summary>A compiled program. Immutable but for the caches in its nodes, so that any number of tasks can run it at once.</summary>
internal sealed class Program
{
    /// <summary>Moves whenever compiling the same source may give other steps or slots: a stored frame's place is good for one version.</summary>
    public const int FormatVersion = 2;

    /// <summary>The steps.</summary>
    public required Step[] Steps { get; init; }

    /// <summary>The handlers, inner ones first.</summary>
    public required Handler[] Handlers { get; init; }

    /// <summary>The names of the variables, by slot. Slots behind these are temporaries.</summary>
    public required string[] Variables { get; init; }

    /// <summary>The number of slots.</summary>
    public required int SlotCount { get; init; }

    /// <summary>The slots of variables that are read where they may have no value.</summary>
    public required int[] Unsure { get; init; }

    /// <summary>The slots of predefined variables that this program assigns to, so that they need slots.</summary>
    public required (int Slot, BuiltInVariable Variable)[] AssignedBuiltIns { get; init; }

    /// <summary>The source.</summary>
    public required SourceText Source { get; init; }

    /// <summary>The built-in functions it was compiled with: which of them are protected decides about its steps.</summary>
    public required BuiltinTable Builtins { get; init; }

    /// <summary>Whether this is a lambda's program.</summary>
    public bool IsLambda { get; init; }

    /// <summary>The slots that a lambda's captured variables go to, by name.</summary>
    public (string Name, int Slot)[] Captured { get; init; } = [];

    /// <summary>The name by which a lambda may call itself, if it has one.</summary>
    public string? OwnName { get; init; }

    /// <summary>The slot of a predefined variable that this program assigns to, or -1.</summary>
    public int SlotOf(BuiltInVariable variable)
    {
        foreach (var (slot, assigned) in AssignedBuiltIns)
            if (assigned == variable) return slot;
        return -1;
    }

    /// <summary>The innermost handler for an error raised at a step, or null.</summary>
    public Handler? FindHandler(int at, Value code, Frame frame)
    {
        foreach (var handler in Handlers)
            if (handler.Takes(at, code, frame)) return handler;
        return null;
    }

    /// <summary>The 1-based line of a step.</summary>
    public int LineOf(int at) => at < 0 || at >= Steps.Length ? 1 : Source.LineOf(Steps[at].Span.Start);
}
