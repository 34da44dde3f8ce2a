using Moo.Language.Builtins;
using Moo.Language.Compilation;
using Moo.Language.Scheduling;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Language.Tools;

/// <summary>The tests that a world carries with it: its verbs called <c>test_…</c>. Each runs, without arguments, in a copy of the world of its own.</summary>
/// <param name="Holder">The object that defines it.</param>
/// <param name="Verb">The verb.</param>
/// <param name="Name">The name it is called by.</param>
public sealed record CoreTest(ObjectState Holder, Verb Verb, string Name)
{
    private const string Prefix = "test_";

    /// <summary>The object as its world calls it, and the verb: <c>$string_utils:test_trim</c>, <c>#12:test_lamp</c>.</summary>
    public string FullName { get; private init; } = "";

    /// <summary>The tests of a world, by number of object and place of verb.</summary>
    public static IReadOnlyList<CoreTest> Of(Snapshot world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var names = SystemNames(world);
        return
        [
            .. from holder in world.All()
               from verb in holder.Class.Verbs.ToArray()
               let name = verb.Names.Split(' ').FirstOrDefault(name => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
               where name is not null
               let called = name.Replace("*", "", StringComparison.Ordinal)
               select new CoreTest(holder, verb, called) { FullName = $"{names.GetValueOrDefault(holder.Id, holder.Id.ToString())}:{called}" },
        ];
    }

    private static Dictionary<ObjectId, string> SystemNames(Snapshot world)
    {
        var names = new Dictionary<ObjectId, string>();
        if (world.Find(ObjectId.System) is not { } system) return names;
        foreach (var name in system.Class.Definitions.ToArray().Order(StringComparer.OrdinalIgnoreCase))
            if (world.Property(system, name) is { } value && value.TryObj(out var id) && id.Number > 0) names.TryAdd(id, "$" + name);
        return names;
    }

    /// <summary>Runs the test as the first wizard.</summary>
    /// <param name="world">The world.</param>
    /// <param name="lastStamp">The highest stamp in it.</param>
    /// <param name="host">What lies outside.</param>
    /// <param name="patience">How long to wait for its end.</param>
    public Outcome Run(Snapshot world, long lastStamp, IHost host, TimeSpan patience)
    {
        if ((Verb.Flags & VerbFlags.Execute) == 0) return new Outcome(OutcomeKind.NothingToRun, default, [], ["It cannot be called: it has no 'x' flag."]);
        var compiled = ProgramCompiler.Compile(Verb.Source, BuiltinTable.Default);
        if (compiled.Program is null) return new Outcome(OutcomeKind.DoesNotCompile, default, [], [.. compiled.ErrorLines()]);
        using var copy = new ToolWorld(world, lastStamp, host);
        return copy.Call(ToolWorld.ArchWizard(world), Holder.Id, Name, patience);
    }
}
