using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using MooProgram = Moo.Language.Execution.Program;

namespace Moo.Bench.Language;

/// <summary>Time and allocations of one turn of each <see cref="LanguageCase"/>.</summary>
/// <remarks>In this process: the interpreter's own tiers and profiles are part of what is measured, and a server lives long.</remarks>
[InProcess]
[MemoryDiagnoser(displayGenColumns: false)]
public class LanguageBenchmarks
{
    // So many that the values a case begins with do not count.
    private const int Turns = 100_000;

    private readonly LanguageWorld _world = new();
    private MooProgram? _program;

    /// <summary>How it is reported: with the cases' whole names, and files where the builds go.</summary>
    public static IConfig Config => DefaultConfig.Instance
        .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(40)).WithArtifactsPath(Path.Combine("artifacts", "bench"));

    /// <summary>The names of the cases.</summary>
    public static IEnumerable<string> Cases => LanguageCase.All.Select(one => one.Name);

    /// <summary>The case.</summary>
    [ParamsSource(nameof(Cases))]
    public string Case { get; set; } = "";

    /// <summary>Compiles the case's program.</summary>
    [GlobalSetup]
    public void Compile() => _program = _world.Compile(LanguageCase.All.Single(one => one.Name == Case).Source(Turns));

    /// <summary>Runs it.</summary>
    [Benchmark(OperationsPerInvoke = Turns)]
    public void Turn() => _world.Run(_program!);
}
