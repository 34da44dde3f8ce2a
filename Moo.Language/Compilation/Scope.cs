using Moo.Language.Execution;

namespace Moo.Language.Compilation;

/// <summary>Which slot a name means: the innermost block's variable of that name, else the verb-wide one.</summary>
internal sealed class Scope
{
    private readonly VerbScope _verb;
    private readonly Scope? _outer;
    private readonly Dictionary<string, Variable> _declared = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The scope of a whole verb.</summary>
    /// <param name="assigned">The names that the verb assigns to: they are variables even where they could be something else.</param>
    public Scope(IReadOnlySet<string> assigned) => _verb = new VerbScope(assigned);

    /// <summary>The scope of a block.</summary>
    public Scope(Scope outer)
    {
        _outer = outer;
        _verb = outer._verb;
    }

    /// <summary>The variables' names by slot.</summary>
    public IReadOnlyList<string> Variables => _verb.Names;

    /// <summary>The predefined variables that have slots because the program assigns to them.</summary>
    public IReadOnlyList<(int Slot, BuiltInVariable Variable)> AssignedBuiltIns => _verb.AssignedBuiltIns;

    /// <summary>The variable that a name means; null if it is none: a predefined variable that is never assigned, a constant, an error.</summary>
    public Variable? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
            if (scope._declared.TryGetValue(name, out var variable)) return variable;
        return _verb.Find(name);
    }

    /// <summary>The verb-wide variable of a name, made if need be.</summary>
    public Variable Global(string name) => _verb.FindOrMake(name);

    /// <summary>Makes a variable of this block; null if the block has one of this name already.</summary>
    public Variable? Declare(string name, bool isConstant)
    {
        if (_declared.ContainsKey(name)) return null;
        var variable = new Variable(name, _verb.NewSlot(name), isConstant);
        _declared.Add(name, variable);
        return variable;
    }

    internal sealed record Variable(string Name, int Slot, bool IsConstant);

    private sealed class VerbScope(IReadOnlySet<string> assigned)
    {
        private readonly Dictionary<string, Variable> _globals = new(StringComparer.OrdinalIgnoreCase);

        public List<string> Names { get; } = [];

        public List<(int, BuiltInVariable)> AssignedBuiltIns { get; } = [];

        public int NewSlot(string name)
        {
            Names.Add(name);
            return Names.Count - 1;
        }

        public Variable? Find(string name)
        {
            if (_globals.TryGetValue(name, out var known)) return known;
            var isBuiltIn = BuiltInVariables.TryFind(name, out _) || BuiltInVariables.TryConstant(name, out _)
                || name.StartsWith("E_", StringComparison.OrdinalIgnoreCase);
            return isBuiltIn && !assigned.Contains(name) ? null : FindOrMake(name);
        }

        public Variable FindOrMake(string name)
        {
            if (_globals.TryGetValue(name, out var known)) return known;
            var variable = new Variable(name, NewSlot(name), false);
            _globals.Add(name, variable);
            if (BuiltInVariables.TryFind(name, out var builtIn)) AssignedBuiltIns.Add((variable.Slot, builtIn));
            return variable;
        }
    }
}
