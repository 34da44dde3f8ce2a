using System.CommandLine;
using Moo.Daemon.Cli;
using Moo.Daemon.Hosting;
using Moo.Store.Journal;

try
{
    var parsed = CommandLine.Create().Parse(args);
    if (CommandLine.Mistake(parsed) is { } mistake)
    {
        Console.Error.WriteLine("moo: " + mistake);
        return ExitCodes.Misused;
    }
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }).ConfigureAwait(false);
}
catch (SettingsException problem)
{
    Console.Error.WriteLine("moo: " + problem.Message);
    return ExitCodes.Misused;
}
catch (JournalException failure)
{
    Console.Error.WriteLine("moo: " + failure.Message);
    return ExitCodes.Refused;
}
catch (JournalAwayException away)
{
    Console.Error.WriteLine("moo: the database cannot be reached: " + away.Message);
    return ExitCodes.Refused;
}
