using Moo.Store.Values;

namespace Moo.Language.Scheduling;

/// <content>What there is: for builtin functions that list tasks, and for the end of the server.</content>
public sealed partial class Scheduler
{
    /// <summary>The sleeping tasks, in order of waking.</summary>
    internal IReadOnlyList<TaskImage> Sleeping()
    {
        lock (_lock) return [.. _sleeping.Values.OrderBy(image => image.WakeAt ?? double.MaxValue).ThenBy(image => image.Id)];
    }

    /// <summary>The tasks that wait for input, with their connections.</summary>
    internal IReadOnlyList<(ObjectId Connection, TaskImage Image)> Reading()
    {
        lock (_lock) return [.. _readers.Select(reader => (reader.Key, reader.Value.Image))];
    }

    /// <summary>All tasks that sleep or wait.</summary>
    internal IReadOnlyList<TaskImage> Images()
    {
        lock (_lock) return [.. _sleeping.Values, .. _readers.Values.Select(reader => reader.Image), .. _outside.Values.Select(waiting => waiting.Image)];
    }

    /// <summary>All slices that have not come to their end: running, ready, or waiting for one that runs alone.</summary>
    internal HashSet<Slice> Unfinished()
    {
        lock (_lock) return [.. _running.Values, .. _ready.Values.SelectMany(queue => queue), .. _waitingForAlone];
    }

    /// <summary>The sleeping or reading task of a number.</summary>
    internal TaskImage? Find(long id)
    {
        lock (_lock)
        {
            if (_sleeping.TryGetValue(id, out var image)) return image;
            if (_outside.TryGetValue(id, out var waiting)) return waiting.Image;
            foreach (var (reading, _) in _readers.Values)
                if (reading.Id == id) return reading;
            return null;
        }
    }

    /// <summary>The slices under way, by task number.</summary>
    internal IReadOnlyList<Slice> Running()
    {
        lock (_lock) return [.. _running.Values.OrderBy(slice => slice.Task.Id)];
    }

    /// <summary>The tasks that wait for something outside.</summary>
    internal IReadOnlyList<OutsideWait> WaitingOutside()
    {
        lock (_lock) return [.. _outside.Values.OrderBy(waiting => waiting.Image.Id)];
    }

    /// <summary>The owner of a task that has not come to its end: running, ready, sleeping or waiting. Null if there is none.</summary>
    internal ObjectId? OwnerOf(long id)
    {
        if (Find(id) is { } image) return image.Owner;
        lock (_lock)
        {
            var slice = _running.GetValueOrDefault(id) ?? Ready(id);
            return slice is null ? null : (slice.Start as ResumeStart)?.Image.Owner ?? slice.Task.Player;
        }
    }

    private Slice? Ready(long id) =>
        _ready.Values.SelectMany(queue => queue).Concat(_waitingForAlone).FirstOrDefault(slice => slice.Task.Id == id);

    /// <summary>How many tasks there are in each state.</summary>
    public IReadOnlyList<(string State, int Count)> Count()
    {
        lock (_lock)
            return [("ready", _ready.Values.Sum(queue => queue.Count)), ("running", _running.Count), ("sleeping", _sleeping.Count), ("reading", _readers.Count), ("outside", _outside.Count)];
    }
}
