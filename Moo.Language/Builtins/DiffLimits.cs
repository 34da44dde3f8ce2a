using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>How far a comparison goes, and whether it shows the values it finds.</summary>
internal sealed record DiffLimits
{
    public int Depth { get; private init; } = 8;

    public int Changes { get; private init; } = 128;

    public int Cells { get; private init; } = 16_384;

    public bool ShowsValues { get; private init; }

    /// <summary>
    /// Reads them from a map of options. What to return if one is wrong: E_INVARG, E_TYPE or E_RANGE.
    /// </summary>
    public static Value? TryRead(MooTask task, MooMap? options, out DiffLimits limits)
    {
        limits = new DiffLimits();
        var (depth, changes, cells) = (limits.Depth, limits.Changes, limits.Cells);
        var wrong = NamedOptions.Check(task, options, "max_depth", "max_changes", "max_lcs_cells", "include_values")
            ?? Read(task, options, "max_depth", least: 0, ref depth)
            ?? Read(task, options, "max_changes", least: 1, ref changes)
            ?? Read(task, options, "max_lcs_cells", least: 0, ref cells);
        limits = new DiffLimits
        {
            Depth = depth,
            Changes = changes,
            Cells = cells,
            ShowsValues = NamedOptions.Find(options, "include_values") is { IsTrue: true },
        };
        return wrong;
    }

    private static Value? Read(MooTask task, MooMap? options, string name, int least, ref int number)
    {
        if (NamedOptions.Find(options, name) is not { } value) return null;
        if (!value.TryInt(out var given)) return task.RaiseHere(ErrorCode.E_TYPE, name + " is an integer, not {0}", value);
        if (given < least) return task.RaiseHere(ErrorCode.E_RANGE, name + " is at least {0}, not {1}", Value.Int(least), value);
        number = (int)Math.Min(given, int.MaxValue);
        return null;
    }
}
