using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Makes terms equal by binding their variables, and takes that back.</summary>
/// <remarks>
/// A cell that gets bound is noted on the trail, so that going back to a choice is unbinding the trail down to where it
/// stood. Bindings can make a term deeper and larger than any value may be: every visit to a part is counted, and after
/// <see cref="Halt"/> is set the results mean nothing.
/// </remarks>
internal sealed class TermUnifier(MooTask task)
{
    private const int PartsPerTick = 16;

    private readonly List<Variable> _trail = [];
    private int _parts;

    /// <summary>What to return if a term grew too deep or too large, or the task must stop.</summary>
    public Value? Halt { get; private set; }

    /// <summary>How many variables are bound.</summary>
    public int TrailLength => _trail.Count;

    /// <summary>Unbinds what was bound since the trail had this length.</summary>
    public void Undo(int trail)
    {
        for (var i = _trail.Count - 1; i >= trail; i--) _trail[i].Bound = null;
        _trail.RemoveRange(trail, _trail.Count - trail);
    }

    /// <summary>What a variable stands for, as far as that is known; any other term is itself.</summary>
    public static Term Resolve(Term term)
    {
        while (term is Variable { Bound: { } bound }) term = bound;
        return term;
    }

    /// <summary>
    /// Binds variables so that two terms become equal. False if none do; what was bound then stays on the trail.
    /// </summary>
    public bool Unify(Term left, Term right) => Unify(left, right, 0);

    private bool Unify(Term left, Term right, int depth)
    {
        if (!Enter(depth)) return false;
        (left, right) = (Resolve(left), Resolve(right));
        if (ReferenceEquals(left, right)) return true;
        if (left is Variable variable) return Bind(variable, right, depth);
        if (right is Variable other) return Bind(other, left, depth);
        if (left is Constant l && right is Constant r) return l.Value == r.Value;

        if (AsCompound(left) is not { } a || AsCompound(right) is not { } b || !HaveOneShape(a, b)) return false;
        for (var i = 0; i < a.Parts.Length; i++)
            if (!Unify(a.Parts[i], b.Parts[i], depth + 1)) return false;
        return true;
    }

    private static bool HaveOneShape(Compound left, Compound right) => left.Parts.Length == right.Parts.Length
        && (left.Keys is null ? right.Keys is null : right.Keys is not null && Value.List(left.Keys) == Value.List(right.Keys));

    private static Compound? AsCompound(Term term)
    {
        if (term is Compound compound) return compound;
        var value = ((Constant)term).Value;
        return value.TryMap(out var map) ? new Compound(map.Keys(), [.. map.Values().Select(part => new Constant(part))])
            : value.TryList(out var list) ? new Compound(null, [.. list.Select(part => new Constant(part))]) : null;
    }

    private bool Bind(Variable variable, Term term, int depth)
    {
        // A variable inside of what it stands for would be a term without end.
        if (Occurs(variable, term, depth)) return false;
        variable.Bound = term;
        _trail.Add(variable);
        return true;
    }

    private bool Occurs(Variable variable, Term term, int depth)
    {
        if (!Enter(depth)) return true;
        var resolved = Resolve(term);
        if (resolved is not Compound(_, var parts)) return ReferenceEquals(variable, resolved);
        foreach (var part in parts)
            if (Occurs(variable, part, depth + 1)) return true;
        return false;
    }

    /// <summary>A copy of a term of a fact or rule, with variables of its own.</summary>
    public Term Fresh(Term term, Dictionary<Variable, Variable> cells)
    {
        if (!Enter(0)) return term;
        switch (term)
        {
            case Variable variable:
                if (!cells.TryGetValue(variable, out var cell)) cells.Add(variable, cell = new Variable());
                return cell;
            case Compound(var keys, var parts):
                return new Compound(keys, Array.ConvertAll(parts, part => Fresh(part, cells)));
            default:
                return term;
        }
    }

    /// <summary>A term as a value. Variables that stand for nothing are named 'V1, 'V2, … as they are met.</summary>
    public Value Show(Term term, Dictionary<Variable, int> names) => Show(term, names, 0);

    private Value Show(Term term, Dictionary<Variable, int> names, int depth)
    {
        if (!Enter(depth)) return default;
        switch (Resolve(term))
        {
            case Constant constant:
                return constant.Value;
            case Compound(var keys, var parts):
                var values = new Value[parts.Length];
                for (var i = 0; i < values.Length; i++) values[i] = Show(parts[i], names, depth + 1);
                var list = MooList.FromOwned(values, values.Length);
                CheckSize(list);
                return keys is null ? Value.List(list) : Value.Of(MooMap.Of(keys.Zip(list, KeyValuePair.Create)));
            case var unbound:
                var variable = (Variable)unbound;
                if (!names.TryGetValue(variable, out var number)) names.Add(variable, number = names.Count);
                return Terms.Variable(Value.Of(new MooSymbol($"V{number + 1}")));
        }
    }

    private void CheckSize(MooList list)
    {
        if (list.Bytes > task.Limits.MaxListBytes) Halt ??= Quota.Check(task, Value.List(list));
    }

    private bool Enter(int depth)
    {
        if (Halt is not null) return false;
        const int deepest = TaskLimits.DeepestValue;
        if (depth >= deepest) Halt = task.RaiseHere(ErrorCode.E_MAXREC, "a term may nest {0} deep", Value.Int(deepest));
        else if (++_parts % PartsPerTick == 0 && !task.Spend(1)) Halt = Value.Failure;
        return Halt is null;
    }
}
