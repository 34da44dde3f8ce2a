using System.Runtime.CompilerServices;
using Moo.Store.Values;

namespace Moo.Language.Execution.Nodes;

/// <summary>Where a node gets an operand from. A struct, so that the JIT makes code of its own for each combination of operands.</summary>
/// <remarks>
/// Most operands are variables and constants. A node class that is generic over its operands reads them without a virtual call and
/// without asking whether they failed; one class stands for all its combinations.
/// </remarks>
internal interface IOperand
{
    /// <summary>Whether evaluating it can fail.</summary>
    static abstract bool MayFail { get; }

    Value Eval(Frame frame);
}

/// <summary>A variable that surely has a value, or a temporary.</summary>
internal readonly struct SlotOperand(int slot) : IOperand
{
    public static bool MayFail => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Value Eval(Frame frame) => frame.Slots[slot];
}

/// <summary>A constant.</summary>
internal readonly struct ConstantOperand(Value value) : IOperand
{
    public static bool MayFail => false;

    public Value Eval(Frame frame) => value;
}

/// <summary>Any node.</summary>
internal readonly struct NodeOperand(Node node) : IOperand
{
    public static bool MayFail => true;

    public Value Eval(Frame frame) => node.Eval(frame);
}

/// <summary>Makes a node of two operands, whatever they are.</summary>
internal interface IBinaryFactory
{
    Node Make<TLeft, TRight>(TLeft left, TRight right) where TLeft : struct, IOperand where TRight : struct, IOperand;
}

/// <summary>Makes a node of one operand, whatever it is.</summary>
internal interface IUnaryFactory
{
    Node Make<TOperand>(TOperand operand) where TOperand : struct, IOperand;
}

/// <summary>Chooses the operands for nodes that are made of other nodes.</summary>
internal static class Operands
{
    public static Node Make<TFactory>(Node operand, TFactory factory) where TFactory : IUnaryFactory => operand switch
    {
        ConstantNode constant => factory.Make(new ConstantOperand(constant.Value)),
        LocalNode { IsSure: true } local and not OwningLocalNode => factory.Make(new SlotOperand(local.Slot)),
        TemporaryNode temporary => factory.Make(new SlotOperand(temporary.Slot)),
        _ => factory.Make(new NodeOperand(operand)),
    };

    public static Node Make<TFactory>(Node left, Node right, TFactory factory) where TFactory : IBinaryFactory =>
        Make(left, new LeftChosen<TFactory>(right, factory));

    private readonly struct LeftChosen<TFactory>(Node right, TFactory factory) : IUnaryFactory where TFactory : IBinaryFactory
    {
        public Node Make<TLeft>(TLeft left) where TLeft : struct, IOperand => Operands.Make(right, new BothChosen<TFactory, TLeft>(left, factory));
    }

    private readonly struct BothChosen<TFactory, TLeft>(TLeft left, TFactory factory) : IUnaryFactory
        where TFactory : IBinaryFactory where TLeft : struct, IOperand
    {
        public Node Make<TRight>(TRight right) where TRight : struct, IOperand => factory.Make(left, right);
    }
}
