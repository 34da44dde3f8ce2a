using Moo.Store.Values;

namespace Moo.Language.Execution;

/// <summary>A builtin function in the middle of its work: it called a verb, and goes on when that has returned.</summary>
/// <remarks>Plain data, since the verb may suspend and the task be stored: a name, a stage, and values.</remarks>
/// <param name="name">The builtin's name.</param>
/// <param name="stage">How far it has come; the builtin's own numbering.</param>
/// <param name="state">What it needs to go on.</param>
internal sealed class NativeCall(string name, int stage, params Value[] state)
{
    public string Name => name;

    public int Stage { get; set; } = stage;

    public Value[] State => state;
}
