using System.Globalization;
using Moo.Daemon.Cli;
using Moo.Language.Tools;
using Moo.Store.Values;
using Moo.Store.Worlds;

namespace Moo.Daemon.Tests.Cli;

public sealed class ReplTests
{
    private static string Converse(bool isTerminal, params string[] lines)
    {
        var wizard = new ObjectId(1);
        var builder = new SnapshotBuilder();
        builder.AddObject(ObjectId.System, "System Object", wizard, ObjectId.Nothing, ObjectFlags.None, []);
        builder.AddObject(wizard, "Wizard", wizard, ObjectId.Nothing, ObjectFlags.Player | ObjectFlags.Wizard | ObjectFlags.Programmer, []);
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var world = new ToolWorld(builder.Build(), builder.LastStamp, new ToolHost(output));
        using var input = new StringReader(string.Join('\n', lines));
        new Repl(world, wizard, input, output, isTerminal).Run();
        return output.ToString();
    }

    [Fact]
    public void A_conversation_on_a_terminal()
    {
        Testing.Snapshot.Match(Converse(isTerminal: true,
            "x = 6", "x *", "  7", "", "if (x)", "  notify(player, tostr(\"x is \", x));", "  server_log(\"logged\");", "endif", "return lenght(1);", "for i in (1)", "",
            "{1, 2}[x]", "fn twice(n)", "  return n * 2;", "endfn", "twice(x)", ":variables", ":help", ":quit", "never reached"));
    }

    [Fact]
    public void Input_that_is_no_terminal_gets_no_prompts()
    {
        Assert.Equal("=> 2\n=> \"end\"\n", Converse(isTerminal: false, "1 + 1", "\"end\"").ReplaceLineEndings("\n"));
    }
}
