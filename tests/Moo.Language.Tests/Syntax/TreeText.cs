using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Moo.Language.Syntax;
using Moo.Store.Values;

namespace Moo.Language.Tests.Syntax;

/// <summary>A syntax tree as text, without the places in the source: what two trees are compared by.</summary>
internal static class TreeText
{
    public static string Of(IEnumerable<Statement> statements)
    {
        var text = new StringBuilder();
        Write(text, statements);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? part)
    {
        switch (part)
        {
            case null:
                text.Append("null");
                break;
            case Value value:
                text.Append(Literal.Of(value)).Append(value.IsFloat ? BitConverter.DoubleToInt64Bits(value.AsFloat).ToString("x") : "");
                break;
            case string or bool or Enum:
                text.Append(part);
                break;
            case ITuple tuple:
                for (var i = 0; i < tuple.Length; i++) Write(text.Append(i == 0 ? "<" : " "), tuple[i]);
                text.Append('>');
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (var item in items) Write(text.Append(' '), item);
                text.Append(']');
                break;
            default:
                text.Append('(').Append(part.GetType().Name);
                foreach (var property in part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                    if (property.PropertyType != typeof(SourceSpan)) Write(text.Append(' '), property.GetValue(part));
                text.Append(')');
                break;
        }
    }
}
