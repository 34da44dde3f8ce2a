using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins.Outside;

/// <summary>Has work on files done off the workers, after asking whether it may be.</summary>
internal static class FileWork
{
    /// <summary>Does something with a file that is open.</summary>
    /// <param name="task">The task.</param>
    /// <param name="function">The function that does it.</param>
    /// <param name="handle">The file's number.</param>
    /// <param name="access">What it must be open for.</param>
    /// <param name="work">What is done.</param>
    public static TaskStep On(MooTask task, string function, long handle, FileAccess access, Func<OpenFile, Value> work)
    {
        if (FilePaths.Refuse(task, function) is { } refused) return TaskStep.Of(refused);
        if (task.Runtime.Files.Find(handle) is not { } file) return TaskStep.Of(NoHandle(task, handle));
        if ((access & FileAccess.Read) != 0 && !file.Mode.CanRead) return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "File is open write-only"));
        if ((access & FileAccess.Write) != 0 && !file.Mode.CanWrite) return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "File is open read-only"));
        return Waits.ForOutside(task, function, _ => Task.FromResult(FileErrors.Guard(file.Name, () => file.Use(work))));
    }

    /// <summary>Does something with the file or folder of a name.</summary>
    /// <param name="task">The task.</param>
    /// <param name="function">The function that does it.</param>
    /// <param name="name">The name.</param>
    /// <param name="work">What is done with the path.</param>
    public static TaskStep At(MooTask task, string function, string name, Func<string, Value> work)
    {
        if (FilePaths.Refuse(task, function) is { } refused) return TaskStep.Of(refused);
        if (!FilePaths.IsAllowed(name)) return TaskStep.Of(FilePaths.Invalid(task, name));
        var outside = task.Runtime.Outside;
        return Waits.ForOutside(task, function, _ => Task.FromResult(FileErrors.Guard(name, () => work(FilePaths.Resolve(outside, name)))));
    }

    /// <summary>The open file of a number, for what can be told of it at once; null (and E_PERM or E_INVARG raised) if there is none.</summary>
    public static OpenFile? Find(MooTask task, string function, long handle, out Value failed)
    {
        failed = default;
        if (FilePaths.Refuse(task, function) is { } refused)
        {
            failed = refused;
            return null;
        }
        var file = task.Runtime.Files.Find(handle);
        if (file is null) failed = NoHandle(task, handle);
        return file;
    }

    /// <summary>E_INVARG for a number under which nothing is open.</summary>
    public static Value NoHandle(MooTask task, long handle) => task.RaiseHere(ErrorCode.E_INVARG, "Invalid FHANDLE: {0}", Value.Int(handle));
}
