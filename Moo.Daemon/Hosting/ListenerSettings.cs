using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Moo.Daemon.Sessions;
using Moo.Protocols.Telnet;

namespace Moo.Daemon.Hosting;

/// <summary>A place where connections are accepted, and how it speaks.</summary>
/// <remarks>
/// Written <c>telnet://0.0.0.0:7777?off=mssp,mccp3&amp;on=msdp</c>, <c>telnets://[::]:7992?certificate=/etc/moo/cert.pem&amp;key=/etc/moo/key.pem</c>,
/// <c>unix:///run/moo/moo.sock</c>, <c>ssh://0.0.0.0:7722?key=/etc/moo/host_key.pem</c>; <c>proxy=10.0.0.0/8</c> takes the PROXY protocol from there, and then always; <c>mcp=always|auto|never</c>.
/// </remarks>
internal sealed record ListenerSettings
{
    private static readonly Dictionary<string, Func<TelnetSettings, bool, TelnetSettings>> Switches = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ttype"] = (telnet, on) => telnet with { TerminalType = on },
        ["naws"] = (telnet, on) => telnet with { WindowSize = on },
        ["new-environ"] = (telnet, on) => telnet with { Environment = on },
        ["charset"] = (telnet, on) => telnet with { CharacterSet = on },
        ["eor"] = (telnet, on) => telnet with { EndOfRecord = on },
        ["ga"] = (telnet, on) => telnet with { GoAhead = on },
        ["sga"] = (telnet, on) => telnet with { SuppressGoAhead = on },
        ["gmcp"] = (telnet, on) => telnet with { Gmcp = on },
        ["mssp"] = (telnet, on) => telnet with { Mssp = on },
        ["msdp"] = (telnet, on) => telnet with { Msdp = on },
        ["msp"] = (telnet, on) => telnet with { Msp = on },
        ["mxp"] = (telnet, on) => telnet with { Mxp = on },
        ["linemode"] = (telnet, on) => telnet with { LineMode = on },
        ["binary"] = (telnet, on) => telnet with { Binary = on },
        ["mccp2"] = (telnet, on) => telnet with { Compression = on },
        ["mccp3"] = (telnet, on) => telnet with { CompressedInput = on },
    };

    /// <summary>The address.</summary>
    public required EndPoint Address { get; init; }

    /// <summary>Whether its connections are encrypted.</summary>
    public bool IsTls { get; init; }

    /// <summary>Whether SSH is spoken there, and not telnet.</summary>
    public bool IsSsh { get; init; }

    /// <summary>The path of its certificate; null for the server's.</summary>
    public string? Certificate { get; init; }

    /// <summary>The path of the certificate's key, null if it stands in the certificate's file; with SSH, of the host key, null for the server's.</summary>
    public string? Key { get; init; }

    /// <summary>The proxies that speak the PROXY protocol here. With any, nobody else may connect, and no connection is without header.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>Which telnet options it has.</summary>
    public TelnetSettings Telnet { get; init; } = new();

    /// <summary>Whether it greets with MCP.</summary>
    public McpMode Mcp { get; init; } = McpMode.Auto;

    /// <summary>The names of the telnet options that can be switched.</summary>
    public static IEnumerable<string> OptionNames => Switches.Keys;

    /// <summary>A place with the usual options. Compression is off where there is TLS, which it can weaken.</summary>
    public static ListenerSettings At(EndPoint address, bool isTls = false) => new()
    {
        Address = address,
        IsTls = isTls,
        Telnet = new TelnetSettings { Compression = !isTls, CompressedInput = !isTls },
    };

    /// <summary>Reads a place as it is written in the settings.</summary>
    /// <exception cref="SettingsException">It makes no sense.</exception>
    public static ListenerSettings Parse(string text)
    {
        var parts = text.Split('?', 2);
        var place = parts[0].Split("://", 2);
        if (place.Length != 2) throw Wrong(text, "write telnet://ADDRESS:PORT, telnets://ADDRESS:PORT, ssh://ADDRESS:PORT or unix:///PATH");
        var settings = place[0].ToLowerInvariant() switch
        {
            "telnet" => At(Ip(place[1], text)),
            "telnets" => At(Ip(place[1], text), isTls: true),
            "unix" => At(new UnixDomainSocketEndPoint(place[1])),
            // What comes through SSH is a person at a terminal, or a program that reads lines: neither knows MCP.
            "ssh" => At(Ip(place[1], text)) with { IsSsh = true, Mcp = McpMode.Never },
            _ => throw Wrong(text, $"\"{place[0]}\" is none of telnet, telnets, ssh, unix"),
        };
        foreach (var pair in parts.Length == 1 ? [] : parts[1].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = pair.Split('=', 2);
            settings = settings.With(words[0].ToLowerInvariant(), Uri.UnescapeDataString(words.Length == 1 ? "" : words[1]), text);
        }
        return settings;
    }

    private ListenerSettings With(string name, string value, string text)
    {
        switch (name)
        {
            case "certificate":
                return this with { Certificate = value };
            case "key":
                return this with { Key = value };
            case "proxy":
                var proxies = value.Split(',', StringSplitOptions.RemoveEmptyEntries);
                if (proxies.FirstOrDefault(proxy => !Networks.TryParse(proxy, out _)) is { } bad) throw Wrong(text, $"\"{bad}\" is no network; write 10.0.0.0/8 or an address");
                return this with { Proxies = proxies };
            case "on" or "off":
                return this with { Telnet = value.Split(',', StringSplitOptions.RemoveEmptyEntries).Aggregate(Telnet, (telnet, option) => Switch(option, text)(telnet, name == "on")) };
            case "mcp" when Enum.TryParse<McpMode>(value, ignoreCase: true, out var mode) && Enum.IsDefined(mode):
                return this with { Mcp = mode };
            case "mcp":
                throw Wrong(text, "mcp is always, auto or never");
            default:
                throw Wrong(text, $"\"{name}\" is none of certificate, key, proxy, on, off, mcp");
        }
    }

    private static Func<TelnetSettings, bool, TelnetSettings> Switch(string option, string text) =>
        Switches.TryGetValue(option, out var found) ? found : throw Wrong(text, $"\"{option}\" is none of {string.Join(", ", Switches.Keys)}");

    private static IPEndPoint Ip(string text, string whole)
    {
        var host = text.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase) ? "127.0.0.1" + text[9..] : text;
        if (IPEndPoint.TryParse(host, out var address) && address.Port > 0) return address;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort)
            return new IPEndPoint(IPAddress.Any, port);
        throw Wrong(whole, $"\"{text}\" is no address with a port");
    }

    private static SettingsException Wrong(string text, string what) => new($"cannot listen at {text}: {what}");
}

/// <summary>Whether the server greets clients with MCP, where the world has a verb for its messages.</summary>
internal enum McpMode
{
    /// <summary>Clients that are not known to show the greeting to their users.</summary>
    Auto,

    /// <summary>All.</summary>
    Always,

    /// <summary>None.</summary>
    Never,
}
