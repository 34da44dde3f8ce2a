using System.Globalization;
using Moo.Language.Builtins;
using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Textdump;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Textdump;

/// <summary>Takes over the tasks of a textdump: each goes on exactly where it stood, or is noted as lost.</summary>
public static class DumpedTasks
{
    /// <summary>The tasks that can go on, as they are stored.</summary>
    /// <param name="dump">What was read.</param>
    /// <param name="report">Takes the number of tasks, and a note for each that cannot go on.</param>
    /// <param name="now">The time, in seconds since 1970.</param>
    public static IReadOnlyList<StoredTask> Adopt(DumpedWorld dump, DumpReport report, double now)
    {
        ArgumentNullException.ThrowIfNull(dump);
        var tasks = new List<StoredTask>();
        var ids = new HashSet<long>();
        foreach (var task in dump.Tasks)
        {
            var place = $"task {task.Id} of {task.Frames[^1].Programmer}, {task.Frames[^1].Definer}:{task.Frames[^1].Verb} (line {task.Line})";
            var id = task.Id > 0 && ids.Add(task.Id) ? task.Id : NewId(ids);
            if (id != task.Id) report.Changed(place, $"its number was taken; it is {id} now");
            if (Adopt(task, id, now, out var reason) is { } image) tasks.Add(image);
            else report.Lose(place, reason);
        }
        report.Tasks = tasks.Count;
        foreach (var (player, listener) in dump.Connections)
            if (player.Number >= 0) tasks.Add(Disconnection(NewId(ids), player, listener, now));
        return tasks;
    }

    private static long NewId(HashSet<long> ids)
    {
        var id = 1L;
        while (!ids.Add(id)) id++;
        return id;
    }

    private static TaskImage? Adopt(DumpedTask task, long id, double now, out string reason)
    {
        if (task.Kind != DumpedTaskKind.Forked) return DumpedStack.Adopt(task, id, now, out reason);
        var frame = task.Frames[0];
        if (DumpedFrames.Begin(frame, out reason) is not { } image) return null;
        return new TaskImage(id, frame.Programmer, task.StartTime, image.Player, Math.Min(now, task.StartTime), task.Local, [image]) { IsFork = true };
    }

    // LambdaMOO tells the listener at its start that those who were connected at the last checkpoint no longer are.
    private static TaskImage Disconnection(long id, ObjectId player, ObjectId listener, double now)
    {
        var source = string.Create(CultureInfo.InvariantCulture, $"`{listener}:user_disconnected({player}) ! E_VERBNF, E_INVIND => 0';");
        var program = Programs.OfEvaluated(BuiltinTable.Default, source).Program!;
        var image = new FrameImage
        {
            Program = program,
            Source = source,
            Slots = new Value[program.SlotCount],
            This = Value.Obj(listener),
            CallerValue = Value.Nothing,
            Player = player,
            Verb = "user_disconnected",
            Definer = listener,
            Programmer = player,
            IsDebug = true,
        };
        return new TaskImage(id, player, now, player, now, Value.Of(MooMap.Empty), [image]) { IsFork = true };
    }
}
