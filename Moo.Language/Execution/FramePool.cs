namespace Moo.Language.Execution;

/// <summary>Frames to use again: one pool per worker thread, so that calls allocate nothing.</summary>
internal sealed class FramePool
{
    private const int MostKept = 256;

    // A frame that a huge verb blew up is not kept for the next one.
    private const int LargestKept = 256;

    private Frame? _first;
    private int _count;

    public Frame Take(MooTask task)
    {
        var frame = _first;
        if (frame is null) return new Frame { Task = task };
        _first = frame.Below;
        _count--;
        frame.Below = null;
        frame.Task = task;
        return frame;
    }

    /// <summary>Takes a frame back. What it holds stays in it until it is used again, or until <see cref="Clean"/>.</summary>
    public void Return(Frame frame)
    {
        frame.Retire();
        if (_count >= MostKept || frame.Slots.Length > LargestKept || frame.Arguments.Length > LargestKept) return;
        frame.Below = _first;
        _first = frame;
        _count++;
    }

    /// <summary>Lets go of everything that frames used since the last time still hold: called between slices.</summary>
    public void Clean()
    {
        // The frames used last are on top; below the first clean one all are clean.
        for (var frame = _first; frame is { IsClean: false }; frame = frame.Below) frame.Clear();
    }
}
