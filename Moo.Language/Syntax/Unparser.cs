using System.Text;
using Moo.Store.Values;

namespace Moo.Language.Syntax;

/// <summary>Writes programs from their syntax trees, in LambdaMOO's layout: <c>parse(unparse(x)) == x</c>.</summary>
/// <remarks>Comments are not part of the tree; whoever wants the text as typed takes the verb's source.</remarks>
public sealed class Unparser
{
    private readonly StringBuilder _text = new();
    private readonly List<string> _lines = [];
    private readonly bool _fullyParenthesised;
    private readonly bool _indents;
    private int _level;

    private Unparser(bool fullyParenthesised, bool indents) => (_fullyParenthesised, _indents) = (fullyParenthesised, indents);

    /// <summary>The lines of a program.</summary>
    /// <param name="statements">The program.</param>
    /// <param name="fullyParenthesised">Whether every operation inside another one gets parentheses, needed or not.</param>
    /// <param name="indents">Whether blocks are indented.</param>
    public static IReadOnlyList<string> Lines(IReadOnlyList<Statement> statements, bool fullyParenthesised = false, bool indents = true)
    {
        var unparser = new Unparser(fullyParenthesised, indents);
        unparser.Body(statements);
        return unparser._lines;
    }

    /// <summary>The text of one expression.</summary>
    public static string Text(Expr expression)
    {
        var unparser = new Unparser(false, true);
        unparser.Write(expression, Rank.Assignment);
        return unparser._text.ToString();
    }

    private enum Rank
    {
        Assignment, Conditional, Logical, Comparison, Bitwise, Shift, Sum, Product, Power, Unary, Postfix,
    }

    private void Line(string start, Expr? expression = null, string end = "")
    {
        if (_indents) _text.Append(' ', 2 * _level);
        _text.Append(start);
        if (expression is not null) Write(expression, Rank.Assignment);
        _text.Append(end);
        _lines.Add(_text.ToString());
        _text.Clear();
    }

    // Inside a lambda the text of the line before it has been begun already: its statements then follow on lines of their own.
    private void Body(IEnumerable<Statement> statements)
    {
        foreach (var statement in statements) Write(statement);
    }

    private void Nested(IEnumerable<Statement> statements)
    {
        _level++;
        Body(statements);
        _level--;
    }

    private void Write(Statement statement)
    {
        switch (statement)
        {
            case ExpressionStatement s:
                Line("", s.Expression, ";");
                break;
            case IfStatement s:
                for (var i = 0; i < s.Branches.Count; i++)
                {
                    Line(i == 0 ? "if (" : "elseif (", s.Branches[i].Test, ")");
                    Nested(s.Branches[i].Body);
                }
                if (s.Else is not null)
                {
                    Line("else");
                    Nested(s.Else);
                }
                Line("endif");
                break;
            case ForInStatement s:
                Line($"for {s.Value}{(s.Key is null ? "" : ", " + s.Key)} in (", s.Collection, ")");
                Nested(s.Body);
                Line("endfor");
                break;
            case ForRangeStatement s:
                Line($"for {s.Name} in [{Inline(s.From)}..", s.To, "]");
                Nested(s.Body);
                Line("endfor");
                break;
            case WhileStatement s:
                Line(s.Name is null ? "while (" : $"while {s.Name} (", s.Test, ")");
                Nested(s.Body);
                Line("endwhile");
                break;
            case ForkStatement s:
                Line(s.Name is null ? "fork (" : $"fork {s.Name} (", s.Delay, ")");
                Nested(s.Body);
                Line("endfork");
                break;
            case TryStatement s:
                Line("try");
                Nested(s.Body);
                foreach (var clause in s.Excepts)
                {
                    Line($"except {(clause.Name is null ? "" : clause.Name + " ")}({Inline(clause.Codes)})");
                    Nested(clause.Body);
                }
                if (s.Finally is not null)
                {
                    Line("finally");
                    Nested(s.Finally);
                }
                Line("endtry");
                break;
            default:
                WriteSimple(statement);
                break;
        }
    }

    private void WriteSimple(Statement statement)
    {
        switch (statement)
        {
            case ReturnStatement s:
                Line(s.Value is null ? "return" : "return ", s.Value, ";");
                break;
            case BreakStatement s:
                Line(s.Name is null ? "break;" : $"break {s.Name};");
                break;
            case ContinueStatement s:
                Line(s.Name is null ? "continue;" : $"continue {s.Name};");
                break;
            case BlockStatement s:
                Line("begin");
                Nested(s.Body);
                Line("end");
                break;
            case DeclarationStatement s:
                Line($"{Word(s.Kind)} {s.Name}{(s.Value is null ? "" : " = ")}", s.Value, ";");
                break;
            case ScatterDeclarationStatement s:
                Line($"{Word(s.Kind)} {{{Inline(s.Pattern)}}} = ", s.Value, ";");
                break;
            case FunctionStatement s:
                Line($"fn {s.Name}({Inline(s.Function.Parameters)})");
                Nested(s.Function.Statements!);
                Line("endfn");
                break;
            default:
                throw new InvalidOperationException($"No text for {statement.GetType().Name}.");
        }
    }

    private static string Word(DeclarationKind kind) => kind switch
    {
        DeclarationKind.Let => "let",
        DeclarationKind.Const => "const",
        _ => "global",
    };

    // Text of its own for a part that does not come last in a line.
    private string Inline(Expr expression) => Part(u => u.Write(expression, Rank.Assignment));

    private string Inline(ScatterPattern pattern) => Part(u => u.Write(pattern));

    private string Inline(IReadOnlyList<Expr>? codes) => codes is null ? "ANY" : Part(u => u.List(codes));

    private string Part(Action<Unparser> write)
    {
        var part = new Unparser(_fullyParenthesised, _indents);
        write(part);
        return part._text.ToString();
    }

    private static Rank RankOf(Expr expression) => expression switch
    {
        AssignExpr or ScatterExpr or LambdaExpr or ReturnExpr => Rank.Assignment,
        ConditionalExpr => Rank.Conditional,
        LogicalExpr => Rank.Logical,
        BinaryExpr b => RankOf(b.Operator),
        UnaryExpr => Rank.Unary,
        // A negative literal is written like the negation of a positive one, and reads as that.
        LiteralExpr { Value: { IsInt: true, AsInt: < 0 } } => Rank.Unary,
        LiteralExpr { Value: { IsFloat: true, AsFloat: < 0 } } => Rank.Unary,
        _ => Rank.Postfix,
    };

    private static Rank RankOf(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Add or BinaryOperator.Subtract => Rank.Sum,
        BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Modulo => Rank.Product,
        BinaryOperator.Power => Rank.Power,
        BinaryOperator.BitAnd or BinaryOperator.BitOr or BinaryOperator.BitXor => Rank.Bitwise,
        BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.ShiftRightLogical => Rank.Shift,
        _ => Rank.Comparison,
    };

    private static string Sign(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Modulo => "%",
        BinaryOperator.Power => "^",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.In => "in",
        BinaryOperator.BitAnd => "&.",
        BinaryOperator.BitOr => "|.",
        BinaryOperator.BitXor => "^.",
        BinaryOperator.ShiftLeft => "<<",
        BinaryOperator.ShiftRight => ">>",
        _ => ">>>",
    };

    private void Write(Expr expression, Rank atLeast)
    {
        var rank = RankOf(expression);
        var needsParentheses = rank < atLeast || _fullyParenthesised && atLeast > Rank.Assignment && rank < Rank.Postfix && expression is not (LiteralExpr or UnaryExpr { Operator: UnaryOperator.Negate, Operand: LiteralExpr });
        if (needsParentheses) _text.Append('(');
        WriteBare(expression, rank);
        if (needsParentheses) _text.Append(')');
    }

    private void WriteBare(Expr expression, Rank rank)
    {
        switch (expression)
        {
            case LiteralExpr e:
                // The smallest integer is read as a sign and a magnitude, which wraps to it: the sign is an operator of its own.
                _text.Append(e.Value.Is(Value.Int(long.MinValue)) ? "9223372036854775808" : Literal.Of(e.Value, exactFloats: true));
                break;
            case NameExpr e:
                _text.Append(e.Name);
                break;
            case UnaryExpr e:
                _text.Append(e.Operator switch { UnaryOperator.Not => '!', UnaryOperator.Negate => '-', _ => '~' });
                Write(e.Operand, Rank.Unary);
                break;
            case BinaryExpr e when e.Operator == BinaryOperator.Power:
                Write(e.Left, Rank.Unary);
                _text.Append(" ^ ");
                Write(e.Right, Rank.Power);
                break;
            case BinaryExpr e:
                Write(e.Left, rank);
                _text.Append(' ').Append(Sign(e.Operator)).Append(' ');
                Write(e.Right, rank + 1);
                break;
            case LogicalExpr e:
                Write(e.Left, rank);
                _text.Append(e.IsAnd ? " && " : " || ");
                Write(e.Right, rank + 1);
                break;
            case ConditionalExpr e:
                Write(e.Test, Rank.Logical);
                _text.Append(" ? ");
                Write(e.Yes, Rank.Assignment);
                _text.Append(" | ");
                Write(e.No, Rank.Conditional);
                break;
            case AssignExpr e:
                Write(e.Target, Rank.Postfix);
                _text.Append(" = ");
                Write(e.Value, Rank.Assignment);
                break;
            case ScatterExpr e:
                _text.Append('{');
                Write(e.Pattern);
                _text.Append("} = ");
                Write(e.Value, Rank.Assignment);
                break;
            default:
                WritePostfix(expression);
                break;
        }
    }

    private void WritePostfix(Expr expression)
    {
        switch (expression)
        {
            case PropertyExpr { IsSystem: true } e:
                _text.Append('$').Append(((LiteralExpr)e.Name).Value.AsStr);
                break;
            case PropertyExpr e:
                // '^.' would be an operator.
                if (e.Target is FirstIndexExpr) _text.Append("(^)");
                else Write(e.Target, Rank.Postfix);
                _text.Append('.');
                Member(e.Name);
                break;
            case VerbCallExpr { IsSystem: true } e:
                _text.Append('$').Append(((LiteralExpr)e.Name).Value.AsStr);
                Arguments(e.Arguments);
                break;
            case VerbCallExpr e:
                Write(e.Target, Rank.Postfix);
                _text.Append(':');
                Member(e.Name);
                Arguments(e.Arguments);
                break;
            case FunctionCallExpr e:
                _text.Append(e.Name);
                Arguments(e.Arguments);
                break;
            case ValueCallExpr e:
                var isPlain = e.Callee is PropertyExpr { IsSystem: false } or IndexExpr or VerbCallExpr or FunctionCallExpr or ValueCallExpr;
                if (!isPlain) _text.Append('(');
                Write(e.Callee, Rank.Assignment);
                if (!isPlain) _text.Append(')');
                Arguments(e.Arguments);
                break;
            case IndexExpr e:
                Write(e.Base, Rank.Postfix);
                _text.Append('[');
                Write(e.Index, Rank.Assignment);
                _text.Append(']');
                break;
            case RangeExpr e:
                Write(e.Base, Rank.Postfix);
                _text.Append('[');
                Write(e.From, Rank.Assignment);
                _text.Append("..");
                Write(e.To, Rank.Assignment);
                _text.Append(']');
                break;
            case LastIndexExpr:
                _text.Append('$');
                break;
            case FirstIndexExpr:
                _text.Append('^');
                break;
            default:
                WriteComposite(expression);
                break;
        }
    }

    private void WriteComposite(Expr expression)
    {
        switch (expression)
        {
            case ListExpr e:
                _text.Append('{');
                List(e.Elements);
                _text.Append('}');
                break;
            case MapExpr e:
                _text.Append('[');
                Separated(e.Entries, entry =>
                {
                    Write(entry.Key, Rank.Assignment);
                    _text.Append(" -> ");
                    Write(entry.Value, Rank.Assignment);
                });
                _text.Append(']');
                break;
            case SpliceExpr e:
                _text.Append('@');
                Write(e.List, Rank.Assignment);
                break;
            case CatchExpr e:
                _text.Append('`');
                Write(e.Body, Rank.Assignment);
                _text.Append(" ! ").Append(Inline(e.Codes));
                if (e.Default is not null)
                {
                    _text.Append(" => ");
                    Write(e.Default, Rank.Assignment);
                }
                _text.Append('\'');
                break;
            case ReturnExpr e:
                _text.Append("return");
                if (e.Value is null) break;
                _text.Append(' ');
                Write(e.Value, Rank.Assignment);
                break;
            case LambdaExpr e:
                Lambda(e);
                break;
            case ComprehensionExpr e:
                Comprehension(e);
                break;
            case FlyweightExpr e:
                Flyweight(e);
                break;
            default:
                throw new InvalidOperationException($"No text for {expression.GetType().Name}.");
        }
    }

    private void Lambda(LambdaExpr e)
    {
        if (e.Body is not null)
        {
            _text.Append('{');
            Write(e.Parameters);
            _text.Append("} => ");
            Write(e.Body, Rank.Assignment);
            return;
        }
        // Its statements go on the same line: a line of text is what callers put before and behind an expression.
        _text.Append("fn (");
        Write(e.Parameters);
        _text.Append(')');
        foreach (var line in Lines(e.Statements!, _fullyParenthesised, indents: false)) _text.Append(' ').Append(line);
        _text.Append(" endfn");
    }

    private void Comprehension(ComprehensionExpr e)
    {
        _text.Append('{');
        Write(e.Element, Rank.Assignment);
        _text.Append(" for ").Append(e.Value);
        if (e.Key is not null) _text.Append(", ").Append(e.Key);
        _text.Append(e.To is null ? " in (" : " in [");
        Write(e.Source, Rank.Assignment);
        if (e.To is not null)
        {
            _text.Append("..");
            Write(e.To, Rank.Assignment);
        }
        _text.Append(e.To is null ? ')' : ']');
        if (e.Filter is not null)
        {
            _text.Append(" if ");
            Write(e.Filter, Rank.Assignment);
        }
        _text.Append('}');
    }

    private void Flyweight(FlyweightExpr e)
    {
        // Inside < >, a comparison would end the flyweight: everything that ranks below a sum gets parentheses.
        _text.Append('<');
        Write(e.Delegate, Rank.Sum);
        foreach (var (name, value) in e.Slots)
        {
            _text.Append(", .").Append(name).Append(" = ");
            Write(value, Rank.Sum);
        }
        if (e.Contents is not null)
        {
            _text.Append(", ");
            Write(e.Contents, Rank.Sum);
        }
        _text.Append('>');
    }

    private void Write(ScatterPattern pattern) => Separated(pattern.Targets, target =>
    {
        _text.Append(target.Kind switch { ScatterKind.Optional => "?", ScatterKind.Rest => "@", _ => "" }).Append(target.Name);
        if (target.Default is null) return;
        _text.Append(" = ");
        Write(target.Default, Rank.Assignment);
    });

    private void Member(Expr name)
    {
        if (name is LiteralExpr { Value: var value } && value.TryStr(out var text) && Literal.IsName(text))
        {
            _text.Append(text);
            return;
        }
        _text.Append('(');
        Write(name, Rank.Assignment);
        _text.Append(')');
    }

    private void Arguments(IReadOnlyList<Expr> arguments)
    {
        _text.Append('(');
        List(arguments);
        _text.Append(')');
    }

    private void List(IReadOnlyList<Expr> expressions) => Separated(expressions, e => Write(e, Rank.Assignment));

    private void Separated<T>(IReadOnlyList<T> items, Action<T> write)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) _text.Append(", ");
            write(items[i]);
        }
    }
}
