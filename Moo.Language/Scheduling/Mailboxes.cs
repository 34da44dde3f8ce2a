using Moo.Store.Values;

namespace Moo.Language.Scheduling;

/// <summary>Messages that tasks leave for each other: <c>task_send()</c>, <c>task_recv()</c>. Kept in memory until fetched, or until the task ends.</summary>
internal sealed class Mailboxes
{
    /// <summary>How many messages may wait for one task.</summary>
    public const int MostWaiting = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, List<Value>> _boxes = [];
    private readonly Dictionary<long, TaskCompletionSource> _waiting = [];

    /// <summary>The number of messages that wait for a task.</summary>
    public int Count(long id)
    {
        lock (_lock) return _boxes.GetValueOrDefault(id)?.Count ?? 0;
    }

    /// <summary>What the messages that wait for a task take, in bytes.</summary>
    public long Bytes(long id)
    {
        lock (_lock) return _boxes.GetValueOrDefault(id)?.Sum(message => message.Bytes) ?? 0;
    }

    /// <summary>All messages that wait.</summary>
    public IReadOnlyList<Value> All()
    {
        lock (_lock) return [.. _boxes.Values.SelectMany(box => box)];
    }

    /// <summary>Leaves a message for a task. Beyond <see cref="MostWaiting"/> it is dropped: the sender was told before, unless others were faster.</summary>
    public void Send(long id, Value message)
    {
        TaskCompletionSource? waiting;
        lock (_lock)
        {
            if (!_boxes.TryGetValue(id, out var box)) _boxes[id] = box = [];
            if (box.Count < MostWaiting) box.Add(message);
            _waiting.Remove(id, out waiting);
        }
        waiting?.TrySetResult();
    }

    /// <summary>Fetches all messages that wait for a task; if there are none, waits for one.</summary>
    /// <param name="id">The task.</param>
    /// <param name="time">For how long at most.</param>
    /// <param name="clock">Whose time counts.</param>
    /// <param name="cancellation">Asks to give up.</param>
    public async Task<Value> ReceiveAsync(long id, TimeSpan time, TimeProvider clock, CancellationToken cancellation)
    {
        TaskCompletionSource arrival;
        lock (_lock)
        {
            if (_boxes.ContainsKey(id) || time <= TimeSpan.Zero) return Fetch(id);
            _waiting[id] = arrival = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        try
        {
            await arrival.Task.WaitAsync(time, clock, cancellation);
        }
        catch (TimeoutException)
        {
            // Then there may still be nothing.
        }
        lock (_lock)
        {
            _waiting.Remove(id);
            return Fetch(id);
        }
    }

    private Value Fetch(long id) => Value.List(_boxes.Remove(id, out var box) ? MooList.Of([.. box]) : MooList.Empty);

    /// <summary>Throws a task's messages away: it has ended.</summary>
    public void Close(long id)
    {
        lock (_lock)
        {
            _boxes.Remove(id);
            _waiting.Remove(id);
        }
    }
}
