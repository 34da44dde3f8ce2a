using Moo.Language.Execution;

namespace Moo.Language.Builtins;

/// <summary>What work over large values costs in ticks, so that no builtin function keeps its worker from looking at the clock.</summary>
/// <remarks>Small values cost nothing beyond the call's own tick: old programs that fit into their ticks still do.</remarks>
internal static class Effort
{
    // A tick buys this many elements copied or compared: some microseconds, as a tick of the interpreter's own at most takes.
    private const int ElementsPerTickLog2 = 10;
    private const int BytesPerElementLog2 = 4;
    private const int CharactersPerElementLog2 = 2;

    /// <summary>Charges for going over elements once. False if the task must stop: return a failure.</summary>
    public static bool OfElements(MooTask task, long count)
    {
        var ticks = count >> ElementsPerTickLog2;
        return ticks == 0 || task.Spend((int)Math.Min(ticks, int.MaxValue));
    }

    /// <summary>Charges for comparing or copying all of a value of this many bytes.</summary>
    public static bool OfBytes(MooTask task, long bytes) => OfElements(task, bytes >> BytesPerElementLog2);

    /// <summary>Charges for going over characters once.</summary>
    public static bool Take(MooTask task, long characters) => OfElements(task, characters >> CharactersPerElementLog2);
}
