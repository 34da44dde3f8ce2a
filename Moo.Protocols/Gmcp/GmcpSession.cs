using System.Globalization;
using System.Text.Json;
using Moo.Protocols.Terminal;

namespace Moo.Protocols.Gmcp;

/// <summary>What one client said of itself over GMCP, and what may therefore be sent to it.</summary>
public sealed class GmcpSession
{
    private const int MostModules = 128, LongestModule = 64;

    private List<GmcpModule>? _modules;

    /// <summary>Whether the client agreed to GMCP.</summary>
    public bool IsOn { get; internal set; }

    /// <summary>Whether the client introduced itself with <c>Core.Hello</c>.</summary>
    public bool HasHello { get; private set; }

    /// <summary>The modules that the client listed, at most 128.</summary>
    public IReadOnlyList<GmcpModule> Modules => _modules is null ? [] : _modules;

    /// <summary>
    /// The version at which the client supports a package, by itself or by a parent; 0 if it does not.
    /// </summary>
    /// <remarks><c>Char</c> covers <c>Char.Vitals</c>. Case does not count.</remarks>
    public int VersionOf(ReadOnlySpan<char> package)
    {
        while (_modules is not null && !package.IsEmpty)
        {
            foreach (var module in _modules)
            {
                if (package.Equals(module.Name, StringComparison.OrdinalIgnoreCase))
                    return module.Version;
            }
            package = package[..Math.Max(0, package.LastIndexOf('.'))];
        }
        return 0;
    }

    /// <summary>
    /// Whether a message may be sent: listed, or one of those that clients take without listing them.
    /// </summary>
    public bool Wants(ReadOnlySpan<char> package)
    {
        if (!IsOn)
            return false;
        return package.StartsWith("Core.", StringComparison.OrdinalIgnoreCase)
            || (HasHello && package.Equals("Client.GUI", StringComparison.OrdinalIgnoreCase))
            || (HasHello && package.Equals("Client.Map", StringComparison.OrdinalIgnoreCase))
            || VersionOf(package) > 0;
    }

    /// <summary>Learns from the messages that are about the client itself; others mean nothing here.</summary>
    internal void Learn(string package, string json, TerminalFacts terminal)
    {
        Action<JsonElement>? learn = package.ToUpperInvariant() switch
        {
            "CORE.HELLO" => body => LearnHello(body, terminal),
            "CORE.SUPPORTS.SET" => SetModules,
            "CORE.SUPPORTS.ADD" => AddModules,
            "CORE.SUPPORTS.REMOVE" => RemoveModules,
            "CLIENT.SIZE" => body => LearnSize(body, terminal),
            _ => null,
        };
        if (learn is null || json.Length == 0)
            return;
        using var document = JsonDocument.Parse(json);
        learn(document.RootElement);
    }

    // Ours: {"columns":80,"rows":24}, from clients whose transport has no other way to tell it.
    private static void LearnSize(JsonElement body, TerminalFacts terminal)
    {
        if (body.ValueKind == JsonValueKind.Object
            && body.TryGetProperty("columns", out var columns) && columns.ValueKind == JsonValueKind.Number
            && body.TryGetProperty("rows", out var rows) && rows.ValueKind == JsonValueKind.Number
            && columns.TryGetUInt16(out var width) && rows.TryGetUInt16(out var height))
        {
            terminal.Resize(width, height);
        }
    }

    private void LearnHello(JsonElement body, TerminalFacts terminal)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return;
        HasHello = true;
        string name = "", version = "";
        foreach (var member in body.EnumerateObject())
        {
            // Some clients capitalise the keys.
            if (member.Name.Equals("client", StringComparison.OrdinalIgnoreCase))
                name = FactText.Printable(member.Value.ToString());
            else if (member.Name.Equals("version", StringComparison.OrdinalIgnoreCase))
                version = FactText.Printable(member.Value.ToString());
        }
        terminal.LearnClient(name, version);
        terminal.Learn(TerminalFeatures.Utf8, true);
    }

    private void SetModules(JsonElement body)
    {
        _modules?.Clear();
        AddModules(body);
    }

    private void RemoveModules(JsonElement body)
    {
        foreach (var module in Listed(body))
            _modules?.RemoveAll(known => known.IsNamed(module.Name));
    }

    private void AddModules(JsonElement body)
    {
        foreach (var module in Listed(body))
        {
            _modules ??= [];
            _modules.RemoveAll(known => known.IsNamed(module.Name));
            if (_modules.Count < MostModules)
                _modules.Add(module);
        }
    }

    // ["Char 1", "Room 1"]; the version may be missing, and Blightmud sends one to Remove too.
    private static IEnumerable<GmcpModule> Listed(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Array)
            yield break;
        foreach (var item in body.EnumerateArray())
        {
            var text = item.ValueKind == JsonValueKind.String ? item.GetString()!.Trim() : "";
            var space = text.IndexOf(' ');
            var name = space < 0 ? text : text[..space];
            if (name.Length is 0 or > LongestModule)
                continue;
            var rest = text.AsSpan(name.Length).Trim();
            var hasVersion = int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var version);
            yield return new GmcpModule(FactText.Printable(name), hasVersion ? version : 1);
        }
    }
}
