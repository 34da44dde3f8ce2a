using System.Text.RegularExpressions;
using Moo.EndToEnd.Tests.Support;
using Moo.Testing.Databases;

namespace Moo.EndToEnd.Tests.Stores;

/// <summary>What the server remembers and counts, seen from outside.</summary>
public sealed partial class HistoryTests(PgCluster cluster)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task Every_version_of_a_verb_is_there_the_one_just_made_included(bool isPostgres)
    {
        await using var server = await BareCore.Start(isPostgres ? await cluster.CreateDatabase() : null);
        await using var wizard = await server.ConnectWizard();
        await wizard.Eval("add_verb(#1, {#2, \"rxd\", \"f\"}, {\"this\", \"none\", \"this\"})");

        for (var n = 1; n <= 3; n++) Assert.Equal("{}", await wizard.Eval($"set_verb_code(#1, \"f\", {{\"return {n};\"}})"));

        Assert.Equal("{{\"return 3;\"}, {\"return 2;\"}, {\"return 1;\"}, {}}", await wizard.Eval("{v[\"code\"] for v in (verb_history(#1, \"f\"))}"));
        await wizard.Eval("delete_verb(#1, \"f\")");
        await server.Kill();
        await server.Start();
        await using var again = await server.ConnectWizard();
        Assert.Equal("{0, {\"return 3;\"}, {\"return 2;\"}, {\"return 1;\"}, {}}", await again.Eval("{v[\"code\"] for v in (verb_history(#1, \"f\"))}"));
        Assert.Equal("{#2, 1}", await again.Eval("{verb_history(#1, \"f\")[1][\"player\"], abs(verb_history(#1, \"f\")[1][\"time\"] - time()) < 600}"));
    }

    [Fact]
    public async Task Programmers_compare_with_and_bring_back_any_version_there_ever_was()
    {
        const int versions = 25;
        await using var server = await MooServer.Start("--core", Path.Combine(MooServer.Root, "core-db"));
        await using var wizard = await server.ConnectWizard();
        await wizard.Eval("add_verb(me, {me, \"rxd\", \"ring\"}, {\"this\", \"none\", \"this\"})");
        for (var n = 1; n <= versions; n++) Assert.Equal("{}", await wizard.Eval($"set_verb_code(me, \"ring\", {{\"return {n};\"}})"));

        await wizard.Send("@diff me:ring 24");
        await wizard.Expect("+ return 25;");
        await wizard.Send("@revert me:ring 24");
        await wizard.Expect("Verb programmed");

        Assert.Equal("1", await wizard.Eval("me:ring()"));
        await wizard.Send("@diff me:ring");
        await wizard.Expect("- return 25;\n+ return 1;");
        await wizard.Send("@revert me:ring 99");
        await wizard.Expect("There are only 26 earlier versions.");
    }

    [Fact]
    public async Task Metrics_are_what_Prometheus_reads_and_count_what_was_done()
    {
        await using var server = await BareCore.Start();
        await using var wizard = await server.ConnectWizard();
        await wizard.Eval("add_property(#0, \"n\", 0, {#2, \"rw\"})");
        using var client = new HttpClient();
        var page = new Uri($"http://127.0.0.1:{server.HttpPort}/metrics");
        var before = Parse(await client.GetStringAsync(page, TestContext.Current.CancellationToken));

        for (var n = 0; n < 5; n++) await wizard.Eval("#0.n = #0.n + 1");
        var response = await client.GetAsync(page, TestContext.Current.CancellationToken);
        var after = Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(5, after["moo_commits_total"] - before["moo_commits_total"]);
        Assert.True(after["moo_slices_total"] - before["moo_slices_total"] >= 5);
        Assert.True(after["moo_ticks_total"] > before["moo_ticks_total"]);
        Assert.Equal(1, after["moo_connections{state=\"logged in\"}"]);
        Assert.Equal(0, after["moo_journal_queue"]);
        Assert.Equal(after["moo_write_seconds_count"], after["moo_write_seconds_bucket{le=\"+Inf\"}"]);
        Assert.Equal(after["moo_write_seconds_count"], after["moo_batches_total"]);
        Assert.True(after["moo_slice_seconds_sum"] > 0);
        Assert.All(AlsoThere, name => Assert.True(after.ContainsKey(name), name));
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        Assert.Equal(404, (int)(await client.GetAsync(page, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Metrics_say_which_verbs_get_into_each_others_way()
    {
        await using var server = await BareCore.Start();
        await using var wizard = await server.ConnectWizard();
        await using var other = await server.ConnectWizard();
        await wizard.Eval("add_property(#0, \"n\", 0, {#2, \"rw\"})");
        await wizard.Eval("add_verb(#0, {#2, \"rxd\", \"count\"}, {\"this\", \"none\", \"this\"})");
        await wizard.Eval("set_verb_code(#0, \"count\", {\"n = #0.n;\", \"for i in [1..15000] endfor\", \"#0.n = n + 1;\"})");
        using var client = new HttpClient();
        var page = new Uri($"http://127.0.0.1:{server.HttpPort}/metrics");
        Dictionary<string, double> figures = [];

        for (var attempt = 0; attempt < 100 && !figures.Keys.Any(name => name.StartsWith("moo_verb_conflicts_total", StringComparison.Ordinal)); attempt++)
        {
            await Task.WhenAll(wizard.Eval("#0:count() || 1"), other.Eval("#0:count() || 1"));
            figures = Parse(await client.GetStringAsync(page, TestContext.Current.CancellationToken));
        }

        var conflicts = figures.Where(figure => figure.Key.StartsWith("moo_verb_conflicts_total{verb=", StringComparison.Ordinal)).Sum(figure => figure.Value);
        Assert.True(conflicts > 0);
        Assert.Equal(figures["moo_conflicts_total"], conflicts);
        Assert.True(figures.Where(figure => figure.Key.StartsWith("moo_conflict_seconds_total{verb=", StringComparison.Ordinal)).Sum(figure => figure.Value) > 0);
    }

    private static readonly string[] AlsoThere =
        ["moo_conflicts_total", "moo_tasks{state=\"sleeping\"}", "moo_gc_pause_seconds_total", "moo_gc_heap_bytes", "moo_database_bytes"];

    // Every line must be one of the format's; the samples by name and labels.
    private static Dictionary<string, double> Parse(string text)
    {
        var samples = new Dictionary<string, double>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("# HELP ", StringComparison.Ordinal) || line.StartsWith("# TYPE ", StringComparison.Ordinal)) continue;
            var match = Sample().Match(line);
            Assert.True(match.Success, line);
            samples.Add(match.Groups["name"].Value, double.Parse(match.Groups["value"].Value, System.Globalization.CultureInfo.InvariantCulture));
        }
        return samples;
    }

    [GeneratedRegex("""^(?<name>[a-z_]+(\{[a-z]+="([^"\\\n]|\\.)*"\})?) (?<value>-?[0-9.]+(E[-+]?[0-9]+)?|NaN)$""")]
    private static partial Regex Sample();
}
