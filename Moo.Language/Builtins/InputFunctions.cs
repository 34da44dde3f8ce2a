using System.Text;
using Moo.Language.Builtins.Http;
using Moo.Language.Builtins.Outside;
using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Reading from connections.</summary>
internal static class InputFunctions
{
    /// <summary>Waits for the next line that a player types, and returns it.</summary>
    /// <remarks>
    /// What the task has done so far is committed. Without <paramref name="who"/>, the line comes from the connection whose command this task is. A true
    /// <paramref name="options"/> does not wait: it gives a line that was typed already, or 0. A map there holds hints for clients (mooR) and changes nothing.
    /// </remarks>
    /// <example>`read(#-99) ! E_INVARG => "nobody there"' => "nobody there"</example>
    /// <exception cref="MooError">
    /// E_PERM unless the programmer is a wizard or the owner of <paramref name="who"/>; without that, unless it is a wizard in the task of the
    /// connection's last command. E_INVARG if nobody is connected there, another task reads already, or the connection closes.
    /// </exception>
    [Builtin("read")]
    public static TaskStep Read(MooTask task, ObjectId? who = null, Value options = default)
    {
        if (Source(task, who, out var failed) is not { } connection) return TaskStep.Of(failed);
        if (options.IsTrue && !options.IsMap && !options.IsList)
        {
            var (host, id) = (task.Runtime.Host, connection.Id);
            return Waits.ForOutside(task, "read", _ => Task.FromResult(host.TakeInput(id) is { } line ? Value.Str(line) : Value.Int(0)));
        }
        return ForLine(task, connection);
    }

    private static TaskStep ForLine(MooTask task, IConnection connection)
    {
        if (task.Runtime.Scheduler.IsReading(connection.Id))
            return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "another task reads from {0} already", Value.Obj(connection.Id)));
        task.Wait = new TaskWait.Input(connection.Id);
        return TaskStep.Stopped;
    }

    /// <summary>Reads an HTTP request or response from a player's connection, as a map.</summary>
    /// <remarks>
    /// <paramref name="kind"/> is <c>"request"</c> or <c>"response"</c>. The map has <c>"method"</c> and <c>"uri"</c>, or <c>"status"</c>; <c>"headers"</c>; a
    /// <c>"body"</c> if there is one, as a binary string; or only <c>"error"</c>, a name and words. The connection's lines are taken for binary
    /// strings; each line is one of the message's, unless it ends with <c>~0A</c> itself. A body needs a length or chunks.
    /// </remarks>
    /// <example>`read_http("reply") ! E_INVARG => "neither"' => "neither"</example>
    /// <exception cref="MooError">E_INVARG for another kind; otherwise as <c>read()</c>.</exception>
    [Builtin("read_http")]
    public static TaskStep ReadHttp(MooTask task, string kind, ObjectId? who = null)
    {
        var isRequest = kind.Equals("request", StringComparison.OrdinalIgnoreCase);
        if (!isRequest && !kind.Equals("response", StringComparison.OrdinalIgnoreCase))
            return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "read_http() reads a \"request\" or a \"response\", no \"{0}\"", Value.Str(kind)));
        if (Source(task, who, out var failed) is not { } connection) return TaskStep.Of(failed);
        var step = ForLine(task, connection);
        // The frame that takes the lines in; what has come so far is its third value.
        var native = new NativeCall("read_http", 0, Value.Truth(isRequest), Value.Obj(connection.Id), Value.EmptyString);
        return step.Kind == TaskStepKind.Stopped && !task.PushNative(native) ? TaskStep.Of(Value.Failure) : step;
    }

    /// <summary>Takes the next line of an HTTP message in.</summary>
    [Continuation("read_http")]
    public static TaskStep AfterHttpLine(MooTask task, NativeCall call, Value line)
    {
        var connection = call.State[1].AsObj;
        var isBinary = task.Runtime.Host.FindConnection(connection)?.Options.GetValueOrDefault("binary") is { IsTrue: true };
        var text = BinaryText.TryDecode(line.AsStr, out var bytes) ? Encoding.Latin1.GetString(bytes) : line.AsStr;
        if (!isBinary && !text.EndsWith('\n')) text += "\r\n";
        call.State[2] = Value.Str(call.State[2].AsStr + text);
        if (HttpMessage.Parse(call.State[2].AsStr, call.State[0].IsTrue) is { } message) return TaskStep.Of(Value.Of(message));
        task.Wait = new TaskWait.Input(connection);
        return TaskStep.Stopped;
    }

    /// <summary>The connection to read from; null (and E_PERM or E_INVARG raised) if there is none that this task may read from.</summary>
    public static IConnection? Source(MooTask task, ObjectId? who, out Value failed)
    {
        failed = default;
        var connection = who is { } given ? OpenConnections.Find(task, given) : ConnectionFunctions.Here(task);
        if (who is { } asked && !MayRead(task, asked))
            failed = Permissions.Denied(task, "only a wizard or its owner may read from {0}", Value.Obj(asked));
        else if (who is null && !(task.IsWizardly && connection is not null && task.Runtime.Scheduler.LastTask(connection.Id) == task.Id))
            failed = Permissions.Denied(task, "only a wizard may read, and only in the task of the connection's last command", default);
        else if (connection is null)
            failed = OpenConnections.NotConnected(task, who!.Value);
        return failed.IsFailure ? null : connection;
    }

    private static bool MayRead(MooTask task, ObjectId who) =>
        OpenConnections.Controls(task, who) && who.Number < 0 || task.IsWizardly || task.Transaction.Find(who) is { } draft && draft.Owner == task.Programmer;
}
