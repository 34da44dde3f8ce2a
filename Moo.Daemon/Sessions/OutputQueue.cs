using System.Globalization;
using Moo.Language.Scheduling;

namespace Moo.Daemon.Sessions;

/// <summary>What waits to be sent to one connection, bounded: when too much waits, the oldest lines go.</summary>
/// <remarks>
/// Output waits here before it is encoded: bytes of a compressed stream could not be dropped one line at a time. Whoever reads
/// slowly loses old lines and is told how many, in LambdaMOO's words; nobody else waits. Not thread-safe: its session locks.
/// </remarks>
internal sealed class OutputQueue
{
    private const int MostKept = 32;

    private Queue<OutputItem>? _items;
    private int _lost;

    /// <summary>Characters that may wait; widened at login.</summary>
    public int Limit { get; set; } = int.MaxValue;

    /// <summary>Characters that wait.</summary>
    public int Length { get; private set; }

    /// <summary>Whether nothing waits.</summary>
    public bool IsEmpty => _items is null || _items.Count == 0;

    /// <summary>Adds something at the end.</summary>
    /// <param name="item">The text or message.</param>
    /// <param name="mayFlush">Whether older output makes room for it; else it is dropped when there is none.</param>
    /// <returns>How many older lines were dropped.</returns>
    public int Add(OutputItem item, bool mayFlush = true)
    {
        if (Length + item.Length > Limit && !mayFlush) return 0;
        _items ??= new Queue<OutputItem>();
        var lost = 0;
        while (_items.Count > 0 && Length + item.Length > Limit)
        {
            var old = _items.Dequeue();
            Length -= old.Length;
            if (old.Kind <= OutputKind.Prompt) lost++;
        }
        _lost += lost;
        _items.Enqueue(item);
        Length += item.Length;
        return lost;
    }

    /// <summary>Takes the oldest output; first of all, how much was lost before it.</summary>
    public bool TryTake(out OutputItem item)
    {
        if (_lost > 0)
        {
            item = new OutputItem(string.Create(CultureInfo.InvariantCulture,
                $">> Network buffer overflow: {_lost} line{(_lost == 1 ? "" : "s")} of output to you {(_lost == 1 ? "has" : "have")} been lost <<"), OutputKind.Line);
            _lost = 0;
            return true;
        }
        item = default;
        if (_items is null) return false;
        if (!_items.TryDequeue(out item))
        {
            // After a flood, its queue would stay as large as it was.
            if (_items.Capacity > MostKept) _items = null;
            return false;
        }
        Length -= item.Length;
        return true;
    }
}

/// <summary>One piece of output.</summary>
/// <param name="Text">The text; of a message, its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Form">What kind of text it is.</param>
/// <param name="Indent">Blanks before each wrapped line but the first.</param>
/// <param name="Data">Of a message, what goes with it.</param>
internal readonly record struct OutputItem(string Text, OutputKind Kind, TextForm Form = TextForm.Raw, int Indent = 0, object? Data = null)
{
    /// <summary>Characters that it counts as.</summary>
    public int Length => Text.Length + ((Data as string)?.Length ?? 0);
}

/// <summary>What a piece of output is.</summary>
internal enum OutputKind : byte
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>A part of a line that goes on.</summary>
    Part,

    /// <summary>A prompt, which is marked where the client knows marks.</summary>
    Prompt,

    /// <summary>A GMCP message; its data is JSON text.</summary>
    Gmcp,

    /// <summary>An MSDP variable; its data is an <see cref="Moo.Protocols.Msdp.MsdpValue"/>.</summary>
    Msdp,

    /// <summary>An MCP message; its data is an <see cref="Moo.Protocols.Mcp.McpMessage"/>.</summary>
    Mcp,

    /// <summary>A sound; its data is a <see cref="Moo.Store.Values.MooMap"/> of options.</summary>
    Sound,
}
