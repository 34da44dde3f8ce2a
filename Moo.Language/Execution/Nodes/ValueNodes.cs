using Moo.Store.Values;

namespace Moo.Language.Execution.Nodes;

/// <summary>A literal, or whatever was computed while compiling.</summary>
internal sealed class ConstantNode(Value value) : Node
{
    public Value Value => value;

    public override Value Eval(Frame frame) => value;
}

/// <summary>A variable.</summary>
/// <param name="slot">Its slot.</param>
/// <param name="name">Its name.</param>
/// <param name="isSure">Whether it surely has a value here.</param>
internal class LocalNode(int slot, string name, bool isSure) : Node
{
    public int Slot => slot;

    public string Name => name;

    /// <summary>Whether it surely has a value here.</summary>
    public bool IsSure => isSure;

    public override Value Eval(Frame frame)
    {
        var value = frame.Slots[slot];
        return value.IsUnset ? Missing(frame) : value;
    }

    /// <summary>The value, or nothing if the variable has none.</summary>
    public virtual Value Peek(Frame frame) => frame.Slots[slot];

    private Value Missing(Frame frame) => frame.Fail(this, ErrorCode.E_VARNF, "the variable \"{0}\" has no value here", Value.Str(name));
}

/// <summary>A variable of which elements are assigned somewhere, and which may own its list for that (<see cref="MooList.SetItemInPlace(int, Value, object)"/>).</summary>
/// <remarks>Whoever gets the list from here may keep it, so the variable owns it no longer.</remarks>
internal sealed class OwningLocalNode(int slot, string name, bool isSure) : LocalNode(slot, name, isSure)
{
    /// <summary>The same for those who only look at the list, and do not keep it.</summary>
    public LocalNode Looking => new(Slot, Name, IsSure) { Span = Span };

    public override Value Eval(Frame frame)
    {
        var value = base.Eval(frame);
        if (value.Reference is MooList list) list.Disown();
        return value;
    }

    public override Value Peek(Frame frame)
    {
        var value = base.Peek(frame);
        if (value.Reference is MooList list) list.Disown();
        return value;
    }
}

/// <summary>A temporary: the result of an earlier step, always there.</summary>
internal sealed class TemporaryNode(int slot) : Node
{
    public int Slot => slot;

    public override Value Eval(Frame frame) => frame.Slots[slot];
}

/// <summary>Keeps a value in a temporary on its way: for <c>$</c> inside an index.</summary>
internal sealed class KeepNode(int slot, Node value) : Node
{
    public override Value Eval(Frame frame)
    {
        var kept = value.Eval(frame);
        if (!kept.IsFailure) frame.Slots[slot] = kept;
        return kept;
    }
}

/// <summary>A predefined variable that the program never assigns to.</summary>
internal sealed class BuiltInVariableNode(BuiltInVariable variable) : Node
{
    public BuiltInVariable Variable => variable;

    public override Value Eval(Frame frame) => BuiltInVariables.Read(frame, variable);
}

/// <summary><c>this</c>, where the program never assigns to it.</summary>
internal sealed class ThisNode : Node
{
    public override Value Eval(Frame frame) => frame.This;
}

/// <summary><c>E_NAME(message, value)</c>: an error with a message.</summary>
internal sealed class ErrorNode(ErrorCode code, Node message, Node? value) : Node
{
    public override Value Eval(Frame frame)
    {
        var text = message.Eval(frame);
        if (text.IsFailure) return text;
        if (!text.TryStr(out var words)) return frame.Fail(this, ErrorCode.E_TYPE, "an error's message is a string, not {0}", text);
        var attached = value is null ? default : value.Eval(frame);
        return attached.IsFailure ? attached : Value.Of(MooError.Of(code, words, attached));
    }
}

/// <summary><c>args[n]</c>, where the program never assigns to <c>args</c>: the list is not made for that.</summary>
/// <param name="index">The 0-based place.</param>
internal sealed class ArgumentNode(int index) : Node
{
    public override Value Eval(Frame frame)
    {
        if (frame.ArgumentList is null && index < frame.ArgumentCount) return frame.Arguments[index];
        return Indexing.Get(frame, this, Value.List(frame.ReadArguments()), Value.Int(index + 1));
    }
}
