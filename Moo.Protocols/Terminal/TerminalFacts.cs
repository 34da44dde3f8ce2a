namespace Moo.Protocols.Terminal;

/// <summary>What is known of the terminal at the other end, and what follows from it.</summary>
/// <remarks>
/// Filled by telnet options, GMCP, SSH, whatever the transport has; a host may add what it knows. Everything here was
/// said by the client: it decides how text looks and never who somebody is. The <c>Preferred</c> properties are the
/// player's own wish and beat what the client says.
/// </remarks>
/// <param name="fallback">The character set to assume while the client has not said which it uses.</param>
public sealed class TerminalFacts(Charset fallback)
{
    private const int LeastWidth = 20, LargestWidth = 1000, DefaultWidth = 80, DefaultHeight = 24;
    private const int MostVariables = 64, MostNames = 8;

    private Charset? _agreed;
    private SortedDictionary<string, string>? _variables;
    private List<string>? _names;
    private TerminalChange _changes;

    /// <summary>The client program as it names itself, or empty.</summary>
    public string ClientName { get; private set; } = "";

    /// <summary>The client's version, or empty.</summary>
    public string ClientVersion { get; private set; } = "";

    /// <summary>The terminal type (as <c>XTERM-256COLOR</c>), or empty.</summary>
    public string TerminalType { get; private set; } = "";

    /// <summary>What the client answered when asked for its terminal type, in its order; at most 8 names.</summary>
    public IReadOnlyList<string> TerminalNames => _names is null ? [] : _names;

    /// <summary>The environment variables (MNES and others) that the client told, at most 64.</summary>
    public IReadOnlyDictionary<string, string> Variables => _variables is null ? NoVariables : _variables;

    private static readonly Dictionary<string, string> NoVariables = [];

    /// <summary>The number that the client sent for MTTS; 0 if none.</summary>
    public int Mtts { get; private set; }

    /// <summary>What the terminal can do, from all that it said.</summary>
    public TerminalFeatures Features { get; private set; }

    /// <summary>Columns as reported; 0 if unknown.</summary>
    public int Columns { get; private set; }

    /// <summary>Rows as reported; 0 if unknown.</summary>
    public int Rows { get; private set; }

    /// <summary>
    /// The address that a proxy says its client has (MNES <c>IPADDRESS</c>), or empty. Only a trusted proxy's counts.
    /// </summary>
    public string ClaimedAddress { get; private set; } = "";

    /// <summary>The player's own width, or null to go by the terminal.</summary>
    public int? PreferredWidth { get; set; }

    /// <summary>The player's own choice of colours, or null to go by the terminal.</summary>
    public ColorDepth? PreferredColors { get; set; }

    /// <summary>The player's own character set, or null to go by the client.</summary>
    public Charset? PreferredCharset { get; set; }

    /// <summary>Whether the player says that they use a screen reader, or null to go by the terminal.</summary>
    public bool? PreferredScreenReader { get; set; }

    /// <summary>Columns to lay text out for: 20 to 1000, 80 if unknown.</summary>
    public int Width => Within(PreferredWidth ?? Columns, DefaultWidth);

    /// <summary>Rows to page text by: 20 to 1000, 24 if unknown.</summary>
    public int Height => Within(Rows, DefaultHeight);

    /// <summary>Whether to leave out art, boxes and repetition, and to set tables as lists.</summary>
    public bool IsScreenReader => PreferredScreenReader ?? Has(TerminalFeatures.ScreenReader);

    /// <summary>
    /// The colours to use: the player's choice, none for a screen reader, else the best that the terminal shows.
    /// </summary>
    public ColorDepth Colors
    {
        get
        {
            if (PreferredColors is { } preferred)
                return preferred;
            if (IsScreenReader)
                return ColorDepth.None;
            if (Has(TerminalFeatures.TrueColor))
                return ColorDepth.TrueColor;
            if (Has(TerminalFeatures.Colors256))
                return ColorDepth.TwoHundredFiftySix;
            return Has(TerminalFeatures.Ansi) ? ColorDepth.Sixteen : ColorDepth.None;
        }
    }

    /// <summary>
    /// The character set for text: the player's, the agreed one, UTF-8 if the client can, else the fallback.
    /// </summary>
    public Charset Charset => PreferredCharset ?? _agreed
        ?? (Has(TerminalFeatures.Utf8) ? Charset.Utf8 : KnownClients.LacksUtf8(ClientName) ? Charset.Ascii : fallback);

    /// <summary>
    /// Whether an MCP greeting may be understood. Not by clients that are known to show it, nor by a bare terminal.
    /// </summary>
    public bool MayHaveMcp => !KnownClients.LacksMcp(ClientName) && (ClientName.Length > 0 || TerminalType.Length == 0);

    /// <summary>Whether the client agreed to a character set, or the player chose one.</summary>
    public bool IsCharsetAgreed => _agreed is not null || PreferredCharset is not null;

    /// <summary>Whether the terminal has all of these.</summary>
    public bool Has(TerminalFeatures features) => (Features & features) == features;

    /// <summary>The window has this size; 0 is unknown.</summary>
    public void Resize(int columns, int rows)
    {
        if (columns == Columns && rows == Rows)
            return;
        (Columns, Rows) = (columns, rows);
        _changes |= TerminalChange.Size;
    }

    /// <summary>
    /// The client is this program. An empty name or version changes nothing; nor does another spelling of the name.
    /// </summary>
    public void LearnClient(string name, string version)
    {
        var isNewName = name.Length > 0 && !name.Equals(ClientName, StringComparison.OrdinalIgnoreCase);
        var isNewVersion = version.Length > 0 && version != ClientVersion;
        if (!isNewName && !isNewVersion)
            return;
        ClientName = isNewName ? name : ClientName;
        ClientVersion = isNewVersion ? version : ClientVersion;
        _changes |= TerminalChange.Client;
        if (KnownClients.HasColor(ClientName))
            Learn(TerminalFeatures.Ansi, true);
    }

    /// <summary>The terminal is of this type (terminfo or MTTS names), from which its colours follow.</summary>
    public void LearnTerminalType(string type)
    {
        if (type == TerminalType)
            return;
        TerminalType = type;
        _changes |= TerminalChange.Features;
        Learn(KnownTerminals.FeaturesOf(type), true);
    }

    /// <summary>The client gave this as one of its terminal types.</summary>
    public void LearnTerminalName(string name)
    {
        _names ??= [];
        if (name.Length > 0 && _names.Count < MostNames && !_names.Contains(name))
            _names.Add(name);
    }

    /// <summary>The client has this environment variable.</summary>
    public void LearnVariable(string name, string value)
    {
        _variables ??= new(StringComparer.Ordinal);
        if (_variables.Count < MostVariables || _variables.ContainsKey(name))
            _variables[name] = value;
    }

    /// <summary>The client sent this MTTS number. It adds: what a client takes back, it says by name.</summary>
    public void LearnMtts(int bits)
    {
        if (bits == Mtts)
            return;
        Mtts = bits;
        Features |= (TerminalFeatures)bits & TerminalFeatures.Mtts;
        _changes |= TerminalChange.Features;
    }

    /// <summary>The terminal has, or lacks, these.</summary>
    public void Learn(TerminalFeatures features, bool has)
    {
        var then = has ? Features | features : Features & ~features;
        if (then == Features)
            return;
        Features = then;
        _changes |= TerminalChange.Features;
    }

    /// <summary>The client agreed to this character set.</summary>
    public void LearnCharset(Charset charset)
    {
        if (charset == _agreed)
            return;
        _agreed = charset;
        _changes |= TerminalChange.Charset;
    }

    /// <summary>A proxy says that its client has this address.</summary>
    public void LearnAddress(string address) => ClaimedAddress = address;

    /// <summary>What changed since this was last asked.</summary>
    public TerminalChange TakeChanges()
    {
        var changes = _changes;
        _changes = TerminalChange.None;
        return changes;
    }

    private static int Within(int size, int unknown) =>
        size <= 0 ? unknown : Math.Clamp(size, LeastWidth, LargestWidth);
}
