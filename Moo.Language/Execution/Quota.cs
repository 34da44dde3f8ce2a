using Moo.Store.Values;

namespace Moo.Language.Execution;

/// <summary>Checks what a task builds against the limits on single values (language.md §6).</summary>
internal static class Quota
{
    public static Value Check(Frame frame, Node at, MooList list)
    {
        var limits = frame.Task.Limits;
        if (list.Bytes <= limits.MaxListBytes && list.Depth <= TaskLimits.DeepestValue) return Value.List(list);
        return list.Bytes > limits.MaxListBytes
            ? frame.Task.RaiseQuota(at.Span, "a list may take {0} bytes", limits.MaxListBytes)
            : frame.Task.RaiseQuota(at.Span, "lists and maps may nest {0} levels deep", TaskLimits.DeepestValue);
    }

    public static Value Check(Frame frame, Node at, MooMap map)
    {
        var limits = frame.Task.Limits;
        if (map.Bytes <= limits.MaxMapBytes && map.Depth <= TaskLimits.DeepestValue) return Value.Of(map);
        return map.Bytes > limits.MaxMapBytes
            ? frame.Task.RaiseQuota(at.Span, "a map may take {0} bytes", limits.MaxMapBytes)
            : frame.Task.RaiseQuota(at.Span, "lists and maps may nest {0} levels deep", TaskLimits.DeepestValue);
    }

    /// <summary>The same for what a builtin function built; its call's place is added by the node.</summary>
    public static Value Check(MooTask task, Value value)
    {
        var limits = task.Limits;
        return value.Reference switch
        {
            string text when text.Length > limits.MaxStringConcat =>
                task.RaiseQuota(default, "a string may be {0} characters long", limits.MaxStringConcat),
            MooList list when list.Bytes > limits.MaxListBytes =>
                task.RaiseQuota(default, "a list may take {0} bytes", limits.MaxListBytes),
            MooMap map when map.Bytes > limits.MaxMapBytes =>
                task.RaiseQuota(default, "a map may take {0} bytes", limits.MaxMapBytes),
            ReferenceValue deep when deep.Depth > TaskLimits.DeepestValue =>
                task.RaiseQuota(default, "lists and maps may nest {0} levels deep", TaskLimits.DeepestValue),
            _ => value,
        };
    }
}
