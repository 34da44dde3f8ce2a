using System.Collections.Frozen;
using Moo.Language.Builtins;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Execution;

/// <summary>What a world has set in <c>$server_options</c> (language.md §6): read live, that is, by every slice.</summary>
/// <remarks>
/// The limits are worked out again only when the state of <c>#0</c>'s property or of the options object has changed, which comparing two
/// references tells. Reading them is not recorded in the transaction: a limit that changes under a running slice does not undo it.
/// </remarks>
internal sealed class ServerOptions
{
    private const string Protect = "protect_";

    private readonly Lock _lock = new();
    private volatile Known _known = new(null, null, null, TaskLimits.Default, BuiltinTable.Default);

    /// <summary>The built-in functions, those protected for which <c>protect_name</c> is set.</summary>
    public BuiltinTable Builtins => _known.Builtins;

    /// <summary>Looks at the newest world. Where other functions are protected than before, programs are compiled anew for that.</summary>
    public void Follow(World world)
    {
        var before = _known.Builtins;
        if (At(world.Current).Builtins != before) world.MoveStructure();
    }

    /// <summary>The limits of a slice that starts on a snapshot.</summary>
    public TaskLimits Limits(Snapshot snapshot) => At(snapshot).Limits;

    /// <summary>The value of an option, or null where it is not set.</summary>
    public Value? Find(Snapshot snapshot, string name) => At(snapshot).Options is { } options ? snapshot.Property(options, name) : null;

    /// <summary>Whether only wizards may touch a built-in property: <c>protect_location</c> and its like.</summary>
    public bool IsProtectedProperty(Transaction transaction, BuiltInProperty property) =>
        Find(transaction.Base, Protect + property.ToString()) is { IsTrue: true };

    private Known At(Snapshot snapshot)
    {
        var system = snapshot.Find(ObjectId.System);
        var known = _known;
        // Asked for by every slice: while #0 stands as it did, its own property need not be looked up.
        var place = known.Place is { } sure && ReferenceEquals(known.System, system) ? sure : WorldOptions.Place(snapshot, system);
        var options = place is { } id ? snapshot.Find(id) : null;
        var isSame = ReferenceEquals(known.Options, options);
        if (isSame && ReferenceEquals(known.System, system)) return known;
        var ownPlace = IsOwn(system) ? place : null;
        lock (_lock)
        {
            return _known = isSame ? known with { System = system, Place = ownPlace }
                : new Known(system, ownPlace, options, Work(snapshot, options), Protected(snapshot, options, _known.Builtins));
        }
    }

    // What is inherited may change while #0 does not.
    private static bool IsOwn(ObjectState? system) =>
        system is not null && system.Shape.IndexOf(WorldOptions.Property) is var cell and >= 0 && !system.Cells[cell].Value.IsClear;

    private static BuiltinTable Protected(Snapshot snapshot, ObjectState? options, BuiltinTable before)
    {
        var names = options is null ? FrozenSet<string>.Empty : BuiltinTable.Default.Names
            .Where(name => snapshot.Property(options, Protect + name) is { IsTrue: true }).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        return names.SetEquals(before.ProtectedNames) ? before : BuiltinTable.With(names, FrozenSet<string>.Empty);
    }

    private static TaskLimits Work(Snapshot snapshot, ObjectState? options)
    {
        var limits = TaskLimits.Default;
        if (options is null) return limits;
        // The floors are LambdaMOO's and ToastStunt's: below them a world could lock its wizards out.
        return limits with
        {
            ForegroundTicks = (int)Number("fg_ticks", limits.ForegroundTicks, 100, int.MaxValue),
            BackgroundTicks = (int)Number("bg_ticks", limits.BackgroundTicks, 100, int.MaxValue),
            ForegroundSeconds = Seconds("fg_seconds", limits.ForegroundSeconds),
            BackgroundSeconds = Seconds("bg_seconds", limits.BackgroundSeconds),
            MaxStackDepth = (int)Number("max_stack_depth", limits.MaxStackDepth, 50, 100_000),
            MaxStringConcat = Number("max_string_concat", limits.MaxStringConcat, 1015, 1 << 29),
            MaxListBytes = Number("max_list_value_bytes", limits.MaxListBytes, 16_382, 1L << 32),
            MaxMapBytes = Number("max_map_value_bytes", limits.MaxMapBytes, 16_382, 1L << 32),
            MaxTaskBytes = Number("max_task_bytes", limits.MaxTaskBytes, 1 << 20, 1L << 40),
            MaxQueuedBytes = Number("queued_task_bytes", limits.MaxQueuedBytes, 1 << 20, 1L << 40),
            AreQuotasCatchable = Number("max_concat_catchable", 1, 0, 1) != 0,
            QueuedTaskLimit = (int)Number("queued_task_limit", limits.QueuedTaskLimit, 0, int.MaxValue),
            AtomicTasks = Number("atomic_tasks", 1, 0, 1) != 0,
            MostFinishedTasks = (int)Number("finished_tasks_limit", limits.MostFinishedTasks, 0, TaskLimits.MostRememberedTasks),
            LagSeconds = snapshot.Property(options, "task_lag_threshold") switch
            {
                { IsInt: true } value => value.AsInt,
                { IsFloat: true } value => value.AsFloat,
                _ => limits.LagSeconds,
            },
        };

        long Number(string name, long otherwise, long least, long most) =>
            snapshot.Property(options, name) is { } value && value.TryInt(out var number) ? Math.Clamp(number, least, most) : otherwise;

        double Seconds(string name, double otherwise) => snapshot.Property(options, name) switch
        {
            { IsInt: true } value => Math.Max(1, value.AsInt),
            { IsFloat: true } value => Math.Max(1, value.AsFloat),
            _ => otherwise,
        };
    }

    /// <summary>What was worked out last.</summary>
    /// <param name="System">The state of <c>#0</c> that it was worked out for.</param>
    /// <param name="Place">The options object, if <c>#0</c> has it in a property of its own.</param>
    /// <param name="Options">The state of the options object.</param>
    /// <param name="Limits">The limits.</param>
    /// <param name="Builtins">The functions.</param>
    private sealed record Known(ObjectState? System, ObjectId? Place, ObjectState? Options, TaskLimits Limits, BuiltinTable Builtins);
}
