using Moo.Language.Syntax;

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
    private readonly LayoutCode _code;
    private readonly LayoutExpressions _expressions;

    private LambdaMooLayout(LayoutCode code) => (_code, _expressions) = (code, new LayoutExpressions(code));

    /// <summary>The calls of a program by the place behind them; null if the program is none of those compilers'.</summary>
    /// <param name="program">The program.</param>
    /// <param name="variables">The names of the task's variables, in the order of their numbers.</param>
    /// <param name="vector">-1 for the main part, else the number of the fork whose body is meant.</param>
    /// <param name="variant">How the compiler does what not all do alike.</param>
    public static Dictionary<long, CallSite>? Calls(IReadOnlyList<Statement> program, IEnumerable<string> variables, long vector, LayoutVariant variant)
    {
        var slots = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in variables) slots.TryAdd(name, slots.Count);
        var layout = new LambdaMooLayout(new LayoutCode(variant, slots));
        var main = layout.LayOut(program);
        var body = vector < 0 ? main : vector < layout._code.Forks.Count ? layout._code.Forks[(int)vector] : null;
        return layout._code.IsStrange ? null : body?.Calls.ToDictionary(site => body.Bytes(site.Behind));
    }

    private LayoutBody LayOut(IReadOnlyList<Statement> statements)
    {
        var outer = _code.Body;
        var body = _code.Body = new LayoutBody();
        Statements(statements);
        _code.Byte();
        // The numbers of all references so far, not those of this body: an old mistake that places depend on (code_gen.c).
        body.Settle(Math.Max(body.LargestLiteral, _code.LiteralCount), Math.Max(body.LargestFork, _code.Forks.Count), Math.Max(body.LargestVariable, _code.VariableReferences));
        _code.Body = outer;
        return body;
    }

    private void Statements(IReadOnlyList<Statement> statements)
    {
        foreach (var statement in statements) Statement(statement);
    }

    private void Statement(Statement statement)
    {
        switch (statement)
        {
            case ExpressionStatement s:
                _expressions.Value(s.Expression);
                _code.Byte();
                _code.Pop();
                break;
            case IfStatement s:
                foreach (var (test, body) in s.Branches)
                {
                    _expressions.Value(test);
                    _code.Byte();
                    _code.Label();
                    _code.Pop();
                    Statements(body);
                    _code.Byte();
                    _code.Label();
                }
                Statements(s.Else ?? []);
                break;
            case ForInStatement s:
                ForIn(s);
                break;
            case ForRangeStatement s:
                _expressions.Value(s.From);
                _expressions.Value(s.To);
                _code.Pop(2);
                _code.Byte();
                _code.VariableReference(s.Name);
                _code.Label();
                Loop(s, PendingKind.NextNumber, PendingKind.LastNumber, s.Body);
                break;
            case WhileStatement s:
                _expressions.Value(s.Test);
                _code.Byte(s.Name is null ? 1 : 2);
                if (s.Name is not null) _code.VariableReference(s.Name);
                _code.Label();
                _code.Pop();
                Statements(s.Body);
                _code.Byte();
                _code.Label();
                break;
            case ForkStatement s:
                Fork(s);
                break;
            case ReturnStatement s:
                if (s.Value is not null) _expressions.Value(s.Value);
                if (s.Value is not null) _code.Pop();
                _code.Byte();
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
                _code.IsStrange = true;
                break;
        }
    }

    private void ForIn(ForInStatement s)
    {
        _expressions.Value(s.Collection);
        _code.Pop();
        if (_code.Variant.HasIterators)
        {
            // The place begins as "none", a literal.
            _code.Byte();
            _code.Literal(Store.Values.Value.Unset);
            _code.Byte(2);
        }
        else
        {
            // The place begins as the number 1.
            _code.Byte(2);
        }
        _code.VariableReference(s.Value);
        if (s.Key is not null) _code.VariableReference(s.Key);
        _code.IsStrange |= s.Key is not null && !_code.Variant.HasIterators;
        _code.Label();
        Loop(s, PendingKind.Collection, PendingKind.Place, s.Body);
    }

    private void Loop(Statement loop, PendingKind first, PendingKind second, IReadOnlyList<Statement> body)
    {
        _code.Push(new Pending(first, loop));
        _code.Push(new Pending(second, loop));
        Statements(body);
        _code.Byte();
        _code.Label();
        _code.Pop(2);
    }

    private void Fork(ForkStatement s)
    {
        _expressions.Value(s.Delay);
        _code.Byte();
        var body = LayOut(s.Body);
        _code.Body.LargestFork = Math.Max(_code.Body.LargestFork, _code.Forks.Count);
        _code.Forks.Add(body);
        _code.Body.Place = _code.Body.Place with { Bytes = _code.Body.Place.Bytes + 1, Forks = _code.Body.Place.Forks + 1 };
        if (s.Name is not null) _code.VariableReference(s.Name);
        _code.Pop();
    }

    private void Try(TryStatement s)
    {
        if (s.Finally is null)
        {
            TryExcept(s);
            return;
        }
        _code.IsStrange |= s.Excepts.Count > 0;
        _code.Byte(2);
        _code.Label();
        _code.Push(new Pending(PendingKind.FinallyMark, s));
        Statements(s.Body);
        _code.Byte(2);
        _code.Pop();
        _code.Push(new Pending(PendingKind.EndedWith, s));
        _code.Push(new Pending(PendingKind.Ended, s));
        Statements(s.Finally);
        _code.Byte(2);
        _code.Pop(2);
    }

    private void TryExcept(TryStatement s)
    {
        foreach (var clause in s.Excepts)
        {
            _expressions.Codes(clause.Codes, clause);
            _code.Byte(2);
            _code.Label();
            _code.Push(new Pending(PendingKind.HandlerPlace, clause));
        }
        _code.Byte(3);
        _code.Push(new Pending(PendingKind.CatchMark, s));
        Statements(s.Body);
        _code.Byte(2);
        _code.Label();
        _code.Pop(2 * s.Excepts.Count + 1);
        for (var i = 0; i < s.Excepts.Count; i++)
        {
            if (s.Excepts[i].Name is { } name) _code.VariableInstruction(name);
            _code.Byte();
            Statements(s.Excepts[i].Body);
            if (i + 1 == s.Excepts.Count) continue;
            _code.Byte();
            _code.Label();
        }
    }

    // EXIT or EXIT_ID, the name, the depth of the stack, the place.
    private void Leave(string? name)
    {
        _code.Byte(2);
        if (name is not null) _code.VariableReference(name);
        _code.Byte();
        _code.Label();
    }
}
