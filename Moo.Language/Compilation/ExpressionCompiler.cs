using Moo.Language.Builtins;
using Moo.Language.Execution;
using Moo.Language.Execution.Nodes;
using Moo.Language.Execution.Steps;
using Moo.Language.Syntax;
using Moo.Store.Values;

namespace Moo.Language.Compilation;

/// <summary>Turns expressions into nodes; what leaves the frame is lifted out into steps before.</summary>
/// <remarks>
/// Evaluation goes from left to right, also where part of an expression becomes a step: what stands to the left of a lifted
/// part and could have another value afterwards is kept in a temporary first (<see cref="Values"/>).
/// </remarks>
internal sealed class ExpressionCompiler(
    StatementCompiler statements, Emitter emitter, SourceText source, BuiltinTable builtins, NameSurvey names, LeavingSurvey leaving,
    List<Diagnostic> diagnostics)
{
    /// <summary>What stands where nothing can.</summary>
    public static readonly ConstantNode Zero = new(default);

    // The slots that '$' and '^' refer to, innermost index last.
    private readonly Stack<int> _indexed = new();

    private LiftedCompiler Lifts => field ??= new LiftedCompiler(this, statements, emitter, builtins, leaving);

    private AssignmentCompiler Assignments => field ??= new AssignmentCompiler(this, statements, emitter, leaving, diagnostics);

    /// <summary>Treats a made-up expression like the one it stands for.</summary>
    public void NoteLeaving(Expr madeUp, Expr original)
    {
        if (leaving.Leaves(original)) leaving.Note(madeUp);
    }

    // ---- what becomes of an expression's value

    /// <summary>The node of an expression; steps that must run before it are emitted.</summary>
    public Node Value(Expr expression) => leaving.Leaves(expression) ? Lifts.Lifted(expression) : Tree(expression);

    /// <summary>Evaluates an expression for its effect.</summary>
    public void Effect(Expr expression)
    {
        if (expression is ScatterExpr { Value: NameExpr source } scatter && IsArguments(source) && !leaving.Leaves(scatter.Pattern))
        {
            emitter.Emit(new EvaluateStep(ScatterArguments(scatter)) { Span = expression.Span });
            return;
        }
        if (expression is AssignExpr { Target: NameExpr name } assignment)
        {
            var slot = statements.Assignable(name.Name, name.Span);
            Into(assignment.Value, slot, expression.Span);
            statements.Assigned.Add(slot);
            return;
        }
        var node = Value(expression);
        // The value of a lifted expression was computed by its own step.
        if (node is not (TemporaryNode or ConstantNode)) emitter.Emit(new EvaluateStep(node) { Span = expression.Span });
    }

    private bool IsArguments(NameExpr name) => BuiltInVariables.TryFind(name.Name, out var variable)
        && variable == BuiltInVariable.Args && statements.Scope.Find(name.Name) is null;

    /// <summary>Emits a scattering assignment.</summary>
    public void Scatter(ScatterPattern pattern, int[] slots, Node list, SourceSpan span)
    {
        var node = Assignments.Scattering(pattern, slots, list, span);
        if (node is not TemporaryNode) emitter.Emit(new EvaluateStep(node) { Span = span });
    }

    private ScatterArgumentsNode ScatterArguments(ScatterExpr e)
    {
        var slots = e.Pattern.Targets.Select(t => statements.Assignable(t.Name, t.Span)).ToArray();
        return new ScatterArgumentsNode(Assignments.Targets(e.Pattern, slots)) { Span = e.Span };
    }

    /// <summary>Evaluates an expression into a slot.</summary>
    public void Into(Expr expression, int slot) => Into(expression, slot, expression.Span);

    private void Into(Expr expression, int slot, SourceSpan span)
    {
        if (leaving.Leaves(expression) && Lifts.TryCallInto(expression, slot)) return;
        emitter.Emit(new AssignStep(slot, Value(expression)) { Span = span });
    }

    /// <summary>Goes on at a label if an expression is false.</summary>
    public void JumpIfFalse(Expr test, Label target)
    {
        if (test is LogicalExpr { IsAnd: true } and && leaving.Leaves(test))
        {
            JumpIfFalse(and.Left, target);
            Maybe(() => JumpIfFalse(and.Right, target));
            return;
        }
        emitter.Emit(new JumpIfFalseStep(Value(test)) { Span = test.Span }, target);
    }

    /// <summary>Goes on at a label if an expression is true.</summary>
    public void JumpIfTrue(Expr test, Label target)
    {
        if (test is LogicalExpr { IsAnd: false } or && leaving.Leaves(test))
        {
            JumpIfTrue(or.Left, target);
            Maybe(() => JumpIfTrue(or.Right, target));
            return;
        }
        emitter.Emit(new JumpIfTrueStep(Value(test)) { Span = test.Span }, target);
    }

    /// <summary>Compiles something that may be passed over: what it assigns is not sure behind it.</summary>
    public void Maybe(Action part)
    {
        var before = statements.Assigned.Save();
        part();
        statements.Assigned.Restore(before);
    }

    /// <summary>The node of an expression that stays in its frame and may be passed over.</summary>
    public Node MaybeTree(Expr expression)
    {
        Node node = Zero;
        Maybe(() => node = Tree(expression));
        return node;
    }

    /// <summary>The nodes of several expressions, evaluated from left to right.</summary>
    public Node[] Values(IReadOnlyList<Expr> expressions)
    {
        var last = expressions.Count - 1;
        while (last >= 0 && !leaving.Leaves(expressions[last])) last--;
        var nodes = new Node[expressions.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = Value(expressions[i]);
            if (i < last && !IsStable(nodes[i], expressions, i + 1)) nodes[i] = Keep(nodes[i], expressions[i].Span);
        }
        return nodes;
    }

    /// <summary>Puts a node's value into a temporary, here and now.</summary>
    public TemporaryNode Keep(Node node, SourceSpan span)
    {
        var slot = emitter.Temporary();
        // A splice is kept as the list it splices; what splices is around the temporary then.
        emitter.Emit(new AssignStep(slot, node) { Span = span });
        return new TemporaryNode(slot) { Span = span };
    }

    // Whether a node gives the same value after later expressions have been evaluated.
    private static bool IsStable(Node node, IReadOnlyList<Expr> expressions, int from)
    {
        if (node is ConstantNode or TemporaryNode or ThisNode or BuiltInVariableNode) return true;
        if (node is not LocalNode) return false;
        for (var i = from; i < expressions.Count; i++)
            if (AssignmentSearch.Assigns(expressions[i])) return false;
        return true;
    }

    // ---- trees: parts that leave have been, or are now, lifted out

    /// <summary>The node of an expression; parts of it that leave the frame are lifted out.</summary>
    public Node Tree(Expr expression)
    {
        switch (expression)
        {
            case LiteralExpr e:
                return Constant(e);
            case NameExpr e:
                return Name(e);
            case UnaryExpr e:
                return Unary(e);
            case BinaryExpr e:
                var sides = Values([e.Left, e.Right]);
                return OperatorNodes.Make(e.Operator, sides[0], sides[1], e.Span);
            case LogicalExpr e:
                return e.IsAnd
                    ? new AndNode(Tree(e.Left), MaybeTree(e.Right)) { Span = e.Span }
                    : new OrNode(Tree(e.Left), MaybeTree(e.Right)) { Span = e.Span };
            case ConditionalExpr e:
                return new ConditionalNode(Tree(e.Test), MaybeTree(e.Yes), MaybeTree(e.No)) { Span = e.Span };
            case FunctionCallExpr e:
                return Function(e);
            case IndexExpr or RangeExpr:
                return Indexed(expression);
            case PropertyExpr e:
                return Property(e);
            case ListExpr e:
                return ListOf(Values(e.Elements), e.Elements, e.Span);
            case SpliceExpr e:
                return new SpliceNode(Value(e.List)) { Span = e.Span };
            case AssignExpr e:
                return Assignments.Assign(e);
            case ScatterExpr e:
                var list = Value(e.Value);
                var slots = e.Pattern.Targets.Select(t => statements.Assignable(t.Name, t.Span)).ToArray();
                return Assignments.Scattering(e.Pattern, slots, list, e.Span);
            default:
                return RareTree(expression);
        }
    }

    private Node RareTree(Expr expression)
    {
        switch (expression)
        {
            case LastIndexExpr e:
                return _indexed.TryPeek(out var last) ? new LastIndexNode(last) { Span = e.Span } : Misplaced(e, "$");
            case FirstIndexExpr e:
                return _indexed.TryPeek(out var first) ? new FirstIndexNode(first) { Span = e.Span } : Misplaced(e, "^");
            case MapExpr e:
                return Map(e);
            case FlyweightExpr e:
                return Flyweight(e);
            case CatchExpr e:
                var codes = e.Codes is null ? null : ConstantCodes(e.Codes);
                var codeList = e.Codes is null || codes is not null ? null : ListOf(Values(e.Codes), e.Codes, e.Span);
                return new CatchNode(MaybeTree(e.Body), codes, codeList, e.Default is null ? null : MaybeTree(e.Default)) { Span = e.Span };
            case ComprehensionExpr e:
                return InlineComprehension(e);
            case LambdaExpr e:
                return Lambda(e, e.Span);
            default:
                throw new InvalidOperationException($"No node for {expression.GetType().Name}.");
        }
    }

    private ConstantNode Misplaced(Expr at, string sign)
    {
        diagnostics.Add(new Diagnostic(at.Span, $"'{sign}' means something only inside an index"));
        return Zero;
    }

    /// <summary>The node of a name.</summary>
    public Node Name(NameExpr e)
    {
        if (ErrorCode.IsBuiltIn(e.Name)) return Error(e.Name, e.Span);
        if (statements.Scope.Find(e.Name) is { } variable) return Variable(variable, e.Span);
        if (BuiltInVariables.TryConstant(e.Name, out var constant)) return new ConstantNode(constant) { Span = e.Span };
        if (BuiltInVariables.TryFind(e.Name, out var builtIn))
            return builtIn == BuiltInVariable.This ? new ThisNode { Span = e.Span } : new BuiltInVariableNode(builtIn) { Span = e.Span };
        return Error(e.Name, e.Span);
    }

    /// <summary>A variable's node.</summary>
    public LocalNode Variable(Scope.Variable variable, SourceSpan span)
    {
        var isSure = statements.Assigned.IsSure(variable.Slot);
        return names.Indexed.Contains(variable.Name)
            ? new OwningLocalNode(variable.Slot, variable.Name, isSure) { Span = span }
            : new LocalNode(variable.Slot, variable.Name, isSure) { Span = span };
    }

    // A variable's node for what only looks at the list in it, and is done before anything can change the list.
    private static Node OnlyLooking(Node node, IReadOnlyList<Expr> expressions, int from) =>
        node is OwningLocalNode local && IsStable(node, expressions, from) ? local.Looking
            : node is OwnedElementNode owned && !expressions.Skip(from).Any(AssignmentSearch.Assigns) ? owned.Looking : node;

    private static ConstantNode Constant(LiteralExpr e)
    {
        var value = e.Value;
        if (value.IsStr) MooText.Length(ref value); // it rides along from now on
        return new ConstantNode(value) { Span = e.Span };
    }

    private ConstantNode Error(string name, SourceSpan span)
    {
        if (ErrorCode.Find(name) is { } code) return new ConstantNode(Store.Values.Value.Err(code)) { Span = span };
        diagnostics.Add(new Diagnostic(span, $"the world has made up too many errors already: '{name}' would be one more"));
        return Zero;
    }

    private Node Unary(UnaryExpr e)
    {
        var operand = Value(e.Operand);
        if (operand is ConstantNode { Value: var value } && e.Operator == UnaryOperator.Negate)
        {
            if (value.IsInt) return new ConstantNode(Store.Values.Value.Int(-value.AsInt)) { Span = e.Span };
            if (value.IsFloat) return new ConstantNode(Store.Values.Value.Float(-value.AsFloat)) { Span = e.Span };
        }
        return e.Operator switch
        {
            UnaryOperator.Not => new NotNode(operand) { Span = e.Span },
            UnaryOperator.Negate => new NegateNode(operand) { Span = e.Span },
            _ => new ComplementNode(operand) { Span = e.Span },
        };
    }

    private Node Function(FunctionCallExpr e)
    {
        if (builtins.TryFind(e.Name, out var builtin))
        {
            CheckCount(e, builtin);
            var nodes = Values(e.Arguments);
            if (builtin.OnlyLooks)
                for (var i = 0; i < nodes.Length; i++) nodes[i] = OnlyLooking(nodes[i], e.Arguments, i + 1);
            return e.Arguments.Any(a => a is SpliceExpr)
                ? new BuiltinApplyNode(builtin, ListOf(nodes, e.Arguments, e.Span)) { Span = e.Span }
                : new BuiltinCallNode(builtin, nodes) { Span = e.Span };
        }
        if (e.Name.StartsWith("E_", StringComparison.OrdinalIgnoreCase) && e.Arguments.Count is 1 or 2 && ErrorCode.Find(e.Name) is { } code)
        {
            var parts = Values(e.Arguments);
            return new ErrorNode(code, parts[0], parts.Length > 1 ? parts[1] : null) { Span = e.Span };
        }
        var close = Spelling.Elsewhere(e.Name) ?? Spelling.Closest(e.Name, builtins.Names);
        diagnostics.Add(new Diagnostic(e.NameSpan, $"there is no built-in function '{e.Name}'{(close is null ? "" : $"; did you mean '{close}'?")}"));
        return Zero;
    }

    /// <summary>Warns of a call with a number of arguments that its function does not take.</summary>
    public void CheckCount(FunctionCallExpr e, Builtin builtin)
    {
        // How many arguments a splice brings is known only at run time.
        if (e.Arguments.Any(a => a is SpliceExpr)) return;
        if (e.Arguments.Count >= builtin.MinArguments && (builtin.MaxArguments < 0 || e.Arguments.Count <= builtin.MaxArguments)) return;
        diagnostics.Add(new Diagnostic(e.Span, $"{builtin.Signature} does not take {e.Arguments.Count} argument{(e.Arguments.Count == 1 ? "" : "s")}", IsWarning: true));
    }

    /// <summary>The node of a list of elements, some of which may splice.</summary>
    public static Node ListOf(Node[] nodes, IReadOnlyList<Expr> elements, SourceSpan span)
    {
        if (!elements.Any(e => e is SpliceExpr)) return new ListNode(nodes) { Span = span };
        for (var i = 0; i < nodes.Length; i++)
            if (elements[i] is SpliceExpr && nodes[i] is not SpliceNode) nodes[i] = new SpliceNode(nodes[i]) { Span = elements[i].Span };
        return new SplicedListNode(nodes) { Span = span };
    }

    private MapNode Map(MapExpr e)
    {
        var nodes = Values([.. e.Entries.SelectMany(entry => new[] { entry.Key, entry.Value })]);
        var entries = new (Node, Node)[e.Entries.Count];
        for (var i = 0; i < entries.Length; i++) entries[i] = (nodes[2 * i], nodes[2 * i + 1]);
        return new MapNode(entries) { Span = e.Span };
    }

    private FlyweightNode Flyweight(FlyweightExpr e)
    {
        var nodes = Values([e.Delegate, .. e.Slots.Select(s => s.Value), .. e.Contents is null ? Array.Empty<Expr>() : [e.Contents]]);
        var slots = e.Slots.Select((slot, i) => (slot.Name, nodes[i + 1])).ToArray();
        return new FlyweightNode(nodes[0], slots, e.Contents is null ? null : nodes[^1]) { Span = e.Span };
    }

    private Node Property(PropertyExpr e)
    {
        var nodes = Values([e.Target, e.Name]);
        return nodes[1] is ConstantNode { Value: var name } && name.TryStr(out var text)
            ? new PropertyNode(nodes[0], text) { Span = e.Span }
            : new NamedPropertyNode(nodes[0], nodes[1]) { Span = e.Span };
    }

    /// <summary>Declares the variables of a comprehension.</summary>
    public (int Value, int Key) ComprehensionVariables(ComprehensionExpr e)
    {
        var value = statements.DeclareHidden(e.Value);
        var key = e.Key is null ? -1 : statements.DeclareHidden(e.Key);
        statements.Assigned.Add(value);
        if (key >= 0) statements.Assigned.Add(key);
        return (value, key);
    }

    private Node InlineComprehension(ComprehensionExpr e)
    {
        var ends = e.To is null ? [Tree(e.Source)] : Values([e.Source, e.To]);
        Node node = Zero;
        Maybe(() => statements.InBlock(() =>
        {
            var (value, key) = ComprehensionVariables(e);
            var filter = e.Filter is null ? null : Tree(e.Filter);
            var element = Tree(e.Element);
            node = e.To is null
                ? new ComprehensionNode(element, value, key, ends[0], filter) { Span = e.Span }
                : new RangeComprehensionNode(element, value, ends[0], ends[1], filter) { Span = e.Span };
        }));
        return node;
    }

    /// <summary>A lambda's node.</summary>
    public Node Lambda(LambdaExpr e, SourceSpan span)
    {
        var names = new NameSurvey();
        names.Visit(e);
        var captured = ProgramCompiler.Capturable(names, builtins)
            .Where(name => leaving.IsVariable(name) || BuiltInVariables.TryFind(name, out _))
            .Select(name => (name, Name(new NameExpr(name, e.Span)))).ToArray();
        var text = source.Text.Substring(span.Start, span.Length);
        CheckLambda(text, span.Start);
        return new LambdaNode(text, captured) { Span = span };
    }

    // A lambda is compiled where it is first called, by itself, since it may be kept and called anywhere. Its author hears now what is wrong with it.
    private void CheckLambda(string text, int start)
    {
        foreach (var diagnostic in ProgramCompiler.CompileLambda(text, builtins, leaving.IsVariable).Diagnostics)
            diagnostics.Add(diagnostic with { Span = diagnostic.Span with { Start = diagnostic.Span.Start + start } });
    }

    // ---- indexes

    private Node Indexed(Expr expression)
    {
        var (indexed, indexes) = expression is IndexExpr i ? (i.Base, new[] { i.Index }) : (((RangeExpr)expression).Base, [((RangeExpr)expression).From, ((RangeExpr)expression).To]);
        if (indexed is NameExpr name && IsArguments(name) && indexes is [LiteralExpr { Value: { IsInt: true, AsInt: > 0 and < 100 } place }])
            return new ArgumentNode((int)place.AsInt - 1) { Span = expression.Span };
        var collection = Value(indexed);
        var usesEnds = indexes.Any(EndsSearch.Finds);
        var leaves = indexes.Any(leaving.Leaves);
        if (usesEnds || leaves && !IsStable(collection, indexes, 0)) collection = InSlot(collection, indexes, leaves, indexed.Span);
        var nodes = usesEnds ? IndexesOf(SlotOf(collection), indexes) : Values(indexes);
        if (collection is SlotHolder holder) collection = holder.Keeping;
        if (expression is IndexExpr && OnlyLooking(collection, indexes, 0) is var looking && !ReferenceEquals(looking, collection))
        {
            var element = Operands.Make(looking, nodes[0], new IndexFactory(expression.Span));
            return looking is LocalNode local && names.IndexedTwice.Contains(local.Name)
                ? new OwnedElementNode(element) { Span = expression.Span } : element;
        }
        return expression is IndexExpr
            ? Operands.Make(collection, nodes[0], new IndexFactory(expression.Span))
            : new RangeNode(collection, nodes[0], nodes[1]) { Span = expression.Span };
    }

    /// <summary>The nodes of indexes in which <c>$</c> and <c>^</c> mean the ends of the collection in a slot.</summary>
    public Node[] IndexesOf(int slot, IReadOnlyList<Expr> indexes)
    {
        _indexed.Push(slot);
        var nodes = Values(indexes);
        _indexed.Pop();
        return nodes;
    }

    // Makes sure that the collection stands in a slot while its indexes are evaluated.
    private Node InSlot(Node collection, IReadOnlyList<Expr> indexes, bool leaves, SourceSpan span)
    {
        if (collection is TemporaryNode || collection is LocalNode && IsStable(collection, indexes, 0)) return collection;
        if (leaves) return Keep(collection, span);
        var slot = emitter.Temporary();
        return new SlotHolder(slot, new KeepNode(slot, collection) { Span = span });
    }

    private static int SlotOf(Node node) => node switch
    {
        LocalNode local => local.Slot,
        TemporaryNode temporary => temporary.Slot,
        SlotHolder holder => holder.Slot,
        _ => throw new InvalidOperationException($"{node.GetType().Name} stands in no slot."),
    };

    /// <summary>Only while compiling: a collection that its node keeps in a slot on the way.</summary>
    private sealed class SlotHolder(int slot, KeepNode keeping) : Node
    {
        public int Slot => slot;

        public KeepNode Keeping => keeping;

        public override Value Eval(Frame frame) => throw new InvalidOperationException("A node of the compiler's own was evaluated.");
    }

    /// <summary>The codes of a catch if they are all plain errors; null if they have to be computed.</summary>
    public ErrorCode[]? ConstantCodes(IReadOnlyList<Expr> codes)
    {
        var constants = new ErrorCode[codes.Count];
        for (var i = 0; i < constants.Length; i++)
        {
            if (codes[i] is not NameExpr name || Name(name) is not ConstantNode { Value: var value } || !value.TryErr(out var error)) return null;
            constants[i] = error.Code;
        }
        return constants;
    }
}
