using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>Patterns with holes over lists and maps (mooR): matching them, filling them in.</summary>
/// <remarks>
/// A hole, or variable, is written <c>{'var, 'Name}</c>. Bindings are maps from names to values. Options of all:
/// <c>'max_depth</c> (64) and <c>'max_bindings</c> (256).
/// </remarks>
internal static class TermFunctions
{
    private const int DefaultSolutions = 256;
    private const int DefaultSteps = 10_000;

    /// <summary>
    /// Matches a pattern with one value: the map of what its variables stand for, or 0 if the value does not fit.
    /// </summary>
    /// <remarks>
    /// Lists must be of one length, maps have the same keys. A variable that occurs twice, or is bound already, must
    /// stand for the same value.
    /// </remarks>
    /// <example>term_unify({'edge, {'var, 'From}, {'var, 'To}}, {'edge, #10, #11}) => ['From -> #10, 'To -> #11]</example>
    /// <example>term_unify({'edge, {'var, 'X}, {'var, 'X}}, {'edge, #10, #11}) => 0</example>
    /// <exception cref="MooError">
    /// E_INVARG for a malformed variable, an unknown option, too many bindings; E_MAXREC for a term that nests too
    /// deep.
    /// </exception>
    [Builtin("term_unify")]
    public static Value Unify(MooTask task, Value pattern, Value value, MooMap? bindings = null, MooMap? options = null)
    {
        var terms = new Terms(task);
        var bound = bindings ?? MooMap.Empty;
        if (!terms.TryReadOptions(options) || !terms.TryReadBindings(bound)) return terms.Failure;
        if (!terms.TryMatch(pattern, value, ref bound, out var matches)) return terms.Failure;
        return matches ? Quota.Check(task, Value.Of(bound)) : Value.Int(0);
    }

    /// <summary>
    /// Matches a pattern with each value of a list: the list of what its variables stand for in those that fit.
    /// </summary>
    /// <remarks>
    /// Each value starts from the same bindings. Options, beside those of <c>term_unify()</c>: <c>'max_solutions</c>
    /// (256), <c>'max_steps</c> (10000 values looked at), <c>'dedupe</c> (true), whether equal answers are given once.
    /// </remarks>
    /// <example>term_match({'edge, #10, {'var, 'To}}, {{'edge, #10, #11}, {'edge, #20, #21}}) => {['To -> #11]}</example>
    /// <exception cref="MooError">As for <c>term_unify()</c>; E_MAXREC beyond <c>'max_steps</c>.</exception>
    [Builtin("term_match")]
    public static Value Match(MooTask task, Value pattern, MooList values, MooMap? bindings = null, MooMap? options = null)
    {
        var terms = new Terms(task);
        var start = bindings ?? MooMap.Empty;
        if (!terms.TryReadOptions(options, "max_solutions", "max_steps", "dedupe")) return terms.Failure;
        if (!terms.TryReadBindings(start)) return terms.Failure;
        var (mostAnswers, mostSteps) = (DefaultSolutions, DefaultSteps);
        if (NamedOptions.ReadPositive(task, options, "max_solutions", ref mostAnswers) is { } wrong) return wrong;
        if (NamedOptions.ReadPositive(task, options, "max_steps", ref mostSteps) is { } wrongToo) return wrongToo;

        var answers = new TermAnswers(task, mostAnswers, NamedOptions.Find(options, "dedupe") is not { IsTrue: false });
        for (var i = 0; i < values.Count && !answers.AreComplete; i++)
        {
            if (i >= mostSteps) return task.RaiseHere(ErrorCode.E_MAXREC, "the search may take {0} steps", Value.Int(mostSteps));
            var bound = start;
            if (!terms.TryMatch(pattern, values[i], ref bound, out var matches)) return terms.Failure;
            if (matches && answers.Add(bound) is { } tooMuch) return tooMuch;
        }
        return answers.AsList();
    }

    /// <summary>A term with its variables replaced by what they are bound to.</summary>
    /// <remarks>A variable without a binding is an error; with the option <c>'unbound -> 'leave</c> it stays.</remarks>
    /// <example>term_substitute({"write", {'var, 'Target}}, ['Target -> #123]) => {"write", #123}</example>
    /// <example>term_substitute({{'var, 'X}}, [], ['unbound -> 'leave]) => {{'var, 'X}}</example>
    /// <exception cref="MooError">
    /// E_INVARG for a variable without a binding; else as for <c>term_unify()</c>.
    /// </exception>
    [Builtin("term_substitute")]
    public static Value Substitute(MooTask task, Value template, MooMap bindings, MooMap? options = null)
    {
        var terms = new Terms(task);
        if (!terms.TryReadOptions(options, "unbound") || !terms.TryReadBindings(bindings)) return terms.Failure;
        var unbound = "raise";
        if (NamedOptions.ReadWord(task, options, "unbound", ref unbound, "raise", "leave") is { } wrong) return wrong;
        terms.LeavesUnbound = unbound == "leave";
        return terms.TrySubstitute(template, bindings, null, out var result) ? Quota.Check(task, result) : terms.Failure;
    }

    /// <summary>The names of the variables in a term, each once, in the order in which they occur.</summary>
    /// <example>term_variables({'edge, {'var, 'From}, {'var, 'To}, {'var, 'From}}) => {'From, 'To}</example>
    /// <exception cref="MooError">As for <c>term_unify()</c>.</exception>
    [Builtin("term_variables")]
    public static Value Variables(MooTask task, Value term, MooMap? options = null)
    {
        var terms = new Terms(task);
        if (!terms.TryReadOptions(options)) return terms.Failure;
        var (names, seen) = (MooList.Empty, MooMap.Empty);
        return terms.TryVisitVariables(term, name =>
        {
            if (seen.TryGet(name, out _)) return;
            seen = seen.Set(name, Value.Int(1));
            names = names.Append(name);
        }) ? Value.List(names) : terms.Failure;
    }

    /// <summary>Whether a term holds no variables.</summary>
    /// <example>term_ground({'edge, #10, {'var, 'To}}) => 0</example>
    /// <exception cref="MooError">As for <c>term_unify()</c>.</exception>
    [Builtin("term_ground")]
    public static Value Ground(MooTask task, Value term, MooMap? options = null)
    {
        var terms = new Terms(task);
        if (!terms.TryReadOptions(options)) return terms.Failure;
        var isGround = true;
        return terms.TryVisitVariables(term, _ => isGround = false) ? Value.Truth(isGround) : terms.Failure;
    }

    /// <summary>
    /// A term with the variables that have bindings replaced, and the others named <c>'V1</c>, <c>'V2</c>, … in the
    /// order in which they occur.
    /// </summary>
    /// <remarks>Two terms that differ only in the names of their variables become equal.</remarks>
    /// <example>term_normalize({{'var, 'Y}, {'var, 'X}, {'var, 'Y}}, ['X -> #10]) => {{'var, 'V1}, #10, {'var, 'V1}}</example>
    /// <exception cref="MooError">As for <c>term_unify()</c>.</exception>
    [Builtin("term_normalize")]
    public static Value Normalize(MooTask task, Value term, MooMap? bindings = null, MooMap? options = null)
    {
        var terms = new Terms(task);
        var bound = bindings ?? MooMap.Empty;
        if (!terms.TryReadOptions(options) || !terms.TryReadBindings(bound)) return terms.Failure;
        var names = MooMap.Empty;
        return terms.TrySubstitute(term, bound, Rename, out var result) ? Quota.Check(task, result) : terms.Failure;

        Value Rename(Value name)
        {
            if (names.TryGet(name, out var known)) return known;
            var variable = Terms.Variable(Value.Of(new MooSymbol($"V{names.Count + 1}")));
            names = names.Set(name, variable);
            return variable;
        }
    }

    /// <summary>
    /// Finds every way to prove a term from facts and rules: the list of what its variables stand for.
    /// </summary>
    /// <remarks>
    /// A rule is <c>{head, {term, …}}</c>: the head holds where all terms of the body hold; each variable of the head
    /// must occur in the body. Variables in facts and rules are their own in each use. Facts and rules are tried in
    /// their order. Options: <c>'max_depth</c> (32 rules inside each other), <c>'max_bindings</c> (256),
    /// <c>'max_solutions</c> (256), <c>'max_steps</c> (10000), <c>'dedupe</c> (true): give equal answers once, and do
    /// not go in circles.
    /// </remarks>
    /// <example>term_query({'edge, #1, {'var, 'To}}, {{'edge, #1, #2}, {'edge, #2, #3}}) => {['To -> #2]}</example>
    /// <exception cref="MooError">
    /// E_INVARG for a malformed variable, rule or option, and for too many bindings; E_MAXREC beyond a limit.
    /// </exception>
    [Builtin("term_query")]
    public static Value Query(MooTask task, Value query, MooList facts, MooList? rules = null,
        MooMap? bindings = null, MooMap? options = null)
    {
        var limits = new TermQuery.Limits();
        if (limits.TryRead(task, options) is { } wrong) return wrong;
        var prover = new TermQuery(task, limits);
        return prover.TryRead(query, facts, rules ?? MooList.Empty, bindings ?? MooMap.Empty) ? prover.Solve() : prover.Failure;
    }
}
