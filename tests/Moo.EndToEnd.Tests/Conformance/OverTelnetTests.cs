using Moo.EndToEnd.Tests.Support;
using Moo.Language.Tests.Conformance;
using Moo.Store.Values;

namespace Moo.EndToEnd.Tests.Conformance;

/// <summary>Runs <c>tests/conformance/*.moo</c> against a real server, as players at their terminals would.</summary>
public sealed class OverTelnetTests(OverTelnetTests.Server server) : IClassFixture<OverTelnetTests.Server>
{
    private const string Begin = "<<conformance", End = "conformance>>";

    public static TheoryData<string> Files => [.. ConformanceFile.Paths.Select(path => Path.GetFileName(path)!)];

    [Theory, MemberData(nameof(Files))]
    public async Task It_holds(string file)
    {
        var expectations = ConformanceFile.Parse(File.ReadLines(ConformanceFile.Paths.First(path => Path.GetFileName(path) == file)));
        await using var wizard = await Connect("Wizard");
        await using var programmer = await Connect("Programmer");
        var differences = new List<string>();

        foreach (var expectation in expectations)
        {
            foreach (var outcome in expectation.Outcomes)
            {
                if (await Check(expectation.IsWizardly ? wizard : programmer, expectation, outcome) is { } difference)
                    differences.Add($"{file}:{expectation.Line}: {difference}");
            }
        }

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private async Task<TelnetClient> Connect(string name)
    {
        var client = await server.Running.Connect();
        await client.Send("connect " + name);
        await client.Expect("*** Connected ***");
        await client.Send("PREFIX " + Begin, "SUFFIX " + End);
        return client;
    }

    // What is wrong; null if nothing is.
    private static async Task<string?> Check(TelnetClient player, Expectation expectation, Outcome outcome)
    {
        // On the same line, so that lines keep their numbers.
        var program = outcome.Kind != OutcomeKind.Raises ? expectation.Program
            : $"try {expectation.Program}\nreturn \"no error\"; except e__ (ANY) return {{e__[1]}}; endtry";
        await player.Send(";" + Literal.Of(Value.Str(program)));
        await player.Expect(Begin + "\n");
        var text = (await player.Expect(End + "\n"))[..^(End.Length + 1)];
        // A program that went to sleep goes on behind the end of its command.
        if (outcome.Kind is OutcomeKind.Returns or OutcomeKind.Raises && text.Length == 0) text = await player.Expect("=> ") + await player.Expect("\n");
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var results = lines.Where(line => line.StartsWith("=> ", StringComparison.Ordinal)).Select(line => line[3..]).ToList();
        var expected = outcome.Kind == OutcomeKind.Raises ? $"{{{outcome.Text}}}" : outcome.Text;
        var holds = outcome.Kind switch
        {
            OutcomeKind.Returns => results.Contains(expected),
            // An error's message comes with it.
            OutcomeKind.Raises => results is [var result] && (result == expected || result.StartsWith($"{{{outcome.Text}(", StringComparison.Ordinal)),
            OutcomeKind.Tells => lines.Any(line => line.Contains(expected, StringComparison.Ordinal)),
            _ => results.Count == 0 && lines.Any(line => line.Contains(expected, StringComparison.OrdinalIgnoreCase)),
        };
        return holds ? null : $"expected {outcome.Kind} {expected}, got {string.Join(" / ", lines)}";
    }

    /// <summary>One server for all files: what they make stays among them.</summary>
    public sealed class Server : IAsyncLifetime
    {
        private MooServer? _running;

        internal MooServer Running => _running!;

        public async ValueTask InitializeAsync() => _running = await MooServer.Start("--core", Path.Combine(MooServer.Root, "tests", "cores", "conformance"));

        public ValueTask DisposeAsync() => _running!.DisposeAsync();
    }
}
