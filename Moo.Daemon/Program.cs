using System.CommandLine;
using Moo.Daemon.Cli;
using Moo.Daemon.Hosting;
using Moo.Store.Journal;

try
{
    var parsed = CommandLine.Create().Parse(args);
    if (parsed.Errors.Count > 0)
    {
        foreach (var error in parsed.Errors) Console.Error.WriteLine("moo: " + error.Message);
        Console.Error.WriteLine("moo --help says what there is.");
        return ExitCodes.Misused;
    }
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }).ConfigureAwait(false);
}
catch (SettingsException mistake)
{
    Console.Error.WriteLine("moo: " + mistake.Message);
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
