using Moo.Store.Values;

namespace Moo.Store.Textdump;

/// <summary>Reads the tasks of a textdump, and the connections that follow them.</summary>
internal sealed class DumpTasks(DumpInput input, DumpValues values, DumpedWorld dump)
{
    public void Read()
    {
        // Obsolete since LambdaMOO 1.8, but still written.
        for (var clocks = input.Heading("clocks").Count; clocks > 0; clocks--) input.Numbers("a clock's numbers", 3);
        for (var count = input.Heading("queued tasks").Count; count > 0; count--) ReadForked();
        if (!TryHeading("suspended tasks", out var suspended)) return;
        for (; suspended > 0; suspended--) ReadSuspended();
        if (!dump.Version.HasInterruptedTasks || !TryHeading("interrupted tasks", out var interrupted)) return;
        for (; interrupted > 0; interrupted--) ReadInterrupted();
    }

    // Old files end after the queued tasks.
    private bool TryHeading(string words, out int count)
    {
        count = 0;
        if (!input.TryNext(out _)) return false;
        input.Unread();
        count = input.Heading(words).Count;
        return true;
    }

    private void ReadForked()
    {
        var numbers = input.Numbers("the numbers of a forked task", 4);
        var task = new DumpedTask(DumpedTaskKind.Forked, numbers[3], numbers[2], default, input.Line);
        var frame = new DumpedFrame { FirstLine = numbers[1], LanguageVersion = dump.Version.Number };
        ReadActivation(frame);
        ReadVariables(frame);
        frame.Source = input.Program();
        task.Frames.Add(frame);
        dump.Tasks.Add(task);
    }

    private void ReadSuspended()
    {
        // "time number", and with a space behind it the type of a value, which then follows.
        var line = System.Text.Encoding.Latin1.GetString(input.Next("a suspended task"));
        var at = input.Line;
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 3 || !long.TryParse(words[0], out var time) || !long.TryParse(words[1], out var id))
            throw new TextdumpException(at, "found no numbers of a suspended task");
        var value = words.Length == 2 ? default : values.ReadTyped(words[2]);
        dump.Tasks.Add(ReadMachine(new DumpedTask(DumpedTaskKind.Suspended, id, time, value, at)));
    }

    private void ReadInterrupted()
    {
        var line = System.Text.Encoding.Latin1.GetString(input.Next("an interrupted task"));
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        if (!long.TryParse(space < 0 ? line : line[..space], out var id)) throw new TextdumpException(input.Line, "found no number of an interrupted task");
        dump.Tasks.Add(ReadMachine(new DumpedTask(DumpedTaskKind.Interrupted, id, 0, Value.Err(ErrorCode.E_INTRPT), input.Line)));
    }

    private DumpedTask ReadMachine(DumpedTask task)
    {
        if (dump.Version.HasTaskLocal) task.Local = values.Read();
        var numbers = input.Numbers("the numbers of a suspended task's stack", 3);
        task.RootVector = numbers[1];
        for (var i = 0L; i <= numbers[0]; i++) task.Frames.Add(ReadFrame());
        return task;
    }

    private DumpedFrame ReadFrame()
    {
        var frame = new DumpedFrame { LanguageVersion = dump.Version.Number };
        if (dump.Version.HasFrameVersions)
        {
            var line = input.Text("a language version");
            const string words = "language version ";
            if (!line.StartsWith(words, StringComparison.Ordinal) || !long.TryParse(line.AsSpan(words.Length), out var version))
                throw new TextdumpException(input.Line, "found no \"language version N\"");
            frame.LanguageVersion = version;
        }
        frame.Source = input.Program();
        ReadVariables(frame);
        for (var count = input.Heading("rt_stack slots in use").Count; count > 0; count--) frame.Stack.Add(values.ReadEntry());
        ReadActivation(frame);
        frame.Temporary = values.Read();
        var places = input.Numbers("the places of a frame", 2);
        (frame.Pc, frame.FunctionStage) = (places[0], places[1]);
        frame.ErrorPc = places.Length > 2 ? places[2] : places[0];
        if (frame.FunctionStage != 0) ReadFunction(frame);
        return frame;
    }

    // These write a line of their own; call_function() writes one, and then what the function that it called writes.
    private void ReadFunction(DumpedFrame frame)
    {
        var name = input.Text("a function's name");
        frame.Function = name;
        while (name is "create" or "recreate" or "recycle" or "move" or "call_function")
        {
            var line = input.Text($"what {name}() remembers");
            frame.FunctionState.Add(line);
            if (name != "call_function") return;
            const string words = "bf_call_function data: fname = ";
            name = line.StartsWith(words, StringComparison.Ordinal) ? line[words.Length..] : "";
        }
    }

    private void ReadVariables(DumpedFrame frame)
    {
        for (var count = input.Heading("variables").Count; count > 0; count--)
            frame.Variables.Add((input.Text("a variable's name"), values.Read()));
    }

    private void ReadActivation(DumpedFrame frame)
    {
        values.Read();
        Value? self = dump.Version.HasThis ? values.Read() : null;
        Value? definer = dump.Version.HasAnonymous ? values.Read() : null;
        if (dump.Version.HasThreadMode) input.Number("a thread mode");
        // this, three unused numbers among player, programmer and definer, and the d bit.
        var numbers = input.Numbers("the numbers of an activation", 9);
        frame.This = self ?? Value.Obj(numbers[0]);
        frame.Player = new ObjectId(numbers[3]);
        frame.Programmer = new ObjectId(numbers[5]);
        frame.Definer = definer ?? Value.Obj(numbers[6]);
        frame.IsDebug = numbers[8] != 0;
        for (var i = 0; i < 4; i++) input.Next("the words of an activation");
        frame.Verb = input.Text("a verb's name");
        frame.VerbNames = input.Text("a verb's names");
    }

    /// <summary>Reads the connections that were open.</summary>
    public void ReadConnections()
    {
        if (!input.TryNext(out _)) return;
        input.Unread();
        var (count, words) = input.Heading("active connections");
        var hasListeners = words.EndsWith(" with listeners", StringComparison.Ordinal);
        for (; count > 0; count--)
        {
            var numbers = input.Numbers("a connection's numbers", hasListeners ? 2 : 1);
            dump.Connections.Add((new ObjectId(numbers[0]), hasListeners ? new ObjectId(numbers[1]) : ObjectId.System));
        }
    }
}
