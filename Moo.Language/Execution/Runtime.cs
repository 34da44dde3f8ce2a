using Moo.Language.Builtins;
using Moo.Language.Builtins.Outside;
using Moo.Language.Scheduling;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Execution;

/// <summary>What all tasks of one world share: the world, the builtins, the clock, the host.</summary>
public sealed class Runtime
{
    /// <summary>Brings the parts together.</summary>
    /// <param name="world">The world.</param>
    /// <param name="host">What lies outside: connections, the log, the process.</param>
    /// <param name="clock">Time.</param>
    /// <param name="outside">What programs may reach outside; nothing, if not given.</param>
    public Runtime(World world, IHost host, Clock clock, OutsideAccess? outside = null)
    {
        Outside = outside ?? OutsideAccess.None;
        Web = new WebReader(Outside);
        World = world;
        Host = host;
        Clock = clock;
        Scheduler = new Scheduler(this);
    }

    /// <summary>The world.</summary>
    public World World { get; }

    /// <summary>What lies outside: connections, the log, the process.</summary>
    public IHost Host { get; }

    /// <summary>Time.</summary>
    public Clock Clock { get; }

    /// <summary>What programs may reach outside.</summary>
    public OutsideAccess Outside { get; }

    /// <summary>Runs the tasks.</summary>
    public Scheduler Scheduler { get; }

    /// <summary>The built-in functions, those protected that the world protects at this moment.</summary>
    internal BuiltinTable Builtins => Options.Builtins;

    internal ServerOptions Options { get; } = new();

    /// <summary>The files that programs have open.</summary>
    internal HandleTable<OpenFile> Files { get; } = new();

    /// <summary>The databases that programs have open.</summary>
    internal HandleTable<OpenDatabase> Databases { get; } = new();

    /// <summary>The host programs that run.</summary>
    internal ProgramRunner ProgramRunner { get; } = new();

    /// <summary>Fetches pages for programs.</summary>
    internal WebReader Web { get; }

    /// <summary>The object that <c>$name</c> stands for, or null; recorded as read.</summary>
    internal static ObjectId? SystemObject(Transaction transaction, string name)
    {
        if (transaction.Find(ObjectId.System) is not { } system) return null;
        if (Properties.Find(transaction, system, name) is not { } place) return null;
        return Properties.Read(transaction, system, place).TryObj(out var id) ? id : null;
    }

    internal void LogWizardBit(Frame frame, ObjectId target, bool isSet) =>
        Host.Log($"{(isSet ? "WIZARDED" : "DEWIZARDED")}: {target} by programmer {frame.Programmer}");
}
