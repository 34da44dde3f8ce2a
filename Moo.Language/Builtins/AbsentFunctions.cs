using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>What mooR has around its server and this one has not: histories of its web client, worker processes. The answers are those of a mooR that has none of it.</summary>
internal static class AbsentFunctions
{
    /// <summary>Notes a text in a player's history, for clients that show it later; returns whether it was kept.</summary>
    /// <remarks>Differs from mooR: no histories are kept, so the answer is 0, as there for a player without a key for them.</remarks>
    /// <example>event_log(player, "You won.") => 0</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard, the player, or owns it; E_INVARG for what is no player.</exception>
    [Builtin("event_log")]
    public static Value EventLog(MooTask task, ObjectId player, Value message, Value? form = null, Value? details = null) =>
        Refuse(task, player) ?? Value.Int(0);

    /// <summary>How much there is in a player's history: <c>{entries, first, last}</c>.</summary>
    /// <remarks>Differs from mooR: no histories are kept, so all are 0.</remarks>
    /// <example>player_event_log_stats(player) => {0, 0, 0}</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard, the player, or owns it; E_INVARG for what is no player.</exception>
    [Builtin("player_event_log_stats")]
    public static Value EventLogStats(MooTask task, ObjectId player, Value? since = null, Value? until = null) =>
        Refuse(task, player) ?? Value.List(Value.Int(0), Value.Int(0), Value.Int(0));

    /// <summary>Forgets a player's history: <c>{entries forgotten, whether its key was}</c>.</summary>
    /// <remarks>Differs from mooR: no histories are kept, so there is nothing to forget.</remarks>
    /// <example>purge_player_event_log(player) => {0, 0}</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard, the player, or owns it; E_INVARG for what is no player.</exception>
    [Builtin("purge_player_event_log")]
    public static Value PurgeEventLog(MooTask task, ObjectId player, Value? before = null, bool dropsKey = false) =>
        Refuse(task, player) ?? Value.List(Value.Int(0), Value.Int(0));

    private static Value? Refuse(MooTask task, ObjectId player)
    {
        if (task.Transaction.Find(player) is not { } draft || (draft.Flags & Store.Worlds.ObjectFlags.Player) == 0)
            return task.RaiseHere(ErrorCode.E_INVARG, "{0} is no player", Value.Obj(player));
        return player == task.Programmer || Permissions.Controls(task, draft) ? null : Permissions.Denied(task, "the history of {0} is not for {1} to deal with", Value.Obj(player));
    }

    /// <summary>The worker processes that the server can ask.</summary>
    /// <remarks>Differs from mooR: there are none. What its workers do is built in: <c>curl()</c>, <c>exec()</c>, the file functions.</remarks>
    /// <example>workers() => {}</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("workers")]
    public static Value Workers(MooTask task) => task.IsWizardly ? Value.List(MooList.Empty) : Permissions.WizardsOnly(task, "workers");

    /// <summary>Asks a worker process. There are none: see <c>workers()</c>.</summary>
    /// <example>`worker_request('curl, {"GET", "http://127.0.0.1/"}) ! E_INVARG => "no such worker"' => "no such worker"</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard; E_INVARG for a worker that does not exist: any.</exception>
    [Builtin("worker_request")]
    public static Value WorkerRequest(MooTask task, Value worker, MooList arguments, Value? options = null) =>
        !task.IsWizardly ? Permissions.WizardsOnly(task, "worker_request")
        : task.RaiseHere(ErrorCode.E_INVARG, "there is no worker {0}; curl(), exec() and the file functions are built in", worker);

    /// <summary>How often each function was called and how long it took, as a map.</summary>
    /// <remarks>Differs from mooR: that is not counted, since counting would take longer than most functions do. The map is empty; <c>sched_counters()</c> tells what tasks cost.</remarks>
    /// <example>bf_counters() => []</example>
    /// <exception cref="MooError">E_PERM unless the programmer is a wizard.</exception>
    [Builtin("bf_counters")]
    public static Value FunctionCounts(MooTask task) => task.IsWizardly ? Value.Of(MooMap.Empty) : Permissions.WizardsOnly(task, "bf_counters");
}
