using System.Globalization;

namespace Moo.Protocols.Mcp;

/// <summary>A version as MCP has it: two numbers, compared one after the other (2.10 is newer than 2.9).</summary>
/// <param name="Major">The number before the point.</param>
/// <param name="Minor">The number after it.</param>
public readonly record struct McpVersion(int Major, int Minor) : IComparable<McpVersion>
{
    /// <summary>Reads <c>2.1</c>.</summary>
    public static bool TryParse(string text, out McpVersion version)
    {
        version = default;
        var point = text.IndexOf('.');
        if (point < 0
            || !int.TryParse(text.AsSpan(0, point), NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            || !int.TryParse(text.AsSpan(point + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var minor))
        {
            return false;
        }
        version = new McpVersion(major, minor);
        return true;
    }

    /// <summary>
    /// The version that two ends agree on, each supporting a range: the lesser of the newest, if both support it.
    /// Null if the ranges do not meet.
    /// </summary>
    public static McpVersion? Agree(McpVersion min, McpVersion max, McpVersion otherMin, McpVersion otherMax)
    {
        var newest = max.CompareTo(otherMax) <= 0 ? max : otherMax;
        return newest.CompareTo(min) >= 0 && newest.CompareTo(otherMin) >= 0 ? newest : null;
    }

    /// <inheritdoc/>
    public int CompareTo(McpVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    /// <inheritdoc/>
    public static bool operator <(McpVersion left, McpVersion right) => left.CompareTo(right) < 0;

    /// <inheritdoc/>
    public static bool operator >(McpVersion left, McpVersion right) => left.CompareTo(right) > 0;

    /// <inheritdoc/>
    public static bool operator <=(McpVersion left, McpVersion right) => left.CompareTo(right) <= 0;

    /// <inheritdoc/>
    public static bool operator >=(McpVersion left, McpVersion right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");
}
