using Moo.Language.Execution;
using Moo.Language.Execution.Nodes;
using Moo.Language.Execution.Steps;
using Moo.Language.Syntax;

namespace Moo.Language.Compilation;

/// <summary>Turns assignments into nodes and steps: to variables, properties, elements, and by scattering.</summary>
internal sealed class AssignmentCompiler(
    ExpressionCompiler expressions, StatementCompiler statements, Emitter emitter, LeavingSurvey leaving, List<Diagnostic> diagnostics)
{
    /// <summary>The node of an assignment.</summary>
    public Node Assign(AssignExpr e) => e.Target switch
    {
        NameExpr name => AssignName(name, e),
        PropertyExpr property => AssignProperty(property, e.Value, e.Span),
        _ => AssignIndexed(e),
    };

    private Node AssignName(NameExpr name, AssignExpr e)
    {
        var value = expressions.Value(e.Value);
        var slot = statements.Assignable(name.Name, name.Span);
        statements.Assigned.Add(slot);
        return new AssignLocalNode(slot, value) { Span = e.Span };
    }

    private Node AssignProperty(PropertyExpr property, Expr value, SourceSpan span)
    {
        var nodes = expressions.Values([property.Target, property.Name, value]);
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
        if (root is NameExpr name && levels is [IndexExpr single] && MayReadLate(name, single, e)) return AssignLocalElement(name, single, e);

        if (root is NameExpr nested && levels is [IndexExpr outer, IndexExpr inner] && !leaving.Leaves(e) && expressions.Name(nested) is LocalNode whole)
            return AssignNestedElement(nested, whole, outer, inner, e);

        var property = root as PropertyExpr;
        Node? target = null, propertyName = null;
        Node container;
        if (property is not null)
        {
            var parts = expressions.Values([property.Target, property.Name]);
            (target, propertyName) = (Steady(parts[0], e.Span), Steady(parts[1], e.Span));
            container = propertyName is ConstantNode { Value: var text } && text.IsStr
                ? new PropertyNode(target, text.AsStr) { Span = property.Span }
                : new NamedPropertyNode(target, propertyName) { Span = property.Span };
        }
        else if (root is NameExpr variable)
        {
            container = expressions.Name(variable);
        }
        else
        {
            diagnostics.Add(new Diagnostic(root.Span, "an element can be assigned only in a variable or a property"));
            return ExpressionCompiler.Zero;
        }
        return AssignLevels(e, levels, root, container, target, propertyName);
    }

    // Whether it makes no difference that the variable is read only when its element is assigned.
    private bool MayReadLate(NameExpr name, IndexExpr single, AssignExpr e) =>
        !leaving.Leaves(e) || !AssignmentSearch.Assigns(single.Index) && !AssignmentSearch.Assigns(e.Value)
        && statements.Scope.Find(name.Name) is { } variable && statements.Assigned.IsSure(variable.Slot);

    private AssignLocalIndexNode AssignLocalElement(NameExpr name, IndexExpr single, AssignExpr e)
    {
        var slot = statements.Assignable(name.Name, name.Span);
        var index = expressions.IndexesOf(slot, [single.Index])[0];
        _ = statements.Assigned.IsSure(slot);
        if (leaving.Leaves(e.Value)) index = Steady(index, single.Index.Span);
        return new AssignLocalIndexNode(slot, name.Name, index, expressions.Value(e.Value)) { Span = e.Span };
    }

    private AssignNestedIndexNode AssignNestedElement(NameExpr name, LocalNode whole, IndexExpr outer, IndexExpr inner, AssignExpr e)
    {
        var slot = statements.Assignable(name.Name, name.Span);
        var local = whole is OwningLocalNode owning ? owning.Looking : whole;
        var outerIndex = expressions.IndexesOf(slot, [outer.Index])[0];
        var at = new ConstantNode(default) { Span = outer.Span };
        return new AssignNestedIndexNode(slot, local, at, outerIndex, expressions.Tree(inner.Index), expressions.Tree(e.Value)) { Span = e.Span };
    }

    private TemporaryNode AssignLevels(AssignExpr e, List<Expr> levels, Expr root, Node container, Node? target, Node? propertyName)
    {
        var containers = new List<TemporaryNode> { expressions.Keep(container, root.Span) };
        var indexes = new List<Node[]>();
        foreach (var level in levels)
        {
            var nodes = expressions.IndexesOf(containers[^1].Slot, level is IndexExpr i ? [i.Index] : [((RangeExpr)level).From, ((RangeExpr)level).To]);
            indexes.Add([.. nodes.Select(node => Steady(node, level.Span))]);
            if (indexes.Count == levels.Count) break;
            Node inner = level is IndexExpr
                ? Operands.Make(containers[^1], indexes[^1][0], new IndexFactory(level.Span))
                : new RangeNode(containers[^1], indexes[^1][0], indexes[^1][1]) { Span = level.Span };
            containers.Add(expressions.Keep(inner, level.Span));
        }
        var result = expressions.Keep(expressions.Value(e.Value), e.Value.Span);
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
        node is ConstantNode or TemporaryNode or ThisNode or BuiltInVariableNode ? node : expressions.Keep(node, span);

    /// <summary>The node of a scattering assignment.</summary>
    public Node Scattering(ScatterPattern pattern, int[] slots, Node list, SourceSpan span)
    {
        if (!leaving.Leaves(pattern)) return new ScatterNode(Targets(pattern, slots), list) { Span = span };
        // Defaults that leave the frame become steps, skipped where the variable was filled.
        var source = expressions.Keep(list, span);
        var count = emitter.Temporary();
        var plain = new Scatter([.. pattern.Targets.Select((t, i) => (t.Kind, slots[i], (Node?)null))]);
        emitter.Emit(new ScatterStep(plain, source, count) { Span = span });
        AssignTargets(pattern, slots, isDefaultDone: false);
        var optional = 0;
        for (var i = 0; i < pattern.Targets.Count; i++)
        {
            var target = pattern.Targets[i];
            if (target.Kind != ScatterKind.Optional) continue;
            var filled = new Label();
            emitter.Emit(new JumpIfFilledStep(count, optional++) { Span = target.Span }, filled);
            if (target.Default is not null) expressions.Maybe(() => expressions.Into(target.Default, slots[i]));
            emitter.Place(filled);
        }
        AssignTargets(pattern, slots, isDefaultDone: true);
        return source;
    }

    /// <summary>The variables of a pattern, of which no default leaves the frame.</summary>
    public Scatter Targets(ScatterPattern pattern, int[] slots)
    {
        AssignTargets(pattern, slots, isDefaultDone: false);
        var targets = pattern.Targets.Select((t, i) => (t.Kind, slots[i], t.Default is null ? null : expressions.MaybeTree(t.Default))).ToArray();
        AssignTargets(pattern, slots, isDefaultDone: true);
        return new Scatter(targets);
    }

    // Differs from LambdaMOO: without the d bit a list that does not fit leaves variables without a value at 0, not without a value.
    private void AssignTargets(ScatterPattern pattern, int[] slots, bool isDefaultDone)
    {
        for (var i = 0; i < slots.Length; i++)
        {
            var isOptional = pattern.Targets[i].Kind == ScatterKind.Optional;
            if (!isOptional || isDefaultDone && pattern.Targets[i].Default is not null) statements.Assigned.Add(slots[i]);
        }
    }
}
