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
    StatementCompiler statements, Emitter emitter, SourceText source, BuiltinTable builtins, LeavingSurvey leaving, List<Diagnostic> diagnostics)
{
    private static readonly ConstantNode Zero = new(default);

    // The slots that '$' and '^' refer to, innermost index last.
    private readonly Stack<int> _indexed = new();

    /// <summary>Treats a made-up expression like the one it stands for.</summary>
    public void NoteLeaving(Expr madeUp, Expr original)
    {
        if (leaving.Leaves(original)) leaving.Note(madeUp);
    }

    // ---- what becomes of an expression's value

    /// <summary>The node of an expression; steps that must run before it are emitted.</summary>
    public Node Value(Expr expression) => leaving.Leaves(expression) ? Lifted(expression) : Tree(expression);

    /// <summary>Evaluates an expression for its effect.</summary>
    public void Effect(Expr expression)
    {
        if (expression is AssignExpr { Target: NameExpr name } assignment)
        {
            Into(assignment.Value, statements.Assignable(name.Name, name.Span), expression.Span);
            return;
        }
        var node = Value(expression);
        // The value of a lifted expression was computed by its own step.
        if (node is not (TemporaryNode or ConstantNode)) emitter.Emit(new EvaluateStep(node) { Span = expression.Span });
    }

    /// <summary>Evaluates an expression into a slot.</summary>
    public void Into(Expr expression, int slot) => Into(expression, slot, expression.Span);

    private void Into(Expr expression, int slot, SourceSpan span)
    {
        if (leaving.Leaves(expression) && TryCallInto(expression, slot)) return;
        emitter.Emit(new AssignStep(slot, Value(expression)) { Span = span });
    }

    /// <summary>Goes on at a label if an expression is false.</summary>
    public void JumpIfFalse(Expr test, Label target)
    {
        if (test is LogicalExpr { IsAnd: true } and && leaving.Leaves(test))
        {
            JumpIfFalse(and.Left, target);
            JumpIfFalse(and.Right, target);
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
            JumpIfTrue(or.Right, target);
            return;
        }
        emitter.Emit(new JumpIfTrueStep(Value(test)) { Span = test.Span }, target);
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

    private TemporaryNode Keep(Node node, SourceSpan span)
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

    // ---- expressions that leave the frame

    private Node Lifted(Expr expression)
    {
        switch (expression)
        {
            case VerbCallExpr or FunctionCallExpr or ValueCallExpr:
                var result = emitter.Temporary();
                if (TryCallInto(expression, result)) return new TemporaryNode(result) { Span = expression.Span };
                return Tree(expression);
            case ReturnExpr e:
                statements.Return(e.Value, e.Span);
                return Zero;
            case LogicalExpr e:
                return Logical(e);
            case ConditionalExpr e:
                return Conditional(e);
            case CatchExpr e:
                return Catch(e);
            case ComprehensionExpr e:
                return Comprehension(e);
            default:
                return Tree(expression);
        }
    }

    // Calls whose step can put the result anywhere. False if the expression is another kind of call or no call at all.
    private bool TryCallInto(Expr expression, int slot)
    {
        switch (expression)
        {
            case VerbCallExpr e:
                CallVerb(e, slot);
                return true;
            case FunctionCallExpr e when leaving.IsCalledVariable(e.Name) && statements.Scope.Find(e.Name) is { } variable:
                CallValue(new LocalNode(variable.Slot, e.Name) { Span = e.NameSpan }, null, e.Arguments, e.Span, slot);
                return true;
            case FunctionCallExpr e when e.Name.Equals("pass", StringComparison.OrdinalIgnoreCase):
                emitter.Emit(new PassStep(ArgumentList(e.Arguments, e.Span), slot) { Span = e.Span });
                return true;
            case FunctionCallExpr e when builtins.TryFind(e.Name, out var builtin) && builtin.Leaves:
                CheckCount(e, builtin);
                emitter.Emit(new CallBuiltinStep(builtin, ArgumentList(e.Arguments, e.Span), slot) { Span = e.Span });
                return true;
            case ValueCallExpr e:
                CallValue(null, e.Callee, e.Arguments, e.Span, slot);
                return true;
            default:
                return false;
        }
    }

    private void CallVerb(VerbCallExpr e, int slot)
    {
        var hasSplice = e.Arguments.Any(a => a is SpliceExpr);
        var nodes = Values([e.Target, e.Name, .. e.Arguments]);
        var arguments = nodes[2..];
        emitter.Emit(new CallVerbStep(nodes[0], nodes[1], hasSplice ? null : arguments,
            hasSplice ? ListOf(arguments, e.Arguments, e.Span) : null, slot)
        { Span = e.Span });
    }

    private void CallValue(Node? callee, Expr? calleeExpression, IReadOnlyList<Expr> arguments, SourceSpan span, int slot)
    {
        var nodes = Values(calleeExpression is null ? arguments : [calleeExpression, .. arguments]);
        if (calleeExpression is not null) (callee, nodes) = (nodes[0], nodes[1..]);
        emitter.Emit(new CallValueStep(callee!, ListOf(nodes, arguments, span), slot) { Span = span });
    }

    private Node ArgumentList(IReadOnlyList<Expr> arguments, SourceSpan span) => ListOf(Values(arguments), arguments, span);

    private TemporaryNode Logical(LogicalExpr e)
    {
        var slot = emitter.Temporary();
        var end = new Label();
        Into(e.Left, slot);
        var left = new TemporaryNode(slot) { Span = e.Left.Span };
        emitter.Emit(e.IsAnd ? new JumpIfFalseStep(left) { Span = e.Span } : new JumpIfTrueStep(left) { Span = e.Span }, end);
        Into(e.Right, slot);
        emitter.Place(end);
        return new TemporaryNode(slot) { Span = e.Span };
    }

    private TemporaryNode Conditional(ConditionalExpr e)
    {
        var slot = emitter.Temporary();
        var (no, end) = (new Label(), new Label());
        JumpIfFalse(e.Test, no);
        Into(e.Yes, slot);
        emitter.Jump(end, e.Span);
        emitter.Place(no);
        Into(e.No, slot);
        emitter.Place(end);
        return new TemporaryNode(slot) { Span = e.Span };
    }

    private TemporaryNode Catch(CatchExpr e)
    {
        var slot = emitter.Temporary();
        var codes = e.Codes is null ? null : ConstantCodes(e.Codes);
        var codesSlot = -1;
        if (e.Codes is not null && codes is null)
        {
            codesSlot = emitter.Temporary();
            Into(new ListExpr(e.Codes, e.Span), codesSlot);
        }
        var after = new Label();
        var start = emitter.PlaceNew();
        Into(e.Body, slot);
        var end = emitter.PlaceNew();
        emitter.Jump(after, e.Span);
        var handler = emitter.PlaceNew();
        emitter.Cover(start, end, handler, codes, codesSlot, slot, HandlerKind.Catch);
        if (e.Default is not null) Into(e.Default, slot);
        emitter.Place(after);
        return new TemporaryNode(slot) { Span = e.Span };
    }

    // The same as a loop that appends to a list in a temporary.
    private TemporaryNode Comprehension(ComprehensionExpr e)
    {
        var ends = e.To is null ? [Value(e.Source)] : Values([e.Source, e.To]);
        var state = emitter.Temporary();
        emitter.Temporary();
        var list = emitter.Temporary();
        emitter.Emit(new AssignStep(list, new ListNode([])) { Span = e.Span });
        var (next, done) = (new Label(), new Label());
        statements.InBlock(() =>
        {
            var value = statements.DeclareHidden(e.Value);
            var key = e.Key is null ? -1 : statements.DeclareHidden(e.Key);
            emitter.Emit(e.To is null
                ? new StartForStep(state, ends[0]) { Span = e.Source.Span }
                : new StartForRangeStep(state, ends[0], ends[1]) { Span = e.Source.Span }, next);
            var body = emitter.PlaceNew();
            if (e.Filter is not null) JumpIfFalse(e.Filter, next);
            var element = Value(e.Element);
            var appended = new SplicedListNode([new SpliceNode(new TemporaryNode(list)), element]) { Span = e.Span };
            emitter.Emit(new AssignStep(list, appended) { Span = e.Span });
            emitter.Place(next);
            emitter.Emit(e.To is null
                ? new NextForStep(state, value, key) { Span = e.Source.Span }
                : new NextForRangeStep(state, value) { Span = e.Source.Span }, body);
        });
        emitter.Place(done);
        return new TemporaryNode(list) { Span = e.Span };
    }

    // ---- trees: parts that leave have been, or are now, lifted out

    private Node Tree(Expr expression)
    {
        switch (expression)
        {
            case LiteralExpr e:
                return new ConstantNode(e.Value) { Span = e.Span };
            case NameExpr e:
                return Name(e);
            case UnaryExpr e:
                return Unary(e);
            case BinaryExpr e:
                var sides = Values([e.Left, e.Right]);
                return Binary(e.Operator, sides[0], sides[1], e.Span);
            case LogicalExpr e:
                return e.IsAnd
                    ? new AndNode(Tree(e.Left), Tree(e.Right)) { Span = e.Span }
                    : new OrNode(Tree(e.Left), Tree(e.Right)) { Span = e.Span };
            case ConditionalExpr e:
                return new ConditionalNode(Tree(e.Test), Tree(e.Yes), Tree(e.No)) { Span = e.Span };
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
                return Assign(e);
            case ScatterExpr e:
                var list = Value(e.Value);
                var slots = e.Pattern.Targets.Select(t => statements.Assignable(t.Name, t.Span)).ToArray();
                return Scattering(e.Pattern, slots, list, e.Span);
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
                return new CatchNode(Tree(e.Body), codes, codeList, e.Default is null ? null : Tree(e.Default)) { Span = e.Span };
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

    private Node Name(NameExpr e)
    {
        if (ErrorCode.IsBuiltIn(e.Name)) return Error(e.Name, e.Span);
        if (statements.Scope.Find(e.Name) is { } variable) return new LocalNode(variable.Slot, e.Name) { Span = e.Span };
        if (BuiltInVariables.TryConstant(e.Name, out var constant)) return new ConstantNode(constant) { Span = e.Span };
        if (BuiltInVariables.TryFind(e.Name, out var builtIn))
            return builtIn == BuiltInVariable.This ? new ThisNode { Span = e.Span } : new BuiltInVariableNode(builtIn) { Span = e.Span };
        return Error(e.Name, e.Span);
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

    private static Node Binary(BinaryOperator binary, Node left, Node right, SourceSpan span) => binary switch
    {
        BinaryOperator.Add => new AddNode(left, right) { Span = span },
        BinaryOperator.Subtract => new SubtractNode(left, right) { Span = span },
        BinaryOperator.Multiply => new MultiplyNode(left, right) { Span = span },
        BinaryOperator.Divide => new DivideNode(left, right) { Span = span },
        BinaryOperator.Modulo => new ModuloNode(left, right) { Span = span },
        BinaryOperator.Power => new PowerNode(left, right) { Span = span },
        BinaryOperator.Equal => new EqualNode(left, right, isNegated: false) { Span = span },
        BinaryOperator.NotEqual => new EqualNode(left, right, isNegated: true) { Span = span },
        BinaryOperator.In => new InNode(left, right) { Span = span },
        BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual =>
            new CompareNode(binary, left, right) { Span = span },
        _ => new BitsNode(binary, left, right) { Span = span },
    };

    private Node Function(FunctionCallExpr e)
    {
        if (builtins.TryFind(e.Name, out var builtin))
        {
            CheckCount(e, builtin);
            var nodes = Values(e.Arguments);
            return e.Arguments.Any(a => a is SpliceExpr)
                ? new BuiltinApplyNode(builtin, ListOf(nodes, e.Arguments, e.Span)) { Span = e.Span }
                : new BuiltinCallNode(builtin, nodes) { Span = e.Span };
        }
        if (e.Name.StartsWith("E_", StringComparison.OrdinalIgnoreCase) && e.Arguments.Count is 1 or 2 && ErrorCode.Find(e.Name) is { } code)
        {
            var parts = Values(e.Arguments);
            return new ErrorNode(code, parts[0], parts.Length > 1 ? parts[1] : null) { Span = e.Span };
        }
        var close = Spelling.Closest(e.Name, builtins.Names);
        diagnostics.Add(new Diagnostic(e.NameSpan, $"there is no built-in function '{e.Name}'{(close is null ? "" : $"; did you mean '{close}'?")}"));
        return Zero;
    }

    private void CheckCount(FunctionCallExpr e, Builtin builtin)
    {
        // How many arguments a splice brings is known only at run time.
        if (e.Arguments.Any(a => a is SpliceExpr)) return;
        if (e.Arguments.Count >= builtin.MinArguments && (builtin.MaxArguments < 0 || e.Arguments.Count <= builtin.MaxArguments)) return;
        diagnostics.Add(new Diagnostic(e.Span, $"{builtin.Signature} does not take {e.Arguments.Count} arguments", IsWarning: true));
    }

    private static Node ListOf(Node[] nodes, IReadOnlyList<Expr> elements, SourceSpan span)
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

    private Node InlineComprehension(ComprehensionExpr e)
    {
        var ends = e.To is null ? [Tree(e.Source)] : Values([e.Source, e.To]);
        Node node = Zero;
        statements.InBlock(() =>
        {
            var value = statements.DeclareHidden(e.Value);
            var key = e.Key is null ? -1 : statements.DeclareHidden(e.Key);
            var filter = e.Filter is null ? null : Tree(e.Filter);
            var element = Tree(e.Element);
            node = e.To is null
                ? new ComprehensionNode(element, value, key, ends[0], filter) { Span = e.Span }
                : new RangeComprehensionNode(element, value, ends[0], ends[1], filter) { Span = e.Span };
        });
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
        return new LambdaNode(source.Text.Substring(span.Start, span.Length), captured) { Span = span };
    }

    // ---- indexes

    private Node Indexed(Expr expression)
    {
        var (indexed, indexes) = expression is IndexExpr i ? (i.Base, new[] { i.Index }) : (((RangeExpr)expression).Base, [((RangeExpr)expression).From, ((RangeExpr)expression).To]);
        var collection = Value(indexed);
        var usesEnds = indexes.Any(EndsSearch.Finds);
        var leaves = indexes.Any(leaving.Leaves);
        if (usesEnds || leaves && !IsStable(collection, indexes, 0)) collection = InSlot(collection, indexes, leaves, indexed.Span);
        if (usesEnds) _indexed.Push(SlotOf(collection));
        var nodes = Values(indexes);
        if (usesEnds) _indexed.Pop();
        if (collection is SlotHolder holder) collection = holder.Keeping;
        return expression is IndexExpr
            ? new IndexNode(collection, nodes[0]) { Span = expression.Span }
            : new RangeNode(collection, nodes[0], nodes[1]) { Span = expression.Span };
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

    // ---- assignments

    private Node Assign(AssignExpr e) => e.Target switch
    {
        NameExpr name => AssignName(name, e),
        PropertyExpr property => AssignProperty(property, e.Value, e.Span),
        _ => AssignIndexed(e),
    };

    private Node AssignName(NameExpr name, AssignExpr e)
    {
        var value = Value(e.Value);
        return new AssignLocalNode(statements.Assignable(name.Name, name.Span), value) { Span = e.Span };
    }

    private Node AssignProperty(PropertyExpr property, Expr value, SourceSpan span)
    {
        var nodes = Values([property.Target, property.Name, value]);
        return SetProperty(nodes[0], nodes[1], nodes[2], span);
    }

    private static Node SetProperty(Node target, Node name, Node value, SourceSpan span) =>
        name is ConstantNode { Value: var constant } && constant.TryStr(out var text)
            ? new AssignPropertyNode(target, text, value) { Span = span }
            : new AssignNamedPropertyNode(target, name, value) { Span = span };

    // root[i][j] = v: reads the collections on the way down, and puts the changed ones back on the way up. As in LambdaMOO the
    // root is read before the indexes and the value are evaluated.
    private Node AssignIndexed(AssignExpr e)
    {
        var levels = new List<Expr>();
        var root = e.Target;
        while (root is IndexExpr or RangeExpr)
        {
            levels.Add(root);
            root = root is IndexExpr index ? index.Base : ((RangeExpr)root).Base;
        }
        levels.Reverse();
        if (root is NameExpr name && levels is [IndexExpr single] && !leaving.Leaves(e)) return AssignLocalElement(name, single, e);

        var property = root as PropertyExpr;
        Node? target = null, propertyName = null;
        Node container;
        if (property is not null)
        {
            var parts = Values([property.Target, property.Name]);
            (target, propertyName) = (Steady(parts[0], e.Span), Steady(parts[1], e.Span));
            container = propertyName is ConstantNode { Value: var text } && text.IsStr
                ? new PropertyNode(target, text.AsStr) { Span = property.Span }
                : new NamedPropertyNode(target, propertyName) { Span = property.Span };
        }
        else if (root is NameExpr variable)
        {
            container = Name(variable);
        }
        else
        {
            diagnostics.Add(new Diagnostic(root.Span, "an element can be assigned only in a variable or a property"));
            return Zero;
        }
        return AssignLevels(e, levels, root, container, target, propertyName);
    }

    private AssignLocalIndexNode AssignLocalElement(NameExpr name, IndexExpr single, AssignExpr e)
    {
        var slot = statements.Assignable(name.Name, name.Span);
        _indexed.Push(slot);
        var index = Tree(single.Index);
        _indexed.Pop();
        return new AssignLocalIndexNode(slot, name.Name, index, Tree(e.Value)) { Span = e.Span };
    }

    private TemporaryNode AssignLevels(AssignExpr e, List<Expr> levels, Expr root, Node container, Node? target, Node? propertyName)
    {
        var containers = new List<TemporaryNode> { Keep(container, root.Span) };
        var indexes = new List<Node[]>();
        foreach (var level in levels)
        {
            _indexed.Push(containers[^1].Slot);
            var nodes = Values(level is IndexExpr i ? [i.Index] : [((RangeExpr)level).From, ((RangeExpr)level).To]);
            _indexed.Pop();
            indexes.Add([.. nodes.Select(node => Steady(node, level.Span))]);
            if (indexes.Count == levels.Count) break;
            Node inner = level is IndexExpr
                ? new IndexNode(containers[^1], indexes[^1][0]) { Span = level.Span }
                : new RangeNode(containers[^1], indexes[^1][0], indexes[^1][1]) { Span = level.Span };
            containers.Add(Keep(inner, level.Span));
        }
        var result = Keep(Value(e.Value), e.Value.Span);
        Node changed = result;
        for (var i = levels.Count - 1; i >= 0; i--)
        {
            changed = levels[i] is IndexExpr
                ? new WithIndexNode(containers[i], indexes[i][0], changed) { Span = levels[i].Span }
                : new WithRangeNode(containers[i], indexes[i][0], indexes[i][1], changed) { Span = levels[i].Span };
        }
        if (target is not null) emitter.Emit(new EvaluateStep(SetProperty(target, propertyName!, changed, e.Span)) { Span = e.Span });
        else emitter.Emit(new AssignStep(statements.Assignable(((NameExpr)root).Name, root.Span), changed) { Span = e.Span });
        return result;
    }

    // A node that may be evaluated later, and more than once.
    private Node Steady(Node node, SourceSpan span) =>
        node is ConstantNode or TemporaryNode or ThisNode or BuiltInVariableNode ? node : Keep(node, span);

    /// <summary>Emits a scattering assignment.</summary>
    public void Scatter(ScatterPattern pattern, int[] slots, Node list, SourceSpan span)
    {
        var node = Scattering(pattern, slots, list, span);
        if (node is not TemporaryNode) emitter.Emit(new EvaluateStep(node) { Span = span });
    }

    private Node Scattering(ScatterPattern pattern, int[] slots, Node list, SourceSpan span)
    {
        if (!leaving.Leaves(pattern))
        {
            var targets = pattern.Targets.Select((t, i) => (t.Kind, slots[i], t.Default is null ? null : Tree(t.Default))).ToArray();
            return new ScatterNode(new Scatter(targets), list) { Span = span };
        }
        // Defaults that leave the frame become steps, skipped where the variable was filled.
        var source = Keep(list, span);
        var count = emitter.Temporary();
        var plain = new Scatter([.. pattern.Targets.Select((t, i) => (t.Kind, slots[i], (Node?)null))]);
        emitter.Emit(new ScatterStep(plain, source, count) { Span = span });
        var optional = 0;
        for (var i = 0; i < pattern.Targets.Count; i++)
        {
            var target = pattern.Targets[i];
            if (target.Kind != ScatterKind.Optional) continue;
            var filled = new Label();
            emitter.Emit(new JumpIfFilledStep(count, optional++) { Span = target.Span }, filled);
            if (target.Default is not null) Into(target.Default, slots[i]);
            emitter.Place(filled);
        }
        return source;
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
