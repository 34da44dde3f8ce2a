using Moo.Language.Syntax;
using Moo.Store.Values;

namespace Moo.Language.Textdump;

/// <summary>Lays expressions out: each leaves one entry on the stack.</summary>
internal sealed class LayoutExpressions(LayoutCode code)
{
    private const int SmallestInteger = -10;

    /// <summary>Lays an expression out.</summary>
    public void Value(Expr expression)
    {
        switch (expression)
        {
            case LiteralExpr e:
                Constant(e.Value);
                code.Push(e);
                break;
            case UnaryExpr { Operator: UnaryOperator.Negate, Operand: LiteralExpr { Value: var value } } e when value.IsInt || value.IsFloat:
                Constant(value.IsInt ? Store.Values.Value.Int(-value.AsInt) : Store.Values.Value.Float(-value.AsFloat));
                code.Push(e);
                break;
            case NameExpr e when ErrorCode.IsBuiltIn(e.Name) && !code.Slots.ContainsKey(e.Name):
                code.Byte();
                code.Literal(Store.Values.Value.Err(ErrorCode.Find(e.Name)!));
                code.Push(e);
                break;
            case NameExpr e when e.Name.ToUpperInvariant() is "TRUE" or "FALSE" && !code.Slots.ContainsKey(e.Name):
                code.Byte();
                code.Literal(Store.Values.Value.Bool(e.Name.Length == "true".Length));
                code.Push(e);
                break;
            case NameExpr e:
                code.VariableInstruction(e.Name);
                code.Push(e);
                break;
            case UnaryExpr e:
                Value(e.Operand);
                code.Byte(e.Operator == UnaryOperator.Complement ? 2 : 1);
                code.Replace(1, e);
                break;
            case BinaryExpr e:
                Value(e.Left);
                Value(e.Right);
                code.Byte(e.Operator is BinaryOperator.Power or >= BinaryOperator.BitAnd ? 2 : 1);
                code.Replace(2, e);
                break;
            case LogicalExpr e:
                Value(e.Left);
                code.Byte();
                code.Label();
                code.Pop();
                Value(e.Right);
                code.Replace(1, e);
                break;
            case ConditionalExpr e:
                Value(e.Test);
                code.Byte();
                code.Label();
                code.Pop();
                Value(e.Yes);
                code.Byte();
                code.Label();
                code.Pop();
                Value(e.No);
                code.Replace(1, e);
                break;
            default:
                Compound(expression);
                break;
        }
    }

    private void Constant(Value value)
    {
        code.Byte();
        if (!value.IsInt || value.AsInt < SmallestInteger || value.AsInt > code.Variant.LargestInteger) code.Literal(value);
    }

    private void Compound(Expr expression)
    {
        switch (expression)
        {
            case PropertyExpr e:
                Value(e.Target);
                Value(e.Name);
                code.Byte();
                code.Replace(2, e);
                break;
            case IndexExpr e:
                Value(e.Base);
                Value(e.Index);
                code.Byte();
                code.Replace(2, e);
                break;
            case RangeExpr e:
                Value(e.Base);
                Value(e.From);
                Value(e.To);
                code.Byte();
                code.Replace(3, e);
                break;
            case LastIndexExpr or FirstIndexExpr:
                code.Byte(3);
                code.Push(expression);
                break;
            case ListExpr e:
                Elements(e.Elements, e);
                code.Replace(1, e);
                break;
            case MapExpr e:
                Map(e);
                break;
            case FunctionCallExpr e:
                Elements(e.Arguments, e);
                code.Pop();
                code.Byte(2);
                code.Body.Calls.Add(new CallSite(e, code.Body.Place, [.. code.Body.Stack]));
                code.Push(e);
                break;
            case VerbCallExpr e:
                Value(e.Target);
                Value(e.Name);
                Elements(e.Arguments, e);
                code.Pop(3);
                code.Byte();
                code.Body.Calls.Add(new CallSite(e, code.Body.Place, [.. code.Body.Stack]));
                code.Push(e);
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
                code.IsStrange = true;
                code.Push(expression);
                break;
        }
    }

    /// <summary>Lays out what makes a list of the values of elements or arguments.</summary>
    public void Elements(IReadOnlyList<Expr> elements, object source)
    {
        if (elements.Count == 0)
        {
            code.Byte();
            code.Push(new Pending(PendingKind.Elements, source, []));
        }
        for (var i = 0; i < elements.Count; i++)
        {
            Value(elements[i] is SpliceExpr splice ? splice.List : elements[i]);
            code.Byte();
            code.Pop(i == 0 ? 1 : 2);
            code.Push(new Pending(PendingKind.Elements, source, [.. elements.Take(i + 1)]));
        }
    }

    private void Map(MapExpr e)
    {
        code.IsStrange |= !code.Variant.HasIterators;
        code.Byte();
        code.Push(new Pending(PendingKind.Elements, e));
        foreach (var (key, value) in e.Entries)
        {
            Value(value);
            Value(key);
            code.Byte();
            code.Pop(2);
        }
        code.Replace(1, e);
    }

    private void Catch(CatchExpr e)
    {
        Codes(e.Codes, e);
        code.Byte(2);
        code.Label();
        code.Push(new Pending(PendingKind.HandlerPlace, e));
        code.Byte(2);
        code.Push(new Pending(PendingKind.CatchMark, e));
        Value(e.Body);
        code.Byte(2);
        code.Label();
        code.Pop(4);
        if (e.Default is not null)
        {
            code.Byte();
            Value(e.Default);
            code.Pop();
        }
        else
        {
            code.Byte(2);
        }
        code.Push(e);
    }

    private void Assign(AssignExpr e)
    {
        var depth = code.Body.Stack.Count;
        Target(e.Target, isIndexed: false);
        Value(e.Value);
        var target = e.Target;
        if (target is IndexExpr or RangeExpr) code.Byte();
        for (; target is IndexExpr or RangeExpr; target = target is IndexExpr i ? i.Base : ((RangeExpr)target).Base) code.Byte(target is RangeExpr ? 2 : 1);
        if (target is NameExpr name) code.VariableInstruction(name.Name);
        else code.Byte();
        if (e.Target is IndexExpr or RangeExpr) code.Byte(2);
        code.Replace(code.Body.Stack.Count - depth, e);
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
                code.Replace(1, new Pending(PendingKind.Operand, e.Index, Span: e.Span));
                if (!isIndexed) break;
                code.Byte();
                code.Push(e);
                break;
            case NameExpr e when isIndexed:
                code.VariableInstruction(e.Name);
                code.Push(e);
                break;
            case PropertyExpr e:
                Value(e.Target);
                Value(e.Name);
                if (!isIndexed) break;
                code.Byte();
                code.Push(e);
                break;
            case NameExpr:
                break;
            default:
                code.IsStrange = true;
                break;
        }
    }

    private void Scatter(ScatterExpr e)
    {
        Value(e.Value);
        code.Byte(5);
        foreach (var target in e.Pattern.Targets)
        {
            code.VariableReference(target.Name);
            code.Label();
        }
        code.Label();
        foreach (var target in e.Pattern.Targets.Where(target => target.Default is not null))
        {
            Value(target.Default!);
            code.VariableInstruction(target.Name);
            code.Byte();
            code.Pop();
        }
        code.Replace(1, e);
    }

    /// <summary>The errors that a handler takes: a list, or 0 for all.</summary>
    public void Codes(IReadOnlyList<Expr>? codes, object source)
    {
        if (codes is null)
        {
            code.Byte();
        }
        else
        {
            Elements(codes, source);
            code.Pop();
        }
        code.Push(new Pending(PendingKind.Codes, source));
    }
}
