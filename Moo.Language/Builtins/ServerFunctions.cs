using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>The server: its version, log, end, and what it takes.</summary>
internal static class ServerFunctions
{
    /// <summary>The server's version, as a string. With a path, a part of what is known about it; with any other value, all of that.</summary>
    /// <remarks>
    /// All of it is a tree of <c>{name, value}</c> pairs: <c>"major"</c>, <c>"minor"</c>, <c>"release"</c>, <c>"ext"</c>, <c>"string"</c>, and
    /// <c>"features"</c>, a list of names. A path names one pair in another: <c>"features/maps"</c>.
    /// </remarks>
    /// <example>{server_version(), server_version("minor"), server_version("features/maps")} => {"1.2.3-test", 2, "maps"}</example>
    /// <exception cref="MooError">E_INVARG for a path that leads nowhere.</exception>
    [Builtin("server_version")]
    public static Value ServerVersion(MooTask task, Value? path = null)
    {
        var version = task.Runtime.Host.Version;
        if (path is not { } asked) return Value.Str(version);
        var tree = Value.List(VersionTree.Of(version));
        if (!asked.TryStr(out var names) || names.Length == 0) return tree;
        return VersionTree.Find(tree, names) ?? task.RaiseHere(ErrorCode.E_INVARG, "nothing is known of the server's \"{0}\"", asked);
    }

    /// <summary>Writes a line to the server's log.</summary>
    /// <example>server_log("The fountain works again.") => 0</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("server_log")]
    public static Value ServerLog(MooTask task, string message, bool isError = false)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "server_log");
        task.Transaction.Effects.Add(new LogEffect("> " + message, isError));
        return Value.Int(0);
    }

    /// <summary>The newest lines of the server's log, oldest first: a list of <c>{number, time, level, text}</c>.</summary>
    /// <remarks>
    /// The level is <c>"info"</c>, <c>"warning"</c> or <c>"error"</c>. With <paramref name="after"/>, the number of a line, only those that came after
    /// it; if there is none yet, the task waits for the next. Numbers start at 1 each time the server starts; a few hundred lines are kept. The
    /// task waits in any case, so this commits what it has done so far.
    /// </remarks>
    /// <example>typeof(server_log_lines()) == LIST => 1</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard; E_INTRPT if the server was started anew meanwhile.</exception>
    [Builtin("server_log_lines")]
    public static TaskStep ServerLogLines(MooTask task, long after = 0)
    {
        if (!task.IsWizardly) return TaskStep.Of(Permissions.WizardsOnly(task, "server_log_lines"));
        var host = task.Runtime.Host;
        return Waits.ForOutside(task, "server_log_lines", async cancellation =>
        {
            var lines = await host.ReadLogAsync(after, cancellation).ConfigureAwait(false);
            return Value.List(MooList.Of([.. lines.Select(line =>
                Value.List(Value.Int(line.Number), Value.Int(line.Time.ToUnixTimeSeconds()), Value.Str(line.Level), Value.Str(line.Text)))]));
        });
    }

    /// <summary>Ends the server, once what the task has done so far is on disk. Players are told <paramref name="message"/>.</summary>
    /// <example>shutdown("Back in a minute.") => 0</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("shutdown")]
    public static Value Shutdown(MooTask task, string? message = null, bool isPanic = false)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "shutdown");
        var who = task.Transaction.Find(task.Programmer)!.Name;
        task.Transaction.Effects.Add(new ShutdownEffect($"shutdown() called by {who}{(message is null ? "" : ": " + message)}", isPanic));
        return Value.Int(0);
    }

    /// <summary>Makes a backup of the database. The world itself is on disk at all times.</summary>
    /// <example>dump_database() => 0</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("dump_database")]
    public static Value DumpDatabase(MooTask task)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "dump_database");
        task.Transaction.Effects.Add(new DumpEffect());
        return Value.Int(0);
    }

    /// <summary>How many bytes the database takes on disk.</summary>
    /// <example>db_disk_size() => 4096</example>
    /// <exception cref="MooError">E_QUOTA if that cannot be told.</exception>
    [Builtin("db_disk_size")]
    public static Value DbDiskSize(MooTask task) => task.Runtime.Host.DatabaseBytes is { } bytes
        ? Value.Int(bytes) : task.RaiseHere(ErrorCode.E_QUOTA, "the size of the database cannot be told");

    /// <summary>What the server's process holds of memory, in pages of 4096 bytes: <c>{all, resident, shared, code, data}</c>.</summary>
    /// <remarks>Differs from LambdaMOO, whose answer speaks of its own allocator; this is ToastStunt's.</remarks>
    /// <example>length(memory_usage()) => 5</example>
    /// <exception cref="MooError">E_FILE where the operating system does not tell.</exception>
    [Builtin("memory_usage")]
    public static Value MemoryUsage(MooTask task)
    {
        if (ProcessFigures.Memory() is not { } pages) return task.RaiseHere(ErrorCode.E_FILE, "the operating system does not tell");
        return Value.List(MooList.Of([.. pages.Select(count => Value.Float(count))]));
    }

    /// <summary>
    /// What the server's process has used: <c>{{load averages}, user seconds, system seconds, page reclaims, page faults, blocks read, blocks
    /// written, voluntary switches, involuntary switches, signals}</c>.
    /// </summary>
    /// <remarks>The load averages are multiplied by 65536 (ToastStunt). What the operating system does not tell is 0.</remarks>
    /// <example>length(usage()) => 10</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("usage")]
    public static Value Usage(MooTask task)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "usage");
        var figures = ProcessFigures.Usage();
        return Value.List([Value.List(MooList.Of([.. figures.Loads.Select(Value.Int)])), Value.Float(figures.UserSeconds), Value.Float(figures.SystemSeconds),
            .. figures.Counts.Select(Value.Int)]);
    }

    /// <summary>Reads <c>$server_options</c> anew.</summary>
    /// <remarks>The server does that by itself whenever they change: this is here for programs that were written for servers that do not.</remarks>
    /// <example>load_server_options() => 0</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("load_server_options")]
    public static Value LoadServerOptions(MooTask task) =>
        task.IsWizardly ? Value.Int(0) : Permissions.WizardsOnly(task, "load_server_options");

    /// <summary>The value of a variable of the server's environment; 0 if it has none of that name.</summary>
    /// <example>`getenv("HOME") ! E_PERM => "switched off"' => "switched off"</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard and the server's settings allow it.</exception>
    [Builtin("getenv")]
    public static Value GetEnv(MooTask task, string name)
    {
        if (!task.IsWizardly) return Permissions.WizardsOnly(task, "getenv");
        if (!task.Runtime.Outside.Environment) return Outside.Gate.Closed(task, "Environment");
        return Environment.GetEnvironmentVariable(name) is { } value ? Value.Str(value) : Value.Int(0);
    }
}
