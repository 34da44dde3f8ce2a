using Moo.EndToEnd.Tests.Support;

namespace Moo.EndToEnd.Tests.Cores;

/// <summary>Commands as they are typed in a core of another server, and what its verbs say to each.</summary>
/// <remarks>
/// A file of such commands, a section of the core's commands each:
/// <code>
/// // a comment
/// &gt; say hello            what the wizard types
/// You say, "hello"       text that comes then, in this order; other text may come between
/// 2&gt; connect fred abc    what somebody else types, on a connection of their own
/// 2&lt; Connected           text that comes there
/// </code>
/// Lines that are typed one below the other are sent at once: the answers to a command that asks stand there, too. A traceback is expected
/// where its last line is.
/// </remarks>
internal sealed class CoreScript(MooServer server) : IAsyncDisposable
{
    private const string TracebackEnd = "(End of traceback)";

    private TelnetClient? _first;
    private TelnetClient? _second;

    /// <summary>Plays a file from its start to its end.</summary>
    /// <returns>How many commands there were.</returns>
    public async Task<int> Play(string file)
    {
        var (commands, tracebacks) = (0, 0);
        foreach (var line in await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken))
        {
            if (line.Length == 0 || line.StartsWith("//", StringComparison.Ordinal)) continue;
            if (line.StartsWith("> ", StringComparison.Ordinal) || line.StartsWith("2> ", StringComparison.Ordinal))
            {
                await (await Client(line)).Send(line[(line.IndexOf('>', StringComparison.Ordinal) + 2)..]);
                commands++;
                continue;
            }
            if (line.EndsWith(TracebackEnd, StringComparison.Ordinal)) tracebacks++;
            await (await Client(line)).Expect(line.StartsWith("2< ", StringComparison.Ordinal) ? line[3..] : line);
        }
        var seen = Seen(_first) + Seen(_second);
        Assert.True(seen == tracebacks, $"{seen} tracebacks, not {tracebacks}:\n{_first?.Text}\n{_second?.Text}");
        return commands;
    }

    private async Task<TelnetClient> Client(string line)
    {
        if (line.StartsWith("2> ", StringComparison.Ordinal) || line.StartsWith("2< ", StringComparison.Ordinal)) return _second ??= await server.Connect();
        if (_first is not null) return _first;
        _first = await server.Connect();
        await _first.Send("connect wizard");
        await _first.Expect("There is new news.");
        return _first;
    }

    private static int Seen(TelnetClient? client) => client is null ? 0 : client.Text.Split(TracebackEnd).Length - 1;

    public async ValueTask DisposeAsync()
    {
        if (_first is not null) await _first.DisposeAsync();
        if (_second is not null) await _second.DisposeAsync();
    }
}
