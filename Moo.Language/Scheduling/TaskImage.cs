using System.Text.Json;
using Moo.Language.Execution;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Scheduling;

/// <summary>A sleeping task: immutable, good for any number of attempts to wake it, and for the database.</summary>
internal sealed class TaskImage : StoredTask
{
    // The largest array of frames is that of the deepest stack; anything else in the database was not written by us.
    private const int MostFrames = 100_000;

    public TaskImage(long id, ObjectId owner, double? wakeAt, ObjectId player, double startedAt, Value local, FrameImage[] frames)
        : base(id, owner, wakeAt)
    {
        Player = player;
        StartedAt = startedAt;
        Local = local;
        Frames = frames;
        Bytes = local.Bytes;
        foreach (var frame in frames) Bytes += frame.Bytes;
    }

    /// <summary>What its values take, in bytes as <c>value_bytes()</c> counts them.</summary>
    public long Bytes { get; }

    public ObjectId Player { get; }

    /// <summary>When the task was put to sleep, in seconds since 1970.</summary>
    public double StartedAt { get; }

    /// <summary>The value of <c>task_local()</c>.</summary>
    public Value Local { get; }

    /// <summary>The frames, outermost first.</summary>
    public FrameImage[] Frames { get; }

    /// <summary>The innermost frame.</summary>
    public FrameImage Top => Frames[^1];

    /// <summary>Whether this is a fork that has not begun yet, so that nothing waits for a value.</summary>
    public bool IsFork { get; init; }

    /// <summary>What it goes on with if the server ends while it waits for something that ends with the server; null if it waits for time alone.</summary>
    public Value? AfterRestart { get; init; }

    /// <summary>All values that it holds.</summary>
    public IEnumerable<Value> Values => Frames.SelectMany(frame => frame.Values).Append(Local).Append(AfterRestart ?? default);

    public override string ToJson() => ValueJson.Write(this, static (writer, image) =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("format", Program.FormatVersion);
        writer.WriteNumber("player", image.Player.Number);
        writer.WriteNumber("started", image.StartedAt);
        writer.WriteBoolean("fork", image.IsFork);
        if (image.AfterRestart is { } value)
        {
            writer.WritePropertyName("resume");
            ValueJson.WriteValue(writer, value);
        }
        writer.WritePropertyName("local");
        ValueJson.WriteValue(writer, image.Local);
        writer.WriteStartArray("frames");
        foreach (var frame in image.Frames) frame.Write(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    /// <summary>Reads what <see cref="ToJson"/> wrote; null with a reason if this server cannot go on with it.</summary>
    public static TaskImage? Read(Runtime runtime, long id, ObjectId owner, double? wakeAt, string json, out string reason)
    {
        reason = "";
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 10_000 });
        var root = document.RootElement;
        if (root.GetProperty("format").GetInt32() != Program.FormatVersion)
        {
            reason = "it was stored by another version of the server";
            return null;
        }
        var frames = root.GetProperty("frames").EnumerateArray().Take(MostFrames).Select(FrameImage.Read)
            .Select(frame => frame.Compile(runtime)).ToArray();
        if (frames.Length == 0 || frames.Contains(null))
        {
            reason = "one of its programs does not compile to what it was";
            return null;
        }
        Value? afterRestart = root.TryGetProperty("resume", out var resume) ? ValueJson.FromText(resume.GetRawText()) : null;
        return new TaskImage(id, owner, afterRestart is null ? wakeAt : 0, new ObjectId(root.GetProperty("player").GetInt64()), root.GetProperty("started").GetDouble(),
            ValueJson.FromText(root.GetProperty("local").GetRawText()), frames!)
        {
            IsFork = root.GetProperty("fork").GetBoolean(),
            AfterRestart = afterRestart,
        };
    }

    /// <summary>A task as it stands.</summary>
    public static TaskImage Of(MooTask task, double? wakeAt, double now)
    {
        var frames = new FrameImage[task.Depth];
        var place = frames.Length;
        for (var frame = task.Top; frame is not null; frame = frame.Below) frames[--place] = FrameImage.Of(frame);
        return new TaskImage(task.Id, task.Programmer, wakeAt, task.Player, now, task.Local, frames)
        {
            AfterRestart = task.Wait switch
            {
                TaskWait.Input or TaskWait.Outside => Value.Err(ErrorCode.E_INTRPT),
                TaskWait.Commit commit => commit.Result,
                _ => null,
            },
        };
    }

    /// <summary>Gives a task these frames.</summary>
    public void Restore(MooTask task)
    {
        task.Local = Local;
        foreach (var image in Frames)
        {
            var frame = task.Frames.Take(task);
            task.PushFilled(frame);
            image.Restore(frame);
        }
    }
}
