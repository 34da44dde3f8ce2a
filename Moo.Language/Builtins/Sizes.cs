using Moo.Store.Worlds;

namespace Moo.Language.Builtins;

/// <summary>Adds up what objects take, in the same measure as <c>value_bytes()</c>.</summary>
internal static class Sizes
{
    private const int ObjectBytes = 128;
    private const int VerbBytes = 48;
    private const int PropertyBytes = 32;

    /// <summary>The bytes of an object; all of it is recorded as read.</summary>
    public static long Of(ObjectDraft draft)
    {
        draft.MarkShapeRead();
        var (structure, state) = (draft.Class, draft.State!);
        var bytes = ObjectBytes + draft.Name.Length + 8L * (draft.Contents.Count + draft.Children.Count + structure.Parents.Length);
        foreach (var verb in structure.Verbs) bytes += VerbBytes + verb.Names.Length + verb.Source.Length;
        for (var cell = 0; cell < state.Shape.Count; cell++)
        {
            draft.MarkRead(cell);
            var value = state.Cells[cell].Value;
            bytes += PropertyBytes + state.Shape.Names[cell].Length + (value.IsClear ? 0 : value.Bytes);
        }
        return bytes;
    }
}
