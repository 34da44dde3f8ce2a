using Moo.Language.Builtins;
using Moo.Language.Execution;
using Moo.Language.Execution.Nodes;
using Moo.Language.Execution.Steps;
using Moo.Language.Syntax;
using Moo.Store.Values;

namespace Moo.Language.Compilation;

/// <summary>Turns statements into steps: one <c>switch</c> is the index of the language's statements.</summary>
internal sealed class StatementCompiler
{
    private readonly SourceText _source;
    private readonly BuiltinTable _builtins;
    private readonly Emitter _emitter;
    private readonly ExpressionCompiler _expressions;
    private readonly Queue<(Label Start, IReadOnlyList<Statement> Body, Scope Scope, HashSet<int> Assigned)> _forks = new();
    private Scope _scope;
    private Context? _context;
    private int _loops;

    public StatementCompiler(SourceText source, BuiltinTable builtins, NameSurvey names, LeavingSurvey leaving)
    {
        _source = source;
        _builtins = builtins;
        // Names and declarations bound the number of variables; temporaries come behind them.
        _emitter = new Emitter(names.Names.Count + names.Called.Count + names.Declarations);
        _scope = new Scope(names.Assigned);
        _expressions = new ExpressionCompiler(this, _emitter, source, builtins, names, leaving, Diagnostics);
    }

    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>The variables that surely have a value right now.</summary>
    public AssignedVariables Assigned { get; } = new();

    /// <summary>The scope in which names are looked up right now.</summary>
    public Scope Scope => _scope;

    /// <summary>Compiles a whole program.</summary>
    public void Body(IReadOnlyList<Statement> statements)
    {
        Statements(statements);
        End();
        // Bodies of forks stand behind everything else, so that no handler around a fork covers what it starts.
        while (_forks.TryDequeue(out var fork))
        {
            _emitter.Place(fork.Start);
            (_scope, _context) = (fork.Scope, null);
            Assigned.Restore(fork.Assigned);
            Block(fork.Body);
            End();
        }
    }

    private void End() =>
        _emitter.Emit(new ReturnStep(new ConstantNode(Value.Int(0))) { Span = new SourceSpan(_source.Text.Length, 0) });

    /// <summary>The program.</summary>
    /// <param name="isLambda">Whether it is a lambda's.</param>
    /// <param name="captured">The names whose values a lambda captured.</param>
    /// <param name="ownName">The name by which a lambda may call itself, or null.</param>
    public Program Finish(bool isLambda, IReadOnlyList<string> captured, string? ownName)
    {
        var capturedSlots = captured.Select(name => (name, _scope.Global(name).Slot)).ToArray();
        return new Program
        {
            Steps = _emitter.FinishSteps(),
            Handlers = _emitter.FinishHandlers(),
            Variables = [.. _scope.Variables],
            SlotCount = Math.Max(_emitter.SlotCount, _scope.Variables.Count),
            Unsure = [.. Assigned.Unsure.Union(capturedSlots.Select(captured => captured.Slot))],
            AssignedBuiltIns = [.. _scope.AssignedBuiltIns],
            Source = _source,
            Builtins = _builtins,
            IsLambda = isLambda,
            Captured = capturedSlots,
            OwnName = ownName,
        };
    }

    private void Statements(IReadOnlyList<Statement> statements)
    {
        foreach (var statement in statements)
        {
            var temporaries = _emitter.Temporaries;
            Compile(statement);
            _emitter.ReleaseTemporaries(temporaries);
        }
    }

    private void Block(IReadOnlyList<Statement> statements) => InBlock(() => Statements(statements));

    /// <summary>Compiles something in a block of its own.</summary>
    public void InBlock(Action content)
    {
        var outer = _scope;
        _scope = new Scope(outer);
        content();
        _scope = outer;
    }

    private void Compile(Statement statement)
    {
        switch (statement)
        {
            case ExpressionStatement s:
                _expressions.Effect(s.Expression);
                break;
            case IfStatement s:
                If(s);
                break;
            case ForInStatement s:
                ForIn(s);
                break;
            case ForRangeStatement s:
                ForRange(s);
                break;
            case WhileStatement s:
                While(s);
                break;
            case ForkStatement s:
                Fork(s);
                break;
            case TryStatement s:
                Try(s);
                break;
            case ReturnStatement s:
                Return(s.Value, s.Span);
                break;
            case BreakStatement s:
                Jump(s.Name, isBreak: true, s.Span);
                break;
            case ContinueStatement s:
                Jump(s.Name, isBreak: false, s.Span);
                break;
            case BlockStatement s:
                Block(s.Body);
                break;
            case DeclarationStatement s:
                Declare(s);
                break;
            case ScatterDeclarationStatement s:
                DeclareScatter(s);
                break;
            case FunctionStatement s:
                var function = Declare(s.Name, DeclarationKind.Let, s.Span);
                _emitter.Emit(new AssignStep(function, _expressions.Lambda(s.Function, s.Span)) { Span = s.Span });
                Assigned.Add(function);
                break;
            default:
                throw new InvalidOperationException($"No steps for {statement.GetType().Name}.");
        }
    }

    private void If(IfStatement s)
    {
        var end = new Label();
        var ways = new List<HashSet<int>>();
        foreach (var (test, body) in s.Branches)
        {
            var next = new Label();
            _expressions.JumpIfFalse(test, next);
            var otherwise = Assigned.Save();
            Block(body);
            if (!Ends(body)) ways.Add(Assigned.Save());
            _emitter.Jump(end, s.Span);
            _emitter.Place(next);
            Assigned.Restore(otherwise);
        }
        if (s.Else is not null) Block(s.Else);
        if (s.Else is null || !Ends(s.Else)) ways.Add(Assigned.Save());
        Assigned.Join(ways);
        _emitter.Place(end);
    }

    // Whether nothing goes on behind these statements.
    private static bool Ends(IReadOnlyList<Statement> statements) =>
        statements.Count > 0 && statements[^1] is ReturnStatement or BreakStatement or ContinueStatement;

    private void ForIn(ForInStatement s)
    {
        var collection = _expressions.Value(s.Collection);
        var state = _emitter.Temporary();
        _emitter.Temporary();
        var value = Assignable(s.Value, s.Span);
        var key = s.Key is null ? -1 : Assignable(s.Key, s.Span);
        var loop = new LoopContext(_context, ++_loops, s.Value, s.Key);
        _emitter.Emit(new StartForStep(state, collection) { Span = s.Collection.Span }, loop.Continue);
        LoopBody(loop, s.Body, new NextForStep(state, value, key) { Span = s.Collection.Span }, value, key);
    }

    private void ForRange(ForRangeStatement s)
    {
        var ends = _expressions.Values([s.From, s.To]);
        var state = _emitter.Temporary();
        _emitter.Temporary();
        var slot = Assignable(s.Name, s.Span);
        var loop = new LoopContext(_context, ++_loops, s.Name, null);
        _emitter.Emit(new StartForRangeStep(state, ends[0], ends[1]) { Span = s.From.Span }, loop.Continue);
        LoopBody(loop, s.Body, new NextForRangeStep(state, slot) { Span = s.From.Span }, slot);
    }

    private void While(WhileStatement s)
    {
        var loop = new LoopContext(_context, ++_loops, s.Name, null);
        // The variable a loop is named after gets the test's value each turn (LambdaMOO).
        var test = s.Name is null ? s.Test : new AssignExpr(new NameExpr(s.Name, s.Test.Span), s.Test, s.Test.Span);
        _expressions.NoteLeaving(test, s.Test);
        var outside = Assigned.Save();
        _emitter.Jump(loop.Continue, s.Span);
        var body = _emitter.PlaceNew();
        _context = loop;
        Block(s.Body);
        _context = loop.Outer;
        Assigned.Restore(outside);
        _emitter.Place(loop.Continue);
        _expressions.JumpIfTrue(test, body);
        _emitter.Place(loop.Break);
        Assigned.Restore(outside);
    }

    // The test for another turn stands behind the body: one jump a turn instead of two.
    private void LoopBody(LoopContext loop, IReadOnlyList<Statement> statements, JumpingStep next, params ReadOnlySpan<int> variables)
    {
        var outside = Assigned.Save();
        foreach (var slot in variables) Assigned.Add(slot);
        var body = _emitter.PlaceNew();
        _context = loop;
        Block(statements);
        _context = loop.Outer;
        _emitter.Place(loop.Continue);
        _emitter.Emit(next, body);
        _emitter.Place(loop.Break);
        Assigned.Restore(outside);
    }

    private void Fork(ForkStatement s)
    {
        var delay = _expressions.Value(s.Delay);
        var slot = s.Name is null ? -1 : Assignable(s.Name, s.Span);
        var start = new Label();
        _emitter.Emit(new ForkStep(delay, slot) { Span = s.Delay.Span }, start);
        _forks.Enqueue((start, s.Body, _scope, Assigned.Save()));
    }

    private void Try(TryStatement s)
    {
        if (s.Finally is null)
        {
            TryExcept(s);
            return;
        }
        var finallyContext = new FinallyContext(_context, _emitter.Temporary());
        _emitter.Temporary();
        var before = Assigned.Save();
        var start = _emitter.PlaceNew();
        _context = finallyContext;
        if (s.Excepts.Count > 0) TryExcept(s);
        else Block(s.Body);
        _context = finallyContext.Outer;
        var end = _emitter.PlaceNew();
        _emitter.Emit(new CompleteStep(finallyContext.KindSlot, Completion.Normal) { Span = s.Span });
        _emitter.Place(finallyContext.Start);
        // The clause runs however the part before it ended, so what that assigned is not sure in it, nor behind it.
        Assigned.Restore(before);
        Block(s.Finally);
        EndFinally(finallyContext, s.Span);
        _emitter.Cover(start, end, finallyContext.Start, null, -1, finallyContext.KindSlot + 1, HandlerKind.Finally);
    }

    // How the finally clause goes on: past it, or as the part before it was left. Each such exit goes on from here outwards.
    private void EndFinally(FinallyContext context, SourceSpan span)
    {
        var exits = new List<JumpStep>();
        foreach (var _ in context.Exits) exits.Add(new JumpStep { Span = span });
        _emitter.Emit(new EndFinallyStep(context.KindSlot, [.. exits]) { Span = span });
        var past = new Label();
        _emitter.Jump(past, span);
        for (var i = 0; i < exits.Count; i++)
        {
            var way = new Label();
            _emitter.Emit(exits[i], way);
            _emitter.Place(way);
            context.Exits[i](context.KindSlot + 1);
        }
        _emitter.Place(past);
    }

    private void TryExcept(TryStatement s)
    {
        var clauses = s.Excepts.Select(clause => (Clause: clause, Codes: CodesOf(clause))).ToList();
        var after = new Label();
        var before = Assigned.Save();
        var ways = new List<HashSet<int>>();
        var start = _emitter.PlaceNew();
        Block(s.Body);
        if (!Ends(s.Body)) ways.Add(Assigned.Save());
        var end = _emitter.PlaceNew();
        _emitter.Jump(after, s.Span);
        foreach (var (clause, (codes, codesSlot)) in clauses)
        {
            Assigned.Restore(before);
            var handler = _emitter.PlaceNew();
            var slot = clause.Name is null ? -1 : Assignable(clause.Name, clause.Span);
            if (slot >= 0) Assigned.Add(slot);
            _emitter.Cover(start, end, handler, codes, codesSlot, slot, HandlerKind.Except);
            Block(clause.Body);
            if (!Ends(clause.Body)) ways.Add(Assigned.Save());
            _emitter.Jump(after, clause.Span);
        }
        Assigned.Join(ways);
        _emitter.Place(after);
    }

    private (ErrorCode[]? Codes, int Slot) CodesOf(ExceptClause clause)
    {
        if (clause.Codes is null) return (null, -1);
        if (_expressions.ConstantCodes(clause.Codes) is { } codes) return (codes, -1);
        // Codes that have to be computed are computed before the body (LambdaMOO).
        var slot = _emitter.Temporary();
        _expressions.Into(new ListExpr(clause.Codes, clause.Span), slot);
        return (null, slot);
    }

    // ---- leaving: return, break and continue go through the finally clauses on their way

    public void Return(Expr? value, SourceSpan span)
    {
        for (var context = _context; context is not null; context = context.Outer)
        {
            if (context is not FinallyContext finallyContext) continue;
            if (value is null) _emitter.Emit(new AssignStep(finallyContext.KindSlot + 1, new ConstantNode(Value.Int(0))) { Span = span });
            else _expressions.Into(value, finallyContext.KindSlot + 1);
            ReturnThrough(finallyContext, span);
            return;
        }
        _emitter.Emit(new ReturnStep(value is null ? new ConstantNode(Value.Int(0)) : _expressions.Value(value)) { Span = span });
    }

    // The value to return is in the slot behind the kind.
    private void ReturnThrough(FinallyContext context, SourceSpan span)
    {
        var outer = context.Outer;
        while (outer is not null and not FinallyContext) outer = outer.Outer;
        Leave(context, "return", span, slot =>
        {
            if (outer is FinallyContext next)
            {
                _emitter.Emit(new AssignStep(next.KindSlot + 1, new TemporaryNode(slot)) { Span = span });
                ReturnThrough(next, span);
            }
            else
            {
                _emitter.Emit(new ReturnStep(new TemporaryNode(slot)) { Span = span });
            }
        });
    }

    private void Jump(string? name, bool isBreak, SourceSpan span)
    {
        var word = isBreak ? "break" : "continue";
        LoopContext? loop = null;
        for (var context = _context; context is not null && loop is null; context = context.Outer)
            if (context is LoopContext candidate && (name is null || candidate.IsNamed(name))) loop = candidate;
        if (loop is null)
        {
            var close = name is null ? null : Spelling.Closest(name, LoopNames());
            Diagnostics.Add(new Diagnostic(span, name is null ? $"'{word}' outside any loop"
                : $"there is no loop named '{name}' around this '{word}'{(close is null ? "" : $"; did you mean '{close}'?")}"));
            return;
        }
        JumpFrom(_context, loop, isBreak, span);
    }

    private void JumpFrom(Context? from, LoopContext loop, bool isBreak, SourceSpan span)
    {
        for (var context = from; context != loop; context = context!.Outer)
        {
            if (context is not FinallyContext finallyContext) continue;
            var outer = finallyContext.Outer;
            Leave(finallyContext, (isBreak ? "break " : "continue ") + loop.Number, span, _ => JumpFrom(outer, loop, isBreak, span));
            return;
        }
        _emitter.Jump(isBreak ? loop.Break : loop.Continue, span);
    }

    private void Leave(FinallyContext context, string what, SourceSpan span, Action<int> goOn)
    {
        var exit = context.ExitFor(what, goOn);
        _emitter.Emit(new CompleteStep(context.KindSlot, Completion.FirstExit + exit) { Span = span });
        _emitter.Jump(context.Start, span);
    }

    // ---- variables

    /// <summary>The slot of a variable that is assigned to.</summary>
    public int Assignable(string name, SourceSpan span)
    {
        var variable = _scope.Find(name) ?? _scope.Global(name);
        if (variable.IsConstant) Diagnostics.Add(new Diagnostic(span, $"the constant '{name}' cannot be assigned to again"));
        return variable.Slot;
    }

    private int Declare(string name, DeclarationKind kind, SourceSpan span)
    {
        if (kind == DeclarationKind.Global) return _scope.Global(name).Slot;
        if (_scope.Declare(name, kind == DeclarationKind.Const) is { } variable) return variable.Slot;
        Diagnostics.Add(new Diagnostic(span, $"'{name}' is declared twice in this block"));
        return _scope.Find(name)!.Slot;
    }

    /// <summary>Makes a variable of the block around, in which the name is new.</summary>
    public int DeclareHidden(string name) => (_scope.Declare(name, isConstant: false) ?? _scope.Find(name)!).Slot;

    private void Declare(DeclarationStatement s)
    {
        if (s.Value is null)
        {
            var fresh = Declare(s.Name, s.Kind, s.Span);
            if (s.Kind != DeclarationKind.Let) return;
            _emitter.Emit(new AssignStep(fresh, new ConstantNode(Value.Int(0))) { Span = s.Span });
            Assigned.Add(fresh);
            return;
        }
        // The value is computed before the name means the new variable.
        var value = _expressions.Value(s.Value);
        var slot = Declare(s.Name, s.Kind, s.Span);
        _emitter.Emit(new AssignStep(slot, value) { Span = s.Span });
        Assigned.Add(slot);
    }

    private void DeclareScatter(ScatterDeclarationStatement s)
    {
        var source = _emitter.Temporary();
        _expressions.Into(s.Value, source);
        var slots = s.Pattern.Targets.Select(target => Declare(target.Name, s.Kind, target.Span)).ToArray();
        _expressions.Scatter(s.Pattern, slots, new TemporaryNode(source), s.Span);
    }

    // ---- what is around a statement

    private abstract class Context(Context? outer)
    {
        public Context? Outer => outer;
    }

    private IEnumerable<string> LoopNames()
    {
        for (var context = _context; context is not null; context = context.Outer)
            foreach (var name in (context as LoopContext)?.Names ?? []) yield return name;
    }

    private sealed class LoopContext(Context? outer, int number, string? name, string? secondName) : Context(outer)
    {
        public Label Break { get; } = new();

        public Label Continue { get; } = new();

        /// <summary>Tells loops of one name apart.</summary>
        public int Number => number;

        public IEnumerable<string> Names => new[] { name, secondName }.OfType<string>();

        public bool IsNamed(string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase)
            || secondName is not null && string.Equals(secondName, other, StringComparison.OrdinalIgnoreCase);
    }

    private sealed class FinallyContext(Context? outer, int kindSlot) : Context(outer)
    {
        private readonly List<string> _names = [];

        public int KindSlot => kindSlot;

        public Label Start { get; } = new();

        /// <summary>How to go on behind the clause, given the slot of what goes with the completion.</summary>
        public List<Action<int>> Exits { get; } = [];

        public int ExitFor(string name, Action<int> goOn)
        {
            var known = _names.IndexOf(name);
            if (known >= 0) return known;
            _names.Add(name);
            Exits.Add(goOn);
            return _names.Count - 1;
        }
    }
}
