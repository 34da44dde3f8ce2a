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

    public void Return(Frame frame)
    {
        frame.Clear();
        if (_count >= MostKept || frame.Slots.Length > LargestKept || frame.Arguments.Length > LargestKept) return;
        frame.Below = _first;
        _first = frame;
        _count++;
    }
}
