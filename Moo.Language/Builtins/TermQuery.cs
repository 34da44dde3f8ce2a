using Moo.Language.Execution;
using Moo.Store.Values;

namespace Moo.Language.Builtins;

/// <summary>
/// Proves a term from facts and rules: resolution, depth first, as Prolog does it without its extras.
/// </summary>
/// <remarks>
/// The places to come back to wait on a stack of their own: however many rules and facts a proof takes, C# does not
/// recurse. Used once.
/// </remarks>
internal sealed class TermQuery(MooTask task, TermQuery.Limits limits)
{
    private const int StepsPerTick = 8;

    private static readonly Value Not = Value.Of(new MooSymbol("not"));

    private readonly Terms _terms = new(task);
    private readonly TermUnifier _unifier = new(task);
    private readonly List<Term> _facts = [];
    private readonly List<(Term Head, Term[] Body)> _rules = [];
    private readonly List<(Value Name, Variable Cell)> _public = [];
    private readonly HashSet<string> _openQuestions = [];
    private Term _query = null!;
    private int _read;

    /// <summary>What to return when a method has failed.</summary>
    public Value Failure { get; private set; }

    /// <summary>Reads what is asked and what is known. False if something is malformed.</summary>
    public bool TryRead(Value query, MooList facts, MooList rules, MooMap bindings)
    {
        if (!_terms.TryReadBindings(bindings)) return Fail(_terms.Failure);
        var cells = new Dictionary<string, Variable>(StringComparer.OrdinalIgnoreCase);
        if (!TryCompile(query, cells, out _query)) return false;
        foreach (var (name, value) in bindings)
        {
            if (!TryCompile(Terms.Variable(name), cells, out var cell)) return false;
            ((Variable)cell).Bound = new Constant(value);
        }
        foreach (var (name, cell) in cells) _public.Add((Value.Of(new MooSymbol(name)), cell));
        foreach (var fact in facts)
        {
            if (!TryCompile(fact, [], out var term)) return false;
            _facts.Add(term);
        }
        foreach (var rule in rules)
            if (!TryReadRule(rule)) return false;
        return true;
    }

    private bool TryReadRule(Value rule)
    {
        if (!rule.TryList(out var parts) || parts.Count != 2 || !parts[1].TryList(out var body) || body.Count == 0)
            return Fail(task.RaiseHere(ErrorCode.E_INVARG, "a rule is {{head, {{term, …}}}}, not {0}", rule));
        var cells = new Dictionary<string, Variable>(StringComparer.OrdinalIgnoreCase);
        var terms = new Term[body.Count];
        for (var i = 0; i < terms.Length; i++)
        {
            if (body[i].TryList(out var goal) && goal.Count > 0 && goal[0] == Not)
                return Fail(task.RaiseHere(ErrorCode.E_INVARG, "a rule cannot ask for what does not hold: {0}", body[i]));
            if (!TryCompile(body[i], cells, out terms[i])) return false;
        }
        var known = cells.Count;
        if (!TryCompile(parts[0], cells, out var head)) return false;
        if (cells.Count > known)
            return Fail(task.RaiseHere(ErrorCode.E_INVARG, "each variable of a rule's head must occur in its body: {0}", rule));
        _rules.Add((head, terms));
        return true;
    }

    private bool TryCompile(Value value, Dictionary<string, Variable> cells, out Term term)
    {
        term = null!;
        if (++_read % StepsPerTick == 0 && !task.Spend(1)) return Fail(Value.Failure);
        if (!_terms.TryVariable(value, out var name)) return Fail(_terms.Failure);
        if (name is { } variable)
        {
            var spelling = ((MooSymbol)variable.Reference!).Name;
            if (!cells.TryGetValue(spelling, out var cell)) cells.Add(spelling, cell = new Variable());
            term = cell;
            return true;
        }
        var keys = value.TryMap(out var map) ? map.Keys() : null;
        var inner = keys is not null ? map!.Values() : value.TryList(out var list) ? list : null;
        if (inner is null)
        {
            term = new Constant(value);
            return true;
        }
        var parts = new Term[inner.Count];
        for (var i = 0; i < parts.Length; i++)
            if (!TryCompile(inner[i], cells, out parts[i])) return false;
        term = Array.TrueForAll(parts, part => part is Constant) ? new Constant(value) : new Compound(keys, parts);
        return true;
    }

    private bool Fail(Value failure)
    {
        Failure = failure;
        return false;
    }

    /// <summary>All answers; or the failure to return.</summary>
    public Value Solve()
    {
        var answers = new TermAnswers(task, limits.Solutions, limits.IsDeduped);
        var choices = new Stack<Choice>();
        if (Push(choices, new Goals(_query, 0, null), mayGoInCircles: true) is { } halted) return halted;
        for (var steps = 0; choices.TryPeek(out var choice) && !answers.AreComplete;)
        {
            _unifier.Undo(choice.Trail);
            var index = choice.Next++;
            if (choice.Goals is null)
            {
                if (answers.Add(Answer()) is { } tooMuch) return tooMuch;
                choices.Pop();
            }
            else if (index >= _facts.Count + _rules.Count)
            {
                choices.Pop();
                if (choice.Question is { } question) _openQuestions.Remove(question);
            }
            else
            {
                if (CheckStep(++steps) is { } stopped) return stopped;
                if (Try(choices, choice.Goals, index) is { } failure) return failure;
            }
            if (_unifier.Halt is { } halt) return halt;
        }
        return answers.AsList();
    }

    private Value? CheckStep(int steps)
    {
        if (steps > limits.Steps)
            return task.RaiseHere(ErrorCode.E_MAXREC, "the search may take {0} steps", Value.Int(limits.Steps));
        return steps % StepsPerTick != 0 || task.Spend(1) ? null : Value.Failure;
    }

    // Proves the first goal by a fact or a rule, if that one fits, and makes what is left the next choice.
    private Value? Try(Stack<Choice> choices, Goals goals, int index)
    {
        var cells = new Dictionary<Variable, Variable>();
        var isFact = index < _facts.Count;
        var (head, body) = isFact ? (_facts[index], []) : _rules[index - _facts.Count];
        if (!_unifier.Unify(goals.First, _unifier.Fresh(head, cells))) return null;
        if (_unifier.TrailLength > limits.Bindings)
            return task.RaiseHere(ErrorCode.E_INVARG, "there may be {0} bindings", Value.Int(limits.Bindings));
        if (!isFact && goals.Depth >= limits.Depth)
            return task.RaiseHere(ErrorCode.E_MAXREC, "rules may go {0} deep", Value.Int(limits.Depth));
        var left = goals.Rest;
        for (var i = body.Length - 1; i >= 0; i--) left = new Goals(_unifier.Fresh(body[i], cells), goals.Depth + 1, left);
        return Push(choices, left, mayGoInCircles: !isFact);
    }

    // A choice that asks for the very same as one that is still open would go in circles: its answers are found there.
    private Value? Push(Stack<Choice> choices, Goals? goals, bool mayGoInCircles)
    {
        string? question = null;
        if (mayGoInCircles && limits.IsDeduped && _rules.Count > 0)
        {
            question = TermAnswers.Digest(task, Question(goals));
            if (question is null) return Value.Failure;
        }
        if (question is null || _openQuestions.Add(question)) choices.Push(new Choice(goals, _unifier.TrailLength, question));
        return null;
    }

    // What is left to prove and what is known so far; the names of unbound variables do not matter.
    private Value Question(Goals? goals)
    {
        var names = new Dictionary<Variable, int>();
        var parts = _public.Select(each => _unifier.Show(each.Cell, names)).ToList();
        for (; goals is not null; goals = goals.Rest) parts.Add(_unifier.Show(goals.First, names));
        return Value.List([.. parts]);
    }

    private MooMap Answer()
    {
        var names = new Dictionary<Variable, int>();
        var answer = MooMap.Empty;
        foreach (var (name, cell) in _public)
            if (TermUnifier.Resolve(cell) is not Variable) answer = answer.Set(name, _unifier.Show(cell, names));
        return answer;
    }

    // What is left to prove, first goal first.
    private sealed record Goals(Term First, int Depth, Goals? Rest);

    // A place to come back to: what is left to prove there, and which fact or rule is to be tried next.
    private sealed class Choice(Goals? goals, int trail, string? question)
    {
        public Goals? Goals => goals;

        public int Trail => trail;

        public string? Question => question;

        public int Next { get; set; }
    }

    /// <summary>How far a search may go.</summary>
    internal sealed class Limits
    {
        public int Depth = 32;
        public int Bindings = 256;
        public int Solutions = 256;
        public int Steps = 10_000;

        public bool IsDeduped { get; private set; } = true;

        /// <summary>Reads them from options. What to return if one is wrong.</summary>
        public Value? TryRead(MooTask task, MooMap? options)
        {
            IsDeduped = NamedOptions.Find(options, "dedupe") is not { IsTrue: false };
            return NamedOptions.Check(task, options, "max_depth", "max_bindings", "max_solutions", "max_steps", "dedupe")
                ?? NamedOptions.ReadPositive(task, options, "max_depth", ref Depth)
                ?? NamedOptions.ReadPositive(task, options, "max_bindings", ref Bindings)
                ?? NamedOptions.ReadPositive(task, options, "max_solutions", ref Solutions)
                ?? NamedOptions.ReadPositive(task, options, "max_steps", ref Steps);
        }
    }
}
