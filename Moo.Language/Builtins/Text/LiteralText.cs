using System.Diagnostics.CodeAnalysis;
using Moo.Language.Syntax;
using Moo.Store.Values;

namespace Moo.Language.Builtins.Text;

/// <summary>Reads a literal without running anything: no variables, no calls, no operators but the sign of a number.</summary>
internal static class LiteralText
{
    /// <summary>The value of a literal.</summary>
    /// <param name="text">The text, as <c>toliteral()</c> writes it.</param>
    /// <param name="value">The value.</param>
    /// <param name="problem">What is wrong with the text, in words, and where.</param>
    public static bool TryRead(string text, out Value value, [NotNullWhen(false)] out string? problem)
    {
        value = default;
        var (expression, errors) = Parser.ParseExpression(text);
        if (expression is null)
        {
            problem = errors.Count > 0 ? errors[0].Message : "there is nothing";
            return false;
        }
        problem = null;
        if (Find(expression, ref value) is not { } culprit) return true;
        var part = text.Substring(culprit.Span.Start, Math.Min(culprit.Span.Length, 40));
        problem = part.Length == 0 ? "it is not a literal" : $"'{part}' is not a literal";
        return false;
    }

    // Null when the expression is a literal; else the part that is none.
    private static Expr? Find(Expr expression, ref Value value)
    {
        switch (expression)
        {
            case LiteralExpr literal:
                value = literal.Value;
                return null;
            case UnaryExpr { Operator: UnaryOperator.Negate, Operand: LiteralExpr { Value: { IsInt: true } or { IsFloat: true } } number }:
                value = number.Value.IsInt ? Value.Int(unchecked(-number.Value.AsInt)) : Value.Float(-number.Value.AsFloat);
                return null;
            case NameExpr name:
                return TryName(name.Name, ref value) ? null : name;
            case ListExpr list:
                return FindList(list.Elements, ref value);
            case MapExpr map:
                return FindMap(map, ref value);
            case FlyweightExpr flyweight:
                return FindFlyweight(flyweight, ref value);
            case FunctionCallExpr call:
                return FindError(call, ref value);
            default:
                return expression;
        }
    }

    private static bool TryName(string name, ref Value value)
    {
        var isTrue = name.Equals("true", StringComparison.OrdinalIgnoreCase);
        if (isTrue || name.Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            value = Value.Bool(isTrue);
            return true;
        }
        if (!name.StartsWith("E_", StringComparison.OrdinalIgnoreCase) || ErrorCode.Find(name) is not { } code) return false;
        value = Value.Err(code);
        return true;
    }

    private static Expr? FindList(IReadOnlyList<Expr> elements, ref Value value)
    {
        var items = new Value[elements.Count];
        for (var i = 0; i < items.Length; i++)
            if (Find(elements[i], ref items[i]) is { } culprit) return culprit;
        value = Value.List(MooList.FromOwned(items, items.Length));
        return null;
    }

    private static Expr? FindMap(MapExpr literal, ref Value value)
    {
        var map = MooMap.Empty;
        foreach (var (key, element) in literal.Entries)
        {
            Value k = default, v = default;
            if (Find(key, ref k) is { } badKey) return badKey;
            if (!MooMap.IsKey(k)) return key;
            if (Find(element, ref v) is { } badValue) return badValue;
            map = map.Set(k, v);
        }
        value = Value.Of(map);
        return null;
    }

    private static Expr? FindFlyweight(FlyweightExpr literal, ref Value value)
    {
        Value holder = default, contents = Value.List(MooList.Empty);
        if (Find(literal.Delegate, ref holder) is { } badDelegate) return badDelegate;
        if (!holder.TryObj(out var id)) return literal.Delegate;
        var slots = MooMap.Empty;
        foreach (var (name, element) in literal.Slots)
        {
            Value slot = default;
            if (Find(element, ref slot) is { } badSlot) return badSlot;
            slots = slots.Set(Value.Of(new MooSymbol(name)), slot);
        }
        if (literal.Contents is { } inner && Find(inner, ref contents) is { } badContents) return badContents;
        if (!contents.IsList) return literal.Contents;
        value = Value.Of(new MooFlyweight(id, slots, contents.AsList));
        return null;
    }

    // E_NAME("message") and E_NAME("message", value).
    private static Expr? FindError(FunctionCallExpr call, ref Value value)
    {
        Value code = default, message = default, detail = default;
        if (!TryName(call.Name, ref code) || !code.TryErr(out var error) || call.Arguments.Count is 0 or > 2) return call;
        if (Find(call.Arguments[0], ref message) is { } badMessage) return badMessage;
        if (!message.TryStr(out var words)) return call.Arguments[0];
        if (call.Arguments.Count == 2 && Find(call.Arguments[1], ref detail) is { } badDetail) return badDetail;
        value = Value.Of(MooError.Of(error.Code, words, detail));
        return null;
    }
}
