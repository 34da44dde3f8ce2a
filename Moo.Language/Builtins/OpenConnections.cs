using Moo.Language.Execution;
using Moo.Language.Scheduling;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>The connections as the running slice will leave them: those of the host, less what it has booted, with the options it has set.</summary>
/// <remarks>What a slice does to connections goes out with its commit; asking them in between must show it all the same.</remarks>
internal static class OpenConnections
{
    /// <summary>The connections, oldest first.</summary>
    public static IEnumerable<IConnection> All(MooTask task)
    {
        var booted = task.Transaction.Effects.OfType<BootEffect>().Select(boot => boot.Target).ToHashSet();
        return task.Runtime.Host.Connections.Where(connection => !booted.Contains(connection.Id) && !booted.Contains(connection.Player));
    }

    /// <summary>The connection of a number, its own or a player's; null if there is none.</summary>
    public static IConnection? Find(MooTask task, ObjectId who)
    {
        if (task.Runtime.Host.FindConnection(who) is not { } connection) return null;
        foreach (var effect in task.Transaction.Effects)
            if (effect is BootEffect boot && (boot.Target == connection.Id || boot.Target == connection.Player)) return null;
        return connection;
    }

    /// <summary>An option's value, or null if the connection has no such option.</summary>
    public static Value? Option(MooTask task, IConnection connection, string name)
    {
        for (var i = task.Transaction.Effects.Count - 1; i >= 0; i--)
        {
            if (task.Transaction.Effects[i] is not ConnectionOptionEffect set || set.Target != connection.Id) continue;
            if (string.Equals(set.Name, name, StringComparison.OrdinalIgnoreCase)) return set.Value;
        }
        return connection.Options.TryGetValue(name, out var value) ? value : null;
    }

    /// <summary>Whether the running programmer may deal with a player or connection: it is a wizard, the player, or the one logged in on it.</summary>
    public static bool Controls(MooTask task, ObjectId who) =>
        task.IsWizardly || who == task.Programmer || who.Number < 0 && task.Runtime.Host.FindConnection(who)?.Player == task.Programmer;

    /// <summary>E_PERM for somebody else's connection.</summary>
    public static Value Denied(MooTask task, ObjectId who) => Permissions.Denied(task, "the connection of {0} is not for {1} to deal with", Value.Obj(who));

    /// <summary>E_INVARG for a player or connection that is not there.</summary>
    public static Value NotConnected(MooTask task, ObjectId who) => task.RaiseHere(ErrorCode.E_INVARG, "{0} is not connected", Value.Obj(who));
}
