using Moo.Language.Execution;

namespace Moo.Language.Builtins.Text;

/// <summary>What work on long texts costs: a builtin's call is one tick only as long as its text is short.</summary>
internal static class Effort
{
    // About as much as a vectorised search gets through in the time of a few ordinary ticks.
    private const int CharactersPerTick = 4096;

    /// <summary>Takes the ticks for a pass over a text. False if the task must stop: return a failure.</summary>
    public static bool Take(MooTask task, long characters) =>
        characters < CharactersPerTick || task.Spend((int)Math.Min(characters / CharactersPerTick, int.MaxValue / 2));
}
