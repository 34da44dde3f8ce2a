using Moo.Language.Execution;
using Moo.Language.Scheduling;

namespace Moo.Language.Commands;

/// <summary>Runs a command line: finds the verb and calls it.</summary>
internal sealed class CommandStart(string line) : TaskStart
{
    public override string Name => line;
    public override bool Begin(MooTask task) => false;
}
