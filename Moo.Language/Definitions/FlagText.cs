using Moo.Store.Worlds;

namespace Moo.Language.Definitions;

/// <summary>Flags and argument specifiers as people write them.</summary>
public static class FlagText
{
    /// <summary>Reads property bits: any of <c>r w c</c>.</summary>
    public static bool TryParseProperty(string text, out PropertyFlags flags)
    {
        flags = PropertyFlags.None;
        foreach (var c in text)
        {
            PropertyFlags? flag = char.ToLowerInvariant(c) switch
            {
                'r' => PropertyFlags.Read,
                'w' => PropertyFlags.Write,
                'c' => PropertyFlags.ChangeOwner,
                _ => null,
            };
            if (flag is null) return false;
            flags |= flag.Value;
        }
        return true;
    }

    /// <summary>Writes property bits.</summary>
    public static string Of(PropertyFlags flags) =>
        ((flags & PropertyFlags.Read) != 0 ? "r" : "") + ((flags & PropertyFlags.Write) != 0 ? "w" : "")
        + ((flags & PropertyFlags.ChangeOwner) != 0 ? "c" : "");

    /// <summary>Reads verb bits: any of <c>r w x d</c>.</summary>
    public static bool TryParseVerb(string text, out VerbFlags flags)
    {
        flags = VerbFlags.None;
        foreach (var c in text)
        {
            VerbFlags? flag = char.ToLowerInvariant(c) switch
            {
                'r' => VerbFlags.Read,
                'w' => VerbFlags.Write,
                'x' => VerbFlags.Execute,
                'd' => VerbFlags.Debug,
                _ => null,
            };
            if (flag is null) return false;
            flags |= flag.Value;
        }
        return true;
    }

    /// <summary>Writes verb bits.</summary>
    public static string Of(VerbFlags flags) =>
        ((flags & VerbFlags.Read) != 0 ? "r" : "") + ((flags & VerbFlags.Write) != 0 ? "w" : "")
        + ((flags & VerbFlags.Execute) != 0 ? "x" : "") + ((flags & VerbFlags.Debug) != 0 ? "d" : "");

    /// <summary>Reads what a verb goes with: <c>this none any</c>, <c>any in front of this</c> …</summary>
    public static bool TryParseArguments(string text, out VerbArguments arguments)
    {
        arguments = default;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3) return false;
        if (!TryParse(words[0], out var direct) || !TryParse(words[^1], out var indirect)) return false;
        if (!Prepositions.TryParse(string.Join(' ', words[1..^1]), out var preposition)) return false;
        arguments = new VerbArguments(direct, preposition, indirect);
        return true;
    }

    /// <summary>Reads an argument specifier: <c>this</c>, <c>any</c> or <c>none</c>.</summary>
    public static bool TryParse(string word, out ArgumentSpec spec)
    {
        spec = word.ToUpperInvariant() switch
        {
            "THIS" => ArgumentSpec.This,
            "ANY" => ArgumentSpec.Any,
            _ => ArgumentSpec.None,
        };
        return spec != ArgumentSpec.None || word.Equals("none", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Writes an argument specifier.</summary>
    public static string Of(ArgumentSpec spec) => spec switch
    {
        ArgumentSpec.This => "this",
        ArgumentSpec.Any => "any",
        _ => "none",
    };
}
