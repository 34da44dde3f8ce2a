using Moo.Store.Values;

namespace Moo.Language.Execution.Nodes;

/// <summary>A lambda expression: its value captures the variables it names, as they are now.</summary>
/// <param name="source">The expression's text.</param>
/// <param name="captured">The variables of the enclosing program that it names.</param>
internal sealed class LambdaNode(string source, (string Name, Node Value)[] captured) : Node
{
    private CompiledProgram? _compiled;

    public override Value Eval(Frame frame)
    {
        var map = MooMap.Empty;
        foreach (var (name, node) in captured)
        {
            var value = node is LocalNode local ? local.Peek(frame) : node.Eval(frame);
            if (!value.IsUnset) map = map.Set(Value.Str(name), value);
        }
        _compiled ??= Compilation.ProgramCompiler.CompileLambda(source, frame.Task.Runtime.Builtins);
        return Quota.Check(frame.Task, Value.Of(new MooLambda(source, map, frame.Programmer) { Compiled = _compiled }));
    }
}
