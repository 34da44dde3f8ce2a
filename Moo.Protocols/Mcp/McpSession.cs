using System.Globalization;
using System.Text;

namespace Moo.Protocols.Mcp;

/// <summary>MCP 2.1 with one client: messages inside a stream of lines.</summary>
/// <remarks>
/// <para>The host passes each received line through <see cref="Receive"/> and each line to be shown through
/// <see cref="QuoteLine"/>; the session writes its own lines through the function it was given.</para>
/// <para>The client chooses the key with which both ends sign messages, so that a player cannot forge one by saying
/// it. What is signed wrongly, belongs to no agreed package, or breaks the syntax is dropped without a word, as the
/// specification asks.</para>
/// </remarks>
/// <param name="packages">What the server supports; see <see cref="McpPackage.Known"/>.</param>
/// <param name="limits">How much the client may leave unfinished.</param>
/// <param name="writeLine">Writes a line to the client, as it is.</param>
public sealed class McpSession(IReadOnlyList<McpPackage> packages, McpLimits limits, Action<string> writeLine)
{
    private static readonly McpVersion Ours = new(2, 1);

    private readonly Dictionary<string, McpVersion> _agreed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, OpenMessage> _open = new(StringComparer.Ordinal);
    private string _key = "";
    private int _openCharacters, _lastTag;

    /// <summary>Whether the client speaks MCP: it answered the greeting.</summary>
    public bool IsActive => _key.Length > 0;

    /// <summary>Whether the client has named all of its packages.</summary>
    public bool IsNegotiated { get; private set; }

    /// <summary>The limits in force; a host widens them at login.</summary>
    public McpLimits Limits { get; set; } = limits;

    /// <summary>The packages that both ends have, and the version of each.</summary>
    public IReadOnlyDictionary<string, McpVersion> Agreed => _agreed;

    /// <summary>Greets the client. Clients that know nothing of MCP show the line.</summary>
    public void Start() => writeLine($"{McpSyntax.OutOfBand}mcp version: {Ours} to: {Ours}");

    /// <summary>The agreed version of a package, or null.</summary>
    public McpVersion? VersionOf(string package) => _agreed.TryGetValue(package, out var version) ? version : null;

    /// <summary>Takes a received line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="text">For <see cref="McpResult.Text"/>, the line without the quoting prefix; else the line.</param>
    /// <param name="message">For <see cref="McpResult.Message"/>, the message.</param>
    public McpResult Receive(string line, out string text, out McpMessage? message)
    {
        message = null;
        text = line;
        if (line.StartsWith(McpSyntax.Quote, StringComparison.Ordinal))
        {
            text = line[McpSyntax.Quote.Length..];
            return McpResult.Text;
        }
        if (!line.StartsWith(McpSyntax.OutOfBand, StringComparison.Ordinal))
            return McpResult.Text;
        var rest = line.AsSpan(McpSyntax.OutOfBand.Length);
        if (!IsActive)
            return TryGreet(rest) ? McpResult.Handled : McpResult.OutOfBand;
        message = rest switch
        {
            ['*', ..] => Continue(rest[1..]),
            [':', ..] => End(rest[1..]),
            _ => Begin(rest),
        };
        return message is null ? McpResult.Handled : McpResult.Message;
    }

    /// <summary>
    /// Protects a line of text that looks like one of MCP's, if the client speaks MCP; others would see the quoting.
    /// </summary>
    public string QuoteLine(string line) =>
        IsActive && (line.StartsWith(McpSyntax.OutOfBand, StringComparison.Ordinal)
            || line.StartsWith(McpSyntax.Quote, StringComparison.Ordinal))
            ? McpSyntax.Quote + line
            : line;

    /// <summary>Sends a message; false if no agreed package owns it, or a key of it is no identifier.</summary>
    public bool Send(McpMessage message)
    {
        var keys = message.Values.Keys.Concat(message.LineKeys).Append(message.Name);
        if (!IsActive || !IsAgreed(message.Name) || !keys.All(key => McpSyntax.IsIdentifier(key)))
            return false;
        Write(message);
        return true;
    }

    private bool TryGreet(ReadOnlySpan<char> line)
    {
        if (!McpSyntax.TryStart(line, out var key, out var hello) || key.Length > 0
            || !hello.Name.Equals("mcp", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
        if (!McpVersion.TryParse(hello.Value("version"), out var min)
            || !McpVersion.TryParse(hello.Value("to"), out var max)
            || McpVersion.Agree(Ours, Ours, min, max) is null)
        {
            return true;
        }
        _key = hello.Value("authentication-key");
        if (IsActive)
            OfferPackages();
        return true;
    }

    private void OfferPackages()
    {
        _agreed[McpPackage.Negotiate.Name] = McpPackage.Negotiate.Max;
        foreach (var package in packages)
        {
            Write(new McpMessage("mcp-negotiate-can").With("package", package.Name)
                .With("min-version", package.Min.ToString()).With("max-version", package.Max.ToString()));
        }
        Write(new McpMessage("mcp-negotiate-end"));
    }

    private McpMessage? Begin(ReadOnlySpan<char> line)
    {
        if (!McpSyntax.TryStart(line, out var key, out var message) || key != _key || !IsAgreed(message.Name))
            return null;
        if (message.LineKeys.Count == 0)
            return Complete(message);
        var tag = message.Value(McpSyntax.DataTag);
        if (tag.Length > 0 && _open.Count < Limits.OpenMessages)
        {
            var open = new OpenMessage(message);
            if (_open.TryAdd(tag, open))
                Count(tag, open, line.Length);
        }
        return null;
    }

    private McpMessage? Continue(ReadOnlySpan<char> line)
    {
        if (McpSyntax.TryContinuation(line.TrimStart(' '), out var tag, out var keyword, out var text)
            && _open.TryGetValue(tag, out var open) && open.Message.TryAppend(keyword, text))
        {
            // An empty line takes memory too.
            Count(tag, open, text.Length + 16);
        }
        return null;
    }

    private McpMessage? End(ReadOnlySpan<char> line)
    {
        var tag = line.Trim(' ').ToString();
        if (!_open.Remove(tag, out var open))
            return null;
        _openCharacters -= open.Characters;
        return Complete(open.Message);
    }

    // A message that goes over the limit is forgotten; the rest of its lines then belong to nothing.
    private void Count(string tag, OpenMessage open, int characters)
    {
        open.Characters += characters;
        _openCharacters += characters;
        if (_openCharacters <= Limits.OpenCharacters)
            return;
        _open.Remove(tag);
        _openCharacters -= open.Characters;
    }

    private McpMessage? Complete(McpMessage message)
    {
        if (message.Name.Equals("mcp-negotiate-can", StringComparison.OrdinalIgnoreCase))
        {
            Agree(message);
            return null;
        }
        if (message.Name.Equals("mcp-negotiate-end", StringComparison.OrdinalIgnoreCase))
        {
            IsNegotiated = true;
            return null;
        }
        return message;
    }

    private void Agree(McpMessage message)
    {
        var ours = packages.FirstOrDefault(p =>
            p.Name.Equals(message.Value("package"), StringComparison.OrdinalIgnoreCase));
        if (ours is null || _agreed.Count >= Limits.Packages
            || !McpVersion.TryParse(message.Value("min-version"), out var min)
            || !McpVersion.TryParse(message.Value("max-version"), out var max))
        {
            return;
        }
        if (McpVersion.Agree(ours.Min, ours.Max, min, max) is { } version)
            _agreed[ours.Name] = version;
    }

    private bool IsAgreed(string message) =>
        packages.Any(package => package.Owns(message) && _agreed.ContainsKey(package.Name))
        || McpPackage.Negotiate.Owns(message);

    private void Write(McpMessage message)
    {
        var line = new StringBuilder(McpSyntax.OutOfBand).Append(message.Name).Append(' ').Append(_key);
        foreach (var (key, value) in message.Values)
        {
            line.Append(' ').Append(key).Append(": ");
            McpSyntax.AppendValue(value, line);
        }
        var tag = message.LineKeys.Count == 0 ? "" : (++_lastTag).ToString(CultureInfo.InvariantCulture);
        foreach (var key in message.LineKeys)
            line.Append(' ').Append(key).Append("*: \"\"");
        if (tag.Length > 0)
            line.Append(' ').Append(McpSyntax.DataTag).Append(": ").Append(tag);
        writeLine(line.ToString());
        foreach (var key in message.LineKeys)
        {
            foreach (var text in message.Lines(key))
                writeLine($"{McpSyntax.OutOfBand}* {tag} {key}: {text.ReplaceLineEndings(" ")}");
        }
        if (tag.Length > 0)
            writeLine($"{McpSyntax.OutOfBand}: {tag}");
    }

    private sealed class OpenMessage(McpMessage message)
    {
        public McpMessage Message { get; } = message;
        public int Characters { get; set; }
    }
}
