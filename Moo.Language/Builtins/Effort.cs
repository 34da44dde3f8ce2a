using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>What work over large values costs in ticks, so that no builtin function keeps its worker from looking at the clock.</summary>
/// <remarks>Small values cost nothing beyond the call's own tick: old programs that fit into their ticks still do.</remarks>
internal static class Effort
{
    // A tick buys this many elements copied or compared: some microseconds, as a tick of the interpreter's own at most takes.
    private const int ElementsPerTickLog2 = 10;
    private const int BytesPerElementLog2 = 4;
    private const int CharactersPerElementLog2 = 2;
    private const int CountedPerTickLog2 = 16;
    private const long HarmlessCount = 1 << CountedPerTickLog2;

    /// <summary>Charges for going over elements once. False if the task must stop: return a failure.</summary>
    public static bool OfElements(MooTask task, long count)
    {
        var ticks = count >> ElementsPerTickLog2;
        return ticks == 0 || task.Spend((int)Math.Min(ticks, int.MaxValue));
    }

    /// <summary>Charges for comparing or copying all of a value of this many bytes.</summary>
    public static bool OfBytes(MooTask task, long bytes) => OfElements(task, bytes >> BytesPerElementLog2);

    /// <summary>Charges for looking for a value among those of a collection. However many there are, none is compared further than it goes itself.</summary>
    public static bool OfSearch(MooTask task, Value what, Value where)
    {
        var count = where.TryList(out var list) ? list.Count : where.TryMap(out var map) ? map.Count : 0L;
        return OfBytes(task, Math.Min(where.Bytes, count * Math.Min(what.Bytes, int.MaxValue)));
    }

    /// <summary>Charges for comparing two values, of which the smaller one bounds the work.</summary>
    public static bool OfComparison(MooTask task, Value left, Value right) =>
        ReferenceEquals(left.Reference, right.Reference) || OfBytes(task, Math.Min(left.Bytes, right.Bytes));

    /// <summary>Charges for going over characters to find a place among them: some nanoseconds a thousand.</summary>
    public static bool OfCounting(MooTask task, long characters) => characters <= HarmlessCount || task.Spend((int)(characters >> CountedPerTickLog2));

    /// <summary>Charges for going over characters once.</summary>
    public static bool Take(MooTask task, long characters) => OfElements(task, characters >> CharactersPerElementLog2);
}
