using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Moo.Daemon.Cli;

/// <summary>A command about which there is more to say than fits beside its name.</summary>
/// <param name="name">The name.</param>
/// <param name="description">What it does, in one line.</param>
/// <param name="details">What stands at the end of its own help.</param>
internal sealed class DetailedCommand(string name, string description, string details) : Command(name, description)
{
    /// <summary>What stands at the end of its own help.</summary>
    public string Details => details;
}

/// <summary>Shows the help of a command, and its details.</summary>
/// <param name="usual">What shows the help without them.</param>
internal sealed class DetailedHelp(HelpAction usual) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is DetailedCommand { Details: var details }) parseResult.InvocationConfiguration.Output.WriteLine(details + "\n");
        return code;
    }
}
