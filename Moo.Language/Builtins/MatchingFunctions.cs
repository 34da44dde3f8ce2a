using Moo.Language.Builtins.Matching;
using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Finding what a player means.</summary>
internal static class MatchingFunctions
{
    private const double UsualTolerance = 0.5;
    private const int NamesPerTick = 4;

    /// <summary>The thing among some that a player's words mean; <c>$failed_match</c> (<c>#-3</c>) if there is none.</summary>
    /// <remarks>
    /// <paramref name="targets"/> are strings, or objects, which go by their names, or any values if <paramref name="keys"/> gives a name
    /// or a list of names for each. A name that is the word comes before one that begins with it, and that before one that contains it;
    /// of several the first is taken. The words may say which one: <c>second lamp</c>, <c>2nd lamp</c>, <c>2.lamp</c>. A number in place
    /// of the keys or behind them forgives typing errors: 0.5 in half of the characters; a truth means 0.5.
    /// </remarks>
    /// <example>complex_match("2nd foo", {"foobar", "food", "bar"}) => "food"</example>
    /// <example>complex_match("lamp", {#1, #2}, {{"brass lamp", "lamp"}, "lampshade"}) => #1</example>
    /// <exception cref="MooError">E_INVARG if there are not as many keys as targets.</exception>
    [Builtin("complex_match")]
    public static Value ComplexMatch(MooTask task, string words, MooList targets, Value? keys = null, Value? fuzzy = null)
    {
        var (ordinal, word) = OrdinalWords.Split(words);
        if (Match(task, word, targets, keys, fuzzy, out var matching) is { } refused) return refused;
        var found = ordinal > 0 ? matching.All() : matching.Best();
        var place = (int)Math.Max(ordinal, 1);
        return place <= found.Count ? found[place - 1] : Value.Obj(ObjectId.FailedMatch);
    }

    /// <summary>As <c>complex_match()</c>, but all the things that fit best, as a list.</summary>
    /// <remarks>With <c>all </c> or <c>*.</c> before the word, all that fit at all, the best first.</remarks>
    /// <example>complex_matches("foo", {"foobar", "food", "barfoo"}) => {"foobar", "food"}</example>
    /// <example>complex_matches("all foo", {"barfoo", "food", "foo"}) => {"foo", "food", "barfoo"}</example>
    /// <exception cref="MooError">E_INVARG if there are not as many keys as targets.</exception>
    [Builtin("complex_matches")]
    public static Value ComplexMatches(MooTask task, string words, MooList targets, Value? keys = null, Value? fuzzy = null)
    {
        var isAll = words.StartsWith("all ", StringComparison.Ordinal) || words.StartsWith("*.", StringComparison.Ordinal);
        var prefix = !isAll ? 0 : words[0] == '*' ? 2 : 4;
        isAll &= words.Length > prefix;
        var (ordinal, word) = OrdinalWords.Split(isAll ? words[prefix..] : words);
        if (Match(task, word, targets, keys, fuzzy, out var matching) is { } refused) return refused;
        var found = isAll ? matching.All() : matching.Best();
        if (ordinal > 0 && !isAll) found = ordinal <= found.Count ? [found[(int)ordinal - 1]] : [];
        return Quota.Check(task, Value.List(MooList.FromOwned([.. found], found.Count)));
    }

    // Null when all went well.
    private static Value? Match(MooTask task, string word, MooList targets, Value? keys, Value? fuzzy, out NameMatching matching)
    {
        var names = keys is { IsList: true } given ? given.AsList : null;
        matching = new NameMatching(word, Tolerance(fuzzy ?? (names is null ? keys : null)));
        if (names is not null && names.Count != targets.Count)
            return task.RaiseHere(ErrorCode.E_INVARG, "there are {0} targets but {1} keys", Value.Int(targets.Count), Value.Int(names.Count));
        if (word.Length == 0) return null;
        var hasObjects = names is null && targets.Any(target => target.IsObj);
        for (var i = 0; i < targets.Count; i++)
        {
            if (i % NamesPerTick == 0 && !task.Spend(1)) return Value.Failure;
            var target = targets[i];
            var called = names is not null ? names[i] : hasObjects ? NameOf(task, target) : target;
            if (!Effort.Take(task, called.Bytes)) return Value.Failure;
            if (called.TryStr(out var name)) matching.Add(target, [name]);
            else if (called.TryList(out var several)) matching.Add(target, several.Where(one => one.IsStr).Select(one => one.AsStr));
        }
        return null;
    }

    private static Value NameOf(MooTask task, Value target) =>
        target.TryObj(out var id) && task.Transaction.Find(id) is { } draft ? Value.Str(draft.Name) : default;

    private static double Tolerance(Value? fuzzy) => fuzzy switch
    {
        null => 0,
        { IsFloat: true } share => Math.Max(0, share.AsFloat),
        { IsInt: true } whole => Math.Max(0, whole.AsInt),
        { IsTrue: true } => UsualTolerance,
        _ => 0,
    };
}
