namespace Moo.Protocols.Terminal;

/// <summary>What a terminal type's name says: MTTS's four names with their suffixes, and terminfo's families.</summary>
internal static class KnownTerminals
{
    private static readonly string[] ColorFamilies =
    [
        "ANSI", "XTERM", "LINUX", "SCREEN", "TMUX", "RXVT", "PUTTY", "CYGWIN", "KONSOLE", "GNOME", "VTE",
        "ALACRITTY", "FOOT", "KITTY", "WEZTERM", "ITERM", "KTERM", "ETERM", "MINTTY", "ST-",
    ];

    /// <summary>What a terminal of that type can do.</summary>
    public static TerminalFeatures FeaturesOf(string type)
    {
        var name = type.ToUpperInvariant();
        var features = TerminalFeatures.None;
        if (Array.Exists(ColorFamilies, family => name.StartsWith(family, StringComparison.Ordinal)))
            features |= TerminalFeatures.Ansi | TerminalFeatures.Vt100;
        if (name.StartsWith("VT", StringComparison.Ordinal))
            features |= TerminalFeatures.Vt100;
        if (name.Contains("256COLOR", StringComparison.Ordinal))
            features |= TerminalFeatures.Ansi | TerminalFeatures.Colors256;
        if (name.EndsWith("-TRUECOLOR", StringComparison.Ordinal) || name.EndsWith("-DIRECT", StringComparison.Ordinal))
            features |= TerminalFeatures.Ansi | TerminalFeatures.Colors256 | TerminalFeatures.TrueColor;
        return features;
    }

    /// <summary>Whether the name is that of a terminal rather than of a client program.</summary>
    public static bool IsTerminalType(string name) =>
        FeaturesOf(name) != TerminalFeatures.None
        || name.ToUpperInvariant() is "DUMB" or "UNKNOWN" or "HARDCOPY" or "NETWORK" or "TTY";
}
