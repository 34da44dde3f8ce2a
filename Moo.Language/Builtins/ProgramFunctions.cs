using Moo.Language.Builtins.Outside;
using Moo.Language.Builtins.Text;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Running programs of the host (ToastStunt). Wizards only, and only where the server's settings allow it.</summary>
internal static class ProgramFunctions
{
    /// <summary>Runs a program in the server's <c>executables/</c> folder; returns <c>{exit code, output, error output}</c>.</summary>
    /// <remarks>
    /// <paramref name="command"/> holds the program's name and its arguments; no shell looks at them. <paramref name="input"/> is what it reads;
    /// <paramref name="environment"/> a list of <c>"NAME=value"</c>, beside which it has only <c>PATH=/bin:/usr/bin</c>. Input and output are binary
    /// strings. What the task has done so far is committed, and it sleeps until the program has ended; killing the task kills the program.
    /// </remarks>
    /// <example>`exec({"echo.sh", "hello"}) ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">
    /// E_PERM unless the programmer is a wizard and the server's settings allow it; E_INVARG for what is no list of strings, a name that leads elsewhere or
    /// is no file, or a malformed binary string; E_EXEC if it cannot be run; E_QUOTA if too many run, or it was killed because it ran too long or wrote too
    /// much.
    /// </exception>
    [Builtin("exec")]
    public static TaskStep Exec(MooTask task, MooList command, string input = "", MooList? environment = null)
    {
        if (!task.IsWizardly) return TaskStep.Of(Permissions.WizardsOnly(task, "exec"));
        if (task.Runtime.Outside is not { Programs: true, DataFolder: { } data }) return TaskStep.Of(Gate.Closed(task, "Programs"));
        if (command.Count == 0 || !command.All(word => word.IsStr) || environment?.All(word => word.IsStr) == false)
            return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "exec() takes lists of strings"));
        var name = command[0].AsStr;
        if (!IsAllowed(name)) return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "Invalid path: {0}", command[0]));
        if (ByteText.TryRead(input) is not { } bytes) return TaskStep.Of(task.RaiseHere(ErrorCode.E_INVARG, "Invalid binary string"));
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = "/bin:/usr/bin" };
        foreach (var setting in environment ?? MooList.Empty)
        {
            var mark = setting.AsStr.IndexOf('=', StringComparison.Ordinal);
            if (mark > 0 && !setting.AsStr.Contains('\0', StringComparison.Ordinal)) variables[setting.AsStr[..mark]] = setting.AsStr[(mark + 1)..];
        }
        var path = Path.Combine(Path.GetFullPath(data), "executables", name);
        var arguments = command.Skip(1).Select(word => word.AsStr.Replace("\0", "", StringComparison.Ordinal)).ToList();
        var (runner, limits) = (task.Runtime.ProgramRunner, task.Runtime.Outside);
        return Waits.ForOutside(task, "exec", cancellation => File.Exists(path) ? runner.Run(path, arguments, bytes, variables, limits, cancellation)
            : Task.FromResult(Value.Of(MooError.Of(ErrorCode.E_INVARG, Directory.Exists(path) ? "Is not a file" : "Does not exist"))));
    }

    private static bool IsAllowed(string name) => name.Length > 0 && name[0] != '/' && !name.StartsWith("..", StringComparison.Ordinal)
        && !name.Contains("/.", StringComparison.Ordinal) && !name.Contains("./", StringComparison.Ordinal) && name.AsSpan().IndexOfAny('\\', '\0') < 0
        && !(OperatingSystem.IsWindows() && name.Contains(':', StringComparison.Ordinal));
}
