using Moo.Protocols.Terminal;
using Moo.Store.Values;

namespace Moo.Daemon.Sessions;

/// <summary>The options of a connection, under LambdaMOO's and ToastStunt's names (<c>set_connection_option()</c>).</summary>
internal sealed class SessionOptions
{
    private static readonly string[] IntrinsicCommands = [".program", "PREFIX", "SUFFIX", "OUTPUTPREFIX", "OUTPUTSUFFIX"];

    private string[] _intrinsic = IntrinsicCommands;

    /// <summary>Whether lines wait until somebody reads them.</summary>
    public bool HoldsInput { get; private set; }

    /// <summary>Whether lines that start with <c>#$#</c> are lines like others.</summary>
    public bool DisablesOutOfBand { get; private set; }

    /// <summary>Whether the client shows what is typed.</summary>
    public bool ClientEcho { get; private set; } = true;

    /// <summary>Whether bytes are handed over as they come.</summary>
    public bool Binary { get; private set; }

    /// <summary>The line that flushes waiting input; empty for none.</summary>
    public string FlushCommand { get; private set; } = ".flush";

    /// <summary>The player's own width; 0 to go by the terminal.</summary>
    public int Width { get; private set; }

    /// <summary>Whether lines are broken at the terminal's width: 1, 0, or -1 for where a width is known.</summary>
    public int Wrap { get; private set; } = -1;

    /// <summary>How many colours to use; -1 to go by the terminal.</summary>
    public int Colors { get; private set; } = -1;

    /// <summary>Whether the player uses a screen reader: 1, 0, or -1 to go by the terminal.</summary>
    public int ScreenReader { get; private set; } = -1;

    /// <summary>The player's own character set; empty to go by the client.</summary>
    public string Encoding { get; private set; } = "";

    /// <summary>Whether prompts are marked for shells' tools (OSC 133).</summary>
    public bool MarksPrompts { get; private set; }

    /// <summary>What is shown when a command is done and none waits, in markup; empty for nothing.</summary>
    public string Prompt { get; private set; } = "";

    /// <summary>Whether each command is shown once more before what comes of it.</summary>
    public bool ShowsCommands { get; private set; }

    /// <summary>Whether TCP looks after the connection, as it was set: 0, 1, or a map with <c>idle</c>, <c>interval</c> and <c>count</c> (ToastStunt).</summary>
    public Value KeepAlive { get; private set; } = Value.Int(1);

    /// <summary>Whether lines are to be broken for this terminal.</summary>
    public bool Wraps(TerminalFacts terminal) => Wrap > 0 || Wrap < 0 && (terminal.Columns > 0 || Width > 0);

    /// <summary>Tells the terminal what its player wishes.</summary>
    public void ApplyTo(TerminalFacts terminal)
    {
        terminal.PreferredWidth = Width > 0 ? Width : null;
        terminal.PreferredCharset = Charset.Find(Encoding);
        terminal.PreferredScreenReader = ScreenReader < 0 ? null : ScreenReader > 0;
        terminal.PreferredColors = Colors switch
        {
            < 0 => null,
            < 16 => ColorDepth.None,
            < 256 => ColorDepth.Sixteen,
            256 => ColorDepth.TwoHundredFiftySix,
            _ => ColorDepth.TrueColor,
        };
    }

    /// <summary>What the client wants to see before each command's output.</summary>
    public string? Prefix { get; set; }

    /// <summary>What the client wants to see after each command's output.</summary>
    public string? Suffix { get; set; }

    /// <summary>Whether a word is a command of the server's own.</summary>
    public bool IsIntrinsic(string word) => _intrinsic.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>Sets an option; false if there is none of this name, or the value makes no sense for it.</summary>
    public bool Set(string name, Value value)
    {
        switch (name.ToUpperInvariant())
        {
            case "HOLD-INPUT":
                HoldsInput = value.IsTrue;
                return true;
            case "DISABLE-OOB":
                DisablesOutOfBand = value.IsTrue;
                return true;
            case "CLIENT-ECHO":
                ClientEcho = value.IsTrue;
                return true;
            case "BINARY":
                Binary = value.IsTrue;
                return true;
            case "FLUSH-COMMAND":
                FlushCommand = value.TryStr(out var command) ? command : "";
                return true;
            case "INTRINSIC-COMMANDS":
                return SetIntrinsic(value);
            case "WIDTH":
                Width = Number(value);
                return true;
            case "WRAP":
                Wrap = Number(value);
                return true;
            case "COLORS":
                Colors = Number(value);
                return true;
            case "SCREEN-READER":
                ScreenReader = Number(value);
                return true;
            case "ENCODING":
                Encoding = value.TryStr(out var charset) ? Charset.Find(charset)?.ToString() ?? "" : "";
                return true;
            case "PROMPT-MARKS":
                MarksPrompts = value.IsTrue;
                return true;
            case "PROMPT":
                Prompt = value.TryStr(out var prompt) ? prompt : "";
                return true;
            case "SHOW-COMMANDS":
                ShowsCommands = value.IsTrue;
                return true;
            case "KEEP-ALIVE":
                KeepAlive = value.IsMap ? value : Value.Truth(value.IsTrue);
                return true;
            default:
                return false;
        }
    }

    private static int Number(Value value) => value.TryInt(out var number) ? (int)Math.Clamp(number, -1, int.MaxValue) : value.IsTrue ? 1 : 0;

    private bool SetIntrinsic(Value value)
    {
        _intrinsic = value.TryList(out var list) ? [.. IntrinsicCommands.Where(command => list.IndexOf(Value.Str(command)) >= 0)]
            : value.IsTrue ? IntrinsicCommands : [];
        return true;
    }

    /// <summary>All options.</summary>
    public IReadOnlyDictionary<string, Value> All() => new Dictionary<string, Value>(StringComparer.OrdinalIgnoreCase)
    {
        ["hold-input"] = Value.Truth(HoldsInput),
        ["disable-oob"] = Value.Truth(DisablesOutOfBand),
        ["client-echo"] = Value.Truth(ClientEcho),
        ["binary"] = Value.Truth(Binary),
        ["flush-command"] = Value.Str(FlushCommand),
        ["width"] = Value.Int(Width),
        ["wrap"] = Value.Int(Wrap),
        ["colors"] = Value.Int(Colors),
        ["screen-reader"] = Value.Int(ScreenReader),
        ["encoding"] = Value.Str(Encoding),
        ["prompt-marks"] = Value.Truth(MarksPrompts),
        ["prompt"] = Value.Str(Prompt),
        ["show-commands"] = Value.Truth(ShowsCommands),
        ["keep-alive"] = KeepAlive,
        ["intrinsic-commands"] = Value.List(MooList.OfStrings(_intrinsic)),
    };
}
