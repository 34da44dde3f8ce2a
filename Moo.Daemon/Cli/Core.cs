using Moo.Daemon.Hosting;
using Moo.Language.Definitions;
using Moo.Store.Worlds;

namespace Moo.Daemon.Cli;

/// <summary>Reads the core that a tool works on.</summary>
internal static class Core
{
    /// <summary>Reads a core directory; what is wrong with it goes to the error output.</summary>
    /// <returns>The world and its highest stamp; null if there are errors.</returns>
    /// <exception cref="SettingsException">There is no such directory.</exception>
    public static (Snapshot Snapshot, long LastStamp)? Read(string directory)
    {
        if (!Directory.Exists(directory)) throw new SettingsException($"there is no directory {directory}");
        var problems = new List<DefinitionProblem>();
        var core = CoreDirectory.Read(directory, problems);
        foreach (var problem in problems) Console.Error.WriteLine(CheckCommand.FromHere(directory, problem));
        return core;
    }
}
