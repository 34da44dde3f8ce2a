using Moo.Language.Syntax;
using Moo.Store.Values;

namespace Moo.Language.Textdump;

/// <summary>Lays a program out as the compilers of LambdaMOO and ToastStunt do, to tell which call a stored place means.</summary>
/// <remarks>
/// A textdump names the place where a task stands by the number of bytes before it in code that is not in the file: whoever loads it must
/// know what the compiler would make of the program. Sources: LambdaMOO's <c>MOOCodeSequences.txt</c> and <c>code_gen.c</c>. A reference (to a
/// literal, a fork, a variable, a label) takes 1, 2 or 4 bytes, which is known only at the end of a body; so places are counted in
/// <see cref="CodePlace"/>.
/// </remarks>
internal sealed class LambdaMooLayout
{
    private const int ReadyVariables = 32;
    private const int SmallestInteger = -10;

    private readonly LayoutVariant _variant;
    private readonly Dictionary<string, int> _slots;
    private readonly HashSet<string> _literals = new(StringComparer.Ordinal);
    private readonly List<Body> _forks = [];
    private int _variableReferences;
    private Body _body = new();

    private LambdaMooLayout(LayoutVariant variant, Dictionary<string, int> slots) => (_variant, _slots) = (variant, slots);

    /// <summary>Whether the program has something that those compilers do not know, or a variable that the task does not have.</summary>
    private bool IsStrange { get; set; }

    /// <summary>The calls of a program by the place behind them; null if the program is none of those compilers'.</summary>
    /// <param name="program">The program.</param>
    /// <param name="variables">The names of the task's variables, in the order of their numbers.</param>
    /// <param name="vector">-1 for the main part, else the number of the fork whose body is meant.</param>
    /// <param name="variant">How the compiler does what not all do alike.</param>
    public static Dictionary<long, CallSite>? Calls(IReadOnlyList<Statement> program, IEnumerable<string> variables, long vector, LayoutVariant variant)
    {
        var slots = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in variables) slots.TryAdd(name, slots.Count);
        var layout = new LambdaMooLayout(variant, slots);
        var main = layout.LayOut(program);
        var body = vector < 0 ? main : vector < layout._forks.Count ? layout._forks[(int)vector] : null;
        return layout.IsStrange ? null : body?.Calls.ToDictionary(site => body.Bytes(site.Behind));
    }

    private Body LayOut(IReadOnlyList<Statement> statements)
    {
        var outer = _body;
        var body = _body = new Body();
        Statements(statements);
        Byte();
        // The numbers of all references so far, not those of this body: an old mistake that places depend on (code_gen.c).
        body.Settle(Math.Max(body.LargestLiteral, _literals.Count), Math.Max(body.LargestFork, _forks.Count), Math.Max(body.LargestVariable, _variableReferences));
        _body = outer;
        return body;
    }

    // ---- parts of instructions

    private void Byte(int count = 1) => _body.Place = _body.Place with { Bytes = _body.Place.Bytes + count };

    private void Label() => _body.Place = _body.Place with { Bytes = _body.Place.Bytes + 1, Labels = _body.Place.Labels + 1 };

    private void Literal(Value value)
    {
        var text = $"{value.Kind} {Store.Values.Literal.Of(value, exactFloats: true)}";
        _literals.Add(text);
        _body.LargestLiteral = Math.Max(_body.LargestLiteral, _literals.Count - 1);
        _body.Place = _body.Place with { Bytes = _body.Place.Bytes + 1, Literals = _body.Place.Literals + 1 };
    }

    private void VariableReference(string name)
    {
        var slot = Slot(name);
        _body.LargestVariable = Math.Max(_body.LargestVariable, slot);
        _variableReferences++;
        _body.Place = _body.Place with { Bytes = _body.Place.Bytes + 1, Variables = _body.Place.Variables + 1 };
    }

    private int Slot(string name)
    {
        if (_slots.TryGetValue(name, out var slot)) return slot;
        IsStrange = true;
        return 0;
    }

    // PUSH or PUT: one instruction for each of the first variables, one with a reference for all others.
    private void VariableInstruction(string name)
    {
        Byte();
        if (Slot(name) >= ReadyVariables) VariableReference(name);
    }

    private void Push(Pending entry) => _body.Stack.Add(entry);

    private void Push(Expr expression) => Push(new Pending(PendingKind.Operand, expression));

    private void Pop(int count = 1) => _body.Stack.RemoveRange(_body.Stack.Count - count, count);

    // ---- statements

    private void Statements(IReadOnlyList<Statement> statements)
    {
        foreach (var statement in statements) Statement(statement);
    }

    private void Statement(Statement statement)
    {
        switch (statement)
        {
            case ExpressionStatement s:
                Value(s.Expression);
                Byte();
                Pop();
                break;
            case IfStatement s:
                foreach (var (test, body) in s.Branches)
                {
                    Value(test);
                    Byte();
                    Label();
                    Pop();
                    Statements(body);
                    Byte();
                    Label();
                }
                Statements(s.Else ?? []);
                break;
            case ForInStatement s:
                ForIn(s);
                break;
            case ForRangeStatement s:
                Value(s.From);
                Value(s.To);
                Pop(2);
                Byte();
                VariableReference(s.Name);
                Label();
                Loop(s, PendingKind.NextNumber, PendingKind.LastNumber, s.Body);
                break;
            case WhileStatement s:
                Value(s.Test);
                Byte(s.Name is null ? 1 : 2);
                if (s.Name is not null) VariableReference(s.Name);
                Label();
                Pop();
                Statements(s.Body);
                Byte();
                Label();
                break;
            case ForkStatement s:
                Fork(s);
                break;
            case ReturnStatement s:
                if (s.Value is not null) Value(s.Value);
                if (s.Value is not null) Pop();
                Byte();
                break;
            case TryStatement s:
                Try(s);
                break;
            case BreakStatement s:
                Leave(s.Name);
                break;
            case ContinueStatement s:
                Leave(s.Name);
                break;
            default:
                IsStrange = true;
                break;
        }
    }

    private void ForIn(ForInStatement s)
    {
        Value(s.Collection);
        Pop();
        if (_variant.HasIterators)
        {
            // The place begins as "none", a literal.
            Byte();
            Literal(Store.Values.Value.Unset);
            Byte(2);
        }
        else
        {
            // The place begins as the number 1.
            Byte(2);
        }
        VariableReference(s.Value);
        if (s.Key is not null) VariableReference(s.Key);
        IsStrange |= s.Key is not null && !_variant.HasIterators;
        Label();
        Loop(s, PendingKind.Collection, PendingKind.Place, s.Body);
    }

    private void Loop(Statement loop, PendingKind first, PendingKind second, IReadOnlyList<Statement> body)
    {
        Push(new Pending(first, loop));
        Push(new Pending(second, loop));
        Statements(body);
        Byte();
        Label();
        Pop(2);
    }

    private void Fork(ForkStatement s)
    {
        Value(s.Delay);
        Byte();
        var body = LayOut(s.Body);
        _body.LargestFork = Math.Max(_body.LargestFork, _forks.Count);
        _forks.Add(body);
        _body.Place = _body.Place with { Bytes = _body.Place.Bytes + 1, Forks = _body.Place.Forks + 1 };
        if (s.Name is not null) VariableReference(s.Name);
        Pop();
    }

    private void Try(TryStatement s)
    {
        if (s.Finally is null)
        {
            TryExcept(s);
            return;
        }
        IsStrange |= s.Excepts.Count > 0;
        Byte(2);
        Label();
        Push(new Pending(PendingKind.FinallyMark, s));
        Statements(s.Body);
        Byte(2);
        Pop();
        Push(new Pending(PendingKind.EndedWith, s));
        Push(new Pending(PendingKind.Ended, s));
        Statements(s.Finally);
        Byte(2);
        Pop(2);
    }

    private void TryExcept(TryStatement s)
    {
        foreach (var clause in s.Excepts)
        {
            Codes(clause.Codes, clause);
            Byte(2);
            Label();
            Push(new Pending(PendingKind.HandlerPlace, clause));
        }
        Byte(3);
        Push(new Pending(PendingKind.CatchMark, s));
        Statements(s.Body);
        Byte(2);
        Label();
        Pop(2 * s.Excepts.Count + 1);
        for (var i = 0; i < s.Excepts.Count; i++)
        {
            if (s.Excepts[i].Name is { } name) VariableInstruction(name);
            Byte();
            Statements(s.Excepts[i].Body);
            if (i + 1 == s.Excepts.Count) continue;
            Byte();
            Label();
        }
    }

    private void Codes(IReadOnlyList<Expr>? codes, object source)
    {
        if (codes is null)
        {
            Byte();
        }
        else
        {
            Elements(codes, source);
            Pop();
        }
        Push(new Pending(PendingKind.Codes, source));
    }

    // EXIT or EXIT_ID, the name, the depth of the stack, the place.
    private void Leave(string? name)
    {
        Byte(2);
        if (name is not null) VariableReference(name);
        Byte();
        Label();
    }

    // ---- expressions

    private void Value(Expr expression)
    {
        switch (expression)
        {
            case LiteralExpr e:
                Constant(e.Value);
                Push(e);
                break;
            case UnaryExpr { Operator: UnaryOperator.Negate, Operand: LiteralExpr { Value: var value } } e when value.IsInt || value.IsFloat:
                Constant(value.IsInt ? Store.Values.Value.Int(-value.AsInt) : Store.Values.Value.Float(-value.AsFloat));
                Push(e);
                break;
            case NameExpr e when ErrorCode.IsBuiltIn(e.Name) && !_slots.ContainsKey(e.Name):
                Byte();
                Literal(Store.Values.Value.Err(ErrorCode.Find(e.Name)!));
                Push(e);
                break;
            case NameExpr e when e.Name.ToUpperInvariant() is "TRUE" or "FALSE" && !_slots.ContainsKey(e.Name):
                Byte();
                Literal(Store.Values.Value.Bool(e.Name.Length == "true".Length));
                Push(e);
                break;
            case NameExpr e:
                VariableInstruction(e.Name);
                Push(e);
                break;
            case UnaryExpr e:
                Value(e.Operand);
                Byte(e.Operator == UnaryOperator.Complement ? 2 : 1);
                Replace(1, e);
                break;
            case BinaryExpr e:
                Value(e.Left);
                Value(e.Right);
                Byte(e.Operator is BinaryOperator.Power or >= BinaryOperator.BitAnd ? 2 : 1);
                Replace(2, e);
                break;
            case LogicalExpr e:
                Value(e.Left);
                Byte();
                Label();
                Pop();
                Value(e.Right);
                Replace(1, e);
                break;
            case ConditionalExpr e:
                Value(e.Test);
                Byte();
                Label();
                Pop();
                Value(e.Yes);
                Byte();
                Label();
                Pop();
                Value(e.No);
                Replace(1, e);
                break;
            default:
                Compound(expression);
                break;
        }
    }

    private void Replace(int count, Expr by)
    {
        Pop(count);
        Push(by);
    }

    private void Constant(Value value)
    {
        Byte();
        if (!value.IsInt || value.AsInt < SmallestInteger || value.AsInt > _variant.LargestInteger) Literal(value);
    }

    private void Compound(Expr expression)
    {
        switch (expression)
        {
            case PropertyExpr e:
                Value(e.Target);
                Value(e.Name);
                Byte();
                Replace(2, e);
                break;
            case IndexExpr e:
                Value(e.Base);
                Value(e.Index);
                Byte();
                Replace(2, e);
                break;
            case RangeExpr e:
                Value(e.Base);
                Value(e.From);
                Value(e.To);
                Byte();
                Replace(3, e);
                break;
            case LastIndexExpr or FirstIndexExpr:
                Byte(3);
                Push(expression);
                break;
            case ListExpr e:
                Elements(e.Elements, e);
                Replace(1, e);
                break;
            case MapExpr e:
                Map(e);
                break;
            case FunctionCallExpr e:
                Elements(e.Arguments, e);
                Pop();
                Byte(2);
                _body.Calls.Add(new CallSite(e, _body.Place, [.. _body.Stack]));
                Push(e);
                break;
            case VerbCallExpr e:
                Value(e.Target);
                Value(e.Name);
                Elements(e.Arguments, e);
                Pop(3);
                Byte();
                _body.Calls.Add(new CallSite(e, _body.Place, [.. _body.Stack]));
                Push(e);
                break;
            case AssignExpr e:
                Assign(e);
                break;
            case ScatterExpr e:
                Scatter(e);
                break;
            case CatchExpr e:
                Catch(e);
                break;
            default:
                IsStrange = true;
                Push(expression);
                break;
        }
    }

    private void Elements(IReadOnlyList<Expr> elements, object source)
    {
        if (elements.Count == 0)
        {
            Byte();
            Push(new Pending(PendingKind.Elements, source, []));
        }
        for (var i = 0; i < elements.Count; i++)
        {
            Value(elements[i] is SpliceExpr splice ? splice.List : elements[i]);
            Byte();
            Pop(i == 0 ? 1 : 2);
            Push(new Pending(PendingKind.Elements, source, [.. elements.Take(i + 1)]));
        }
    }

    private void Map(MapExpr e)
    {
        IsStrange |= !_variant.HasIterators;
        Byte();
        Push(new Pending(PendingKind.Elements, e));
        foreach (var (key, value) in e.Entries)
        {
            Value(value);
            Value(key);
            Byte();
            Pop(2);
        }
        Replace(1, e);
    }

    private void Catch(CatchExpr e)
    {
        Codes(e.Codes, e);
        Byte(2);
        Label();
        Push(new Pending(PendingKind.HandlerPlace, e));
        Byte(2);
        Push(new Pending(PendingKind.CatchMark, e));
        Value(e.Body);
        Byte(2);
        Label();
        Pop(4);
        if (e.Default is not null)
        {
            Byte();
            Value(e.Default);
            Pop();
        }
        else
        {
            Byte(2);
        }
        Push(e);
    }

    private void Assign(AssignExpr e)
    {
        var depth = _body.Stack.Count;
        Target(e.Target, isIndexed: false);
        Value(e.Value);
        var target = e.Target;
        if (target is IndexExpr or RangeExpr) Byte();
        for (; target is IndexExpr or RangeExpr; target = target is IndexExpr i ? i.Base : ((RangeExpr)target).Base) Byte(target is RangeExpr ? 2 : 1);
        if (target is NameExpr name) VariableInstruction(name.Name);
        else Byte();
        if (e.Target is IndexExpr or RangeExpr) Byte(2);
        Replace(_body.Stack.Count - depth, e);
    }

    private void Target(Expr target, bool isIndexed)
    {
        switch (target)
        {
            case RangeExpr e:
                Target(e.Base, isIndexed: true);
                Value(e.From);
                Value(e.To);
                break;
            case IndexExpr e:
                Target(e.Base, isIndexed: true);
                Value(e.Index);
                Replace(1, new Pending(PendingKind.Operand, e.Index, Span: e.Span));
                if (!isIndexed) break;
                Byte();
                Push(e);
                break;
            case NameExpr e when isIndexed:
                VariableInstruction(e.Name);
                Push(e);
                break;
            case PropertyExpr e:
                Value(e.Target);
                Value(e.Name);
                if (!isIndexed) break;
                Byte();
                Push(e);
                break;
            case NameExpr:
                break;
            default:
                IsStrange = true;
                break;
        }
    }

    private void Replace(int count, Pending by)
    {
        Pop(count);
        Push(by);
    }

    private void Scatter(ScatterExpr e)
    {
        Value(e.Value);
        Byte(5);
        foreach (var target in e.Pattern.Targets)
        {
            VariableReference(target.Name);
            Label();
        }
        Label();
        foreach (var target in e.Pattern.Targets.Where(target => target.Default is not null))
        {
            Value(target.Default!);
            VariableInstruction(target.Name);
            Byte();
            Pop();
        }
        Replace(1, e);
    }

    /// <summary>The main part of a program, or the body of a fork.</summary>
    private sealed class Body
    {
        private const int SmallCode = 256;
        private const int LargeCode = 256 * 256;

        private int _literalBytes = 1, _forkBytes = 1, _variableBytes = 1, _labelBytes = 1;

        public CodePlace Place { get; set; }

        public List<Pending> Stack { get; } = [];

        public List<CallSite> Calls { get; } = [];

        public int LargestLiteral { get; set; }

        public int LargestFork { get; set; }

        public int LargestVariable { get; set; }

        public void Settle(int literals, int forks, int variables)
        {
            (_literalBytes, _forkBytes, _variableBytes) = (ReferenceBytes(literals), ReferenceBytes(forks), ReferenceBytes(variables));
            var size = Bytes(Place);
            _labelBytes = size <= SmallCode ? 1 : size + Place.Labels <= LargeCode ? 2 : 4;
        }

        private static int ReferenceBytes(int largest) => largest <= SmallCode ? 1 : largest <= LargeCode ? 2 : 4;

        public long Bytes(CodePlace place) => place.Bytes + (long)place.Literals * (_literalBytes - 1) + (long)place.Forks * (_forkBytes - 1)
            + (long)place.Variables * (_variableBytes - 1) + (long)place.Labels * (_labelBytes - 1);
    }
}

/// <summary>What the compilers of LambdaMOO and its heirs do not all do alike.</summary>
/// <param name="LargestInteger">The largest integer that is an instruction of its own: all numbers that no other instruction has are used for that.</param>
/// <param name="HasIterators">Whether loops over collections keep an iterator (ToastStunt).</param>
internal readonly record struct LayoutVariant(long LargestInteger, bool HasIterators)
{
    /// <summary>Those that are known: LambdaMOO with and without BYTECODE_REDUCE_REF, then Stunt, then ToastStunt.</summary>
    public static IEnumerable<LayoutVariant> All =>
    [
        new(99, false), new(132, false), new(97, true), new(94, true), new(130, true), new(127, true), new(96, true), new(98, true), new(97, false), new(94, false),
    ];
}
