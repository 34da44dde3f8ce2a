using BenchmarkDotNet.Attributes;
using MooProgram = Moo.Language.Execution.Program;

namespace Moo.Bench.Language;

/// <summary>Time and allocations of one turn of each <see cref="LanguageCase"/>.</summary>
/// <remarks>In this process: the interpreter's own tiers and profiles are part of what is measured, and a server lives long.</remarks>
[InProcess]
[MemoryDiagnoser(displayGenColumns: false)]
public class LanguageBenchmarks
{
    private const int Turns = 1000;

    private readonly LanguageWorld _world = new();
    private MooProgram? _program;

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
