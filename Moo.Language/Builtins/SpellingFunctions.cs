using Moo.Language.Builtins.Matching;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Spelling.</summary>
internal static class SpellingFunctions
{
    private const string File = "/usr/share/dict/words";
    private const int TicksForSuggestions = 500;

    private static readonly WordList Words = new(File);

    /// <summary>1 if a word is spelled right, else a list of words that may have been meant.</summary>
    /// <remarks>
    /// Looks into the host's list of words, <c>/usr/share/dict/words</c>. Differs from ToastStunt: there it is the aspell library that is
    /// asked.
    /// </remarks>
    /// <example>`spellcheck("hello") ! E_INVARG => 1' => 1</example>
    /// <exception cref="MooError">E_INVARG if the host has no list of words.</exception>
    [Builtin("spellcheck")]
    public static Value SpellCheck(MooTask task, string word)
    {
        if (!Words.IsThere)
            return task.RaiseHere(ErrorCode.E_INVARG, "spellcheck() needs a list of words, and this host has no {0}", Value.Str(File));
        if (Words.Contains(word)) return Value.Int(1);
        return task.Spend(TicksForSuggestions) ? Value.List(MooList.OfStrings(Words.Suggest(word))) : Value.Failure;
    }
}
