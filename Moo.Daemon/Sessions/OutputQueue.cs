using System.Globalization;

namespace Moo.Daemon.Sessions;

/// <summary>The text that waits to be sent to one connection, bounded: when too much waits, the oldest lines go.</summary>
/// <remarks>
/// Text waits here before it is encoded: bytes of a compressed stream could not be dropped one line at a time. Whoever reads
/// slowly loses old lines and is told how many, in LambdaMOO's words; nobody else waits. Not thread-safe: its session locks.
/// </remarks>
/// <param name="limit">Characters that may wait.</param>
internal sealed class OutputQueue(int limit)
{
    private readonly Queue<OutputItem> _items = new();
    private int _lost;

    /// <summary>Characters that may wait; widened at login.</summary>
    public int Limit { get; set; } = limit;

    /// <summary>Characters that wait.</summary>
    public int Length { get; private set; }

    /// <summary>Whether nothing waits.</summary>
    public bool IsEmpty => _items.Count == 0;

    /// <summary>Adds text at the end.</summary>
    /// <param name="item">The text.</param>
    /// <param name="mayFlush">Whether older text makes room for it; else it is dropped when there is none.</param>
    public void Add(OutputItem item, bool mayFlush = true)
    {
        if (Length + item.Text.Length > Limit && !mayFlush) return;
        while (_items.Count > 0 && Length + item.Text.Length > Limit)
        {
            Length -= _items.Dequeue().Text.Length;
            _lost++;
        }
        _items.Enqueue(item);
        Length += item.Text.Length;
    }

    /// <summary>Takes the oldest text; first of all, how much was lost before it.</summary>
    public bool TryTake(out OutputItem item)
    {
        if (_lost > 0)
        {
            item = new OutputItem(string.Create(CultureInfo.InvariantCulture,
                $">> Network buffer overflow: {_lost} line{(_lost == 1 ? "" : "s")} of output to you {(_lost == 1 ? "has" : "have")} been lost <<"), OutputKind.Line);
            _lost = 0;
            return true;
        }
        if (!_items.TryDequeue(out item)) return false;
        Length -= item.Text.Length;
        return true;
    }
}

/// <summary>One piece of output.</summary>
/// <param name="Text">The text.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct OutputItem(string Text, OutputKind Kind);

/// <summary>What a piece of output is.</summary>
internal enum OutputKind : byte
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>A part of a line that goes on.</summary>
    Part,

    /// <summary>A prompt, which is marked where the client knows marks.</summary>
    Prompt,
}
