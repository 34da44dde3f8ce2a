using Moo.Store.Values;

namespace Moo.Daemon.Sessions;

/// <summary>The options of a connection, under LambdaMOO's and ToastStunt's names (<c>set_connection_option()</c>).</summary>
internal sealed class SessionOptions
{
    private static readonly string[] IntrinsicCommands = [".program", "PREFIX", "SUFFIX", "OUTPUTPREFIX", "OUTPUTSUFFIX"];

    private readonly HashSet<string> _intrinsic = new(IntrinsicCommands, StringComparer.OrdinalIgnoreCase);

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

    /// <summary>What the client wants to see before each command's output.</summary>
    public string? Prefix { get; set; }

    /// <summary>What the client wants to see after each command's output.</summary>
    public string? Suffix { get; set; }

    /// <summary>Whether a word is a command of the server's own.</summary>
    public bool IsIntrinsic(string word) => _intrinsic.Contains(word);

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
            default:
                return false;
        }
    }

    private bool SetIntrinsic(Value value)
    {
        _intrinsic.Clear();
        if (value.TryList(out var list)) _intrinsic.UnionWith(list.Where(item => item.IsStr).Select(item => item.AsStr));
        else if (value.IsTrue) _intrinsic.UnionWith(IntrinsicCommands);
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
        ["intrinsic-commands"] = Value.List(MooList.OfStrings(IntrinsicCommands.Where(_intrinsic.Contains))),
    };
}
