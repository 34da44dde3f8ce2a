using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>
/// Terms (mooR): values in which <c>{'var, 'Name}</c> stands for something unknown, in lists and in the values of maps.
/// </summary>
/// <remarks>
/// Used once per call: it keeps the limits and the first error. Bindings are maps from symbols to values.
/// </remarks>
/// <param name="task">Pays for it.</param>
internal sealed class Terms(MooTask task)
{
    private const int DefaultDepth = 64;
    private const int DefaultBindings = 256;
    private const int PartsPerTick = 16;

    private static readonly Value Marker = Value.Of(new MooSymbol("var"));

    private int _maxDepth = DefaultDepth;
    private int _maxBindings = DefaultBindings;
    private int _parts;

    /// <summary>What to return when a method has failed.</summary>
    public Value Failure { get; private set; }

    /// <summary>Whether variables without a binding stay when others are replaced; else they are E_INVARG.</summary>
    public bool LeavesUnbound { get; set; }

    /// <summary>Reads the options all of these functions have.</summary>
    public bool TryReadOptions(MooMap? options, params ReadOnlySpan<string> others)
    {
        var failure = NamedOptions.Check(task, options, [.. others, "max_depth", "max_bindings"])
            ?? NamedOptions.ReadPositive(task, options, "max_depth", ref _maxDepth)
            ?? NamedOptions.ReadPositive(task, options, "max_bindings", ref _maxBindings);
        if (failure is not { } wrong) return true;
        Failure = wrong;
        return false;
    }

    /// <summary>Checks bindings that were given: their keys are symbols.</summary>
    public bool TryReadBindings(MooMap bindings)
    {
        if (bindings.Count > _maxBindings) return Fail(ErrorCode.E_INVARG, "there may be {0} bindings", Value.Int(_maxBindings));
        foreach (var (key, _) in bindings)
            if (!key.Try<MooSymbol>(out _)) return Fail(ErrorCode.E_INVARG, "a binding's key is a symbol, not {0}", key);
        return true;
    }

    /// <summary>
    /// Whether a term is a variable, and its name; false also for what looks like one and is none, an error.
    /// </summary>
    public bool TryVariable(Value term, out Value? name)
    {
        name = null;
        if (!term.TryList(out var list) || list.Count == 0 || !list[0].Try<MooSymbol>(out _) || list[0] != Marker) return true;
        if (list.Count != 2 || !list[1].Try<MooSymbol>(out _))
            return Fail(ErrorCode.E_INVARG, "a variable is written {{'var, 'name}}, not {0}", term);
        name = list[1];
        return true;
    }

    /// <summary>A variable as a term.</summary>
    public static Value Variable(Value name) => Value.List(Marker, name);

    /// <summary>
    /// Matches a pattern against a value that holds no variables. The bindings grow only if it matches.
    /// </summary>
    /// <returns>False if a limit was passed or the pattern is none.</returns>
    public bool TryMatch(Value pattern, Value value, ref MooMap bindings, out bool matches)
    {
        var extended = bindings;
        var isDone = TryMatch(pattern, value, ref extended, out matches, 0);
        if (isDone && matches) bindings = extended;
        return isDone;
    }

    private bool TryMatch(Value pattern, Value value, ref MooMap bindings, out bool matches, int depth)
    {
        matches = false;
        if (!TryEnter(depth) || !TryVariable(pattern, out var name)) return false;
        if (name is { } variable) return TryBind(variable, value, ref bindings, out matches);
        if (pattern.TryList(out var list) && value.TryList(out var elements))
        {
            matches = list.Count == elements.Count;
            for (var i = 0; matches && i < list.Count; i++)
                if (!TryMatch(list[i], elements[i], ref bindings, out matches, depth + 1)) return false;
            return true;
        }
        if (pattern.TryMap(out var map) && value.TryMap(out var entries))
            return TryMatchMaps(map, entries, ref bindings, out matches, depth);
        matches = pattern == value;
        return true;
    }

    private bool TryMatchMaps(MooMap pattern, MooMap value, ref MooMap bindings, out bool matches, int depth)
    {
        matches = pattern.Count == value.Count;
        if (!matches) return true;
        foreach (var (key, inner) in pattern)
        {
            matches = value.TryGet(key, out var entry);
            if (!matches) return true;
            if (!TryMatch(inner, entry, ref bindings, out matches, depth + 1)) return false;
            if (!matches) return true;
        }
        return true;
    }

    private bool TryBind(Value name, Value value, ref MooMap bindings, out bool matches)
    {
        matches = true;
        if (bindings.TryGet(name, out var bound))
        {
            matches = bound == value;
            return true;
        }
        if (bindings.Count >= _maxBindings) return Fail(ErrorCode.E_INVARG, "there may be {0} bindings", Value.Int(_maxBindings));
        bindings = bindings.Set(name, value);
        return true;
    }

    /// <summary>
    /// A term with its variables replaced: by what they are bound to, or by what <paramref name="otherwise"/> makes of
    /// them.
    /// </summary>
    public bool TrySubstitute(Value term, MooMap bindings, Func<Value, Value>? otherwise, out Value result) =>
        TrySubstitute(term, bindings, otherwise, out result, 0);

    private bool TrySubstitute(Value term, MooMap bindings, Func<Value, Value>? otherwise, out Value result, int depth)
    {
        result = term;
        if (!TryEnter(depth) || !TryVariable(term, out var name)) return false;
        if (name is { } variable)
        {
            if (bindings.TryGet(variable, out result))
                return otherwise is null || TrySubstitute(result, bindings, otherwise, out result, depth + 1);
            result = otherwise?.Invoke(variable) ?? term;
            return otherwise is not null || LeavesUnbound || Fail(ErrorCode.E_INVARG, "{0} is not bound", variable);
        }
        if (term.TryList(out var list)) return TrySubstituteIn(list, bindings, otherwise, out result, depth);
        if (term.TryMap(out var map)) return TrySubstituteIn(map, bindings, otherwise, out result, depth);
        return true;
    }

    private bool TrySubstituteIn(MooList list, MooMap bindings, Func<Value, Value>? otherwise, out Value result, int depth)
    {
        result = Value.List(list);
        Value[]? changed = null;
        for (var i = 0; i < list.Count; i++)
        {
            if (!TrySubstitute(list[i], bindings, otherwise, out var element, depth + 1)) return false;
            if (changed is null && element.Is(list[i])) continue;
            if (changed is null) list.CopyTo(changed = new Value[list.Count]);
            changed[i] = element;
        }
        if (changed is not null) result = Value.List(MooList.FromOwned(changed, changed.Length));
        return CheckSize(result);
    }

    private bool TrySubstituteIn(MooMap map, MooMap bindings, Func<Value, Value>? otherwise, out Value result, int depth)
    {
        result = Value.Of(map);
        var changed = map;
        foreach (var (key, value) in map)
        {
            if (!TrySubstitute(value, bindings, otherwise, out var entry, depth + 1)) return false;
            if (!entry.Is(value)) changed = changed.Set(key, entry);
        }
        result = Value.Of(changed);
        return CheckSize(result);
    }

    private bool CheckSize(Value built)
    {
        var allowed = Quota.Check(task, built);
        if (allowed.Kind == built.Kind) return true;
        Failure = allowed;
        return false;
    }

    /// <summary>Goes over the variables of a term in order; one that occurs twice comes twice.</summary>
    public bool TryVisitVariables(Value term, Action<Value> visit) => TryVisitVariables(term, visit, 0);

    private bool TryVisitVariables(Value term, Action<Value> visit, int depth)
    {
        if (!TryEnter(depth) || !TryVariable(term, out var name)) return false;
        if (name is { } variable)
        {
            visit(variable);
        }
        else if (term.TryList(out var list))
        {
            foreach (var element in list)
                if (!TryVisitVariables(element, visit, depth + 1)) return false;
        }
        else if (term.TryMap(out var map))
        {
            foreach (var (_, value) in map)
                if (!TryVisitVariables(value, visit, depth + 1)) return false;
        }
        return true;
    }

    // Counts a part of a term, and charges for it: terms may be many, and bindings may refer to bindings.
    private bool TryEnter(int depth)
    {
        if (depth > _maxDepth) return Fail(ErrorCode.E_MAXREC, "a term may nest {0} deep", Value.Int(_maxDepth));
        if (++_parts % PartsPerTick != 0 || task.Spend(1)) return true;
        Failure = Value.Failure;
        return false;
    }

    private bool Fail(ErrorCode code, string detail, Value about)
    {
        Failure = task.RaiseHere(code, detail, about);
        return false;
    }
}
