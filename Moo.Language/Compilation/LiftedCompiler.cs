using Moo.Language.Builtins;
using Moo.Language.Execution;
using Moo.Language.Execution.Nodes;
using Moo.Language.Execution.Steps;
using Moo.Language.Syntax;

namespace Moo.Language.Compilation;

/// <summary>Turns expressions that leave their frame into steps whose result lands in a slot.</summary>
internal sealed class LiftedCompiler(
    ExpressionCompiler expressions, StatementCompiler statements, Emitter emitter, BuiltinTable builtins, LeavingSurvey leaving)
{
    /// <summary>The node of an expression that leaves its frame; the steps that compute it are emitted.</summary>
    public Node Lifted(Expr expression)
    {
        switch (expression)
        {
            case VerbCallExpr or FunctionCallExpr or ValueCallExpr:
                var result = emitter.Temporary();
                if (TryCallInto(expression, result)) return new TemporaryNode(result) { Span = expression.Span };
                return expressions.Tree(expression);
            case ReturnExpr e:
                statements.Return(e.Value, e.Span);
                return ExpressionCompiler.Zero;
            case LogicalExpr e:
                return Logical(e);
            case ConditionalExpr e:
                return Conditional(e);
            case CatchExpr e:
                return Catch(e);
            case ComprehensionExpr e:
                return Comprehension(e);
            default:
                return expressions.Tree(expression);
        }
    }

    /// <summary>Emits a call that puts its result into a slot. False if the expression is no call, or one that stays in its frame.</summary>
    public bool TryCallInto(Expr expression, int slot)
    {
        switch (expression)
        {
            case VerbCallExpr e:
                CallVerb(e, slot);
                return true;
            case FunctionCallExpr e when leaving.IsFunctionVariable(e.Name) && statements.Scope.Find(e.Name) is { } variable:
                CallValue(expressions.Variable(variable, e.NameSpan), null, e.Arguments, e.Span, slot);
                return true;
            case FunctionCallExpr e when e.Name.Equals("pass", StringComparison.OrdinalIgnoreCase):
                emitter.Emit(new PassStep(ArgumentList(e.Arguments, e.Span), slot) { Span = e.Span });
                return true;
            case FunctionCallExpr e when builtins.TryFind(e.Name, out var builtin) && builtin.Leaves:
                expressions.CheckCount(e, builtin);
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
        var nodes = expressions.Values([e.Target, e.Name, .. e.Arguments]);
        var arguments = nodes[2..];
        emitter.Emit(new CallVerbStep(nodes[0], nodes[1], hasSplice ? null : arguments,
            hasSplice ? ExpressionCompiler.ListOf(arguments, e.Arguments, e.Span) : null, slot)
        { Span = e.Span });
    }

    private void CallValue(Node? callee, Expr? calleeExpression, IReadOnlyList<Expr> arguments, SourceSpan span, int slot)
    {
        var nodes = expressions.Values(calleeExpression is null ? arguments : [calleeExpression, .. arguments]);
        if (calleeExpression is not null) (callee, nodes) = (nodes[0], nodes[1..]);
        emitter.Emit(new CallValueStep(callee!, ExpressionCompiler.ListOf(nodes, arguments, span), slot) { Span = span });
    }

    private Node ArgumentList(IReadOnlyList<Expr> arguments, SourceSpan span) => ExpressionCompiler.ListOf(expressions.Values(arguments), arguments, span);

    private TemporaryNode Logical(LogicalExpr e)
    {
        var slot = emitter.Temporary();
        var end = new Label();
        expressions.Into(e.Left, slot);
        var left = new TemporaryNode(slot) { Span = e.Left.Span };
        emitter.Emit(e.IsAnd ? new JumpIfFalseStep(left) { Span = e.Span } : new JumpIfTrueStep(left) { Span = e.Span }, end);
        expressions.Maybe(() => expressions.Into(e.Right, slot));
        emitter.Place(end);
        return new TemporaryNode(slot) { Span = e.Span };
    }

    private TemporaryNode Conditional(ConditionalExpr e)
    {
        var slot = emitter.Temporary();
        var (no, end) = (new Label(), new Label());
        expressions.JumpIfFalse(e.Test, no);
        expressions.Maybe(() => expressions.Into(e.Yes, slot));
        emitter.Jump(end, e.Span);
        emitter.Place(no);
        expressions.Maybe(() => expressions.Into(e.No, slot));
        emitter.Place(end);
        return new TemporaryNode(slot) { Span = e.Span };
    }

    private TemporaryNode Catch(CatchExpr e)
    {
        var slot = emitter.Temporary();
        var codes = e.Codes is null ? null : expressions.ConstantCodes(e.Codes);
        var codesSlot = -1;
        if (e.Codes is not null && codes is null)
        {
            codesSlot = emitter.Temporary();
            expressions.Into(new ListExpr(e.Codes, e.Span), codesSlot);
        }
        var after = new Label();
        var start = emitter.PlaceNew();
        expressions.Maybe(() => expressions.Into(e.Body, slot));
        var end = emitter.PlaceNew();
        emitter.Jump(after, e.Span);
        var handler = emitter.PlaceNew();
        emitter.Cover(start, end, handler, codes, codesSlot, slot, HandlerKind.Catch);
        if (e.Default is not null) expressions.Maybe(() => expressions.Into(e.Default, slot));
        emitter.Place(after);
        return new TemporaryNode(slot) { Span = e.Span };
    }

    // The same as a loop that appends to a list in a temporary.
    private TemporaryNode Comprehension(ComprehensionExpr e)
    {
        var ends = e.To is null ? [expressions.Value(e.Source)] : expressions.Values([e.Source, e.To]);
        var state = emitter.Temporary();
        emitter.Temporary();
        var list = emitter.Temporary();
        emitter.Emit(new AssignStep(list, new ListNode([])) { Span = e.Span });
        var next = new Label();
        expressions.Maybe(() => statements.InBlock(() =>
        {
            var (value, key) = expressions.ComprehensionVariables(e);
            emitter.Emit(e.To is null
                ? new StartForStep(state, ends[0]) { Span = e.Source.Span }
                : new StartForRangeStep(state, ends[0], ends[1]) { Span = e.Source.Span }, next);
            var body = emitter.PlaceNew();
            if (e.Filter is not null) expressions.JumpIfFalse(e.Filter, next);
            var element = expressions.Value(e.Element);
            var appended = new SplicedListNode([new SpliceNode(new TemporaryNode(list)), element]) { Span = e.Span };
            emitter.Emit(new AssignStep(list, appended) { Span = e.Span });
            emitter.Place(next);
            emitter.Emit(e.To is null
                ? new NextForStep(state, value, key) { Span = e.Source.Span }
                : new NextForRangeStep(state, value) { Span = e.Source.Span }, body);
        }));
        return new TemporaryNode(list) { Span = e.Span };
    }
}
