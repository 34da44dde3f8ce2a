using System.Reflection;
using System.Text.RegularExpressions;

namespace Moo.Daemon.Tests;

/// <summary>The rules of ARCHITECTURE.md and of the house style that a program can check.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Root = typeof(ArchitectureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(metadata => metadata.Key == "RepositoryRoot").Value!;

    private static readonly string[] Rooms = ["Moo.Store", "Moo.Language", "Moo.Protocols", "Moo.Daemon"];

    /// <summary>Which room may know which, and what else from outside .NET's own libraries.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Moo.Store"] = ["Npgsql", "Microsoft.Data.Sqlite", "SQLitePCLRaw.core", "SQLitePCLRaw.batteries_v2", "SQLitePCLRaw.provider.sqlite3", "SQLitePCLRaw.provider.e_sqlite3"],
        ["Moo.Language"] = ["Moo.Store"],
        ["Moo.Protocols"] = [],
        ["Moo.Daemon"] = ["Moo.Store", "Moo.Language", "Moo.Protocols", "System.CommandLine", "OpenTelemetry", "OpenTelemetry.Exporter.OpenTelemetryProtocol"],
    };

    public static TheoryData<string> RoomNames => [.. Rooms];

    [Theory, MemberData(nameof(RoomNames))]
    public void A_room_knows_only_the_rooms_that_it_may_know(string room)
    {
        var references = Assembly.Load(room == "Moo.Daemon" ? "moo" : room).GetReferencedAssemblies().Select(reference => reference.Name!);

        var strangers = references.Where(name => !IsDotNet(name, room) && !Allowed[room].Contains(name));

        Assert.Empty(strangers);
    }

    [Theory, MemberData(nameof(RoomNames))]
    public void Only_the_daemon_knows_the_web_server(string room)
    {
        if (room == "Moo.Daemon") return;

        var references = Assembly.Load(room).GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.DoesNotContain(references, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    private static bool IsDotNet(string name, string room) =>
        name is "System" or "Microsoft.Win32.Primitives" or "mscorlib" or "netstandard" || name.StartsWith("System.", StringComparison.Ordinal) && name != "System.CommandLine"
        || room == "Moo.Daemon" && (name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));

    [Fact]
    public void The_protocols_have_no_sockets_clocks_or_tasks()
    {
        AssertNowhere(Sources("Moo.Protocols"), Impure(), "a protocol is a state machine over spans");
    }

    [Fact]
    public void Nobody_asks_for_the_wall_clock_or_sleeps_on_a_thread()
    {
        AssertNowhere(Rooms.SelectMany(Sources), WallClock(), "take a TimeProvider");
    }

    [Fact]
    public void Only_the_command_line_writes_to_the_console()
    {
        var sources = Rooms.SelectMany(Sources).Where(file => !file.Contains("/Cli/", StringComparison.Ordinal) && !file.EndsWith("/Program.cs", StringComparison.Ordinal)
            && !file.EndsWith("/Hosting/Server.cs", StringComparison.Ordinal));

        AssertNowhere(sources, ConsoleUse(), "log it");
    }

    // The task runner (its worker, and work done for it outside), the connection loop, the journal's thread, and Main.
    private static readonly string[] CatchesAll = ["Worker.cs", "OutsideWait.cs", "Listeners.cs", "JournalQueue.cs", "Program.cs"];

    [Fact]
    public void Whatever_is_caught_is_named()
    {
        var places = Rooms.SelectMany(Sources).Where(file => !CatchesAll.Contains(Path.GetFileName(file)))
            .SelectMany(file => CatchAll().Matches(File.ReadAllText(file)).Where(match => !match.Value.Contains("throw;", StringComparison.Ordinal)),
                (file, match) => $"{Path.GetRelativePath(Root, file)}: {match.Value}");

        Assert.Empty(places);
    }

    // The parser and the step loop read best in one piece.
    private static readonly string[] LongFiles = ["Parser.cs", "MooTask.cs"];
    private const int MostLines = 500;

    [Fact]
    public void No_file_is_longer_than_five_hundred_lines()
    {
        var tooLong = Rooms.Append("tests").SelectMany(Sources)
            .Where(file => !LongFiles.Contains(Path.GetFileName(file)) && File.ReadLines(file).Count() > MostLines);

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Names_say_what_a_thing_is()
    {
        AssertNowhere(Rooms.SelectMany(Sources), EmptyNames(), "a name of this kind says that the class has no single job");
    }

    [Fact]
    public void There_are_no_regions()
    {
        AssertNowhere(Rooms.SelectMany(Sources), Region(), "cut the file instead");
    }

    [Fact]
    public void Whatever_reaches_the_world_from_outside_the_store_goes_through_a_transaction()
    {
        var sources = Sources("Moo.Language").Concat(Sources("Moo.Daemon")).Where(file => !file.EndsWith("/CoreImport.cs", StringComparison.Ordinal));

        AssertNowhere(sources, Publication(), "commit a transaction");
    }

    private static IEnumerable<string> Sources(string room) =>
        Directory.EnumerateFiles(Path.Combine(Root, room), "*.cs", SearchOption.AllDirectories).Select(file => file.Replace('\\', '/'));

    private static void AssertNowhere(IEnumerable<string> files, Regex pattern, string remedy)
    {
        var places = new List<string>();
        foreach (var file in files)
        {
            var number = 0;
            foreach (var line in File.ReadLines(file))
            {
                number++;
                if (pattern.IsMatch(line) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
                    places.Add($"{Path.GetRelativePath(Root, file)}:{number}: {line.Trim()}");
            }
        }
        Assert.True(places.Count == 0, $"{remedy}:\n{string.Join('\n', places)}");
    }

    [GeneratedRegex(@"\b(Socket|Stopwatch|DateTime|DateTimeOffset|TimeProvider|Environment\.TickCount\w*|Task<|async |Thread|File)\b")]
    private static partial Regex Impure();

    [GeneratedRegex(@"DateTime\.(Utc)?Now|DateTimeOffset\.Now|Thread\.Sleep")]
    private static partial Regex WallClock();

    [GeneratedRegex(@"\bConsole\.(Out|Error|Write)")]
    private static partial Regex ConsoleUse();

    [GeneratedRegex(@"catch\s*(\(Exception( \w+)?\))?\s*\{[^}]*\}")]
    private static partial Regex CatchAll();

    [GeneratedRegex(@"\b(class|struct|record|interface|enum) \w*(Manager|Helper|Util|Utils|Utility|Service|Processor|Impl)\b")]
    private static partial Regex EmptyNames();

    [GeneratedRegex(@"^\s*#region")]
    private static partial Regex Region();

    [GeneratedRegex(@"\.Populate\(|new Snapshot\b")]
    private static partial Regex Publication();
}
