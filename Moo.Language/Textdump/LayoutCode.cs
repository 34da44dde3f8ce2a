using Moo.Language.Syntax;
using Moo.Store.Values;

namespace Moo.Language.Textdump;

/// <summary>The code that is being laid out: counts the parts of instructions, and follows the interpreter's stack.</summary>
/// <param name="variant">How the compiler does what not all do alike.</param>
/// <param name="slots">The numbers of the variables.</param>
internal sealed class LayoutCode(LayoutVariant variant, Dictionary<string, int> slots)
{
    private const int ReadyVariables = 32;

    private readonly HashSet<string> _literals = new(StringComparer.Ordinal);

    /// <summary>How the compiler does what not all do alike.</summary>
    public LayoutVariant Variant => variant;

    /// <summary>The numbers of the variables.</summary>
    public Dictionary<string, int> Slots => slots;

    /// <summary>The bodies of forks, by number.</summary>
    public List<LayoutBody> Forks { get; } = [];

    /// <summary>The body that is being laid out.</summary>
    public LayoutBody Body { get; set; } = new();

    /// <summary>How many references to variables there are so far, in all bodies.</summary>
    public int VariableReferences { get; private set; }

    /// <summary>How many literals there are so far, in all bodies.</summary>
    public int LiteralCount => _literals.Count;

    /// <summary>Whether the program has something that those compilers do not know, or a variable that the task does not have.</summary>
    public bool IsStrange { get; set; }

    public void Byte(int count = 1) => Body.Place = Body.Place with { Bytes = Body.Place.Bytes + count };

    public void Label() => Body.Place = Body.Place with { Bytes = Body.Place.Bytes + 1, Labels = Body.Place.Labels + 1 };

    public void Literal(Value value)
    {
        var text = $"{value.Kind} {Store.Values.Literal.Of(value, exactFloats: true)}";
        _literals.Add(text);
        Body.LargestLiteral = Math.Max(Body.LargestLiteral, _literals.Count - 1);
        Body.Place = Body.Place with { Bytes = Body.Place.Bytes + 1, Literals = Body.Place.Literals + 1 };
    }

    public void VariableReference(string name)
    {
        var slot = Slot(name);
        Body.LargestVariable = Math.Max(Body.LargestVariable, slot);
        VariableReferences++;
        Body.Place = Body.Place with { Bytes = Body.Place.Bytes + 1, Variables = Body.Place.Variables + 1 };
    }

    public int Slot(string name)
    {
        if (Slots.TryGetValue(name, out var slot)) return slot;
        IsStrange = true;
        return 0;
    }

    // PUSH or PUT: one instruction for each of the first variables, one with a reference for all others.
    public void VariableInstruction(string name)
    {
        Byte();
        if (Slot(name) >= ReadyVariables) VariableReference(name);
    }

    public void Push(Pending entry) => Body.Stack.Add(entry);

    public void Push(Expr expression) => Push(new Pending(PendingKind.Operand, expression));

    public void Pop(int count = 1) => Body.Stack.RemoveRange(Body.Stack.Count - count, count);

    public void Replace(int count, Expr by)
    {
        Pop(count);
        Push(by);
    }

    public void Replace(int count, Pending by)
    {
        Pop(count);
        Push(by);
    }
}
