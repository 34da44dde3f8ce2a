using Moo.Store.Values;

namespace Moo.Language.Execution;

/// <summary>Which verbs a task calls, for the programmer who asked: <c>call_trace()</c>.</summary>
/// <remarks>
/// What was handed over and what came back is shown only of calls that the programmer's own code makes, or that come to it: everything else may be a
/// secret between others.
/// </remarks>
/// <param name="programmer">Who asked.</param>
/// <param name="isWizard">Whether that is a wizard, who may see everything.</param>
/// <param name="depth">How deep the stack was then.</param>
internal sealed class CallTrace(ObjectId programmer, bool isWizard, int depth)
{
    private const int MostCalls = 1000;

    private readonly List<Call> _calls = [];
    private readonly Stack<Call> _open = new();

    /// <summary>Notes a call.</summary>
    /// <param name="task">The task.</param>
    /// <param name="frame">The new frame, filled in.</param>
    /// <param name="caller">The frame that calls, if there is one.</param>
    public void Entered(MooTask task, Frame frame, Frame? caller)
    {
        // Errors end frames without a word.
        while (_open.Count > 0 && _open.Peek().Depth >= task.Depth) _open.Pop();
        if (_calls.Count == MostCalls) return;
        var isVisible = isWizard || frame.Programmer == programmer || caller?.Programmer == programmer;
        var call = new Call(task.Depth, frame.This, frame.Verb, frame.Definer, isVisible ? frame.ReadArguments() : null, task.TicksLeft);
        _calls.Add(call);
        _open.Push(call);
    }

    /// <summary>Notes that the top frame returns.</summary>
    /// <param name="task">The task.</param>
    /// <param name="value">What it returns.</param>
    public void Left(MooTask task, Value value)
    {
        while (_open.Count > 0 && _open.Peek().Depth > task.Depth) _open.Pop();
        if (_open.Count == 0 || _open.Peek().Depth != task.Depth) return;
        var call = _open.Pop();
        call.Ticks = call.TicksBefore - task.TicksLeft;
        if (call.Arguments is not null) call.Result = value;
    }

    /// <summary>The notes, as MOO code sees them.</summary>
    public MooList ToList() => MooList.Of([.. _calls.Select(call => Value.Of(Map(call)))]);

    private MooMap Map(Call call)
    {
        var map = MooMap.Empty
            .Set(Value.Str("depth"), Value.Int(call.Depth - depth))
            .Set(Value.Str("this"), call.This)
            .Set(Value.Str("verb"), Value.Str(call.Verb))
            .Set(Value.Str("definer"), Value.Obj(call.Definer));
        if (call.Arguments is { } arguments) map = map.Set(Value.Str("args"), Value.List(arguments));
        if (call.Result is { } result) map = map.Set(Value.Str("value"), result);
        return call.Ticks is { } ticks ? map.Set(Value.Str("ticks"), Value.Int(ticks)) : map;
    }

    private sealed class Call(int depth, Value receiver, string verb, ObjectId definer, MooList? arguments, long ticksBefore)
    {
        public int Depth => depth;

        public Value This => receiver;

        public string Verb => verb;

        public ObjectId Definer => definer;

        public MooList? Arguments => arguments;

        public long TicksBefore => ticksBefore;

        public Value? Result { get; set; }

        public long? Ticks { get; set; }
    }
}
