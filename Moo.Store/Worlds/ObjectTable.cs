namespace Moo.Store.Worlds;

/// <summary>A persistent table from object number to state: a radix tree, 32 ways at each level.</summary>
/// <remarks>
/// Reading needs no lock. <see cref="Set"/> copies the nodes on one path, unless the caller's edit token shows that they were
/// copied for this edit already.
/// </remarks>
internal sealed class ObjectTable
{
    private const int BitsPerLevel = 5;
    private const int Width = 1 << BitsPerLevel;
    private const int Mask = Width - 1;

    private readonly Node? _root;
    private readonly int _shift;

    private ObjectTable(Node? root, int shift)
    {
        _root = root;
        _shift = shift;
    }

    public static readonly ObjectTable Empty = new(null, 0);

    /// <summary>The state filed under a number, or null. Negative numbers are never there.</summary>
    public ObjectState? Find(long number)
    {
        if (number < 0 || number >> _shift >= Width) return null;
        var node = _root;
        for (var shift = _shift; shift > 0 && node is not null; shift -= BitsPerLevel)
            node = (Node?)node.Slots[(int)(number >> shift) & Mask];
        return (ObjectState?)node?.Slots[(int)number & Mask];
    }

    /// <summary>The table with a state filed under a number, or with the number free (null).</summary>
    /// <param name="number">The number, not negative.</param>
    /// <param name="state">The state, or null.</param>
    /// <param name="edit">A token of one edit; nodes made under it are changed in place.</param>
    public ObjectTable Set(long number, ObjectState? state, object edit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        var (root, shift) = (_root, _shift);
        while (number >> shift >= Width)
        {
            var above = new Node(edit);
            above.Slots[0] = root;
            root = root is null ? null : above;
            shift += BitsPerLevel;
        }
        return new ObjectTable(SetBelow(root, shift, number, state, edit), shift);
    }

    private static Node SetBelow(Node? node, int shift, long number, ObjectState? state, object edit)
    {
        node = node is null ? new Node(edit) : node.Edit == edit ? node : node.Copy(edit);
        var slot = (int)(number >> shift) & Mask;
        node.Slots[slot] = shift == 0 ? state : SetBelow((Node?)node.Slots[slot], shift - BitsPerLevel, number, state, edit);
        return node;
    }

    /// <summary>All states in order of number.</summary>
    public IEnumerable<ObjectState> All() => _root is null ? [] : Walk(_root, _shift);

    private static IEnumerable<ObjectState> Walk(Node node, int shift)
    {
        foreach (var slot in node.Slots)
        {
            if (slot is ObjectState state) yield return state;
            if (slot is not Node below) continue;
            foreach (var found in Walk(below, shift - BitsPerLevel)) yield return found;
        }
    }

    private sealed class Node(object edit, object?[]? slots = null)
    {
        public object Edit { get; } = edit;

        public object?[] Slots { get; } = slots ?? new object?[Width];

        public Node Copy(object newEdit) => new(newEdit, (object?[])Slots.Clone());
    }
}
