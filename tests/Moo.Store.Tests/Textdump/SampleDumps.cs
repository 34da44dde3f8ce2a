using System.Text;
using Moo.Store.Textdump;
using Moo.Store.Worlds;

namespace Moo.Store.Tests.Textdump;

/// <summary>Small textdumps, and what becomes of them.</summary>
internal static class SampleDumps
{
    /// <summary>LambdaMOO's version 4: the system object, a root, a wizard in a room with a lamp; a forked and no suspended task.</summary>
    public static string Four { get; } = string.Join('\n',
        "** LambdaMOO Database, Format Version 4 **", "6", "2", "0", "1", "2",
        Object4(0, "The System Object", flags: 16, owner: 2, location: -1, contents: -1, next: -1, parent: 1, child: -1, sibling: 2,
            "0", "1", "lamp", "2", "1\n4\n2\n1", "5\n2\n5"),
        Object4(1, "Root Class", flags: 144, owner: 2, location: -1, contents: -1, next: -1, parent: -1, child: 0, sibling: -1,
            "2\nl*ook examine\n2\n173\n-1\nput\n2\n29\n4", "1", "description", "1", "2\nNothing to see.\n2\n5"),
        Object4(2, "Wizard", flags: 7, owner: 2, location: 3, contents: -1, next: 4, parent: 1, child: -1, sibling: 3,
            "0", "0", "1", "2\nA \"wizard\", caf\u00e9.\n2\n4"),
        Object4(3, "Room", flags: 0, owner: 2, location: -1, contents: 2, next: -1, parent: 1, child: -1, sibling: 4, "0", "0", "1", "5\n2\n5"),
        Object4(4, "lamp", flags: 0, owner: 4, location: 3, contents: -1, next: -1, parent: 1, child: -1, sibling: -1,
            "0", "2", "fuel", "weight", "3", "4\n4\n0\n-7\n9\n1.5e3\n3\n3\n1\n-3\n2\n1", "9\n2.5\n2\n0", "5\n4\n5"),
        "#5 recycled",
        "#1:0", "return (1 + (2 * 3));", ".", "#1:1", "player:tell(\"You put.\");", "if (1)", "endif", ".",
        "0 clocks", "1 queued tasks", "0 3 1084848696 77", Activation4,
        "4 variables", "this", "1", "4", "player", "1", "2", "x", "0", "5", "y", "6", "this.fuel = x;", ".",
        "0 suspended tasks", "1 active connections with listeners", "2 0", "");

    private const string Activation4 = "0\n-111\n4 -7 -8 2 -9 2 1 -10 1\nNo\nMore\nParse\nInfos\nlight\nlight";

    private static string Object4(int id, string name, int flags, int owner, int location, int contents, int next, int parent, int child, int sibling, params string[] rest) =>
        string.Join('\n', [$"#{id}", name, "", $"{flags}", $"{owner}", $"{location}", $"{contents}", $"{next}", $"{parent}", $"{child}", $"{sibling}", .. rest]);

    /// <summary>ToastStunt's version 17: two parents, a map, a boolean, an anonymous object, a WAIF met twice, an interrupted task.</summary>
    public static string Seventeen { get; } = string.Join('\n',
        "** LambdaMOO Database, Format Version 17 **", "1", "2",
        "0 values pending finalization", "0 clocks", "0 queued tasks", "0 suspended tasks", "1 interrupted tasks",
        "9 interrupted reading task", "10\n0", "0 -1 0 50", "language version 17", "return read();", ".",
        "2 variables", "this", "1", "0", "x", "12", "7", "0 rt_stack slots in use",
        "0\n-111\n1\n0\n1\n0\n1\n0 -7 -8 2 -9 2 0 -10 1\nNo\nMore\nParse\nInfos\nask\nask", "6", "3 0 1",
        "0 active connections with listeners",
        "6",
        Object17(0, "System", 0, "-1", "1\n1", "4\n0", "0", "2\nstate\nmarks", "3", "10\n2\n2\na\n0\n1\n1\n3\n14\n1\n2\n1", "12\n7\n2\n1", "5\n2\n5"),
        Object17(1, "Root", 144, "-1", "4\n0", "4\n4\n1\n0\n1\n2\n1\n3\n1\n5", "0", "1\ndescription", "1", "2\nroot\n2\n5"),
        Object17(2, "Wizard", 7, "-1", "1\n1", "4\n0", "0", "0", "1", "5\n2\n5"),
        Object17(3, "WAIF class", 128, "-1", "1\n1", "4\n1\n1\n4", "0", "2\n:name\n:size", "3", "2\nnobody\n2\n1", "0\n1\n2\n1", "5\n2\n5"),
        Object17(4, "Heir", 0, "-1", "4\n2\n1\n3\n1\n5", "4\n0", "0", "1\nwaifs", "5",
            "4\n2\n13\nc 0\n3\n2\n2\n1\n13\nr 0\n.\n-1\n.\n13\nr 0\n.\n2\n1", "5\n2\n1", "5\n2\n1", "5\n2\n5", "0\n9\n2\n1"),
        Object17(5, "Other root", 128, "-1", "1\n1", "4\n1\n1\n4", "0", "1\nother", "2", "0\n8\n2\n1", "5\n2\n5"),
        "1", Object17(7, "anon", 0, "-1", "4\n1\n1\n5", "4\n0", "1\nping\n2\n173\n-1", "0", "2", "0\n10\n2\n1", "5\n2\n5"), "0",
        "1", "#7:0", "return \"pong\";", ".", "");

    private static string Object17(int id, string name, int flags, string location, string parents, string children, string verbs, string definitions, string values, params string[] rest) =>
        string.Join('\n', [$"#{id}", name, $"{flags}", "2", $"1\n{location}", "10\n0", "4\n0", parents, children, verbs, definitions, values, .. rest]);

    public static DumpedWorld Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static DumpedWorld Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return TextdumpReader.Read(stream);
    }

    public static (Snapshot World, DumpReport Report) Build(string text)
    {
        var dump = Read(text);
        var report = new DumpReport { Version = dump.Version };
        return (DumpAssembly.Build(dump, report).Snapshot, report);
    }
}
