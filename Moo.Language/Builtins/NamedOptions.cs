using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Reads a map of options whose keys are symbols or strings, as mooR's algorithms take them.</summary>
/// <remarks>Each method returns what to return at once if something is wrong, else null.</remarks>
internal static class NamedOptions
{
    /// <summary>Refuses options that are not known: E_INVARG, or E_TYPE for a key that is no name.</summary>
    public static Value? Check(MooTask task, MooMap? options, params ReadOnlySpan<string> known)
    {
        foreach (var (key, _) in options ?? MooMap.Empty)
        {
            if (!ValueProperties.TryName(key, out var name))
                return task.RaiseHere(ErrorCode.E_TYPE, "an option is named by a symbol or a string, not by {0}", key);
            if (!IsOneOf(name, known)) return task.RaiseHere(ErrorCode.E_INVARG, "there is no option {0} here", key);
        }
        return null;
    }

    private static bool IsOneOf(string name, ReadOnlySpan<string> known)
    {
        foreach (var candidate in known)
            if (MooText.EqualsIgnoringCase(candidate, name)) return true;
        return false;
    }

    /// <summary>The value of an option, or null where it is not given.</summary>
    public static Value? Find(MooMap? options, string name) => options is null ? null
        : options.TryGet(Value.Of(new MooSymbol(name)), out var value) || options.TryGet(Value.Str(name), out value) ? value : null;

    /// <summary>A whole number greater than 0; E_TYPE or E_INVARG for anything else.</summary>
    public static Value? ReadPositive(MooTask task, MooMap? options, string name, ref int number)
    {
        if (Find(options, name) is not { } value) return null;
        if (!value.TryInt(out var given)) return task.RaiseHere(ErrorCode.E_TYPE, name + " is an integer, not {0}", value);
        if (given <= 0) return task.RaiseHere(ErrorCode.E_INVARG, name + " is greater than 0, not {0}", value);
        number = (int)Math.Min(given, int.MaxValue);
        return null;
    }

    /// <summary>One of some words, a symbol or a string; E_TYPE or E_INVARG for anything else.</summary>
    public static Value? ReadWord(MooTask task, MooMap? options, string name, ref string word, params ReadOnlySpan<string> words)
    {
        if (Find(options, name) is not { } value) return null;
        if (!ValueProperties.TryName(value, out var given))
            return task.RaiseHere(ErrorCode.E_TYPE, name + " is a symbol or a string, not {0}", value);
        foreach (var candidate in words)
        {
            if (!MooText.EqualsIgnoringCase(candidate, given)) continue;
            word = candidate;
            return null;
        }
        return task.RaiseHere(ErrorCode.E_INVARG, name + " cannot be {0}", value);
    }
}
